"""The rules by which several clips play as one, in virtual time."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QSignalSpy

from tests.ui.compare.fakes import Bench
from videogen_desktop.ui.player.preview_player import PlaybackProblem


def test_all_begin_together_however_long_each_takes_to_open(bench: Bench) -> None:
    bench.open({"seek_ms": 20}, {"seek_ms": 300}, {"seek_ms": 90})
    bench.time.pass_(1_000)
    assert max(bench.times()) - min(bench.times()) <= 40
    starts = [next(at for at, frame in engine.frames if frame == 400.0) for engine in bench.engines]
    assert max(starts) - min(starts) <= 1


def test_a_seek_shows_the_same_frame_everywhere_and_playing_goes_on(bench: Bench) -> None:
    bench.open({}, {"seek_ms": 400}, {})
    bench.joint.seek(2_010)
    bench.time.pass_(400)
    assert bench.numbers() == [50, 50, 50]
    bench.time.pass_(399)
    assert max(bench.numbers()) - min(bench.numbers()) <= 1
    assert min(bench.numbers()) > 55


def test_steps_pause_and_go_from_frame_to_frame(bench: Bench) -> None:
    bench.open({}, {})
    bench.time.pass_(500)
    bench.joint.pause()
    bench.time.pass_(100)
    (first, same) = bench.numbers()
    assert first == same
    for step, number in ((1, first + 1), (1, first + 2), (-1, first + 1)):
        bench.joint.step(step)
        bench.time.pass_(100)
        assert bench.numbers() == [number, number]
    assert not bench.joint.is_playing


def test_a_step_is_one_of_the_clip_with_the_most_frames(bench: Bench) -> None:
    """By the time at which they are shown, not by their number."""
    bench.open({"frame_ms": 40.0}, {"frame_ms": 20.0})
    bench.joint.pause()
    bench.joint.seek(1_000)
    bench.time.pass_(200)
    assert bench.times() == [1_000.0, 1_000.0]
    seen = []
    for _ in range(3):
        bench.joint.step(1)
        bench.time.pass_(100)
        seen.append(bench.times())
    assert seen == [[1_000.0, 1_020.0], [1_040.0, 1_040.0], [1_040.0, 1_060.0]]


def test_of_seeks_that_follow_one_another_the_newest_counts(bench: Bench) -> None:
    bench.open({"seek_ms": 200}, {"seek_ms": 300})
    bench.joint.begin_scrubbing()
    bench.time.pass_(600)
    for position in (500, 1_000, 1_500, 3_010):
        bench.joint.seek(position)
        bench.time.pass_(10)
    bench.time.pass_(700)
    assert bench.numbers() == [75, 75]
    sought = [call for call in bench.engines[0].calls if call.startswith("seek")]
    assert len(sought) <= 4  # the beginning, where it was held, the first wish and the last
    bench.joint.end_scrubbing()
    assert bench.joint.is_playing


def test_a_clip_that_shows_no_frame_keeps_the_others_from_nothing(bench: Bench) -> None:
    bench.open({}, {})
    bench.engines[1].is_blind = True
    bench.joint.seek(2_000)
    bench.time.pass_(2_500)
    assert bench.engines[0].number > 50


def test_the_longest_decides_and_a_short_one_waits_on_its_last_frame(bench: Bench) -> None:
    bench.open({"duration": 4_000}, {"duration": 2_000})
    bench.joint.set_looping(False)
    assert bench.joint.duration == 4_000
    bench.time.pass_(3_000)
    assert bench.joint.waits_at_end(1)
    assert not bench.joint.waits_at_end(0)
    assert bench.numbers()[1] == 49
    bench.joint.seek(3_500)
    bench.time.pass_(20)
    assert bench.numbers() == [87, 49]
    bench.time.pass_(2_000)
    assert bench.joint.at_end
    assert not bench.joint.is_playing
    assert bench.joint.position == 4_000


def test_a_loop_starts_all_again_at_once(bench: Bench) -> None:
    bench.open({"duration": 2_000}, {"duration": 1_000, "seek_ms": 150})
    bench.time.pass_(2_700)
    assert bench.joint.is_playing
    assert max(bench.times()) - min(bench.times()) <= 40
    assert max(bench.times()) < 1_000


def test_playing_at_the_end_starts_over(bench: Bench) -> None:
    bench.open({"duration": 1_000}, {"duration": 1_000})
    bench.joint.set_looping(False)
    bench.time.pass_(2_000)
    bench.joint.toggle()
    bench.time.pass_(500)
    assert 5 <= min(bench.numbers()) <= max(bench.numbers()) <= min(bench.numbers()) + 1


def test_a_clock_that_runs_fast_or_slow_is_brought_back(bench: Bench) -> None:
    """A hundredth off: without a correction two frames apart after eight seconds."""
    bench.open(*({"duration": 12_000, "pace": pace} for pace in (1.0, 1.01, 0.99)))
    worst = 0.0
    for _ in range(110):
        bench.time.pass_(100)
        worst = max(worst, max(bench.times()) - min(bench.times()))
    assert worst <= 40


def test_a_clip_that_was_held_up_catches_up(bench: Bench) -> None:
    bench.open({"duration": 12_000}, {"duration": 12_000})
    bench.time.pass_(1_000)
    bench.engines[1].delay(70)
    bench.time.pass_(4_000)
    assert abs(bench.times()[0] - bench.times()[1]) <= 40
    assert bench.engines[1].rate == 1.0


def test_clips_that_came_far_apart_are_started_anew(bench: Bench) -> None:
    bench.open({"duration": 20_000}, {"duration": 20_000})
    bench.time.pass_(4_000)
    bench.engines[1].delay(1_000)
    bench.time.pass_(3_000)
    assert abs(bench.times()[0] - bench.times()[1]) <= 40


def test_one_is_heard_and_speed_is_everybodys(bench: Bench) -> None:
    bench.open({}, {}, {})
    assert [engine.volume for engine in bench.engines] == [0.8, None, None]
    bench.joint.hear(2)
    assert [engine.volume for engine in bench.engines] == [None, None, 0.8]
    bench.joint.tuning.set_muted(True)
    assert [engine.volume for engine in bench.engines] == [None, None, None]
    bench.joint.tuning.set_speed(0.5)
    assert [engine.rate for engine in bench.engines] == [0.5, 0.5, 0.5]


def test_a_file_that_is_gone_is_a_problem_of_that_clip_only(bench: Bench) -> None:
    bench.prepare()
    bench.joint.open([bench.file("a"), bench.folder / "gone.mp4"])
    bench.time.pass_(600)
    assert bench.joint.clips[1].problem is PlaybackProblem.MISSING
    assert bench.engines[0].number > 5


def test_a_clip_that_fails_on_the_way_lets_the_others_go_on(bench: Bench) -> None:
    bench.open({}, {})
    bench.time.pass_(500)
    bench.engines[1].fail()
    bench.time.pass_(500)
    assert bench.joint.clips[1].problem is PlaybackProblem.FAILED
    assert bench.joint.is_playing
    assert bench.engines[0].number > 20


def test_a_clip_that_comes_later_joins_where_the_others_are(bench: Bench) -> None:
    bench.prepare()
    bench.joint.open([bench.file("a"), None])
    bench.time.pass_(1_000)
    bench.joint.set_file(1, bench.file("b"))
    bench.time.pass_(400)
    first, second = bench.times()
    assert abs(first - second) <= 40
    assert second > 800


def test_a_clip_that_goes_is_let_go_and_the_others_play(bench: Bench) -> None:
    bench.open({}, {})
    bench.joint.set_file(1, None)
    bench.time.pass_(500)
    assert bench.engines[1].shown is None
    assert bench.engines[0].number > 10


def test_closing_frees_every_player_and_says_so_once(bench: Bench) -> None:
    bench.open({}, {}, {}, {})
    bench.time.pass_(500)
    released = QSignalSpy(bench.joint.released)
    bench.joint.close()
    bench.time.pass_(1_000)
    assert released.count() == 1
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    assert all(engine.closed for engine in bench.engines)


def test_no_more_than_four_are_opened(bench: Bench) -> None:
    bench.joint.open([bench.file(str(number)) for number in range(6)])
    bench.time.pass_(500)
    assert len(bench.joint.clips) == len(bench.engines) == 4
