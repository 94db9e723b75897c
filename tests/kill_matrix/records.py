"""What a host is asked and answers, one line of JSON each."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.kill_matrix.points import Point


@dataclass(frozen=True, slots=True)
class Case:
    """A story told once. `point` None records every point and kills at none.

    `clip` is what the sandbox serves, `library` an empty one, `helper` the media helper's command.
    """

    story: str
    folder: Path
    clip: Path
    library: Path
    helper: tuple[str, ...]
    point: Point | None = None

    def to_json(self) -> str:
        return json.dumps(asdict(self), default=str)

    @classmethod
    def from_json(cls, line: str) -> "Case":
        said: dict[str, Any] = json.loads(line)
        folder, clip, library = (Path(said[name]) for name in ("folder", "clip", "library"))
        helper, point = tuple(said["helper"]), _point(said["point"])
        return cls(said["story"], folder, clip, library, helper, point)


@dataclass(frozen=True, slots=True)
class Result:
    """`reached` is what was noted: every point of a recording, else the one it was killed at."""

    story: str
    point: Point | None
    reached: tuple[Point, ...]
    was_killed: bool
    standing: str
    problems: tuple[str, ...]

    @property
    def was_reached(self) -> bool:
        """Whether the process died by its own hand, at the point that was asked for."""
        return self.was_killed and self.reached == (self.point,)

    def to_json(self) -> str:
        return json.dumps(asdict(self), default=str)

    @classmethod
    def from_json(cls, line: str) -> "Result":
        said: dict[str, Any] = json.loads(line)
        said["point"] = _point(said["point"])
        said["reached"] = tuple(Point(**found) for found in said["reached"])
        said["problems"] = tuple(said["problems"])
        return cls(**said)


def results_of(cases: Path) -> Path:
    """Where a host puts the results of a file of cases."""
    return cases.with_suffix(".results")


def _point(said: dict[str, Any] | None) -> Point | None:
    return Point(**said) if said else None
