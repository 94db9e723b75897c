import importlib.util
import os
import re
import signal
import subprocess
import sys
from ast import literal_eval
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import videogen_desktop
from videogen_desktop.providers.vendors import NAMES, vendors

WINDOW = [sys.executable, "-m", "videogen_desktop", "window", "--provider", "sandbox"]
NOT_BEFORE_THE_FIRST_PAINT = """
import sys
from videogen_desktop import app
from videogen_desktop.ui.main_window import MainWindow

def look(self):
    late = {
        "sqlalchemy", "httpx", "asyncio", "concurrent.futures", "alembic", "keyring",
        "hashlib", "datetime", "dataclasses", "json",
        "PySide6.QtMultimedia", "PySide6.QtNetwork",
        "videogen_desktop.engine.opening",
        "videogen_desktop.domain.catalogue",
        "videogen_desktop.domain.events",
        "videogen_desktop.ui.library.library_presenter",
        "videogen_desktop.ui.gallery.view",
        "videogen_desktop.ui.alerts",
        "videogen_desktop.ui.account.account_presenter",
        "videogen_desktop.ui.account.credit_panel",
        "videogen_desktop.ui.settings.settings_dialog",
        "videogen_desktop.ui.settings.welcome",
        "videogen_desktop.ui.shortcuts.dialog",
        "videogen_desktop.ui.shortcuts.table",
        "videogen_desktop.ui.themed_dialog",
        "videogen_desktop.ui.viewer.viewer",
    }
    print(sorted(late & set(sys.modules)))
    # PySide makes a class, and its enumerations, when it is first asked for: the first of these
    # takes 27 to 42 ms, the second 1.
    late = {"QtCore": ("Qt",), "QtWidgets": ("QAbstractItemView",), "QtGui": ("QAction",)}
    print([
        name for module, names in late.items() for name in names
        if name in vars(sys.modules[f"PySide6.{module}"])
    ])
    self.close()

MainWindow._after_first_paint = look
sys.exit(app.main(["--provider", "sandbox", "--data-dir", sys.argv[1]]))
"""


READS_NO_SOURCE = """
import builtins, linecache, sys
from videogen_desktop import app
from videogen_desktop.ui.main_window import MainWindow

# What this script imported before the program began is its own affair.
linecache.clearcache()

def look(self):
    print(builtins.__import__ is builtins.__orig_import__)
    print(sorted(name for name in linecache.cache if "videogen" in name))
    self.close()

MainWindow._after_first_paint = look
sys.exit(app.main(["--provider", "sandbox", "--data-dir", sys.argv[1]]))
"""


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        arguments, capture_output=True, text=True, timeout=120, check=False, encoding="utf-8"
    )


def test_the_self_test_names_every_version(tmp_path: Path) -> None:
    said = run(*WINDOW, "--self-test", "--data-dir", str(tmp_path))
    assert said.returncode == 0, said.stderr
    for name in (videogen_desktop.__version__, "Python", "Qt", "PySide6", "SQLite", "FFmpeg"):
        assert name in said.stdout
    assert "unknown" not in said.stdout
    assert said.stdout.rstrip().endswith("self-test: ok")
    assert not list(tmp_path.rglob("videogen.log*"))
    (log,) = tmp_path.rglob("videogen-desktop.log")
    # A program without a console has nobody else to tell.
    assert "self-test: ok" in log.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="streams of POSIX")
@pytest.mark.parametrize("redirection", [">&- 2>&-", ">/dev/full"])
def test_the_self_test_ends_also_where_nobody_hears_it(tmp_path: Path, redirection: str) -> None:
    shell = f'exec "$@" {redirection}'
    command = [*WINDOW, "--self-test", "--data-dir", str(tmp_path)]
    assert run("sh", "-c", shell, "sh", *command).returncode == 0


def test_a_screenshot_is_a_picture_of_the_window(tmp_path: Path) -> None:
    target = tmp_path / "window.png"
    said = run(
        *WINDOW, "--data-dir", str(tmp_path / "data"), "--screenshot", str(target),
        "--window-size", "1024x600",
    )  # fmt: skip
    assert said.returncode == 0, said.stderr
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == (1024, 600)


def test_a_library_that_does_not_open_fails_the_self_test(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_text("not a database, and long enough to be none " * 200)
    said = run(*WINDOW, "--self-test", "--data-dir", str(tmp_path))
    assert said.returncode == 1
    assert "the library did not open" in said.stderr
    assert "Traceback" not in said.stderr


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    said = run(sys.executable, "-c", NOT_BEFORE_THE_FIRST_PAINT, str(tmp_path))
    assert said.returncode == 0, said.stderr
    assert said.stdout.splitlines() == ["[]", "[]"]


def test_what_may_not_be_imported_before_the_first_paint_exists() -> None:
    """A module that was renamed would never be found where it may not be."""
    names = re.findall(r'"([a-zA-Z_]\w*(?:\.\w+)+)"', NOT_BEFORE_THE_FIRST_PAINT)
    assert len(names) > 10
    assert [name for name in names if importlib.util.find_spec(name) is None] == []


def test_the_names_that_a_command_line_is_checked_against_are_the_vendors() -> None:
    assert vendors().names == NAMES


def test_no_source_is_read_for_a_feature_of_pyside_that_we_do_not_use(tmp_path: Path) -> None:
    said = run(sys.executable, "-c", READS_NO_SOURCE, str(tmp_path))
    assert said.returncode == 0, said.stderr
    is_restored, sources = said.stdout.splitlines()
    assert is_restored == "True"
    # What was read before it was restored is given back with it.
    assert literal_eval(sources) == []


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interrupt_closes_the_window_in_order(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [*WINDOW, "--verbose", "--data-dir", str(tmp_path)], stderr=subprocess.PIPE, text=True
    )
    with program:
        assert program.stderr is not None
        # The first line of the log comes after the handlers stand.
        program.stderr.readline()
        os.kill(program.pid, signal.SIGINT)
        said = program.stderr.read()
    assert program.returncode == 0, said
