"""Filtering by days: the last few, or from one day to another."""

from dataclasses import replace

from PySide6.QtCore import QDate, QDateTime, QTime
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.gallery.cards import card
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.library.dialogs import PeriodDialog
from videogen_desktop.ui.library.filters import Period


def of_day(name: str, day: QDate, hour: int) -> LibraryItem:
    at = QDateTime(day, QTime(hour, 30)).toMSecsSinceEpoch()
    item = card(name)
    return replace(item, video=replace(item.video, created_at=at))


def shown(running: RunningWindow) -> tuple[str, ...]:
    return running.window.library.model.all_ids()


def dialog_of(running: RunningWindow) -> PeriodDialog:
    choices = running.window.library.panel.toolbar.filters.menu().actions()
    next(line for line in choices if line.text().endswith("…")).trigger()
    return running.window.findChildren(PeriodDialog)[-1]


def test_both_days_belong_to_the_period() -> None:
    first, last = QDate(2026, 3, 1), QDate(2026, 3, 2)
    begin, end = Period(first=first, last=last).bounds()
    assert begin == QDateTime(first, QTime(0, 0)).toMSecsSinceEpoch()
    assert end == QDateTime(QDate(2026, 3, 3), QTime(0, 0)).toMSecsSinceEpoch()
    assert Period().bounds() == (None, None)
    today = QDateTime(QDate.currentDate(), QTime(0, 0)).toMSecsSinceEpoch()
    assert Period(days=1).bounds() == (today, None)


def test_two_days_of_ones_own_are_chosen_and_taken_back(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    day = QDate(2026, 2, 27)
    hours = {"d": (2, 0), "c": (1, 23), "b": (0, 0), "a": (-1, 23)}
    items = [of_day(name, day.addDays(later), hour) for name, (later, hour) in hours.items()]
    running = open_running(items=items)
    filters = running.window.library.panel.toolbar.filters
    dialog = dialog_of(running)
    dialog.first.setDate(day)
    dialog.last.setDate(day.addDays(1))
    dialog.accept()
    qtbot.waitUntil(lambda: shown(running) == ("c", "b"))
    assert filters.text() == "Bộ lọc · 1"
    texts = [line.text() for line in filters.menu().actions() if line.isChecked()]
    assert any(text.startswith("27/2/26 – 28/2/26") for text in texts)
    again = dialog_of(running)
    assert (again.first.date(), again.last.date()) == (day, day.addDays(1))
    again.reject()
    assert shown(running) == ("c", "b")
    next(line for line in filters.menu().actions() if line.text() == "Mọi lúc").trigger()
    qtbot.waitUntil(lambda: shown(running) == ("d", "c", "b", "a"))
    assert filters.text() == "Bộ lọc"


def test_the_first_day_is_never_after_the_last(qtbot: QtBot) -> None:
    dialog = PeriodDialog(Period())
    qtbot.addWidget(dialog)
    dialog.last.setDate(dialog.first.date())
    dialog.first.setDate(dialog.last.date().addDays(5))
    assert dialog.first.date() <= dialog.last.date()
