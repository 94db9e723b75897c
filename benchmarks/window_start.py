"""From the start of the process to the first frame, against an empty PySide6 window."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figure import Figure, MeasurementError, Target, spread
from benchmarks.process import in_turns, median, run
from benchmarks.workplace import Workplace
from videogen_desktop.executable import own_command

_RUNS = 9
_FIRST_PAINT = Target(ratio=1.6)
_FIRST_CARD = Target(extra=1_000)
_RIVAL = "an empty PySide6 window's first paint"
Paints = tuple[float, float]


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError."""
    library = workplace.library()
    ours = own_command("window", "--provider", "sandbox", "--data-dir", str(library))
    theirs = [sys.executable, "-P", "-X", "utf8", str(Path(__file__).with_name("empty_window.py"))]
    environment = workplace.environment | _platform()

    def window() -> Paints:
        return _paints(ours, environment)

    def empty() -> Paints:
        return _empty_paint(theirs, environment)

    shown, rival = in_turns(window, empty, _RUNS)
    paints, cards = [first for first, _ in shown], [card for _, card in shown]
    empties = [first for first, _ in rival]
    details = {
        "videos": workplace.videos,
        "platform": environment.get("QT_QPA_PLATFORM", "the display's"),
        "empty_window": spread(empties),
    }
    return [
        _figure("window: start to first paint", paints, empties, _FIRST_PAINT, details),
        _figure("window: start to first real card", cards, empties, _FIRST_CARD, details),
    ]


def _figure(
    name: str,
    values: Sequence[float],
    empties: Sequence[float],
    target: Target,
    details: dict[str, object],
) -> Figure:
    return Figure(
        name=name,
        measured=median(values),
        beside=_RIVAL,
        beside_value=median(empties),
        target=target,
        runs=len(values),
        details=details | {"window": spread(values)},
    )


def _platform() -> dict[str, str]:
    if sys.platform in ("win32", "darwin") or "QT_QPA_PLATFORM" in os.environ:
        return {}
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return {} if has_display else {"QT_QPA_PLATFORM": "offscreen"}


def _paints(command: Sequence[str], environment: dict[str, str]) -> Paints:
    done = run([*command, "--print-first-paint"], environment)
    times = json.loads(done.output.splitlines()[-1])
    card = times.get("first_card_monotonic_ns")
    if card is None:
        raise MeasurementError("the window never showed a card")
    first = times["first_paint_monotonic_ns"]
    return (first - done.began_ns) / 1e6, (card - done.began_ns) / 1e6


def _empty_paint(command: Sequence[str], environment: dict[str, str]) -> Paints:
    done = run(command, environment)
    first = (int(done.output) - done.began_ns) / 1e6
    return first, first
