from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.player.fakes import FakeEngine, VirtualTime
from videogen_desktop.ui.player.media_engine import MediaStatus
from videogen_desktop.ui.player.preview_player import (
    FIRST_FRAME_MS,
    RETRY_MS,
    PlaybackProblem,
    PlayerState,
    PreviewPlayer,
)

CLIP = Path("clip.mp4")


def state(player: PreviewPlayer) -> PlayerState:
    return player.state


@pytest.fixture
def time() -> VirtualTime:
    return VirtualTime()


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def player(qtbot: QtBot, engine: FakeEngine, time: VirtualTime) -> Iterator[PreviewPlayer]:
    player = PreviewPlayer(engine, time.alarm)
    yield player
    player.close()
    player.deleteLater()


def test_a_clip_plays_from_its_first_frame(player: PreviewPlayer, engine: FakeEngine) -> None:
    player.load(CLIP)
    assert state(player) is PlayerState.LOADING
    assert player.image() is None
    engine.show_frame()
    assert state(player) is PlayerState.PLAYING
    image = player.image()
    assert image is not None
    assert image.width() == 64


def test_a_preview_opens_no_audio_device(player: PreviewPlayer, engine: FakeEngine) -> None:
    engine.volume = 1.0
    player.load(CLIP)
    assert engine.volume is None


def test_a_busy_medium_is_not_unloaded(
    player: PreviewPlayer, engine: FakeEngine, time: VirtualTime
) -> None:
    player.load(CLIP)
    engine.show_frame()
    player.release()
    time.pass_(10 * RETRY_MS)
    assert state(player) is PlayerState.STOPPING
    assert "unload" not in engine.calls
    engine.report(MediaStatus.LOADED)
    assert state(player) is PlayerState.UNLOADING
    assert engine.calls[-1] == "unload"


def test_a_player_is_free_only_when_its_medium_is_gone(
    player: PreviewPlayer, engine: FakeEngine
) -> None:
    player.load(CLIP)
    player.release()
    engine.report(MediaStatus.LOADED)
    with pytest.raises(RuntimeError):
        player.load(CLIP)
    engine.report(MediaStatus.NO_MEDIA)
    assert state(player) is PlayerState.FREE
    player.load(CLIP)


def test_a_status_that_changed_silently_is_noticed_later(
    player: PreviewPlayer, engine: FakeEngine, time: VirtualTime
) -> None:
    player.load(CLIP)
    engine.show_frame()
    player.release()
    engine.status = MediaStatus.ENDED
    time.pass_(RETRY_MS)
    assert state(player) is PlayerState.UNLOADING
    engine.status = MediaStatus.NO_MEDIA
    time.pass_(RETRY_MS)
    assert state(player) is PlayerState.FREE


def test_a_codec_without_frames_is_a_problem_and_not_a_hang(
    player: PreviewPlayer, engine: FakeEngine, time: VirtualTime
) -> None:
    found: list[PlaybackProblem] = []
    player.problemFound.connect(found.append)
    player.load(CLIP)
    time.pass_(FIRST_FRAME_MS - 1)
    assert found == []
    time.pass_(1)
    assert found == [PlaybackProblem.NO_FRAMES]
    assert state(player) is PlayerState.STOPPING


def test_an_end_without_a_frame_is_the_same_problem(
    player: PreviewPlayer, engine: FakeEngine
) -> None:
    found: list[PlaybackProblem] = []
    player.problemFound.connect(found.append)
    player.load(CLIP)
    engine.report(MediaStatus.ENDED)
    assert found == [PlaybackProblem.NO_FRAMES]


def test_a_broken_file_is_reported_once(player: PreviewPlayer, engine: FakeEngine) -> None:
    found: list[PlaybackProblem] = []
    player.problemFound.connect(found.append)
    player.load(CLIP)
    engine.fail()
    engine.report(MediaStatus.INVALID)
    assert found == [PlaybackProblem.FAILED]


def test_at_its_end_a_clip_rests_and_starts_over(player: PreviewPlayer, engine: FakeEngine) -> None:
    player.load(CLIP)
    engine.show_frame()
    engine.report(MediaStatus.ENDED)
    assert state(player) is PlayerState.PAUSED
    assert player.image() is not None
    player.play()
    assert state(player) is PlayerState.PLAYING
    assert engine.calls[-2:] == ["seek 0", "play"]


def test_a_late_frame_of_a_released_clip_is_not_shown(
    player: PreviewPlayer, engine: FakeEngine
) -> None:
    player.load(CLIP)
    engine.show_frame()
    player.release()
    engine.show_frame()
    assert player.image() is None
