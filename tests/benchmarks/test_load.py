"""The figures of an engine with much to do; polling is held to its targets in virtual time."""

import sys
from collections.abc import Callable, Iterator
from random import Random

import pytest

from benchmarks import callbacks, in_flight, ledger, polling
from benchmarks.figure import Figure
from benchmarks.noted_reads import Read, most_within
from benchmarks.workplace import Workplace, workplace

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="memory is read from /proc"
)


@pytest.fixture(scope="module")
def place() -> Iterator[Workplace]:
    with workplace(quick=True) as quick:
        yield quick


@linux_only
@pytest.mark.full
@pytest.mark.parametrize(
    ("measurement", "figures"),
    [(in_flight.measure, 4), (callbacks.measure, 3), (ledger.measure, 2), (polling.measure, 6)],
    ids=["in_flight", "callbacks", "ledger", "polling"],
)
def test_a_quick_look_measures_every_figure(
    place: Workplace, measurement: Callable[[Workplace], list[Figure]], figures: int
) -> None:
    found = measurement(place)
    assert len(found) == figures
    assert all(figure.measured > 0 and figure.runs for figure in found)


@pytest.mark.parametrize(("seconds", "part"), polling.CASES)
def test_polling_asks_less_often_than_every_five_seconds_and_is_hardly_late(
    seconds: int, part: float
) -> None:
    runs = polling.simulated(seconds * 1_000, 150, Random(1))
    requests, delay = polling.figures_of(seconds, part, runs)
    assert requests.met, requests
    assert delay.met, delay


def test_the_busiest_second_is_found() -> None:
    reads = [Read(at * 100_000_000, "task") for at in (0, 5, 9, 10, 14, 30)]
    assert most_within(1, reads) == 4
    assert most_within(10, reads) == 6
    assert most_within(1, []) == 0
