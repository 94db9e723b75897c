"""The engine's thread: one asyncio loop that owns the database and the network."""

import asyncio
import concurrent.futures
import logging
import os
import sys
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")
_NICENESS = 8


class BackgroundWorker:
    """A thread with a loop of its own.

    `start` and `stop` belong to the thread that made it; `submit` may be called from any.
    """

    def __init__(self, name: str = "engine") -> None:
        self._name = name
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ready = threading.Event()
        self._stopping: asyncio.Event | None = None

    def start(self) -> None:
        """Return once the loop runs."""
        self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
        self._thread.start()
        self._ready.wait()

    def submit(
        self, coroutine: Coroutine[Any, Any, _Result]
    ) -> "concurrent.futures.Future[_Result]":
        """Run the coroutine on the worker. Raises RuntimeError once the worker has stopped.

        The future holds the result; the UI thread never waits on it, it adds a callback.
        """
        if self._loop is None or self._loop.is_closed():
            coroutine.close()
            raise RuntimeError("the worker does not run")
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop)

    def stop(self, timeout_ms: int) -> bool:
        """Cancel what runs, let it clean up, join. True when the thread ended in time."""
        if self._thread is None:
            return True
        if self._loop is not None and self._stopping is not None and not self._loop.is_closed():
            # RuntimeError: the loop closed between the check and the call.
            try:
                self._loop.call_soon_threadsafe(self._stopping.set)
            except RuntimeError:
                _log.debug("worker already closed")
        self._thread.join(timeout_ms / 1000)
        return not self._thread.is_alive()

    def _run(self) -> None:
        _yield_to_the_window()
        with asyncio.Runner() as runner:
            self._loop = runner.get_loop()
            self._loop.set_exception_handler(_log_failure)
            runner.run(self._serve())

    async def _serve(self) -> None:
        self._stopping = asyncio.Event()
        self._ready.set()
        await self._stopping.wait()


def _yield_to_the_window() -> None:
    # On Linux a niceness is a thread's, elsewhere the process's. With 200 jobs on two processors
    # the window's thread waited a quarter less for its turn. Children start from here.
    if sys.platform.startswith("linux"):
        os.nice(_NICENESS)


def _log_failure(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    _log.error("engine: %s", context.get("message"), exc_info=context.get("exception"))
