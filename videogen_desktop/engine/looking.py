"""Opening a library that nobody may write here."""

import contextlib

from videogen_desktop.domain.errors import (
    LibraryMissingError,
    LibraryReadOnlyError,
    LibraryUnusableError,
    OutdatedLibraryError,
)
from videogen_desktop.domain.events import ProblemReported
from videogen_desktop.engine.building import Building
from videogen_desktop.engine.connecting import know_spellings, provider_of
from videogen_desktop.engine.options import EngineOptions
from videogen_desktop.engine.start_facts import StartFacts
from videogen_desktop.engine.starting import MEDIA_HELPER
from videogen_desktop.executable import own_command
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.services.announcer import Publish
from videogen_desktop.services.looking_engine import LookingEngine
from videogen_desktop.services.system import SystemClock
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.storage.key_store import LayeredKeyStore, SystemKeyStore
from videogen_desktop.storage.library import open_reader

READ_ONLY = "read_only"


def look(
    options: EngineOptions,
    publish: Publish,
    key_store: LayeredKeyStore | None,
    undo: contextlib.AsyncExitStack,
) -> WalletEngine:
    """An engine that takes `undo` over with all that was opened, and says so with a problem.

    Without the engine's lock: whoever may write goes on. Raises StorageError;
    LibraryUnusableError where something would have to be written first.
    """
    clock = SystemClock()
    try:
        library = undo.enter_context(open_reader(options.places))
    except (LibraryMissingError, OutdatedLibraryError) as error:
        raise LibraryUnusableError(READ_ONLY) from error
    with library.reading() as rows:
        wallet = rows.wallets.find(options.wallet.key)
    if wallet is None:
        raise LibraryUnusableError(READ_ONLY)
    keys = key_store or LayeredKeyStore(SystemKeyStore())
    know_spellings(keys, library, options.settings)
    vendor = options.vendor
    provider, webhook_key = provider_of(options, vendor, clock, keys, options.local_server())
    undo.push_async_callback(provider.close)
    media = MediaHelper(own_command(MEDIA_HELPER))
    undo.push_async_callback(media.close)
    building = Building(
        *(options, library, wallet, vendor, provider, media, clock, keys, publish, webhook_key),
        StartFacts(after_crash=False, is_unchecked=False),
    )
    engine = building.looking(LookingEngine, undo.pop_all())
    publish(ProblemReported(LibraryReadOnlyError()))
    return engine
