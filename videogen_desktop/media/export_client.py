"""The worker's side of the export helper. Nothing here opens a media file."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from videogen_desktop.domain.errors import (
    ExportRefusedError,
    MediaHelperError,
    NotPlayableError,
    VideoGenError,
)
from videogen_desktop.domain.export import ClipPart, ExportPlan, ExportStage, MadeClip, PartFacts
from videogen_desktop.media.export_plan import plan_text
from videogen_desktop.media.helper_process import HelperProcess
from videogen_desktop.media.protocol import (
    Answer,
    ProtocolError,
    Refusal,
    Request,
    integer,
    refusal,
)

_REASONS = frozenset({"nothing_left", "too_long"})
_Result = TypeVar("_Result")
Progress = Callable[[ExportStage, int, int, int, int], None]


class ExportHelper:
    """Has files made by a child process, one at a time, in the order of the calls.

    Belongs to one event loop (the worker's). The child is killed when its job is cancelled, when
    it dies or answers nonsense; the next job starts another.
    """

    def __init__(self, command: Sequence[str]) -> None:
        """`command` runs the helper."""
        self._command = tuple(command)
        self._turn = asyncio.Lock()
        self._process: HelperProcess | None = None
        self._jobs_sent = 0
        self._is_closed = False

    async def prepare(self) -> None:
        """Start the child if it does not run, so that the next job need not wait for it. Nothing is
        raised: what keeps it from starting is told by that job."""
        async with self._turn:
            if not self._is_closed:
                with contextlib.suppress(OSError):
                    await self._running()

    async def make(self, plan: ExportPlan, destination: Path, progress: Progress) -> MadeClip:
        """Write the file, whose path is absolute, and flush it to the disk.

        `progress` hears of stage, milliseconds done and in all, the clip's number and their count.
        Raises NotPlayableError, ExportRefusedError, and MediaHelperError whose first argument is
        an errno name such as "ENOSPC" where the destination cannot be written.
        """
        arguments: dict[str, str | int] = {
            "plan": plan_text(plan),
            "destination": str(destination),
        }
        return await self._one("make", arguments, progress, _made)

    async def look(self, part: ClipPart) -> PartFacts:
        """What an editor needs to know of the part. Raises as `make`."""
        arguments: dict[str, str | int] = {"plan": plan_text(ExportPlan((part,)))}
        return await self._one("look", arguments, _nobody, _part_facts)

    async def _one(
        self,
        job: str,
        arguments: dict[str, str | int],
        progress: Progress,
        read: Callable[[dict[str, object]], _Result],
    ) -> _Result:
        async with self._turn:
            if self._is_closed:
                raise MediaHelperError("closed")
            try:
                return read(_facts(await self._asked(job, arguments, progress)))
            except VideoGenError:
                raise
            except (OSError, EOFError) as error:
                await self._discard()
                raise MediaHelperError("died") from error
            except ProtocolError as error:
                await self._discard()
                raise MediaHelperError("garbage") from error
            except BaseException:
                # Cancelled: it is killed at once, whatever it was doing.
                await self._discard()
                raise

    async def close(self) -> None:
        """End the child; whoever waits for a job has cancelled it before."""
        self._is_closed = True
        async with self._turn:
            process, self._process = self._process, None
            if process is not None:
                await process.end()

    async def _asked(self, job: str, arguments: dict[str, str | int], progress: Progress) -> Answer:
        def tell(answer: Answer) -> None:
            facts: dict[str, object] = {**(answer.facts or {})}
            counts = (integer(facts, name) for name in ("done", "total", "number", "count"))
            try:
                stage = ExportStage(str(facts.get("stage")))
            except ValueError as error:
                raise ProtocolError("stage") from error
            progress(stage, *counts)

        self._jobs_sent += 1
        process = await self._running()
        return await process.exchange(Request(self._jobs_sent, job, arguments), tell)

    async def _running(self) -> HelperProcess:
        if self._process is not None and not self._process.alive:
            await self._discard()
        if self._process is None:
            self._process = await HelperProcess.start(self._command)
        return self._process

    async def _discard(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            await process.kill()


def _nobody(*_told: object) -> None:
    pass


def _facts(answer: Answer) -> dict[str, object]:
    """Raises NotPlayableError, ExportRefusedError, MediaHelperError, ProtocolError."""
    if answer.outcome == "refused":
        if answer.reason in _REASONS:
            raise ExportRefusedError(answer.reason)
        raise NotPlayableError(Refusal(refusal(answer)))
    if answer.outcome != "done":
        raise MediaHelperError(answer.reason)
    return {**(answer.facts or {})}


def _made(facts: dict[str, object]) -> MadeClip:
    width, height, duration_ms = (
        integer(facts, name) for name in ("width", "height", "duration_ms")
    )
    return MadeClip(width, height, duration_ms, facts.get("is_copied") is True)


def _part_facts(facts: dict[str, object]) -> PartFacts:
    frames, first, count, width, height, has_sound, rate_frames, rate_seconds = (
        integer(facts, name)
        for name in (
            *("frames", "first", "count", "width", "height", "has_sound"),
            *("rate_frames", "rate_seconds"),
        )
    )
    if not (rate_frames and rate_seconds):
        raise ProtocolError("rate")
    rate = Fraction(rate_frames, rate_seconds)
    return PartFacts(frames, first, count, rate, width, height, bool(has_sound))
