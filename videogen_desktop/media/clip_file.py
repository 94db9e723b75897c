"""A file of unknown origin, opened with FFmpeg: what it is, its frames, and which way is up.

Imported only inside the helper process.
"""

import math
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import av
from av.buffer import Buffer
from av.container import InputContainer
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image
from PIL.Image import Transpose

from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.media.boxes import container_of
from videogen_desktop.media.protocol import (
    MAX_DURATION_MS,
    SIDES,
    VIDEO_CODECS,
    Refusal,
    RefusedFileError,
)

_MATRIX = struct.Struct("=9i")
_ON_ITS_SIDE = frozenset(
    {Transpose.ROTATE_90, Transpose.ROTATE_270, Transpose.TRANSPOSE, Transpose.TRANSVERSE}
)
# 8K UHD and a little more; FFmpeg refuses larger pictures before it allocates them.
MAX_PIXELS = 8192 * 4608
# Undecodable packets that players skip too, before the first picture.
_MOST_BAD_PACKETS = 50
_DECODERS = "h264,hevc,libdav1d,libaom-av1,av1,vp9"
# One demuxer, no other protocol than this very file, and no other decoder: what FFmpeg offers a
# hostile file to attack is as small as it can be made.
_CODEC_OPTIONS = {"codec_whitelist": _DECODERS, "max_pixels": str(MAX_PIXELS)}
_OPTIONS = {"protocol_whitelist": "file", "enable_drefs": "0", **_CODEC_OPTIONS}


def probe(path: Path) -> ClipFacts:
    """What the file is; its first picture is decoded. Raises RefusedFileError."""
    with open_clip(path) as clip:
        first = next(clip.frames(), None)
        if first is None:
            raise RefusedFileError(Refusal.NO_FRAME)
        width, height = display_size(clip.stream, first)
        return ClipFacts(
            container=clip.container,
            video_codec=clip.video_codec,
            audio_codec=clip.audio_codec,
            width=width,
            height=height,
            duration_ms=min(clip.duration_ms(), MAX_DURATION_MS),
            first_frame_decodes=True,
        )


@dataclass(frozen=True, slots=True)
class ClipFile:
    """An open clip whose container and video codec we accept."""

    container: str
    video_codec: str
    audio_codec: str | None
    source: InputContainer
    stream: VideoStream

    def duration_ms(self) -> int:
        """0 when the file does not say."""
        return max(0, self.source.duration or 0) // 1000

    def start_seconds(self) -> float:
        """The time stamp of the beginning, to which seeking is relative."""
        return (self.source.start_time or 0) / 1_000_000

    def seek_ms(self, offset_ms: int) -> None:
        """Go to the key frame at or before `offset_ms` from the beginning."""
        offset = (self.source.start_time or 0) + offset_ms * 1000
        try:
            self.source.seek(offset)
        except av.FFmpegError:
            # A damaged index may name no key frame at all.
            self.source.seek(offset, any_frame=True)

    def frames(self) -> Iterator[VideoFrame]:
        """Pictures from here on. Raises RefusedFileError(NO_FRAME) when too little decodes."""
        bad_packets = 0
        for packet in self.source.demux(self.stream):
            try:
                decoded = self.stream.decode(packet)
            except av.FFmpegError as error:
                bad_packets += 1
                if bad_packets > _MOST_BAD_PACKETS:
                    raise RefusedFileError(Refusal.NO_FRAME) from error
                continue
            yield from decoded


@contextmanager
def open_clip(path: Path, threads: int = 1) -> Iterator[ClipFile]:
    """Open `path` for decoding on so many threads.

    Raises RefusedFileError with any reason but NO_FRAME, also for an error of FFmpeg's within the
    block.
    """
    container = container_of(path)
    try:
        with av.open(
            f"file:{path}", "r", format="mov", options=_OPTIONS, metadata_errors="replace"
        ) as source:
            yield _accepted(container, source, threads)
    except MemoryError as error:
        raise RefusedFileError(Refusal.TOO_LARGE) from error
    except (av.FFmpegError, OverflowError) as error:
        raise RefusedFileError(Refusal.UNREADABLE) from error


