"""The sentence for a video that ended badly or is unclear; `ui.charges` says what it cost."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from videogen_desktop.domain.errors import PROXY_FAILED
from videogen_desktop.domain.input_file import UploadFailure
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.ui.vendor_words import by_vendor

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
_CONTEXT = "Gallery"
# What kept the files of a request from the provider.
UPLOAD_FAILURES = {
    UploadFailure.MISSING: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: a file of the request is no longer there as it was chosen."
    ),
    UploadFailure.REFUSED: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: {vendor} does not take a file of the request."
    ),
    UploadFailure.KEY: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: {vendor} rejected the API key when a file was uploaded."
    ),
    UploadFailure.PACE: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: {vendor} takes no more files for now. Try again in a while."
    ),
    UploadFailure.PROXY: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: the proxy let no file through. See Network in the settings."
    ),
    UploadFailure.UNREACHABLE: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: a file could not be uploaded, {vendor}'s server does not answer."
    ),
    UploadFailure.ANSWER: QT_TRANSLATE_NOOP(
        "Gallery", "Not sent: a file was uploaded, and {vendor}'s answer made no sense."
    ),
}


def failure_headline(item: LibraryItem) -> str:
    """What happened, in one sentence; empty when nothing did."""
    return by_vendor(_what_happened(item.video), item.vendor_title)


def _what_happened(video: Video) -> str:
    if video.state is VideoState.CANCELLED:
        return QCoreApplication.translate("Gallery", "You cancelled this video before it was sent.")
    if video.reason is Reason.SENT_UNKNOWN:
        return QCoreApplication.translate("Gallery", "It is not clear whether the request arrived.")
    if video.reason is Reason.RECORD_GONE:
        return QCoreApplication.translate("Gallery", "{vendor} no longer has a record of it.")
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
            "Gallery", "{vendor}'s content filter refused the prompt."
        )
    if _ENGLISH_ONLY in (video.failure_message or "").casefold():
        return QCoreApplication.translate("Gallery", "This model only takes prompts in English.")
    if any(word in code for word in _TIMEOUT_CODES):
        return QCoreApplication.translate("Gallery", "It took {vendor} too long.")
    if any(word in code for word in _BUSY_CODES):
        return QCoreApplication.translate("Gallery", "{vendor} was too busy.")
    if any(word in code for word in _MAINTENANCE_CODES):
        return QCoreApplication.translate("Gallery", "{vendor} was under maintenance.")
    if code == "451":
        return QCoreApplication.translate(
            "Gallery", "{vendor} could not fetch a file that was uploaded for it."
        )
    if code == "402":
        return QCoreApplication.translate("Gallery", "The account at {vendor} is out of credits.")
    return ""


def _by_reason(reason: Reason | None) -> str:
    if reason is Reason.REFUSED:
        return QCoreApplication.translate("Gallery", "{vendor} refused the request.")
    if reason is Reason.NOT_SENT:
        return QCoreApplication.translate("Gallery", "Not sent: {vendor} could not be reached.")
    if reason is Reason.RESULT_MISSING:
        return QCoreApplication.translate(
            "Gallery", "{vendor} reported success but delivered no video."
        )
    if reason in (Reason.USER_CHARGED, Reason.USER_NOT_CHARGED):
        return QCoreApplication.translate("Gallery", "You marked this video as failed.")
    return QCoreApplication.translate("Gallery", "{vendor} could not make the video.")
