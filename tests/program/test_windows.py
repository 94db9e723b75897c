"""Calls of Windows alone, made to a table in place of its libraries."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest

from videogen_desktop import app
from videogen_desktop.cli.running import (
    InterruptedByUserError,
    Interruption,
    interrupted_by_console,
    run_interruptibly,
)
from videogen_desktop.program.windows import (
    APP_USER_MODEL_ID,
    CONSOLE_CLOSED,
    LOGOFF,
    RUNNING_MUTEX,
    SHUTDOWN,
    Windows,
)


class Libraries:
    """As `ctypes.windll`: any function of any library; notes each call."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, library: str) -> "_Library":
        return _Library(library, self.calls)


class _Library:
    def __init__(self, name: str, calls: list[tuple[str, tuple[Any, ...]]]) -> None:
        self._name = name
        self._calls = calls

    def __getattr__(self, function: str) -> Callable[..., int]:
        def call(*arguments: Any) -> int:
            self._calls.append((f"{self._name}.{function}", arguments))
            return 1

        return call


def same(function: Callable[[int], int]) -> Callable[[int], int]:
    return function


def test_a_window_is_named_and_marked_before_anything_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    libraries = Libraries()
    with pytest.raises(SystemExit):
        app.main(["--version"], windows=Windows(libraries, same))
    assert "0." in capsys.readouterr().out
    assert libraries.calls == [
        ("kernel32.CreateMutexW", (None, False, RUNNING_MUTEX)),
        ("shell32.SetCurrentProcessExplicitAppUserModelID", (APP_USER_MODEL_ID,)),
    ]


def test_any_process_may_come_to_the_front() -> None:
    libraries = Libraries()
    Windows(libraries, same).let_others_to_front()
    assert libraries.calls == [("user32.AllowSetForegroundWindow", (-1,))]


@pytest.mark.parametrize("event", [CONSOLE_CLOSED, LOGOFF, SHUTDOWN])
def test_a_console_that_is_closed_ends_a_command_in_order(event: int) -> None:
    libraries = Libraries()
    is_over = threading.Event()
    interrupted_by_console(Windows(libraries, same, is_over.wait))
    ((function, (handle, is_added)),) = libraries.calls
    assert (function, is_added) == ("kernel32.SetConsoleCtrlHandler", True)
    # As Windows does it: on a thread of its own, and the process goes on until that returns.
    closing = threading.Thread(target=handle, args=(event,))

    async def command(stop: Interruption) -> None:
        closing.start()
        await stop.unless(asyncio.Event().wait())

    try:
        with pytest.raises(InterruptedByUserError):
            run_interruptibly(command)
    finally:
        is_over.set()
        closing.join()


def test_ctrl_c_and_ctrl_break_are_left_to_the_signals() -> None:
    libraries = Libraries()
    told: list[int] = []
    Windows(libraries, same).on_console_end(lambda: told.append(1))
    ((_, (handle, _)),) = libraries.calls
    assert [handle(event) for event in (0, 1)] == [0, 0]
    assert not told


def test_the_console_waits_for_the_command_to_end() -> None:
    """Windows kills the process as soon as the handler returns."""
    libraries = Libraries()
    happened: list[str] = []
    windows = Windows(libraries, same, lambda _seconds: happened.append("waited"))
    windows.on_console_end(lambda: happened.append("told"))
    ((_, (handle, _)),) = libraries.calls
    assert handle(CONSOLE_CLOSED) == 1
    assert happened == ["told", "waited"]
