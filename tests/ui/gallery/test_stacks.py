"""The takes of one request stand as one card, which is opened in place."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import card
from tests.ui.gallery.conftest import Gallery
from videogen_desktop.domain.events import VideoChanged, VideoRemoved
from videogen_desktop.domain.gallery import page_of
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.actions import CardAction

LATER = 2_000_000_000_000


def take(name: str, **facts: object) -> LibraryItem:
    return card(name, take_group_id="g", aspect_ratio="9:16", **facts)  # type: ignore[arg-type]


@pytest.fixture
def shown(gallery: Gallery) -> Gallery:
    show(gallery, card("new"), take("t1"), take("t2"), take("t3"), card("old"))
    return gallery


def show(gallery: Gallery, *items: LibraryItem) -> None:
    page = page_of(items, LATER)
    gallery.model.set_page(*page)
    gallery.view.executeDelayedItemsLayout()


def rows(gallery: Gallery) -> list[str]:
    return list(gallery.model.all_ids())


def count_area(gallery: Gallery, row: int) -> QPoint:
    video_id = gallery.model.id_at(row) or ""
    stack = gallery.model.stack_of(video_id)
    assert stack is not None
    cards = gallery.view.cards
    return cards.stack_painter.count_rect(cards.media_rect(row), stack, False).center()


def test_takes_are_one_card_until_their_number_is_clicked(shown: Gallery, qtbot: QtBot) -> None:
    assert rows(shown) == ["new", "t1", "old"]
    viewport = shown.view.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=count_area(shown, 1))
    assert rows(shown) == ["new", "t1", "t2", "t3", "old"]
    assert shown.view.selected_ids() == ()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=count_area(shown, 1))
    assert rows(shown) == ["new", "t1", "old"]


def test_a_key_opens_and_closes_it_and_the_keyboard_stays(shown: Gallery, qtbot: QtBot) -> None:
    shown.view.setCurrentIndex(shown.model.index(1))
    qtbot.keyClick(shown.view, Qt.Key.Key_T)
    assert len(rows(shown)) == 5
    qtbot.keyClick(shown.view, Qt.Key.Key_Right)
    qtbot.keyClick(shown.view, Qt.Key.Key_T)
    assert shown.view.currentIndex().row() == 1
    shown.view.setCurrentIndex(shown.model.index(0))
    qtbot.keyClick(shown.view, Qt.Key.Key_T)
    assert len(rows(shown)) == 3


def test_it_shows_the_take_that_can_be_watched_and_a_favourite_before(
    gallery: Gallery, tmp_path: Path
) -> None:
    show(gallery, *(take(name, state=VideoState.PROCESSING) for name in ("t1", "t2", "t3")))
    clip = tmp_path / "clip.mp4"
    gallery.model.apply(VideoChanged(take("t2", revision=2, clip=clip)))
    assert rows(gallery) == ["t2"]
    failed = take("t1", revision=2, state=VideoState.FAILED, reason=Reason.PROVIDER_FAILED)
    gallery.model.apply(VideoChanged(failed))
    assert rows(gallery) == ["t2"]
    third = take("t3", revision=3, clip=clip)
    gallery.model.apply(VideoChanged(third))
    assert rows(gallery) == ["t2"]
    gallery.model.apply(
        VideoChanged(replace(third, video=replace(third.video, favourite=True, revision=4)))
    )
    assert rows(gallery) == ["t3"]
    stack = gallery.model.stack_of("t3")
    assert stack is not None
    assert (stack.running, stack.failed) == (0, 1)


def test_new_takes_join_the_card_of_the_first(gallery: Gallery) -> None:
    show(gallery, card("old"))
    for name in ("t1", "t2", "t3"):
        gallery.model.apply(VideoChanged(take(name, state=VideoState.RESERVED)))
    assert rows(gallery) == ["t1", "old"]
    stack = gallery.model.stack_of("t1")
    assert stack is not None
    assert (len(stack.takes), stack.running) == (3, 3)


def test_what_is_done_to_a_closed_stack_is_done_to_the_take_it_shows(shown: Gallery) -> None:
    asked = QSignalSpy(shown.view.actionRequested)
    shown.view.setCurrentIndex(shown.model.index(1))
    shown.view.commands._for_selection_or_card(CardAction.DELETE)
    assert asked.at(0)[0] == "t1"
    shown.model.take_out(["t1"])
    shown.model.apply(VideoRemoved("t1", revision=2))
    assert rows(shown) == ["new", "t2", "old"]
    # Undone, it is a take of the stack again.
    shown.model.apply(VideoChanged(take("t1", revision=3)))
    assert rows(shown) == ["new", "t2", "old"]
    stack = shown.model.stack_of("t2")
    assert stack is not None
    assert len(stack.takes) == 3


def test_all_takes_are_selected_and_taken_out_at_once(shown: Gallery) -> None:
    shown.view.commands.select_takes("t1")
    assert shown.view.selected_ids() == ("t1", "t2", "t3")
    shown.model.take_out(["t1", "t2", "t3"])
    assert rows(shown) == ["new", "old"]
    shown.model.put_back(["t1", "t2", "t3"])
    assert len(rows(shown)) == 3
    (stack,) = filter(None, map(shown.model.stack_of, rows(shown)))
    assert set(stack.takes) == {"t1", "t2", "t3"}


def test_the_takes_are_compared_as_any_selection_is(shown: Gallery) -> None:
    bulk = QSignalSpy(shown.view.bulkRequested)
    shown.view.commands.compare_takes("t1")
    assert bulk.at(0)[0] == "compare"
    assert shown.view.selected_ids() == ("t1", "t2", "t3")


def test_the_menu_opens_closes_and_selects(shown: Gallery) -> None:
    menu = shown.view.commands.card_menu("t1")
    assert menu is not None
    by_text = {line.text(): line for line in menu.actions()}
    by_text["Select all 3 takes"].trigger()
    assert shown.view.selected_ids() == ("t1", "t2", "t3")
    by_text["Show all 3 takes"].trigger()
    assert rows(shown) == ["new", "t1", "old"]
    menu.deleteLater()


def test_a_later_list_leaves_open_what_is_open(shown: Gallery) -> None:
    shown.model.toggle_stack("t1")
    kept = QSignalSpy(shown.model.modelReset)
    later = page_of(
        [card("newer"), card("new"), take("t1"), take("t2"), take("t3"), card("old")], LATER
    )
    shown.model.change_ids(later.ids)
    assert rows(shown) == ["newer", "new", "t1", "t2", "t3", "old"]
    assert kept.count() == 0


def test_a_day_counts_all_its_videos(shown: Gallery) -> None:
    (day,) = shown.view.days
    assert day.videos == 3
    assert shown.view.headings._count(day) == "5 videos"
    shown.model.toggle_stack("t1")
    assert shown.view.headings._count(shown.view.days[0]) == "5 videos"


def test_a_screen_reader_hears_how_many_takes_there_are(shown: Gallery) -> None:
    interface = QAccessible.queryAccessibleInterface(shown.view)
    name = interface.child(1).text(QAccessible.Text.Name)
    assert name.endswith("3 takes")


def test_the_pointer_over_a_stack_shows_its_controls(shown: Gallery, qtbot: QtBot) -> None:
    shown.view.hovering.hover_at(shown.view.card_rect(1).center() - QPoint(0, 60))
    overlay = shown.view.hovering._overlay
    assert overlay is not None
    assert overlay.video_id == "t1"
