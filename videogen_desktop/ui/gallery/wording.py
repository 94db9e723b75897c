"""The words on a card: its state, what is on its way, why it failed, how long a result is kept."""

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, Qt

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
from videogen_desktop.domain.input_file import UploadFailure
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import (
    DownloadFailure,
    ExpiryStage,
    LibraryItem,
    Video,
    expiry_stage,
)
from videogen_desktop.ui import charges
from videogen_desktop.ui.text_format import (
    age_label,
    clock_text,
    model_title,
    one_line,
    percent_label,
    shape_label,
    without_prompt,
)

_LONGEST_PROMPT = 160
_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000
_IN_DAYS_FROM = 2 * _DAY

_RUNNING = (VideoState.SENDING, VideoState.PENDING, VideoState.PROCESSING)
_STEPS = (VideoState.RESERVED, *_RUNNING)

# In the provider's code, or in its message where the code is only a number.
_MODERATION_CODES = ("SENSITIVE", "MODERATION", "CONTENT_POLICY", "NSFW", "UNSAFE")
_MODERATION_WORDS = (
    "content policy", "content policies", "flagged", "moderation", "nsfw", "prohibited",
    "safety", "sensitive", "inappropriate",
)  # fmt: skip
_TIMEOUT_CODES = ("408", "504", "TIMEOUT")
_BUSY_CODES = ("429", "BUSY")
_MAINTENANCE_CODES = ("455", "503", "MAINTENANCE")
_ENGLISH_ONLY = "english"


def gallery_name() -> str:
    return QCoreApplication.translate("Gallery", "Video gallery")


def title(item: LibraryItem | None) -> str:
    return "" if item is None else one_line(item.video.prompt) or without_prompt()


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


def badge(item: LibraryItem) -> str:
    """Where it stands, with its step."""
    video = item.video
    label = state_label(video.state)
    if video.state in _STEPS:
        return f"{label} · {percent_label(video.progress_percent)}"
    if video.state is VideoState.COMPLETED and item.clip is None:
        if item.result_gone or item.clip_failure is not None:
            return QCoreApplication.translate("Gallery", "Not on this computer")
        return QCoreApplication.translate("Gallery", "Downloading")
    return label


def media_note(item: LibraryItem) -> str:
    """Why a completed card has nothing to play, or what comes next; else empty."""
    if item.plays_elsewhere:
        return QCoreApplication.translate("Gallery", "Plays in another player only")
    if item.video.state is not VideoState.COMPLETED or item.clip is not None:
        return ""
    if item.result_gone:
        return QCoreApplication.translate("Gallery", "The provider no longer has this video")
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


_CONTEXT = "Gallery"
# What kept the files of a request from the provider.
UPLOAD_FAILURES = {
    UploadFailure.MISSING: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: a file of the request is no longer there as it was chosen."
    ),
    UploadFailure.REFUSED: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: the provider does not take a file of the request."
    ),
    UploadFailure.KEY: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: the provider rejected the API key when a file was uploaded."
    ),
    UploadFailure.PACE: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: the provider takes no more files for now. Try again in a while."
    ),
    UploadFailure.PROXY: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: the proxy let no file through. See Network in the settings."
    ),
    UploadFailure.UNREACHABLE: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: a file could not be uploaded, the provider's server does not answer."
    ),
    UploadFailure.ANSWER: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: a file was uploaded, and the provider's answer made no sense."
    ),
}


def failure_headline(video: Video) -> str:
    """What happened, in one sentence; empty when nothing did."""
    if video.state is VideoState.CANCELLED:
        return QCoreApplication.translate("Gallery", "You cancelled this video before it was sent.")
    if video.reason is Reason.SENT_UNKNOWN:
        return QCoreApplication.translate("Gallery", "It is not clear whether the request arrived.")
    if video.reason is Reason.RECORD_GONE:
        return QCoreApplication.translate("Gallery", "The provider no longer has a record of it.")
    if video.state is not VideoState.FAILED:
        return ""
    if video.reason is Reason.NOT_SENT and video.failure_code in set(UploadFailure):
        text = UPLOAD_FAILURES[UploadFailure(video.failure_code)]
        return QCoreApplication.translate(_CONTEXT, str(text))
    if video.reason is Reason.NOT_SENT and video.failure_code == PROXY_FAILED:
        return QCoreApplication.translate(
            "Gallery", "Not sent: the proxy let nothing through. See Network in the settings."
        )
    if video.reason in (Reason.PROVIDER_FAILED, Reason.REFUSED):
        return _by_code(video) or _by_reason(video.reason)
    return _by_reason(video.reason)


