"""Writing a clip: VP9 and AAC in an MP4 that can start to play before it is whole.

Not H.264: PyAV's x264 would bind whoever bundles it to the GPL, and takes a little longer.
"""

import contextlib
import hashlib
import math
import os
import time
from array import array
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from random import Random
from tempfile import mkstemp
from typing import Any, Protocol

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.reformatter import ColorRange, Colorspace
from av.video.stream import VideoStream
from PIL import Image

from videogen_desktop.sandbox.canvas import Canvas
from videogen_desktop.sandbox.clip_plan import ClipPlan, Sides
from videogen_desktop.sandbox.pictured import scene_of
from videogen_desktop.sandbox.scene import Scene

SAMPLE_RATE = 48_000
LOOP_SECONDS = 0.5
PEAK = 2600
FADE_SECONDS = 0.35
# Whole hertz, all even: a loop of half a second has no seam.
CHORDS: tuple[tuple[int, ...], ...] = (
    (220, 278, 330, 440),
    (196, 246, 294, 392),
    (174, 220, 262, 350),
    (164, 208, 246, 330),
    (146, 220, 294, 370),
    (130, 196, 262, 330),
)
FRAMES_PER_SECOND = 24
BT709 = 1
LIMITED_RANGE = 1
FEWEST_FRAMES = 4
# As many as 10 s of 1080p have.
MOST_PIXELS = 1920 * 1080 * FRAMES_PER_SECOND * 10
_LARGEST_DRAWN_SIDE = 1080
AUDIO_CHUNK = 4096
# No drawing takes so long.
_ABANDONED_SECONDS = 3600


def write_clip(path: Path, plan: ClipPlan, *, font_path: Path, stop: Callable[[], bool]) -> None:
    """Draw and encode a clip; the file appears whole or not at all. Blocks for seconds.

    Raises:
        ClipAbandonedError: when ``stop`` said so between two frames.
    """
    _remove_abandoned(path.parent)
    # A name of its own: the sandbox of a window that was killed may still draw the same clip, and
    # what both wrote into one file was published as a clip that no player opens.
    number, name = mkstemp(dir=path.parent, prefix=f"{path.stem}.", suffix=".part")
    os.close(number)
    unfinished = Path(name)
    try:
        options = {"movflags": "faststart"}
        with av.open(str(unfinished), "w", format="mp4", options=options) as container:
            scene = scene_of(plan, font_path) or _words(plan, font_path)
            _write(container, scene, plan, stop)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _remove_abandoned(folder: Path) -> None:
    """What killed sandboxes had begun; one that still draws is left alone."""
    for unfinished in folder.glob("*.part"):
        with contextlib.suppress(OSError):
            if unfinished.stat().st_mtime < time.time() - _ABANDONED_SECONDS:
                unfinished.unlink()


class _Drawn(Protocol):
    def frame(self, seconds: float, is_last: bool) -> Canvas | Image.Image: ...


def _words(plan: ClipPlan, font_path: Path) -> _Drawn:
    # Scenery is drawn no larger than this and then enlarged: 4K would take minutes.
    share = min(1.0, _LARGEST_DRAWN_SIDE / min(plan.sides))
    width, height = (round(side * share / 2) * 2 for side in plan.sides)
    return Scene(plan.prompt, (width, height), plan.seconds, font_path)


