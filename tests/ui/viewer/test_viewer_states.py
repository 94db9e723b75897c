"""What stands in the picture's place while, or because, nothing plays."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from tests.ui.gallery.cards import card
from tests.ui.viewer.conftest import Page
from tests.ui.viewer.fakes import newer, task_card
from videogen_desktop.domain.errors import ProviderUnavailableError
from videogen_desktop.domain.events import DownloadProgressed, VideoChanged
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.ui.player.media_engine import MediaStatus
from videogen_desktop.ui.text_format import percent_label

MakeClip = Callable[[str], Path]
Key = Qt.Key


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
    assert page.viewer.player_view.card.isVisible()
    assert not page.viewer.player_view.controls.isVisible()
    for text in shown:
        assert text in page.texts()
    visible = page.viewer.player_view.card.findChildren(QToolButton)
    assert {button.text() for button in visible if button.isVisible()} >= buttons
    assert page.engines == []


def test_a_clip_that_plays_elsewhere_is_offered_to_another_player(
    page: Page, clip: MakeClip
) -> None:
    page.put(replace(task_card("a"), clip=clip("a"), plays_elsewhere=True))
    page.viewer.open_video("a")
    assert "Plays in another player only" in page.texts()
    visible = page.viewer.player_view.card.findChildren(QToolButton)
    (button,) = (one for one in visible if one.isVisible())
    assert button.text() == "Open in another player"
    button.click()
    assert page.asked == [("a", "open")]
    # The window itself does not read a byte of what its helper refused.
    assert page.engines == []


def test_an_unclear_one_says_that_it_is_not_sent_again(page: Page) -> None:
    page.put(card("a", state=VideoState.UNCONFIRMED, reason=Reason.SENT_UNKNOWN))
    page.viewer.open_video("a")
    assert any("not sent again" in text for text in page.texts())
    # Without a task there is no record that could be read; the balance can.
    assert not page.viewer.player_view.card.buttons.check.isVisible()
    assert page.viewer.player_view.card.choices.check.isVisible()
    page.press(Key.Key_Delete)
    assert page.asked == []


def test_the_providers_words_are_shown_as_they_are(page: Page) -> None:
    item = task_card("a", state=VideoState.FAILED, reason=Reason.PROVIDER_FAILED)
    video = replace(item.video, failure_message="<b>flagged</b>\nby us", failure_code="422")
    page.put(replace(item, video=video))
    page.viewer.open_video("a")
    quote = page.viewer.player_view.card.quote
    assert quote.text() == "The provider says: “<b>flagged</b> by us” (422)"
    assert quote.textFormat() is Qt.TextFormat.PlainText


def test_a_video_that_ends_while_it_is_watched_starts_to_play(page: Page, clip: MakeClip) -> None:
    item = task_card("a", state=VideoState.PROCESSING)
    page.put(item)
    page.viewer.open_video("a")
    done = newer(item, state=VideoState.COMPLETED)
    page.put(done)
    page.viewer.apply(VideoChanged(done))
    assert "Downloading the video…" in page.texts()
    page.viewer.apply(DownloadProgressed("a", 500, 1_000))
    assert f"Downloading {percent_label(50)}" in page.texts()
    saved = replace(newer(done), clip=clip("a"))
    page.put(saved)
    page.viewer.apply(VideoChanged(saved))
    assert page.viewer.playback.is_playing
    assert not page.viewer.player_view.card.isVisible()


def test_checking_again_reads_the_record_and_says_what_came_of_it(page: Page) -> None:
    item = task_card("a", state=VideoState.PROCESSING)
    page.put(item)
    page.viewer.open_video("a")
    card_shown = page.viewer.player_view.card.buttons
    page.bridge.is_held = True
    card_shown.check.click()
    assert not card_shown.check.isEnabled()
    page.bridge.answer()
    assert card_shown.check.isEnabled()
    assert "Checked: nothing has changed." in page.texts()
    assert ("check_again", "a") in page.examiner.calls


def test_a_check_that_fails_is_told_and_can_be_repeated(page: Page) -> None:
    page.put(task_card("a", state=VideoState.PROCESSING))
    page.viewer.open_video("a")
    problems: list[object] = []
    page.viewer.problemFound.connect(problems.append)
    page.examiner.failure = ProviderUnavailableError("")
    page.viewer.player_view.card.buttons.check.click()
    assert problems == [page.examiner.failure]
    assert page.viewer.player_view.card.buttons.check.isEnabled()


def test_a_format_that_cannot_be_played_is_offered_to_the_system(
    page: Page, clip: MakeClip
) -> None:
    page.put(card("a", clip=clip("a")))
    page.viewer.open_video("a")
    page.viewer.playback.close()
    page.engine.show_frame = lambda: None  # type: ignore[method-assign]
    page.viewer.playback.open(clip("a"))
    page.engine.report(MediaStatus.ENDED)
    assert "This format cannot be played here." in page.texts()
    assert not page.viewer.player_view.controls.isVisible()
    buttons = page.viewer.player_view.card.findChildren(QToolButton)
    next(button for button in buttons if button.text() == "Open in another player").click()
    assert page.asked == [("a", "open")]


def test_a_missing_file_is_not_offered_to_the_system(page: Page, tmp_path: Path) -> None:
    page.put(card("a", clip=tmp_path / "gone.mp4"))
    page.viewer.open_video("a")
    assert "The video file is missing." in page.texts()
    buttons = page.viewer.player_view.card.findChildren(QToolButton)
    assert "Open in another player" not in {b.text() for b in buttons if b.isVisible()}
