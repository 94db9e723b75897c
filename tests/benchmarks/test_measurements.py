"""Every figure is measured by the real program, and every measurement ends by itself."""

import json
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest

from benchmarks import (
    batches,
    comparing,
    folder_start,
    idle,
    million,
    playing,
    scrolling,
    searching,
    stills,
    working,
)
from benchmarks.figure import Figure, SkippedError, Target, Unit
from benchmarks.report import Report
from benchmarks.workplace import Workplace, workplace

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="memory and processor time are read from /proc"
)


@pytest.fixture(scope="module")
def place() -> Iterator[Workplace]:
    with workplace(quick=True) as quick:
        yield quick


@linux_only
@pytest.mark.full
@pytest.mark.parametrize(
    ("measurement", "figures"),
    [
        (scrolling.measure, 11),
        (searching.measure, 3),
        (million.measure, 4),
        (batches.measure, 4),
        (working.measure, 2),
        (playing.measure, 3),
        (comparing.measure, 3),
        (idle.measure, 3),
        (stills.measure, 2),
    ],
    ids=[
        "gallery",
        "search",
        "million",
        "batches",
        "heartbeat",
        "play",
        "compare",
        "idle",
        "stills",
    ],
)
def test_a_quick_look_measures_every_figure(
    place: Workplace, measurement: Callable[[Workplace], list[Figure]], figures: int
) -> None:
    found = measurement(place)
    assert len(found) == figures
    assert all(figure.measured >= 0 and figure.runs for figure in found)


def figure(measured: float, target: Target | None, unit: Unit = Unit.MILLISECONDS) -> Figure:
    return Figure("name", measured, "floor", 50.0, target, 3, unit)


def test_a_target_is_a_ratio_of_what_stands_beside_it_and_something_more() -> None:
    more = Target(ratio=1, extra=60)
    assert figure(110, more).met
    assert not figure(111, more).met
    assert more.text(Unit.MEGABYTES) == "≤ 1 × + 60 MB"
    assert figure(500, None).met is None


def test_the_json_names_the_unit_and_what_was_not_measured() -> None:
    text = Report([figure(0.3, Target(extra=0.5), Unit.PER_CENT_OF_A_CORE)], [("idle", "why")])
    said = json.loads(text.as_json())
    assert said["figures"][0]["unit"] == "% of a core"
    assert said["figures"][0]["limit"] == 0.5
    assert said["failures"] == [{"name": "idle", "reason": "why"}]


def test_without_a_folder_its_start_is_skipped_and_said_so(
    place: Workplace, tmp_path: Path
) -> None:
    with pytest.raises(SkippedError) as reason:
        folder_start.measure(place, tmp_path / "dist")
    report = Report([], [], [("folder", str(reason.value))])
    assert "make bundle" in json.loads(report.as_json())["skipped"][0]["reason"]
    table = StringIO()
    report.print_table(table)
    assert "skipped" in table.getvalue()


def test_a_library_at_rest_has_nothing_under_way(tmp_path: Path) -> None:
    from benchmarks.library import make_library

    states = make_library(tmp_path, 60, posters=False, at_rest=True)
    assert not {"reserved", "sending", "pending", "processing"} & set(states)
