"""The cards' size and shape, and the way to a day: by button, wheel and key; kept for next time."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.gallery.cards import card
from tests.ui.living_window import OpenLivingWindow
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.video_list import DateOrder, Mark, VideoList
from videogen_desktop.ui.gallery.arrangement import SIDES, USUAL_STEP, CardArrangement
from videogen_desktop.ui.gallery.days import today
from videogen_desktop.ui.library.popups import DayPopup, ViewPopup

NOON = 43_200
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def popup(kind: type) -> object:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    return next(one for one in found if one.isVisible())


def show_days(running: RunningWindow, days: int, each: int) -> None:
    """So many days that end today, each with so many videos."""
    videos = VideoList(order=DateOrder.NEWEST_FIRST)
    for number in range(days * each):
        day = today() - timedelta(days=number // each)
        moment = QDate(day.year, day.month, day.day).startOfDay().toSecsSinceEpoch() + NOON
        videos.insert(number, f"video {number:04}", Mark(1 + number % 2, moment))
    running.window.library.model.set_ids(videos)


@pytest.fixture
def running(open_running: OpenRunningWindow) -> RunningWindow:
    return open_running(items=[card("a"), card("b", aspect_ratio="9:16")])


def turn(running: RunningWindow, angle: int) -> None:
    viewport = running.window.library.view.viewport()
    where = QPointF(viewport.rect().center())
    event = QWheelEvent(
        where,
        QPointF(viewport.mapToGlobal(where.toPoint())),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_the_wheel_with_control_and_keys_change_the_size(
    running: RunningWindow, qtbot: QtBot
) -> None:
    view = running.window.library.view
    turn(running, 120)
    assert view.arrangement.step == USUAL_STEP + 1
    # A touchpad's small angles add up to a notch; another way they begin anew.
    for angle in (-50, -50):
        turn(running, angle)
    assert view.arrangement.step == USUAL_STEP + 1
    turn(running, -50)
    assert view.arrangement.step == USUAL_STEP
    turn(running, -20 * 120)
    assert view.arrangement.step == 0
    wide = view.card_rect(0).width()
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_Equal, CONTROL | SHIFT)
    assert view.arrangement.step == 2
    assert view.card_rect(0).width() > wide
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.arrangement.step == 1
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.arrangement.step == USUAL_STEP


def test_filled_cards_are_squares_and_fitted_ones_have_their_shapes(
    running: RunningWindow, qtbot: QtBot
) -> None:
    library = running.window.library
    qtbot.waitUntil(lambda: library.model.item("b") is not None)
    library.panel.toolbar.view.click()
    opened = popup(ViewPopup)
    assert isinstance(opened, ViewPopup)
    opened.fill.click()
    sizes = {library.view.cards.media_rect(row).size().toTuple() for row in (0, 1)}
    assert len(sizes) == 1
    ((width, height),) = sizes
    assert abs(width - height) <= 2
    opened.fit.click()
    assert library.view.cards.media_rect(1).width() < library.view.cards.media_rect(1).height()
    opened.size_slider.sought.emit(len(SIDES) - 1)
    assert library.view.arrangement == CardArrangement(len(SIDES) - 1, fills=False)
    assert not opened.day.isEnabled()
    opened.close()


def test_what_was_chosen_is_kept_and_comes_back(
    open_living: OpenLivingWindow, qtbot: QtBot
) -> None:
    living = open_living(settings=Settings(card_size=3, cards_fill=True))
    view = living.window.library.view
    assert view.arrangement == CardArrangement(3, fills=True)
    living.window.library.arrangement._zoom(-1)
    assert living.presenter.store.settings.card_size == 2
    assert living.presenter.store.settings.cards_fill


def test_a_day_is_gone_to_by_key_and_calendar(running: RunningWindow, qtbot: QtBot) -> None:
    show_days(running, days=30, each=9)
    view = running.window.library.view
    qtbot.keyClick(view, Qt.Key.Key_G)
    opened = popup(DayPopup)
    assert isinstance(opened, DayPopup)
    assert opened.calendar.selectedDate() == QDate.currentDate()
    wanted = today() - timedelta(days=17)
    opened.calendar.clicked.emit(QDate(wanted.year, wanted.month, wanted.day))
    assert not opened.isVisible()
    assert view.day_in_sight() == wanted
    assert view.currentIndex().row() == 17 * 9
    heading = view.grid.section_top(17) - view.verticalOffset()
    assert heading == 0


@pytest.mark.parametrize(("ahead", "shown"), [(5, 0), (-400, 29), (-3, 3)])
def test_a_day_without_videos_leads_to_the_next_one_that_has_some(
    running: RunningWindow, ahead: int, shown: int
) -> None:
    show_days(running, days=30, each=9)
    view = running.window.library.view
    view.jump_to(today() + timedelta(days=ahead))
    assert view.currentIndex().row() == shown * 9


def test_the_keyboard_never_leads_below_the_heading_that_stays(
    running: RunningWindow, qtbot: QtBot
) -> None:
    show_days(running, days=3, each=40)
    view = running.window.library.view
    view.setCurrentIndex(view.model().index(70, 0))
    for _ in range(12):
        qtbot.keyClick(view, Qt.Key.Key_Up)
        rect = view.visualRect(view.currentIndex())
        assert rect.top() >= view.headings.height()


def test_the_day_at_the_top_stays_in_sight_and_opens_the_calendar(
    running: RunningWindow, qtbot: QtBot
) -> None:
    show_days(running, days=3, each=40)
    view = running.window.library.view
    assert view.headings.height() == 0
    view.verticalScrollBar().setValue(300)
    assert view.headings.height() > 0
    sticky = view.headings._made_sticky()
    assert sticky.accessibleName() == "Hôm nay, 40 video"
    # The next heading pushes it out.
    view.verticalScrollBar().setValue(view.grid.section_top(1) - 10)
    assert sticky.y() < 0
    view.verticalScrollBar().setValue(view.grid.section_top(1) + 300)
    assert sticky.accessibleName() == "Hôm qua, 40 video"
    sticky.click()
    opened = popup(DayPopup)
    assert isinstance(opened, DayPopup)
    yesterday = today() - timedelta(days=1)
    assert opened.calendar.selectedDate() == QDate(*yesterday.timetuple()[:3])
    opened.close()
