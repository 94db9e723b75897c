"""What happens in the middle of something else: nothing paid is lost, nothing is paid twice."""

import os
import shutil
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.acceptance.conftest import HoldBack, OnDisk, OpenDesktop
from tests.ui.acceptance.running_desktop import RunningDesktop
from tests.ui.player.clips import write_clip
from videogen_desktop.domain.events import CopyProgressed, DownloadProgressed
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.sandbox.books import Books
from videogen_desktop.services import removing, wallet_engine
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.settings import load_settings

# Whole programs that live and end: half a minute.
pytestmark = pytest.mark.full

PROMPT = "Một con mèo chơi với cuộn len, quay chậm"
SandboxBooks = Callable[[], Books]


@pytest.fixture(scope="module")
def long_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_clip(
        tmp_path_factory.mktemp("clips") / "long.mp4", width=160, height=90, seconds=12
    )


def finished_long_video(running: RunningDesktop, long_clip: Path) -> str:
    """The sandbox's small clip is over in a second: too soon to be in the middle of it."""
    video_id = running.create(PROMPT)
    clip = running.until_ended(video_id).clip
    assert clip is not None
    shutil.copyfile(long_clip, clip)
    return video_id


# --- a job goes on --------------------------------------------------------------------------


def test_a_job_that_a_restart_interrupted_ends_and_is_charged_once(
    open_desktop: OpenDesktop, on_disk: OnDisk, sandbox_books: SandboxBooks
) -> None:
    running = open_desktop(sandbox="--speed 5")
    video_id = running.create(PROMPT)
    running.until(lambda: running.item(video_id).video.state is VideoState.PROCESSING)
    running.end()
    assert on_disk.video().state is VideoState.PROCESSING
    again = open_desktop(sandbox="--speed 5")
    assert again.ids() == (video_id,)
    item = again.until_ended(video_id)
    assert (item.video.state, item.video.send_count) == (VideoState.COMPLETED, 1)
    again.until(lambda: again.window.header.badge.available == 9_900_00)
    again.play(video_id)
    again.end()
    with sandbox_books() as books:
        assert [charge.amount for charge in books.charges()] == [100_00]
        assert len(books.create_requests()) == 1
        assert books.balance() == on_disk.balance().available == 9_900_00


def test_twenty_jobs_at_once_all_end_and_the_money_agrees(
    open_desktop: OpenDesktop, on_disk: OnDisk, sandbox_books: SandboxBooks
) -> None:
    running = open_desktop()
    made = [running.create(f"Cảnh {number}: bãi biển Đà Nẵng") for number in range(20)]
    assert running.ids() == tuple(reversed(made))
    for video_id in made:
        assert running.until_ended(video_id).video.state is VideoState.COMPLETED
    assert running.problems() == []
    for video_id in made:
        revisions = [item.video.revision for item in running.changes(video_id)]
        assert revisions == sorted(revisions)
        order = list(VideoState)
        states = [order.index(state) for state in running.states(video_id)]
        assert states == sorted(states)
    balances = [event.balance for event in running.balances()]
    assert all(before.revision <= after.revision for before, after in pairwise(balances))
    running.until(lambda: running.window.header.badge.text() == "8.000 credits")
    running.end()
    assert Counter(video.state for video in on_disk.videos()) == {VideoState.COMPLETED: 20}
    assert (on_disk.balance().available, on_disk.balance().held) == (8_000_00, 0)
    with sandbox_books() as books:
        assert [charge.amount for charge in books.charges()] == [100_00] * 20
        asked = [request.prompt for request in books.create_requests()]
        assert len(asked) == len(set(asked)) == 20
        assert books.balance() == on_disk.balance().available


# --- while a clip plays ---------------------------------------------------------------------


