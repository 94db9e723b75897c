"""The table of a batch while somebody works on it is a value that no change loses anything of."""

from pathlib import Path

import pytest

from tests.requests import SANDBOX
from videogen_desktop.domain.batch_columns import (
    FILES,
    MODEL,
    PROMPT,
    TAKES,
    BatchColumn,
    ColumnNames,
)
from videogen_desktop.domain.batch_text import BatchRow, BatchTable, table_of_text
from videogen_desktop.ui.batch import sheet

NAMES = ColumnNames.of(SANDBOX.models)


def table(text: str, folder: Path | None = None) -> BatchTable:
    return table_of_text(text, NAMES, folder=folder)


def texts(found: BatchTable) -> list[tuple[str, ...]]:
    return [row.cells for row in found.rows]


def test_the_description_is_first_whatever_the_file_says() -> None:
    found = sheet.arranged(table("số bản\tmô tả\tghi chú\n2\tmèo\tgấp"))
    assert [column.means for column in found.columns] == [PROMPT, TAKES, None]
    assert texts(found) == [("mèo", "2", "gấp")]


def test_a_table_without_descriptions_gets_a_column_for_them() -> None:
    found = sheet.arranged(BatchTable((BatchColumn("số bản", TAKES),), (BatchRow(1, ("2",)),)))
    assert [column.means for column in found.columns] == [PROMPT, TAKES]
    assert texts(found) == [("", "2")]


def test_what_is_pasted_after_something_else_joins_it_by_the_meaning_of_columns() -> None:
    first = sheet.joined(sheet.EMPTY, table("mèo\nchó"))
    both = sheet.joined(first, table("model,prompt\nkling,chim"))
    assert [column.means for column in both.columns] == [PROMPT, MODEL]
    assert texts(both) == [("mèo", ""), ("chó", ""), ("chim", "kling")]
    assert [row.number for row in both.rows] == [1, 2, 3]


def test_several_columns_of_files_stay_several() -> None:
    columns = (BatchColumn("", PROMPT), BatchColumn("ảnh", FILES), BatchColumn("ảnh 2", FILES))
    pictures = BatchTable(columns, (BatchRow(1, ("mèo", "a.png", "b.png")),))
    both = sheet.joined(sheet.joined(sheet.EMPTY, table("chó")), pictures)
    assert texts(both) == [("chó", "", ""), ("mèo", "a.png", "b.png")]


def test_rows_and_columns_come_and_go() -> None:
    found = sheet.joined(sheet.EMPTY, table("mèo\nchó\nchim"))
    found = sheet.with_column(found, TAKES)
    assert sheet.with_column(found, TAKES) is found
    found = sheet.with_cell(found, 1, 1, "3")
    found = sheet.without_rows(found, [0])
    assert texts(found) == [("chó", "3"), ("chim", "")]
    assert [row.number for row in found.rows] == [1, 2]


def test_a_draft_comes_back_as_it_was(tmp_path: Path) -> None:
    found = sheet.joined(sheet.EMPTY, table("mô tả\tsố bản\n“Hai\u00a0dòng”\t2\n{màu}\t", tmp_path))
    draft = sheet.as_json(found, "{màu} đẹp", {"màu": "đỏ\nxanh"})
    assert sheet.from_json(draft) == (found, "{màu} đẹp", {"màu": "đỏ\nxanh"})


@pytest.mark.parametrize(
    "broken",
    ["", "[]", "{}", '{"columns": 1}', '{"columns": [["", "prompt"]], "rows": [["a", "b"]]}'],
)
def test_what_is_no_draft_is_none(broken: str) -> None:
    with pytest.raises(ValueError):
        sheet.from_json(broken)
