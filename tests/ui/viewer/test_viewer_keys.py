"""What keys do in the viewer, and its full screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from tests.requests import KIE
from tests.ui.gallery.cards import card
from tests.ui.viewer.conftest import Page
from videogen_desktop.ui.library.follow_up_presenter import FramePlace

MakeClip = Callable[[str], Path]
Key = Qt.Key


def test_keys_command_the_player(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    playback, engine = page.viewer.playback, page.engine
    engine.duration = 10_000
    page.press(Key.Key_Space)
    assert not playback.is_playing
    page.press(Key.Key_K)
    assert playback.is_playing
    positions = []
    for key in (Key.Key_5, Key.Key_Right, Key.Key_L, Key.Key_J, Key.Key_Left, Key.Key_Home):
        page.press(key)
        engine.show_frame()
        positions.append(engine.position)
    assert positions == [5_000, 6_000, 9_000, 6_000, 5_000, 0]
    page.press(Key.Key_Period)
    assert not playback.is_playing
    page.press(Key.Key_Greater)
    page.press(Key.Key_M)
    page.press(Key.Key_R)
    assert (playback.tuning.speed, playback.tuning.is_muted, playback.is_looping) == (
        1.25,
        True,
        True,
    )
    page.press(Key.Key_Down)
    assert playback.tuning.volume == pytest.approx(0.75)
    assert not playback.tuning.is_muted


def test_the_speed_keys_work_where_they_need_the_shift_key(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    shift = Qt.KeyboardModifier.ShiftModifier
    page.qtbot.keyClick(page.viewer, Key.Key_Period, shift)
    page.qtbot.keyClick(page.viewer, Key.Key_Greater, shift)
    assert page.viewer.playback.tuning.speed == 1.5
    page.qtbot.keyClick(page.viewer, Key.Key_Comma, shift)
    assert page.viewer.playback.tuning.speed == 1.25


def test_a_key_with_control_is_not_the_players(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    page.qtbot.keyClick(page.viewer, Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert not page.viewer.playback.tuning.is_muted


def test_full_screen_is_left_before_the_viewer(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    page.press(Key.Key_F)
    assert page.window.isFullScreen()
    assert not page.viewer.panel.isVisible()
    page.press(Key.Key_Escape)
    assert not page.window.isFullScreen()
    assert page.viewer.isVisible()
    assert page.viewer.panel.isVisible()


def test_controls_leave_the_full_screen_to_the_picture(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")), card("b", clip=clip("b")))
    page.viewer.open_video("a")
    page.press(Key.Key_F)
    player_view = page.viewer.player_view
    assert player_view.controls.isVisible()
    page.qtbot.mouseMove(player_view.canvas)
    player_view.hide_controls()
    shown = (
        player_view.bar.isVisible(),
        player_view.controls.isVisible(),
        player_view.next.isVisible(),
    )
    assert shown == (False, False, False)
    page.press(Key.Key_Right)
    assert player_view.bar.isVisible()
    assert player_view.next.isVisible()
    page.viewer.playback.pause()
    player_view.hide_controls()
    assert player_view.controls.isVisible()


def test_a_window_that_closes_in_full_screen_is_left_as_it_was(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    page.press(Key.Key_F)
    page.viewer.close_viewer()
    assert not page.window.isFullScreen()


def test_one_key_asks_for_the_frame_that_is_shown_and_one_for_the_last(
    page: Page, clip: MakeClip
) -> None:
    item = card("a", clip=clip("a"))
    page.put(item)
    frames: list[tuple[object, object, object]] = []
    continued: list[object] = []
    page.viewer.frameRequested.connect(lambda *asked: frames.append(asked))
    page.viewer.continueRequested.connect(continued.append)
    page.viewer.open_video("a")
    page.engine.duration = 10_000
    page.press(Key.Key_5)
    page.engine.show_frame()
    page.press(Key.Key_U)
    assert not page.viewer.playback.is_playing
    # The middle of the frame from 5,000 to 5,040 ms.
    assert frames == [(item, 5_020, None)]
    page.press(Key.Key_C)
    assert continued == [item]


def test_the_button_asks_at_once_where_a_frame_has_one_place_to_go(
    page: Page, clip: MakeClip
) -> None:
    page.put(card("a", clip=clip("a")))
    frames: list[tuple[object, object, object]] = []
    page.viewer.frameRequested.connect(lambda *asked: frames.append(asked))
    page.viewer.open_video("a")
    controls = page.viewer.player_view.controls
    controls.use_frame.click()
    assert len(frames) == 1
    model = KIE.model("wan/2-7-image-to-video")
    places = [FramePlace(model, slot) for slot in model.slots[:2]]
    controls.frame_places = lambda: places
    controls.use_frame.click()
    (menu,) = controls.findChildren(QMenu)
    assert [line.text() for line in menu.actions()] == ["As: First frame", "As: Last frame"]
    menu.actions()[1].trigger()
    assert frames[-1][2] == places[1]
    menu.close()
