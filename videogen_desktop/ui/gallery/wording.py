"""The words on a card: its state, what is on its way, how long a result is kept."""

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.domain.clock import has_date
from videogen_desktop.domain.errors import (
    KeyMissingError,
    KeyRejectedError,
    MaintenanceError,
    MalformedAnswerError,
    ProviderError,
    RateLimitedError,
)
from videogen_desktop.domain.events import ReadingTrouble
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import (
    DownloadFailure,
    ExpiryStage,
    LibraryItem,
    Video,
    expiry_stage,
)
from videogen_desktop.ui.errors import error_vendor
from videogen_desktop.ui.moments import short_moment
from videogen_desktop.ui.text_format import (
    clock_text,
    one_line,
    percent_label,
    without_prompt,
)
from videogen_desktop.ui.vendor_words import by_vendor

_LONGEST_PROMPT = 160
_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000
_IN_DAYS_FROM = 2 * _DAY

_RUNNING = (VideoState.SENDING, VideoState.PENDING, VideoState.PROCESSING)
_STEPS = (VideoState.RESERVED, *_RUNNING)


def gallery_name() -> str:
    return QCoreApplication.translate("Gallery", "Video gallery")


def title(item: LibraryItem | None) -> str:
    return "" if item is None else one_line(item.video.name) or without_prompt()


def loading_name() -> str:
    return QCoreApplication.translate("Gallery", "Loading…")


def state_label(state: VideoState) -> str:
    """The state as a card shows it, without its mark."""
    if state in (VideoState.RESERVED, VideoState.SENDING):
        return QCoreApplication.translate("Gallery", "Waiting to send")
    if state is VideoState.PENDING:
        return QCoreApplication.translate("Gallery", "Queued")
    if state is VideoState.PROCESSING:
        return QCoreApplication.translate("Gallery", "Processing")
    if state is VideoState.COMPLETED:
        return QCoreApplication.translate("Gallery", "Completed")
    if state is VideoState.FAILED:
        return QCoreApplication.translate("Gallery", "Failed")
    if state is VideoState.CANCELLED:
        return QCoreApplication.translate("Gallery", "Cancelled")
    return QCoreApplication.translate("Gallery", "Unclear")


def new_label() -> str:
    return QCoreApplication.translate("Gallery", "New")


def badge(item: LibraryItem) -> str:
    """Where it stands, with its step, as long as there is something to say: empty once a clip that
    is here was watched."""
    video = item.video
    label = state_label(video.state)
    if video.state in _STEPS:
        return f"{label} · {percent_label(video.progress_percent)}"
    if video.state is VideoState.COMPLETED and item.clip is None:
        if item.result_gone or item.clip_failure is not None:
            return QCoreApplication.translate("Gallery", "Not on this computer")
        return QCoreApplication.translate("Gallery", "Downloading")
    if video.state is VideoState.COMPLETED and not video.is_new:
        return ""
    return label


def media_note(item: LibraryItem) -> str:
    """Why a completed card has nothing to play, or what comes next; else empty."""
    if item.plays_elsewhere:
        return QCoreApplication.translate("Gallery", "Plays in another player only")
    if item.video.state is not VideoState.COMPLETED or item.clip is not None:
        return ""
    if item.result_gone:
        gone = QCoreApplication.translate("Gallery", "{vendor} no longer has this video")
        return by_vendor(gone, item.vendor_title)
    if item.download_failure is DownloadFailure.PROXY:
        return QCoreApplication.translate("Gallery", "The proxy lets no video through")
    if item.download_failure is DownloadFailure.INSIDE_NETWORK:
        return QCoreApplication.translate("Gallery", "The file's address is in a private network")
    if item.download_failure is DownloadFailure.DISK_FULL:
        return QCoreApplication.translate("Gallery", "The disk is full: comes once there is space")
    if item.clip_failure is not None:
        return QCoreApplication.translate("Gallery", "The video could not be downloaded yet")
    return QCoreApplication.translate("Gallery", "Downloading the video…")


def copy_note() -> str:
    return QCoreApplication.translate("Gallery", "Saving a copy…")


