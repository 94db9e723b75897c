"""How a video ended, or stands, as an exit code and a sentence; `charges` says what it cost."""

from dataclasses import dataclass

from videogen_desktop.cli.errors import CONDITIONS, provider_words
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.domain.errors import PROXY_FAILED
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem, Video

# Another try comes ever later: `resume` takes over from here.
DOWNLOAD_ATTEMPTS = 4
_TOO_FEW_CREDITS = "402"
DISK_FULL = "disk_full"

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

_THEIR_WORDS = frozenset({Reason.REFUSED, Reason.PROVIDER_FAILED, Reason.RESULT_MISSING})

_DOWNLOAD_FAILURES = {
    "ResultUrlRefused:address": "its address lies inside your own network, which is never asked "
    "(a proxy program that answers for names itself, with fake-IP, should use 198.18.0.0/15)",
    "ProviderUnavailable:proxy": "the proxy lets nothing through to the file server",
    "ResultUrlRefused": "its address is not safe to open",
    "ResultTruncated": "the download broke off",
    "ResultTooLarge": "the file is too large",
    "ProviderUnavailable": "the file server does not answer",
    "not_playable": "what was downloaded is not a video that plays",
    "gone": "the server no longer has the file",
    "disk": "this disk refuses to take it",
    DISK_FULL: "the disk is full",
    "media_helper": "the file could not be examined",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the command ends with; `sentence` is empty when all went well."""

    code: ExitCode
    sentence: str = ""


def is_final(item: LibraryItem) -> bool:
    """Whether waiting longer would bring nothing new soon."""
    if item.video.state is VideoState.COMPLETED:
        if item.result_gone or item.clip_failure == DISK_FULL:
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
    failure = item.clip_failure or ""
    kind = failure if failure in _DOWNLOAD_FAILURES else failure.partition(":")[0]
    why = _DOWNLOAD_FAILURES.get(kind, "the download has not worked yet")
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
    if reason is Reason.NOT_SENT and video.failure_code == PROXY_FAILED:
        text = "The proxy let nothing through to the provider; check its address and kind."
    # Why nothing left, or what was lost, is told by the connection and not by the provider.
    words = provider_words(video.failure_message) if reason in _THEIR_WORDS else ""
    return Outcome(code, " ".join(part for part in (text, words) if part))


def _unconfirmed(video: Video) -> str:
    if video.reason is Reason.RECORD_GONE:
        return "The provider no longer knows this task, so it is not clear how it ended."
    return "It is not clear whether the provider took the request, so it is not sent again."
