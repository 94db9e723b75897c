"""The engine's start: what both roots decide before it, its order, and how it is undone."""

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from videogen_desktop.domain.errors import LibraryUnusableError
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.updates import SHIPPED, UpdateSource
from videogen_desktop.domain.vendor import LocalServer, Vendor, Vendors
from videogen_desktop.providers.vendors import vendors
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock

if TYPE_CHECKING:
    from videogen_desktop.services.announcer import Publish
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.storage.key_store import LayeredKeyStore


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """The decisions of both roots, before anything is opened."""

    places: Directories
    wallet: WalletChoice
    # Further options of the vendor's own server on this machine.
    server_arguments: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)
    # The window serves the terminals beside it; a terminal ends with its own job.
    takes_requests: bool = False
    # A terminal sends at once; in the window the first cards come before the server.
    sends_at_once: bool = False
    vendors: Vendors = field(default_factory=vendors)
    updates: UpdateSource = SHIPPED

    @property
    def vendor(self) -> Vendor:
        """The wallet's."""
        return self.vendors.named(self.wallet.key.provider)

    @property
    def wallet_name(self) -> str:
        """For the command line."""
        return self.vendors.wallet_name(self.wallet.key)

    def local_server(self) -> LocalServer | None:
        """The vendor's own server on this machine, not started; None where it has none."""
        serve = self.vendor.serve
        folder = self.places.local_server(self.vendor.name)
        return None if serve is None else serve(folder, self.server_arguments)


@dataclass(frozen=True, slots=True)
class StartFacts:
    """The library at the start: left by a run that was cut off, or too large to be read first."""

    after_crash: bool = False
    is_unchecked: bool = False


async def open_engine(
    options: EngineOptions, publish: "Publish", key_store: "LayeredKeyStore | None" = None
) -> "WalletEngine":
    """Take the lock, open the library, settle what the last run left, and begin to work.

    The calling thread becomes the owner of the database. The provider is reached at the first
    call that needs it. Raises EngineLockedError, StorageError.

    A window (`takes_requests`) shows what it may not write: see engine.starting.
    """
    try:
        return await _at_work(options, publish, key_store)
    except LibraryUnusableError as error:
        if error.condition != "read_only" or not options.takes_requests:
            raise
    from videogen_desktop.engine.starting import start_read_only

    async with contextlib.AsyncExitStack() as undo:
        return await start_read_only(options, publish, key_store, undo)


async def _at_work(
    options: EngineOptions, publish: "Publish", key_store: "LayeredKeyStore | None"
) -> "WalletEngine":
    async with contextlib.AsyncExitStack() as undo:
        lock = FileEngineLock(options.places.engine_lock)
        lock.acquire()
        undo.callback(lock.release)
        server = options.local_server()
        if server is not None:
            undo.push_async_callback(server.stop)
            if options.sends_at_once:
                # It comes up while SQLAlchemy is imported: half a second of the command.
                await server.launch()
        from videogen_desktop.engine.starting import start_engine

        return await start_engine(options, publish, key_store, server, undo)
