"""A second start brings the first window to the front; two folders are two windows."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from videogen_desktop.ui.single_instance import SingleInstance

CLAIM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from videogen_desktop.ui.single_instance import SingleInstance
application = QCoreApplication([])
print(SingleInstance(Path(sys.argv[1])).claim())
"""
HOLD = CLAIM + "instance = SingleInstance(Path(sys.argv[1]));instance.claim();instance.listen()\n"


@pytest.fixture
def first(tmp_path: Path) -> Iterator[SingleInstance]:
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    instance.listen()
    yield instance
    instance.close()
    instance.deleteLater()


def second_start(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", CLAIM, str(folder)], stdout=subprocess.PIPE, text=True
    )


def said(process: "subprocess.Popen[str]") -> str:
    return process.communicate(timeout=30)[0].strip()


def test_a_second_start_raises_the_first_and_ends(
    first: SingleInstance, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(first.raiseRequested, timeout=30_000):
        process = second_start(tmp_path)
    assert said(process) == "False"


@pytest.mark.usefixtures("first")
def test_another_folder_has_a_window_of_its_own(tmp_path: Path) -> None:
    assert said(second_start(tmp_path / "other")) == "True"


def test_after_a_kill_the_next_start_has_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    hold = HOLD + "print('held', flush=True); sys.stdin.read()\n"
    killed = subprocess.Popen(
        [sys.executable, "-c", hold, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert killed.stdout is not None
    while killed.stdout.readline().strip() != "held":
        pass
    killed.kill()
    killed.communicate(timeout=30)
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    instance.listen()
    with qtbot.waitSignal(instance.raiseRequested, timeout=30_000):
        process = second_start(tmp_path)
    assert said(process) == "False"
    instance.close()
    instance.deleteLater()


def test_what_a_killed_second_start_left_behind_raises_at_most_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    left_over = tmp_path / "second-starts" / "left-over"
    left_over.parent.mkdir()
    left_over.touch()
    instance = SingleInstance(tmp_path)
    raised: list[bool] = []
    instance.raiseRequested.connect(lambda: raised.append(True))
    assert instance.claim()
    instance.listen()
    assert raised == [True]
    assert not left_over.exists()
    with qtbot.waitSignal(instance.raiseRequested, timeout=30_000):
        process = second_start(tmp_path)
    assert said(process) == "False"
    assert raised == [True, True]
    instance.close()
    instance.deleteLater()


def test_without_a_folder_to_ask_in_the_library_is_still_opened(
    first: SingleInstance, tmp_path: Path
) -> None:
    (tmp_path / "second-starts").rmdir()
    (tmp_path / "second-starts").write_text("not a folder")
    assert said(second_start(tmp_path)) == "True"


@pytest.mark.usefixtures("first")
def test_a_second_start_lets_the_first_come_to_the_front_before_it_asks(tmp_path: Path) -> None:
    """Windows gives the foreground to nobody whom its owner has not let."""
    asked: list[bool] = []

    def let_to_front() -> None:
        asked.append(any((tmp_path / "second-starts").iterdir()))
        raise OSError  # far enough

    assert SingleInstance(tmp_path, let_to_front).claim()
    assert asked == [False]
