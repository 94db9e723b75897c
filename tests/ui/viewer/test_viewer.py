from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QToolButton

from tests.ui.gallery.cards import card
from tests.ui.viewer.conftest import Page
from tests.ui.viewer.fakes import details_of, task_card
from videogen_desktop.domain.errors import ProviderUnavailableError, VideoNotFoundError
from videogen_desktop.domain.events import DownloadProgressed, VideoChanged, VideoRemoved
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.player.media_engine import MediaStatus
from videogen_desktop.ui.theme.tokens import DARK

MakeClip = Callable[[str], Path]
Key = Qt.Key


def changed(item: LibraryItem, **fields: object) -> LibraryItem:
    video = replace(item.video, revision=item.video.revision + 1, **fields)  # type: ignore[arg-type]
    return replace(item, video=video)


def texts(page: Page) -> list[str]:
    return [label.text() for label in page.viewer.findChildren(QLabel) if label.isVisible()]


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
    assert page.viewer.stage.controls.isVisible()
    page.press(Key.Key_Escape)
    assert page.engine.status is MediaStatus.NO_MEDIA


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
    assert (playback.speed, playback.is_muted, playback.is_looping) == (1.25, True, True)
    page.press(Key.Key_Down)
    assert playback.volume == pytest.approx(0.75)
    assert not playback.is_muted


