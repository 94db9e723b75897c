"""The words of the table of a batch."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.batch_columns import (
    FILES,
    MODEL,
    PRESET,
    PROMPT,
    TITLE,
)
from videogen_desktop.ui.credit_text import credit_number, credits_text
from videogen_desktop.ui.option_wording import ASPECT_RATIO, role_name


def column_name(means: str) -> str:
    """What stands above a column that means this."""
    translate = QCoreApplication.translate
    names = {
        PROMPT: translate("Batch", "Description"),
        MODEL: translate("Batch", "Model"),
        ASPECT_RATIO: translate("Batch", "Ratio"),
        FILES: translate("Batch", "Pictures"),
        PRESET: translate("Batch", "Style"),
        TITLE: translate("Batch", "File name"),
    }
    return names.get(means) or role_name(means)


def price_heading() -> str:
    return QCoreApplication.translate("Batch", "Price")


def title() -> str:
    return QCoreApplication.translate("Batch", "Many videos at once")


def table_tab() -> str:
    return QCoreApplication.translate("Batch", "Table")


def template_tab() -> str:
    return QCoreApplication.translate("Batch", "With variables")


def queue_tab(running: int) -> str:
    """`running` is how many batches are on their way."""
    name = QCoreApplication.translate("Batch", "Queue")
    return f"{name} ({running})" if running else name


def open_file() -> str:
    return QCoreApplication.translate("Batch", "Open a file…")


def paste() -> str:
    return QCoreApplication.translate("Batch", "Paste")


def columns_menu() -> str:
    return QCoreApplication.translate("Batch", "Add a column")


def edit_cell() -> str:
    return QCoreApplication.translate("Batch", "Edit")


def remove_rows(count: int) -> str:
    return QCoreApplication.translate("Batch", "Remove %n rows", None, count)


def undo() -> str:
    return QCoreApplication.translate("Batch", "Undo")


def empty_heading() -> str:
    return QCoreApplication.translate("Batch", "A line for each video")


def empty_text() -> str:
    return QCoreApplication.translate(
        "Batch",
        "Paste descriptions, one on each line, or columns from a spreadsheet. A CSV, TSV, JSONL or "
        "XLSX file can also be dropped here.",
    )


def reading() -> str:
    return QCoreApplication.translate("Batch", "Reading…")


def checking() -> str:
    return QCoreApplication.translate("Batch", "Checking the rows…")


def creating() -> str:
    return QCoreApplication.translate("Batch", "Setting the credits aside…")


def defaults_text(parts: Sequence[str]) -> str:
    """`parts` are the composer's choices."""
    text = QCoreApplication.translate("Batch", "An empty cell takes the composer's: {choices}")
    return text.format(choices=" · ".join(parts))


def rows_text(rows: int) -> str:
    return QCoreApplication.translate("Batch", "%n rows", None, rows)


def problems_text(rows: int) -> str:
    return QCoreApplication.translate(
        "Batch", "%n rows have a problem; nothing is sent before that is solved.", None, rows
    )


def to_first_problem() -> str:
    return QCoreApplication.translate("Batch", "Show the first one")


def hold_at_most() -> str:
    return QCoreApplication.translate("Batch", "Hold at most…")


def create_text(videos: int, price: int, left: int | None, *, is_at_most: bool) -> str:
    """On the button: how many, for how much, and what is left after it, in hundredths."""
    action = QCoreApplication.translate("Batch", "Create %n videos", None, videos)
    cost = credits_text(price)
    if is_at_most:
        cost = QCoreApplication.translate("Batch", "at most {price}").format(price=cost)
    if left is None or left < 0:
        return f"{action} · {cost}"
    rest = QCoreApplication.translate("Batch", "{amount} left").format(amount=credit_number(left))
    return f"{action} · {cost} · {rest}"


def nothing_to_create() -> str:
    return QCoreApplication.translate("Batch", "Create videos")


def shortage_text(available: int, price: int) -> str:
    """In hundredths."""
    text = QCoreApplication.translate("Batch", "{available} left, {missing} too few")
    missing = credits_text(price - available)
    return text.format(available=credit_number(available), missing=missing)


def into_table(rows: int) -> str:
    return QCoreApplication.translate("Batch", "Put %n rows into the table", None, rows)
