"""Task ids that were pasted: what became of each, and what the user can do next."""

from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import card
from tests.ui.living_window import LivingWindow, OpenLivingWindow
from tests.ui.viewer.fake_settling import FakeSettling
from videogen_desktop.domain.errors import (
    KeyRejectedError,
    ProviderUnavailableError,
    TasksNotInLibraryError,
    VideoGenError,
)
from videogen_desktop.domain.events import ProblemReported
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.tasks import Rescue, RescueOutcome
from videogen_desktop.ui.rescue import rescue_dialog
from videogen_desktop.ui.rescue.rescue_dialog import RescueDialog
from videogen_desktop.ui.rescue.rescue_row import RescueRow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


PATIENCE_MS = 30_000


class FakeRescuer:
    """As services.rescuing.Rescuer; a task that is not in `known` is none of the provider's."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bool]] = []
        self.known: dict[str, Rescue] = {}
        self.failure: VideoGenError | None = None

    async def rescue(self, task_id: str, *, asks_first: bool = False) -> Rescue:
        self.asked.append((task_id, asks_first))
        if self.failure is not None:
            raise self.failure
        found = self.known.get(task_id, Rescue(task_id, RescueOutcome.UNKNOWN))
        if found.outcome is RescueOutcome.RESEMBLES and not asks_first:
            return Rescue(task_id, RescueOutcome.RESCUED, card(task_id).video)
        return found


def video(task_id: str, state: VideoState = VideoState.COMPLETED) -> Any:
    return card(f"video-{task_id}", state=state).video


KNOWN = {
    "done": Rescue("done", RescueOutcome.RESCUED, video("done")),
    "runs": Rescue("runs", RescueOutcome.RESCUED, video("runs", VideoState.PENDING)),
    "here": Rescue("here", RescueOutcome.KNOWN, video("here")),
    "same": Rescue("same", RescueOutcome.RESEMBLES, resembles=("unclear",)),
    "mute": Rescue("mute", RescueOutcome.UNREADABLE, error=ProviderUnavailableError("")),
}

Opened = tuple[LivingWindow, FakeRescuer]


@pytest.fixture
def opened(open_living: OpenLivingWindow) -> Opened:
    rescuer = FakeRescuer()
    rescuer.known = dict(KNOWN)

    def prepare(engine: Any) -> None:
        engine.rescuer = rescuer
        engine.settling = FakeSettling()

    living = open_living(prepare=prepare)
    living.window.header.more.rescue.trigger()
    return living, rescuer


def search(qtbot: QtBot, opened: Opened, text: str) -> RescueDialog:
    """Paste it and press the button; waits for the answers."""
    dialog = opened[0].window.rescue.dialog
    dialog.box.setPlainText(text)
    dialog.search.click()
    settled(qtbot, dialog)
    return dialog


def settled(qtbot: QtBot, dialog: RescueDialog) -> None:
    waiting = ("Waiting its turn…", "Being read…")
    qtbot.waitUntil(
        lambda: all(row.said.text() not in waiting for row in dialog.rows), timeout=PATIENCE_MS
    )


def row_of(dialog: RescueDialog, task_id: str) -> RescueRow:
    row = dialog.row(task_id)
    assert row is not None
    return row


def links(row: RescueRow) -> list[str]:
    buttons = (row.show_video, row.join, row.bring, row.again)
    return [button.text() for button in buttons if button.isVisible()]


def test_each_id_of_a_list_is_told_in_order(qtbot: QtBot, opened: Opened) -> None:
    dialog = search(qtbot, opened, "done, runs\nhere;same “none” mute")
    assert [row.task_id for row in dialog.rows] == ["done", "runs", "here", "same", "none", "mute"]
    said = {row.task_id: (row.said.text(), links(row)) for row in dialog.rows}
    assert said["done"] == ("Found: the video is being downloaded.", ["Show the video"])
    assert said["runs"] == ("Found: the video is still being made.", ["Show the video"])
    assert said["here"] == ("It is in the library already.", ["Show the video"])
    assert said["same"][1] == ["Yes, join them", "No, add it as a new video"]
    assert said["none"] == ("There is no such task under the key in use.", [])
    assert said["mute"][1] == ["Try again"]
    assert opened[1].asked == [(row.task_id, True) for row in dialog.rows]
    assert dialog.box.toPlainText() == ""


def test_a_task_of_an_unclear_video_is_joined_with_it(qtbot: QtBot, opened: Opened) -> None:
    dialog = search(qtbot, opened, "same")
    row = row_of(dialog, "same")
    row.join.click()
    settled(qtbot, dialog)
    settling: FakeSettling = opened[0].engine.settling
    assert settling.calls == [("enter_task", "unclear", "same", False)]
    assert row.said.text() == "Joined with the unclear video."
    assert links(row) == ["Show the video"]


def test_which_of_several_unclear_videos_it_is_is_not_guessed(qtbot: QtBot, opened: Opened) -> None:
    alike = ("unclear", "unclear too")
    opened[1].known["same"] = Rescue("same", RescueOutcome.RESEMBLES, resembles=alike)
    row = row_of(search(qtbot, opened, "same"), "same")
    assert row.said.text().startswith("2 unclear videos are of just this request, and nothing")
    assert links(row) == ["No, add it as a new video"]


def test_or_it_comes_in_as_a_video_of_its_own(qtbot: QtBot, opened: Opened) -> None:
    dialog = search(qtbot, opened, "same")
    row_of(dialog, "same").bring.click()
    settled(qtbot, dialog)
    assert opened[1].asked == [("same", True), ("same", False)]
    assert row_of(dialog, "same").said.text() == "Found: the video is being downloaded."


def test_what_could_not_be_read_is_tried_again(qtbot: QtBot, opened: Opened) -> None:
    dialog = search(qtbot, opened, "mute")
    opened[1].known["mute"] = Rescue("mute", RescueOutcome.RESCUED, video("mute"))
    row_of(dialog, "mute").again.click()
    settled(qtbot, dialog)
    assert row_of(dialog, "mute").said.text() == "Found: the video is being downloaded."


def test_a_rejected_key_ends_the_list_and_says_so_on_every_line(
    qtbot: QtBot, opened: Opened
) -> None:
    opened[1].failure = KeyRejectedError("")
    dialog = search(qtbot, opened, "done runs here")
    assert opened[1].asked == [("done", True)]
    assert all("rejected the API key" in row.said.text() for row in dialog.rows)
    dialog.box.setPlainText("done")
    assert dialog.search.isEnabled()


def test_nothing_is_searched_for_without_an_id(opened: Opened) -> None:
    dialog = opened[0].window.rescue.dialog
    assert not dialog.search.isEnabled()
    dialog.box.setPlainText(" \n–\n")
    assert not dialog.search.isEnabled()


def test_a_longer_list_leaves_the_rest_in_the_box(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rescue_dialog, "MOST_AT_ONCE", 3)
    dialog = search(qtbot, opened, "t1 t2 t3 t4 t5")
    assert [row.task_id for row in dialog.rows] == ["t1", "t2", "t3"]
    assert dialog.box.toPlainText().split() == ["t4", "t5"]


def test_a_found_video_is_shown_and_the_list_is_kept(qtbot: QtBot, opened: Opened) -> None:
    dialog = search(qtbot, opened, "done runs")
    row_of(dialog, "done").show_video.click()
    assert not dialog.isVisible()
    assert opened[0].window.viewer.viewer.video_id == "video-done"
    opened[0].window.open_rescue()
    assert dialog.isVisible()
    assert len(dialog.rows) == 2


def test_another_wallet_has_other_tasks(qtbot: QtBot, opened: Opened) -> None:
    dialog = search(qtbot, opened, "done")
    opened[0].window.leave_wallet()
    assert not dialog.isVisible()
    assert dialog.rows == ()


def test_tasks_that_an_older_copy_of_the_library_lacks_are_one_click_away(
    qtbot: QtBot, opened: Opened
) -> None:
    window = opened[0].window
    window.rescue.dialog.close()
    opened[0].bridge.publish(ProblemReported(TasksNotInLibraryError(("done", "runs"))))

    def offered() -> list[QPushButton]:
        buttons = window.library_area.findChildren(QPushButton)
        return [one for one in buttons if one.text() == "Rescue them…" and one.isVisible()]

    qtbot.waitUntil(lambda: bool(offered()), timeout=PATIENCE_MS)
    offered()[0].click()
    dialog = window.rescue.dialog
    assert dialog.isVisible()
    assert dialog.box.toPlainText() == "done\nruns"
