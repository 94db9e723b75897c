"""The parts of an export as their files are: kept frames, rates, shapes, and what has to match.

Runs in the export helper. Times are seconds of the file's own stamps, as fractions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from av.audio.stream import AudioStream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from videogen_desktop.domain.export import ROUNDING_MS, ClipPart
from videogen_desktop.media.clip_file import (
    ClipFile,
    Orientation,
    display_size,
    open_clip,
    orientation_of,
)
from videogen_desktop.media.protocol import Facts, Refusal, RefusedFileError

NOTHING_LEFT, TOO_LONG = "nothing_left", "too_long"
# Of what decodes, filters and encodes: their number bounds the memory, whatever the machine has.
DECODER_THREADS, FILTER_THREADS, ENCODER_THREADS = 2, 4, 8
_USUAL_RATES = tuple(
    Fraction(*rate) for rate in ((24, 1), (25, 1), (30, 1), (48, 1), (50, 1), (60, 1))
)
# Frames stand where a clip of one rate has them, but for the rounding of its time base.
_STEADY = Fraction(1, 200)
_STEADY_FRAMES = Fraction(1, 10)


class RefusedExportError(Exception):
    """The clips are well and cannot be made into this; `reason` is one of ExportRefusedError."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Segment:
    """One part. Kept are the frames from the stamp `first` to before `end`.

    `before` is how much of the `whole` clip stands before them. `sides` are those of a player,
    `picture` and `sound` what has to be the same in two files whose packets go into one; `sound` is
    None where the clip is silent.
    """

    part: ClipPart
    first: Fraction
    end: Fraction
    before: Fraction
    whole: Fraction
    is_whole: bool
    rate: Fraction
    sides: tuple[int, int]
    orientation: Orientation
    picture: tuple[object, ...]
    sound: tuple[object, ...] | None

    @property
    def duration(self) -> Fraction:
        return self.end - self.first

    def as_facts(self) -> Facts:
        """Of the whole clip and of what is kept, in frames at its rate."""
        kept, before = round(self.duration * self.rate), round(self.before * self.rate)
        return {
            "frames": max(round(self.whole * self.rate), before + kept, 1),
            "first": before,
            "count": max(kept, 1),
            "rate_frames": self.rate.numerator,
            "rate_seconds": self.rate.denominator,
            "width": self.sides[0],
            "height": self.sides[1],
            "has_sound": int(self.sound is not None),
        }

    def frames(self) -> Iterator[tuple[Fraction, VideoFrame]]:
        """The kept frames, each with its time from the first. Raises RefusedFileError."""
        with open_clip(self.part.path, DECODER_THREADS) as clip:
            base = time_base_of(clip.stream)
            clip.source.seek(int(self.first / base), stream=clip.stream)
            for frame in clip.frames():
                if frame.pts is None or frame.pts * base < self.first:
                    continue
                if frame.pts * base >= self.end:
                    return
                yield frame.pts * base - self.first, frame


def look(part: ClipPart) -> Segment:
    """Raises RefusedFileError, RefusedExportError."""
    with open_clip(part.path) as clip:
        stream = clip.stream
        stamps = sorted(_stamps(clip))
        if not stamps:
            raise RefusedFileError(Refusal.NO_FRAME)
        starts = [start for start, _ in stamps]
        first, last = _kept(part, starts)
        is_whole = first == 0 and last == len(stamps)
        clip_end = max(end for _, end in stamps)
        end = starts[last] if last < len(stamps) else clip_end
        rate = _rate(starts, clip_end, stream)
        frame = _first_frame(part)
        orientation = orientation_of(frame)
        return Segment(
            part=part,
            first=starts[first],
            end=end,
            before=starts[first] - starts[0],
            whole=clip_end - starts[0],
            is_whole=is_whole,
            rate=rate,
            sides=display_size(stream, frame),
            orientation=orientation,
            picture=_picture_of(stream, orientation),
            sound=sound_of(clip),
        )


def sound_of(clip: ClipFile) -> tuple[object, ...] | None:
    """What makes its sound one that another's packets can follow."""
    stream = sound_stream(clip)
    if stream is None:
        return None
    context = stream.codec_context
    kind = (context.name, context.profile, context.extradata)
    return (*kind, context.sample_rate, context.layout.name, stream.time_base)


def sound_stream(clip: ClipFile) -> AudioStream | None:
    """The first that can be heard at all."""
    for stream in clip.source.streams.audio:
        if getattr(stream, "codec_context", None) is not None:
            return stream
    return None


def time_base_of(stream: VideoStream | AudioStream) -> Fraction:
    if stream.time_base is None:
        raise RefusedFileError(Refusal.UNREADABLE)
    return Fraction(stream.time_base)


def _stamps(clip: ClipFile) -> Iterator[tuple[Fraction, Fraction]]:
    """When each shown frame begins and ends; nothing is decoded."""
    base = time_base_of(clip.stream)
    for packet in clip.source.demux(clip.stream):
        if packet.pts is not None and not packet.is_discard:
            yield packet.pts * base, (packet.pts + (packet.duration or 0)) * base


def _kept(part: ClipPart, starts: list[Fraction]) -> tuple[int, int]:
    """The first frame that is shown between both ends, and the one behind the last."""
    after = starts[0] + Fraction(part.start_ms + ROUNDING_MS, 1000)
    first = max(sum(start <= after for start in starts) - 1, 0)
    last = len(starts)
    if part.end_ms is not None:
        before = starts[0] + Fraction(part.end_ms - ROUNDING_MS, 1000)
        last = sum(start < before for start in starts)
    if first >= last:
        raise RefusedExportError(NOTHING_LEFT)
    return first, last


def _rate(starts: list[Fraction], end: Fraction, stream: VideoStream) -> Fraction:
    """Of frames at even distances their own, else the next usual one, at most 60 a second."""
    length = end - starts[0]
    mean = Fraction(len(starts)) / length if length > 0 else Fraction(24)
    named = Fraction(stream.average_rate) if stream.average_rate else mean
    if len(starts) > 1 and all(
        abs((start - starts[0]) * named - number) < _STEADY_FRAMES
        for number, start in enumerate(starts)
    ):
        return min(named, _USUAL_RATES[-1])
    gaps = [b - a for a, b in pairwise(starts) if b > a]
    fastest = 1 / min(gaps) if gaps else mean
    return next((one for one in _USUAL_RATES if one >= fastest * (1 - _STEADY)), _USUAL_RATES[-1])


def _first_frame(part: ClipPart) -> VideoFrame:
    with open_clip(part.path) as clip:
        frame = next(clip.frames(), None)
    if frame is None:
        raise RefusedFileError(Refusal.NO_FRAME)
    return frame


def _picture_of(stream: VideoStream, orientation: Orientation) -> tuple[object, ...]:
    context = stream.codec_context
    shape = (context.width, context.height, context.pix_fmt, stream.sample_aspect_ratio)
    colours = (context.color_primaries, context.color_trc, context.colorspace, context.color_range)
    return (
        *(context.name, context.codec_tag, context.profile, context.extradata),
        *shape,
        *colours,
        *(stream.time_base, orientation),
    )
