from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QStringListModel
from pytestqt.qtbot import QtBot

from videogen_desktop.domain.aspect_ratio import ASPECTS
from videogen_desktop.ui.gallery import grid as grid_module
from videogen_desktop.ui.gallery.grid import CardMetrics, CardOrder, Grid, Section
from videogen_desktop.ui.gallery.grid_view import GridView

METRICS = CardMetrics(text_height=90)
WIDE, TALL, SQUARE = 1, 2, 3
SHAPES = st.one_of(
    st.lists(st.integers(0, len(ASPECTS) - 1), min_size=1, max_size=120),
    st.builds(lambda shape, count: [shape] * count, st.integers(0, 3), st.integers(1, 120)),
).map(bytes)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    shapes = draw(SHAPES)
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(shapes) - 1)), max_size=6)) | {0})
    ends = [*cuts[1:], len(shapes)]
    days = [Section(a, b - a, True) for a, b in zip(cuts, ends, strict=True) if b > a]
    order = CardOrder(shapes, draw(st.sampled_from([None, days])))
    return Grid(draw(st.integers(120, 2_600)), METRICS, order)


def every_card(grid: Grid) -> list[tuple[int, int, int, int]]:
    # Twice: the first time lays all of them out.
    for _ in range(2):
        cards = [grid.card(row) for row in range(grid.cards)]
    return cards


@given(grids())
def test_every_card_is_found_at_its_middle_and_at_its_corners(grid: Grid) -> None:
    for row, (left, top, width, height) in enumerate(every_card(grid)):
        for x, y in ((width // 2, height // 2), (0, 0), (width - 1, height - 1)):
            assert grid.row_at(left + x, top + y) == row
        assert grid.row_at(left - 1, top) != row
        assert grid.row_at(left, top + height) is None


@given(grids())
def test_cards_follow_each_other_without_overlapping(grid: Grid) -> None:
    cards = every_card(grid)
    for (left, top, width, height), (next_left, next_top, *_) in pairwise(cards):
        beside = next_top == top and next_left >= left + width + grid.gap
        assert beside or next_top >= top + height + grid.gap
    assert all(
        left >= grid.margin and left + width <= grid.margin + grid.room
        for left, _, width, _ in cards
    )
    last = cards[-1]
    assert last[1] + last[3] <= grid.content_height


@given(grids(), st.integers(0, 8_000), st.integers(1, 2_000))
def test_no_card_of_a_stretch_is_left_out(grid: Grid, top: int, height: int) -> None:
    cards = every_card(grid)
    rows = grid.rows_between(top, top + height - 1)
    for row, (_, above, _, tall) in enumerate(cards):
        assert row in rows or above + tall <= top or above >= top + height


@given(grids(), st.integers(-50, 2_600), st.integers(-50, 4_000), st.integers(1, 1_500))
def test_a_rectangle_touches_exactly_the_cards_that_it_meets(
    grid: Grid, left: int, top: int, size: int
) -> None:
    cards = every_card(grid)
    right, bottom = left + size, top + size
    touched = [
        row
        for first, last in grid.rows_in(left, top, right, bottom)
        for row in range(first, last + 1)
    ]
    meets = [
        row
        for row, (x, y, width, height) in enumerate(cards)
        if x <= right and x + width > left and y <= bottom and y + height > top
    ]
    assert touched == meets


@given(SHAPES, st.integers(300, 2_600))
def test_a_picture_has_the_shape_of_its_clip(shapes: bytes, width: int) -> None:
    grid = Grid(width, METRICS, CardOrder(shapes))
    squeezed = 0
    for row, (_, _, wide, high) in enumerate(every_card(grid)):
        shape = wide / (high - METRICS.text_height)
        squeezed += abs(shape / ASPECTS[shapes[row]] - 1) > 0.03
    # In a narrow window what is left of a line is the wide one's.
    assert squeezed == 0 or width < 1_400


@given(st.sampled_from([WIDE, TALL, SQUARE]), st.integers(1, 6_000), st.integers(200, 2_600))
def test_cards_of_one_shape_stand_in_columns_and_are_reckoned_exactly(
    shape: int, count: int, width: int
) -> None:
    grid = Grid(width, METRICS, CardOrder(bytes((shape,)) * count))
    reckoned = grid.content_height
    assert len({grid.card(row)[2:] for row in range(0, count, max(1, count // 20))}) == 1
    columns = sum(grid.card(row)[1] == grid.card(0)[1] for row in range(min(count, 40)))
    row = min(count - 1, columns * (count // columns // 2))
    grid.settle(0, 10_000_000)
    # A part of a list has full lines of so many.
    if grid_module.LONGEST_SECTION % columns == 0:
        assert grid.card(row)[0] == grid.card(row % columns)[0]
        assert grid.content_height == reckoned


@given(grids(), st.integers(0, 20_000), st.integers(-900, 900))
def test_what_is_seen_stays_when_more_is_laid_out(grid: Grid, offset: int, way: int) -> None:
    height = 700
    offset = grid.settle(offset, height)
    seen = {row: grid.card(row)[1] - offset for row in grid.rows_between(offset, offset + height)}
    moved = grid.settle(max(0, offset + way), height)
    still = [row for row in grid.rows_between(moved, moved + height) if row in seen]
    ways = {seen[row] - (grid.card(row)[1] - moved) for row in still}
    assert len(ways) <= 1
    # Looking far away moves nothing of it either.
    where = {row: grid.card(row)[1] - moved for row in still}
    grid.card(0)
    assert {row: grid.card(row)[1] - moved - grid.drift for row in still} == where


@given(grids(), st.data())
def test_up_and_down_lead_to_the_nearest_card_of_the_next_line(
    grid: Grid, data: st.DataObject
) -> None:
    every_card(grid)
    row = data.draw(st.integers(0, grid.cards - 1))
    left, top, width, _ = grid.card(row)
    middle = left + width // 2
    below, above = grid.below(row, middle), grid.above(row, middle)
    lines = sorted({grid.card(other)[1] for other in range(grid.cards)})
    place = lines.index(top)
    assert lines.index(grid.card(below)[1]) == min(len(lines) - 1, place + 1)
    assert lines.index(grid.card(above)[1]) == max(0, place - 1)


def test_one_column_in_a_narrow_window_and_more_in_a_wide_one() -> None:
    def widths(shape: int, width: int) -> list[int]:
        grid = Grid(width, METRICS, CardOrder(bytes((shape,)) * 10))
        return [grid.card(row)[2] for row in range(10) if grid.card(row)[1] == grid.card(0)[1]]

    assert widths(WIDE, 480) == [448]
    assert len(widths(TALL, 480)) == 3 or len(widths(TALL, 480)) == 2
    assert len(widths(WIDE, 1_280)) == 4
    assert len(widths(TALL, 1_280)) == 7


def test_a_long_list_is_laid_out_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid_module, "LONGEST_SECTION", 12)
    order = CardOrder(bytes((WIDE, TALL, TALL) * 20))
    assert len(order.sections) == 5
    grid = Grid(1_000, METRICS, order)
    cards = every_card(grid)
    assert cards == sorted(cards, key=lambda card: (card[1], card[0]))


def test_cards_are_selected_and_found_through_the_view(qtbot: QtBot) -> None:
    view = GridView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel([str(number) for number in range(1_000)]))
    view.resize(1_000, 700)
    view.show()
    view.scrollTo(view.model().index(500, 0))
    assert 500 in view.visible_rows()
    assert view.indexAt(view.card_rect(500).center()).row() == 500
    view.setSelection(view.card_rect(500), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert view.selected_rows() == [500]
