"""A batch's file is read as it was meant, or says why it cannot be."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from videogen_desktop.domain.batch_columns import ColumnNames
from videogen_desktop.domain.batch_text import BatchTable, Unreadable
from videogen_desktop.domain.errors import BatchUnreadableError
from videogen_desktop.services.batch.files import table_of_bytes, table_of_file
from videogen_desktop.services.batch.workbook import (
    MOST_UNPACKED_BYTES,
)

NAMES = ColumnNames.of()


def book(*lines: tuple[object, ...]) -> bytes:
    workbook = Workbook()
    for line in lines:
        workbook.active.append(line)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def table(data: bytes) -> BatchTable:
    return table_of_bytes(data, NAMES, None)


def refusal(data: bytes) -> BatchUnreadableError:
    with pytest.raises(BatchUnreadableError) as refused:
        table(data)
    return refused.value


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, changes.get(name, old.read(name)))
    return file.getvalue()


def test_a_workbook_is_its_first_sheet_with_the_numbers_of_its_rows() -> None:
    found = table(book(("Mô tả", "Thời lượng"), ("mưa\nđêm", 5), (None, None), ("gió", 10)))
    assert [column.means for column in found.columns] == ["prompt", "duration"]
    assert [(row.number, *row.cells) for row in found.rows] == [
        (2, "mưa\nđêm", "5"),
        (4, "gió", "10"),
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (8.0, "8"),
        (7.5, "7.5"),
        (12345678901, "12345678901"),
        (True, "true"),
        (time(9, 16), "9:16"),
        (time(16, 9), "16:9"),
        (time(1, 1), "1:1"),
        (timedelta(hours=32, minutes=9), "32:9"),
        (datetime(2026, 11, 30), "2026-11-30"),  # noqa: DTZ001 - a sheet knows no zone
        (date(2026, 11, 30), "2026-11-30"),
        ("#N/A", "#N/A"),
    ],
)
def test_numbers_shapes_and_days_are_texts_as_their_author_sees_them(
    value: object, text: str
) -> None:
    assert table(book(("prompt", "x"), ("mưa", value))).rows[0].cells[1] == text


def test_a_formula_counts_as_what_was_computed_and_is_refused_where_nothing_was() -> None:
    uncomputed = book(("prompt", "seed"), ("mưa", "=1+1"))
    refused = refusal(uncomputed)
    assert (refused.reason, refused.place) == (Unreadable.FORMULA, "B2")
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(uncomputed)) as packed:
        xml = packed.read(sheet)
    computed = repacked(
        uncomputed, {sheet: xml.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")}
    )
    assert table(computed).rows[0].cells == ("mưa", "2")


def test_what_unpacks_to_too_much_is_never_unpacked() -> None:
    bomb = repacked(
        book(("prompt",)), {"xl/worksheets/sheet1.xml": b" " * (MOST_UNPACKED_BYTES + 1)}
    )
    assert len(bomb) < 1 << 20
    assert refusal(bomb).reason == Unreadable.TOO_LARGE


def test_entities_that_multiply_and_rows_that_are_far_away_are_refused() -> None:
    laughs = b'<!DOCTYPE a [<!ENTITY a "' + b"x" * 1_000 + b'">'
    for name, inner in zip("bcdef", "abcde", strict=True):
        laughs += f'<!ENTITY {name} "{f"&{inner};" * 50}">'.encode()
    laughs += b"]><a>&f;</a>"
    sheet = "xl/worksheets/sheet1.xml"
    assert refusal(repacked(book(("x",)), {sheet: laughs})).reason == Unreadable.NOT_A_WORKBOOK
    workbook = Workbook()
    workbook.active["A1"] = "prompt"
    workbook.active["A1000000"] = "mưa"
    file = io.BytesIO()
    workbook.save(file)
    assert refusal(file.getvalue()).reason == Unreadable.TOO_MANY_ROWS


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 no zip", repacked(book(("x",)), {"xl/workbook.xml": b"<"})]
)
def test_a_damaged_workbook_says_so(data: bytes) -> None:
    assert refusal(data).reason == Unreadable.NOT_A_WORKBOOK


def test_a_file_is_read_with_the_folder_that_its_paths_begin_at(tmp_path: Path) -> None:
    path = tmp_path / "ý tưởng.csv"
    path.write_bytes("Mô tả;Ảnh\nmưa;a.png\n".encode("utf-16"))
    found = table_of_file(path, NAMES)
    assert (found.folder, found.rows[0].cells) == (tmp_path, ("mưa", "a.png"))
    lines = tmp_path / "lines.txt"
    lines.write_text("mưa, gió\nđêm\n", encoding="utf-8")
    assert [row.cells for row in table_of_file(lines, NAMES).rows] == [("mưa, gió",), ("đêm",)]
    for nothing in (tmp_path, tmp_path / "missing.csv", Path("/dev/zero")):
        with pytest.raises(BatchUnreadableError) as refused:
            table_of_file(nothing, NAMES)
        assert refused.value.reason == Unreadable.NO_FILE
