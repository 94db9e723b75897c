"""Excel workbooks: the first sheet as lines of texts."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from videogen_desktop.domain.batch_text import (
    MOST_COLUMNS,
    Record,
    Unreadable,
    number_text,
)
from videogen_desktop.domain.errors import BatchUnreadableError

# What lies packed in a workbook; a thousand rows take a fiftieth of it.
MOST_UNPACKED_BYTES = 48 << 20
MOST_PARTS = 1_000
# With the empty ones between them: a sheet may say that its one cell stands in row 1,048,576.
MOST_LINES = 20_000
_MINUTE, _HOUR = 60, 3_600
# Parts that it does not know, such as conditional formats, are nothing to us.
warnings.filterwarnings("ignore", module="openpyxl")


def workbook_records(data: bytes) -> Iterator[Record]:
    """The lines of the first sheet that is shown, with their numbers. Raises
    BatchUnreadableError."""
    _check_size(data)
    try:
        yield from _records(data)
    except BatchUnreadableError:
        raise
    except Exception as error:  # a damaged file raises whatever it comes upon
        raise BatchUnreadableError(Unreadable.NOT_A_WORKBOOK) from error


def _check_size(data: bytes) -> None:
    """Before anything is unpacked: no part gives more than it says of itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise BatchUnreadableError(Unreadable.NOT_A_WORKBOOK) from error
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED_BYTES:
        raise BatchUnreadableError(Unreadable.TOO_LARGE, limit=MOST_UNPACKED_BYTES)


def _records(data: bytes) -> Iterator[Record]:
    formulas = _formulas(data)
    lines = list(_lines(data, values=True))
    computed = [_value_at(lines, place) for place in formulas]
    if formulas and all(value is None for value in computed):
        # Nobody ever computed them: programs write formulas without values, Excel writes both.
        row, column = formulas[0]
        raise BatchUnreadableError(Unreadable.FORMULA, f"{get_column_letter(column)}{row}")
    for number, line in enumerate(lines, 1):
        yield number, [_text_of(value) for value in line]


def _formulas(data: bytes) -> list[tuple[int, int]]:
    """Row and column of each formula."""
    return [
        (row, column)
        for row, line in enumerate(_lines(data, values=False), 1)
        for column, cell in enumerate(line, 1)
        if getattr(cell, "data_type", "") == "f"
    ]


def _value_at(lines: Sequence[Sequence[object]], place: tuple[int, int]) -> object:
    row, column = place
    line = lines[row - 1] if row <= len(lines) else ()
    return line[column - 1] if column <= len(line) else None


def _lines(data: bytes, *, values: bool) -> Iterator[Sequence[object]]:
    """The values of each line, up to its last; or its cells, with formulas as such."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    try:
        sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
        # What it says of its own size may be wrong.
        sheet.reset_dimensions()
        limits = {"max_row": MOST_LINES + 1, "max_col": MOST_COLUMNS + 1}
        for number, line in enumerate(sheet.iter_rows(values_only=values, **limits), 1):
            if number > MOST_LINES:
                raise BatchUnreadableError(Unreadable.TOO_MANY_ROWS, limit=MOST_LINES)
            last = max((at for at, one in enumerate(line, 1) if one is not None), default=0)
            yield line[:last]
    finally:
        book.close()


def _text_of(value: object) -> str:
    """A cell as its author sees it. A shape such as 9:16 that was typed into Excel is a time of day
    there, and one such as 32:9 a span of time."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, time) and not value.second and not value.microsecond:
        return f"{value.hour}:{value.minute}"
    if isinstance(value, timedelta):
        seconds = int(value.total_seconds())
        return f"{seconds // _HOUR}:{seconds % _HOUR // _MINUTE}"
    return value.isoformat() if isinstance(value, date | time) else str(value)
