"""SIGKILL at every step: nothing is lost, nothing charged twice, and a start settles it."""

import sys
from collections.abc import Sequence

import pytest

from tests.kill_matrix import tales
from tests.kill_matrix.conftest import Tell
from tests.kill_matrix.matrix import (
    Points,
    RunCases,
    before_the_post,
    killed,
    points_of,
    recorded,
)
from tests.kill_matrix.points import Point
from tests.kill_matrix.stories import STORIES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fork, SIGKILL and /proc")

# What `make test` has time for: the transactions that money depends on, the paid POST, and the
# moments at which a file is half there or has two names.
_QUICK = (
    *("library_phases.sending: after", "library_phases.accepted: before COMMIT"),
    "library_phases.finish: ",
    *("downloading._named: after", "downloading._record: before COMMIT"),
    *("createTask send_request_body", "createTask receive_response_headers"),
    *("before open tasks.jsonl", "before write videos", "after replace videos", "after link"),
    "sent helper tag",
)


# While it is uploaded, after it was, and between that and the POST.
_UPLOAD = (
    *("file-stream-upload send_request_headers", "file-stream-upload send_request_body"),
    *("file-stream-upload receive_response_headers", "uploading._keep: before COMMIT"),
    *("uploading._keep: after COMMIT", "library_phases.sending: before COMMIT"),
    *("library_phases.sending: after COMMIT", "createTask send_request_body"),
)


@pytest.fixture(scope="module")
def success(run_cases: RunCases) -> tuple[Point, ...]:
    """What the plain story reaches, in order."""
    return recorded(run_cases, "success")[0].reached


def _is_quick(point: Point) -> bool:
    return any(word in point.label for word in _QUICK)


def _is_about_upload(point: Point) -> bool:
    return point.time == 1 and any(word in point.label for word in _UPLOAD)


def test_killed_at_each_step_that_matters_a_video_is_paid_once_and_kept(
    run_cases: RunCases, tell: Tell
) -> None:
    first, second = recorded(run_cases, "success")
    # Where stories of the whole matrix begin: functions that moved were not noticed for weeks.
    begin_at = {one.begins_at for one in STORIES.values() if one.first is tales.make}
    assert begin_at - {None, *first.reached} == set()
    points = points_of(first, second)
    wanted = Points(tuple(filter(_is_quick, points.steady)), ())
    labels = [point.label for point in wanted.steady]
    assert [word for word in _QUICK if not any(word in label for label in labels)] == []
    outcome = killed(run_cases, "success", wanted)
    tell("success, in short", outcome)
    assert not outcome.never
    assert not outcome.problems, "\n".join(outcome.problems)


# Where takes may part: all reserved or none, each sent and taken for itself.
_QUICK_OF_TAKES = (
    *("library_phases.reserve: ", "library_phases.sending: after", "library_phases.accepted: "),
    "createTask send_request_body.complete",
)


def test_killed_between_takes_each_is_paid_once_at_most_and_none_is_missing(
    run_cases: RunCases, tell: Tell
) -> None:
    points = points_of(*recorded(run_cases, "three takes"))
    steady = [
        point for point in points.steady if any(word in point.label for word in _QUICK_OF_TAKES)
    ]
    outcome = killed(run_cases, "three takes", Points(tuple(steady), ()))
    tell("three takes, in short", outcome)
    assert {point.time for point in steady} >= {1, 2, 3}
    assert not outcome.never
    assert not outcome.problems, "\n".join(outcome.problems)


def test_killed_while_a_batch_is_reserved_all_of_it_is_there_or_nothing(
    run_cases: RunCases, tell: Tell
) -> None:
    points = points_of(*recorded(run_cases, "a batch of three rows"))
    steady = [point for point in points.steady if "phases.reserve: " in point.label]
    outcome = killed(run_cases, "a batch of three rows", Points(tuple(steady), ()))
    tell("a batch, in short", outcome)
    assert steady
    assert not outcome.never
    assert not outcome.problems, "\n".join(outcome.problems)


def test_killed_around_an_upload_a_video_is_sent_once_or_not_at_all(
    run_cases: RunCases, tell: Tell
) -> None:
    points = points_of(*recorded(run_cases, "picture"))
    wanted = Points(tuple(point for point in points.steady if _is_about_upload(point)), ())
    labels = [point.label for point in wanted.steady]
    assert [word for word in _UPLOAD if not any(word in label for label in labels)] == []
    outcome = killed(run_cases, "picture", wanted)
    tell("picture, in short", outcome)
    assert not outcome.never
    assert not outcome.problems, "\n".join(outcome.problems)


@pytest.mark.full
@pytest.mark.parametrize("story", STORIES)
def test_killed_at_any_step_a_start_settles_it_and_the_next_finds_nothing_to_do(
    run_cases: RunCases, tell: Tell, success: tuple[Point, ...], story: str
) -> None:
    points = points_of(*recorded(run_cases, story), _told_before(story, success))
    outcome = killed(run_cases, story, points)
    tell(story, outcome)
    assert points.steady
    assert not outcome.never
    assert not outcome.problems, "\n".join(outcome.problems)


def _told_before(story: str, success: tuple[Point, ...]) -> Sequence[Point]:
    if story == "success":
        return ()
    return success if STORIES[story].is_success else before_the_post(success)
