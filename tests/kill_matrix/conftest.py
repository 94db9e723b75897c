"""The matrix: record a story's points, then tell the story once for each and kill it there."""

import gzip
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.kill_matrix.matrix import Outcome, RunCases
from tests.kill_matrix.migration_case import EARLIER, MIGRATION, NEXT_VERSION
from tests.kill_matrix.next_version import make_next_version
from tests.kill_matrix.points import Point
from tests.kill_matrix.records import Case, Result, results_of
from tests.kill_matrix.sandbox_run import draw_clip
from tests.plugins.warm_processes import OwnCommand
from tests.storage.filled_library import fill_library
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import open_library

ROOT = Path(__file__).parents[2]
EARLIEST = ROOT / "tests" / "fixtures" / "libraries" / "3e2cf6e"
_OTHERS_OF_A_SIGNATURE = """DELETE FROM webhook_delivery WHERE seq NOT IN (
    SELECT min(seq) FROM webhook_delivery GROUP BY wallet_id, task_id, signed_at)"""
AT_ONCE = 4
SECONDS_TO_END = 10


Tell = Callable[[str, Outcome], None]

_TOLD = pytest.StashKey[list[str]]()


@pytest.fixture
def tell(pytestconfig: pytest.Config) -> Tell:
    """Say at the end of the run how many points a story has, and that each was reached."""

    def told(story: str, outcome: Outcome) -> None:
        reached = sum(result.was_reached for result in outcome.results)
        line = f"{story}: killed at {reached} points, {len(outcome.never)} never reached"
        pytestconfig.stash.setdefault(_TOLD, []).append(line)

    return told


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lines = terminalreporter.config.stash.get(_TOLD, [])
    if lines:
        terminalreporter.section("kill matrix")
    for line in lines:
        terminalreporter.line(line)


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clip") / "clip.mp4"
    draw_clip(path)
    return path


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    places = directories(tmp_path_factory.mktemp("library"))
    open_library(places, 1).close()
    return places.database


@pytest.fixture(scope="session")
def lived_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With rows of every kind, and a later program's migrations beside it."""
    places = directories(tmp_path_factory.mktemp("filled"))
    library = open_library(places, 1)
    fill_library(library)
    library.close()
    make_next_version(places.data / NEXT_VERSION)
    return places.database


@pytest.fixture(scope="session")
def earlier_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As the oldest version that is known left it, without the callbacks that become one row."""
    path = tmp_path_factory.mktemp("earlier") / "library.sqlite"
    path.write_bytes(gzip.decompress((EARLIEST / "library.sqlite.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(_OTHERS_OF_A_SIGNATURE)
        connection.commit()
    return path


@pytest.fixture(scope="session")
def run_cases(
    tmp_path_factory: pytest.TempPathFactory,
    clip: Path,
    empty_library: Path,
    lived_library: Path,
    earlier_library: Path,
    warm_command: OwnCommand,
    host: "subprocess.Popen[str]",
) -> RunCases:
    """Tell a story once for each point, or with None once without a kill."""
    helper = tuple(warm_command("media-helper"))
    folder = tmp_path_factory.mktemp("cases")
    told = 0

    def run(story: str, points: Iterable[Point | None]) -> list[Result]:
        nonlocal told
        cases = []
        library = {MIGRATION: lived_library, EARLIER: earlier_library}.get(story, empty_library)
        for point in points:
            told += 1
            cases.append(Case(story, folder / str(told), clip, library, helper, point))
        return _run(host, folder / f"{told}.cases", cases)

    return run


@pytest.fixture(scope="session")
def host() -> Iterator["subprocess.Popen[str]"]:
    """The process that every case is a fork of."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.kill_matrix.host", str(AT_ONCE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as running:
        yield running
        running.communicate(timeout=SECONDS_TO_END)


def _run(host: "subprocess.Popen[str]", file: Path, cases: Sequence[Case]) -> list[Result]:
    file.write_text("".join(case.to_json() + "\n" for case in cases), encoding="utf-8")
    assert host.stdin is not None
    assert host.stdout is not None
    host.stdin.write(f"{file}\n")
    host.stdin.flush()
    assert host.stdout.readline() == f"{file}\n"
    results = results_of(file).read_text(encoding="utf-8").splitlines()
    assert len(results) == len(cases)
    return [Result.from_json(line) for line in results]
