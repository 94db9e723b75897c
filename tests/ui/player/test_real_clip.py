"""The only tests here that let QtMultimedia play."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.ui.player.clips import write_clip
from videogen_desktop.ui.player.pool import PlayerPool

AREA = QSize(160, 90)

# No graphics card where tests run: frames are converted by the processor.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)


@pytest.fixture
def pool(qtbot: QtBot) -> Iterator[PlayerPool]:
    pool = PlayerPool()
    yield pool
    pool.close()
    pool.deleteLater()


def test_a_real_clip_shows_frames_and_moves_on(
    qtbot: QtBot, pool: PlayerPool, tmp_path: Path
) -> None:
    colours: set[str] = set()
    positions: list[int] = []

    def look(video_id: str) -> None:
        picture = pool.picture(video_id, AREA, 0, 1.0)
        assert picture is not None
        colours.add(picture.pixelColor(80, 45).name())

    pool.frameChanged.connect(look)
    pool.positionChanged.connect(lambda video_id: positions.append(pool.position(video_id)[0]))
    pool.play("a", write_clip(tmp_path / "a.mp4"))
    qtbot.waitUntil(lambda: len(colours) > 5 and max(positions, default=0) > 200, timeout=10_000)
    assert pool.position("a")[1] == pytest.approx(1_000, abs=100)
    qtbot.waitUntil(lambda: not pool.is_playing("a"), timeout=10_000)
    assert pool.active_ids() == ("a",)


def test_a_clip_is_heard_on_demand_and_can_be_sought(
    qtbot: QtBot, pool: PlayerPool, tmp_path: Path
) -> None:
    pool.play("a", write_clip(tmp_path / "a.mp4", seconds=3))
    qtbot.waitUntil(lambda: pool.picture("a", AREA, 0, 1.0) is not None, timeout=10_000)
    pool.set_muted("a", False)
    pool.seek("a", 2_000)
    qtbot.waitUntil(lambda: pool.position("a")[0] >= 2_000, timeout=10_000)
    pool.set_muted("a", True)
    with qtbot.waitSignal(pool.released, timeout=10_000, raising=True):
        pool.release("a")


@pytest.mark.qt_log_ignore("Could not open media", "No RHI backend", extend=True)
def test_a_file_that_is_no_video_is_a_message(
    qtbot: QtBot, pool: PlayerPool, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"not a video" * 100)
    pool.play("a", broken)
    qtbot.waitUntil(lambda: pool.problem("a") == "failed", timeout=10_000)
    qtbot.waitUntil(lambda: pool.active_ids() == (), timeout=10_000)


@pytest.mark.full
def test_clips_that_are_heard_can_be_stopped_again_and_again(
    qtbot: QtBot, pool: PlayerPool, tmp_path: Path
) -> None:
    """Stopping once waited for a thread that waited for Python's lock, in one of a hundred."""
    clip = write_clip(tmp_path / "a.mp4", seconds=3)
    for _ in range(150):
        pool.play("a", clip)
        qtbot.waitUntil(lambda: pool.picture("a", AREA, 0, 1.0) is not None, timeout=10_000)
        pool.set_muted("a", False)
        qtbot.wait(20)
        pool.set_muted("a", True)
        pool.set_muted("a", False)
        with qtbot.waitSignal(pool.released, timeout=10_000, raising=True):
            pool.release("a")
