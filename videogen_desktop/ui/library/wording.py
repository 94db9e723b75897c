"""The words of the gallery's toolbar. Each call names its Vietnamese wording above it."""

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.domain.gallery import GallerySort, StatusGroup
from videogen_desktop.ui.gallery.wording import percent_label


def status_label(status: StatusGroup | None) -> str:
    if status is None:
        #: vi: Tất cả
        return QCoreApplication.translate("Library", "All")
    if status is StatusGroup.RUNNING:
        #: vi: Đang chạy
        return QCoreApplication.translate("Library", "Running")
    if status is StatusGroup.COMPLETED:
        #: vi: Hoàn thành
        return QCoreApplication.translate("Library", "Completed")
    if status is StatusGroup.FAILED:
        #: vi: Thất bại
        return QCoreApplication.translate("Library", "Failed")
    if status is StatusGroup.UNCONFIRMED:
        #: vi: Chưa rõ
        return QCoreApplication.translate("Library", "Unclear")
    #: vi: Đã hủy
    return QCoreApplication.translate("Library", "Cancelled")


def counted(label: str, count: int | None) -> str:
    return label if count is None else f"{label}  {QLocale().toString(count)}"


def sort_label(sort: GallerySort) -> str:
    if sort is GallerySort.OLDEST:
        #: vi: Cũ nhất
        return QCoreApplication.translate("Library", "Oldest first")
    if sort is GallerySort.PROMPT:
        #: vi: Theo nội dung A–Z
        return QCoreApplication.translate("Library", "Prompt A–Z")
    #: vi: Mới nhất
    return QCoreApplication.translate("Library", "Newest first")


def days_label(days: int | None) -> str:
    if days is None:
        #: vi: Mọi lúc
        return QCoreApplication.translate("Library", "Any time")
    if days == 1:
        #: vi: Hôm nay
        return QCoreApplication.translate("Library", "Today")
    #: vi: %n ngày qua
    return QCoreApplication.translate("Library", "Last %n days", None, days)


def number_of_videos(count: int) -> str:
    #: vi: %n video
    return QCoreApplication.translate("Library", "%n videos", None, count)


def found(count: int, *, in_all: bool) -> str:
    """What a screen reader says of an answer; `in_all`: nothing was searched for."""
    if count:
        return number_of_videos(count)
    if in_all:
        #: vi: Thư viện chưa có video nào
        return QCoreApplication.translate("Library", "There are no videos yet")
    #: vi: Không tìm thấy video nào
    return QCoreApplication.translate("Library", "No video fits")


def selected(count: int) -> str:
    #: vi: Đã chọn %n video
    return QCoreApplication.translate("Library", "%n videos selected", None, count)


def copying(done: int, total: int, percent: int) -> str:
    #: vi: Đang lưu %1/%2 video · %3
    text = QCoreApplication.translate("Library", "Saving %1 of %2 videos · %3")
    locale = QLocale()
    numbers = (locale.toString(done), locale.toString(total), percent_label(percent))
    for place, number in zip(("%1", "%2", "%3"), numbers, strict=True):
        text = text.replace(place, number)
    return text
