"""Ten clips of a kind joined by the export helper, over a plain copy of their bytes."""

import asyncio
import os
import shutil
import time
from pathlib import Path

from benchmarks.figure import Figure, MeasurementError, Target, spread
from benchmarks.full_hd import full_hd_clip
from benchmarks.workplace import Workplace
from videogen_desktop.domain.export import ClipPart, ExportPlan
from videogen_desktop.executable import own_command
from videogen_desktop.media.export_client import ExportHelper

_RUNS, _RUNS_QUICK = 9, 1
_TARGET = Target(ratio=2)
_CLIPS = 10
_SECONDS, _SECONDS_QUICK = 8, 1


def measure(workplace: Workplace) -> list[Figure]:
    runs = workplace.count(_RUNS, _RUNS_QUICK)
    folder = workplace.folder / "joining"
    folder.mkdir()
    first = full_hd_clip(folder / "0.mp4", workplace.count(_SECONDS, _SECONDS_QUICK))
    clips = [first, *(folder / f"{number}.mp4" for number in range(1, _CLIPS))]
    for copy in clips[1:]:
        shutil.copy(first, copy)
    joined, copied = asyncio.run(_compared(folder, clips, runs))
    return [
        Figure(
            name=f"{_CLIPS} clips of {first.stat().st_size / 1e6:.0f} MB joined",
            measured=min(joined),
            beside="their bytes copied into one file, flushed",
            beside_value=min(copied),
            target=_TARGET,
            runs=runs,
            details={"joined": spread(joined), "copied": spread(copied)},
        )
    ]


async def _compared(folder: Path, clips: list[Path], runs: int) -> tuple[list[float], list[float]]:
    plan = ExportPlan(tuple(map(ClipPart, clips)), title="t", comment="{}")
    helper = ExportHelper(own_command("export-helper"))
    joined, copied = list[float](), list[float]()
    try:
        await helper.prepare()
        # The first only warms up.
        for run in range(-1, runs):
            target = folder / "joined.mp4"
            began = time.perf_counter()
            made = await helper.make(plan, target, lambda *_told: None)
            taken = (time.perf_counter() - began) * 1_000
            if not made.is_copied:
                raise MeasurementError("the clips were encoded anew")
            target.unlink()
            rival = _copied(clips, folder / "copied.bin")
            if run >= 0:
                joined.append(taken)
                copied.append(rival)
    finally:
        await helper.close()
    return joined, copied


def _copied(clips: list[Path], target: Path) -> float:
    began = time.perf_counter()
    with target.open("wb") as file:
        for clip in clips:
            with clip.open("rb") as source:
                shutil.copyfileobj(source, file, 1 << 20)
        file.flush()
        os.fsync(file.fileno())
    taken = (time.perf_counter() - began) * 1_000
    target.unlink()
    return taken