def _is_moderation(video: Video) -> bool:
    """Whether the provider's content filter refused it."""
    code = (video.failure_code or "").upper()
    message = (video.failure_message or "").casefold()
    return any(word in code for word in _MODERATION_CODES) or any(
        word in message for word in _MODERATION_WORDS
    )


def _by_code(video: Video) -> str:
    code = (video.failure_code or "").upper()
    if _is_moderation(video):
        return QCoreApplication.translate(
            "Gallery", "The provider's content filter refused the prompt."
        )
    if _ENGLISH_ONLY in (video.failure_message or "").casefold():
        return QCoreApplication.translate("Gallery", "This model only takes prompts in English.")
    if any(word in code for word in _TIMEOUT_CODES):
        return QCoreApplication.translate("Gallery", "It took the provider too long.")
    if any(word in code for word in _BUSY_CODES):
        return QCoreApplication.translate("Gallery", "The provider was too busy.")
    if any(word in code for word in _MAINTENANCE_CODES):
        return QCoreApplication.translate("Gallery", "The provider was under maintenance.")
    if code == "451":
        return QCoreApplication.translate(
            "Gallery", "The provider could not fetch a file that was uploaded for it."
        )
    if code == "402":
        return QCoreApplication.translate(
            "Gallery", "The account at the provider is out of credits."
        )
    return ""


def _by_reason(reason: Reason | None) -> str:
    if reason is Reason.REFUSED:
        return QCoreApplication.translate("Gallery", "The provider refused the request.")
    if reason is Reason.NOT_SENT:
        return QCoreApplication.translate("Gallery", "Not sent: the provider could not be reached.")
    if reason is Reason.RESULT_MISSING:
        return QCoreApplication.translate(
            "Gallery", "The provider reported success but delivered no video."
        )
    if reason in (Reason.USER_CHARGED, Reason.USER_NOT_CHARGED):
        return QCoreApplication.translate("Gallery", "You marked this video as failed.")
    return QCoreApplication.translate("Gallery", "The provider could not make the video.")


def expiry_note(item: LibraryItem, now: int) -> str:
    """One short sentence; empty where the clip is here, or there is nothing to wait for.

    `now` in UTC milliseconds.
    """
    if item.expires_at is None or item.clip is not None or item.result_gone:
        return ""
    left = item.expires_at - now
    if left <= 0:
        return QCoreApplication.translate("Gallery", "Has likely expired at the provider")
    if left >= _IN_DAYS_FROM:
        days = round(left / _DAY)
        return QCoreApplication.translate(
            "Gallery", "The provider keeps it for about %n days", None, days
        )
    if left >= _HOUR:
        hours = left // _HOUR
        return QCoreApplication.translate(
            "Gallery", "The provider keeps it for about %n hours", None, hours
        )
    return QCoreApplication.translate("Gallery", "The provider keeps it for less than an hour")


def is_expiry_urgent(item: LibraryItem, now: int) -> bool:
    """Whether the note should catch the eye: from 72 hours before the end."""
    if not expiry_note(item, now) or item.expires_at is None:
        return False
    return expiry_stage(item.expires_at, now) is not ExpiryStage.FAR


def accessible_name(item: LibraryItem | None) -> str:
    """What a screen reader says first: the prompt and where it stands."""
    if item is None:
        return loading_name()
    video = item.video
    parts = [one_line(video.prompt, _LONGEST_PROMPT) or without_prompt(), state_label(video.state)]
    if video.state in (VideoState.PENDING, VideoState.PROCESSING):
        parts.append(percent_label(video.progress_percent))
    return ", ".join(part for part in parts if part)


def accessible_description(item: LibraryItem | None) -> str:
    if item is None:
        return ""
    video = item.video
    now = time.time_ns() // 1_000_000
    parts = [
        failure_headline(video),
        charges.cost(item),
        media_note(item),
        held_note(item),
        charges.reported(item),
        expiry_note(item, now),
        shape_label(video.request.aspect_ratio),
        model_title(item),
        age_label(video.created_at, now),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part)


# The roles of a list's row that are words.
WORDS: Mapping[int, Callable[[LibraryItem | None], str]] = {
    Qt.ItemDataRole.DisplayRole: title,
    Qt.ItemDataRole.AccessibleTextRole: accessible_name,
    Qt.ItemDataRole.AccessibleDescriptionRole: accessible_description,
}
