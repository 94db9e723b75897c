"""Nobody but SQLite opens a database of ours in a process that uses it: see test_database_locks.

Watched from outside with strace, so that what Qt, a platform's dialogs or a C library open counts.
"""

import os
import sys
from pathlib import Path

import pytest

from tests.watching.openings import STRACE, Openings, watched
from tests.watching.terminal_tour import OUTSIDE
from videogen_desktop.storage.copy_process import ROLE

_ROOT = Path(__file__).parents[2]

# `-ra` prints the reason at the end of every run.
pytestmark = pytest.mark.skipif(
    STRACE is None, reason="needs strace: who opens the library was NOT watched"
)


def _watched(folder: Path, *arguments: str) -> Openings:
    environment = {
        "PYTHONPATH": os.fspath(_ROOT),
        "VIDEOGEN_SANDBOX_ARGUMENTS": "--speed 100 --clip small",
    }
    # The one way for another to read such a file is a process of its own.
    outside = (ROLE, OUTSIDE)
    return watched([sys.executable, *arguments], folder / "trace", outside, environment)


def test_every_command_of_the_terminal(tmp_path: Path) -> None:
    found = _watched(tmp_path, "-m", "tests.watching.terminal_tour", os.fspath(tmp_path / "data"))
    assert found.by_others == ()
    assert _names(found) >= {"library.sqlite", "library.sqlite-journal", "sandbox.sqlite"}


def test_the_window_its_dialogs_backups_diagnosis_and_recovery(tmp_path: Path) -> None:
    tour = _ROOT / "tests/ui/acceptance/library_tour.py"
    pytest_options = ("-q", "-p", "no:cacheprovider", f"--basetemp={tmp_path / 'tour'}")
    found = _watched(tmp_path, "-m", "pytest", *pytest_options, os.fspath(tour))
    assert found.by_others == ()
    assert _names(found) >= {"library.sqlite", "library.sqlite-journal", "sandbox.sqlite"}


@pytest.mark.parametrize(
    "opens",
    [
        "open(path, 'rb').close()",
        "os.close(os.open('library.sqlite', os.O_RDWR))",
        "shutil.copy(path, path + '.copy')",
        "file = QFile(path); file.open(QFile.OpenModeFlag.ReadOnly)",
        "QMimeDatabase().mimeTypeForFile(path)",
    ],
)
def test_what_is_watched_for_is_seen(tmp_path: Path, opens: str) -> None:
    (tmp_path / "library.sqlite").touch()
    script = f"""
import os, shutil, sqlite3, sys
from PySide6.QtCore import QFile, QMimeDatabase
path = sys.argv[1]
os.chdir(os.path.dirname(path))
connection = sqlite3.connect(path)
connection.execute("CREATE TABLE t (x)")
{opens}
"""
    found = _watched(tmp_path, "-c", script, os.fspath(tmp_path / "library.sqlite"))
    assert len(found.by_sqlite) == 2
    assert [line for line in found.by_others if "/library.sqlite>" in line]


def _names(found: Openings) -> set[str]:
    return {line.rsplit("/", 1)[1].rstrip(">") for line in found.by_sqlite}
