"""Small real clips for these tests, written with PyAV."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream
from PIL import Image

FRAMES_PER_SECOND = 12
BLUE, RED, BLACK = (20, 20, 200), (250, 40, 40), (0, 0, 0)

Picture = Callable[[int, tuple[int, int]], Image.Image]


def blue_left_red_right(_number: int, size: tuple[int, int]) -> Image.Image:
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (0, 0, size[0] // 2, size[1]))
    return picture


@dataclass(frozen=True)
class Recipe:
    """How a clip is made; what is None is left out."""

    size: tuple[int, int] = (320, 180)
    container: str = "mp4"
    video: str | None = "libx264"
    audio: str | None = "aac"
    frames: int = FRAMES_PER_SECOND
    rotation: int | None = None
    options: tuple[tuple[str, str], ...] = ()
    picture: Picture = blue_left_red_right
    movflags: str = "faststart"
    title: str = ""
    metadata: tuple[tuple[str, str], ...] = ()
    muxer: tuple[tuple[str, str], ...] = ()
    codec_tag: str | None = None
    pixels: str = "yuv420p"


def write_clip(path: Path, recipe: Recipe | None = None) -> Path:
    """Write the clip of `recipe` to `path` and return that."""
    recipe = recipe or Recipe()
    options = {"movflags": recipe.movflags} if recipe.container in ("mp4", "mov") else {}
    options |= dict(recipe.muxer)
    with av.open(str(path), "w", format=recipe.container, options=options) as container:
        if recipe.title:
            container.metadata["title"] = recipe.title
        container.metadata.update(dict(recipe.metadata))
        video = _video_stream(container, recipe)
        audio = _audio_stream(container, recipe)
        if video is not None:
            _write_pictures(container, video, recipe)
        if audio is not None:
            _write_silence(container, audio, recipe)
    return path


def _video_stream(container: OutputContainer, recipe: Recipe) -> VideoStream | None:
    if recipe.video is None:
        return None
    stream = container.add_stream(recipe.video, rate=FRAMES_PER_SECOND)
    assert isinstance(stream, VideoStream)
    stream.width, stream.height = recipe.size
    stream.pix_fmt = recipe.pixels
    if recipe.codec_tag is not None:
        stream.codec_context.codec_tag = recipe.codec_tag
    stream.codec_context.options = dict(recipe.options)
    if recipe.rotation is not None:
        stream.set_display_rotation(recipe.rotation)
    return stream


def _audio_stream(container: OutputContainer, recipe: Recipe) -> AudioStream | None:
    if recipe.audio is None:
        return None
    stream = container.add_stream(recipe.audio, rate=48_000)
    assert isinstance(stream, AudioStream)
    stream.layout = "mono"
    return stream


def _write_pictures(container: OutputContainer, stream: VideoStream, recipe: Recipe) -> None:
    for number in range(recipe.frames):
        frame = av.VideoFrame.from_image(recipe.picture(number, recipe.size))  # type: ignore[no-untyped-call]
        frame.pts = number
        frame.time_base = Fraction(1, FRAMES_PER_SECOND)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _write_silence(container: OutputContainer, stream: AudioStream, recipe: Recipe) -> None:
    for number in range(48_000 * recipe.frames // FRAMES_PER_SECOND // 1024):
        frame = av.AudioFrame(format=stream.format.name, layout="mono", samples=1024)
        frame.planes[0].update(bytes(frame.planes[0].buffer_size))
        frame.sample_rate = 48_000
        frame.pts = number * 1024
        frame.time_base = Fraction(1, 48_000)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))