def test_the_speed_keys_work_where_they_need_the_shift_key(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    shift = Qt.KeyboardModifier.ShiftModifier
    page.qtbot.keyClick(page.viewer, Key.Key_Period, shift)
    page.qtbot.keyClick(page.viewer, Key.Key_Greater, shift)
    assert page.viewer.playback.speed == 1.5
    page.qtbot.keyClick(page.viewer, Key.Key_Comma, shift)
    assert page.viewer.playback.speed == 1.25


def test_a_key_with_control_is_not_the_players(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    page.qtbot.keyClick(page.viewer, Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert not page.viewer.playback.is_muted


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
    stage = page.viewer.stage
    assert stage.controls.isVisible()
    page.qtbot.mouseMove(stage.canvas)
    stage._hide_controls()
    shown = (stage.bar.isVisible(), stage.controls.isVisible(), stage.next.isVisible())
    assert shown == (False, False, False)
    page.press(Key.Key_Right)
    assert stage.bar.isVisible()
    assert stage.next.isVisible()
    page.viewer.playback.pause()
    stage._hide_controls()
    assert stage.controls.isVisible()


def test_a_window_that_closes_in_full_screen_is_left_as_it_was(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    page.press(Key.Key_F)
    page.viewer.close_viewer()
    assert not page.window.isFullScreen()


def test_it_leafs_in_the_gallerys_order(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")), card("b", clip=clip("b")), card("c", clip=clip("c")))
    page.viewer.open_video("b")
    stage = page.viewer.stage
    assert stage.bar.place.text == "2 / 3"
    page.press(Key.Key_N)
    assert page.viewer.video_id == "c"
    assert not stage.next.isVisible()
    page.press(Key.Key_PageDown)
    assert page.viewer.video_id == "c"
    stage.previous.click()
    page.press(Key.Key_P)
    assert page.viewer.video_id == "a"
    assert not stage.previous.isVisible()
    assert [path.stem for path in page.engine.opened] == ["b", "c", "b", "a"]


def test_the_last_answer_of_a_video_left_behind_changes_nothing(page: Page) -> None:
    page.put(card("a", prompt="một"), card("b", prompt="hai"))
    page.bridge.is_held = True
    page.viewer.open_video("a")
    page.viewer.show_next()
    page.bridge.answer()
    assert page.viewer.panel.prompt.toPlainText() == "hai"
    page.bridge.answer()
    assert page.viewer.panel.prompt.toPlainText() == "hai"


def test_a_card_that_is_not_here_yet_is_shown_when_it_arrives(page: Page, clip: MakeClip) -> None:
    item = card("a", clip=clip("a"))
    page.examiner.known["a"] = details_of(item)
    page.bridge.is_held = True
    page.viewer.open_video("a")
    assert page.viewer.stage.canvas.is_busy
    assert not page.viewer.playback.is_open
    page.bridge.answer()
    assert page.viewer.playback.is_playing
    assert not page.viewer.stage.canvas.is_busy


@pytest.mark.parametrize(
    ("state", "reason", "shown", "buttons"),
    [
        (
            VideoState.PROCESSING,
            None,
            ["Processing", "100 credits were spent; they come back if the video fails."],
            {"Check again"},
        ),
        (
            VideoState.UNCONFIRMED,
            Reason.RECORD_GONE,
            ["Unclear", "The provider no longer has a record of it."],
            {"Check again"},
        ),
        (
            VideoState.RESERVED,
            None,
            ["Waiting to send", "100 credits are held for this video."],
            {"Send now", "Do not send"},
        ),
        (
            VideoState.FAILED,
            Reason.PROVIDER_FAILED,
            ["Failed", "Your credits were refunded."],
            {"Edit and try again"},
        ),
        (VideoState.CANCELLED, None, ["Cancelled", "No credits were charged."], set()),
    ],
)
def test_what_does_not_play_says_where_it_stands_and_what_it_cost(
    page: Page, state: VideoState, reason: Reason | None, shown: list[str], buttons: set[str]
) -> None:
    item = task_card("a", state=state, reason=reason)
    page.put(item)
    page.viewer.open_video("a")
    assert page.viewer.stage.card.isVisible()
    assert not page.viewer.stage.controls.isVisible()
    for text in shown:
        assert text in texts(page)
    visible = page.viewer.stage.card.findChildren(QToolButton)
    assert {button.text() for button in visible if button.isVisible()} >= buttons
    assert page.engines == []


def test_an_unclear_one_says_that_it_is_not_sent_again(page: Page) -> None:
    page.put(card("a", state=VideoState.UNCONFIRMED, reason=Reason.SENT_UNKNOWN))
    page.viewer.open_video("a")
    assert any("not sent again" in text for text in texts(page))
    # Without a task there is no record that could be read.
    assert not page.viewer.stage.card.buttons.check.isVisible()
    page.press(Key.Key_Delete)
    assert page.asked == []


def test_the_providers_words_are_shown_as_they_are(page: Page) -> None:
    item = task_card("a", state=VideoState.FAILED, reason=Reason.PROVIDER_FAILED)
    video = replace(item.video, failure_message="<b>flagged</b>\nby us", failure_code="422")
    page.put(replace(item, video=video))
    page.viewer.open_video("a")
    quote = page.viewer.stage.card.quote
    assert quote.text() == "The provider says: “<b>flagged</b> by us” (422)"
    assert quote.textFormat() is Qt.TextFormat.PlainText


def test_a_video_that_ends_while_it_is_watched_starts_to_play(page: Page, clip: MakeClip) -> None:
    item = task_card("a", state=VideoState.PROCESSING)
    page.put(item)
    page.viewer.open_video("a")
    done = changed(item, state=VideoState.COMPLETED)
    page.put(done)
    page.viewer.apply(VideoChanged(done))
    assert "Downloading the video…" in texts(page)
    page.viewer.apply(DownloadProgressed("a", 500, 1_000))
    assert "Downloading 50 %" in texts(page)
    saved = replace(changed(done), clip=clip("a"))
    page.put(saved)
    page.viewer.apply(VideoChanged(saved))
    assert page.viewer.playback.is_playing
    assert not page.viewer.stage.card.isVisible()


def test_a_change_beside_the_clip_does_not_start_it_again(page: Page, clip: MakeClip) -> None:
    item = card("a", clip=clip("a"))
    page.put(item)
    page.viewer.open_video("a")
    page.engine.position = 700
    loved = changed(item, favourite=True)
    page.put(loved)
    page.viewer.apply(VideoChanged(loved))
    assert page.engine.opened == [item.clip]
    assert page.engine.position == 700


def test_older_news_and_news_of_others_are_not_shown(page: Page) -> None:
    item = changed(card("a", state=VideoState.PROCESSING))
    page.put(item)
    page.viewer.open_video("a")
    page.viewer.apply(VideoChanged(card("a", state=VideoState.PENDING)))
    page.viewer.apply(VideoChanged(card("b", state=VideoState.FAILED)))
    assert "Processing" in texts(page)


def test_a_burst_of_changes_asks_twice(page: Page) -> None:
    item = card("a", state=VideoState.PENDING)
    page.put(item)
    page.bridge.is_held = True
    page.viewer.open_video("a")
    for _ in range(10):
        item = changed(item)
        page.viewer.apply(VideoChanged(item))
    assert page.bridge.waiting == 1
    page.bridge.answer()
    assert page.bridge.waiting == 1
    page.bridge.answer()
    assert page.bridge.waiting == 0


def test_deleting_is_asked_for_and_shows_the_next_one(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")), card("b", clip=clip("b")), card("c", clip=clip("c")))
    page.viewer.open_video("b")
    page.press(Key.Key_Delete)
    assert page.asked == [("b", "delete")]
    assert page.viewer.video_id == "b"
    del page.order.items["b"]
    page.viewer.apply(VideoRemoved("b", 2))
    assert page.viewer.video_id == "c"
    del page.order.items["c"]
    page.viewer.apply(VideoRemoved("c", 2))
    assert page.viewer.video_id == "a"
    del page.order.items["a"]
    page.viewer.apply(VideoRemoved("a", 2))
    assert page.viewer.video_id is None
    assert page.covered.isVisible()
    assert page.engine.status is MediaStatus.NO_MEDIA


def test_a_video_that_is_gone_from_the_library_is_left(page: Page) -> None:
    page.put(card("a"))
    page.examiner.failure = VideoNotFoundError("a")
    page.viewer.open_video("a")
    assert page.viewer.video_id is None


def test_reusing_gives_the_window_back_first(page: Page) -> None:
    page.put(card("a", state=VideoState.FAILED, reason=Reason.REFUSED))
    page.viewer.open_video("a")
    open_then: list[bool] = []
    page.viewer.actionRequested.connect(lambda *_: open_then.append(page.covered.isVisible()))
    buttons = page.viewer.stage.card.findChildren(QToolButton)
    next(button for button in buttons if button.text() == "Edit and try again").click()
    assert page.asked == [("a", "retry")]
    assert open_then == [True]


def test_the_bar_and_its_menu_ask_for_what_makes_sense(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    page.qtbot.keyClick(page.viewer, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.asked == [("a", "save")]
    page.asked.clear()
    menu = page.viewer.stage.bar.menu()
    assert menu is not None
    lines = {action.text(): action for action in menu.actions()}
    assert not {"Play", "Open viewer", "Select"} & set(lines)
    lines["Show in folder"].trigger()
    assert page.asked == [("a", "reveal")]
    menu.deleteLater()


def test_checking_again_reads_the_record_and_says_what_came_of_it(page: Page) -> None:
    item = task_card("a", state=VideoState.PROCESSING)
    page.put(item)
    page.viewer.open_video("a")
    card_shown = page.viewer.stage.card.buttons
    page.bridge.is_held = True
    card_shown.check.click()
    assert not card_shown.check.isEnabled()
    page.bridge.answer()
    assert card_shown.check.isEnabled()
    assert "Checked: nothing has changed." in texts(page)
    assert ("check_again", "a") in page.examiner.calls


def test_a_check_that_fails_is_told_and_can_be_repeated(page: Page) -> None:
    page.put(task_card("a", state=VideoState.PROCESSING))
    page.viewer.open_video("a")
    problems: list[object] = []
    page.viewer.problemFound.connect(problems.append)
    page.examiner.failure = ProviderUnavailableError("")
    page.viewer.stage.card.buttons.check.click()
    assert problems == [page.examiner.failure]
    assert page.viewer.stage.card.buttons.check.isEnabled()


def test_a_format_that_cannot_be_played_is_offered_to_the_system(
    page: Page, clip: MakeClip
) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    page.viewer.playback.close()
    page.engine.show_frame = lambda: None  # type: ignore[method-assign]
    page.viewer.playback.open(clip("a"))
    page.engine.report(MediaStatus.ENDED)
    assert "This format cannot be played here." in texts(page)
    assert not page.viewer.stage.controls.isVisible()
    buttons = page.viewer.stage.card.findChildren(QToolButton)
    next(button for button in buttons if button.text() == "Open in another player").click()
    assert page.asked == [("a", "open")]


def test_a_missing_file_is_not_offered_to_the_system(page: Page, tmp_path: Path) -> None:
    page.put(card("a", clip=tmp_path / "gone.mp4"))
    page.viewer.open_video("a")
    assert "The video file is missing." in texts(page)
    buttons = page.viewer.stage.card.findChildren(QToolButton)
    assert "Open in another player" not in {b.text() for b in buttons if b.isVisible()}


def test_a_narrow_window_puts_the_details_below(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    assert page.viewer.panel.x() >= page.viewer.stage.width()
    page.window.resize(480, 800)
    page.qtbot.waitUntil(lambda: page.viewer.panel.y() >= page.viewer.stage.height())
    assert page.viewer.panel.width() == 480
    page.press(Key.Key_I)
    page.qtbot.waitUntil(lambda: page.viewer.stage.height() == 800)
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
