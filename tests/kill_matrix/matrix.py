"""A story's points, found by telling it, and a kill at each of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.kill_matrix.points import Point
from tests.kill_matrix.records import Result

RunCases = Callable[[str, Sequence[Point | None]], list[Result]]

# Polling reads the same record again and again, and reading changes nothing: once is enough.
_FREE_READING = ": GET "
_TIMES = 3
# How many readings there are, and what they meet, depends on the moment: with eight processes on
# two cores a third POST within its minute, or a third state, was met once in five times.
_TRIES = 24


@dataclass(frozen=True, slots=True)
class Points:
    """`steady` ones were reached by both recordings and must be reached again; `unsteady` ones by
    one of them."""

    steady: tuple[Point, ...]
    unsteady: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`never` are points that no kill reached."""

    results: tuple[Result, ...]
    never: tuple[Point, ...]

    @property
    def problems(self) -> list[str]:
        """What was wrong after a kill, with its point."""
        return [
            f"{result.story}, killed at {result.point} ({result.standing}): {problem}"
            for result in self.results
            for problem in result.problems
        ]


def recorded(run: RunCases, story: str) -> tuple[Result, Result]:
    """Tell the story twice without a kill; each result has every point in order."""
    first, second = run(story, [None, None])
    assert not first.problems + second.problems, (story, first.problems, second.problems)
    return first, second


def before_the_post(points: Sequence[Point]) -> Sequence[Point]:
    """What a story has in common with every other, whatever the provider answers."""
    posts = (number for number, point in enumerate(points) if ": POST " in point.label)
    return points[: next(posts, None)]


def points_of(first: Result, second: Result, known: Sequence[Point] = ()) -> Points:
    """What there is to kill at. `known` is what another story reached from its beginning: as far
    as this one reaches the same in the same order, it is not killed again."""
    reached = first.reached[_common_beginning(first.reached, known) :]
    worth = [point for point in reached if _is_worth(point)]
    again = set(second.reached)
    before = set(first.reached)
    steady = tuple(point for point in worth if point in again)
    only_once = [point for point in worth if point not in again]
    only_once += [point for point in second.reached if point not in before and _is_worth(point)]
    return Points(steady, tuple(only_once))


def killed(run: RunCases, story: str, points: Points) -> Outcome:
    """Kill at every point; those that are not reached at first are tried again."""
    results: list[Result] = []
    waiting = list(points.steady)
    for _ in range(_TRIES):
        told = run(story, waiting) if waiting else []
        results += told
        reached = {result.point for result in told if result.was_reached}
        waiting = [point for point in waiting if point not in reached]
    if points.unsteady:
        results += run(story, points.unsteady)
    return Outcome(tuple(results), tuple(waiting))


def _is_worth(point: Point) -> bool:
    return point.time <= (1 if _FREE_READING in point.label else _TIMES)


def _common_beginning(one: Sequence[Point], other: Sequence[Point]) -> int:
    length = 0
    for ours, theirs in zip(one, other, strict=False):
        if ours != theirs:
            break
        length += 1
    return length