def download_note(received: int, total: int | None) -> str:
    if total:
        text = QCoreApplication.translate("Gallery", "Downloading %1")
        return text.replace("%1", percent_label(min(100, received * 100 // total)))
    text = QCoreApplication.translate("Gallery", "Downloaded %1")
    return text.replace("%1", QLocale().formattedDataSize(received, 1))


def download_advice(item: LibraryItem) -> str:
    """What keeps a download back that the user can change; else empty."""
    if item.clip is not None:
        return ""
    if item.download_failure is DownloadFailure.PROXY:
        return QCoreApplication.translate(
            "Gallery",
            "The proxy, or a proxy program on this computer, lets nothing through to the server "
            "that has the file. It is tried again by itself; see Network in the settings.",
        )
    if item.download_failure is DownloadFailure.INSIDE_NETWORK:
        return QCoreApplication.translate(
            "Gallery",
            "Addresses inside your own network are never opened. If a proxy program answers for "
            "names itself (fake-IP), set its range to 198.18.0.0/15.",
        )
    return ""


def playback_problem(code: str) -> str:
    """Why a clip does not play; `code` is a PlaybackProblem value."""
    if code == "no_backend":
        return QCoreApplication.translate("Gallery", "This computer has no video playback.")
    if code == "no_frames":
        return QCoreApplication.translate("Gallery", "This format cannot be played here.")
    if code == "missing":
        return QCoreApplication.translate("Gallery", "The video file is missing.")
    return QCoreApplication.translate("Gallery", "The video cannot be played.")


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


def trouble_note(found: ReadingTrouble, now: int) -> str:
    """Since when nothing is heard of a job that runs, and why: no clock runs, as if it did."""
    if found.error is None:
        return ""
    why = trouble(found.error)
    text = QCoreApplication.translate("Gallery", "Not heard of since {time}: {why}")
    # Within a sentence, in which names and abbreviations stay as they are.
    is_name = why[:2].isupper() or why.startswith(error_vendor(found.error) or "\0")
    why = why if is_name else why[:1].lower() + why[1:]
    return text.replace("{time}", short_moment(found.since, now)).replace("{why}", why)


def trouble(error: BaseException) -> str:
    """The reason in two or three words, for a card and for the line above the cards."""
    return by_vendor(_trouble(error), error_vendor(error))


def _trouble(error: BaseException) -> str:
    if isinstance(error, KeyMissingError):
        return QCoreApplication.translate("Gallery", "No API key")
    if isinstance(error, KeyRejectedError):
        return QCoreApplication.translate("Gallery", "API key rejected")
    if isinstance(error, RateLimitedError):
        return QCoreApplication.translate("Gallery", "{vendor} asks to wait")
    if isinstance(error, MalformedAnswerError | MaintenanceError):
        return QCoreApplication.translate("Gallery", "{vendor} has problems")
    if isinstance(error, ProviderError):
        return QCoreApplication.translate("Gallery", "No connection to {vendor}")
    return QCoreApplication.translate("Gallery", "Its state cannot be read")


def held_note(item: LibraryItem) -> str:
    """That an answer of the provider's waits for a library that cannot be written; else empty."""
    if item.held is None:
        return ""
    if item.held.task_id is None:
        return QCoreApplication.translate(
            "Gallery", "The library cannot be written yet. Trying again…"
        )
    text = QCoreApplication.translate(
        "Gallery", "{vendor} took it; the library cannot be written yet. Trying again…"
    )
    return by_vendor(text, item.vendor_title)


def expiry_note(item: LibraryItem, now: int) -> str:
    """One short sentence; empty where the clip is here, or there is nothing to wait for.

    `now` in UTC milliseconds.
    """
    if item.expires_at is None or item.clip is not None or item.result_gone:
        return ""
    return by_vendor(_kept_for(item.expires_at - now), item.vendor_title)


def _kept_for(left: int) -> str:
    if left <= 0:
        return QCoreApplication.translate("Gallery", "Has likely expired at {vendor}")
    if left >= _IN_DAYS_FROM:
        days = round(left / _DAY)
        return QCoreApplication.translate(
            "Gallery", "{vendor} keeps it for about %n days", None, days
        )
    if left >= _HOUR:
        hours = left // _HOUR
        return QCoreApplication.translate(
            "Gallery", "{vendor} keeps it for about %n hours", None, hours
        )
    return QCoreApplication.translate("Gallery", "{vendor} keeps it for less than an hour")


def is_expiry_urgent(item: LibraryItem, now: int) -> bool:
    """Whether the note should catch the eye: from 72 hours before the end."""
    if not expiry_note(item, now) or item.expires_at is None:
        return False
    return expiry_stage(item.expires_at, now) is not ExpiryStage.FAR
