"""Text as a table of a batch: lines, CSV, TSV, columns copied from a spreadsheet, and JSONL.

The standard library's csv takes the quotes off what was never quoted (`"Hi!" she says` in a copied
column), and nobody would see that another description was sent: cells are read here.
"""

import codecs
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from videogen_desktop.domain.batch_columns import (
    PROMPT,
    BatchColumn,
    ColumnNames,
)
from videogen_desktop.domain.errors import BatchUnreadableError

MOST_ROWS = 1_000
MOST_COLUMNS = 100
LONGEST_CELL = 100_000
MOST_BYTES = 16 << 20
_DELIMITERS = "\t;,"
# Excel writes this as a first line, and reads it.
_SEPARATOR = re.compile(r"sep=([\t;,])\n", re.IGNORECASE)
_BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
# `{màu} hoa sen` is a description that begins with a variable, and no JSON.
_VARIABLE_FIRST = re.compile(r"""\{[^{}"':\n]+\}""")
# What Excel of a Vietnamese Windows writes as "CSV".
_VIETNAMESE = "cp1258"


class Unreadable(StrEnum):
    """Why a text or file is no batch."""

    NOTHING = "nothing"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    CELL_TOO_LONG = "cell_too_long"
    NOT_TEXT = "not_text"
    NOT_JSON = "not_json"
    NOT_A_WORKBOOK = "not_a_workbook"
    # A cell whose value only a spreadsheet program can tell.
    FORMULA = "formula"
    NO_FILE = "no_file"


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One line; `number` is where it begins in the text, or its row in the sheet, from 1. There are
    as many cells as columns."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BatchTable:
    """What somebody pasted or opened, as it is. Paths in it begin at `folder`, where it has one."""

    columns: tuple[BatchColumn, ...]
    rows: tuple[BatchRow, ...]
    folder: Path | None = None


