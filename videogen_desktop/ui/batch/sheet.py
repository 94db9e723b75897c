"""The table of a batch while somebody works on it: joined, ordered, changed, and kept as a draft.

Every change is a new value, so that what was there before is one step of undo away.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from videogen_desktop.domain.batch_columns import (
    FILES,
    MODEL,
    MOST,
    PRESET,
    PROMPT,
    TAKES,
    TITLE,
    BatchColumn,
)
from videogen_desktop.domain.batch_text import BatchRow, BatchTable

# As the table shows them; whatever else a file has comes after these, in the file's order.
ORDER = (PROMPT, MODEL, "aspect_ratio", "duration", "resolution", FILES, PRESET, TAKES, TITLE, MOST)
EMPTY = BatchTable((BatchColumn("", PROMPT),), ())
_VERSION = 1
_Key = tuple[str, str, int]


def arranged(table: BatchTable) -> BatchTable:
    """The same with its columns in our order; the description is always there, and first."""
    columns = table.columns
    if PROMPT not in (one.means for one in columns):
        columns = (*columns, BatchColumn("", PROMPT))
    order = sorted(range(len(columns)), key=lambda at: (_place(columns[at]), at))
    return replace(
        table,
        columns=tuple(columns[at] for at in order),
        rows=tuple(
            replace(row, cells=tuple(_cell(row.cells, at) for at in order)) for row in table.rows
        ),
    )


def joined(first: BatchTable, second: BatchTable) -> BatchTable:
    """The rows of both, numbered anew. Columns that mean the same are one."""
    if not first.rows:
        return numbered(arranged(second))
    known = {**_keyed(first), **_keyed(second)}
    rows = [*_spread(first, known), *_spread(second, known)]
    columns = tuple({**_keyed(second), **_keyed(first)}[key][1] for key in known)
    folder = second.folder if first.folder is None else first.folder
    return numbered(arranged(BatchTable(columns, tuple(rows), folder)))


def numbered(table: BatchTable) -> BatchTable:
    """Rows by their place, from 1: what a person sees beside them."""
    rows = (
        row if row.number == number else replace(row, number=number)
        for number, row in enumerate(table.rows, 1)
    )
    return replace(table, rows=tuple(rows))


def with_cell(table: BatchTable, row: int, column: int, text: str) -> BatchTable:
    """Another text in one cell."""
    cells = table.rows[row].cells
    changed = replace(table.rows[row], cells=(*cells[:column], text, *cells[column + 1 :]))
    return replace(table, rows=(*table.rows[:row], changed, *table.rows[row + 1 :]))


def with_column(table: BatchTable, means: str) -> BatchTable:
    """One more column, empty, unless there is one that means this."""
    if means in (column.means for column in table.columns):
        return table
    rows = tuple(replace(row, cells=(*row.cells, "")) for row in table.rows)
    columns = (*table.columns, BatchColumn("", means))
    return arranged(replace(table, columns=columns, rows=rows))


def without_rows(table: BatchTable, gone: Iterable[int]) -> BatchTable:
    """The table without the rows at these places."""
    left_out = set(gone)
    kept = tuple(row for at, row in enumerate(table.rows) if at not in left_out)
    return numbered(replace(table, rows=kept))


def of_descriptions(descriptions: Iterable[str]) -> BatchTable:
    """A table of descriptions alone."""
    rows = tuple(BatchRow(number, (text,)) for number, text in enumerate(descriptions, 1))
    return BatchTable(EMPTY.columns, rows)


def described(table: BatchTable) -> tuple[str, ...]:
    """The descriptions, as they stand."""
    at = [column.means for column in table.columns].index(PROMPT)
    return tuple(row.cells[at] for row in table.rows)


# --- the draft -----------------------------------------------------------------------------------


def as_json(table: BatchTable, template: str, lists: dict[str, str]) -> str:
    """Table, template and its lists, to be read again by `from_json`."""
    return json.dumps(
        {
            "version": _VERSION,
            "columns": [[column.header, column.means] for column in table.columns],
            "rows": [row.cells for row in table.rows],
            "folder": None if table.folder is None else str(table.folder),
            "template": template,
            "lists": lists,
        },
        ensure_ascii=False,
    )


def from_json(text: str) -> tuple[BatchTable, str, dict[str, str]]:
    """What `as_json` wrote. Raises ValueError for anything else."""
    try:
        stored = json.loads(text)
        columns = tuple(BatchColumn(str(header), means) for header, means in stored["columns"])
        rows = tuple(
            BatchRow(number, tuple(map(str, cells)))
            for number, cells in enumerate(stored["rows"], 1)
        )
        folder = None if stored["folder"] is None else Path(stored["folder"])
        lists = {str(name): str(values) for name, values in stored["lists"].items()}
        template = str(stored["template"])
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(text[:20]) from error
    if any(len(row.cells) != len(columns) for row in rows):
        raise ValueError(text[:20])
    return arranged(BatchTable(columns, rows, folder)), template, lists


# --- within --------------------------------------------------------------------------------------


def _place(column: BatchColumn) -> int:
    return ORDER.index(column.means) if column.means in ORDER else len(ORDER)


def _keyed(table: BatchTable) -> dict[_Key, tuple[int, BatchColumn]]:
    """Columns by what they mean: several may hold files, and several mean nothing."""
    found: dict[_Key, tuple[int, BatchColumn]] = {}
    for place, column in enumerate(table.columns):
        key = ("", column.header, 0) if column.means is None else (column.means, "", 0)
        while key in found:
            key = (*key[:2], key[2] + 1)
        found[key] = (place, column)
    return found


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _spread(table: BatchTable, keys: Iterable[_Key]) -> Iterable[BatchRow]:
    at = _keyed(table)
    places = [at[key][0] if key in at else None for key in keys]
    for row in table.rows:
        cells = tuple("" if place is None else row.cells[place] for place in places)
        yield replace(row, cells=cells)
