"""Ten clips of a kind joined by the export helper, over a plain copy of their bytes."""

import asyncio
import os
import shutil
import time
from fractions import Fraction
from pathlib import Path

import av
from av.filter import Graph

from benchmarks.figure import Figure, MeasurementError, Target, spread
from benchmarks.workplace import Workplace
from videogen_desktop.domain.export import ClipPart, ExportPlan
from videogen_desktop.executable import own_command
from videogen_desktop.media.export_client import ExportHelper

_RUNS, _RUNS_QUICK = 9, 1
_TARGET = Target(ratio=2)
_CLIPS = 10
# As models of the day make them: 1080p, 24 frames and 10 megabits a second, with sound.
_SECONDS, _SECONDS_QUICK = 8, 1
_RATE, _SAMPLE_RATE, _BITS = 24, 48_000, 10_000_000


def measure(workplace: Workplace) -> list[Figure]:
    runs = workplace.count(_RUNS, _RUNS_QUICK)
    folder = workplace.folder / "joining"
    folder.mkdir()
    first = _clip(folder / "0.mp4", workplace.count(_SECONDS, _SECONDS_QUICK))
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


def _clip(path: Path, seconds: int) -> Path:
    graph = Graph()
    source = graph.add("testsrc2", f"size=1920x1080:rate={_RATE}:duration={seconds}")
    grain, plain = graph.add("noise", "alls=20:allf=t"), graph.add("format", "yuv420p")
    sink = graph.add("buffersink")
    for one, other in ((source, grain), (grain, plain), (plain, sink)):
        one.link_to(other)
    graph.configure()
    with av.open(str(path), "w", options={"movflags": "faststart"}) as output:
        pictures = output.add_stream("libx264", rate=_RATE)
        pictures.width, pictures.height, pictures.pix_fmt = 1920, 1080, "yuv420p"
        pictures.bit_rate = _BITS
        pictures.codec_context.options = {"preset": "ultrafast", "bf": "2"}
        sound = output.add_stream("aac", rate=_SAMPLE_RATE)
        for number in range(seconds * _RATE):
            frame = graph.pull()
            if not isinstance(frame, av.VideoFrame):
                raise MeasurementError("no picture")
            frame.pts, frame.time_base = number, Fraction(1, _RATE)
            output.mux(pictures.encode(frame))
        output.mux(pictures.encode(None))
        for start in range(0, seconds * _SAMPLE_RATE, 1024):
            frame = av.AudioFrame(format="fltp", layout="stereo", samples=1024)
            for plane in frame.planes:
                plane.update(bytes(plane.buffer_size))
            frame.sample_rate = _SAMPLE_RATE
            frame.pts, frame.time_base = start, Fraction(1, _SAMPLE_RATE)
            output.mux(sound.encode(frame))
        output.mux(sound.encode(None))
    return path