Record = tuple[int, Sequence[str]]


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16, or what a Vietnamese Windows writes. Raises
    BatchUnreadableError."""
    if len(data) > MOST_BYTES:
        raise BatchUnreadableError(Unreadable.TOO_LARGE, limit=MOST_BYTES)
    marked = [(mark, name) for mark, name in _BOMS.items() if data.startswith(mark)]
    encodings = [name for _mark, name in marked] or ["utf-8", _VIETNAMESE]
    if not marked and b"\0" in data[:4]:
        encodings = ["utf-16-be" if data[:1] == b"\0" else "utf-16-le"]
    for encoding in encodings:
        try:
            text = data[len(marked[0][0]) if marked else 0 :].decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return unicodedata.normalize("NFC", text)
    raise BatchUnreadableError(Unreadable.NOT_TEXT)


def table_of_text(
    text: str, names: ColumnNames, *, is_table: bool = False, folder: Path | None = None
) -> BatchTable:
    """The table that the text is. Without a line of known headers each line is a description, and
    of copied columns the first is; `is_table` says that there has to be such a line.

    Raises BatchUnreadableError.
    """
    if len(text) > MOST_BYTES:
        raise BatchUnreadableError(Unreadable.TOO_LARGE, limit=MOST_BYTES)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if lines.lstrip().startswith("{") and not _VARIABLE_FIRST.match(lines.lstrip()):
        return table_of(*_json_records(lines), names, folder)
    separator = _SEPARATOR.match(lines)
    body = lines[separator.end() :] if separator else lines
    first_line = 2 if separator else 1
    delimiters = separator[1] if separator else _DELIMITERS
    delimiter = max(delimiters, key=lambda one: _known(body, one, names))
    if is_table or _is_header(names.columns(_first(body, delimiter))):
        records = _records(
            body, delimiter, first_line, keeps_quotes=not is_table and delimiter == "\t"
        )
        header = next(records, (1, ()))[1]
        return table_of(header, records, names, folder)
    return _without_header(body, folder)


def table_of(
    header: Sequence[str],
    records: Iterable[Record],
    names: ColumnNames,
    folder: Path | None = None,
) -> BatchTable:
    """The table of these cells; lines with nothing in them are left out. Raises
    BatchUnreadableError."""
    return _table(names.columns(header), records, folder)


def _table(
    columns: tuple[BatchColumn, ...], records: Iterable[Record], folder: Path | None
) -> BatchTable:
    rows: list[BatchRow] = []
    width = len(columns)
    for number, given in records:
        cells = tuple(cell.strip() for cell in given)
        while cells and not cells[-1]:
            cells = cells[:-1]
        if not cells:
            continue
        _check_size(number, cells)
        if len(rows) == MOST_ROWS:
            raise BatchUnreadableError(Unreadable.TOO_MANY_ROWS, limit=MOST_ROWS)
        rows.append(BatchRow(number, cells))
        width = max(width, len(cells))
    if not rows:
        raise BatchUnreadableError(Unreadable.NOTHING)
    if width > MOST_COLUMNS:
        raise BatchUnreadableError(Unreadable.TOO_MANY_COLUMNS, limit=MOST_COLUMNS)
    # Cells beyond the last header are shown, and are problems.
    columns += (BatchColumn("", None),) * (width - len(columns))
    padded = (BatchRow(one.number, one.cells + ("",) * (width - len(one.cells))) for one in rows)
    return BatchTable(columns, tuple(padded), folder)


def _check_size(number: int, cells: Sequence[str]) -> None:
    if len(cells) > MOST_COLUMNS:
        raise BatchUnreadableError(Unreadable.TOO_MANY_COLUMNS, str(number), MOST_COLUMNS)
    if any(len(cell) > LONGEST_CELL for cell in cells):
        raise BatchUnreadableError(Unreadable.CELL_TOO_LONG, str(number), LONGEST_CELL)


def _without_header(text: str, folder: Path | None) -> BatchTable:
    """Descriptions alone, or columns of a spreadsheet that begin with them."""
    records = _records(text, "\t", 1, keeps_quotes=True)
    return _table((BatchColumn("", PROMPT),), records, folder)


# --- headers -------------------------------------------------------------------------------------


def _first(text: str, delimiter: str) -> Sequence[str]:
    return next(_records(text.lstrip("\n"), delimiter, 1), (1, ()))[1]


def _known(text: str, delimiter: str, names: ColumnNames) -> tuple[int, int]:
    """How many columns there are known ones under the first line, read so."""
    columns = names.columns(_first(text, delimiter))
    return sum(one.means is not None for one in columns), len(columns)


def _is_header(columns: Sequence[BatchColumn]) -> bool:
    means = [one.means for one in columns if one.header]
    return PROMPT in means or (len(means) > 1 and None not in means)


# --- cells ---------------------------------------------------------------------------------------


def _records(
    text: str, delimiter: str, first_line: int, *, keeps_quotes: bool = False
) -> Iterator[Record]:
    """The lines' cells, each with the number of its line. Quotes around a cell go, if nothing else
    follows them; with `keeps_quotes` only around one that needs them, as spreadsheets copy cells.
    """
    plain = f"[^{delimiter}\n]*"
    cell = re.compile(rf'[ ]*"((?:[^"]|"")*)"[ ]*(?=[{delimiter}\n]|\Z)|({plain})')
    at, line, end = 0, first_line, len(text)
    while at < end:
        cells, begins = list[str](), line
        while True:
            found = cell.match(text, at)
            assert found is not None  # noqa: S101 - the second way takes nothing too
            at, line = found.end(), line + found[0].count("\n")
            cells.append(_unquoted(found, keeps_quotes))
            is_last = at >= end or text[at] == "\n"
            at += 1
            if is_last:
                break
        line += 1
        yield begins, cells


def _unquoted(found: re.Match[str], keeps_quotes: bool) -> str:
    quoted = found[1]
    if quoted is None or (keeps_quotes and not re.search(r"[\n\t]", quoted)):
        return found[0]
    return quoted.replace('""', '"')


# --- JSON, a line an object ----------------------------------------------------------------------


def _json_records(text: str) -> tuple[Sequence[str], list[Record]]:
    objects = [
        (number, _json_object(number, line))
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]
    header = list(dict.fromkeys(name for _, members in objects for name in members))
    return header, [
        (number, [members.get(name, "") for name in header]) for number, members in objects
    ]


def _json_object(number: int, line: str) -> dict[str, str]:
    try:
        read = json.loads(line, object_pairs_hook=_only_once)
    except (ValueError, RecursionError) as error:
        raise BatchUnreadableError(Unreadable.NOT_JSON, str(number)) from error
    if not isinstance(read, dict):
        raise BatchUnreadableError(Unreadable.NOT_JSON, str(number))
    options = read.pop("options", None)
    if isinstance(options, dict):
        # As a request has them.
        read = {**options, **read}
    elif options is not None:
        read["options"] = options
    return {name: _json_text(value) for name, value in read.items()}


def _only_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        # One of the two would go without a word.
        raise ValueError("twice")
    return members


def _json_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return number_text(value)
    return json.dumps(value, ensure_ascii=False)


def number_text(value: float) -> str:
    """As one would write it: 8 and not 8.0."""
    return str(int(value)) if value.is_integer() else repr(value)
