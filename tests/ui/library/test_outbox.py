"""A full disk is one calm line, there for as long as downloads wait for it."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.gallery.cards import card
from videogen_desktop.domain.errors import DiskFullError
from videogen_desktop.domain.events import OutboxChanged, ProblemReported
from videogen_desktop.domain.states import VideoState
from videogen_desktop.ui.library.panel import OutboxNote

FULL = DiskFullError(Path("/clips"), 500_000_000, 20_000_000)


def told(qtbot: QtBot, running: RunningWindow) -> OutboxNote:
    """As the engine tells it: a problem, and what the downloads do about it."""
    note = running.window.library.panel.outbox
    running.bridge.publish(ProblemReported(FULL))
    running.bridge.publish(OutboxChanged(FULL, 3))
    qtbot.waitUntil(note.isVisible)
    return note


def test_it_says_how_many_wait_and_goes_when_they_go_on(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    running = open_running()
    note = told(qtbot, running)
    assert note.said.text() == ("Ổ đĩa đầy: tạm dừng tải 3 video, sẽ tự tải tiếp khi có chỗ trống.")
    assert note.room.text() == "Cần 476,8 MB, hiện còn 19,1 MB trong /clips."
    # Once is enough: no alert beside it.
    assert running.alerts() == ()
    running.bridge.publish(OutboxChanged(None, 3))
    qtbot.waitUntil(lambda: not note.isVisible())


def test_another_wallet_does_not_inherit_it(qtbot: QtBot, open_running: OpenRunningWindow) -> None:
    running = open_running()
    note = told(qtbot, running)
    running.window.leave_wallet()
    assert not note.isVisible()


def test_a_result_is_fetched_again_when_asked(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    gone = replace(card("a", clip_failure="gone"), result_gone=True, expires_at=1)
    running = open_running(items=[gone])
    qtbot.waitUntil(lambda: running.window.library.model.item("a") is not None)
    menu = running.window.library.view.commands.card_menu("a")
    assert menu is not None
    next(line for line in menu.actions() if line.text() == "Lấy lại video").trigger()
    menu.deleteLater()
    qtbot.waitUntil(lambda: running.alerts() == ("Đang lấy lại video…",))
    assert running.engine.calls == [("fetch_again", "a")]


def test_an_unclear_card_leads_to_the_viewer(qtbot: QtBot, open_running: OpenRunningWindow) -> None:
    running = open_running(items=[card("a", state=VideoState.UNCONFIRMED)])
    qtbot.waitUntil(lambda: running.window.library.model.item("a") is not None)
    running.window.library.view.commands.act("a", "settle")
    assert running.window.viewer.viewer.video_id == "a"
    running.window.viewer.leave_wallet()