def test_language_and_theme_change_while_a_clip_plays_on(
    open_desktop: OpenDesktop, long_clip: Path
) -> None:
    running = open_desktop()
    video_id = finished_long_video(running, long_clip)
    running.play(video_id)
    dark_before = running.is_dark()
    running.choose(language="en", theme="dark")
    button = running.window.composer.button
    running.until(lambda: button.accessibleName() == "Create video · 100 credits")
    assert running.spoken(video_id) == f"{PROMPT}, Completed"
    assert (dark_before, running.is_dark()) == (False, True)
    assert running.is_moving(video_id)
    running.choose(language="vi", theme="light")
    running.until(lambda: button.accessibleName() == "Tạo video · 100 credits")
    assert running.spoken(video_id) == f"{PROMPT}, Hoàn thành", "it was watched"
    assert not running.is_dark()
    assert running.is_moving(video_id)
    assert running.library.players.player_count == 1


def test_a_window_closed_while_a_clip_plays_ends_in_order(
    open_desktop: OpenDesktop, on_disk: OnDisk, long_clip: Path
) -> None:
    running = open_desktop()
    video_id = finished_long_video(running, long_clip)
    running.play(video_id)
    running.end()
    assert on_disk.video().state is VideoState.COMPLETED
    again = open_desktop()
    again.play(video_id)


def test_a_video_deleted_while_it_plays_lets_go_of_its_file(
    open_desktop: OpenDesktop, long_clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removing, "UNDO_MS", 100)
    running = open_desktop()
    video_id = finished_long_video(running, long_clip)
    clip = running.item(video_id).clip
    assert clip is not None
    running.play(video_id)
    running.answer_deletion(video_id, "Xóa video")
    assert running.ids() == ()
    assert running.library.players.active_ids() == ()
    running.until(lambda: "Đã xóa video" in running.alerts())
    running.until(lambda: not clip.exists())
    # The player is free for another.
    other = running.create("Bãi biển Đà Nẵng")
    running.until_ended(other)
    running.play(other)
    assert running.library.players.player_count == 1


def test_the_viewer_plays_on_through_a_change_of_language_and_lets_go_of_what_is_deleted(
    qtbot: QtBot, open_desktop: OpenDesktop, long_clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removing, "UNDO_MS", 100)
    running = open_desktop()
    video_id = finished_long_video(running, long_clip)
    clip = running.item(video_id).clip
    assert clip is not None
    viewer = running.open_viewer(video_id)
    running.choose(language="en", theme="dark")
    button = running.window.composer.button
    running.until(lambda: button.accessibleName() == "Create video · 100 credits")
    position = viewer.playback.position
    running.until(lambda: viewer.playback.position > position)
    running.choose(language="vi", theme="light")
    running.until(lambda: button.accessibleName() == "Tạo video · 100 credits")
    qtbot.keyClick(viewer, Qt.Key.Key_Delete)
    running.answer_question("Xóa video")
    running.until(lambda: not viewer.isVisible())
    assert running.ids() == ()
    running.until(lambda: not clip.exists())


def test_a_window_closed_while_the_viewer_plays_ends_in_order(
    open_desktop: OpenDesktop, on_disk: OnDisk, long_clip: Path
) -> None:
    running = open_desktop()
    running.open_viewer(finished_long_video(running, long_clip))
    running.end()
    assert on_disk.video().state is VideoState.COMPLETED


# --- the window is closed -------------------------------------------------------------------


def test_a_window_closed_while_a_copy_is_saved_leaves_nothing_half(
    open_desktop: OpenDesktop, tmp_path: Path
) -> None:
    running = open_desktop()
    video_id = running.create(PROMPT)
    clip = running.until_ended(video_id).clip
    assert clip is not None
    whole = clip.read_bytes()
    # Far more than is copied before the window closes; on the disk it takes no room.
    os.truncate(clip, 8 << 30)
    folder = tmp_path / "copies"
    folder.mkdir()
    running.save(video_id, folder / "mèo.mp4")
    running.until(
        lambda: any(isinstance(event, CopyProgressed) and event.copied for event in running.events)
    )
    assert [path.suffix for path in folder.iterdir()] == [".part"]
    running.end()
    assert list(folder.iterdir()) == []
    os.truncate(clip, len(whole))
    again = open_desktop()
    again.save(video_id, folder / "mèo.mp4")
    again.until((folder / "mèo.mp4").exists)
    assert (folder / "mèo.mp4").read_bytes() == whole


