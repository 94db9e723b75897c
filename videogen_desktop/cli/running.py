"""Runs a command's coroutine so that Ctrl+C and SIGTERM end it in order."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from videogen_desktop.domain.events import Event
    from videogen_desktop.domain.video import LibraryItem
    from videogen_desktop.engine.opening import EngineOptions
    from videogen_desktop.program.windows import Windows
    from videogen_desktop.services.wallet_engine import WalletEngine

_Result = TypeVar("_Result")

# WalletEngine.close gives a paid POST 15 s; a system that shuts down gives us less.
PATIENCE_SECONDS = 17.0
HURRIED_SECONDS = 2.0


# A terminal that is closed sends the last one; Windows has Ctrl+Break.
_ENDING = [signal.SIGINT, signal.SIGTERM]
if sys.platform != "win32":
    _ENDING.append(signal.SIGHUP)
else:
    _ENDING.append(signal.SIGBREAK)


class InterruptedByUserError(Exception):
    """The user or the system wants this command to end."""


class Interruption:
    """Says whether the command was told to end, and how much time that leaves."""

    def __init__(self) -> None:
        self._happened = asyncio.Event()
        self._hurry = asyncio.Event()

    @property
    def happened(self) -> bool:
        """Whether it was told to end."""
        return self._happened.is_set()

    def by(self, number: int) -> None:
        """A signal came; a second one, or one of the system, leaves less time. On the loop's
        thread."""
        if self._happened.is_set() or number != signal.SIGINT:
            self._hurry.set()
        self._happened.set()

    async def unless(self, work: Awaitable[_Result]) -> _Result:
        """The result of `work`; interrupted, it is cancelled and InterruptedByUserError raised."""
        # Imported where a command works: one that only reads loads no services.
        from videogen_desktop.services.waiting import unless

        ended = await unless(self._happened, work)
        if ended.cancelled():
            raise InterruptedByUserError
        return ended.result()

    async def ending(
        self, work: Awaitable[_Result], stop: Callable[[], Awaitable[None]]
    ) -> _Result:
        """The result of `work`, which `stop` ends early when the command is interrupted."""

        async def stop_when_told() -> None:
            await self._happened.wait()
            await stop()

        stopping = asyncio.ensure_future(stop_when_told())
        try:
            return await work
        finally:
            stopping.cancel()
            await asyncio.gather(stopping, return_exceptions=True)

    async def closing(self, close: Coroutine[Any, Any, None]) -> None:
        """Close in order, and give up on it when the time is over; the rest is crash-safe."""
        task = asyncio.ensure_future(close)
        hurry = asyncio.ensure_future(self._hurry.wait())
        await asyncio.wait(
            {task, hurry}, timeout=PATIENCE_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        hurry.cancel()
        if not task.done():
            await asyncio.wait({task}, timeout=HURRIED_SECONDS)
        if task.done():
            task.result()


def run_interruptibly(command: Callable[[Interruption], Coroutine[Any, Any, _Result]]) -> _Result:
    """Run it to its end on a loop of its own. Main thread.

    Raises what the command raises; a KeyboardInterrupt before the loop runs passes through.
    """
    before = {number: handler for number in _ENDING if (handler := _heeded(number)) is not None}
    interruption: Interruption | None = None
    try:
        with asyncio.Runner() as runner:
            loop = runner.get_loop()

            async def run() -> _Result:
                nonlocal interruption
                interruption = Interruption()
                with _signals_told_to(interruption, loop):
                    return await command(interruption)

            return runner.run(run())
    finally:
        has_happened = interruption is not None and interruption.happened
        for number, handler in before.items():
            is_over = has_happened and handler is _interrupt
            signal.signal(number, _nothing if is_over else handler)


def _heeded(number: int) -> Any:
    """Its handler; None where it is ignored, as a terminal's end under nohup is none of ours."""
    handler = signal.getsignal(number)
    return None if handler is signal.SIG_IGN else handler


def run_logged(
    options: "EngineOptions",
    command: Callable[[Interruption], Coroutine[Any, Any, _Result]],
    *,
    verbose: bool,
) -> _Result:
    """The same with the log open. Once it has its result, no interrupt takes that back. Main
    thread."""
    from videogen_desktop.program.log_file import logging_to
    from videogen_desktop.program.options import secrets_of

    secrets = (*secrets_of(), options.wallet.api_key or "")
    with logging_to(options.places.logs, secrets, verbose=verbose):
        result = run_interruptibly(command)
    interrupted_no_more()
    return result


async def act_on(
    options: "EngineOptions",
    video_id: str,
    act: "Callable[[WalletEngine], Awaitable[None]]",
    stop: Interruption,
) -> "LibraryItem":
    """The video as `act` left it, in an engine that is opened for this alone.

    Raises VideoGenError and InterruptedByUserError; then nothing was changed.
    """
    from videogen_desktop.engine.opening import open_engine

    engine = await open_engine(options, _unheard)
    try:
        await stop.unless(act(engine))
        return (await engine.items([video_id]))[0]
    finally:
        await stop.closing(engine.close())


def _unheard(_event: "Event") -> None:
    """The answer is read when all is done."""


def interrupted_by_console(windows: "Windows") -> None:
    """The same when its console is closed, for which Windows has no signal."""
    windows.on_console_end(partial(signal.raise_signal, signal.SIGTERM))


def interrupted_once() -> None:
    """Outside the loop too, Ctrl+C and the system's signals end the command in order; a second one
    does not cut the words short that say what became of a paid video. Main thread."""
    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def interrupted_no_more() -> None:
    """The command has its result: what is left is to say what became of a paid video. Main
    thread."""
    for number in _ENDING:
        if signal.getsignal(number) is _interrupt:
            signal.signal(number, _nothing)


def interrupts_ignored() -> None:
    """All is said, and the process ends: a Ctrl+C while Python takes itself down made its exit code
    another one. There, only what the system itself ignores is ignored. Main thread."""
    for number in _ENDING:
        signal.signal(number, signal.SIG_IGN)


def end_at_once(code: int) -> NoReturn:
    """End an interrupted process whose last word is said. Python itself would end it by the signal
    and not with this code where the interrupt came while a text was executed, as each dataclass
    is: one `videogen show` in ninety, interrupted while it was importing."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _interrupt(_number: int, _frame: object) -> None:
    interrupted_no_more()
    raise KeyboardInterrupt


def _nothing(_number: int, _frame: object) -> None:
    """It is ending already."""


@contextmanager
def _signals_told_to(interruption: Interruption, loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    numbers = [number for number in _ENDING if _heeded(number) is not None]
    if sys.platform == "win32":

        def tell(number: int, _frame: object) -> None:
            loop.call_soon_threadsafe(interruption.by, number)

        for number in numbers:
            signal.signal(number, tell)
    else:
        for number in numbers:
            loop.add_signal_handler(number, interruption.by, number)
    try:
        yield
    finally:
        # In between stands Python's own handler, which cuts short what is said about money.
        if sys.platform != "win32":
            signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
            for number in numbers:
                loop.remove_signal_handler(number)
        # There is a result, and the loop still waits for its threads: what stopped it there was
        # told as a defect (a picture that was being taken in, and Ctrl+C again and again).
        for number in numbers:
            signal.signal(number, _nothing)
        if sys.platform != "win32":
            signal.pthread_sigmask(signal.SIG_UNBLOCK, numbers)
