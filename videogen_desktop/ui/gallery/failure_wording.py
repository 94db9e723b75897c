"""Why a card failed, in plain words, and whether it cost anything."""

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.errors import PROXY_FAILED
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import Video

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


def headline(video: Video) -> str:
    """What happened, in one sentence; empty when nothing did."""
    if video.state is VideoState.CANCELLED:
        return QCoreApplication.translate("Gallery", "You cancelled this video before it was sent.")
    if video.reason is Reason.SENT_UNKNOWN:
        return QCoreApplication.translate("Gallery", "It is not clear whether the request arrived.")
    if video.reason is Reason.RECORD_GONE:
        return QCoreApplication.translate("Gallery", "The provider no longer has a record of it.")
    if video.state is not VideoState.FAILED:
        return ""
    if video.reason is Reason.NOT_SENT and video.failure_code == PROXY_FAILED:
        return QCoreApplication.translate(
            "Gallery", "Not sent: the proxy let nothing through. See Network in the settings."
        )
    if video.reason in (Reason.PROVIDER_FAILED, Reason.REFUSED):
        return _by_code(video) or _by_reason(video.reason)
    return _by_reason(video.reason)


def is_moderation(video: Video) -> bool:
    """Whether the provider's content filter refused it."""
    code = (video.failure_code or "").upper()
    message = (video.failure_message or "").casefold()
    return any(word in code for word in _MODERATION_CODES) or any(
        word in message for word in _MODERATION_WORDS
    )


def _by_code(video: Video) -> str:
    code = (video.failure_code or "").upper()
    if is_moderation(video):
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
