"""The viewer's player on QtMultimedia."""

import itertools
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import av
import pytest
from PIL import Image
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.player.clips import write_clip
from videogen_desktop.domain.intake import PictureFit
from videogen_desktop.media.pictures import take_frame
from videogen_desktop.ui.player.preview_player import PlaybackProblem
from videogen_desktop.ui.viewer.playback import Playback

# No graphics card where tests run: frames are converted by the processor.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)
PATIENCE_MS = 10_000


@pytest.fixture
def playback(qtbot: QtBot) -> Iterator[Playback]:
    playback = Playback()
    yield playback
    with qtbot.waitSignal(playback.released, timeout=PATIENCE_MS):
        playback.close()
    qtbot.wait(0)
    playback.abandon()
    playback.deleteLater()


@pytest.fixture
def opened(qtbot: QtBot, playback: Playback, tmp_path: Path) -> Playback:
    """A clip of one second whose 24 frames differ in red."""
    playback.open(write_clip(tmp_path / "a.mp4"))
    qtbot.waitUntil(lambda: playback.image() is not None, timeout=PATIENCE_MS)
    return playback


def frame_number(playback: Playback) -> int:
    """Which frame is on the screen: each is ten steps of red brighter than the one before."""
    image = playback.image()
    assert image is not None
    return round(QColor(image.pixel(image.width() // 2, image.height() // 2)).red() / 10)


def shows(playback: Playback, number: int) -> Callable[[], bool]:
    return lambda: frame_number(playback) == number


def test_frames_advance_to_the_end_and_stop_there(qtbot: QtBot, opened: Playback) -> None:
    seen: list[int] = []
    opened.frameChanged.connect(lambda: seen.append(frame_number(opened)))
    qtbot.waitUntil(lambda: opened.at_end, timeout=PATIENCE_MS)
    assert seen == sorted(seen)
    assert len(set(seen)) > 12
    assert opened.position == opened.duration
    assert frame_number(opened) >= 22


def test_a_seek_shows_the_frame_of_that_moment(qtbot: QtBot, opened: Playback) -> None:
    opened.pause()
    for number in (18, 3, 11):
        opened.seek(round((number + 0.5) * 1000 / 24))
        qtbot.waitUntil(shows(opened, number), timeout=PATIENCE_MS)


def test_steps_show_each_frame_forwards_and_back(qtbot: QtBot, opened: Playback) -> None:
    opened.pause()
    opened.seek(round(5.5 * 1000 / 24))
    qtbot.waitUntil(shows(opened, 5), timeout=PATIENCE_MS)
    for step, number in ((1, 6), (1, 7), (-1, 6), (-1, 5), (-1, 4)):
        opened.step(step)
        qtbot.waitUntil(shows(opened, number), timeout=PATIENCE_MS)


def test_the_last_frame_can_be_stepped_back_from(qtbot: QtBot, opened: Playback) -> None:
    qtbot.waitUntil(lambda: opened.at_end, timeout=PATIENCE_MS)
    last = frame_number(opened)
    opened.step(-1)
    qtbot.waitUntil(shows(opened, last - 1), timeout=PATIENCE_MS)


def test_frames_are_shown_while_the_handle_is_dragged(qtbot: QtBot, opened: Playback) -> None:
    opened.begin_scrubbing()
    seen: set[int] = set()
    opened.frameChanged.connect(lambda: seen.add(frame_number(opened)))
    for position in range(0, 950, 25):
        opened.seek(position)
        qtbot.wait(15)
    assert len(seen) >= 4
    opened.end_scrubbing()
    assert opened.is_playing


def test_a_loop_plays_the_beginning_again(qtbot: QtBot, opened: Playback) -> None:
    opened.set_looping(True)
    numbers: list[int] = []
    opened.frameChanged.connect(lambda: numbers.append(frame_number(opened)))

    def started_over() -> bool:
        return any(after < before - 10 for before, after in itertools.pairwise(numbers))

    qtbot.waitUntil(started_over, timeout=PATIENCE_MS)
    opened.set_looping(False)
    qtbot.waitUntil(lambda: opened.at_end, timeout=PATIENCE_MS)


def test_a_clip_plays_slower_and_faster(qtbot: QtBot, playback: Playback, tmp_path: Path) -> None:
    playback.open(write_clip(tmp_path / "a.mp4", seconds=3))
    qtbot.waitUntil(lambda: playback.image() is not None, timeout=PATIENCE_MS)

    def real_ms_for(clip_ms: int) -> float:
        playback.seek(200)
        qtbot.waitUntil(lambda: 200 <= playback.position < 1_000, timeout=PATIENCE_MS)
        start, began = playback.position, time.perf_counter()
        qtbot.waitUntil(lambda: playback.position >= start + clip_ms, timeout=PATIENCE_MS)
        return (time.perf_counter() - began) * 1_000

    playback.tuning.set_speed(2.0)
    fast = real_ms_for(800)
    playback.tuning.set_speed(0.5)
    slow = real_ms_for(400)
    # Half the way took longer at a quarter of the speed; exact figures would depend on the load.
    assert slow > fast


def test_a_closed_clip_can_be_deleted(qtbot: QtBot, playback: Playback, tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp4")
    playback.open(path)
    qtbot.waitUntil(lambda: playback.image() is not None, timeout=PATIENCE_MS)
    if sys.platform == "linux":
        assert path in open_files()
    with qtbot.waitSignal(playback.released, timeout=PATIENCE_MS):
        playback.close()
    if sys.platform == "linux":
        assert path not in open_files()
    path.unlink()


def test_av1_is_a_problem_that_is_told(qtbot: QtBot, playback: Playback, tmp_path: Path) -> None:
    """Qt's FFmpeg has no AV1 decoder in software: no error, and no frame."""
    path = write_av1(tmp_path / "a.mp4")
    playback.open(path)
    qtbot.waitUntil(
        lambda: playback.image() is not None or playback.problem is not None, timeout=PATIENCE_MS
    )
    if playback.image() is not None:
        pytest.skip("this computer decodes AV1 in hardware")
    assert playback.problem in (PlaybackProblem.NO_FRAMES, PlaybackProblem.FAILED)
    assert not playback.is_open


def open_files() -> set[Path]:
    found = set()
    for link in Path("/proc/self/fd").iterdir():
        # Other threads close theirs meanwhile.
        with suppress(OSError):
            found.add(link.readlink())
    return found


def write_av1(path: Path) -> Path:
    with av.open(str(path), "w") as container:
        video = container.add_stream("libsvtav1", rate=24, options={"preset": "12"})
        video.width, video.height, video.pix_fmt = 128, 96, "yuv420p"
        video.time_base = Fraction(1, 24)
        for number in range(24):
            picture = Image.new("RGB", (128, 96), (number * 10, 90, 160))
            container.mux(video.encode(av.VideoFrame.from_image(picture)))
        container.mux(video.encode(None))
    return path


def test_the_frame_that_is_shown_is_the_one_that_is_taken(
    qtbot: QtBot, opened: Playback, tmp_path: Path
) -> None:
    """Wherever it rests, also at the end: the same picture to the eye and to the helper."""
    opened.pause()
    for number in (0, 7, 8, 22):
        opened.seek(round((number + 0.5) * 1000 / 24))
        qtbot.waitUntil(shows(opened, number), timeout=PATIENCE_MS)
        assert taken_number(opened, tmp_path) == number
    opened.play()
    qtbot.waitUntil(lambda: opened.at_end, timeout=PATIENCE_MS)
    assert opened.shown_frame is None
    assert taken_number(opened, tmp_path) == 23


def taken_number(playback: Playback, folder: Path) -> int:
    taken = folder / "frame.png"
    take_frame(folder / "a.mp4", taken, playback.shown_frame, PictureFit(("image/png",)))
    with Image.open(taken) as picture:
        pixel = picture.convert("RGB").getpixel((picture.width // 2, picture.height // 2))
    assert isinstance(pixel, tuple)
    return round(pixel[0] / 10)
