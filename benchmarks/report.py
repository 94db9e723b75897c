"""The figures as one table for people and as JSON for machines."""

import json
import os
import platform
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import IO

from rich.console import Console
from rich.table import Table

from benchmarks.figure import Figure, Unit

_MEASURED_WITH = ("PySide6", "SQLAlchemy", "httpx")


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured, what could not be and what was left out (name and reason)."""

    figures: Sequence[Figure]
    failures: Sequence[tuple[str, str]]
    skipped: Sequence[tuple[str, str]] = ()

    def print_table(self, stream: IO[str]) -> None:
        # A log has no width of its own, and a cut table is no use there.
        console = Console(file=stream, width=None if stream.isatty() else 130, highlight=False)
        table = Table(title="VideoGen Desktop", title_justify="left")
        table.add_column("figure")
        for heading in ("measured", "beside it"):
            table.add_column(heading, justify="right", no_wrap=True)
        table.add_column("which is")
        for heading in ("ratio", "target", ""):
            table.add_column(heading, justify="right", no_wrap=True)
        for figure in self.figures:
            table.add_row(*_cells(figure))
        for name, reason in self.failures:
            table.add_row(name, "-", "-", reason, "-", "-", "[red]not measured[/red]")
        for name, reason in self.skipped:
            table.add_row(name, "-", "-", reason, "-", "-", "skipped")
        console.print(table)

    def as_json(self) -> str:
        return json.dumps(
            {
                "at": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
                "machine": _machine(),
                "figures": [figure.as_object() for figure in self.figures],
                "failures": [{"name": name, "reason": why} for name, why in self.failures],
                "skipped": [{"name": name, "reason": why} for name, why in self.skipped],
            },
            ensure_ascii=False,
            indent=2,
        )


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        _value(figure.measured, figure.unit),
        _value(figure.beside_value, figure.unit),
        figure.beside,
        "-" if figure.ratio is None else f"{figure.ratio:.2f} ×",
        "-" if figure.target is None else figure.target.text(figure.unit),
        _VERDICTS[figure.met],
    )


_VERDICTS = {True: "[green]✓ met[/green]", False: "[red]✗ missed[/red]", None: ""}


def _value(value: float, unit: Unit) -> str:
    match unit:
        case Unit.MILLISECONDS if value < 100:
            return f"{value:.1f} ms"
        case Unit.MILLISECONDS:
            return f"{value:.0f} ms" if value < 3_000 else f"{value / 1000:.2f} s"
        case Unit.COUNT:
            return f"{value:g}"
        case Unit.PER_CENT_OF_A_CORE:
            return f"{value:.2f} %"
    return f"{value:.1f} {unit}"


def _machine() -> dict[str, object]:
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count(),
        "load": [round(load, 2) for load in os.getloadavg()] if sys.platform != "win32" else None,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "packages": {name: version(name) for name in _MEASURED_WITH},
    }
