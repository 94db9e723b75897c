"""The words of the details: facts, timeline and money. Vietnamese stands above each call."""

import json

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.details import TimelineEvent
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.ui.credit_text import credit_number
from videogen_desktop.ui.gallery.wording import shape_label

_MINUS = "−"
_SECOND, _MINUTE = 1_000, 60_000


def local_date(at: int, zone: QTimeZone | None = None) -> str:
    """The day of a UTC moment in milliseconds, as the language writes it."""
    return QLocale().toString(_local(at, zone).date(), QLocale.FormatType.ShortFormat)


def local_time(at: int, zone: QTimeZone | None = None) -> str:
    """The time of day, to the second."""
    return _local(at, zone).time().toString("HH:mm:ss")


def local_moment(at: int, zone: QTimeZone | None = None) -> str:
    return f"{local_date(at, zone)} {local_time(at, zone)}"


def duration(milliseconds: int) -> str:
    """Such as 8,0 giây or 1:02."""
    if milliseconds >= _MINUTE:
        minutes, rest = divmod(round(milliseconds / _SECOND), 60)
        return f"{minutes}:{rest:02}"
    number = QLocale().toString(milliseconds / _SECOND, "f", 1)
    #: vi: {number} giây
    return QCoreApplication.translate("Viewer", "{number} s").format(number=number)


