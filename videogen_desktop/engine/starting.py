"""The start after the lock: library, provider, media, services. Imports SQLAlchemy."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

from videogen_desktop import __version__
from videogen_desktop.domain.addresses import without_password
from videogen_desktop.domain.errors import (
    EngineLockedError,
    LibraryMissingError,
    LibraryReadOnlyError,
    LibraryUnusableError,
    OutdatedLibraryError,
    ProgramUpdatedError,
    TasksNotInLibraryError,
)
from videogen_desktop.domain.events import ProblemReported
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.vendor import LocalServer, ReadModels, RequestFacts
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.engine.building import EngineParts
from videogen_desktop.engine.connecting import know_spellings, provider_of
from videogen_desktop.engine.opening import EngineOptions, StartFacts
from videogen_desktop.executable import own_command
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.services.account import find_or_add_wallet
from videogen_desktop.services.announcer import Publish
from videogen_desktop.services.catalogue import Catalogue
from videogen_desktop.services.inputs import Inputs
from videogen_desktop.services.sending import recover, unknown_tasks
from videogen_desktop.services.system import SystemClock, random_id
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.storage.checks import is_large
from videogen_desktop.storage.engine_lock import RunMarker
from videogen_desktop.storage.input_files import InputFiles
from videogen_desktop.storage.key_store import LayeredKeyStore, SystemKeyStore
from videogen_desktop.storage.library import Library, open_guest, open_library, open_reader

if TYPE_CHECKING:
    from videogen_desktop.services.batch.checking import BatchChecker

MEDIA_HELPER = "media-helper"
READ_ONLY = "read_only"
_GUEST_BUSY_MS = 5_000


async def start_engine(
    options: EngineOptions,
    publish: Publish,
    key_store: LayeredKeyStore | None,
    server: LocalServer | None,
    undo: contextlib.AsyncExitStack,
) -> WalletEngine:
    """An engine at work, which takes `undo` over with all that was opened. Raises StorageError."""
    now_ms = SystemClock().now_ms()
    marker = RunMarker(options.places.run_marker)
    facts = StartFacts(marker.is_set(), is_large(options.places.database))
    if facts.after_crash:
        from videogen_desktop.storage.backup import clear_left_over

        clear_left_over(options.places)
    library = open_library(options.places, now_ms, after_crash=facts.after_crash)
    marker.set()
    # Cleared last, and only for a library that was closed in order.
    undo.callback(marker.clear)
    undo.callback(library.close)
    wallet = await find_or_add_wallet(library, options.wallet.key, random_id, now_ms)
    parts = await _parts(options, library, wallet, facts, publish, key_store, server, undo)
    return await begin(parts, undo.pop_all())


async def begin(parts: EngineParts, undo: contextlib.AsyncExitStack) -> WalletEngine:
    """The engine of these parts at work; what the last run left is settled first."""
    engine = await parts.working(undo)
    library, wallet, journal = parts.library, parts.wallet, parts.journal.read()
    await engine.start(await recover(library, parts.phases.accept, wallet.id, journal))
    now_ms, kept_ms = parts.clock.now_ms(), parts.vendor.result_kept_ms
    lost = await library.read(lambda rows: unknown_tasks(rows, wallet, journal, now_ms, kept_ms))
    if lost:
        parts.publish(ProblemReported(TasksNotInLibraryError(lost)))
    if without_password(parts.options.settings.proxy_url or "")[1]:
        # Not waited for: the keyring may ask its owner first.
        apart = asyncio.create_task(engine.preferences.keep_password_apart())
        undo.callback(apart.cancel)
    if parts.options.places.unfinished.exists():
        from videogen_desktop.storage.unfinished_files import UnfinishedFiles

        # Not waited for: they may lie on a drive that is slow to wake, or gone.
        left = UnfinishedFiles(parts.options.places.unfinished)
        removing = asyncio.create_task(asyncio.to_thread(left.remove_left))
        undo.callback(removing.cancel)
    return engine


async def start_read_only(
    options: EngineOptions,
    publish: Publish,
    key_store: LayeredKeyStore | None,
    undo: contextlib.AsyncExitStack,
) -> WalletEngine:
    """An engine for a library that nobody may write here, which takes `undo` over with all that was
    opened, and says so with a problem.

    Without the engine's lock: whoever may write goes on. Raises StorageError;
    LibraryUnusableError where something would have to be written first.
    """
    try:
        library = undo.enter_context(open_reader(options.places))
    except (LibraryMissingError, OutdatedLibraryError) as error:
        raise LibraryUnusableError(READ_ONLY) from error
    wallet = await library.read(lambda rows: rows.wallets.find(options.wallet.key))
    if wallet is None:
        raise LibraryUnusableError(READ_ONLY)
    server = options.local_server()
    parts = await _parts(options, library, wallet, StartFacts(), publish, key_store, server, undo)
    engine = parts.read_only(undo.pop_all())
    publish(ProblemReported(LibraryReadOnlyError()))
    return engine


@contextlib.asynccontextmanager
async def inputs_beside(options: EngineOptions) -> AsyncIterator[Inputs]:
    """Takes files into the library of an engine that runs in another process, with a media helper
    of our own. Raises EngineLockedError where that one is only just making its library."""
    with _guest_of(options) as library:
        media = MediaHelper(own_command(MEDIA_HELPER))
        try:
            yield Inputs(library, media, InputFiles(options.places.inputs), SystemClock())
        finally:
            await media.close()


@contextlib.asynccontextmanager
async def batch_checker_beside(options: EngineOptions) -> AsyncIterator["BatchChecker"]:
    """The same for the rows of a batch, which it checks with the wallet's models as `options` has
    them."""
    from videogen_desktop.services.batch.checking import BatchChecker
    from videogen_desktop.services.request_facts import request_facts

    with _guest_of(options) as library:
        media = MediaHelper(own_command(MEDIA_HELPER))
        inputs = Inputs(library, media, InputFiles(options.places.inputs), SystemClock())

        async def find_facts(request: VideoRequest) -> RequestFacts:
            return await request_facts(request, options.vendor, inputs, library, "")

        try:
            yield BatchChecker(lambda: options.vendor, inputs, find_facts, library)
        finally:
            await media.close()


@contextlib.asynccontextmanager
async def catalogue_beside(options: EngineOptions) -> AsyncIterator[Catalogue]:
    """Reads the vendor's offer by calls of our own and keeps it in the library of an engine that
    runs in another process, which finds it there. Raises as `inputs_beside`."""
    with _guest_of(options) as library:
        clock, keys = SystemClock(), LayeredKeyStore(SystemKeyStore())
        await know_spellings(keys, library, options.settings)
        wallet = await find_or_add_wallet(library, options.wallet.key, random_id, clock.now_ms())
        provider, _ = provider_of(options, options.vendor, clock, keys, None)
        place = (library, wallet, options.vendor, provider)
        catalogue = Catalogue(*place, lambda _event: None, clock, keeps_fresh=False)
        try:
            yield catalogue
        finally:
            await catalogue.close()
            await provider.close()


@contextlib.contextmanager
def _guest_of(options: EngineOptions) -> Iterator[Library]:
    places = options.places
    with contextlib.ExitStack() as stack:
        try:
            library = stack.enter_context(open_guest(places, busy_timeout_ms=_GUEST_BUSY_MS))
        except (LibraryMissingError, OutdatedLibraryError) as error:
            raise EngineLockedError(places.engine_lock) from error
        yield library


async def _parts(
    options: EngineOptions,
    library: Library,
    wallet: Wallet,
    facts: StartFacts,
    publish: Publish,
    key_store: LayeredKeyStore | None,
    server: LocalServer | None,
    undo: contextlib.AsyncExitStack,
) -> EngineParts:
    clock = SystemClock()
    keys = key_store or LayeredKeyStore(SystemKeyStore())
    await know_spellings(keys, library, options.settings)

    async def live_models() -> ReadModels:
        # What a task was asked for is read with the models of its day, discovered ones too.
        with contextlib.suppress(LibraryUnusableError):
            await parts.catalogue.load()
        return lambda: parts.catalogue.vendor.models or options.vendor.models

    provider, webhook_key = provider_of(options, options.vendor, clock, keys, server, live_models)
    undo.push_async_callback(provider.close)

    def updated(build: str) -> None:
        publish(ProblemReported(ProgramUpdatedError(__version__, build)))

    media = MediaHelper(own_command(MEDIA_HELPER), on_other_build=updated)
    undo.push_async_callback(media.close)
    parts = EngineParts(
        options=options,
        library=library,
        wallet=wallet,
        provider=provider,
        connect=provider.connect,
        media=media,
        keys=keys,
        publish=publish,
        webhook_key=webhook_key,
        server=server,
        facts=facts,
        clock=clock,
    )
    return parts
