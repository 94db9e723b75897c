"""The services of one wallet, joined into a WalletEngine. Importing this imports SQLAlchemy."""

import asyncio
import contextlib
import random
from dataclasses import dataclass, replace

from videogen_desktop.domain.addresses import without_password
from videogen_desktop.domain.errors import TasksNotInLibraryError
from videogen_desktop.domain.events import ProblemReported
from videogen_desktop.domain.provider import HttpSettings, ProviderBalance
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.engine.connecting import check_key
from videogen_desktop.engine.options import EngineOptions
from videogen_desktop.engine.start_facts import StartFacts
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.providers.deferred import DeferredProvider
from videogen_desktop.services.accepting import Accepting
from videogen_desktop.services.accounts import Account
from videogen_desktop.services.announcer import Announcer, Publish
from videogen_desktop.services.clip_cache import ClipCache
from videogen_desktop.services.clip_tagging import ClipTagger
from videogen_desktop.services.copying import Copier
from videogen_desktop.services.diagnosing import Diagnosing
from videogen_desktop.services.downloading import Downloader
from videogen_desktop.services.examining import Examiner
from videogen_desktop.services.fetching import Fetcher
from videogen_desktop.services.finishing import Finisher
from videogen_desktop.services.gallery import Gallery
from videogen_desktop.services.guarding import Guards
from videogen_desktop.services.handovers import Handovers, forget_dead_run
from videogen_desktop.services.history import RunHistory
from videogen_desktop.services.import_records import ImportRecords
from videogen_desktop.services.importing import Importer
from videogen_desktop.services.joining import Joiner
from videogen_desktop.services.opening import OpeningBalance
from videogen_desktop.services.polling import Poller
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.proxy_password import ProxyPassword, network_of
from videogen_desktop.services.reconciling import Reconciler
from videogen_desktop.services.recovering import recover, unknown_tasks
from videogen_desktop.services.removing import Remover
from videogen_desktop.services.rescuing import Rescuer
from videogen_desktop.services.safekeeping import Safekeeping
from videogen_desktop.services.sending import Sender
from videogen_desktop.services.settling import Settling
from videogen_desktop.services.still_sweep import StillSweep
from videogen_desktop.services.stills import Stills
from videogen_desktop.services.system import SystemClock, random_id
from videogen_desktop.services.wallet_choice import WalletChoice
from videogen_desktop.services.wallet_engine import WalletEngine, WalletEngineParts
from videogen_desktop.services.wallets import Wallets
from videogen_desktop.services.watching import Watcher
from videogen_desktop.services.webhook.desk import CallbackDesk
from videogen_desktop.services.webhook.following import Follower
from videogen_desktop.services.webhook.keys import WebhookKeys
from videogen_desktop.services.webhook.options import receiver_options
from videogen_desktop.services.webhook.receiver import FindKey, Receiver
from videogen_desktop.services.webhook.webhook import Webhook
from videogen_desktop.storage.chosen_folder import chosen_folder
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.key_store import LayeredKeyStore
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.task_journal import TaskJournal
from videogen_desktop.storage.trash import Trash