def test_a_window_closed_while_a_clip_is_fetched_fetches_it_next_time(
    open_desktop: OpenDesktop, on_disk: OnDisk, places: Directories, sandbox_books: SandboxBooks
) -> None:
    running = open_desktop(sandbox="--speed 100 --fault slow-file")
    video_id = running.create(PROMPT)
    running.until(
        lambda: any(
            isinstance(event, DownloadProgressed) and event.received for event in running.events
        )
    )
    running.end()
    assert on_disk.video().state is VideoState.COMPLETED
    assert list(places.videos.glob("*.mp4")) == []
    again = open_desktop()
    clip = again.until_ended(video_id).clip
    assert [clip] == list(places.videos.glob("*.mp4"))
    again.play(video_id)
    again.end()
    assert on_disk.unfinished_files() == []
    with sandbox_books() as books:
        assert len(books.charges()) == 1


def test_a_window_closed_at_the_very_click_loses_neither_prompt_nor_money(
    open_desktop: OpenDesktop,
    on_disk: OnDisk,
    places: Directories,
    sandbox_books: SandboxBooks,
) -> None:
    running = open_desktop()
    running.until(lambda: running.window.header.badge.available == 10_000_00)
    running.write(PROMPT)
    running.press_enter()
    running.end()
    prompts = [video.prompt for video in on_disk.videos()]
    assert PROMPT in (*prompts, load_settings(places.settings).draft)
    with sandbox_books() as books:
        sent = [request.task_id for request in books.create_requests()]
    assert sent == [video.task_id for video in on_disk.videos() if video.task_id is not None]


def test_a_window_closed_before_the_paid_answer_waits_for_it(
    open_desktop: OpenDesktop,
    on_disk: OnDisk,
    sandbox_books: SandboxBooks,
    answers_held_back: HoldBack,
) -> None:
    running = open_desktop()
    running.until(lambda: running.window.header.badge.available == 10_000_00)
    answers_held_back()
    video_id = running.create(PROMPT)
    running.until(lambda: running.item(video_id).video.state is VideoState.SENDING)
    running.end()
    video = on_disk.video()
    with sandbox_books() as books:
        assert [request.task_id for request in books.create_requests()] == [video.task_id]
    assert video.state in (VideoState.PENDING, VideoState.PROCESSING)
    again = open_desktop()
    assert again.until_ended(video_id).video.state is VideoState.COMPLETED
    with sandbox_books() as books:
        assert len(books.charges()) == len(books.create_requests()) == 1


def test_a_paid_answer_that_never_comes_is_kept_as_unclear_and_not_sent_again(
    open_desktop: OpenDesktop,
    on_disk: OnDisk,
    sandbox_books: SandboxBooks,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wallet_engine, "SEND_GRACE_MS", 500)
    running = open_desktop(sandbox="--speed 100 --fault stalled-answer:1")
    video_id = running.create(PROMPT)
    running.until(lambda: sandbox_has_it(sandbox_books))
    running.end()
    assert (on_disk.video().state, on_disk.video().send_count) == (VideoState.SENDING, 1)
    assert on_disk.balance().held == 100_00
    again = open_desktop()
    video = again.item(video_id).video
    assert (video.state, video.reason) == (VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN)
    assert again.spoken(video_id) == f"{PROMPT}, Chưa rõ"
    # Another video's whole life is the time in which it could be sent again.
    again.until_ended(again.create("Bãi biển Đà Nẵng"))
    again.end()
    assert on_disk.balance().held == 100_00
    with sandbox_books() as books:
        asked = [request.prompt for request in books.create_requests()]
    assert asked == [PROMPT, "Bãi biển Đà Nẵng"]


def sandbox_has_it(sandbox_books: SandboxBooks) -> bool:
    with sandbox_books() as books:
        return len(books.create_requests()) == 1
