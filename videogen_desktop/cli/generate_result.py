"""What `generate` ends with: for people, for scripts, and the copy at --output."""

import asyncio
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from videogen_desktop.cli.charges import charge_sentence
from videogen_desktop.cli.errors import error_text
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.outcomes import held_answer, interrupted, outcome
from videogen_desktop.cli.output import JsonObject, credits_text, no_video, video_object
from videogen_desktop.domain.errors import OutputRefusedError
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.storage.clip_files import copy_clip

PLAYS_ELSEWHERE = "VideoGen Desktop cannot play this format; another player can open the file."
_GOES_ON = "`videogen resume` goes on with it."
_KEPT = (ExitCode.DEFECT, ExitCode.INTERRUPTED)
_UNDER_WAY = (
    *(VideoState.SENDING, VideoState.UNCONFIRMED),
    *(VideoState.PENDING, VideoState.PROCESSING),
)


class End(Enum):
    """Why the command stopped looking at the video."""

    REACHED = auto()  # it came as far as it goes
    ACCEPTED = auto()  # the provider took it, which was all that was asked for
    INTERRUPTED = auto()
    BROKEN = auto()  # something failed on the way
    UNKNOWN = auto()  # another process was asked, and may take it still


@dataclass(frozen=True, slots=True)
class Result:
    """How the command ended; `item` None means that no video came to be.

    Until `concluded` has looked into the library, `code` and `sentence` say what happened, and
    nothing about money.
    """

    item: LibraryItem | None
    end: End
    code: ExitCode = ExitCode.DONE
    sentence: str = ""
    wallet: str | None = None
    output: Path | None = None

    def as_object(self) -> JsonObject:
        """The one JSON object of `generate`."""
        if self.item is None:
            return no_video(self.sentence)
        shown = video_object(self.item.video, self.wallet, self.item.clip)
        if self.item.held is not None:
            shown["task_id"] = self.item.held.task_id
        return {
            **shown,
            "output": str(self.output) if self.output else None,
            "error": self.sentence or None,
        }

    def lines(self) -> list[str]:
        """For people, when all went well."""
        if self.item is None:
            return []
        video = self.item.video
        charge = self.item.charge
        cost = "" if charge is None else f", {credits_text(charge.held + charge.spent)} credits"
        if self.item.clip is None:
            return [f"Accepted: {video.id}{cost}. `videogen resume` fetches it when it is done."]
        lines = [f"Completed: {video.id}{cost}.", f"File: {self.output or self.item.clip}"]
        return [*lines, PLAYS_ELSEWHERE] if self.item.plays_elsewhere else lines


def concluded(result: Result, item: LibraryItem | None) -> Result:
    """The same, with the code and the sentence that the library's last word makes of it."""
    if item is None:
        if result.end is End.INTERRUPTED:
            code, sentence = ExitCode.INTERRUPTED, interrupted(None)
        else:
            code, sentence = result.code, result.sentence
    else:
        code, sentence = _of_video(result, item)
    if code is ExitCode.DONE:
        return replace(result, item=item, code=code, sentence="")
    goes_on = result.end is End.INTERRUPTED and bool(result.sentence)
    said = (sentence, held_answer(item), charge_sentence(item, goes_on=goes_on))
    return replace(result, item=item, code=code, sentence=" ".join(one for one in said if one))


def _of_video(result: Result, item: LibraryItem) -> tuple[ExitCode, str]:
    if result.end is End.INTERRUPTED:
        goes_on = not item.video.is_terminal and item.video.state is not VideoState.UNCONFIRMED
        left = result.sentence if goes_on else ""
        return ExitCode.INTERRUPTED, left or interrupted(item)
    if result.end in (End.BROKEN, End.UNKNOWN):
        return _broken(result, item)
    if result.code is not ExitCode.DONE:
        return result.code, result.sentence
    if result.end is End.ACCEPTED:
        return ExitCode.DONE, ""
    ended = outcome(item)
    return ended.code, ended.sentence


def _broken(result: Result, item: LibraryItem) -> tuple[ExitCode, str]:
    ended = outcome(item)
    if item.video.state in _UNDER_WAY:
        code = result.code if result.code in _KEPT else ExitCode.UNCONFIRMED
        return code, f"{result.sentence} {_GOES_ON}"
    told = item.video.state in (VideoState.COMPLETED, VideoState.FAILED)
    if result.code in _KEPT or ended.code is ExitCode.DONE or not told:
        return result.code, result.sentence
    # How the video ended says more than what ended the command after it.
    return ended.code, ended.sentence


async def with_copy(done: Result, output: Path | None) -> Result:
    """The same for a completed video, with its clip copied to `output` when there is one."""
    clip = done.item.clip if done.item else None
    if output is None or clip is None:
        return done
    try:
        await asyncio.to_thread(copy_clip, clip, output)
    except OutputRefusedError as error:
        # Not 2: a script that tries again after wrong usage would pay a second time.
        sentence = f"{error_text(error)} The video is in {clip}."
        return replace(done, code=ExitCode.NOT_ON_DISK, sentence=sentence)
    return replace(done, output=await asyncio.to_thread(output.absolute))
