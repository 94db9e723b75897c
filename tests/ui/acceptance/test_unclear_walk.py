"""Answers that never came: what a person sees of such videos, and how each is made clear."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from tests.ui.acceptance.conftest import OnDisk, OpenDesktop
from tests.ui.acceptance.running_desktop import RunningDesktop
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.sandbox.books import Books
from videogen_desktop.ui.viewer.viewer import Viewer

LOST, REFUSED = "Bãi biển Đà Nẵng lúc hoàng hôn", "Một con mèo chơi với cuộn len"


def unclear(running: RunningDesktop, prompt: str) -> str:
    """Make it, and wait until nobody knows what became of it."""
    video_id = running.create(prompt)
    running.until(lambda: running.item(video_id).video.state is VideoState.UNCONFIRMED)
    assert running.spoken(video_id) == f"{prompt}, Chưa rõ"
    assert "Có thể đã bị trừ credits" in running.explained(video_id)
    return video_id


def clear_up(running: RunningDesktop, video_id: str) -> Viewer:
    """Choose the card's own way there, and wait for what the balance says."""
    running.choose_from_menu(video_id, "Làm rõ…")
    viewer = running.window.viewer.viewer
    assert viewer.video_id == video_id
    running.until(lambda: "Sandbox còn" in viewer.player_view.card.choices.hint.text())
    return viewer


def press(viewer: Viewer, text: str) -> None:
    buttons = viewer.player_view.card.choices.findChildren(QToolButton)
    next(button for button in buttons if button.text() == text and button.isVisible()).click()


def test_unclear_videos_are_made_clear(
    open_desktop: OpenDesktop, on_disk: OnDisk, sandbox_books: Callable[[], Books]
) -> None:
    # The first request is refused without a word, the second one's answer gets lost.
    running = open_desktop(sandbox="--speed 100 --fault html-502:1 --fault lost-answer:1")
    badge = running.window.header.badge
    refused = unclear(running, REFUSED)
    running.until(lambda: badge.available == 9_900_00)
    viewer = clear_up(running, refused)
    press(viewer, "Chưa trừ")
    running.answer_question("Ghi là chưa trừ")
    running.until(lambda: badge.available == 10_000_00)
    running.until(lambda: "Đã ghi nhận: 100 credits đã trở lại số dư của bạn." in running.alerts())
    assert running.item(refused).video.reason is Reason.USER_NOT_CHARGED
    viewer.close_viewer()

    lost = unclear(running, LOST)
    viewer = clear_up(running, lost)
    with sandbox_books() as books:
        (task,) = books.tasks()
    press(viewer, "Nhập mã tác vụ…")
    dialog = viewer.settling.dialog
    assert dialog is not None
    running._qtbot.keyClicks(dialog.task, task.task_id)
    running._qtbot.mouseClick(dialog.join, Qt.MouseButton.LeftButton)
    running.until(lambda: viewer.settling.dialog is None)
    item = running.until_ended(lost)
    assert (item.video.state, item.video.task_id) == (VideoState.COMPLETED, task.task_id)
    running.until(lambda: viewer.playback.position > 0)
    running.end()
    assert on_disk.video_with(lost).send_count == on_disk.video_with(refused).send_count == 1
    amounts = [line.amount for line in on_disk.statement()]
    assert amounts == [10_000_00, -100_00, 100_00, -100_00]
    with sandbox_books() as books:
        assert [charge.amount for charge in books.charges()] == [100_00]
        assert books.balance() == on_disk.balance().available == 9_900_00
