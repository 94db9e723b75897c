"""A second start beside a window that dies, stops, wakes or closes: one of the two has the folder.

The library is not at stake here: whatever the windows think, one engine has it at a time
(tests/two_processes/test_terminal_and_window.py lets a second window wait for a stopped one).
"""

import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGSTOP")

# A window as far as the folder sees it: what it does is said to it a word a line.
WINDOW = """
import select, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from videogen_desktop.ui import single_instance
single_instance.PATIENCE_MS = int(sys.argv[2])
application = QCoreApplication([])
instance = single_instance.SingleInstance(Path(sys.argv[1]))
instance.raiseRequested.connect(lambda: print("raised", flush=True))
def hear():
    while select.select([0], [], [], 0)[0]:
        word = sys.stdin.readline().strip()
        if not word:
            application.exit()
            return
        print(word, getattr(instance, word)(), flush=True)
timer = QTimer(interval=10)
timer.timeout.connect(hear)
timer.start()
application.exec()
"""
_SOON_MS, _LONG_MS = 1_000, 60_000
HANGS_SECONDS = 30
# What the window that is there already has done; one that is closing is as one that starts.
PHASES = {"starting": ("claim",), "open": ("claim", "listen")}
Start = Callable[[int], "Window"]


class Window:
    """One process; it ends with its input."""

    def __init__(self, folder: Path, patience_ms: int) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WINDOW, str(folder), str(patience_ms)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )

    def say(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n".encode())

    def heard(self) -> str:
        assert self.process.stdout is not None
        # A second start used to wait three minutes for a window that is stopped.
        assert select.select([self.process.stdout], [], [], HANGS_SECONDS)[0], "it hangs"
        return self.process.stdout.readline().decode().strip()

    def tell(self, *words: str) -> list[str]:
        answers = []
        for word in words:
            self.say(word)
            answers.append(self.heard())
        return answers

    def end(self) -> None:
        self.process.send_signal(signal.SIGCONT)
        self.process.kill()
        self.process.communicate(timeout=30)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    with ExitStack() as running:

        def begin(patience_ms: int = _LONG_MS) -> Window:
            window = Window(tmp_path, patience_ms)
            running.callback(window.end)
            return window

        yield begin


@pytest.mark.parametrize("phase", PHASES)
def test_beside_one_that_is_killed_the_second_has_the_folder(start: Start, phase: str) -> None:
    first, second = start(_LONG_MS), start(_LONG_MS)
    assert first.tell(*PHASES[phase])[0] == "claim True"
    first.process.send_signal(signal.SIGSTOP)
    # It already waits when the first dies.
    second.say("claim")
    first.process.kill()
    assert second.heard() == "claim True"
    assert second.tell("listen") == ["listen None"]
    third = start(_LONG_MS)
    assert third.tell("claim") == ["claim False"]
    assert second.heard() == "raised"


@pytest.mark.parametrize("phase", PHASES)
def test_one_that_is_stopped_is_not_waited_for_for_ever(start: Start, phase: str) -> None:
    first, second = start(_LONG_MS), start(_SOON_MS)
    first.tell(*PHASES[phase])
    first.process.send_signal(signal.SIGSTOP)
    assert second.tell("claim") == ["claim True"]


def test_one_that_wakes_in_time_is_raised_and_the_second_ends(start: Start) -> None:
    first, second = start(_LONG_MS), start(_LONG_MS)
    first.tell("claim", "listen")
    first.process.send_signal(signal.SIGSTOP)
    second.say("claim")
    first.process.send_signal(signal.SIGCONT)
    assert first.heard() == "raised"
    assert second.heard() == "claim False"


def test_one_that_is_starting_is_raised_once_it_is_open(start: Start) -> None:
    first, second = start(_LONG_MS), start(_LONG_MS)
    first.tell("claim")
    second.say("claim")
    first.say("listen")
    assert sorted((first.heard(), first.heard())) == ["listen None", "raised"]
    assert second.heard() == "claim False"


def test_one_that_closes_hands_the_folder_over(start: Start) -> None:
    first, second = start(_LONG_MS), start(_LONG_MS)
    first.tell("claim")
    second.say("claim")
    first.say("close")
    assert second.heard() == "claim True"
    assert second.tell("listen") == ["listen None"]
    third = start(_LONG_MS)
    assert third.tell("claim") == ["claim False"]
