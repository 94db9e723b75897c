"""The engine's start: what comes before what, and how it is undone."""

import contextlib
from typing import TYPE_CHECKING

from videogen_desktop.domain.errors import LibraryUnusableError
from videogen_desktop.engine.options import EngineOptions
from videogen_desktop.storage.engine_lock import FileEngineLock

if TYPE_CHECKING:
    from videogen_desktop.services.announcer import Publish
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.storage.key_store import LayeredKeyStore


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
