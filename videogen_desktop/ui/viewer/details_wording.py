"""The words of the details: headings, names and quantities. Vietnamese stands above each call."""

import json

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.ui.gallery.wording import shape_label

_SECOND, _MINUTE = 1_000, 60_000
_USUAL_RATIOS = {"landscape": "16:9", "portrait": "9:16", "square": "1:1"}


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


def shape(ratio: str) -> str:
    """Its name and its exact ratio, where there is one."""
    name, exact = shape_label(ratio), _USUAL_RATIOS.get(ratio, ratio)
    return name if name == exact else f"{name} · {exact}"


def pretty_record(record: str) -> str:
    """The provider's record with its JSON indented, or as it is where it is none."""
    try:
        return json.dumps(json.loads(record), ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        return record


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


def result() -> str:
    #: vi: Kết quả
    return QCoreApplication.translate("Viewer", "Result")


def result_of(number: int, results: int) -> str:
    #: vi: {number}/{results} của cùng một yêu cầu
    text = QCoreApplication.translate("Viewer", "{number} of {results} from one request")
    return text.format(number=number, results=results)


def kept_until() -> str:
    #: vi: Nhà cung cấp giữ đến khoảng
    return QCoreApplication.translate("Viewer", "Likely kept there until")


def created() -> str:
    #: vi: Tạo lúc
    return QCoreApplication.translate("Viewer", "Created")


def task_id() -> str:
    #: vi: Mã tác vụ
    return QCoreApplication.translate("Viewer", "Task id")
