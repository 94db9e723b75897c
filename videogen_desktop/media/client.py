"""The worker's side of the media helper: its jobs, one after another.

Nothing here opens a media file.
"""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from videogen_desktop import __version__
from videogen_desktop.domain.clip import STRIP_FRAMES, ClipFacts
from videogen_desktop.domain.errors import (
    InputFileError,
    InputRefusedError,
    InputTooLargeError,
    MediaHelperError,
    NotPlayableError,
    PictureTooLargeError,
    VideoGenError,
)
from videogen_desktop.domain.input_file import InputKind
from videogen_desktop.domain.intake import InputRefusal, PictureFit
from videogen_desktop.media.helper_process import HelperProcess
from videogen_desktop.media.protocol import (
    LAST_FRAME,
    Answer,
    InputFacts,
    ProtocolError,
    Refusal,
    Request,
    clip_facts,
    fit_arguments,
    input_facts,
    integer,
    refusal,
    title_and_comment,
)

Facts = TypeVar("Facts")
_SIDES = range(16, 4097)
_FRAMES = range(1, 65)
# A slow disk that reads and writes at once, twice over: the index is moved to the front last.
_COPIED_BYTES_PER_SECOND = 8_000_000
# Beside the deadline: 108 megapixels with a profile, turned, took 8 s on a busy machine; the way
# to the last frame of a clip with one key frame is as long as the clip.
_LARGE_PICTURE_SECONDS = 40


def _not_playable(answer: Answer) -> VideoGenError:
    return NotPlayableError(refusal(answer))


def _input_error(path: Path, answer: Answer) -> InputFileError:
    """Why the file at `path` was refused. Raises ProtocolError."""
    fields: dict[str, object] = {**(answer.facts or {})}
    match answer.reason:
        case "too_many_bytes":
            size, most_bytes = (integer(fields, name) for name in ("size", "most_bytes"))
            return InputTooLargeError(path, size, most_bytes)
        case "too_many_pixels":
            return PictureTooLargeError(path, integer(fields, "width"), integer(fields, "height"))
        case reason if reason in set(InputRefusal):
            return InputRefusedError(path, reason)
        case _:
            raise ProtocolError("reason")


