"""The promises of the engine on QtMultimedia to its listener."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.player.clips import write_clip
from videogen_desktop.ui.player.media_engine import MediaStatus, VideoFrame
from videogen_desktop.ui.player.qt_media_engine import QtMediaEngine

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)


class Listener:
    """Notes what it is told, and whether one of the engine's own calls was under way."""

    def __init__(self) -> None:
        self.calling = False
        self.told: list[str] = []
        self.told_within_a_call: list[str] = []

    def _note(self, what: str) -> None:
        self.told.append(what)
        if self.calling:
            self.told_within_a_call.append(what)

    def status_changed(self) -> None:
        self._note("status")

    def frame_arrived(self, frame: VideoFrame) -> None:
        self._note("frame")

    def position_changed(self) -> None:
        self._note("position")

    def failed(self, message: str) -> None:
        self._note("failed")


def test_nothing_is_told_from_within_a_call(qtbot: QtBot, tmp_path: Path) -> None:
    """A listener that gave the next clip while `stop` still ran got a black player, or a crash."""
    listener = Listener()
    engine = QtMediaEngine()
    engine.listen(listener)
    for name in ("a", "b"):
        clip = write_clip(tmp_path / f"{name}.mp4")
        listener.told.clear()
        listener.calling = True
        engine.open(clip)
        engine.play()
        listener.calling = False
        qtbot.waitUntil(lambda: "frame" in listener.told, timeout=10_000)
        listener.calling = True
        engine.stop()
        engine.unload()
        listener.calling = False
        qtbot.waitUntil(lambda: engine.status is MediaStatus.NO_MEDIA, timeout=10_000)
    engine.close()
    assert listener.told_within_a_call == []
