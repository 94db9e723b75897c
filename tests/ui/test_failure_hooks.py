"""What nobody caught is told as what it is, whatever the program on the disk says of itself."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from videogen_desktop import __version__
from videogen_desktop.domain.errors import ProgramUpdatedError
from videogen_desktop.ui import failure_hooks
from videogen_desktop.ui.failure_hooks import FailureHooks


def told(qtbot: QtBot, hooks: FailureHooks) -> list[BaseException]:
    """What is told of one defect that is met twice."""
    heard: list[BaseException] = []
    hooks.failed.connect(heard.append)
    for _ in range(2):
        try:
            raise ImportError("cannot import name 'X'")
        except ImportError as error:
            hooks._unhandled(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    qtbot.wait(50)
    return heard


@pytest.mark.parametrize(
    "command",
    [
        [sys.executable, "-c", f"print('VideoGen Desktop {__version__}')"],
        [sys.executable, "-c", "import time; time.sleep(60)"],
        [sys.executable, "-c", "raise SystemExit(1)"],
        ["there-is-no-such-program"],
    ],
    ids=["the same", "says nothing", "fails", "is not there"],
)
def test_a_defect_of_our_own_is_told_once_and_as_itself(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setattr(failure_hooks, "own_command", lambda *_: command)
    monkeypatch.setattr(failure_hooks, "_PATIENCE_MS", 100 if "sleep" in command[-1] else 10_000)
    (error,) = told(qtbot, FailureHooks())
    assert isinstance(error, ImportError)


def test_a_program_that_was_updated_fails_because_of_that(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = [sys.executable, "-c", "print('VideoGen Desktop 99.0.0')"]
    monkeypatch.setattr(failure_hooks, "own_command", lambda *_: newer)
    (error,) = told(qtbot, FailureHooks())
    assert isinstance(error, ProgramUpdatedError)
    assert (error.running, error.installed) == (__version__, "99.0.0")
