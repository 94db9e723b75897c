"""The words on a card. Each call names its Vietnamese wording in the comment above it."""

import re
import time

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.catalogue import model_with_id
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem, Video

_LONGEST_PAINTED = 400
_MINUTE, _HOUR, _DAY, _WEEK = 60_000, 3_600_000, 86_400_000, 7 * 86_400_000
_SPACE = re.compile(r"\s+")
# Overrides and isolates would let a prompt reorder what stands around it on the card.
_CONTROLS = re.compile("[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]")


def one_line(prompt: str) -> str:
    """The beginning of a prompt as one line of plain text."""
    return _SPACE.sub(" ", _CONTROLS.sub(" ", prompt[:_LONGEST_PAINTED])).strip()


def title(item: LibraryItem | None) -> str:
    return "" if item is None else one_line(item.video.prompt)


def state_label(state: VideoState) -> str:
    """The state as DESIGN section 4 shows it, without its mark."""
    if state in (VideoState.RESERVED, VideoState.SENDING):
        #: vi: Chờ gửi
        return QCoreApplication.translate("Gallery", "Waiting to send")
    if state is VideoState.PENDING:
        #: vi: Chờ xử lý
        return QCoreApplication.translate("Gallery", "Queued")
    if state is VideoState.PROCESSING:
        #: vi: Đang xử lý
        return QCoreApplication.translate("Gallery", "Processing")
    if state is VideoState.COMPLETED:
        #: vi: Hoàn thành
        return QCoreApplication.translate("Gallery", "Completed")
    if state is VideoState.FAILED:
        #: vi: Thất bại
        return QCoreApplication.translate("Gallery", "Failed")
    if state is VideoState.CANCELLED:
        #: vi: Đã hủy
        return QCoreApplication.translate("Gallery", "Cancelled")
    #: vi: Chưa rõ
    return QCoreApplication.translate("Gallery", "Unclear")


def state_mark(state: VideoState) -> str:
    return {VideoState.COMPLETED: "✓ ", VideoState.FAILED: "✗ "}.get(state, "")


def shape_label(shape: AspectRatio) -> str:
    if shape is AspectRatio.PORTRAIT:
        #: vi: Dọc
        return QCoreApplication.translate("Gallery", "Portrait")
    #: vi: Ngang
    return QCoreApplication.translate("Gallery", "Landscape")


def model_title(model_id: str) -> str:
    model = model_with_id(model_id)
    return model_id if model is None else model.title


def age_label(created_at: int, now: int) -> str:
    """How long ago, both in UTC milliseconds; a date after a week."""
    age = max(0, now - created_at)
    if age < _MINUTE:
        #: vi: Vừa xong
        return QCoreApplication.translate("Gallery", "Just now")
    if age < _HOUR:
        #: vi: %n phút trước
        return QCoreApplication.translate("Gallery", "%n min ago", None, age // _MINUTE)
    if age < _DAY:
        #: vi: %n giờ trước
        return QCoreApplication.translate("Gallery", "%n h ago", None, age // _HOUR)
    if age < _WEEK:
        #: vi: %n ngày trước
        return QCoreApplication.translate("Gallery", "%n d ago", None, age // _DAY)
    day = QDateTime.fromMSecsSinceEpoch(created_at).date()
    return QLocale().toString(day, QLocale.FormatType.ShortFormat)


def failure_headline(video: Video) -> str:
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
    if _is_moderation(video):
        #: vi: Nội dung mô tả bị bộ lọc của nhà cung cấp từ chối.
        return QCoreApplication.translate(
            "Gallery", "The provider's content filter refused the prompt."
        )
    return _failure_by_reason(video.reason)


def _failure_by_reason(reason: Reason | None) -> str:
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


def cost_sentence(video: Video) -> str:
    """Whether it cost anything; empty where the card need not say."""
    if video.state is VideoState.UNCONFIRMED:
        #: vi: Có thể đã bị trừ credits.
        return QCoreApplication.translate("Gallery", "Credits may have been charged.")
    if video.state is VideoState.CANCELLED:
        #: vi: Không mất credits.
        return QCoreApplication.translate("Gallery", "No credits were charged.")
    if video.state is not VideoState.FAILED:
        return ""
    if video.cost > 0:
        #: vi: Đã bị trừ credits.
        return QCoreApplication.translate("Gallery", "Credits were charged.")
    if video.reason in (Reason.PROVIDER_FAILED, Reason.RESULT_MISSING):
        #: vi: Đã hoàn lại credits.
        return QCoreApplication.translate("Gallery", "Your credits were refunded.")
    #: vi: Không mất credits.
    return QCoreApplication.translate("Gallery", "No credits were charged.")


def media_note(item: LibraryItem) -> str:
    """Why a completed card has nothing to play, or what comes next; else empty."""
    if item.video.state is not VideoState.COMPLETED or item.clip is not None:
        return ""
    if item.clip_failure is not None:
        #: vi: Chưa tải được video về máy
        return QCoreApplication.translate("Gallery", "The video could not be downloaded yet")
    #: vi: Đang tải video về máy…
    return QCoreApplication.translate("Gallery", "Downloading the video…")


def download_note(received: int, total: int | None) -> str:
    if total:
        #: vi: Đang tải về %1 %
        text = QCoreApplication.translate("Gallery", "Downloading %1 %")
        return text.replace("%1", QLocale().toString(min(100, received * 100 // total)))
    #: vi: Đã tải %1
    text = QCoreApplication.translate("Gallery", "Downloaded %1")
    return text.replace("%1", QLocale().formattedDataSize(received, 1))


def playback_problem(code: str) -> str:
    """Why a clip does not play; `code` is a PlaybackProblem value."""
    if code == "no_backend":
        #: vi: Máy này thiếu thành phần phát video.
        return QCoreApplication.translate("Gallery", "This computer has no video playback.")
    if code == "no_frames":
        #: vi: Không phát được định dạng này tại đây.
        return QCoreApplication.translate("Gallery", "This format cannot be played here.")
    if code == "missing":
        #: vi: Không tìm thấy tệp video.
        return QCoreApplication.translate("Gallery", "The video file is missing.")
    #: vi: Không phát được video.
    return QCoreApplication.translate("Gallery", "The video cannot be played.")


def loading_name() -> str:
    #: vi: Đang tải…
    return QCoreApplication.translate("Gallery", "Loading…")


def gallery_name() -> str:
    #: vi: Thư viện video
    return QCoreApplication.translate("Gallery", "Video gallery")


def accessible_name(item: LibraryItem | None) -> str:
    """What a screen reader says first: the prompt and where it stands."""
    if item is None:
        return loading_name()
    video = item.video
    parts = [one_line(video.prompt)[:160], state_label(video.state)]
    if video.state in (VideoState.PENDING, VideoState.PROCESSING):
        parts.append(percent_label(video.progress_percent))
    return ", ".join(part for part in parts if part)


def accessible_description(item: LibraryItem | None) -> str:
    if item is None:
        return ""
    video = item.video
    parts = [
        failure_headline(video),
        cost_sentence(video),
        media_note(item),
        shape_label(video.aspect_ratio),
        model_title(video.model_id),
        age_label(video.created_at, time.time_ns() // 1_000_000),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part)


def percent_label(percent: int) -> str:
    #: vi: %1 %
    return QCoreApplication.translate("Gallery", "%1%").replace("%1", QLocale().toString(percent))


def _is_moderation(video: Video) -> bool:
    code = (video.failure_code or "").upper()
    return "SENSITIVE" in code or "MODERATION" in code or "CONTENT_POLICY" in code
