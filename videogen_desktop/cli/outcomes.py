"""The outcome of a video: as an exit code, a sentence, and what `generate` ends with.

`charges` says what it cost.
"""

import asyncio
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from videogen_desktop.cli.charges import charge_sentence
from videogen_desktop.cli.errors import CONDITIONS, error_text, provider_words
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import JsonObject, credits_text, no_video, video_object
from videogen_desktop.domain.errors import (
    PROXY_FAILED,
    InputUnreachableError,
    OutputRefusedError,
    UploadRefusedError,
)
from videogen_desktop.domain.input_file import UploadFailure
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import DownloadFailure, LibraryItem, Video

# Another try comes ever later: `resume` takes over from here.
DOWNLOAD_ATTEMPTS = 4
_TOO_FEW_CREDITS = "402"
_FAILURES = {
    Reason.REFUSED: (ExitCode.NOT_ACCEPTED, "The provider refused the request."),
    Reason.NOT_SENT: (ExitCode.NOT_ACCEPTED, "The provider could not be reached."),
    Reason.PROVIDER_FAILED: (
        ExitCode.PROVIDER_FAILED,
        "The provider could not make this video.",
    ),
    Reason.RESULT_MISSING: (
        ExitCode.PROVIDER_FAILED,
        "The provider reported success but never named a file.",
    ),
    Reason.USER_CHARGED: (ExitCode.PROVIDER_FAILED, "You marked this video as failed."),
    Reason.USER_NOT_CHARGED: (ExitCode.PROVIDER_FAILED, "You marked this video as failed."),
}
# What kept the files of a request from the provider.
UPLOAD_FAILURES = {
    UploadFailure.MISSING: "A file of the request is no longer in the library as it was chosen; "
    "give it again.",
    UploadFailure.REFUSED: error_text(UploadRefusedError()),
    UploadFailure.KEY: "The provider rejected the API key when a file was uploaded; check "
    "VIDEOGEN_API_KEY or `videogen account list`.",
    UploadFailure.PACE: "A file of the request could not be uploaded: the provider asks for a "
    "slower pace; try again in a while.",
    UploadFailure.PROXY: "A file of the request could not be uploaded: the proxy let nothing "
    "through; check its address and kind.",
    UploadFailure.UNREACHABLE: "A file of the request could not be uploaded: the provider's "
    "upload server does not answer.",
    UploadFailure.ANSWER: "A file of the request could not be uploaded: the upload server sent "
    "an answer that is not what its API documents.",
}
_NOT_FETCHED = "451"
_THEIR_WORDS = frozenset({Reason.REFUSED, Reason.PROVIDER_FAILED, Reason.RESULT_MISSING})
_DOWNLOAD_FAILURES = {
    DownloadFailure.INSIDE_NETWORK: "its address lies inside your own network, which is never "
    "asked (a proxy program that answers for names itself, with fake-IP, should use "
    "198.18.0.0/15)",
    DownloadFailure.PROXY: "the proxy lets nothing through to the file server",
    DownloadFailure.ADDRESS_REFUSED: "its address is not safe to open",
    DownloadFailure.BROKEN_OFF: "the download broke off",
    DownloadFailure.TOO_LARGE: "the file is too large",
    DownloadFailure.UNREACHABLE: "the file server does not answer",
    DownloadFailure.NOT_PLAYABLE: "what was downloaded is not a video that plays",
    DownloadFailure.GONE: "the server no longer has the file",
    DownloadFailure.DISK: "this disk refuses to take it",
    DownloadFailure.DISK_FULL: "the disk is full",
    DownloadFailure.MEDIA_HELPER: "the file could not be examined",
    DownloadFailure.OTHER: "the download has not worked yet",
}
PLAYS_ELSEWHERE = "VideoGen Desktop cannot play this format; another player can open the file."
_GOES_ON = "`videogen resume` goes on with it."
_KEPT = (ExitCode.DEFECT, ExitCode.INTERRUPTED)
_UNDER_WAY = (
    *(VideoState.SENDING, VideoState.UNCONFIRMED),
    *(VideoState.PENDING, VideoState.PROCESSING),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the command ends with; `sentence` is empty when all went well."""

    code: ExitCode
    sentence: str = ""


def is_final(item: LibraryItem) -> bool:
    """Whether waiting longer would bring nothing new soon."""
    if item.video.state is VideoState.COMPLETED:
        if item.result_gone or item.download_failure is DownloadFailure.DISK_FULL:
            return True
        return item.clip is not None or item.clip_attempts >= DOWNLOAD_ATTEMPTS
    return item.video.is_terminal or item.video.state is VideoState.UNCONFIRMED


def outcome(item: LibraryItem) -> Outcome:
    """Of a video that `is_final`, or that was accepted and is not waited for."""
    video = item.video
    if video.state is VideoState.FAILED and video.reason is not None:
        return _failed(video, video.reason)
    if video.state in (VideoState.UNCONFIRMED, VideoState.SENDING):
        return Outcome(ExitCode.UNCONFIRMED, _unconfirmed(video))
    if video.state in (VideoState.CANCELLED, VideoState.RESERVED):
        return Outcome(ExitCode.NOT_ACCEPTED, "The video was never sent.")
    if video.state is VideoState.COMPLETED and item.clip is None:
        return Outcome(ExitCode.NOT_ON_DISK, not_on_disk(item))
    return Outcome(ExitCode.DONE)


def not_on_disk(item: LibraryItem) -> str:
    if item.result_gone:
        return (
            "The video was made, but its file is no longer at the provider and was never on this "
            "disk."
        )
    why = _DOWNLOAD_FAILURES[item.download_failure or DownloadFailure.OTHER]
    return f"The video is made, but it is not on this disk: {why}. `videogen resume` fetches it."


def interrupted(item: LibraryItem | None) -> str:
    """What becomes of the video when the command is stopped now."""
    if item is None:
        return "Interrupted. Nothing was sent."
    state = item.video.state
    if state in (VideoState.CANCELLED, VideoState.RESERVED):
        return "Interrupted before it was sent."
    if state is VideoState.SENDING:
        said = "" if item.held else f" {_unconfirmed(item.video)}"
        return f"Interrupted while it was sent.{said}"
    if state is VideoState.COMPLETED and item.clip is None:
        return "Interrupted. The video is made; `videogen resume` brings it to this disk."
    if is_final(item):
        return f"Interrupted. {outcome(item).sentence or 'The video is made and on this disk.'}"
    return "Interrupted. The video goes on at the provider; `videogen resume` fetches it."


def unknown_outcome(condition: str) -> str:
    """Of a request that another process was asked for, while the library cannot tell its fate."""
    return f"It is not known what became of it: {CONDITIONS.get(condition, condition)}."


def held_answer(item: LibraryItem | None) -> str:
    """What the provider answered that could not be written down; else empty."""
    if item is None or item.held is None:
        return ""
    held = item.held
    why = CONDITIONS.get(held.condition, held.condition)
    if held.task_id is None:
        return f"The provider's answer could not be written down ({why})."
    took = f"The provider took it as task {held.task_id}, which the library did not take ({why})"
    if held.in_journal:
        return f"{took}: it is kept beside it, and `videogen resume` goes on with it."
    return (
        f"{took}: keep this id, `videogen settle {item.video.id} --task {held.task_id}` takes it."
    )


def _failed(video: Video, reason: Reason) -> Outcome:
    code, text = _FAILURES[reason]
    if reason is Reason.REFUSED and video.failure_code == _TOO_FEW_CREDITS:
        code = ExitCode.CREDITS
        text = "The provider says that the account has too few credits; top it up there."
    if reason is Reason.REFUSED and video.failure_code == _NOT_FETCHED:
        text = error_text(InputUnreachableError())
    if reason is Reason.NOT_SENT and video.failure_code in set(UploadFailure):
        text = UPLOAD_FAILURES[UploadFailure(video.failure_code)]
    if reason is Reason.NOT_SENT and video.failure_code == PROXY_FAILED:
        text = "The proxy let nothing through to the provider; check its address and kind."
    # Why nothing left, or what was lost, is told by the connection and not by the provider.
    is_theirs = reason in _THEIR_WORDS or video.failure_code == UploadFailure.REFUSED
    words = provider_words(video.failure_message) if is_theirs else ""
    return Outcome(code, " ".join(part for part in (text, words) if part))


def _unconfirmed(video: Video) -> str:
    if video.reason is Reason.RECORD_GONE:
        return "The provider no longer knows this task, so it is not clear how it ended."
    return "It is not clear whether the provider took the request, so it is not sent again."


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
    from videogen_desktop.storage.clip_copies import copy_clip

    try:
        await asyncio.to_thread(copy_clip, clip, output)
    except OutputRefusedError as error:
        # Not 2: a script that tries again after wrong usage would pay a second time.
        sentence = f"{error_text(error)} The video is in {clip}."
        return replace(done, code=ExitCode.NOT_ON_DISK, sentence=sentence)
    return replace(done, output=await asyncio.to_thread(output.absolute))
