"""The scripted clock and the sliding windows, without a clock of their own."""

from videogen_desktop.sandbox.records import scripted
from videogen_desktop.sandbox.status import PerKeyWindow


def test_the_script_takes_ten_seconds_divided_by_the_speed() -> None:
    for speed in (0.5, 1, 20):
        timeline = scripted("a" * 32, 1_000_000, speed)
        total = (timeline.completed_at - timeline.created_at) * speed
        assert 9_300 <= total <= 10_700
        assert (timeline.visible_at - timeline.created_at) * speed <= 560


def test_the_script_of_a_task_is_always_the_same() -> None:
    assert scripted("a", 5, 1) == scripted("a", 5, 1)
    assert scripted("a", 5, 1) != scripted("b", 5, 1)


def test_states_follow_each_other_and_end() -> None:
    timeline = scripted("a", 0, 1)
    states = [timeline.state_at(moment) for moment in range(0, timeline.completed_at, 100)]
    assert list(dict.fromkeys(states)) == [None, "waiting", "queuing", "generating"]
    assert timeline.state_at(timeline.completed_at) is None
    assert timeline.is_over_at(timeline.completed_at)


def test_a_window_slides() -> None:
    now = [0.0]
    window = PerKeyWindow(2, 1.0, lambda: now[0])
    assert [window.allows("a") for _ in range(3)] == [True, True, False]
    assert window.allows("b")
    now[0] = 0.99
    assert not window.allows("a")
    now[0] = 1.0
    assert window.allows("a")