def file_size(number: int) -> str:
    return QLocale().formattedDataSize(number, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def shape(ratio: AspectRatio) -> str:
    return f"{shape_label(ratio)} · {'9:16' if ratio is AspectRatio.PORTRAIT else '16:9'}"


def pretty_record(record: str) -> str:
    """The provider's record with its JSON indented, or as it is where it is none."""
    try:
        return json.dumps(json.loads(record), ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        return record


# --- headings and names ----------------------------------------------------------------------


def prompt() -> str:
    #: vi: Prompt
    return QCoreApplication.translate("Viewer", "Prompt")


def facts() -> str:
    #: vi: Chi tiết
    return QCoreApplication.translate("Viewer", "Details")


def timeline() -> str:
    #: vi: Diễn biến
    return QCoreApplication.translate("Viewer", "Timeline")


def money() -> str:
    #: vi: Credits
    return QCoreApplication.translate("Viewer", "Credits")


def no_money() -> str:
    #: vi: Video này không có giao dịch nào.
    return QCoreApplication.translate("Viewer", "No credits moved for this video.")


def total() -> str:
    #: vi: Tổng chi phí
    return QCoreApplication.translate("Viewer", "Total cost")


def record() -> str:
    #: vi: Dữ liệu gốc của nhà cung cấp
    return QCoreApplication.translate("Viewer", "The provider's own record")


def fold_record(shown: bool) -> str:
    if shown:
        #: vi: Ẩn dữ liệu gốc
        return QCoreApplication.translate("Viewer", "Hide the record")
    #: vi: Hiện dữ liệu gốc
    return QCoreApplication.translate("Viewer", "Show the record")


def copy(name: str) -> str:
    #: vi: Sao chép: {name}
    return QCoreApplication.translate("Viewer", "Copy: {name}").format(name=name)


def copied() -> str:
    #: vi: Đã sao chép
    return QCoreApplication.translate("Viewer", "Copied")


def state() -> str:
    #: vi: Trạng thái
    return QCoreApplication.translate("Viewer", "State")


def model() -> str:
    #: vi: Mô hình
    return QCoreApplication.translate("Viewer", "Model")


def aspect_ratio() -> str:
    #: vi: Tỉ lệ
    return QCoreApplication.translate("Viewer", "Shape")


def picture_size() -> str:
    #: vi: Kích thước
    return QCoreApplication.translate("Viewer", "Picture")


def length() -> str:
    #: vi: Thời lượng
    return QCoreApplication.translate("Viewer", "Length")


def size() -> str:
    #: vi: Dung lượng
    return QCoreApplication.translate("Viewer", "File size")


def cost() -> str:
    #: vi: Chi phí
    return QCoreApplication.translate("Viewer", "Cost")


def created() -> str:
    #: vi: Tạo lúc
    return QCoreApplication.translate("Viewer", "Created")


def task_id() -> str:
    #: vi: Mã tác vụ
    return QCoreApplication.translate("Viewer", "Task id")


# --- the timeline ----------------------------------------------------------------------------


def event_name(event: TimelineEvent) -> str:
    """What became known, in plain words; a kind of a later version stands as it is."""
    return _EVENTS.get(event.kind, lambda: event.kind)()


def event_note(event: TimelineEvent) -> str:
    """What else the timeline knows of it, in the provider's own words; else empty."""
    detail = event.detail
    if event.kind == "downloaded" and isinstance(detail.get("bytes"), int):
        return file_size(int(str(detail["bytes"])))
    parts = [str(detail[key]) for key in ("code", "message", "phase") if detail.get(key)]
    return " · ".join(parts)


def _reserved() -> str:
    #: vi: Đã giữ credits
    return QCoreApplication.translate("Viewer", "Credits set aside")


def _sending() -> str:
    #: vi: Gửi yêu cầu
    return QCoreApplication.translate("Viewer", "Request sent")


def _pending() -> str:
    #: vi: Nhà cung cấp đã nhận
    return QCoreApplication.translate("Viewer", "Accepted by the provider")


def _processing() -> str:
    #: vi: Bắt đầu xử lý
    return QCoreApplication.translate("Viewer", "Processing began")


def _completed() -> str:
    #: vi: Hoàn thành
    return QCoreApplication.translate("Viewer", "Completed")


def _failed() -> str:
    #: vi: Thất bại
    return QCoreApplication.translate("Viewer", "Failed")


def _cancelled() -> str:
    #: vi: Đã hủy trước khi gửi
    return QCoreApplication.translate("Viewer", "Cancelled before it was sent")


def _unconfirmed() -> str:
    #: vi: Chưa rõ kết quả
    return QCoreApplication.translate("Viewer", "Unclear what became of it")


def _not_sent() -> str:
    #: vi: Chưa gửi được
    return QCoreApplication.translate("Viewer", "Could not be sent")


def _downloaded() -> str:
    #: vi: Đã tải về máy
    return QCoreApplication.translate("Viewer", "Saved on this computer")


def _deleted() -> str:
    #: vi: Đã xóa khỏi thư viện
    return QCoreApplication.translate("Viewer", "Deleted from the library")


def _restored() -> str:
    #: vi: Đã khôi phục
    return QCoreApplication.translate("Viewer", "Brought back")


def _contradiction() -> str:
    #: vi: Nhà cung cấp báo khác với trước đó
    return QCoreApplication.translate("Viewer", "The provider contradicted itself")


def _no_result() -> str:
    #: vi: Báo hoàn thành nhưng thiếu video
    return QCoreApplication.translate("Viewer", "Reported done, but without a video")


_EVENTS = {
    "reserved": _reserved,
    "sending": _sending,
    "pending": _pending,
    "processing": _processing,
    "completed": _completed,
    "failed": _failed,
    "cancelled": _cancelled,
    "unconfirmed": _unconfirmed,
    "not_sent": _not_sent,
    "downloaded": _downloaded,
    "deleted": _deleted,
    "restored": _restored,
    "contradiction": _contradiction,
    "success_without_result": _no_result,
}


# --- money -----------------------------------------------------------------------------------


def entry_name(kind: EntryKind) -> str:
    """A ledger row of a video in plain words."""
    if kind is EntryKind.RESERVE:
        #: vi: Giữ trước
        return QCoreApplication.translate("Viewer", "Set aside")
    if kind is EntryKind.CAPTURE:
        #: vi: Chi từ phần đã giữ
        return QCoreApplication.translate("Viewer", "Spent from what was set aside")
    if kind is EntryKind.VOID:
        #: vi: Trả lại phần đã giữ
        return QCoreApplication.translate("Viewer", "Set-aside credits returned")
    if kind is EntryKind.REFUND:
        #: vi: Hoàn lại
        return QCoreApplication.translate("Viewer", "Refunded")
    if kind is EntryKind.SETTLE:
        #: vi: Điều chỉnh giá
        return QCoreApplication.translate("Viewer", "Price adjusted")
    return kind.value


def signed_amount(hundredths: int) -> str:
    """Such as +100 or −14,4; without a sign for nothing."""
    sign = "+" if hundredths > 0 else _MINUS if hundredths < 0 else ""
    return sign + credit_number(abs(hundredths))


def _local(at: int, zone: QTimeZone | None) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(at, zone or QTimeZone.systemTimeZone())
