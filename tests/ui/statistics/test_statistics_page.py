"""The page of figures: what is pointed at is read out, and what is pressed is what it shows."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from videogen_desktop.domain.statistics import Measure, Statistics, StatisticsRow
from videogen_desktop.ui.moments import day_text
from videogen_desktop.ui.statistics.bars import bars_of, round_top
from videogen_desktop.ui.statistics.dialog import StatisticsDialog
from videogen_desktop.ui.theme.tokens import LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LAST = date(2026, 11, 30)


def november(day: int) -> str:
    return day_text(date(2026, 11, day))


def figures(days: int) -> Statistics:
    """As many made on each day as its number, and twice the credits."""
    first = LAST - timedelta(days=days - 1)
    rows = [
        StatisticsRow(
            (first + timedelta(days=number)).isoformat(),
            {Measure.MADE: number, Measure.SPENT: number * 200},
        )
        for number in range(days)
    ]
    models = (
        StatisticsRow("Kling", {Measure.MADE: 2, Measure.SPENT: 900}),
        StatisticsRow("Veo", {Measure.MADE: 7, Measure.SPENT: 100}),
        StatisticsRow("Wan", {Measure.FAILED: 1}),
    )
    return Statistics(first, LAST, tuple(rows), models)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[StatisticsDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = StatisticsDialog(LIGHT, window)
    dialog.show_statistics(figures(7))
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog


def point_at(page: StatisticsDialog, number: int) -> str:
    QTest.mouseMove(page.chart, page.chart.bar_place(number).center().toPoint())
    return page.chart.said


def test_the_bar_under_the_pointer_is_read_out(page: StatisticsDialog) -> None:
    assert page.chart.said == ""
    assert point_at(page, 6) == f"{november(30)}: 6"
    assert point_at(page, 2) == f"{november(26)}: 2"


def test_the_arrows_go_from_bar_to_bar(page: StatisticsDialog) -> None:
    page.chart.setFocus()
    for key, said in (
        (Qt.Key.Key_Left, f"{november(30)}: 6"),
        (Qt.Key.Key_Left, f"{november(29)}: 5"),
        (Qt.Key.Key_Home, f"{november(24)}: 0"),
        (Qt.Key.Key_Right, f"{november(25)}: 1"),
    ):
        QTest.keyClick(page.chart, key)
        assert page.chart.said == said


def test_a_press_on_a_figure_shows_it_everywhere(page: StatisticsDialog) -> None:
    assert page.tiles[Measure.MADE].accessibleName() == "Made: 21"
    assert page.models.shown == ("Veo: 7", "Kling: 2")
    QTest.mouseClick(page.tiles[Measure.SPENT], Qt.MouseButton.LeftButton)
    assert page.tiles[Measure.SPENT].accessibleName() == "Credits spent: 42"
    assert page.models.shown == ("Kling: 9", "Veo: 1")
    assert point_at(page, 6) == f"{november(30)}: 12"
    QTest.mouseClick(page.tiles[Measure.SHARED], Qt.MouseButton.LeftButton)
    assert not page.models.shown
    assert page.models.accessibleDescription() == "Nothing in this period"


def test_a_narrow_page_shows_all_of_its_figures(page: StatisticsDialog, qtbot: QtBot) -> None:
    page.resize(440, 640)
    tiles = page.tiles.values()
    qtbot.waitUntil(
        lambda: max(tile.mapTo(page, tile.rect().topRight()).x() for tile in tiles) < 440
    )
    assert page.export_button.accessibleName() == "Export (CSV)…"


@pytest.mark.parametrize(("days", "bars"), [(7, 7), (62, 62), (365, 53), (800, 27)])
def test_many_days_are_put_together_and_none_is_lost(days: int, bars: int) -> None:
    found = bars_of(figures(days), Measure.MADE)
    assert len(found) == bars
    assert sum(bar.value for bar in found) == sum(range(days))
    assert (found[0].first, found[-1].last) == (LAST - timedelta(days=days - 1), LAST)


@given(st.integers(0, 10**12))
def test_the_scale_is_round_and_its_middle_whole(highest: int) -> None:
    top = round_top(highest)
    assert top >= max(2, highest)
    assert top % 2 == 0
    assert top <= max(2, highest * 2)
    assert len(str(top).rstrip("0")) <= 2
