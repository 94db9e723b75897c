"""The sandbox as a child process that ends with us."""

import asyncio
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from videogen_desktop.domain.addresses import is_loopback, normalised_api_base
from videogen_desktop.domain.errors import ApiBaseRefusedError, LocalServerError
from videogen_desktop.executable import own_command

START_DEADLINE_S = 20.0
STOP_DEADLINE_S = 5.0
LOG_NAME = "sandbox.log"
_LOG_BYTES_SHOWN = 2_000
_DISCARDED_BYTES = 65_536
# A real account's key is none of the sandbox's business.
_WITHHELD = frozenset({"VIDEOGEN_API_KEY", "VIDEOGEN_API_BASE"})


class SandboxChild:
    """One sandbox process over one folder of books; used from the worker's event loop.

    `arguments` are further options (`--speed`, `--clip`, `--fault`); `command` runs the sandbox
    when it is not our own `sandbox` command. Its errors go to `sandbox.log` in the folder.
    """

    def __init__(
        self,
        state_directory: Path,
        *,
        arguments: Sequence[str] = (),
        command: Sequence[str] | None = None,
        start_deadline_s: float = START_DEADLINE_S,
        stop_deadline_s: float = STOP_DEADLINE_S,
    ) -> None:
        self._state_directory = state_directory
        self._arguments = tuple(arguments)
        self._command = tuple(own_command("sandbox") if command is None else command)
        self._start_deadline_s = start_deadline_s
        self._stop_deadline_s = stop_deadline_s
        self._process: asyncio.subprocess.Process | None = None
        self._draining: asyncio.Task[None] | None = None
        self._starting = asyncio.Lock()
        self._address = ""
        self._key = ""
        self._webhook_key = ""

    def __repr__(self) -> str:
        return f"SandboxChild({self._address!r}, is_running={self.is_running})"

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def address(self) -> str:
        """The API base; it changes with every start. Raises LocalServerError before the first."""
        if not self._address:
            raise LocalServerError("the sandbox was not started")
        return self._address

    @property
    def key(self) -> str:
        """The key that the sandbox takes. Raises LocalServerError before the first start."""
        if not self._key:
            raise LocalServerError("the sandbox was not started")
        return self._key

    @property
    def webhook_key(self) -> str:
        """What its callbacks are signed with; empty before the first start."""
        return self._webhook_key

    async def launch(self) -> None:
        """Start the process unless it runs; `start` waits for it, and tells what went wrong."""
        async with self._starting:
            if not self.is_running:
                self._draining = None
                with contextlib.suppress(OSError):
                    self._process = await self._spawned()

    async def start(self) -> None:
        """Start the process unless it runs, and wait until it listens. Raises LocalServerError."""
        async with self._starting:
            if self.is_running and self._draining is not None:
                return
            try:
                if self._process is None or not self.is_running:
                    self._process = await self._spawned()
                async with asyncio.timeout(self._start_deadline_s):
                    line = await self._first_line(self._process)
                self._address, self._key, self._webhook_key = _announced(line)
                self._draining = self._drained(self._process)
            except BaseException as error:
                # Also a cancelled start leaves no process behind.
                await self.stop()
                if isinstance(error, TimeoutError):
                    raise LocalServerError("the sandbox did not start in time") from error
                if isinstance(error, OSError):
                    raise LocalServerError(f"the sandbox could not start: {error}") from error
                raise

    async def stop(self) -> None:
        """End the process: its input is closed, then, after a while, it is killed."""
        process = self._process
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        draining = self._draining or self._drained(process)
        try:
            async with asyncio.timeout(self._stop_deadline_s):
                await process.wait()
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        draining.cancel()
        self._process = self._draining = None

    async def _spawned(self) -> asyncio.subprocess.Process:
        folder = self._state_directory
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (folder / LOG_NAME).open("wb") as log:
            return await asyncio.create_subprocess_exec(
                *self._command,
                *("--port", "0", "--state", str(folder), "--end-with-input"),
                *self._arguments,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env={name: v for name, v in os.environ.items() if name not in _WITHHELD},
                # Ctrl+C in our terminal must not end it before we have ended. A group, not a
                # session: Linux shares the processors between sessions first, so that its
                # niceness would count for nothing beside our window.
                process_group=0,
                creationflags=_creation_flags(),
            )

    async def _first_line(self, process: asyncio.subprocess.Process) -> bytes:
        if process.stdout is None:
            raise LocalServerError("the sandbox has no output")
        try:
            line = await process.stdout.readline()
        except ValueError as error:
            raise LocalServerError("the sandbox said something else than its address") from error
        if not line.endswith(b"\n"):
            raise LocalServerError(f"the sandbox ended at once: {self._log_end()}")
        return line

    def _drained(self, process: asyncio.subprocess.Process) -> asyncio.Task[None]:
        # Behind a full pipe the child would block, and asyncio would never see its end.
        return asyncio.create_task(_discard(process.stdout))

    def _log_end(self) -> str:
        try:
            log = (self._state_directory / LOG_NAME).read_bytes()
        except OSError:
            return ""
        return log[-_LOG_BYTES_SHOWN:].decode("utf-8", "replace").strip()


async def _discard(stream: asyncio.StreamReader | None) -> None:
    while stream is not None and await stream.read(_DISCARDED_BYTES):
        pass


def _announced(line: bytes) -> tuple[str, str, str]:
    try:
        said = json.loads(line)
        address, key = normalised_api_base(said["address"]), said["key"]
        webhook_key = said.get("webhook_key", "")
    except (ValueError, KeyError, TypeError, AttributeError, ApiBaseRefusedError) as error:
        raise LocalServerError("the sandbox said something else than its address") from error
    if not is_loopback(address) or not isinstance(key, str) or not key:
        raise LocalServerError("the sandbox is not on this machine")
    return address, key, webhook_key if isinstance(webhook_key, str) else ""


def _creation_flags() -> int:
    if sys.platform == "win32":
        return (
            subprocess.BELOW_NORMAL_PRIORITY_CLASS
            | subprocess.CREATE_NEW_PROCESS_GROUP
            | subprocess.CREATE_NO_WINDOW
        )
    return 0
