"""SIGKILL at every step of making and of migrating a library."""

import sys

import pytest

from tests.kill_matrix.conftest import Tell
from tests.kill_matrix.matrix import RunCases, killed, points_of, recorded
from tests.kill_matrix.migration_case import EARLIER, FIRST_START, MIGRATION

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fork, SIGKILL and /proc")


@pytest.mark.parametrize(
    "story",
    [MIGRATION, *(pytest.param(story, marks=pytest.mark.full) for story in (EARLIER, FIRST_START))],
)
def test_killed_at_any_step_the_library_is_old_or_new_and_whole(
    run_cases: RunCases, tell: Tell, story: str
) -> None:
    points = points_of(*recorded(run_cases, story))
    outcome = killed(run_cases, story, points)
    tell(story, outcome)
    assert len(points.steady) > 15
    assert not outcome.never
    assert not outcome.problems, "\n".join(outcome.problems)
