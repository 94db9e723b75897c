from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QStringListModel
from pytestqt.qtbot import QtBot

from videogen_desktop.ui.gallery.grid import CardMetrics, Grid, grid_for
from videogen_desktop.ui.gallery.grid_view import GridView

METRICS = CardMetrics(text_height=90)
GRIDS = st.builds(grid_for, st.integers(120, 2_600), st.integers(1, 300), st.just(METRICS))


@given(GRIDS, st.data())
def test_every_point_of_a_card_belongs_to_its_row(grid: Grid, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, grid.cards - 1))
    left, top, width, height = grid.card(row)
    across = data.draw(st.integers(0, width - 1))
    down = data.draw(st.integers(0, height - 1))
    assert grid.row_at(left + across, top + down) == row


@given(GRIDS, st.integers(-50, 3_000), st.integers(-50, 30_000))
def test_a_point_between_cards_belongs_to_none(grid: Grid, x: int, y: int) -> None:
    row = grid.row_at(x, y)
    holders = [
        candidate
        for candidate in range(grid.cards)
        if grid.card(candidate)[0] <= x < grid.card(candidate)[0] + grid.card_width
        and grid.card(candidate)[1] <= y < grid.card(candidate)[1] + grid.card_height
    ]
    assert holders == ([] if row is None else [row])


@given(GRIDS, st.integers(0, 20_000), st.integers(1, 2_000))
def test_no_card_of_a_stretch_is_left_out(grid: Grid, top: int, height: int) -> None:
    rows = grid.rows_between(top, top + height - 1)
    for row in range(grid.cards):
        _, above, _, tall = grid.card(row)
        if above < top + height and above + tall > top:
            assert row in rows


@given(GRIDS, *[st.integers(-100, 3_000) for _ in range(4)])
def test_a_rectangle_selects_exactly_the_cards_it_touches(
    grid: Grid, left: int, top: int, width: int, height: int
) -> None:
    assume(width >= 0 and height >= 0)
    right, bottom = left + width, top + height
    touched = set()
    for row in range(grid.cards):
        x, y, wide, tall = grid.card(row)
        if x <= right and x + wide > left and y <= bottom and y + tall > top:
            touched.add(row)
    runs = grid.rows_in(left, top, right, bottom)
    assert {row for first, last in runs for row in range(first, last + 1)} == touched


@given(GRIDS, st.integers(120, 2_600))
def test_cards_stay_inside_the_width(grid: Grid, width: int) -> None:
    grid = grid_for(width, grid.cards, METRICS)
    left, _, wide, _ = grid.card(min(grid.columns, grid.cards) - 1)
    assert left + wide <= width


def test_a_window_480_wide_has_one_column_and_1280_has_four() -> None:
    assert grid_for(470, 10, METRICS).columns == 1
    assert grid_for(1_270, 10, METRICS).columns == 4


def test_the_media_area_is_sixteen_to_nine() -> None:
    grid = grid_for(1_280, 10, METRICS)
    assert abs(grid.media_height * 16 / 9 - grid.card_width) <= 1


def test_the_grid_view_knows_no_card_and_lays_out_any_list(qtbot: QtBot) -> None:
    view = GridView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel([str(number) for number in range(1_000)]))
    view.resize(1_280, 800)
    view.show()
    view.scrollTo(view.model().index(500, 0))
    assert 500 in view.visible_rows()
    assert view.indexAt(view.card_rect(500).center()).row() == 500
    view.setSelection(view.card_rect(500), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert (view.selected_rows(), view.selected_count()) == ([500], 1)
