"""The viewer as a page over the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QToolButton

from tests.ui.gallery.cards import card
from tests.ui.viewer.conftest import Page
from videogen_desktop.domain.events import VideoRemoved
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.ui.player.media_engine import MediaStatus
from videogen_desktop.ui.theme.tokens import DARK

MakeClip = Callable[[str], Path]
Key = Qt.Key


def test_it_covers_the_window_and_gives_the_focus_back(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.qtbot.waitUntil(page.covered.hasFocus)
    page.viewer.open_video("a")
    assert page.viewer.geometry() == page.window.rect()
    assert not page.covered.isVisible()
    assert page.viewer.hasFocus()
    page.window.resize(900, 700)
    assert page.viewer.geometry() == page.window.rect()
    page.press(Key.Key_Escape)
    assert not page.viewer.isVisible()
    assert page.covered.isVisible()
    page.qtbot.waitUntil(page.covered.hasFocus)


def test_the_clip_plays_with_sound_and_is_let_go_at_the_end(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    assert page.viewer.playback.is_playing
    assert page.engine.volume == 0.8
    assert page.viewer.player_view.controls.isVisible()
    page.press(Key.Key_Escape)
    assert page.engine.status is MediaStatus.NO_MEDIA


def test_reusing_gives_the_window_back_first(page: Page) -> None:
    page.put(card("a", state=VideoState.FAILED, reason=Reason.REFUSED))
    page.viewer.open_video("a")
    open_then: list[bool] = []
    page.viewer.actionRequested.connect(lambda *_: open_then.append(page.covered.isVisible()))
    buttons = page.viewer.player_view.card.findChildren(QToolButton)
    next(button for button in buttons if button.text() == "Edit and try again").click()
    assert page.asked == [("a", "retry")]
    assert open_then == [True]


def test_the_bar_and_its_menu_ask_for_what_makes_sense(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    page.qtbot.keyClick(page.viewer, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.asked == [("a", "save")]
    page.asked.clear()
    menu = page.viewer.player_view.bar.menu()
    assert menu is not None
    lines = {action.text(): action for action in menu.actions()}
    assert not {"Play", "Open viewer", "Select"} & set(lines)
    lines["Show in folder"].trigger()
    assert page.asked == [("a", "reveal")]
    menu.deleteLater()


def test_a_narrow_window_puts_the_details_below(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    assert page.viewer.panel.x() >= page.viewer.player_view.width()
    page.window.resize(480, 800)
    page.qtbot.waitUntil(lambda: page.viewer.panel.y() >= page.viewer.player_view.height())
    assert page.viewer.panel.width() == 480
    page.press(Key.Key_I)
    page.qtbot.waitUntil(lambda: page.viewer.player_view.height() == 800)
    assert not page.viewer.panel.isVisible()


def test_language_and_theme_change_while_a_clip_plays(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    page.viewer.set_tokens(DARK)
    page.viewer.changeEvent(QEvent(QEvent.Type.LanguageChange))
    assert page.viewer.playback.is_playing
    assert page.engine.opened == [page.order.items["a"].clip]
    inside = page.viewer.panel.viewport().grab().toImage()
    assert inside.pixelColor(2, 2).name() == DARK.surface


def test_every_button_has_a_name_and_none_takes_the_keyboard_by_a_click(
    page: Page, clip: MakeClip
) -> None:
    page.put(card("b"), card("a", clip=clip("a")), card("c"))
    page.viewer.open_video("a")
    for button in page.viewer.findChildren(QToolButton):
        if button.isVisible():
            assert button.accessibleName(), button
            assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus & ~Qt.FocusPolicy.TabFocus


def test_closing_twice_is_fine(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    page.viewer.close_viewer()
    page.viewer.close_viewer()
    page.viewer.close_down()
    page.viewer.close_down()
    page.viewer.apply(VideoRemoved("a", 9))
