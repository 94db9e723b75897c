"""The whole job on the sandbox through `videogen generate`, against the sandbox's own script."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figure import Figure, MeasurementError, Target, spread
from benchmarks.process import median, run
from benchmarks.workplace import Workplace
from videogen_desktop.executable import own_command
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.directories import directories

_RUNS = 3
_SPEEDS = (1, 5)
_PROMPT = "Một con mèo chơi với cuộn len, quay chậm"
_TARGET = Target(ratio=1.1, extra=1_000)
_ON_DISK = "SELECT created_at FROM file_copy WHERE role = 'clip'"


@dataclass(frozen=True, slots=True)
class Job:
    """Milliseconds: what the sandbox's script says, from the accepted POST to the file's row in
    the library, and of the whole command."""

    scripted: float
    job: float
    command: float


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError."""
    figures = []
    for speed in _SPEEDS:
        jobs = [_job(workplace, speed, number) for number in range(_RUNS)]
        details: dict[str, object] = {
            "job": spread([job.job for job in jobs]),
            "command": spread([job.command for job in jobs]),
            "scripted": spread([job.scripted for job in jobs]),
            "job_over": spread([job.job - job.scripted for job in jobs]),
            "command_over": spread([job.command - job.scripted for job in jobs]),
        }
        scripted = median([job.scripted for job in jobs])
        for part, over, target in (
            ("accepted to file on disk", [job.job - job.scripted for job in jobs], _TARGET),
            # A script that runs faster makes neither Python nor the sandbox start faster.
            (
                "whole command",
                [job.command - job.scripted for job in jobs],
                _TARGET if speed == 1 else None,
            ),
        ):
            name = f"job, speed {speed}: {part}"
            figures.append(_figure(name, scripted, over, target, details))
    return figures


def _figure(
    name: str,
    scripted: float,
    over: Sequence[float],
    target: Target | None,
    details: dict[str, object],
) -> Figure:
    # Every task has a script of its own, some per cent apart: each run is compared with its own.
    return Figure(
        name=name,
        measured=scripted + median(over),
        beside="the sandbox's script",
        beside_value=scripted,
        target=target,
        runs=len(over),
        details=details,
    )


def _job(workplace: Workplace, speed: int, number: int) -> Job:
    data_dir = workplace.folder / f"job-{speed}-{number}"
    environment = workplace.environment | {
        "VIDEOGEN_SANDBOX_ARGUMENTS": f"--speed {speed} --clip small"
    }
    options = ("--provider", "sandbox", "--data-dir", str(data_dir), "--json")
    done = run(own_command("generate", _PROMPT, *options), environment)
    if not Path(json.loads(done.output)["file"]).is_file():
        raise MeasurementError("the clip is not on disk")
    places = directories(data_dir)
    with Books.open(places.local_server("sandbox")) as books:
        moments = books.tasks()[0].timeline
    with closing(sqlite3.connect(places.database)) as library:
        on_disk: int = library.execute(_ON_DISK).fetchone()[0]
    return Job(
        scripted=moments.completed_at - moments.created_at,
        job=on_disk - moments.created_at,
        command=done.elapsed_ms,
    )
