"""The matrix: record what each of the two reaches, then let one meet a fate at each step."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.kill_matrix.points import Point
from tests.kill_matrix.records import results_of
from tests.kill_matrix.sandbox_run import draw_clip
from tests.plugins.warm_processes import OwnCommand
from tests.two_processes.case import Case, Fate, Result
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import open_library

ROOT = Path(__file__).parents[2]
AT_ONCE = 4
SECONDS_TO_END = 10

Meeting = tuple[str, Fate, Point | None]
# The second is how many takes are asked for, usually one; the third, whether from a picture.
RunCases = Callable[..., list[Result]]
Tell = Callable[[str], None]

_TOLD = pytest.StashKey[list[str]]()


@pytest.fixture
def tell(pytestconfig: pytest.Config) -> Tell:
    """Say at the end of the run how many steps there were, and that each was reached."""
    return pytestconfig.stash.setdefault(_TOLD, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lines = terminalreporter.config.stash.get(_TOLD, [])
    if lines:
        terminalreporter.section("two processes")
    for line in lines:
        terminalreporter.line(line)


@pytest.fixture(scope="session")
def run_cases(
    tmp_path_factory: pytest.TempPathFactory,
    warm_command: OwnCommand,
    host: "subprocess.Popen[str]",
) -> RunCases:
    """One terminal beside one window for each meeting: who meets which fate, and where."""
    folder = tmp_path_factory.mktemp("cases")
    clip = folder / "clip.mp4"
    draw_clip(clip)
    places = directories(folder / "library")
    open_library(places, 1).close()
    helper = tuple(warm_command("media-helper"))
    told = 0

    def run(
        meetings: Sequence[Meeting],
        takes: int = 1,
        has_picture: bool = False,
        is_batch: bool = False,
    ) -> list[Result]:
        nonlocal told
        cases = []
        for meeting in meetings:
            told += 1
            where = (folder / str(told), clip, places.database)
            cases.append(Case(*meeting, *where, helper, takes, has_picture, is_batch))
        return _run(host, folder / f"{told}.cases", cases)

    return run


@pytest.fixture(scope="session")
def host() -> Iterator["subprocess.Popen[str]"]:
    """The process that every case is a fork of."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.two_processes.host", str(AT_ONCE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as running:
        yield running
        running.communicate(timeout=SECONDS_TO_END)


def hold(
    run_cases: RunCases,
    tell: Tell,
    name: str,
    meetings: Sequence[Meeting],
    takes: int = 1,
    has_picture: bool = False,
    is_batch: bool = False,
) -> None:
    """Let each meeting happen: every step is reached, and nothing is wrong after it."""
    results = run_cases(meetings, takes, has_picture, is_batch)
    reached = sum(result.was_reached for result in results)
    tell(f"{name}: {reached} of {len(results)} steps reached")
    problems = [f"{one.case}: {what}; {one.said}" for one in results for what in one.problems]
    assert not problems, "\n".join(problems)
    assert reached == len(results), [one.case for one in results if not one.was_reached]


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
