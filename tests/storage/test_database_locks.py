"""What keeps a second process out of the engine's transaction survives every look at the library.

POSIX drops all of a process's locks on a file when any part of the process closes that file: once,
reading a byte of the library in the engine's own process let others write into its transactions.
"""

import asyncio
import contextlib
import os
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.requests import VENDORS
from tests.storage.filled_library import new_wallet, pending
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.services.diagnostics import diagnostics
from videogen_desktop.storage import checks
from videogen_desktop.storage.backup import back_up, findings_of_copy
from videogen_desktop.storage.copy_process import copy_in_child
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.first_look import first_look
from videogen_desktop.storage.health import library_health
from videogen_desktop.storage.library import (
    SqliteLibrary,
    open_library,
    open_reader,
    revision_on_disk,
)
from videogen_desktop.storage.salvage import damaged_library
from videogen_desktop.storage.schema import CURRENT
from videogen_desktop.storage.verify import verify

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")

_ROOT = Path(__file__).parents[2]
_ENTERS = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)
try:
    connection.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    sys.exit(error.sqlite_errorname)
"""


def _salvaged(places: Directories) -> None:
    with damaged_library(places.database, places.data / str(uuid.uuid4())) as damaged:
        assert damaged is not None


def _read(places: Directories) -> None:
    with open_reader(places) as library, library.reading() as rows:
        assert rows.videos.every()


LOOKS: dict[str, Callable[[Directories], object]] = {
    "the first look": lambda places: first_look(places, VENDORS),
    "its revision": lambda places: revision_on_disk(places.database, CURRENT),
    "the checks of a start": lambda places: checks.check_file(places, thorough=True),
    "a reader": _read,
    "its health": library_health,
    "the diagnosis": lambda places: asyncio.run(diagnostics(places, Settings(), VENDORS)),
    "a backup": lambda places: back_up(places.database, places.backups, "0" * 36, 1),
    "the weekly check": lambda places: findings_of_copy(places.database, places.backups),
    "what can still be read": _salvaged,
    "a copy of the file": lambda places: copy_in_child(places.database, places.data / "copy"),
}


@pytest.mark.parametrize("name", LOOKS)
def test_nobody_enters_the_engines_transaction_after_a_look(
    library: SqliteLibrary, made: Directories, name: str
) -> None:
    wallet = new_wallet(library)
    with library.writing() as rows:
        pending(rows, wallet.id)
    with library.writing() as rows:
        # Before the first change and after it: what SQLite holds, and has beside the file, differs.
        for change in (lambda: None, lambda: pending(rows, wallet.id)):
            change()
            LOOKS[name](made)
            assert _second_process(made) == "SQLITE_BUSY"
            if sys.platform == "linux":
                assert _writing_locks_held(made) >= 1
    assert _second_process(made) == ""


def _second_process(places: Directories) -> str:
    command = [sys.executable, "-c", _ENTERS, os.fspath(places.database)]
    return subprocess.run(command, capture_output=True, text=True).stderr.strip()


def _writing_locks_held(places: Directories) -> int:
    """This process's locks for writing on the library's files, as the kernel lists them."""
    files = {f"{path.stat().st_ino}" for path in places.data.glob("library.sqlite*")}
    lines = Path("/proc/locks").read_text().splitlines()
    held = [line.split() for line in lines if "->" not in line]
    return sum(
        (kind, mode, pid) == ("POSIX", "WRITE", str(os.getpid())) and place.split(":")[2] in files
        for _, kind, _, mode, pid, place, *_ in held
    )


@pytest.mark.full
def test_two_processes_commit_while_one_of_them_looks_without_end(made: Directories) -> None:
    orders = {"looks": (10_000, True), "commits only": (3_000, False)}
    library = open_library(made, 1)
    wallets = {name: Wallet(str(uuid.uuid4()), WalletKey("sandbox", name)) for name in orders}
    with library.writing() as rows:
        for wallet in wallets.values():
            rows.wallets.add(wallet, 1)
            rows.ledger.grant(wallet.id, str(uuid.uuid4()), 1, 1, "0.01")
    library.close()
    _commit(made, [(wallets[name].id, *order) for name, order in orders.items()])
    with closing(sqlite3.connect(made.database)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = dict(raw.execute("SELECT wallet_id, count(*) - 1 FROM ledger_entry GROUP BY 1"))
    assert found == {wallets[name].id: commits for name, (commits, _) in orders.items()}
    library = open_library(made, 3)
    assert verify(library) == ()
    library.close()


def _commit(places: Directories, orders: Sequence[tuple[str, int, bool]]) -> None:
    """Run a process for each order: the wallet, how many commits, and whether it looks."""
    command = [sys.executable, "-m", "tests.storage.committing_process", os.fspath(places.data)]
    with contextlib.ExitStack() as stack:
        children = [
            stack.enter_context(
                subprocess.Popen(
                    [*command, wallet_id, str(commits), str(int(looks))],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                    cwd=_ROOT,
                    env={**os.environ, "PYTHONPATH": str(_ROOT)},
                )
            )
            for wallet_id, commits, looks in orders
        ]
        for child in children:
            stack.callback(child.kill)
        for child in children:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
        for child in children:
            assert child.stdin is not None
            child.stdin.write("\n")
            child.stdin.flush()
        assert [child.wait() for child in children] == [0] * len(children)
