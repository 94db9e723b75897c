from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.ui.viewer.fakes import FRAME_MS, FakeLargeEngine
from videogen_desktop.ui.player.media_engine import MediaStatus, NoMediaBackendError
from videogen_desktop.ui.player.preview_player import PlaybackProblem
from videogen_desktop.ui.viewer.playback import SPEEDS, Playback


@pytest.fixture
def engines() -> list[FakeLargeEngine]:
    return []


@pytest.fixture
def playback(qtbot: QtBot, engines: list[FakeLargeEngine]) -> Iterator[Playback]:
    def make() -> FakeLargeEngine:
        engines.append(FakeLargeEngine())
        return engines[-1]

    playback = Playback(make)
    yield playback
    playback.abandon()
    playback.deleteLater()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"a clip")
    return path


def test_a_clip_is_let_go_before_the_next_one_is_opened(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    other = clip.with_name("b.mp4")
    other.write_bytes(b"another")
    playback.open(clip)
    playback.open(other)
    (engine,) = engines
    assert engine.opened == [clip, other]
    assert engine.calls.index("unload") < engine.calls.index("open b.mp4")
    assert playback.is_playing


def test_closing_frees_the_file_and_the_player(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.open(clip)
    released = QSignalSpy(playback.released)
    playback.close()
    assert released.count() == 1
    assert engines[0].status is MediaStatus.NO_MEDIA
    QCoreApplication.processEvents()
    assert engines[0].closed
    playback.open(clip)
    assert len(engines) == 2


def test_a_clip_opened_right_after_closing_keeps_its_player(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.open(clip)
    playback.close()
    playback.open(clip)
    QCoreApplication.processEvents()
    assert playback.is_playing
    assert not engines[0].closed


def test_a_file_that_is_gone_is_a_problem_and_no_player(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.open(clip.with_name("gone.mp4"))
    assert playback.problem is PlaybackProblem.MISSING
    assert engines == []
    playback.open(clip)
    assert playback.problem is None


def test_a_computer_without_video_playback_says_so(qtbot: QtBot, clip: Path) -> None:
    def fail() -> FakeLargeEngine:
        raise NoMediaBackendError

    playback = Playback(fail)
    playback.open(clip)
    assert playback.problem is PlaybackProblem.NO_BACKEND
    playback.deleteLater()


def test_a_codec_that_gives_no_frames_is_a_problem_and_holds_no_file(
    qtbot: QtBot, clip: Path
) -> None:
    silent = FakeLargeEngine()
    engines = iter((FakeLargeEngine(), silent))
    playback = Playback(lambda: next(engines))
    playback.open(clip)
    playback.close()
    QCoreApplication.processEvents()
    silent.show_frame = lambda: None  # type: ignore[method-assign]
    playback.open(clip)
    assert playback.is_loading
    silent.report(MediaStatus.ENDED)
    assert playback.problem is PlaybackProblem.NO_FRAMES
    assert silent.status is MediaStatus.NO_MEDIA
    assert not playback.is_open
    playback.abandon()
    playback.deleteLater()


def test_only_the_newest_of_many_seeks_follows_the_one_under_way(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.open(clip)
    engine = engines[0]
    for position in (100, 200, 300, 400):
        playback.seek(position)
    assert playback.position == 400
    assert [call for call in engine.calls if call.startswith("seek")] == ["seek 100"]
    engine.show_frame()
    assert [call for call in engine.calls if call.startswith("seek")] == ["seek 100", "seek 400"]


def test_a_seek_that_shows_no_frame_does_not_block_the_next(
    qtbot: QtBot, playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.open(clip)
    playback.seek(100)
    playback.seek(400)
    qtbot.waitUntil(lambda: "seek 400" in engines[0].calls)


def test_steps_pause_and_add_up_however_quickly_they_come(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.open(clip)
    playback.step(1)
    assert not playback.is_playing
    playback.step(1)
    playback.step(1)
    assert playback.position == 3.5 * FRAME_MS
    engines[0].show_frame()
    engines[0].show_frame()
    playback.step(-1)
    assert playback.position == 2.5 * FRAME_MS


def test_stepping_stays_within_the_clip(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.open(clip)
    playback.step(-3)
    assert playback.position == FRAME_MS / 2
    engines[0].show_frame()
    playback.step(400)
    assert playback.position == engines[0].duration - 1


def test_seeking_from_the_end_wakes_the_player_first(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.open(clip)
    engines[0].report(MediaStatus.ENDED)
    assert playback.at_end
    assert playback.position == engines[0].duration
    engines[0].calls.clear()
    playback.seek(500)
    assert engines[0].calls == ["pause", "seek 500"]


def test_a_loop_starts_over_at_the_end_and_not_under_the_users_hand(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.open(clip)
    playback.set_looping(True)
    engine = engines[0]
    engine.calls.clear()
    engine.report(MediaStatus.ENDED)
    assert engine.calls == ["seek 0", "play"]
    assert playback.is_playing
    engine.report(MediaStatus.BUSY)
    playback.begin_scrubbing()
    engine.calls.clear()
    engine.report(MediaStatus.ENDED)
    assert "play" not in engine.calls


def test_switching_the_loop_on_at_the_end_plays_again(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.open(clip)
    engines[0].report(MediaStatus.ENDED)
    playback.set_looping(True)
    assert playback.is_playing


def test_dragging_holds_the_clip_and_goes_on_as_before(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.open(clip)
    playback.begin_scrubbing()
    assert not playback.is_playing
    playback.end_scrubbing()
    assert playback.is_playing
    playback.pause()
    playback.begin_scrubbing()
    playback.end_scrubbing()
    assert not playback.is_playing


def test_speed_and_volume_stay_for_the_next_clip(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.open(clip)
    playback.tuning.set_speed(0.5)
    playback.tuning.set_volume(0.3)
    playback.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    playback.open(clip)
    assert len(engines) == 2
    assert engines[1].rate == 0.5
    assert engines[1].volume == 0.3


def test_speed_has_a_slowest_and_a_quickest(playback: Playback) -> None:
    playback.tuning.change_speed(100)
    assert playback.tuning.speed == SPEEDS[-1] == 2.0
    playback.tuning.change_speed(-100)
    assert playback.tuning.speed == SPEEDS[0] == 0.25


def test_muting_opens_no_audio_device_and_remembers_the_volume(
    playback: Playback, engines: list[FakeLargeEngine], clip: Path
) -> None:
    playback.tuning.set_muted(True)
    playback.open(clip)
    assert engines[0].volume is None
    playback.tuning.set_muted(False)
    assert engines[0].volume == 0.8
    playback.tuning.set_volume(0)
    assert playback.tuning.is_muted
    playback.tuning.set_muted(False)
    assert playback.tuning.volume > 0
