"""A card of what is on its way moves, says what it waits for, and never contradicts itself."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.gallery.cards import card
from videogen_desktop.domain.errors import (
    PROXY_FAILED,
    KeyMissingError,
    KeyRejectedError,
    LocalServerError,
    ProviderUnavailableError,
    RateLimitedError,
    ResultUrlRefusedError,
    VideoGenError,
)
from videogen_desktop.domain.events import ReadingTrouble, VideoChanged
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.services.download_failures import failure_code
from videogen_desktop.ui.gallery import row_words, wording
from videogen_desktop.ui.gallery.card_media import badge_icon
from videogen_desktop.ui.moments import short_moment

BEGUN, USUAL = 1_000_000, 60_000


def waiting() -> LibraryItem:
    item = card("a", state=VideoState.PENDING)
    return replace(item, video=replace(item.video, accepted_at=BEGUN))


def part(video: Video, passed_ms: int) -> float:
    return wording.passed_part(video, BEGUN + passed_ms, USUAL)


def test_the_bar_moves_by_the_usual_time_and_never_claims_the_end() -> None:
    """Most of the provider's models say "waiting" until they are done."""
    seen = [part(waiting().video, seconds * 1_000) for seconds in (0, 15, 30, 60, 61, 120, 3_600)]
    assert seen == sorted(set(seen))
    assert seen[0] == 0
    assert seen[2] == pytest.approx(0.45)
    assert seen[3] == pytest.approx(0.9)
    assert seen[-1] < 1


def test_without_a_usual_time_the_bar_shows_the_step() -> None:
    assert wording.passed_part(waiting().video, BEGUN + 5_000, None) == 0.1
    assert wording.passed_part(card("a").video, BEGUN, USUAL) == 1


def test_the_number_is_the_step_and_stands_with_the_state() -> None:
    assert wording.badge(waiting()) == "Queued · 10%"
    assert wording.badge(card("a", state=VideoState.PROCESSING)) == "Processing · 50%"
    failed = card("a", state=VideoState.FAILED)
    assert (wording.badge(failed), badge_icon(failed)) == ("Failed", "x")


def test_a_card_is_not_done_while_its_clip_is_still_to_come(tmp_path: Path) -> None:
    assert wording.badge(card("a")) == "Downloading"
    assert wording.badge(card("a", clip_failure="timeout")) == "Not on this computer"
    full = card("a", clip_failure="disk_full")
    assert wording.badge(full) == "Not on this computer"
    assert wording.media_note(full) == "The disk is full: comes once there is space"
    gone = replace(card("a"), result_gone=True)
    assert wording.badge(gone) == "Not on this computer"
    assert badge_icon(gone) == ""
    here = card("a", clip=tmp_path / "a.mp4")
    assert (wording.badge(here), badge_icon(here)) == ("Completed", "check")


def test_a_badge_says_only_what_is_still_to_be_said(tmp_path: Path) -> None:
    here = card("a", clip=tmp_path / "a.mp4")
    seen = replace(here, video=replace(here.video, seen_at=1))
    assert wording.badge(seen) == ""
    # The state stays readable, and is spoken.
    assert "Completed" in row_words.tooltip(seen)
    assert row_words.accessible_name(here).endswith("Completed, New")
    assert row_words.accessible_name(seen).endswith("Completed")
    lost = replace(seen, clip=None, result_gone=True)
    assert wording.badge(lost) == "Not on this computer"


@pytest.mark.parametrize(
    ("why", "note", "advice"),
    [
        (ProviderUnavailableError("ConnectError"), "could not be downloaded yet", ""),
        (ProviderUnavailableError("ProxyError", PROXY_FAILED), "The proxy", "Network"),
        (ResultUrlRefusedError("cdn.example", "address"), "private network", "198.18.0.0/15"),
        (ResultUrlRefusedError("cdn.example", "scheme"), "could not be downloaded yet", ""),
    ],
)
def test_a_download_that_the_network_keeps_back_says_what_can_be_done(
    why: Exception, note: str, advice: str
) -> None:
    item = card("a", clip_failure=failure_code(why))
    assert note in wording.media_note(item)
    assert advice in wording.download_advice(item)
    assert bool(advice) == bool(wording.download_advice(item))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (KeyMissingError("https://api.kie.ai"), "No API key"),
        (RateLimitedError(), "The provider asks to wait"),
        (ProviderUnavailableError("ConnectError"), "No connection to the provider"),
        (LocalServerError("gone"), "Its state cannot be read"),
    ],
)
def test_an_outage_has_a_short_reason(error: VideoGenError, words: str) -> None:
    assert wording.trouble(error) == words
    # Since when, and no clock that runs on as if all were well.
    found = ReadingTrouble("a", error, BEGUN)
    notes = {wording.trouble_note(found, now) for now in (BEGUN + 5_000, BEGUN + 65_000)}
    assert notes == {
        f"Not heard of since {short_moment(BEGUN, BEGUN)}: {words[:1].lower()}{words[1:]}"
    }


def test_an_abbreviation_stays_one_within_a_sentence() -> None:
    found = ReadingTrouble("a", KeyRejectedError(), BEGUN)
    assert wording.trouble_note(found, BEGUN).endswith(": API key rejected")


def banner(running: RunningWindow) -> str:
    outage = running.window.library.panel.outage
    return "" if outage.isHidden() else outage.said.text()


def test_an_outage_is_a_banner_until_every_job_is_heard_of_again(
    open_running: OpenRunningWindow,
) -> None:
    jobs = [card(video_id, state=VideoState.PENDING) for video_id in "ab"]
    running = open_running(items=jobs)
    down = ProviderUnavailableError()
    down.vendor = "Kie"
    for number, job in enumerate(jobs):
        running.bridge.eventArrived.emit(ReadingTrouble(job.video.id, down, BEGUN + number))
    begun = short_moment(BEGUN, BEGUN)
    assert banner(running) == (
        f"Không kết nối được với Kie từ {begun}. 2 video vẫn đang được tạo, VideoGen sẽ tự hỏi lại."
    )
    running.bridge.eventArrived.emit(ReadingTrouble("a", None))
    assert "1 video" in banner(running)
    # The other one ends: nothing is being waited for any more.
    ended = replace(jobs[1].video, state=VideoState.COMPLETED, revision=2)
    running.bridge.eventArrived.emit(VideoChanged(replace(jobs[1], video=ended)))
    assert banner(running) == ""


def test_a_lost_key_says_so_where_the_videos_wait_and_leads_to_the_keys(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    running = open_running(items=[card("a", state=VideoState.PENDING)])
    lost = KeyMissingError("https://api.kie.ai")
    running.bridge.eventArrived.emit(ReadingTrouble("a", lost, BEGUN))
    assert banner(running).startswith("Chưa có khóa API từ ")
    panel = running.window.library.panel
    with qtbot.waitSignal(panel.keyRequested):
        QTest.mouseClick(panel.outage.key, Qt.MouseButton.LeftButton)
    down = ReadingTrouble("a", ProviderUnavailableError(), BEGUN)
    running.bridge.eventArrived.emit(down)
    assert panel.outage.key.isHidden()
