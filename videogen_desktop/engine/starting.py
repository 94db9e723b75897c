"""What follows the lock: library, provider, media, services. Importing this imports SQLAlchemy."""

import contextlib

from videogen_desktop.domain.vendor import LocalServer
from videogen_desktop.engine.building import Building
from videogen_desktop.engine.connecting import know_spellings, provider_of
from videogen_desktop.engine.options import EngineOptions
from videogen_desktop.engine.start_facts import StartFacts
from videogen_desktop.executable import own_command
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.services.announcer import Publish
from videogen_desktop.services.opening import find_or_add_wallet
from videogen_desktop.services.system import SystemClock, random_id
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.storage.key_store import LayeredKeyStore, SystemKeyStore
from videogen_desktop.storage.library import open_library
from videogen_desktop.storage.run_marker import RunMarker
from videogen_desktop.storage.start_checks import is_large

MEDIA_HELPER = "media-helper"


def start_engine(
    options: EngineOptions,
    publish: Publish,
    key_store: LayeredKeyStore | None,
    server: LocalServer | None,
    undo: contextlib.AsyncExitStack,
) -> WalletEngine:
    """An engine at work, which takes `undo` over with all that was opened. Raises StorageError."""
    clock = SystemClock()
    marker = RunMarker(options.places.run_marker)
    start = StartFacts(marker.is_set(), is_large(options.places.database))
    if start.after_crash:
        from videogen_desktop.storage.backup import clear_left_over

        clear_left_over(options.places)
    library = open_library(options.places, clock.now_ms(), after_crash=start.after_crash)
    marker.set()
    # Cleared last, and only for a library that was closed in order.
    undo.callback(marker.clear)
    undo.callback(library.close)
    keys = key_store or LayeredKeyStore(SystemKeyStore())
    know_spellings(keys, library, options.settings)
    vendor = options.vendor
    provider, webhook_key = provider_of(options, vendor, clock, keys, server)
    undo.push_async_callback(provider.close)
    media = MediaHelper(own_command(MEDIA_HELPER))
    undo.push_async_callback(media.close)
    wallet = find_or_add_wallet(library, options.wallet.key, random_id, clock.now_ms())
    building = Building(
        *(options, library, wallet, vendor, provider, media, clock, keys, publish, webhook_key),
        start,
    )
    return building.engine(undo.pop_all())
