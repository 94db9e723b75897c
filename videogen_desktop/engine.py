"""Builds storage, provider, media and services for both roots: the window and the terminal.

Importing this module imports SQLAlchemy: the window does so on the worker's thread, after its first
paint. httpx comes with the first call that needs the provider.
"""

import contextlib
import random
from dataclasses import dataclass, field, replace
from pathlib import Path

from videogen_desktop.domain.catalogue import SANDBOX
from videogen_desktop.domain.errors import KeyMissingError
from videogen_desktop.domain.provider import Provider, ProviderBalance
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.executable import own_command
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.providers.capabilities import capabilities_of
from videogen_desktop.providers.deferred import DeferredProvider
from videogen_desktop.providers.http_settings import HttpSettings
from videogen_desktop.providers.kie.limits import create_window, read_window
from videogen_desktop.providers.sandbox.child import SandboxChild
from videogen_desktop.services.accepting import Accepting
from videogen_desktop.services.accounts import Account
from videogen_desktop.services.announcer import Announcer, Publish
from videogen_desktop.services.clip_cache import ClipCache
from videogen_desktop.services.copying import Copier
from videogen_desktop.services.downloading import Downloader
from videogen_desktop.services.examining import Examiner
from videogen_desktop.services.fetching import Fetcher
from videogen_desktop.services.finishing import Finisher
from videogen_desktop.services.gallery import Gallery
from videogen_desktop.services.history import RunHistory
from videogen_desktop.services.network_choice import http_settings
from videogen_desktop.services.opening import OpeningBalance, find_or_add_wallet
from videogen_desktop.services.polling import Poller
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.recovering import recover
from videogen_desktop.services.removing import Remover
from videogen_desktop.services.sending import Sender
from videogen_desktop.services.still_sweep import StillSweep
from videogen_desktop.services.stills import Stills
from videogen_desktop.services.studio import Studio, StudioParts
from videogen_desktop.services.system import SystemClock, random_id
from videogen_desktop.services.wallet_choice import WalletChoice
from videogen_desktop.services.wallets import Wallets
from videogen_desktop.services.watching import Watcher
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock
from videogen_desktop.storage.key_store import KeyStore, LayeredKeyStore, SystemKeyStore
from videogen_desktop.storage.library import Library, open_library
from videogen_desktop.storage.task_journal import TaskJournal
from videogen_desktop.storage.trash import Trash

