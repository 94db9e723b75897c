"""The words of the details: headings, names and quantities. Vietnamese stands above each call."""

import json

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.ui.text_format import shape_label

_SECOND, _MINUTE = 1_000, 60_000
_USUAL_RATIOS = {"landscape": "16:9", "portrait": "9:16", "square": "1:1"}


def duration(milliseconds: int) -> str:
    """Such as 8,0 giây or 1:02."""
    if milliseconds >= _MINUTE:
        minutes, rest = divmod(round(milliseconds / _SECOND), 60)
        return f"{minutes}:{rest:02}"
    number = QLocale().toString(milliseconds / _SECOND, "f", 1)
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
    return QCoreApplication.translate("Viewer", "Prompt")


def facts() -> str:
    return QCoreApplication.translate("Viewer", "Details")


def timeline() -> str:
    return QCoreApplication.translate("Viewer", "Timeline")


def money() -> str:
    return QCoreApplication.translate("Viewer", "Credits")


def no_money() -> str:
    return QCoreApplication.translate("Viewer", "No credits moved for this video.")


def total() -> str:
    return QCoreApplication.translate("Viewer", "Total cost")


def record() -> str:
    return QCoreApplication.translate("Viewer", "The provider's own record")


def fold_record(shown: bool) -> str:
    if shown:
        return QCoreApplication.translate("Viewer", "Hide the record")
    return QCoreApplication.translate("Viewer", "Show the record")


def copy(name: str) -> str:
    return QCoreApplication.translate("Viewer", "Copy: {name}").format(name=name)


def copied() -> str:
    return QCoreApplication.translate("Viewer", "Copied")


def state() -> str:
    return QCoreApplication.translate("Viewer", "State")


def model() -> str:
    return QCoreApplication.translate("Viewer", "Model")


def aspect_ratio() -> str:
    return QCoreApplication.translate("Viewer", "Shape")


def picture_size() -> str:
    return QCoreApplication.translate("Viewer", "Picture")


def length() -> str:
    return QCoreApplication.translate("Viewer", "Length")


def size() -> str:
    return QCoreApplication.translate("Viewer", "File size")


def cost() -> str:
    return QCoreApplication.translate("Viewer", "Cost")


def result() -> str:
    return QCoreApplication.translate("Viewer", "Result")


def result_of(number: int, results: int) -> str:
    text = QCoreApplication.translate("Viewer", "{number} of {results} from one request")
    return text.format(number=number, results=results)


def kept_until() -> str:
    return QCoreApplication.translate("Viewer", "Likely kept there until")


def created() -> str:
    return QCoreApplication.translate("Viewer", "Created")


def task_id() -> str:
    return QCoreApplication.translate("Viewer", "Task id")
