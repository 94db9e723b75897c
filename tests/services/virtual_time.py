"""Time that jumps to the next thing that is due, so that hours pass in microseconds."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from typing import Any, TypeVar

_Result = TypeVar("_Result")
START_MS = 1_795_000_000_000


class _Selector(selectors.DefaultSelector):
    """Never waits for a timer: it tells the loop that the time has passed."""

    loop: "VirtualTimeLoop"

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None or timeout <= 0 or self.loop.threads:
            # A thread at work counts as no time at all, and is really waited for.
            return super().select(0.05 if timeout is None or timeout > 0 else 0)
        self.loop.seconds += timeout
        return super().select(0)


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """A loop whose clock stands still while anything can run."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.threads = 0
        selector = _Selector()
        selector.loop = self
        super().__init__(selector)
        # Timers of the next 16 ms are due at once on Windows, where a clock is no finer: here all
        # would fire before the time of any of them.
        self._clock_resolution = 1e-9

    def time(self) -> float:
        return self.seconds

    def run_in_executor(  # type: ignore[override]
        self, executor: Executor | None, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        self.threads += 1
        future: asyncio.Future[Any] = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._thread_done)
        return future

    async def shutdown_default_executor(self, *_timeout: float | None) -> None:
        # Python 3.12 gives it a timer, which would jump: threads that end are waited for.
        await super().shutdown_default_executor()

    def _thread_done(self, _future: asyncio.Future[Any]) -> None:
        self.threads -= 1


class VirtualClock:
    """The services' clock on a VirtualTimeLoop; `jump` moves the wall clock alone."""

    def __init__(self) -> None:
        self._jumped_ms = 0

    def now_ms(self) -> int:
        return START_MS + self._jumped_ms + self.monotonic_ms()

    def monotonic_ms(self) -> int:
        return round(asyncio.get_running_loop().time() * 1000)

    async def sleep(self, milliseconds: int) -> None:
        await asyncio.sleep(milliseconds / 1000)

    def jump(self, milliseconds: int) -> None:
        self._jumped_ms += milliseconds


def run_virtually(story: Coroutine[Any, Any, _Result]) -> _Result:
    """Run the story to its end in virtual time."""
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        return runner.run(story)
