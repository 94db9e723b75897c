from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QDateTime, QModelIndex, Qt, QTime
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.requests import SANDBOX_WALLET
from tests.ui.account.fake_account import NOON, movements
from videogen_desktop.domain.ledger import Movement
from videogen_desktop.ui.account.filter_bar import FilterBar, Period
from videogen_desktop.ui.account.statement_dialog import StatementDialog
from videogen_desktop.ui.account.statement_model import (
    Column,
    SearchableStatement,
    StatementFilter,
    StatementModel,
)
from videogen_desktop.ui.credit_text import signed_number
from videogen_desktop.ui.moments import local_midnight_ms
from videogen_desktop.ui.theme.tokens import LIGHT

HOSTILE = "<img src='file:///canary'><b>mèo</b>"


@pytest.fixture
def model(qtbot: QtBot, qtmodeltester: ModelTester) -> StatementModel:
    model = StatementModel(LIGHT)
    model.show_statement(SearchableStatement(movements(40)))
    qtmodeltester.check(model)
    return model


def prompts(model: StatementModel) -> set[str]:
    return {line.prompt or "" for line in model.shown}


def test_a_search_does_not_need_the_marks(model: StatementModel) -> None:
    for typed in ("da nang", "ĐÀ NẴNG", "hoang   hon bien"):
        model.set_filter(StatementFilter(text=typed))
        assert prompts(model) == {"Bãi biển Đà Nẵng lúc hoàng hôn, nhìn từ trên cao"}
    model.set_filter(StatementFilter(text="không có"))
    assert model.rowCount() == 0


def test_kind_and_days_narrow_the_statement(model: StatementModel) -> None:
    model.set_filter(StatementFilter(kind="refund"))
    assert {line.kind for line in model.shown} == {"refund"}
    hours = 3_600_000
    model.set_filter(StatementFilter(since=NOON - 3 * hours, until=NOON))
    assert [line.at for line in model.shown] == [NOON - hours, NOON - 2 * hours, NOON - 3 * hours]


def test_the_totals_are_of_what_is_shown(model: StatementModel) -> None:
    everything = model.totals()
    assert everything.into - everything.out == model.shown[0].available_after
    model.set_filter(StatementFilter(kind="refund"))
    assert (model.totals().out, model.totals().into) == (0, 100_00 * model.rowCount())


def test_sorting_by_amount_keeps_the_newest_first_among_equals(model: StatementModel) -> None:
    model.sort(Column.AMOUNT, Qt.SortOrder.DescendingOrder)
    shown = [(line.amount, line.seq) for line in model.shown]
    assert shown == sorted(shown, reverse=True)
    model.sort(Column.TIME, Qt.SortOrder.DescendingOrder)
    assert [line.seq for line in model.shown] == list(range(40, 0, -1))


def test_money_that_came_back_is_green_and_carries_its_sign(model: StatementModel) -> None:
    model.set_filter(StatementFilter(kind="refund"))
    cell = model.index(0, Column.AMOUNT)
    assert model.data(cell) == "+100"
    assert model.data(cell, Qt.ItemDataRole.ForegroundRole) == QColor(LIGHT.success)
    assert signed_number(-14_40).startswith("−")


def test_a_hostile_prompt_is_only_characters(model: StatementModel) -> None:
    model.show_statement(
        SearchableStatement([Movement(1, NOON, "video_generation", -1, 0, "id", HOSTILE)])
    )
    cell = model.index(0, Column.VIDEO)
    assert model.data(cell) == HOSTILE
    assert "<img" not in model.data(cell, Qt.ItemDataRole.ToolTipRole)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[StatementDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = StatementDialog(LIGHT, lambda: NOON, window)
    dialog.show_statement(SearchableStatement(movements(10_000)), SANDBOX_WALLET, "Sandbox")
    dialog.show()
    yield dialog
    window.close()


def test_typing_filters_ten_thousand_movements(dialog: StatementDialog) -> None:
    dialog.filters.text.setText("da nang")
    assert dialog.model.rowCount() == len(
        [line for line in movements(10_000) if "Đà Nẵng" in (line.prompt or "")]
    )
    assert dialog.movements_shown() == dialog.model.shown
    dialog.filters.clear()
    assert dialog.model.rowCount() == 10_000


def test_an_export_takes_what_is_shown(dialog: StatementDialog) -> None:
    dialog.filters.text.setText("không có gì")
    assert not dialog.export_button.isEnabled()
    dialog.filters.kind.choose("grant")
    dialog.filters.text.clear()
    assert [line.kind for line in dialog.movements_shown()] == ["grant"]
    assert dialog.export_button.isEnabled()


def test_a_click_on_the_prompt_opens_its_video(qtbot: QtBot, dialog: StatementDialog) -> None:
    opened: list[str] = []
    dialog.videoRequested.connect(opened.append)
    newest = dialog.model.shown[0]
    middle = dialog.table.visualRect(dialog.model.index(0, Column.VIDEO)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    beside = dialog.table.visualRect(dialog.model.index(1, Column.AMOUNT)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert opened == [newest.video_id]
    dialog.table.activated.emit(dialog.model.index(2, Column.TIME))
    assert opened == [newest.video_id, dialog.model.shown[2].video_id]


def test_the_days_of_the_filter_are_local(qtbot: QtBot) -> None:
    bar = FilterBar(LIGHT, lambda: NOON)
    qtbot.addWidget(bar)
    bar.period.choose(Period.TODAY)
    day = QDateTime.fromMSecsSinceEpoch(NOON).date()
    midnight = QDateTime(day, QTime(0, 0)).toMSecsSinceEpoch()
    assert bar.current().since == midnight == local_midnight_ms(NOON)
    bar.period.choose(Period.CHOSEN)
    bar.first.setDate(QDate(2026, 3, 1))
    bar.last.setDate(QDate(2026, 3, 1))
    since, until = bar.current().since, bar.current().until
    assert since is not None
    assert until is not None
    assert until - since == 86_400_000


def test_a_root_has_no_children_of_its_own(model: StatementModel) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_a_narrow_statement_keeps_the_amounts_in_sight(dialog: StatementDialog) -> None:
    table = dialog.table
    wide, narrow = (1_000, 600), (480, 600)
    dialog.resize(*wide)
    shown = dialog.model
    row = next(row for row in range(shown.rowCount()) if shown.movement(row).kind == "refund")
    prompt = shown.index(row, Column.VIDEO).data()
    assert not table.isColumnHidden(Column.KIND)
    dialog.resize(*narrow)
    assert table.isColumnHidden(Column.KIND)
    right = table.columnViewportPosition(Column.AMOUNT) + table.columnWidth(Column.AMOUNT)
    assert right <= table.viewport().width()
    # The kind has moved to the prompt.
    assert shown.index(row, Column.VIDEO).data() == f"Refund · {prompt}"
    dialog.resize(*wide)
    assert shown.index(row, Column.VIDEO).data() == prompt
