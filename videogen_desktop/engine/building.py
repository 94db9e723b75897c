"""The one place where the services of a wallet are made and joined. Imports SQLAlchemy."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING, Protocol

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.provider import HttpSettings, Provider, ProviderBalance
from videogen_desktop.domain.vendor import LocalServer, Vendor, Vendors
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.engine.connecting import batches_of, check_key, diagnosis, writing_of
from videogen_desktop.engine.opening import EngineOptions, StartFacts
from videogen_desktop.services.account import Account, OpeningBalance, Reconciler
from videogen_desktop.services.announcer import Announcer, Publish
from videogen_desktop.services.catalogue import Catalogue
from videogen_desktop.services.downloading import ClipCache, Downloader
from videogen_desktop.services.fetching import ClipTagger, Fetcher, Prober, TagWriter
from videogen_desktop.services.gallery import Gallery
from videogen_desktop.services.handovers import Handovers, forget_dead_run
from videogen_desktop.services.inputs import InputMaker, Inputs
from videogen_desktop.services.library_phases import library_phases
from videogen_desktop.services.network import ProxyPassword, network_of
from videogen_desktop.services.phases import Phases
from videogen_desktop.services.polling import Finisher, Poller, Watcher
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.removing import Remover
from videogen_desktop.services.run_history import RunHistory
from videogen_desktop.services.safekeeping import Safekeeping
from videogen_desktop.services.sending import Sender
from videogen_desktop.services.settling import Examiner, Joiner, Settling
from videogen_desktop.services.spend_guards import Guards
from videogen_desktop.services.stills import StillMaker, Stills, StillSweep
from videogen_desktop.services.system import SystemClock, random_id
from videogen_desktop.services.updates import Updates
from videogen_desktop.services.uploading import Uploader
from videogen_desktop.services.waiting import Loop
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.services.wallets import WalletChoice, Wallets
from videogen_desktop.services.webhook.following import Follower
from videogen_desktop.services.webhook.webhook import Webhook, WebhookKeys
from videogen_desktop.storage.clip_files import ClipFiles, Trash
from videogen_desktop.storage.destinations import chosen_folder
from videogen_desktop.storage.input_files import InputFiles
from videogen_desktop.storage.key_store import LayeredKeyStore
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.task_journal import TaskJournal

if TYPE_CHECKING:
    from videogen_desktop.services.copying import Copier
    from videogen_desktop.services.export_parts import Describing
    from videogen_desktop.services.exporting import Exporter
    from videogen_desktop.services.importing import Importer, TagReader
    from videogen_desktop.services.rescuing import Rescuer
    from videogen_desktop.services.webhook.receiver import FindKey

    class Media(StillMaker, Prober, TagWriter, TagReader, InputMaker, Describing, Protocol):
        """The media helper, as far as an engine needs it."""

        async def prepare(self) -> None: ...


@dataclass(kw_only=True)
class EngineParts:
    """The parts of one WalletEngine, each made once, when it is first asked for.

    Time, ids, randomness, the bin, and whose days are counted (None: the system's) are the
    program's own unless others are handed in. A part may be replaced before it is asked for.
    """

    options: EngineOptions
    library: Library
    wallet: Wallet
    provider: Provider
    connect: Callable[[], Awaitable[object]]
    media: "Media"
    keys: LayeredKeyStore
    publish: Publish
    webhook_key: "FindKey"
    # The vendor's own, where it runs on this machine.
    server: LocalServer | None = None
    facts: StartFacts = field(default_factory=StartFacts)
    clock: Clock = field(default_factory=SystemClock)
    new_id: Callable[[], str] = random_id
    randomness: Random = field(default_factory=Random)
    trash: Trash = field(default_factory=Trash)
    zone: tzinfo | None = None
    _preparing: asyncio.Task[None] | None = field(default=None, init=False)

    async def working(self, undo: contextlib.AsyncExitStack) -> WalletEngine:
        """The engine, not started. It closes `undo` at its end."""
        return self._engine(undo, self.sender, await self._handovers())

    def read_only(self, undo: contextlib.AsyncExitStack) -> WalletEngine:
        """The same for a library that nobody may write here: everything is shown, with no model to
        make anything with. It is not to be started."""
        nothing = replace(self.vendor, read_models=tuple, read_offer=None)
        self.catalogue = Catalogue(
            self.library, self.wallet, nothing, None, self.publish, self.clock
        )
        return self._engine(undo, None, None)

    def _engine(
        self,
        undo: contextlib.AsyncExitStack,
        sender: Sender | None,
        handovers: Handovers | None,
    ) -> WalletEngine:
        return WalletEngine(
            library=self.library,
            wallet=self.wallet,
            clock=self.clock,
            new_id=self.new_id,
            announcer=self.announcer,
            history=self.history,
            catalogue=self.catalogue,
            connect=self.connect,
            opening=self.opening,
            accept=self.phases.accept,
            sender=sender,
            poller=self.poller,
            downloader=self.downloader,
            handovers=handovers,
            gallery=self.gallery,
            account=Account(self.library, self.wallet, self.reconciler, self.announcer),
            examiner=self.examiner,
            settling=self.settling,
            make_rescuer=self._rescuer,
            reconciler=self.reconciler,
            guards=Guards(self.library, self.wallet, self.preferences, self.clock, self.zone),
            preferences=self.preferences,
            wallets=Wallets(self.preferences, self.keys, self._check_key, self.options.vendors),
            remover=self.remover,
            make_batches=lambda engine: batches_of(self, engine),
            make_copier=lambda: self.copier,
            make_exporter=self._exporter,
            make_importer=self._importer,
            make_writing=lambda: writing_of(self),
            updates=Updates(self.preferences, self.network, self.clock, self.options.updates),
            inputs=self.inputs,
            safekeeping=self.safekeeping,
            diagnose=lambda: diagnosis(self.options, self.preferences.settings, self.keys),
            webhook=self.webhook,
            loops=self.loops,
            close_parts=undo.aclose,
        )

    @property
    def vendor(self) -> Vendor:
        return self.options.vendor

    @cached_property
    def vendors(self) -> Vendors:
        return self.catalogue.among(self.options.vendors)

    @cached_property
    def loops(self) -> dict[str, Loop]:
        """The loops that run from the start of the engine to its end, by name."""
        return {
            "poller": self.poller.run,
            "downloader": self.downloader.run,
            "stills": self.still_sweep.run,
            "reconciler": self.reconciler.run,
            **dict(self.webhook.loops()),
            "safekeeping": self.safekeeping.run,
            "inputs": self.inputs.run,
            "catalogue": self.catalogue.run,
        }

    # --- what every part speaks to --------------------------------------------------------------

    @cached_property
    def phases(self) -> Phases:
        return library_phases(self.library, self.wallet.id, self.clock, self.new_id)

    @cached_property
    def announcer(self) -> Announcer:
        return Announcer(self.library, self.publish, self.vendors)

    @cached_property
    def journal(self) -> TaskJournal:
        return TaskJournal(self.options.places.task_journal)

    @cached_property
    def preferences(self) -> Preferences:
        password = ProxyPassword(self.keys, self.announcer.problem)
        return Preferences(self.options.places.settings, self.options.settings, password)

    @cached_property
    def history(self) -> RunHistory:
        return RunHistory(self.library, self.wallet.id, lambda: self.catalogue.vendor)

    @cached_property
    def catalogue(self) -> Catalogue:
        place = (self.library, self.wallet, self.vendor, self.provider)
        is_kept_fresh = self.options.takes_requests
        return Catalogue(*place, self.publish, self.clock, keeps_fresh=is_kept_fresh)

    # --- a video on its way ---------------------------------------------------------------------

    @cached_property
    def opening(self) -> OpeningBalance:
        balance = self.phases.balance
        return OpeningBalance(self.library, balance, self.wallet, self.provider, self.announcer)

    @cached_property
    def sender(self) -> Sender:
        inputs, files = self.inputs, InputFiles(self.options.places.inputs)
        parts = (self.library, self.wallet.id, self.provider, inputs, files, self.clock)
        base, uploader = self.wallet.key.api_base, Uploader(*parts)
        return Sender(
            *(self.library, self.phases.accept, self.provider, self.journal),
            *(self.announcer, self.clock, base, uploader),
            on_accepted=self._accepted,
            callback_url=self.webhook.callback_url,
        )

    @cached_property
    def finisher(self) -> Finisher:
        on_result, on_ended = self._result_is_there, self.reconciler.soon
        return Finisher(self.phases.finish, self.announcer, on_result, on_ended)

    @cached_property
    def watcher(self) -> Watcher:
        return Watcher(self.library, self.finisher, self.clock)

    @cached_property
    def poller(self) -> Poller:
        usual_ms = self.history.usual_ms
        return Poller(
            self.provider, self.watcher, self.announcer, self.clock, self.randomness, usual_ms
        )

    @cached_property
    def joiner(self) -> Joiner:
        phases, journal, base = self.phases.settle, self.journal, self.wallet.key.api_base
        watcher, finisher, poller = self.watcher, self.finisher, self.poller
        return Joiner(phases, journal, watcher, finisher, poller, self.announcer, self.clock, base)

    @cached_property
    def examiner(self) -> Examiner:
        vendors = self.vendors
        parts = (self.watcher, self.finisher, self.poller, vendors, self.announcer)
        return Examiner(self.library, self.provider, *parts)

    @cached_property
    def reconciler(self) -> Reconciler:
        place = (self.library, self.phases.balance, self.wallet.id)
        return Reconciler(*place, self.provider, self.announcer, self.clock)

    @cached_property
    def settling(self) -> Settling:
        phases, wallet_id, provider = self.phases.settle, self.wallet.id, self.provider
        parts = (self.examiner, self.joiner, self.reconciler, self.announcer)
        return Settling(self.library, phases, wallet_id, provider, *parts)

    def _rescuer(self) -> "Rescuer":
        from videogen_desktop.services.rescuing import Rescuer

        phases, wallet, provider = self.phases.settle, self.wallet, self.provider
        parts = (self.journal, self.examiner, self.watcher, self.poller, self.announcer)
        others = (self.clock, self.new_id, wallet.key.api_base)
        return Rescuer(self.library, phases, wallet.id, provider, *(*parts, *others))

    async def _handovers(self) -> Handovers | None:
        if not self.options.takes_requests:
            await forget_dead_run(self.library)
            return None
        requesters = self.options.places.requesters
        return Handovers(self.library, self.wallet.id, requesters, self.clock, self.new_id())

    async def _accepted(self, video: Video) -> None:
        await self.poller.watch(video)
        # The helper comes up while the provider works, not when the clip is there.
        if self.options.sends_at_once and self._preparing is None:
            self._preparing = asyncio.create_task(self.media.prepare(), name="media helper")

    def _result_is_there(self, video: Video) -> None:
        self.history.forget(video.model_id)
        self.downloader.wake()

    # --- clips and their files ------------------------------------------------------------------

    @cached_property
    def gallery(self) -> Gallery:
        phases, vendors = self.phases.gallery, self.vendors
        return Gallery(
            self.library, phases, self.remover, self.announcer, self.clock, self.new_id, vendors
        )

    @cached_property
    def _files(self) -> ClipFiles:
        places, settings = self.options.places, self.options.settings
        chosen = chosen_folder(settings.videos_folder) if settings.videos_folder else places.videos
        return ClipFiles(places.clip_cache if settings.cdn_only else chosen)

    @cached_property
    def _stills(self) -> Stills:
        places = self.options.places
        return Stills(
            self.library, self.media, places.posters, places.strips, self.announcer, self.clock
        )

    @cached_property
    def downloader(self) -> Downloader:
        library, files, announcer, clock = self.library, self._files, self.announcer, self.clock
        cache = ClipCache(library, files, announcer, clock)
        return Downloader(
            library,
            self.wallet.id,
            Fetcher(library, self.provider, self.media, files, announcer, clock),
            ClipTagger(library, self.media, files, self.wallet.key.provider, clock),
            *(self._stills, files, announcer, clock, self.vendor.result_kept_ms),
            cache if self.options.settings.cdn_only else None,
        )

    @cached_property
    def still_sweep(self) -> StillSweep:
        return StillSweep(self.library, self._stills, lambda: self.downloader.is_busy, self.clock)

    @cached_property
    def remover(self) -> Remover:
        return Remover(self.phases.removal, self.trash, self.clock, self.announcer.problem)

    @cached_property
    def copier(self) -> "Copier":
        from videogen_desktop.engine.exporting import copier

        unfinished = self.options.places.unfinished
        return copier(self.library, self.announcer, self.clock, unfinished, self.media)

    def _exporter(self) -> "Exporter":
        from videogen_desktop.engine.exporting import exporter

        parts = (self.copier, self.media, self.options.places.unfinished, self.announcer)
        return exporter(self.library, *parts, self.clock, self.vendors, self.zone)

    def _importer(self) -> "Importer":
        from videogen_desktop.services.importing import Importer, ImportRecords

        place = (self.library, self.announcer, self.clock, self.new_id, self.vendors)
        records = ImportRecords(*place, self.still_sweep.clip_is_here)
        offered = [model.id for model in self.vendor.models]
        return Importer(records, self.media, offered, self.vendors.title)

    @cached_property
    def inputs(self) -> Inputs:
        places = self.options.places
        files = InputFiles(places.inputs)
        return Inputs(self.library, self.media, files, self.clock, places.settings)

    @cached_property
    def safekeeping(self) -> Safekeeping:
        second = self.options.settings.backup_folder
        return Safekeeping(
            self.library,
            self.options.places,
            self.announcer,
            self.clock,
            unchecked=self.facts.is_unchecked,
            after_crash=self.facts.after_crash,
            second_folder=chosen_folder(second) if second else None,
        )

    # --- callbacks and keys ---------------------------------------------------------------------

    @cached_property
    def follower(self) -> Follower:
        return Follower(
            self.library, self.wallet.id, self.provider, self.poller, self.examiner, self.joiner
        )

    @cached_property
    def webhook(self) -> Webhook:
        inbox = receiver = None
        if self.options.settings.webhook and (callbacks := self.vendor.callbacks) is not None:
            # 0.2 MB of a window that nobody calls back.
            from videogen_desktop.services.webhook import inbox as inboxes
            from videogen_desktop.services.webhook import receiver as receivers

            place, report = (self.library, self.wallet.id), self.announcer.problem
            inbox = inboxes.CallbackInbox(*place, self.follower, self.clock, self.vendor.pace)
            wanted = receivers.receiver_options(self.options.settings, self.wallet.key)
            arrived = (self.webhook_key, inbox.take, self.clock, report, callbacks)
            receiver = None if wanted is None else receivers.Receiver(wanted, *arrived)
        keys, base = WebhookKeys(self.keys), self.wallet.key.api_base
        return Webhook(receiver, inbox, keys, base, self.network, self.clock)

    async def network(self) -> HttpSettings:
        return await network_of(self.options.settings, self.keys)

    async def _check_key(self, choice: WalletChoice) -> ProviderBalance:
        return await check_key(replace(self.options, wallet=choice), self.keys)