def frames_per_second(plan: ClipPlan) -> int:
    """24, and fewer for clips so long and large that they would take minutes to draw."""
    pixels = plan.sides[0] * plan.sides[1] * plan.seconds
    return max(FEWEST_FRAMES, min(FRAMES_PER_SECOND, MOST_PIXELS // pixels))


def samples(prompt: str, seconds: float) -> "array[int]":
    """Mono 16-bit samples at 48 kHz that fade in and out."""
    random = Random(hashlib.sha256(b"sound" + prompt.encode(errors="replace")).digest())
    loop = _loop(random.choice(CHORDS))
    count = round(SAMPLE_RATE * seconds)
    whole = (loop * (count // len(loop) + 1))[:count]
    fade = round(SAMPLE_RATE * min(FADE_SECONDS, seconds / 3))
    for index in range(fade):
        gain = 0.5 - 0.5 * math.cos(math.pi * index / fade)
        whole[index] = round(whole[index] * gain)
        whole[-1 - index] = round(whole[-1 - index] * gain)
    return whole


def _loop(chord: tuple[int, ...]) -> "array[int]":
    count = round(SAMPLE_RATE * LOOP_SECONDS)
    loop = [0.0] * count
    for position, frequency in enumerate(chord):
        rate = 2 * math.pi * frequency / SAMPLE_RATE
        loudness = 1 / (1 + position)
        loop = [value + loudness * math.sin(rate * i) for i, value in enumerate(loop)]
    # The chord breathes twice a second, gently.
    breath = 2 * math.pi / count
    shaped = [v * (0.85 + 0.15 * math.cos(breath * i)) for i, v in enumerate(loop)]
    peak = max(map(abs, shaped))
    return array("h", [round(PEAK * value / peak) for value in shaped])


class ClipAbandonedError(Exception):
    """The sandbox is ending; the clip was not finished and nothing of it was kept."""


def _write(
    container: OutputContainer, scene: _Drawn, plan: ClipPlan, stop: Callable[[], bool]
) -> None:
    rate = frames_per_second(plan)
    video = _video_stream(container, plan.sides, rate)
    if plan.sound:
        audio = container.add_stream("aac", rate=SAMPLE_RATE, layout="mono")
        audio.bit_rate = 64_000
        _write_sound(container, audio, plan.prompt, plan.seconds)
    count = rate * plan.seconds
    # Drawing and encoding take about as long as each other and both let go of the GIL.
    with ThreadPoolExecutor(1, thread_name_prefix="encode") as encoder:
        encoding: Future[None] | None = None
        for index in range(count):
            if stop():
                raise ClipAbandonedError
            drawn = scene.frame(index / rate, is_last=index == count - 1)
            frame = _video_frame(drawn, plan.sides)
            frame.pts = index
            frame.time_base = Fraction(1, rate)
            if encoding is not None:
                encoding.result()
            encoding = encoder.submit(_encode, container, video, frame)
    if encoding is not None:
        encoding.result()
    _encode(container, video, None)


def _encode(container: OutputContainer, video: VideoStream, frame: av.VideoFrame | None) -> None:
    container.mux(video.encode(frame))


def _video_stream(container: OutputContainer, size: Sides, rate: int) -> VideoStream:
    # The quickest that it has; "b": "0" leaves the size to the quality.
    options = {"deadline": "realtime", "cpu-used": "8", "crf": "26", "b": "0"}
    stream = container.add_stream("libvpx-vp9", rate=rate, options=options)
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    context = stream.codec_context
    context.color_range = LIMITED_RANGE
    context.colorspace = context.color_primaries = context.color_trc = BT709
    return stream


def _write_sound(
    container: OutputContainer, stream: AudioStream, prompt: str, seconds: int
) -> None:
    sound = samples(prompt, seconds)
    for start in range(0, len(sound), AUDIO_CHUNK):
        chunk = sound[start : start + AUDIO_CHUNK]
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(chunk))
        frame.planes[0].update(chunk.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        frame.sample_rate = SAMPLE_RATE
        frame.pts = start
        frame.time_base = Fraction(1, SAMPLE_RATE)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _video_frame(drawn: Canvas | Image.Image, size: Sides) -> av.VideoFrame:
    if isinstance(drawn, Image.Image):
        of_video: Any = av.VideoFrame
        picture: av.VideoFrame = of_video.from_image(drawn)
        return picture.reformat(
            *size, "yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
        )
    frame = av.VideoFrame(*drawn.y.size, "yuv420p")
    planes: tuple[Image.Image, ...] = (drawn.y, drawn.cb, drawn.cr)
    for plane, picture_plane in zip(frame.planes, planes, strict=True):
        rows = picture_plane.tobytes("raw", "L", plane.line_size, 1)
        plane.update(rows.ljust(plane.buffer_size, b"\0"))
    return frame if drawn.y.size == size else frame.reformat(*size)