def display_size(stream: VideoStream, frame: VideoFrame) -> tuple[int, int]:
    """Width and height as a player shows them: square pixels, turned upright.

    Raises RefusedFileError(TOO_LARGE).
    """
    width, height = frame.width, frame.height
    pixel_shape = stream.sample_aspect_ratio
    if pixel_shape:
        width = round(width * pixel_shape)
    if width not in SIDES or height not in SIDES:
        raise RefusedFileError(Refusal.TOO_LARGE)
    return (height, width) if orientation_of(frame).swaps_sides else (width, height)


@dataclass(frozen=True, slots=True)
class Orientation:
    """`steps` in order, then `degrees` clockwise, without room for the corners."""

    steps: tuple[Transpose, ...] = ()
    degrees: float = 0.0

    @property
    def swaps_sides(self) -> bool:
        """Whether what is wide becomes high."""
        return any(step in _ON_ITS_SIDE for step in self.steps)

    def upright(self, picture: Image.Image) -> Image.Image:
        for step in self.steps:
            picture = picture.transpose(step)
        if self.degrees:
            picture = picture.rotate(-self.degrees, Image.Resampling.BICUBIC)
        return picture


_AS_IT_IS = Orientation()


def orientation_of(frame: VideoFrame) -> Orientation:
    """How the picture has to be turned or mirrored, by its display matrix.

    One without a matrix, or with one that names no direction, stands as it is. The rules are
    FFmpeg's own for its `autorotate` (configure_input_video_filter in ffmpeg_filter.c), so that a
    still shows what players show.
    """
    # PyAV's stub knows a few kinds of side data only.
    sides = cast("Mapping[str, Buffer]", frame.side_data)
    try:
        return _of_matrix(_MATRIX.unpack_from(bytes(sides["DISPLAYMATRIX"])))
    except (KeyError, struct.error):
        return _AS_IT_IS


def _of_matrix(matrix: tuple[int, ...]) -> Orientation:
    across, down = (math.hypot(matrix[at], matrix[at + 3]) for at in (0, 1))
    if not across or not down:
        # Zeros throughout, as some encoders leave it.
        return _AS_IT_IS
    degrees = math.degrees(math.atan2(matrix[1] / down, matrix[0] / across)) % 360
    return Orientation(*_steps(matrix, round(degrees)))


def _steps(matrix: tuple[int, ...], degrees: int) -> tuple[tuple[Transpose, ...], float]:
    match degrees % 360:
        case 0:
            return ((Transpose.FLIP_TOP_BOTTOM,) if matrix[4] < 0 else ()), 0.0
        case 90:
            mirrored = matrix[3] > 0
            return (Transpose.TRANSPOSE if mirrored else Transpose.ROTATE_270,), 0.0
        case 180:
            across = (Transpose.FLIP_LEFT_RIGHT,) if matrix[0] < 0 else ()
            down = (Transpose.FLIP_TOP_BOTTOM,) if matrix[4] < 0 else ()
            return across + down, 0.0
        case 270:
            mirrored = matrix[3] < 0
            return (Transpose.TRANSVERSE if mirrored else Transpose.ROTATE_90,), 0.0
        case other:
            return (), float(other)


def _accepted(container: str, source: InputContainer, threads: int) -> ClipFile:
    videos = [s for s in source.streams.video if not s.disposition & Disposition.attached_pic]
    if not videos:
        raise RefusedFileError(Refusal.NO_VIDEO)
    stream = videos[0]
    video_codec = _codec_name(stream)
    if video_codec not in VIDEO_CODECS:
        raise RefusedFileError(Refusal.CODEC)
    width, height = stream.width, stream.height
    if max(width, height) not in SIDES or width * height > MAX_PIXELS:
        raise RefusedFileError(Refusal.TOO_LARGE)
    stream.codec_context.options = _CODEC_OPTIONS
    # One of them: a helper that yields to the user's work, with a memory need that can be measured.
    stream.codec_context.thread_count = threads
    audio = source.streams.audio
    return ClipFile(
        container, video_codec, _codec_name(audio[0]) if audio else None, source, stream
    )


def _codec_name(stream: VideoStream | av.AudioStream) -> str:
    # A stream for which FFmpeg has no decoder has no codec context, whatever PyAV's stub says.
    context = getattr(stream, "codec_context", None)
    return "unknown" if context is None else str(context.codec.canonical_name)
