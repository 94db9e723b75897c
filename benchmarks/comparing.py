"""Four clips in 1080p side by side: what they drop beside one in the viewer, and whether all show
the same frame."""

from typing import Any

from benchmarks.figure import Figure, MeasurementError, Target, Unit
from benchmarks.full_hd import FRAMES_A_SECOND, full_hd_clip
from benchmarks.process import inside, run
from benchmarks.workplace import Workplace
from videogen_desktop.executable import own_command

_RUNS = 3
_CLIPS = 4
_SECONDS, _SECONDS_QUICK = 10, 2
_SEEKS, _SEEKS_QUICK = 20, 3
_SECONDS_AT_MOST = 300.0
_DROPPED, _APART = Target(ratio=1, extra=1), Target(extra=1)


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError."""
    seconds = workplace.count(_SECONDS, _SECONDS_QUICK)
    folder, data_dir = workplace.folder / "compared", workplace.folder / "comparing"
    folder.mkdir()
    first = full_hd_clip(folder / "0.mp4", seconds)
    for number in range(1, _CLIPS):
        # Another clip for the library, and the same one for players.
        copy = folder / f"{number}.mp4"
        copy.write_bytes(first.read_bytes() + (8 + number).to_bytes(4) + b"free" + bytes(number))
    options = ("--provider", "sandbox", "--data-dir", str(data_dir))
    run(own_command("import", "--untagged", str(folder), *options), workplace.environment)
    seeks = workplace.count(_SEEKS, _SEEKS_QUICK)
    arguments = (data_dir, "--frames", seconds * FRAMES_A_SECOND, "--seeks", seeks)
    runs = [
        inside("comparing", arguments, workplace.without_screen, _SECONDS_AT_MOST)
        for _ in range(workplace.count(_RUNS, 1))
    ]
    if any(one["players"] != _CLIPS for one in runs):
        raise MeasurementError(f"not {_CLIPS} clips were compared")
    return [_dropped(runs), *_apart(runs)]


def _dropped(runs: list[dict[str, Any]]) -> Figure:
    return Figure(
        name=f"{_CLIPS} clips in 1080p side by side: frames never painted",
        # Whatever else the machine does drops frames of four clips sooner than of one.
        measured=min(one["compared_dropped"] for one in runs),
        beside="one in the viewer",
        beside_value=min(one["alone_dropped"] for one in runs),
        target=_DROPPED,
        runs=len(runs),
        unit=Unit.PER_CENT_OF_FRAMES,
        details={"runs": runs},
    )


def _apart(runs: list[dict[str, Any]]) -> list[Figure]:
    off = Figure(
        name=f"{_CLIPS} clips side by side: farthest from where they are sent",
        measured=max(one["compared_off"] for one in runs),
        beside="one in the viewer",
        beside_value=max(one["alone_off"] for one in runs),
        target=_APART,
        runs=len(runs),
        unit=Unit.FRAMES,
    )
    apart = Figure(
        name=f"{_CLIPS} clips side by side: apart while they play and repeat, p99",
        measured=min(one["apart"] for one in runs),
        beside="the same frame",
        beside_value=0.0,
        target=_APART,
        runs=len(runs),
        unit=Unit.FRAMES,
    )
    return [off, apart]
