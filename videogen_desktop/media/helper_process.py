"""The child process that the media helper runs in: its pipes, its end and its log."""

import asyncio
import contextlib
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Self

from videogen_desktop.media.protocol import (
    LENGTH,
    Answer,
    ProtocolError,
    Request,
    body_length,
    decode_answer,
    encode,
)

_END_SECONDS = 2.0
_LOGGED_CHUNKS = 16
# A helper that a file has taken over must not find the key among its variables.
_SECRET_VARIABLES = frozenset({"VIDEOGEN_API_KEY"})
_log = logging.getLogger(__name__)


class HelperProcess:
    """Belongs to the event loop that started it. `end` or `kill` must be awaited once."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        if process.stdin is None or process.stdout is None or process.stderr is None:
            raise ValueError("started without pipes")
        self._process = process
        self._requests = process.stdin
        self._answers = process.stdout
        self._log_task = asyncio.create_task(_log_start(process.stderr))

    @classmethod
    async def start(cls, command: Sequence[str]) -> Self:
        """Raises OSError when the command cannot be run."""
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={k: v for k, v in os.environ.items() if k not in _SECRET_VARIABLES},
            # Ctrl+C in the terminal is for the program, not for its helper. A group, not a session:
            # across sessions of Linux its niceness would count for nothing.
            process_group=0,
            creationflags=_creation_flags(),
        )
        return cls(process)

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    async def exchange(
        self, request: Request, on_progress: Callable[[Answer], None] | None = None
    ) -> Answer:
        """Send `request` and wait for its answer; after any exception the pipes are out of step.

        `on_progress` hears how far the job is; without it none may say so. Raises OSError or
        EOFError when the process ended and ProtocolError for a wrong answer.
        """
        self._requests.write(encode(request))
        await self._requests.drain()
        while (answer := await self._next_answer(request)).outcome == "progress":
            if on_progress is None:
                raise ProtocolError("outcome")
            on_progress(answer)
        return answer

    async def _next_answer(self, request: Request) -> Answer:
        header = await self._answers.readexactly(LENGTH.size)
        answer = decode_answer(await self._answers.readexactly(body_length(header)))
        if answer.number != request.number:
            raise ProtocolError("number")
        return answer

    async def end(self) -> None:
        """Close its input, which ends an idle helper, and kill it if it does not end in time."""
        self._requests.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_END_SECONDS):
                await self._process.wait()
        await self.kill()

    async def kill(self) -> None:
        """Kill it at once; returns when it is reaped and its pipes are closed.

        No exchange may be waiting then.
        """
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        self._requests.close()
        # Bounded: a process that waits for a dead network file system outlives even a kill.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_END_SECONDS):
                # A reader with a full buffer is paused and would never see the end.
                await _read_to_end(self._answers)
                await self._log_task
                await self._process.wait()
        self._log_task.cancel()


async def _read_to_end(stream: asyncio.StreamReader) -> None:
    with contextlib.suppress(OSError):
        while await stream.read(1 << 16):
            pass


async def _log_start(errors: asyncio.StreamReader) -> None:
    """Log the beginning of standard error and drop the rest: the helper never waits for us."""
    with contextlib.suppress(OSError):
        for _ in range(_LOGGED_CHUNKS):
            chunk = await errors.read(4096)
            if not chunk:
                return
            _log.debug("media helper: %s", ascii(chunk.decode("utf-8", "replace")))
    await _read_to_end(errors)


def _creation_flags() -> int:
    if sys.platform == "win32":
        return (
            subprocess.BELOW_NORMAL_PRIORITY_CLASS
            | subprocess.CREATE_NEW_PROCESS_GROUP
            | subprocess.CREATE_NO_WINDOW
        )
    else:
        return 0
