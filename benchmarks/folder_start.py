"""From start to end: the programs of `make bundle`'s folder against those of the environment."""

import sys
import sysconfig
from pathlib import Path

from benchmarks.figure import Figure, SkippedError, Target, spread
from benchmarks.process import in_turns, median, run
from benchmarks.workplace import Workplace

FOLDER = Path(__file__).parents[1] / "dist" / "videogen-desktop"
_TARGET = Target(ratio=1.15)
_VERSIONS, _VERSIONS_QUICK = 41, 3
_SELF_TESTS, _SELF_TESTS_QUICK = 15, 1
_SUFFIX = ".exe" if sys.platform == "win32" else ""


def measure(workplace: Workplace, folder: Path = FOLDER) -> list[Figure]:
    """Raises MeasurementError, and SkippedError where no folder was built."""
    if not folder.is_dir():
        raise SkippedError("dist/ has no folder: `make bundle` makes it")
    versions = workplace.count(_VERSIONS, _VERSIONS_QUICK)
    self_tests = workplace.count(_SELF_TESTS, _SELF_TESTS_QUICK)
    return [
        _figure(workplace, folder, ("videogen", "--version"), versions),
        _figure(workplace, folder, ("videogen-desktop", "--self-test"), self_tests),
    ]


def _figure(workplace: Workplace, folder: Path, command: tuple[str, str], runs: int) -> Figure:
    installed = Path(sysconfig.get_path("scripts"))
    ours, theirs = in_turns(
        lambda: _elapsed(workplace, folder, command),
        lambda: _elapsed(workplace, installed, command),
        runs,
    )
    return Figure(
        name=f"folder: {' '.join(command)}",
        measured=median(ours),
        beside="the same from the virtual environment",
        beside_value=median(theirs),
        target=_TARGET,
        runs=runs,
        details={"folder": spread(ours), "environment": spread(theirs)},
    )


def _elapsed(workplace: Workplace, folder: Path, command: tuple[str, str]) -> float:
    name, option = command
    program = str(folder / f"{name}{_SUFFIX}")
    return run([program, option], workplace.without_screen).elapsed_ms
