"""An engine's sandbox and media helper die or stop at any step: paid once, and truly told."""

import sys
from collections.abc import Sequence

import pytest

from tests.kill_matrix.points import Point
from tests.two_processes.case import Fate
from tests.two_processes.conftest import RunCases, Tell, hold

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fork, SIGSTOP and /proc")

_TIMES = 2
_CREATE = "POST /api/v1/jobs/createTask"


def test_a_sandbox_that_dies_or_stops_over_the_paid_post_is_paid_once(
    run_cases: RunCases, tell: Tell
) -> None:
    points = [
        Point(f"server._serve: {when} {_CREATE}", 1)
        for when in ("before", "before the answer to", "after")
    ]
    meetings = [("sandbox", fate, at) for at in points for fate in (Fate.KILLED, Fate.STOPPED)]
    hold(run_cases, tell, "sandbox, in short", meetings)


@pytest.mark.full
@pytest.mark.parametrize("fate", [Fate.KILLED, Fate.STOPPED])
def test_whatever_happens_to_the_sandbox_at_any_request(
    run_cases: RunCases, tell: Tell, fate: Fate
) -> None:
    points = _steps(run_cases, "sandbox")
    hold(run_cases, tell, f"sandbox {fate}", [("sandbox", fate, point) for point in points])


@pytest.mark.full
def test_a_helper_that_stops_at_any_step_is_replaced(run_cases: RunCases, tell: Tell) -> None:
    """Its death at any step is in tests/kill_matrix."""
    points = [point for point in _steps(run_cases, "helper") if point.time == 1]
    hold(run_cases, tell, "helper stopped", [("helper", Fate.STOPPED, at) for at in points])


def _steps(run_cases: RunCases, who: str) -> Sequence[Point]:
    (recorded,) = run_cases([(who, Fate.NONE, None)])
    assert not recorded.problems, recorded
    # How often a record is read depends on the moment.
    return [point for point in recorded.window if point.time <= _TIMES]
