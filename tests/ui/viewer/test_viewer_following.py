"""The viewer goes through the gallery and follows what happens to its video."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.gallery.cards import card
from tests.ui.viewer.conftest import Page
from tests.ui.viewer.fakes import START, details_of, newer
from videogen_desktop.domain.errors import VideoNotFoundError
from videogen_desktop.domain.events import VideoChanged, VideoRemoved
from videogen_desktop.domain.states import VideoState
from videogen_desktop.ui.player.media_engine import MediaStatus

MakeClip = Callable[[str], Path]
Key = Qt.Key


def test_it_goes_through_the_gallery_in_its_order(page: Page, clip: MakeClip) -> None:
    page.put(card("a", clip=clip("a")), card("b", clip=clip("b")), card("c", clip=clip("c")))
    page.viewer.open_video("b")
    player_view = page.viewer.player_view
    assert player_view.bar.place.text == "2 / 3"
    page.press(Key.Key_N)
    assert page.viewer.video_id == "c"
    assert not player_view.next.isVisible()
    page.press(Key.Key_PageDown)
    assert page.viewer.video_id == "c"
    player_view.previous.click()
    page.press(Key.Key_P)
    assert page.viewer.video_id == "a"
    assert not player_view.previous.isVisible()
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
    assert page.viewer.player_view.canvas.is_busy
    assert not page.viewer.playback.is_open
    page.bridge.answer()
    assert page.viewer.playback.is_playing
    assert not page.viewer.player_view.canvas.is_busy


def test_a_change_beside_the_clip_does_not_start_it_again(page: Page, clip: MakeClip) -> None:
    item = card("a", clip=clip("a"))
    page.put(item)
    page.viewer.open_video("a")
    page.engine.position = 700
    loved = newer(item, favourite=True)
    page.put(loved)
    page.viewer.apply(VideoChanged(loved))
    assert page.engine.opened == [item.clip]
    assert page.engine.position == 700


def test_older_news_and_news_of_others_are_not_shown(page: Page) -> None:
    item = newer(card("a", state=VideoState.PROCESSING))
    page.put(item)
    page.viewer.open_video("a")
    page.viewer.apply(VideoChanged(card("a", state=VideoState.PENDING)))
    page.viewer.apply(VideoChanged(card("b", state=VideoState.FAILED)))
    assert "Processing" in page.texts()


def test_a_burst_of_changes_asks_twice(page: Page) -> None:
    item = card("a", state=VideoState.PENDING)
    page.put(item)
    page.bridge.is_held = True
    page.viewer.open_video("a")
    for _ in range(10):
        item = newer(item)
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


def test_what_is_being_deleted_is_left_before_the_engine_has_answered(
    page: Page, clip: MakeClip
) -> None:
    page.put(card("a", clip=clip("a")), card("b", clip=clip("b")))
    page.viewer.open_video("a")
    del page.order.items["a"]
    page.viewer.leave_deleted(("x", "a"))
    assert page.viewer.video_id == "b"
    page.viewer.leave_deleted(("a",))
    assert page.viewer.video_id == "b"


@pytest.mark.parametrize("is_row_left", [True, False])
def test_a_deleted_video_that_is_asked_for_says_that_it_is_gone(
    page: Page, *, is_row_left: bool
) -> None:
    problems: list[BaseException] = []
    page.viewer.problemFound.connect(problems.append)
    deleted = newer(card("a"), deleted_at=START)
    page.examiner.known["a"] = details_of(deleted)
    if not is_row_left:
        page.examiner.failure = VideoNotFoundError("a")
    page.viewer.open_video("a")
    assert page.viewer.video_id is None
    assert page.covered.isVisible()
    assert [type(problem) for problem in problems] == [VideoNotFoundError]
