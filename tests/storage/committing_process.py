"""A process that commits, and may look at its own library; started by test_database_locks."""

import asyncio
import sys
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.requests import VENDORS
from videogen_desktop.domain.errors import LibraryUnusableError
from videogen_desktop.domain.settings import Settings
from videogen_desktop.services.diagnostics import diagnostics
from videogen_desktop.storage.backup import back_up
from videogen_desktop.storage.database import Database
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.health import library_health
from videogen_desktop.storage.library import SqliteLibrary, open_library, revision_on_disk
from videogen_desktop.storage.schema import CURRENT

_BETWEEN_RARE_LOOKS_SECONDS = 2.0


def run(folder: str, wallet_id: str, commits: str, looks: str) -> None:
    """Commit so many movements of the wallet, each after a moment inside its transaction."""
    places = directories(Path(folder))
    opened = open_library(places, 1)
    # Its turn comes as soon as nobody seems to hold the lock, and not after SQLite's long rests.
    library = SqliteLibrary(Database(places.database, busy_timeout_ms=1), opened.library_id)
    opened.close()
    ended = threading.Event()
    looking = _looks(places, library.library_id) if int(looks) else {}
    threads = [
        threading.Thread(target=_look, args=(look, rest, ended)) for look, rest in looking.items()
    ]
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()
    for thread in threads:
        thread.start()
    acknowledged = 0
    while acknowledged < int(commits):
        with suppress(LibraryUnusableError):
            with library.writing() as rows:
                # What a start of a transaction does before it first writes.
                time.sleep(0.001)
                rows.ledger.reconcile(wallet_id, str(uuid.uuid4()), 1, 2, "a top-up")
            acknowledged += 1
    ended.set()
    for thread in threads:
        thread.join()
    library.close()


def _looks(places: Directories, library_id: str) -> dict[Callable[[], object], float]:
    """What is looked at, and how long it then rests."""
    return {
        lambda: revision_on_disk(places.database, CURRENT): 0.0005,
        lambda: library_health(places, thorough=False): _BETWEEN_RARE_LOOKS_SECONDS,
        lambda: asyncio.run(diagnostics(places, Settings(), VENDORS)): _BETWEEN_RARE_LOOKS_SECONDS,
        lambda: back_up(
            places.database, places.backups, library_id, 1
        ): _BETWEEN_RARE_LOOKS_SECONDS,
    }


def _look(look: Callable[[], object], rest: float, ended: threading.Event) -> None:
    while not ended.wait(rest):
        with suppress(LibraryUnusableError):
            look()


if __name__ == "__main__":
    run(*sys.argv[1:5])
