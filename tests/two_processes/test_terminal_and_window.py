"""A terminal beside a window: whoever dies, stops or wakes, one payment and one true sentence."""

import sys
from collections.abc import Sequence
from itertools import product

import pytest

from tests.kill_matrix.points import Point
from tests.two_processes.case import Fate, Result
from tests.two_processes.conftest import Meeting, RunCases, Tell, hold

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fork, SIGSTOP and /proc")

_OF_WINDOWS = (
    *(Fate.KILLED, Fate.CLOSED, Fate.STOPPED, Fate.STOPPED_OTHER_KILLED),
    *(Fate.STOPPED_OTHER_WAITS, Fate.LOCKED_OUT),
    *(Fate.KILLED_OTHER_STOPPED, Fate.CLOSED_OTHER_STOPPED, Fate.REPLACED_OTHER_STOPPED),
)
_OF_TERMINALS = (
    *(Fate.KILLED, Fate.CLOSED, Fate.HURRIED, Fate.STOPPED, Fate.STOPPED_OTHER_KILLED),
)
_TAKEN = "handovers._take: before BEGIN"
_RESERVED = "library_phases.reserve: after COMMIT"
_POSTED = "createTask send_request_body.complete"
# What `make test` has time for.
_QUICK = (
    *product([_TAKEN], ["window"], [Fate.KILLED, Fate.CLOSED]),
    *product([_RESERVED], ["window"], [Fate.KILLED, Fate.STOPPED, Fate.REPLACED_OTHER_STOPPED]),
    *product(["library_phases.reserve: before COMMIT"], ["window"], [Fate.STOPPED]),
    *product(["createTask receive_response_body"], ["window"], [Fate.LOCKED_OUT]),
    *product([_POSTED], ["window"], [Fate.KILLED, Fate.CLOSED, Fate.KILLED_OTHER_STOPPED]),
    *product(["_ask: after COMMIT"], ["terminal"], [Fate.CLOSED, Fate.STOPPED_OTHER_KILLED]),
)


# The same for three takes.
_QUICK_TAKES = (
    *product([_RESERVED], ["window"], [Fate.KILLED, Fate.REPLACED_OTHER_STOPPED]),
    *product(["library_phases.reserve: before COMMIT"], ["window"], [Fate.KILLED, Fate.STOPPED]),
    *product([_POSTED], ["window"], [Fate.KILLED, Fate.CLOSED]),
)
# The same for a batch of three rows.
_QUICK_BATCH = (
    *product(["phases.reserve: after COMMIT"], ["window"], [Fate.KILLED]),
    *product(["phases.reserve: before COMMIT"], ["window"], [Fate.KILLED, Fate.STOPPED]),
    *product([_POSTED], ["window"], [Fate.KILLED]),
)
_TAKES = 3
_UPLOADED = "file-stream-upload receive_response_headers"
# The same from a picture: the terminal takes it in, the window uploads it.
_QUICK_PICTURE = (
    *product([_UPLOADED], ["window"], [Fate.KILLED, Fate.CLOSED]),
    *product(["uploading._keep: after COMMIT"], ["window"], [Fate.KILLED_OTHER_STOPPED]),
    *product([_POSTED], ["window"], [Fate.KILLED]),
    *product(["input_files._put: after replace"], ["terminal"], [Fate.CLOSED]),
)


def _recorded(run_cases: RunCases, takes: int, *, has_picture: bool = False) -> Result:
    """Nothing happens to either: what each of them reaches."""
    (result,) = run_cases([("window", Fate.NONE, None)], takes, has_picture)
    assert not result.problems, result
    return result


@pytest.fixture(scope="module")
def recorded(run_cases: RunCases) -> Result:
    return _recorded(run_cases, 1)


@pytest.fixture(scope="module")
def recorded_takes(run_cases: RunCases) -> Result:
    return _recorded(run_cases, _TAKES)


@pytest.fixture(scope="module")
def recorded_picture(run_cases: RunCases) -> Result:
    return _recorded(run_cases, 1, has_picture=True)


def test_at_each_step_that_matters_one_payment_and_one_true_sentence(
    run_cases: RunCases, tell: Tell, recorded: Result
) -> None:
    hold(run_cases, tell, "in short", [_meeting(recorded, *one) for one in _QUICK])


def test_at_each_step_that_matters_each_take_is_paid_once_and_spoken_of_truly(
    run_cases: RunCases, tell: Tell, recorded_takes: Result
) -> None:
    meetings = [_meeting(recorded_takes, *one) for one in _QUICK_TAKES]
    hold(run_cases, tell, "takes, in short", meetings, _TAKES)


@pytest.mark.full
@pytest.mark.parametrize("fate", [Fate.KILLED, Fate.CLOSED, Fate.REPLACED_OTHER_STOPPED])
def test_whatever_happens_to_the_window_at_any_step_of_takes(
    run_cases: RunCases, tell: Tell, recorded_takes: Result, fate: Fate
) -> None:
    meetings = [("window", fate, point) for point in _steps(recorded_takes, "window")]
    hold(run_cases, tell, f"window of takes {fate}", meetings, _TAKES)


