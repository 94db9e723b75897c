"""Whole processes against each other, in turns, so that a busy moment meets both."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from benchmarks.figure import MeasurementError

_SECONDS_AT_MOST = 120.0
_Value = TypeVar("_Value")


class Finished(NamedTuple):
    """A process that ended with 0. `began_ns` is monotonic, just before it was started."""

    began_ns: int
    elapsed_ms: float
    output: str


def run(
    command: Sequence[str],
    environment: Mapping[str, str],
    seconds_at_most: float = _SECONDS_AT_MOST,
) -> Finished:
    """Raises MeasurementError for another exit code, and after so many seconds."""
    began = time.monotonic_ns()
    try:
        done = subprocess.run(
            command,
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=dict(environment),
            timeout=seconds_at_most,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MeasurementError(f"{command[0]}: {type(error).__name__}") from error
    elapsed = (time.monotonic_ns() - began) / 1e6
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no word"]
        raise MeasurementError(f"exit code {done.returncode}: {last[0]}")
    return Finished(began, elapsed, done.stdout)


def inside(
    name: str,
    arguments: Sequence[object],
    environment: Mapping[str, str],
    seconds_at_most: float = _SECONDS_AT_MOST,
) -> dict[str, Any]:
    """Run benchmarks/inside/`name`.py in a process of its own: what its last line of JSON says.

    Raises MeasurementError.
    """
    options = [str(argument) for argument in arguments]
    command = [sys.executable, "-X", "utf8", "-m", f"benchmarks.inside.{name}", *options]
    root = str(Path(__file__).parents[1])
    done = run(command, {**environment, "PYTHONPATH": root}, seconds_at_most)
    said: dict[str, Any] = json.loads(done.output.splitlines()[-1])
    if "failure" in said:
        raise MeasurementError(str(said["failure"]))
    return said


def in_turns(
    first: Callable[[], _Value], second: Callable[[], _Value], runs: int
) -> tuple[list[_Value], list[_Value]]:
    """One unrecorded run of each, then `runs` of each, one after the other."""
    first()
    second()
    pairs = [(first(), second()) for _ in range(runs)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)
