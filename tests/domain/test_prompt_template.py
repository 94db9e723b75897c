"""Descriptions with variables make rows from lists."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.domain.batch_text import MOST_ROWS
from videogen_desktop.domain.prompt_template import (
    Combination,
    Fault,
    Filling,
    filling,
    read_template,
    rows_of,
    values_of,
)

EACH, STEP = Combination.EACH_WITH_EACH, Combination.IN_STEP
SHOES = read_template("{sản phẩm} màu {màu}, nền trắng")
LISTS = {"sản phẩm": ("Giày", "Túi"), "màu": ("đỏ", "xanh", "vàng")}


def test_each_value_goes_with_each_and_the_last_variable_changes_fastest() -> None:
    assert SHOES.names == ("sản phẩm", "màu")
    assert list(rows_of(SHOES, LISTS, EACH)) == [
        "Giày màu đỏ, nền trắng",
        "Giày màu xanh, nền trắng",
        "Giày màu vàng, nền trắng",
        "Túi màu đỏ, nền trắng",
        "Túi màu xanh, nền trắng",
        "Túi màu vàng, nền trắng",
    ]
    assert filling(SHOES, LISTS, EACH) == Filling(6)


def test_in_step_lists_go_line_by_line_and_one_value_goes_with_all() -> None:
    lists = {"sản phẩm": ("Giày", "Túi"), "màu": ("đỏ", "xanh")}
    assert list(rows_of(SHOES, lists, STEP)) == [
        "Giày màu đỏ, nền trắng",
        "Túi màu xanh, nền trắng",
    ]
    alone = {"sản phẩm": ("Giày",), "màu": ("đỏ", "xanh")}
    assert len(list(rows_of(SHOES, alone, STEP))) == 2
    assert filling(SHOES, LISTS, STEP) == Filling(0, Fault.UNEQUAL, ("sản phẩm", "màu"))
    assert list(rows_of(SHOES, LISTS, STEP)) == []


def test_a_list_without_values_is_named() -> None:
    lists = {"sản phẩm": ("Giày",), "màu": ()}
    assert filling(SHOES, lists, EACH) == Filling(0, Fault.NO_VALUES, ("màu",))


def test_more_rows_than_a_batch_holds_are_counted_and_never_made() -> None:
    lists = {"sản phẩm": ("a",) * 1_000, "màu": ("b",) * 1_000}
    assert filling(SHOES, lists, EACH) == Filling(1_000_000, Fault.TOO_MANY)
    assert list(rows_of(SHOES, lists, EACH)) == []
    full = {"sản phẩm": ("a",) * MOST_ROWS, "màu": ("b",)}
    assert filling(SHOES, full, EACH) == Filling(MOST_ROWS)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{Màu} và {màu}", ("Màu",)),
        ("{ sản   phẩm }", ("sản phẩm",)),
        (unicodedata.normalize("NFD", "{sản phẩm}"), ("sản phẩm",)),
        ("{{màu}}", ()),
        ("{{{màu}}}", ("màu",)),
        ('{"scene": "lotus"}', ()),
        ("{}", ()),
        ("{1}", ()),
        ("{chưa đóng", ()),
        ("{hai\ndòng}", ()),
        ("{" + "a" * 61 + "}", ()),
        ("{กี่}", ("กี่",)),
    ],
)
def test_what_is_a_variable(text: str, names: tuple[str, ...]) -> None:
    assert read_template(text).names == names


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("{{màu}}", "{màu}"),
        ('{"scene": "lotus"}', '{"scene": "lotus"}'),
        ("{chưa đóng", "{chưa đóng"),
        ("a } b", "a } b"),
        ("", ""),
    ],
)
def test_a_text_without_variables_is_one_row(text: str, row: str) -> None:
    template = read_template(text)
    assert list(rows_of(template, {}, EACH)) == [row]
    assert list(rows_of(template, {}, STEP)) == [row]


def test_values_are_lines_and_braces_in_them_are_no_variables() -> None:
    values = values_of("  đỏ \n\n\t{màu}\r\nxanh")
    assert values == ("đỏ", "{màu}", "xanh")
    assert list(rows_of(read_template("{màu}!"), {"màu": values}, EACH)) == [
        "đỏ!",
        "{màu}!",
        "xanh!",
    ]


@given(st.text(), st.lists(st.text(min_size=1), min_size=1, max_size=3))
def test_any_text_makes_as_many_rows_as_were_counted(text: str, values: list[str]) -> None:
    template = read_template(text)
    lists = dict.fromkeys(template.names, values)
    for combination in Combination:
        counted = filling(template, lists, combination)
        if counted.fault is None:
            assert len(list(rows_of(template, lists, combination))) == counted.count
