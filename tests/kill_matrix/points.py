"""Where a process can be killed: every step that leaves a trace outside of its memory.

Nothing of this is in the program. `hooks` installs what calls `reach`, so that a new transaction,
request or file step is a new point by itself.
"""

import json
import os
import re
import signal
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

PROGRAM = str(Path(__file__).parents[2] / "videogen_desktop")
_PLUMBING = tuple(
    str(Path(PROGRAM, name))
    for name in ("storage/database.py", "storage/library.py", "held_files.py")
)
_ID = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{8,}"
    # As tempfile calls what it makes.
    r"|(?<=/\.)[a-z0-9_]{8}(?=\.part\b)"
)


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """`label` says where in the program and what; `time` counts from 1."""

    label: str
    time: int

    def __str__(self) -> str:
        return f"{self.label} #{self.time}"


class Points:
    """Counts what is reached, and kills this process at one of them. Any thread."""

    def __init__(
        self, notes: int, target: Point | None, fate: signal.Signals = signal.SIGKILL
    ) -> None:
        """`notes` is the descriptor that takes one line of JSON for each point that is written
        down: all of them, or only the one where this process gets `fate`, its own death if it
        is not another signal."""
        self._notes = notes
        self._target = target
        self._fate = fate
        self._seen: dict[str, int] = {}
        self._one_at_a_time = threading.Lock()

    def reach(self, step: str) -> None:
        """The process is about to do `step`, or has just done it."""
        label = without_names(f"{_place()}: {step}")
        with self._one_at_a_time:
            time = self._seen[label] = self._seen.get(label, 0) + 1
            point = Point(label, time)
            if self._target is not None and point != self._target:
                return
            os.write(self._notes, json.dumps([label, time]).encode() + b"\n")
            if self._target is not None:
                os.kill(os.getpid(), self._fate)


def without_names(text: str) -> str:
    """The same for every run: ids, task ids, moments and files of a moment differ."""
    return _ID.sub("<id>", text)


def _place() -> str:
    """The innermost function of ours; plumbing only where there is nothing else."""
    plumbing = "-"
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(PROGRAM):
            place = f"{Path(file).stem}.{frame.f_code.co_name}"
            if file not in _PLUMBING:
                return place
            plumbing = place
        frame = frame.f_back
    return plumbing
