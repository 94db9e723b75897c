from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.ui.player.fakes import FakeEngine, ObedientEngine, VirtualTime
from videogen_desktop.ui.player.media_engine import MediaStatus, NoMediaBackendError
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.player.preview_player import PreviewPlayer


class Rig:
    """A pool of players on fake engines, and a few clips that exist."""

    def __init__(self, folder: Path, kind: type[FakeEngine] = ObedientEngine) -> None:
        self.engines: list[FakeEngine] = []
        self.time = VirtualTime()
        self._kind = kind
        self._folder = folder
        self.pool = PlayerPool(self._player)

    def _player(self) -> PreviewPlayer:
        engine = self._kind()
        self.engines.append(engine)
        return PreviewPlayer(engine, self.time.alarm)

    def play(self, name: str) -> None:
        path = self._folder / f"{name}.mp4"
        path.touch()
        self.pool.play(name, path)


@pytest.fixture
def rig(qtbot: QtBot, tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path)
    yield rig
    rig.pool.close()
    rig.pool.deleteLater()


@pytest.fixture
def slow(qtbot: QtBot, tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path, FakeEngine)
    yield rig
    rig.pool.close()
    rig.pool.deleteLater()


def test_there_are_never_more_than_two_players(rig: Rig) -> None:
    for number in range(50):
        rig.play(f"clip-{number}")
    assert rig.pool.player_count == 2
    assert rig.pool.active_ids() == ("clip-48", "clip-49")


def test_a_third_clip_replaces_the_one_that_plays_longest(rig: Rig) -> None:
    gone = QSignalSpy(rig.pool.released)
    for name in ("a", "b", "c"):
        rig.play(name)
    assert sorted(rig.pool.active_ids()) == ["b", "c"]
    assert [gone.at(0)[0]] == ["a"]


def test_a_clip_waits_until_a_player_has_let_go(slow: Rig) -> None:
    for name in ("a", "b"):
        slow.play(name)
    for engine in slow.engines:
        engine.show_frame()
    slow.play("c")
    assert slow.pool.is_playing("c")
    assert slow.pool.picture("c", QSize(32, 18), 4, 1.0) is None
    assert "open c.mp4" not in slow.engines[0].calls
    slow.engines[0].report(MediaStatus.LOADED)
    slow.engines[0].report(MediaStatus.NO_MEDIA)
    assert slow.engines[0].calls[-2:] == ["open c.mp4", "play"]


def test_only_the_last_of_many_impatient_clicks_is_played(slow: Rig) -> None:
    for name in ("a", "b", "c", "d", "e"):
        slow.play(name)
    slow.engines[0].report(MediaStatus.LOADED)
    slow.engines[0].report(MediaStatus.NO_MEDIA)
    assert "open e.mp4" in slow.engines[0].calls
    assert sorted(slow.pool.active_ids()) == ["b", "e"]


def test_a_file_is_released_before_it_may_be_deleted(slow: Rig) -> None:
    slow.play("a")
    gone = QSignalSpy(slow.pool.released)
    slow.pool.release("a")
    assert gone.count() == 0
    slow.engines[0].report(MediaStatus.LOADED)
    slow.engines[0].report(MediaStatus.NO_MEDIA)
    assert gone.at(0)[0] == "a"


def test_a_file_that_nobody_plays_is_released_at_once(rig: Rig) -> None:
    gone = QSignalSpy(rig.pool.released)
    rig.pool.release("a")
    assert gone.count() == 1


def test_only_one_clip_is_heard(rig: Rig) -> None:
    rig.play("a")
    rig.play("b")
    rig.pool.set_muted("a", False)
    rig.pool.set_muted("b", False)
    assert rig.pool.is_muted("a")
    assert not rig.pool.is_muted("b")
    assert [engine.volume is None for engine in rig.engines] == [True, False]


def test_a_player_that_is_used_again_starts_silent(rig: Rig) -> None:
    rig.play("a")
    rig.pool.set_muted("a", False)
    rig.pool.release("a")
    rig.play("b")
    assert rig.pool.is_muted("b")
    assert rig.engines[0].volume is None


def test_a_missing_file_is_a_message(rig: Rig, tmp_path: Path) -> None:
    rig.pool.play("a", tmp_path / "gone.mp4")
    assert rig.pool.problem("a") == "missing"
    assert rig.pool.player_count == 0


def test_a_computer_without_playback_is_a_message(qtbot: QtBot, tmp_path: Path) -> None:
    def none() -> PreviewPlayer:
        raise NoMediaBackendError

    pool = PlayerPool(none)
    (tmp_path / "a.mp4").touch()
    pool.play("a", tmp_path / "a.mp4")
    assert pool.problem("a") == "no_backend"
    assert not pool.is_playing("a")
    pool.close()
    pool.deleteLater()


def test_a_frame_is_framed_for_the_card(rig: Rig) -> None:
    rig.play("a")
    picture = rig.pool.picture("a", QSize(320, 180), 12, 1.0)
    assert picture is not None
    assert picture.size() == QSize(320, 180)
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(160, 90).name() == "#336699"


def test_closing_frees_every_engine(rig: Rig) -> None:
    rig.play("a")
    rig.play("b")
    rig.pool.close()
    rig.pool.close()
    assert all(engine.closed for engine in rig.engines)
    rig.play("c")
    assert rig.pool.active_ids() == ()
