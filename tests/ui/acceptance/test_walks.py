"""The walks of the original product: what a person sees from the prompt to the statement."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import QSize

from tests.ui.acceptance.conftest import OnDisk, OpenDesktop
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.sandbox.books import Books
from videogen_desktop.services import removing
from videogen_desktop.ui.account.statement_model import Column

PROMPT = "Một con mèo chơi với cuộn len, quay chậm"


def test_create_and_watch_the_states_move(
    open_desktop: OpenDesktop, on_disk: OnDisk, sandbox_books: Callable[[], Books]
) -> None:
    running = open_desktop(sandbox="--speed 5")
    composer = running.window.composer
    running.until(lambda: running.window.header.badge.available == 10_000_00)
    assert running.welcomes()
    running.write(PROMPT)
    assert composer.button.isEnabled()
    assert "100 credits" in composer.button.text()
    running.press_enter()
    assert not composer.button.isEnabled()
    assert not running.welcomes()
    running.until(running.ids)
    (video_id,) = running.ids()
    assert running.states(video_id)[0] in (VideoState.RESERVED, VideoState.SENDING)
    running.until(lambda: "Video đang được tạo! Vui lòng đợi..." in running.alerts())
    assert composer.prompt.toPlainText() == ""
    spoken = [running.spoken(video_id)]
    running.library.model.dataChanged.connect(lambda: spoken.append(running.spoken(video_id)))
    running.until_ended(video_id)
    assert without_repetitions(spoken) == [
        f"{PROMPT}, Chờ gửi",
        f"{PROMPT}, Chờ xử lý, 10%",
        f"{PROMPT}, Đang xử lý, 50%",
        f"{PROMPT}, Hoàn thành, Mới",
    ]
    running.end()
    assert on_disk.video().prompt == PROMPT
    assert [line.amount for line in on_disk.statement()] == [10_000_00, -100_00]
    with sandbox_books() as books:
        assert [request.prompt for request in books.create_requests()] == [PROMPT]
        assert books.balance() == on_disk.balance().available


def test_a_finished_video_plays_on_and_its_record_is_read_no_more(
    open_desktop: OpenDesktop, requests: list[httpx.URL]
) -> None:
    running = open_desktop(sandbox="--speed 10")
    first = running.create(PROMPT)
    finished = running.until_ended(first).video
    pictures: set[int] = set()
    positions: list[int] = []
    players = running.library.players

    def look(video_id: str) -> None:
        picture = players.picture(video_id, QSize(160, 90), 0, 1.0)
        assert picture is not None
        pictures.add(picture.cacheKey())

    players.frameChanged.connect(look)
    players.positionChanged.connect(lambda video_id: positions.append(running.position(video_id)))
    running.play(first)
    running.until(lambda: len(pictures) > 5 and max(positions) > 200)
    assert positions == sorted(positions)

    def readings(task_id: str | None) -> int:
        return [address.params.get("taskId") for address in requests].count(task_id)

    at_the_end = readings(finished.task_id)
    # The whole life of another video is the time in which the first could be asked for again.
    second = running.until_ended(running.create("Bãi biển Đà Nẵng")).video
    assert readings(second.task_id) >= 1
    assert readings(finished.task_id) == at_the_end >= 1


def test_download_a_copy_that_is_named_after_the_prompt(
    open_desktop: OpenDesktop, tmp_path: Path
) -> None:
    running = open_desktop()
    video_id = running.create('Phở "Hà Nội": khói bay / sáng sớm?')
    clip = running.until_ended(video_id).clip
    folder = tmp_path / "Video của tôi"
    folder.mkdir()
    dialog = running.save_dialog(video_id)
    suggested = Path(dialog.selectedFiles()[0]).name
    assert suggested == "Phở Hà Nội khói bay sáng sớm.mp4"
    dialog.selectFile(str(folder / suggested))
    dialog.accept()
    running.until(lambda: running.library.panel.note.text == "Đã lưu vào Video của tôi")
    assert [path.name for path in folder.iterdir()] == [suggested]
    assert clip is not None
    assert (folder / suggested).read_bytes() == clip.read_bytes()
    # The next one begins where the last was saved.
    again = running.save_dialog(video_id)
    assert again.directory().path() == str(folder)
    again.reject()


def test_delete_asks_and_tells_and_an_undo_brings_everything_back(
    open_desktop: OpenDesktop, on_disk: OnDisk
) -> None:
    running = open_desktop()
    kept = running.create("Bãi biển Đà Nẵng")
    running.until_ended(kept)
    video_id = running.create(PROMPT)
    clip = running.until_ended(video_id).clip
    assert clip is not None
    running.answer_deletion(video_id, "Giữ lại")
    assert running.ids() == (video_id, kept)
    running.answer_deletion(video_id, "Xóa video")
    assert running.ids() == (kept,)
    running.until(lambda: "Đã xóa video" in running.alerts())
    assert on_disk.video_with(video_id).deleted_at is not None
    assert clip.is_file()
    running.press_alert_button("Hoàn tác")
    running.until(lambda: running.ids() == (video_id, kept))
    assert running.until_ended(video_id).clip == clip
    running.end()
    again = open_desktop()
    assert again.ids() == (video_id, kept)
    assert again.item(video_id).clip == clip
    assert clip.is_file()


def test_what_was_deleted_goes_to_the_bin_when_the_undo_has_run_out(
    open_desktop: OpenDesktop, on_disk: OnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removing, "UNDO_MS", 100)
    running = open_desktop()
    video_id = running.create(PROMPT)
    item = running.until_ended(video_id)
    files = [path for path in (item.clip, item.poster, item.strip) if path is not None]
    assert len(files) == 3
    running.answer_deletion(video_id, "Xóa video")
    running.until(lambda: not any(path.exists() for path in files))
    running.end()
    # The row and the money stay.
    assert on_disk.video().state is VideoState.COMPLETED
    assert [line.amount for line in on_disk.statement()] == [10_000_00, -100_00]
    assert open_desktop().ids() == ()


def test_without_enough_credits_the_button_says_how_many_it_needs(
    open_desktop: OpenDesktop, on_disk: OnDisk, sandbox_books: Callable[[], Books]
) -> None:
    running = open_desktop(sandbox="--credits 50")
    composer = running.window.composer
    running.until(lambda: running.window.header.badge.available == 50_00)
    assert running.window.header.badge.text() == "50 credits"
    running.write(PROMPT)
    assert not composer.button.isEnabled()
    assert composer.button.toolTip() == "Cần 100 credits"
    running.press_enter()
    assert running.ids() == ()
    assert composer.prompt.toPlainText() == PROMPT
    running.end()
    assert on_disk.videos() == ()
    with sandbox_books() as books:
        assert books.create_requests() == ()


def test_a_failure_gives_the_money_back_and_the_statement_shows_it(
    open_desktop: OpenDesktop, on_disk: OnDisk, sandbox_books: Callable[[], Books]
) -> None:
    running = open_desktop(sandbox="--speed 20 --fault moderation")
    video_id = running.create(PROMPT)
    video = running.until_ended(video_id).video
    assert (video.state, video.reason) == (VideoState.FAILED, Reason.PROVIDER_FAILED)
    assert running.spoken(video_id) == f"{PROMPT}, Thất bại"
    explained = running.explained(video_id)
    assert "từ chối mô tả" in explained
    assert "Đã hoàn lại credits" in explained
    running.until(lambda: running.window.header.badge.text() == "10.000 credits")
    lines = running.statement()
    assert [(line[Column.KIND], line[Column.AMOUNT]) for line in lines] == [
        ("Hoàn lại", "+100"), ("Tạo video", "−100"), ("Số dư đầu", "+10.000"),
    ]  # fmt: skip
    assert all(PROMPT in line[Column.VIDEO] for line in lines[:2])
    running.choose_from_menu(video_id, "Sửa và thử lại")
    assert running.window.composer.prompt.toPlainText() == PROMPT
    running.end()
    assert [line.amount for line in on_disk.statement()] == [10_000_00, -100_00, 100_00]
    with sandbox_books() as books:
        assert books.charges() == ()
        assert books.balance() == on_disk.balance().available


def without_repetitions(texts: list[str]) -> list[str]:
    return [text for text, _same in groupby(texts)]
