"""From the start of the process to the first frame, against an empty PySide6 window."""

import json
import os
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figure import Figure, MeasurementError, Target, spread
from benchmarks.process import in_turns, median, run
from benchmarks.workplace import Workplace
from videogen_desktop.executable import own_command

# The speed of a shared machine changes from second to second.
_RUNS = 21
_FIRST_PAINT = Target(ratio=1.6)
_LARGE, _LARGE_QUICK = 10_000, 300
_LARGE_FIRST_PAINT = Target(ratio=1.4)
_FIRST_CARD = Target(extra=1_000)
_RIVAL = "an empty PySide6 window's first paint"
# The first frame and the first card, in milliseconds: with the small library and the large one.
Paints = tuple[float, float]


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError."""
    large = workplace.count(_LARGE, _LARGE_QUICK)
    ours, ours_large = _ours(workplace, workplace.videos), _ours(workplace, large)
    theirs = [sys.executable, "-P", "-X", "utf8", str(Path(__file__).with_name("empty_window.py"))]
    environment = workplace.environment | _platform()

    def empty() -> Paints:
        return _empty_paint(theirs, environment)

    # Each beside an empty window of its own: what comes after a window is slower than what comes
    # after an empty one.
    shown, rival = in_turns(lambda: _paints(ours, environment), empty, _RUNS)
    large_shown, large_rival = in_turns(lambda: _paints(ours_large, environment), empty, _RUNS)
    paints, cards = [first for first, _ in shown], [card for _, card in shown]
    large_paints = [first for first, _ in large_shown]
    empties, large_empties = [one[0] for one in rival], [one[0] for one in large_rival]
    details = {
        "videos": workplace.videos,
        "platform": environment.get("QT_QPA_PLATFORM", "the display's"),
        "empty_window": spread(empties),
    }
    name = "window: start to first paint"
    return [
        _figure(name, paints, empties, _FIRST_PAINT, details),
        _figure(
            f"{name}, {large:,} videos",
            large_paints,
            large_empties,
            _LARGE_FIRST_PAINT,
            details | {"videos": large, "empty_window": spread(large_empties)},
        ),
        _figure("window: start to first real card", cards, empties, _FIRST_CARD, details),
    ]


def _ours(workplace: Workplace, videos: int) -> list[str]:
    data_dir = str(workplace.library(videos))
    return [*_program(), "--provider", "sandbox", "--data-dir", data_dir]


def _program() -> list[str]:
    """As a user starts it: by the installed script, where there is one."""
    script = Path(sysconfig.get_path("scripts")) / "videogen-desktop"
    if script.is_file():
        return [sys.executable, "-P", "-X", "utf8", str(script)]
    return own_command("window")


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
