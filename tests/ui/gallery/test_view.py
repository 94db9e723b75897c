from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import card, ids
from tests.ui.gallery.conftest import Gallery
from videogen_desktop.domain.events import VideoChanged, VideoRemoved
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.grid import CardOrder, Grid
from videogen_desktop.ui.gallery.model import GalleryModel

_Hint = QAbstractItemView.ScrollHint


def clip(folder: Path, name: str) -> Path:
    path = folder / f"{name}.mp4"
    path.touch()
    return path


def hover(gallery: Gallery, qtbot: QtBot, row: int) -> None:
    # A pointer that already is there would not move at all.
    qtbot.mouseMove(gallery.view.viewport(), QPoint(1, 1))
    qtbot.mouseMove(gallery.view.viewport(), gallery.view.card_rect(row).center())


def buttons(gallery: Gallery) -> dict[str, QToolButton]:
    return {
        button.accessibleName(): button
        for button in gallery.view.viewport().findChildren(QToolButton)
        if button.isVisible()
    }


def columns_of(gallery: Gallery) -> int:
    """How many of these cards stand beside the first."""
    top, rows = gallery.view.card_rect(0).top(), range(gallery.view.grid.cards)
    return sum(gallery.view.card_rect(row).top() == top for row in rows[:20])


def test_opening_100_000_videos_reads_no_row_that_is_not_seen(
    gallery: Gallery, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: set[int] = set()
    honest = GalleryModel.wanted_item

    def counted(model: GalleryModel, row: int) -> LibraryItem | None:
        read.add(row)
        return honest(model, row)

    monkeypatch.setattr(GalleryModel, "wanted_item", counted)
    with qtbot.waitSignal(gallery.model.itemsWanted, raising=True):
        gallery.model.set_ids(ids(100_000))
        gallery.view.viewport().repaint()
    bar = gallery.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    gallery.view.viewport().repaint()
    assert 99_999 in read
    assert len(read) < 60


def test_every_card_is_found_where_it_is_painted(gallery: Gallery) -> None:
    gallery.model.set_ids(ids(1_000))
    gallery.view.verticalScrollBar().setValue(5_000)
    rows = gallery.view.visible_rows()
    assert len(rows) > 8
    for row in rows:
        rect = gallery.view.visualRect(gallery.model.index(row))
        assert gallery.view.indexAt(rect.center()).row() == row
    assert not gallery.view.indexAt(QPoint(2, 2)).isValid()


def test_a_narrow_window_has_one_column(gallery: Gallery) -> None:
    gallery.model.set_ids(ids(50))
    gallery.view.resize(480, 700)
    assert gallery.view.card_rect(0).width() == gallery.view.grid.room
    assert columns_of(gallery) == 1
    assert gallery.view.horizontalScrollBar().maximum() == 0


def test_a_bar_beside_which_everything_would_fit_does_not_come_and_go(gallery: Gallery) -> None:
    gallery.show(*[card(name) for name in ids(2)])
    view = gallery.view
    bar = view.verticalScrollBar().sizeHint().width()

    def height_for(width: int) -> int:
        grid = Grid(width, view.grid.metrics, CardOrder(bytes(2)))
        grid.settle(0, 9_000)
        return grid.content_height

    widths = range(500, 1_300)
    (width, *_) = (width for width in widths if height_for(width - bar) < height_for(width))
    view.resize(width, height_for(width - bar))
    view.updateGeometries()
    assert view.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    assert view.viewport().width() < width
    view.resize(width, height_for(width))
    assert view.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_the_card_at_the_top_stays_when_the_width_changes(gallery: Gallery) -> None:
    gallery.model.set_ids(ids(5_000))
    gallery.view.scrollTo(gallery.model.index(2_000), _Hint.PositionAtTop)
    for width in (900, 600, 1_500, 1_280):
        gallery.view.resize(width, 800)
        assert abs(gallery.view.visible_rows().start - 2_000) <= 3 * columns_of(gallery)


def test_a_screen_reader_sees_a_list_of_named_cards(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show(
        card("b", prompt="Bãi biển Đà Nẵng"),
        card("a", prompt="Mèo", state=VideoState.FAILED, reason=Reason.NOT_SENT),
    )
    qtbot.waitUntil(lambda: gallery.view.grid.cards == 2)
    view = QAccessible.queryAccessibleInterface(gallery.view)
    assert view.role() is QAccessible.Role.List
    assert view.text(QAccessible.Text.Name) == "Video gallery"
    assert view.childCount() == 2
    names = [view.child(number).text(QAccessible.Text.Name) for number in range(2)]
    assert names == ["Bãi biển Đà Nẵng, Completed, New", "Mèo, Failed"]
    assert view.child(1).role() is QAccessible.Role.ListItem
    card_on_screen = gallery.view.card_rect(1).translated(
        gallery.view.viewport().mapToGlobal(QPoint(0, 0))
    )
    assert view.child(1).rect() == card_on_screen


def test_the_controls_move_to_the_hovered_card(
    gallery: Gallery, qtbot: QtBot, tmp_path: Path
) -> None:
    gallery.show(card("b", clip=clip(tmp_path, "b")), card("a", state=VideoState.PROCESSING))
    hover(gallery, qtbot, 0)
    assert set(buttons(gallery)) == {
        "Play",
        "Favourite",
        "Save",
        "Continue from the last frame",
        "Delete video",
        "More actions",
    }
    media = buttons(gallery)["Play"].parentWidget()
    assert media is not None
    assert gallery.view.card_rect(0).contains(media.geometry())
    hover(gallery, qtbot, 1)
    assert set(buttons(gallery)) == {"Favourite", "Delete video", "More actions"}
    assert gallery.view.card_rect(1).contains(media.geometry())


def test_the_controls_stay_with_their_video_and_not_with_its_row(
    gallery: Gallery, qtbot: QtBot, tmp_path: Path
) -> None:
    gallery.show(card("b", clip=clip(tmp_path, "b")), card("a", clip=clip(tmp_path, "a")))
    hover(gallery, qtbot, 0)
    asked = QSignalSpy(gallery.view.actionRequested)
    gallery.model.apply(VideoChanged(card("c", state=VideoState.RESERVED)))
    buttons(gallery)["Delete video"].click()
    assert asked.at(0) == ["b", "delete"]


def test_the_controls_leave_with_their_card(gallery: Gallery, qtbot: QtBot, tmp_path: Path) -> None:
    gallery.show(card("a", clip=clip(tmp_path, "a")))
    hover(gallery, qtbot, 0)
    gallery.model.apply(VideoRemoved("a", revision=2))
    qtbot.waitUntil(lambda: not buttons(gallery))


def test_a_clip_plays_inside_its_card_and_goes_on_when_the_pointer_leaves(
    gallery: Gallery, qtbot: QtBot, tmp_path: Path
) -> None:
    gallery.show(card("b", clip=clip(tmp_path, "b")), card("a", state=VideoState.PROCESSING))
    hover(gallery, qtbot, 0)
    buttons(gallery)["Play"].click()
    assert gallery.pool.is_playing("b")
    assert {"Pause", "Unmute"} <= set(buttons(gallery))
    media = gallery.view.card_rect(0).center() - QPoint(0, 60)
    assert gallery.view.viewport().grab().toImage().pixelColor(media).name() == "#336699"
    hover(gallery, qtbot, 1)
    assert gallery.pool.is_playing("b")
    hover(gallery, qtbot, 0)
    buttons(gallery)["Pause"].click()
    assert not gallery.pool.is_playing("b")


def test_a_clip_that_plays_elsewhere_goes_to_the_systems_player(
    gallery: Gallery, qtbot: QtBot, tmp_path: Path
) -> None:
    gallery.show(replace(card("a", clip=clip(tmp_path, "a")), plays_elsewhere=True))
    asked = QSignalSpy(gallery.view.actionRequested)
    hover(gallery, qtbot, 0)
    assert "Play" not in buttons(gallery)
    buttons(gallery)["Open in another player"].click()
    gallery.view.setCurrentIndex(gallery.model.index(0))
    qtbot.keyClick(gallery.view, Qt.Key.Key_Space)
    assert [asked.at(number) for number in range(asked.count())] == [["a", "open"]] * 2
    assert gallery.pool.active_ids() == ()


def test_space_plays_and_pauses_the_current_card(
    gallery: Gallery, qtbot: QtBot, tmp_path: Path
) -> None:
    gallery.show(card("a", clip=clip(tmp_path, "a")))
    gallery.view.setCurrentIndex(gallery.model.index(0))
    qtbot.keyClick(gallery.view, Qt.Key.Key_Space)
    assert gallery.pool.is_playing("a")
    qtbot.keyClick(gallery.view, Qt.Key.Key_M)
    assert not gallery.pool.is_muted("a")
    qtbot.keyClick(gallery.view, Qt.Key.Key_Space)
    assert not gallery.pool.is_playing("a")


def test_return_asks_for_the_viewer(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show(card("a", state=VideoState.PROCESSING))
    gallery.view.setCurrentIndex(gallery.model.index(0))
    with qtbot.waitSignal(gallery.view.actionRequested) as asked:
        qtbot.keyClick(gallery.view, Qt.Key.Key_Return)
    assert asked.args == ["a", "view"]


def test_a_clip_that_scrolls_out_is_let_go(qtbot: QtBot, gallery: Gallery, tmp_path: Path) -> None:
    items = [card("a", clip=clip(tmp_path, "a")), *(card(name) for name in ids(200))]
    gallery.show(*items)
    gallery.view.commands.toggle_playing("a")
    bar = gallery.view.verticalScrollBar()
    bar.setValue(gallery.view.card_rect(0).height() // 2)
    assert gallery.pool.is_playing("a")
    bar.setValue(5_000)
    qtbot.waitUntil(lambda: gallery.pool.active_ids() == ())


def test_the_frames_of_a_clip_are_painted_along_with_what_moves(
    qtbot: QtBot, gallery: Gallery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery.show(card("a", clip=clip(tmp_path, "a")), *(card(name) for name in ids(200)))
    gallery.view.commands.toggle_playing("a")
    painted: list[str] = []
    monkeypatch.setattr(gallery.view.cards, "update_media", painted.append)
    qtbot.waitUntil(lambda: not gallery.view.cards.in_motion)
    gallery.pool.frameChanged.emit("a")
    assert painted == ["a"]
    bar = gallery.view.verticalScrollBar()
    bar.setValue(10)
    gallery.pool.frameChanged.emit("a")
    gallery.pool.frameChanged.emit("a")
    assert painted == ["a"]
    bar.setValue(20)
    assert painted == ["a", "a"]
    # A last frame that came while it slowed down is seen when it rests: the whole view is painted.
    qtbot.waitUntil(lambda: not gallery.view.cards.in_motion)
    gallery.pool.frameChanged.emit("a")
    assert painted == ["a", "a", "a"]


def test_nothing_plays_in_a_hidden_window(gallery: Gallery, tmp_path: Path) -> None:
    gallery.show(card("a", clip=clip(tmp_path, "a")))
    gallery.view.commands.toggle_playing("a")
    gallery.view.hide()
    assert gallery.pool.active_ids() == ()


@pytest.mark.parametrize(
    ("state", "reason", "offered"),
    [
        (VideoState.RESERVED, None, {"view", "send", "cancel", "reuse", "copy", "delete"}),
        (VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN, {"view", "settle", "reuse", "copy"}),
        (VideoState.FAILED, Reason.REFUSED, {"view", "retry", "copy", "delete"}),
        (VideoState.PROCESSING, None, {"view", "reuse", "copy", "delete"}),
    ],
)
def test_the_menu_offers_what_makes_sense(
    gallery: Gallery, state: VideoState, reason: Reason | None, offered: set[str]
) -> None:
    gallery.show(card("a", state=state, reason=reason))
    asked = QSignalSpy(gallery.view.actionRequested)
    menu = gallery.view.commands.card_menu("a")
    assert menu is not None
    for action in menu.actions():
        action.trigger()
    asked_for = {asked.at(number)[1] for number in range(asked.count())}
    assert asked_for == (offered | {"favourite", "collect", "rename"})
    assert gallery.view.selected_ids() == ("a",)
    menu.deleteLater()


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_menu_key_opens_the_current_cards_menu(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show(card("b"), card("a"))
    gallery.view.setCurrentIndex(gallery.model.index(1))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    gallery.view.contextMenuEvent(event)
    menus = gallery.view.findChildren(QMenu)
    assert len(menus) == 1
    assert [action.text() for action in menus[0].actions() if action.text()] == [
        "Open viewer",
        "Favourite",
        "Add to collection…",
        "Rename",
        "Mark as watched",
        "Select",
        "Reuse prompt",
        "Copy prompt",
        "Delete video",
    ]
    menus[0].close()


def test_loading_empty_and_filled_look_different(gallery: Gallery) -> None:
    empty = QLabel("empty")
    gallery.view.set_empty_widget(empty)
    assert not empty.isVisible()
    gallery.model.set_ids([])
    assert empty.isVisible()
    assert empty.geometry() == gallery.view.viewport().rect()
    gallery.model.apply(VideoChanged(card("a", state=VideoState.RESERVED)))
    assert not empty.isVisible()


def test_the_language_can_change_while_cards_are_shown(gallery: Gallery) -> None:
    gallery.show(card("a"))
    gallery.view.changeEvent(QEvent(QEvent.Type.LanguageChange))
    assert gallery.view.accessibleName() == "Video gallery"


def test_closing_twice_is_fine(gallery: Gallery) -> None:
    gallery.show(card("a"))
    gallery.view.close_down()
    gallery.view.close_down()
    gallery.view.viewport().repaint()


def test_the_keyboard_stays_on_the_card_when_its_button_starts_the_clip(
    gallery: Gallery, qtbot: QtBot, tmp_path: Path
) -> None:
    gallery.show(card("a", clip=clip(tmp_path, "a")))
    gallery.view.setCurrentIndex(gallery.model.index(0))
    gallery.view.setFocus()
    qtbot.waitUntil(gallery.view.hasFocus)
    qtbot.keyClick(gallery.view, Qt.Key.Key_Home)
    play = buttons(gallery)["Play"]
    play.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(play, Qt.Key.Key_Space)
    assert gallery.pool.is_playing("a")
    assert buttons(gallery)["Pause"].hasFocus()
