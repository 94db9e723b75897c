"""Numbers in the library that are no dates: the window opens, and says that it does not know."""

import time
import uuid

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.storage.filled_library import new_video, new_wallet
from tests.ui.acceptance.conftest import OpenDesktop
from tests.ui.acceptance.running_desktop import RunningDesktop
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import open_library

UNKNOWN = "ngày không rõ"
NOW = time.time_ns() // 1_000_000
NO_DATES = ((1 << 63) - 1, -(1 << 63), (1 << 53) - 1, -1, 0)
ABSURD = (*NO_DATES, NOW + 365 * 86_400_000)
ENDED = {"state": VideoState.COMPLETED, "result_url": "https://example.com/a.mp4"}


def fill(places: Directories) -> tuple[str, dict[str, int]]:
    """Rows as nothing of ours writes them any more; the id of the sound one, and the others'."""
    library = open_library(places, NOW)
    wallet = new_wallet(library).id
    sound = new_video(wallet, NOW - 3_600_000, origin=Origin.IMPORTED, state=VideoState.COMPLETED)
    odd = {}
    with library.writing() as rows:
        rows.videos.add(sound)
        for at in ABSURD:
            times = {"origin": Origin.RESCUED, "accepted_at": at, "sent_at": at}
            for rest in (ENDED | {"ended_at": at}, {"state": VideoState.PROCESSING}):
                video = new_video(wallet, at, task_id=str(uuid.uuid4()), **times, **rest)
                rows.videos.add(video)
                rows.events.add(video.id, "rescued", at)
                odd[video.id] = at
            rows.ledger.reconcile(wallet, str(uuid.uuid4()), 5_00, at, "raw")
    library.close()
    return sound.id, odd


def test_the_window_shows_what_it_does_not_know(
    open_desktop: OpenDesktop, places: Directories, qtbot: QtBot
) -> None:
    sound, odd = fill(places)
    running = open_desktop()
    running.until(lambda: len(running.ids()) == len(odd) + 1)
    assert running.ids()[0] == sound
    assert UNKNOWN not in running.explained(sound)
    for video_id in odd:
        running.item(video_id)
        assert UNKNOWN in running.explained(video_id)
        assert running.library.view.select_video(video_id)
        assert not running.window.grab().isNull()
        look_into(running, video_id, qtbot)
    times = [line[0] for line in running.statement()]
    assert times.count(UNKNOWN) == len(NO_DATES)


def look_into(running: RunningDesktop, video_id: str, qtbot: QtBot) -> None:
    running.press(video_id, Qt.Key.Key_Return)
    viewer = running.window.viewer.viewer
    running.until(lambda: viewer.video_id == video_id and viewer.isVisible())
    running.until(lambda: UNKNOWN in {label.text() for label in viewer.findChildren(QLabel)})
    assert not running.window.grab().isNull()
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    running.until(lambda: not viewer.isVisible())