@dataclass(frozen=True, slots=True)
class Building:
    options: EngineOptions
    library: Library
    wallet: Wallet
    vendor: Vendor
    provider: DeferredProvider
    media: MediaHelper
    clock: SystemClock
    keys: LayeredKeyStore
    publish: Publish
    webhook_key: FindKey
    start: StartFacts

    def engine(self, undo: contextlib.AsyncExitStack) -> WalletEngine:
        """At work: what the last run left is settled first."""
        engine = self._joined(WalletEngine, self._handovers(), undo)
        accepting = Accepting(self.library, self.wallet.id, self.clock)
        journal = TaskJournal(self.options.places.task_journal).read()
        engine.start(recover(self.library, accepting, self.wallet.id, journal))
        kept_ms = self.vendor.result_kept_ms
        lost = unknown_tasks(self.library, self.wallet, journal, self.clock.now_ms(), kept_ms)
        if lost:
            self.publish(ProblemReported(TasksNotInLibraryError(lost)))
        if without_password(self.options.settings.proxy_url or "")[1]:
            # Not waited for: the keyring may ask its owner first.
            apart = asyncio.create_task(engine.preferences.keep_password_apart())
            undo.callback(apart.cancel)
        return engine

    def looking(self, kind: type[WalletEngine], undo: contextlib.AsyncExitStack) -> WalletEngine:
        """The same parts at rest, over a library that nobody may write."""
        return self._joined(kind, None, undo)

    def _joined(
        self, kind: type[WalletEngine], handovers: Handovers | None, undo: contextlib.AsyncExitStack
    ) -> WalletEngine:
        library, wallet, provider, clock = self.library, self.wallet, self.provider, self.clock
        vendors = self.options.vendors
        announcer = Announcer(library, self.publish, vendors)
        accepting = Accepting(library, wallet.id, clock)
        journal = TaskJournal(self.options.places.task_journal)
        places = self.options.places
        stills = Stills(library, self.media, places.posters, places.strips, announcer, clock)
        downloader = self._downloader(announcer, stills)
        history = RunHistory(library, wallet.id, self.vendor)

        def result_is_there(video: Video) -> None:
            history.forget(video.model_id)
            downloader.wake()

        opening = OpeningBalance(library, wallet, provider, announcer, clock, random_id)
        reconciler = Reconciler(library, wallet.id, provider, opening, announcer, clock, random_id)
        finisher = Finisher(library, announcer, clock, result_is_there, reconciler.soon)
        watcher = Watcher(library, finisher, clock)
        poller = Poller(provider, watcher, announcer, clock, random.Random(), history.usual_ms)
        remover = Remover(library, Trash(), clock)
        password = ProxyPassword(self.keys, announcer.problem)
        preferences = Preferences(places.settings, self.options.settings, password)
        base = wallet.key.api_base
        examiner = Examiner(library, provider, watcher, finisher, poller, vendors)
        joiner = Joiner(library, journal, watcher, poller, announcer, clock, base)
        follower = Follower(library, wallet.id, provider, poller, examiner, joiner)
        webhook = self._webhook(follower, announcer)
        sweep = StillSweep(library, stills, lambda: downloader.is_busy, clock)
        preparing: list[asyncio.Task[None]] = []

        def accepted(video: Video) -> None:
            poller.watch(video)
            # The helper comes up while the provider works, not when the clip is there.
            if self.options.sends_at_once and not preparing:
                preparing.append(asyncio.create_task(self.media.prepare(), name="media helper"))

        sender = Sender(
            library,
            accepting,
            provider,
            journal,
            announcer,
            clock,
            base,
            accepted,
            webhook.callback_url,
        )
        return kind(
            WalletEngineParts(
                library=library,
                wallet=wallet,
                vendor=self.vendor,
                provider=provider,
                gallery=Gallery(library, remover, announcer, clock, random_id, vendors),
                account=Account(library, wallet, reconciler, announcer),
                examiner=examiner,
                settling=Settling(
                    *(library, wallet.id, provider, examiner),
                    *(joiner, reconciler, announcer, clock),
                ),
                rescuer=Rescuer(
                    *(library, wallet.id, provider, journal, examiner, watcher),
                    *(poller, announcer, clock, random_id, base),
                ),
                reconciler=reconciler,
                guards=Guards(library, wallet, preferences, clock),
                preferences=preferences,
                wallets=Wallets(preferences, self.keys, self._check_key),
                remover=remover,
                history=history,
                connect=provider.connect,
                announcer=announcer,
                accepting=accepting,
                opening=opening,
                sender=sender,
                poller=poller,
                downloader=downloader,
                stills=sweep,
                copier=Copier(library, announcer, clock),
                importer=self._importer(announcer, sweep),
                safekeeping=self._safekeeping(announcer),
                diagnosing=Diagnosing(places, preferences, self._known_key),
                handovers=handovers,
                webhook=webhook,
                clock=clock,
                new_id=random_id,
                close=undo.aclose,
            )
        )

    def _webhook(self, follower: Follower, announcer: Announcer) -> Webhook:
        options, wallet, clock = self.options, self.wallet, self.clock
        wanted = receiver_options(options.settings, wallet.key)
        desk = receiver = None
        callbacks = self.vendor.callbacks
        if wanted is not None and callbacks is not None:
            desk = CallbackDesk(self.library, wallet.id, follower, clock)
            report = announcer.problem
            receiver = Receiver(
                *(wanted, self.webhook_key, desk.take, clock, report),
                callbacks,
            )
        keys = WebhookKeys(self.keys)
        return Webhook(receiver, desk, keys, wallet.key.api_base, self._network, clock)

    def _importer(self, announcer: Announcer, sweep: StillSweep) -> Importer:
        records = ImportRecords(self.library, announcer, self.clock, random_id, sweep.clip_is_here)
        offered = [model.id for model in self.vendor.models]
        return Importer(records, self.media, offered, self.options.vendors.title)

    async def _known_key(self) -> str | None:
        base = self.wallet.key.api_base
        return self.options.wallet.api_key or (await self.keys.get(base) if base else None)

    def _safekeeping(self, announcer: Announcer) -> Safekeeping:
        second = self.options.settings.backup_folder
        return Safekeeping(
            *(self.library, self.options.places, announcer, self.clock),
            unchecked=self.start.is_unchecked,
            after_crash=self.start.after_crash,
            second_folder=chosen_folder(second) if second else None,
        )

    def _handovers(self) -> Handovers | None:
        if not self.options.takes_requests:
            forget_dead_run(self.library)
            return None
        wallet, requesters = self.wallet, self.options.places.requesters
        return Handovers(self.library, wallet.id, requesters, self.clock, random_id())

    async def _check_key(self, choice: WalletChoice) -> ProviderBalance:
        return await check_key(replace(self.options, wallet=choice), self.keys)

    async def _network(self) -> HttpSettings:
        return await network_of(self.options.settings, self.keys)

    def _downloader(self, announcer: Announcer, stills: Stills) -> Downloader:
        places, settings = self.options.places, self.options.settings
        chosen = chosen_folder(settings.videos_folder) if settings.videos_folder else places.videos
        files = ClipFiles(places.clip_cache if settings.cdn_only else chosen)
        cache = ClipCache(self.library, files, announcer, self.clock)
        fetcher = Fetcher(self.library, self.provider, self.media, files, announcer, self.clock)
        provider_name = self.wallet.key.provider
        tagger = ClipTagger(self.library, self.media, files, provider_name, self.clock)
        return Downloader(
            self.library,
            self.wallet.id,
            fetcher,
            tagger,
            stills,
            files,
            announcer,
            self.clock,
            self.vendor.result_kept_ms,
            cache if settings.cdn_only else None,
        )