def test_at_each_step_that_matters_a_batch_is_there_whole_or_not_at_all(
    run_cases: RunCases, tell: Tell
) -> None:
    (recorded_batch,) = run_cases([("window", Fate.NONE, None)], _TAKES, False, True)
    assert not recorded_batch.problems, recorded_batch
    meetings = [_meeting(recorded_batch, *one) for one in _QUICK_BATCH]
    hold(run_cases, tell, "a batch, in short", meetings, _TAKES, is_batch=True)


def test_at_each_step_that_matters_a_picture_that_was_handed_over_is_paid_for_once(
    run_cases: RunCases, tell: Tell, recorded_picture: Result
) -> None:
    meetings = [_meeting(recorded_picture, *one) for one in _QUICK_PICTURE]
    hold(run_cases, tell, "a picture, in short", meetings, has_picture=True)


@pytest.mark.full
@pytest.mark.parametrize(
    ("who", "fate"), [*product(["window"], _OF_WINDOWS), *product(["terminal"], _OF_TERMINALS)]
)
def test_whatever_happens_to_either_at_any_step_of_a_picture(
    run_cases: RunCases, tell: Tell, recorded_picture: Result, who: str, fate: Fate
) -> None:
    meetings = [(who, fate, point) for point in _steps(recorded_picture, who)]
    hold(run_cases, tell, f"{who} of a picture {fate}", meetings, has_picture=True)


@pytest.mark.full
@pytest.mark.parametrize("fate", _OF_WINDOWS)
def test_whatever_happens_to_the_window_at_any_step(
    run_cases: RunCases, tell: Tell, recorded: Result, fate: Fate
) -> None:
    meetings = [("window", fate, point) for point in _steps(recorded, "window")]
    hold(run_cases, tell, f"window {fate}", meetings)


@pytest.mark.full
@pytest.mark.parametrize("fate", _OF_TERMINALS)
def test_whatever_happens_to_the_terminal_at_any_step(
    run_cases: RunCases, tell: Tell, recorded: Result, fate: Fate
) -> None:
    meetings = [("terminal", fate, point) for point in _steps(recorded, "terminal")]
    hold(run_cases, tell, f"terminal {fate}", meetings)


@pytest.mark.full
@pytest.mark.parametrize("fate", [Fate.STOPPED_ALONE, Fate.STOPPED_REPLACED])
def test_a_terminal_whose_window_died_makes_it_once_whenever_it_goes_on(
    run_cases: RunCases, tell: Tell, fate: Fate
) -> None:
    labels = ["take_back: before BEGIN", "take_back: after COMMIT of handover"]
    meetings = [("terminal", fate, Point(f"handover_requester.{label}", 1)) for label in labels]
    hold(run_cases, tell, f"terminal {fate}", meetings)


@pytest.mark.full
@pytest.mark.parametrize("fate", [Fate.CLOSED, Fate.HURRIED])
def test_a_terminal_alone_says_the_truth_however_often_it_is_interrupted(
    run_cases: RunCases, tell: Tell, fate: Fate
) -> None:
    (alone,) = run_cases([("alone", Fate.NONE, None)])
    assert not alone.problems, alone
    points = [point for point in alone.terminal if ": GET " not in point.label]
    labels = [point.label for point in points]
    begins = next(
        number for number, label in enumerate(labels) if "library_phases.reserve" in label
    )
    # Its stills are made at a moment of their own.
    ends = next(number for number, label in enumerate(labels) if "downloading._record" in label)
    meetings = [("alone", fate, point) for point in points[begins:ends:2]]
    hold(run_cases, tell, f"alone {fate}", meetings)


@pytest.mark.parametrize(
    "seeds", [range(4), pytest.param(range(4, 204), marks=pytest.mark.full)], ids=["few", "many"]
)
def test_two_terminals_at_one_window_are_told_the_truth_at_whatever_moment(
    run_cases: RunCases, tell: Tell, seeds: range
) -> None:
    meetings = [("crowd", Fate.NONE, Point("moments by the seed", seed)) for seed in seeds]
    hold(run_cases, tell, "two terminals at once", meetings)


def _meeting(recorded: Result, step: str, who: str, fate: Fate) -> Meeting:
    return who, fate, next(point for point in _steps(recorded, who) if step in point.label)


def _steps(recorded: Result, who: str) -> Sequence[Point]:
    """From the handing over to the provider's answer; what comes later is in tests/kill_matrix."""
    if who == "terminal":
        points, last = recorded.terminal, "handover_requester._ask: after"
        # A picture is taken in before.
        has_picture = any("input_files" in point.label for point in points)
        first = "mkdir inputs" if has_picture else "handover_requester"
    else:
        points, first, last = recorded.window, _TAKEN, "task_journal"
    labels = [point.label for point in points]
    begins = next(number for number, label in enumerate(labels) if first in label)
    ends = max(number for number, label in enumerate(labels) if last in label)
    return [point for point in points[begins : ends + 1] if ": GET " not in point.label]