MEDIA_HELPER = "media-helper"


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What both roots decide before anything is opened."""

    places: Directories
    wallet: WalletChoice
    sandbox_arguments: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)

    @property
    def http(self) -> HttpSettings:
        return http_settings(self.settings)


async def open_studio(
    options: EngineOptions, publish: Publish, key_store: LayeredKeyStore | None = None
) -> Studio:
    """Take the lock, open the library, settle what the last run left, and begin to work.

    The calling thread becomes the owner of the database. The provider is reached at the first
    call that needs it. Raises EngineLockedError, StorageError.
    """
    async with contextlib.AsyncExitStack() as undo:
        lock = FileEngineLock(options.places.engine_lock)
        lock.acquire()
        undo.callback(lock.release)
        clock = SystemClock()
        library = open_library(options.places, clock.now_ms())
        undo.callback(library.close)
        keys = key_store or LayeredKeyStore(SystemKeyStore())
        provider = _provider(options, clock, keys, undo)
        undo.push_async_callback(provider.close)
        media = MediaHelper(own_command(MEDIA_HELPER))
        undo.push_async_callback(media.close)
        wallet = find_or_add_wallet(library, options.wallet.key, random_id, clock.now_ms())
        building = _Building(options, library, wallet, provider, media, clock, keys, publish)
        studio = building.studio(undo.pop_all())
    return studio


async def check_key(options: EngineOptions) -> ProviderBalance:
    """Test the key of `options.wallet` with a free call. Raises ProviderError."""
    from videogen_desktop.providers.factory import kie_provider

    key = options.wallet.key
    provider = kie_provider(
        key.api_base,
        options.wallet.api_key or "",
        http=options.http,
        clock=SystemClock(),
        provider_name=key.provider,
    )
    try:
        return await provider.balance()
    finally:
        await provider.close()


def _provider(
    options: EngineOptions,
    clock: SystemClock,
    key_store: KeyStore,
    undo: contextlib.AsyncExitStack,
) -> DeferredProvider:
    key = options.wallet.key
    capabilities = capabilities_of(key.provider)

    creates, reads = create_window(clock), read_window(clock)

    async def connected(api_base: str, api_key: str) -> Provider:
        # httpx takes a tenth of a second to import: the first cards do not wait for it.
        from videogen_desktop.providers.factory import kie_provider

        provider = kie_provider(
            api_base,
            api_key,
            http=options.http,
            clock=clock,
            provider_name=key.provider,
            creates=creates,
            reads=reads,
        )
        await provider.prepare()
        return provider

    if key.provider == SANDBOX:
        child = SandboxChild(options.places.sandbox, arguments=options.sandbox_arguments)
        undo.push_async_callback(child.stop)

        async def start_sandbox() -> Provider:
            await child.start()
            return await connected(child.address, child.key)

        return DeferredProvider(capabilities, start_sandbox, lambda: child.is_running)

    async def find_key() -> Provider:
        api_key = options.wallet.api_key or await key_store.get(key.api_base)
        if not api_key:
            raise KeyMissingError(key.api_base)
        return await connected(key.api_base, api_key)

    return DeferredProvider(capabilities, find_key)


@dataclass(frozen=True, slots=True)
class _Building:
    options: EngineOptions
    library: Library
    wallet: Wallet
    provider: DeferredProvider
    media: MediaHelper
    clock: SystemClock
    keys: LayeredKeyStore
    publish: Publish

    def studio(self, undo: contextlib.AsyncExitStack) -> Studio:
        library, wallet, provider, clock = self.library, self.wallet, self.provider, self.clock
        announcer = Announcer(library, self.publish)
        accepting = Accepting(library, wallet.id, clock)
        journal = TaskJournal(self.options.places.task_journal)
        places = self.options.places
        stills = Stills(library, self.media, places.posters, places.strips, announcer, clock)
        downloader = self._downloader(announcer, stills)
        history = RunHistory(library, wallet.id)

        def result_is_there(video: Video) -> None:
            history.forget(video.model_id)
            downloader.wake()

        finisher = Finisher(library, announcer, clock, result_is_there)
        watcher = Watcher(library, finisher, clock)
        poller = Poller(provider, watcher, announcer, clock, random.Random(), history.usual_ms)
        opening = OpeningBalance(library, wallet, provider, announcer, clock, random_id)
        remover = Remover(library, Trash(), clock)
        preferences = Preferences(self.options.places.settings, self.options.settings)
        sender = Sender(
            library,
            accepting,
            provider,
            journal,
            announcer,
            clock,
            wallet.key.api_base,
            poller.watch,
        )
        studio = Studio(
            StudioParts(
                library=library,
                wallet=wallet,
                provider=provider,
                gallery=Gallery(library, accepting, remover, announcer, clock, random_id),
                account=Account(library, wallet, provider, opening, announcer, clock),
                examiner=Examiner(library, provider, watcher, finisher, poller),
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
                stills=StillSweep(library, stills, lambda: downloader.is_busy, clock),
                copier=Copier(library, announcer, clock),
                clock=clock,
                new_id=random_id,
                close=undo.aclose,
            )
        )
        studio.start(recover(library, accepting, wallet.id, journal.read()))
        return studio

    async def _check_key(self, choice: WalletChoice) -> ProviderBalance:
        return await check_key(replace(self.options, wallet=choice))

    def _downloader(self, announcer: Announcer, stills: Stills) -> Downloader:
        places, settings = self.options.places, self.options.settings
        chosen = Path(settings.videos_folder) if settings.videos_folder else places.videos
        files = ClipFiles(places.clip_cache if settings.cdn_only else chosen)
        cache = ClipCache(self.library, files, announcer, self.clock)
        fetcher = Fetcher(self.library, self.provider, self.media, files, announcer, self.clock)
        return Downloader(
            self.library,
            self.wallet.id,
            fetcher,
            stills,
            files,
            announcer,
            self.clock,
            cache if settings.cdn_only else None,
        )
