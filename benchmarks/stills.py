"""Poster and contact strip of a clip, over nothing but decoding the pictures that they need."""

import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
from av.video.stream import VideoStream
from PIL import Image

from benchmarks.figure import Figure, Target
from benchmarks.workplace import Workplace
from videogen_desktop.domain.clip import STRIP_FRAMES
from videogen_desktop.media.stills import make_poster, make_strip

_RUNS, _RUNS_QUICK = 7, 1
_TARGET = Target(ratio=1.3)
_FRAMES_PER_SECOND = 24
# Sizes, seconds and Mbit/s as providers deliver them. Three seconds of 4K are within the number
# of pixels that stills may cost; a longer one is not decoded to its end.
_CLIPS = {"720p": ((1280, 720), 5, 4), "4K": ((3840, 2160), 3, 16)}
_POSTER_SIDE, _CELL_SIDE = 640, 320


def measure(workplace: Workplace) -> list[Figure]:
    runs = workplace.count(_RUNS, _RUNS_QUICK)
    return [_figure(workplace.folder, name, runs) for name in _CLIPS]


def _figure(folder: Path, name: str, runs: int) -> Figure:
    size, seconds, megabits = _CLIPS[name]
    clip = folder / f"{name}.mp4"
    _make_clip(clip, size, seconds, megabits)
    stills, decoding = [], []
    for _ in range(runs):
        # In turns: what else the machine does meets both.
        stills.append(_milliseconds(lambda: _make_stills(clip)))
        decoding.append(_milliseconds(lambda: _decode(clip, seconds)))
    return Figure(
        name=f"poster and strip of {seconds} s of {name}",
        measured=min(stills),
        beside="decoding the same frames",
        beside_value=min(decoding),
        target=_TARGET,
        runs=runs,
        details={"stills_ms": stills, "decoding_ms": decoding},
    )


def _make_stills(clip: Path) -> None:
    make_poster(clip, clip.with_suffix(".poster.jpg"), _POSTER_SIDE)
    make_strip(clip, clip.with_suffix(".strip.jpg"), STRIP_FRAMES, _CELL_SIDE)


def _decode(clip: Path, seconds: int) -> None:
    """From the only key frame to the poster's place, and again to the strip's last."""
    for last in (Fraction(1, 3), Fraction(2 * STRIP_FRAMES - 1, 2 * STRIP_FRAMES)):
        with av.open(str(clip)) as source:
            stream = source.streams.video[0]
            # As the helper does it.
            stream.codec_context.thread_count = 1
            for frame in source.decode(stream):
                if frame.time >= seconds * last:
                    break


def _milliseconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1_000


def _make_clip(path: Path, size: tuple[int, int], seconds: int, megabits: int) -> None:
    """Something that moves under a grain, so that there is as much to decode as in a real one."""
    width, height = size
    scene = Image.effect_mandelbrot((width // 2, height // 2), (-2, -1.2, 1, 1.2), 60)
    scene = Image.merge("RGB", (scene, scene.rotate(180), scene)).resize((2 * width, height))
    grain = Image.effect_noise((width + 256, height + 256), 24).convert("RGB")
    with av.open(str(path), "w", options={"movflags": "faststart"}) as target:
        stream = target.add_stream("libx264", rate=_FRAMES_PER_SECOND)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.bit_rate = megabits * 1_000_000
        stream.codec_context.options = {"preset": "superfast", "g": "9999", "sc_threshold": "0"}
        for number in range(seconds * _FRAMES_PER_SECOND):
            left, top = number * 97 % 256, number * 61 % 256
            over = grain.crop((left, top, left + width, top + height))
            seen = scene.crop((number * 4, 0, number * 4 + width, height))
            frame = av.VideoFrame.from_image(Image.blend(seen, over, 0.15))  # type: ignore[no-untyped-call]
            frame.pts, frame.time_base = number, Fraction(1, _FRAMES_PER_SECOND)
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
