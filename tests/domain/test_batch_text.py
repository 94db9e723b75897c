"""Whatever is pasted or opened becomes the table that its author saw."""

import pytest

from tests.requests import VENDORS
from videogen_desktop.domain.batch_columns import ColumnNames
from videogen_desktop.domain.batch_text import (
    MOST_ROWS,
    BatchTable,
    Unreadable,
    decoded,
    table_of_text,
)
from videogen_desktop.domain.errors import BatchUnreadableError

NAMES = ColumnNames.of(model for vendor in VENDORS for model in vendor.models)


def table(text: str, *, is_table: bool = False) -> BatchTable:
    return table_of_text(text, NAMES, is_table=is_table)


def cells(text: str, *, is_table: bool = False) -> list[tuple[str, ...]]:
    return [row.cells for row in table(text, is_table=is_table).rows]


def meanings(text: str) -> list[str | None]:
    return [column.means for column in table(text).columns]


def test_each_pasted_line_is_a_request() -> None:
    pasted = 'Mưa trên phố cổ, máy quay chậm\r\n\r\n  "Xin chào!" cô nói; rồi đi  \nBiển đêm\n'
    assert meanings(pasted) == ["prompt"]
    assert [(row.number, *row.cells) for row in table(pasted).rows] == [
        (1, "Mưa trên phố cổ, máy quay chậm"),
        (3, '"Xin chào!" cô nói; rồi đi'),
        (4, "Biển đêm"),
    ]


def test_a_description_may_begin_with_a_variable() -> None:
    pasted = "{màu} hoa sen\n{{không}} phải JSON"
    assert meanings(pasted) == ["prompt"]
    assert cells(pasted) == [("{màu} hoa sen",), ("{{không}} phải JSON",)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_line_of_known_headers_names_the_columns(delimiter: str) -> None:
    header = ["Mô tả", "MÔ HÌNH", "ti_le", "Thời lượng", "ẢNH", "Phong cách", "so lan", "Tên tệp"]
    text = delimiter.join(header) + "\n" + delimiter.join("abcdefgh") + "\n"
    assert meanings(text) == [
        *("prompt", "model", "aspect_ratio", "duration", "files", "preset", "takes", "title"),
    ]
    assert cells(text) == [tuple("abcdefgh")]


def test_headers_are_known_in_english_and_by_any_models_own_names() -> None:
    text = "Prompt\tNegative Prompt\tMax credits\tlast-frame\tmulti_prompt\tcfg_scale\nx\n"
    found = ["prompt", "negative_prompt", "most", "last_frame", "multi_prompt", "guidance"]
    assert meanings(text) == found


def test_a_second_column_of_the_same_meaning_says_nothing_but_for_files() -> None:
    assert meanings("prompt,mô tả,ảnh,images\na,b,c,d\n") == ["prompt", None, "files", "files"]


def test_what_is_unknown_or_beyond_the_headers_is_kept_as_a_column_without_meaning() -> None:
    found = table("prompt,mood\nmưa,buồn,thêm\n")
    assert [(one.header, one.means) for one in found.columns] == [
        ("prompt", "prompt"),
        ("mood", None),
        ("", None),
    ]
    assert found.rows[0].cells == ("mưa", "buồn", "thêm")


def test_cells_of_several_lines_stay_whole() -> None:
    assert cells('prompt,duration\n"mưa\nvà ""gió""",5\n') == [('mưa\nvà "gió"', "5")]
    copied = '"mưa\nvà gió"\t5\n"Hi!" she says\t8\n"all quoted"\t8\n'
    assert [row.number for row in table(copied).rows] == [1, 3, 4]
    assert cells(copied) == [("mưa\nvà gió", "5"), ('"Hi!" she says', "8"), ('"all quoted"', "8")]


def test_a_table_has_headers_even_where_none_is_known() -> None:
    assert meanings("a;b\n1;2\n") == ["prompt"]
    found = table("ý tưởng;ghi chú\nmưa;2\n", is_table=True)
    assert [one.means for one in found.columns] == [None, None]


def test_the_separator_that_excel_names_is_believed() -> None:
    found = table("sep=;\nprompt;seed\na, b;7\n", is_table=True)
    assert [(row.number, row.cells) for row in found.rows] == [(3, ("a, b", "7"))]


def test_json_lines_are_rows_whatever_their_members() -> None:
    text = (
        '{"prompt": "mưa", "duration": 5.0, "options": {"audio": true, "seed": 12345678901}}\n'
        '{"prompt": "gió", "ảnh": ["a.png", "b.png"], "model": null}\n'
    )
    found = table(text)
    assert [one.header for one in found.columns] == [
        *("audio", "seed", "prompt", "duration", "ảnh", "model"),
    ]
    assert found.rows[0].cells == ("true", "12345678901", "mưa", "5", "", "")
    assert found.rows[1].cells == ("", "", "gió", "", '["a.png", "b.png"]', "")


@pytest.mark.parametrize(
    "line", ['{"prompt": "a", "prompt": "b"}', "{", '{"prompt": 1} x', '{"a": ' + "[" * 10_000]
)
def test_a_line_that_is_no_object_with_each_name_once_is_named(line: str) -> None:
    with pytest.raises(BatchUnreadableError) as refused:
        table(f'{{"prompt": "a"}}\n\n{line}\n')
    assert (refused.value.reason, refused.value.place) == (Unreadable.NOT_JSON, "3")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("  \n\n", Unreadable.NOTHING),
        ("prompt,seed\n", Unreadable.NOTHING),
        ("x\n" * (MOST_ROWS + 1), Unreadable.TOO_MANY_ROWS),
        ("prompt" + ",a" * 200 + "\n" + "b," * 150 + "c\n", Unreadable.TOO_MANY_COLUMNS),
        ("x" * 100_001, Unreadable.CELL_TOO_LONG),
    ],
)
def test_what_cannot_be_a_batch_says_why(text: str, reason: Unreadable) -> None:
    with pytest.raises(BatchUnreadableError) as refused:
        table(text)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"]
)
def test_vietnamese_is_read_in_whatever_it_was_written(encoding: str) -> None:
    text = "Mô tả,Thời lượng\nđường phố cũ kỹ,5\n"
    written = text
    if encoding == "cp1258":
        # This code page has letters with their hats, and the tones behind them.
        written = "".join(map(_of_windows, text))
    assert decoded(written.encode(encoding)) == text


def _of_windows(letter: str) -> str:
    import unicodedata

    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        base, *tones = list(unicodedata.normalize("NFD", letter))
        tone = [one for one in tones if one in "\u0300\u0301\u0303\u0309\u0323"]
        hats = [one for one in tones if one not in tone]
        return unicodedata.normalize("NFC", base + "".join(hats)) + "".join(tone)
    return letter


def test_bytes_that_are_no_text_are_refused() -> None:
    for data in (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"a,b\xd2\xff\0\0"):
        with pytest.raises(BatchUnreadableError) as refused:
            decoded(data)
        assert refused.value.reason == Unreadable.NOT_TEXT
