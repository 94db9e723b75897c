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
        #: vi: Bạn đã hủy video này trước khi gửi.
        return QCoreApplication.translate("Gallery", "You cancelled this video before it was sent.")
    if video.reason is Reason.SENT_UNKNOWN:
        #: vi: Không rõ yêu cầu đã đến nơi hay chưa.
        return QCoreApplication.translate("Gallery", "It is not clear whether the request arrived.")
    if video.reason is Reason.RECORD_GONE:
        #: vi: Nhà cung cấp không còn lưu thông tin về video này.
        return QCoreApplication.translate("Gallery", "The provider no longer has a record of it.")
    if video.state is not VideoState.FAILED:
        return ""
    if video.reason is Reason.NOT_SENT and video.failure_code == PROXY_FAILED:
        #: vi: Không gửi được yêu cầu: proxy không cho đi qua. Hãy xem lại mục Mạng trong Cài đặt.
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
        #: vi: Nội dung mô tả bị bộ lọc của nhà cung cấp từ chối.
        return QCoreApplication.translate(
            "Gallery", "The provider's content filter refused the prompt."
        )
    if _ENGLISH_ONLY in (video.failure_message or "").casefold():
        #: vi: Mô hình này chỉ nhận mô tả bằng tiếng Anh.
        return QCoreApplication.translate("Gallery", "This model only takes prompts in English.")
    if any(word in code for word in _TIMEOUT_CODES):
        #: vi: Nhà cung cấp xử lý quá lâu nên đã dừng lại.
        return QCoreApplication.translate("Gallery", "It took the provider too long.")
    if any(word in code for word in _BUSY_CODES):
        #: vi: Nhà cung cấp đang quá tải.
        return QCoreApplication.translate("Gallery", "The provider was too busy.")
    if any(word in code for word in _MAINTENANCE_CODES):
        #: vi: Nhà cung cấp đang bảo trì.
        return QCoreApplication.translate("Gallery", "The provider was under maintenance.")
    if code == "402":
        #: vi: Tài khoản ở nhà cung cấp không đủ credits.
        return QCoreApplication.translate(
            "Gallery", "The account at the provider is out of credits."
        )
    return ""


def _by_reason(reason: Reason | None) -> str:
    if reason is Reason.REFUSED:
        #: vi: Nhà cung cấp từ chối yêu cầu.
        return QCoreApplication.translate("Gallery", "The provider refused the request.")
    if reason is Reason.NOT_SENT:
        #: vi: Không gửi được yêu cầu: không kết nối được tới nhà cung cấp.
        return QCoreApplication.translate("Gallery", "Not sent: the provider could not be reached.")
    if reason is Reason.RESULT_MISSING:
        #: vi: Nhà cung cấp báo hoàn thành nhưng không trả về video.
        return QCoreApplication.translate(
            "Gallery", "The provider reported success but delivered no video."
        )
    if reason in (Reason.USER_CHARGED, Reason.USER_NOT_CHARGED):
        #: vi: Bạn đã đánh dấu video này là thất bại.
        return QCoreApplication.translate("Gallery", "You marked this video as failed.")
    #: vi: Nhà cung cấp không tạo được video.
    return QCoreApplication.translate("Gallery", "The provider could not make the video.")
