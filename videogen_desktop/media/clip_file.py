"""Opening a file of unknown origin with FFmpeg. Imported only inside the helper process."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av
from av.container import InputContainer
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from videogen_desktop.media.boxes import container_of
from videogen_desktop.media.posture import posture
from videogen_desktop.media.protocol import SIDES, VIDEO_CODECS, Refusal, RefusedFileError

# 8K UHD and a little more; FFmpeg refuses larger pictures before it allocates them.
MAX_PIXELS = 8192 * 4608
# Undecodable packets that players skip too, before the first picture.
_MOST_BAD_PACKETS = 50
_DECODERS = "h264,hevc,libdav1d,libaom-av1,av1,vp9"
# One demuxer, no other protocol than this very file, and no other decoder: what FFmpeg offers a
# hostile file to attack is as small as it can be made.
_CODEC_OPTIONS = {"codec_whitelist": _DECODERS, "max_pixels": str(MAX_PIXELS)}
_OPTIONS = {"protocol_whitelist": "file", "enable_drefs": "0", **_CODEC_OPTIONS}


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
def open_clip(path: Path) -> Iterator[ClipFile]:
    """Open `path` for decoding on one thread.

    Raises RefusedFileError with any reason but NO_FRAME, also for an error of FFmpeg's within the
    block.
    """
    container = container_of(path)
    try:
        with av.open(
            f"file:{path}", "r", format="mov", options=_OPTIONS, metadata_errors="replace"
        ) as source:
            yield _accepted(container, source)
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
    return (height, width) if posture(frame).swaps_sides else (width, height)


def _accepted(container: str, source: InputContainer) -> ClipFile:
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
    # One thread: a helper that yields to the user's work, with a memory need that can be measured.
    stream.codec_context.thread_count = 1
    audio = source.streams.audio
    return ClipFile(
        container, video_codec, _codec_name(audio[0]) if audio else None, source, stream
    )


def _codec_name(stream: VideoStream | av.AudioStream) -> str:
    # A stream for which FFmpeg has no decoder has no codec context, whatever PyAV's stub says.
    context = getattr(stream, "codec_context", None)
    return "unknown" if context is None else str(context.codec.canonical_name)
