"""The words for what is on its way: a running job, a download, a copy."""

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.domain.clock import has_date
from videogen_desktop.domain.errors import (
    PROXY_FAILED,
    KeyMissingError,
    KeyRejectedError,
    MaintenanceError,
    MalformedAnswerError,
    ProviderError,
    RateLimitedError,
)
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.ui.gallery import wording
from videogen_desktop.ui.text_format import clock_text, percent_label

_RUNNING = (VideoState.SENDING, VideoState.PENDING, VideoState.PROCESSING)
_STEPS = (VideoState.RESERVED, *_RUNNING)
# Why a download failed, as the outbox writes it.
_BY_PROXY = f"ProviderUnavailable:{PROXY_FAILED}"
_INSIDE = "ResultUrlRefused:address"
_DISK_FULL = "disk_full"
_MINUTE = 60_000


def is_running(video: Video) -> bool:
    """Whether its elapsed time grows."""
    return video.state in _RUNNING


def passed_part(video: Video, now: int, usual_ms: int | None) -> float:
    """How much of the usual time has passed, from 0 to 1: the provider reports no progress, and
    most of its models say "waiting" until they are done. It never stands still, and never comes to
    its end: at the usual time nine tenths are there, and the last one is never full.
    """
    if not is_running(video) or not usual_ms:
        return video.progress_percent / 100
    passed = _passed(video, now) / usual_ms
    return 0.9 * passed if passed <= 1 else 1 - 0.1 / passed


def _passed(video: Video, now: int) -> int:
    started_at = video.accepted_at or video.sent_at or video.created_at
    return max(0, now - started_at) if has_date(started_at) else 0


def trouble_note(video: Video, now: int, error: BaseException) -> str:
    """Why nothing is heard of a job that runs, and for how long it does."""
    return f"{trouble(error)} · {clock_text(_passed(video, now))}"


def trouble(error: BaseException) -> str:
    """The same in two or three words, for a card and for the header."""
    if isinstance(error, KeyMissingError):
        return QCoreApplication.translate("Gallery", "No API key")
    if isinstance(error, KeyRejectedError):
        return QCoreApplication.translate("Gallery", "API key rejected")
    if isinstance(error, RateLimitedError):
        return QCoreApplication.translate("Gallery", "The provider asks to wait")
    if isinstance(error, MalformedAnswerError | MaintenanceError):
        return QCoreApplication.translate("Gallery", "The provider has problems")
    if isinstance(error, ProviderError):
        return QCoreApplication.translate("Gallery", "No connection to the provider")
    return QCoreApplication.translate("Gallery", "Its state cannot be read")


def held_note(item: LibraryItem) -> str:
    """That an answer of the provider's waits for a library that cannot be written; else empty."""
    if item.held is None:
        return ""
    if item.held.task_id is None:
        return QCoreApplication.translate(
            "Gallery", "The library cannot be written yet. Trying again…"
        )
    return QCoreApplication.translate(
        "Gallery", "The provider took it; the library cannot be written yet. Trying again…"
    )


def running_note(video: Video, now: int, usual_ms: int | None) -> str:
    """Elapsed time and, from what such runs usually take, about how much is left; else empty."""
    if not is_running(video):
        return ""
    passed = _passed(video, now)
    clock = clock_text(passed)
    if usual_ms is None:
        return clock
    left = usual_ms - passed
    if left <= 0:
        text = QCoreApplication.translate("Gallery", "%1 · longer than usual")
    elif left < _MINUTE:
        text = QCoreApplication.translate("Gallery", "%1 · less than a minute left")
    else:
        minutes = round(left / _MINUTE)
        text = QCoreApplication.translate("Gallery", "%1 · about %n min left", None, minutes)
    return text.replace("%1", clock)


def badge(item: LibraryItem) -> str:
    """Where it stands, with its step; a mark only where there is nothing left to come."""
    video = item.video
    label = wording.state_label(video.state)
    if video.state in _STEPS:
        return f"{label} · {percent_label(video.progress_percent)}"
    if video.state is VideoState.COMPLETED and item.clip is None:
        if item.result_gone or item.clip_failure is not None:
            return QCoreApplication.translate("Gallery", "Not on this computer")
        return QCoreApplication.translate("Gallery", "Downloading")
    return wording.state_mark(video.state) + label


def copy_note() -> str:
    return QCoreApplication.translate("Gallery", "Saving a copy…")


def media_note(item: LibraryItem) -> str:
    """Why a completed card has nothing to play, or what comes next; else empty."""
    if item.plays_elsewhere:
        return QCoreApplication.translate("Gallery", "Plays in another player only")
    if item.video.state is not VideoState.COMPLETED or item.clip is not None:
        return ""
    if item.result_gone:
        return QCoreApplication.translate("Gallery", "The provider no longer has this video")
    if item.clip_failure == _BY_PROXY:
        return QCoreApplication.translate("Gallery", "The proxy lets no video through")
    if item.clip_failure == _INSIDE:
        return QCoreApplication.translate("Gallery", "The file's address is in a private network")
    if item.clip_failure == _DISK_FULL:
        return QCoreApplication.translate("Gallery", "The disk is full: comes once there is space")
    if item.clip_failure is not None:
        return QCoreApplication.translate("Gallery", "The video could not be downloaded yet")
    return QCoreApplication.translate("Gallery", "Downloading the video…")


def download_advice(item: LibraryItem) -> str:
    """What keeps a download back that the user can change; else empty."""
    if item.clip is not None:
        return ""
    if item.clip_failure == _BY_PROXY:
        return QCoreApplication.translate(
            "Gallery",
            "The proxy, or a proxy program on this computer, lets nothing through to the server "
            "that has the file. It is tried again by itself; see Network in the settings.",
        )
    if item.clip_failure == _INSIDE:
        return QCoreApplication.translate(
            "Gallery",
            "Addresses inside your own network are never opened. If a proxy program answers for "
            "names itself (fake-IP), set its range to 198.18.0.0/15.",
        )
    return ""


def download_note(received: int, total: int | None) -> str:
    if total:
        text = QCoreApplication.translate("Gallery", "Downloading %1")
        return text.replace("%1", percent_label(min(100, received * 100 // total)))
    text = QCoreApplication.translate("Gallery", "Downloaded %1")
    return text.replace("%1", QLocale().formattedDataSize(received, 1))


def playback_problem(code: str) -> str:
    """Why a clip does not play; `code` is a PlaybackProblem value."""
    if code == "no_backend":
        return QCoreApplication.translate("Gallery", "This computer has no video playback.")
    if code == "no_frames":
        return QCoreApplication.translate("Gallery", "This format cannot be played here.")
    if code == "missing":
        return QCoreApplication.translate("Gallery", "The video file is missing.")
    return QCoreApplication.translate("Gallery", "The video cannot be played.")