class MediaHelper:
    """Has files read by a child process, so that a hostile one kills that and not the program.

    Belongs to one event loop (the worker's). The child starts with the first job and stays; jobs
    run one at a time in the order of their calls. A child that dies, overruns its deadline or
    answers nonsense is killed, and so is one whose job is cancelled; the next job starts another.
    """

    def __init__(
        self,
        command: Sequence[str],
        job_deadline_ms: int = 20_000,
        on_other_build: Callable[[str], None] | None = None,
    ) -> None:
        """`command` runs the helper. The deadline holds for each job once its turn has come.

        `on_other_build` is told once which build answered where that is not this one: the program
        was updated while it ran. The answer counts all the same; no paid clip waits for a restart.
        """
        self._command = tuple(command)
        self._deadline_seconds = job_deadline_ms / 1000
        self._turn = asyncio.Lock()
        self._process: HelperProcess | None = None
        self._deadline: asyncio.Timeout | None = None
        self._jobs_sent = 0
        self._on_other_build = on_other_build
        self._closed = asyncio.Event()

    async def prepare(self) -> None:
        """Start the child if it does not run, so that the next job need not wait for it.

        Nothing is raised: what keeps it from starting is told by that job.
        """
        async with self._turn:
            if not self._closed.is_set():
                with contextlib.suppress(OSError, EOFError, ProtocolError):
                    await self._running()

    async def probe(self, path: Path) -> ClipFacts:
        """What `path` is; its first picture has been decoded.

        Raises NotPlayableError with a value of `Refusal` as its reason, or MediaHelperError.
        """
        return await self._ask("probe", {"path": _absolute(path)}, clip_facts)

    async def make_poster(self, path: Path, destination: Path, longest_side: int = 640) -> None:
        """Write a JPEG that stands for the clip; `destination` appears whole or not at all.

        Its folder must exist; an older poster is replaced. `longest_side` is in pixels, 16 to
        4096. Raises NotPlayableError as `probe` does, or MediaHelperError, whose first argument is
        an errno name such as "ENOSPC" when the destination cannot be written.
        """
        if longest_side not in _SIDES:
            raise ValueError(longest_side)
        paths = {"path": _absolute(path), "destination": _absolute(destination)}
        await self._ask("poster", {**paths, "longest_side": longest_side}, _no_facts)

    async def make_strip(
        self, path: Path, destination: Path, frames: int = STRIP_FRAMES, longest_side: int = 320
    ) -> None:
        """Write a JPEG of `frames` pictures (1 to 64) spread evenly over the clip.

        They stand row by row in a grid of `strip_columns(frames)` equal cells a row, each at most
        `longest_side` pixels. Files and errors are as for `make_poster`.
        """
        if longest_side not in _SIDES or frames not in _FRAMES:
            raise ValueError(longest_side, frames)
        paths = {"path": _absolute(path), "destination": _absolute(destination)}
        sizes = {"frames": frames, "longest_side": longest_side}
        await self._ask("strip", {**paths, **sizes}, _no_facts)

    async def read_tags(self, path: Path) -> tuple[str, str]:
        """The clip's title and comment, each empty where it has none. Raises as `probe`."""
        return await self._ask("tags", {"path": _absolute(path)}, title_and_comment)

    async def write_tagged(self, path: Path, destination: Path, title: str, comment: str) -> None:
        """Write a copy with this title and comment; the pictures and sounds are the same bytes.

        `destination` is flushed to the disk when this returns; a failure leaves none. Errors are
        as for `make_poster`.
        """
        paths = {"path": _absolute(path), "destination": _absolute(destination)}
        tags = {"title": title, "comment": comment}
        size = await asyncio.to_thread(_size, path)
        extra_seconds = size / _COPIED_BYTES_PER_SECOND
        await self._ask("tag", {**paths, **tags}, _no_facts, extra_seconds)

    async def write_undescribed(self, path: Path, destination: Path) -> bool:
        """Write a copy that says nothing of itself in words, flushed to the disk; False where the
        file says nothing, and no copy is made. Raises as `write_tagged`, NotPlayableError with
        "credentials" where the file must stay as it is."""
        paths = {"path": _absolute(path), "destination": _absolute(destination)}
        size = await asyncio.to_thread(_size, path)
        extra_seconds = size / _COPIED_BYTES_PER_SECOND
        return await self._ask("undescribe", {**paths}, _is_written, extra_seconds)

    async def take_picture(self, path: Path, destination: Path, fit: PictureFit) -> InputFacts:
        """Write the picture at `path`, or the first frame of a video, made fit, to `destination`.

        It is upright, in sRGB, without metadata, and flushed to the disk when this returns. What
        `destination` holds after a failure is for the caller to remove. Raises InputFileError of
        some kind, or MediaHelperError as `make_poster` does.
        """
        paths = {"path": _absolute(path), "destination": _absolute(destination)}
        arguments = {**paths, **fit_arguments(fit)}
        return await self._ask_for_request("picture", path, arguments)

    async def take_frame(
        self, path: Path, destination: Path, at_ms: int | None, fit: PictureFit
    ) -> InputFacts:
        """Write the frame that the clip shows at `at_ms`, None for the last, as a picture made fit.

        Errors are as for `take_picture`, and NotPlayableError.
        """
        paths = {"path": _absolute(path), "destination": _absolute(destination)}
        arguments = {**paths, **fit_arguments(fit), "at_ms": LAST_FRAME if at_ms is None else at_ms}
        return await self._ask_for_request("frame", path, arguments)

    async def take_reference(self, path: Path, destination: Path, kind: InputKind) -> InputFacts:
        """Copy a video or a sound as it is; otherwise as `take_picture`."""
        paths = {"path": _absolute(path), "destination": _absolute(destination)}
        return await self._ask_for_request("reference", path, {**paths, "kind": kind})

    async def look(self, path: Path, kind: InputKind) -> InputFacts:
        """What a kept file is. Raises InputFileError, MediaHelperError."""
        return await self._ask_for_request("look", path, {"path": _absolute(path), "kind": kind})

    async def close(self) -> None:
        """End the child, within about 4 s at worst; a running job fails. May be called again."""
        self._closed.set()
        if self._deadline is not None:
            self._deadline.reschedule(0)
        async with self._turn:
            process, self._process = self._process, None
            if process is not None:
                await process.end()

    async def _ask_for_request(
        self, job: str, path: Path, arguments: dict[str, str | int]
    ) -> InputFacts:
        def refused(answer: Answer) -> VideoGenError:
            # A clip of ours is refused as one, a file that somebody chose as what it is.
            is_clip = job == "frame" and answer.reason in set(Refusal)
            return _not_playable(answer) if is_clip else _input_error(path, answer)

        size = await asyncio.to_thread(_size, path)
        extra_seconds = _LARGE_PICTURE_SECONDS + size / _COPIED_BYTES_PER_SECOND
        return await self._ask(job, arguments, input_facts, extra_seconds, refused)

    async def _ask(
        self,
        job: str,
        arguments: dict[str, str | int],
        read: Callable[[Answer], Facts],
        extra_seconds: float = 0,
        refused: Callable[[Answer], VideoGenError] = _not_playable,
    ) -> Facts:
        async with self._turn:
            if self._closed.is_set():
                raise MediaHelperError("closed")
            try:
                answer = await self._answer_in_time(job, arguments, extra_seconds)
                return _result(answer, read, refused)
            except VideoGenError:
                raise
            except TimeoutError as error:
                await self._discard()
                raise MediaHelperError("closed" if self._closed.is_set() else "overrun") from error
            except (OSError, EOFError) as error:
                await self._discard()
                raise MediaHelperError("died") from error
            except ProtocolError as error:
                await self._discard()
                raise MediaHelperError("garbage") from error
            except BaseException:
                # Cancelled: the answer will still come, and nobody would read it.
                await self._discard()
                raise

    async def _answer_in_time(
        self, job: str, arguments: dict[str, str | int], extra_seconds: float
    ) -> Answer:
        self._jobs_sent += 1
        self._deadline = asyncio.timeout(self._deadline_seconds + extra_seconds)
        async with self._deadline:
            try:
                process = await self._running()
                answer = await process.exchange(Request(self._jobs_sent, job, arguments))
            finally:
                self._deadline = None
        if answer.build != __version__ and self._on_other_build is not None:
            tell, self._on_other_build = self._on_other_build, None
            tell(answer.build)
        return answer

    async def _running(self) -> "HelperProcess":
        if self._process is not None and not self._process.alive:
            await self._discard()
        if self._process is None:
            self._process = await HelperProcess.start(self._command)
        return self._process

    async def _discard(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            await process.kill()


def _result(
    answer: Answer,
    read: Callable[[Answer], Facts],
    refused: Callable[[Answer], VideoGenError],
) -> Facts:
    if answer.outcome == "done":
        return read(answer)
    if answer.outcome == "refused":
        raise refused(answer)
    raise MediaHelperError(answer.reason)


def _no_facts(_answer: Answer) -> None:
    return None


def _is_written(answer: Answer) -> bool:
    return integer({**(answer.facts or {})}, "is_written") == 1


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        # The job says why.
        return 0


def _absolute(path: Path) -> str:
    return str(path.absolute())
