"""The job of the export helper: one file of several clips, copied where they match.

The file appears under the name it is given and is flushed to the disk; whoever asked gives it the
name it is meant to have.
"""

import contextlib
import errno
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.container import OutputContainer
from av.video.stream import VideoStream

from videogen_desktop import held_files
from videogen_desktop.domain.export import ExportPlan, ExportStage, ExportTarget, MadeClip
from videogen_desktop.media import sound_track as sound
from videogen_desktop.media.clip_file import ClipFile, open_clip
from videogen_desktop.media.copied_clips import (
    CopiedClips,
    pictures_match,
    sounds_match,
    write_packets,
)
from videogen_desktop.media.joined_boxes import join
from videogen_desktop.media.picture_track import (
    BT709,
    LIMITED,
    Shape,
    bounded,
    frame_count,
    pictures,
    shape_of,
)
from videogen_desktop.media.protocol import Facts, RefusedFileError
from videogen_desktop.media.sample_tables import UnlikeError
from videogen_desktop.media.segments import (
    ENCODER_THREADS,
    TOO_LONG,
    RefusedExportError,
    look,
)
from videogen_desktop.media.serving import Tell

_TELL_EVERY_SECONDS = 0.2
# What x264 makes at this quality nobody tells from its source; a bound on bytes may ask for less.
_QUALITY = {"crf": "18", "preset": "fast"}
# Of what may be written this much is left for the index and the encoder's last seconds.
_USED = 0.94
_TRIES = 3
_LESS_EACH_TRY = 0.85
# Below these bits a second a picture of such sides is blocks; below the last of them nothing helps.
_SIDES_BELOW = ((2_500_000, 1280), (900_000, 854), (400_000, 640))
_LEAST_BITS = 120_000
# An index of so many bytes a packet, so that it can be written before what it lists.
_INDEX_BYTES, _INDEX_PACKET_BYTES = 16_384, 40


def make(plan: ExportPlan, destination: Path, tell: Tell) -> MadeClip:
    """Write the file. Raises RefusedFileError, RefusedExportError, OSError; then none is left."""
    try:
        if (joined := _joined_by_boxes(plan, destination, tell)) is not None:
            return joined
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            made = _Export(plan, destination, tell, Path(folder)).made()
        _flush(destination)
        return made
    except BaseException as error:
        held_files.remove(destination)
        if isinstance(error, av.FFmpegError):
            # Of a clip it would have been a refusal: the file could not be written.
            raise OSError(error.errno or errno.EIO, str(error)) from error
        raise


def _joined_by_boxes(plan: ExportPlan, destination: Path, tell: Tell) -> MadeClip | None:
    """None where the clips are to be cut, or are not of a kind."""
    if plan.target is not None or any(one.start_ms or one.end_ms is not None for one in plan.parts):
        return None
    count = len(plan.parts)

    def told(number: int) -> None:
        facts: Facts = {"done": number, "total": count, "number": number, "count": count}
        tell({"stage": ExportStage.COPYING.value, **facts})

    tags = {"title": plan.title, "comment": plan.comment}
    try:
        paths = [part.path for part in plan.parts]
        made = join(paths, destination, {name: text for name, text in tags.items() if text}, told)
    except (UnlikeError, RefusedFileError):
        # What is no clip is refused below.
        return None
    _flush(destination)
    return made


def _flush(destination: Path) -> None:
    with destination.open("rb+") as file:
        os.fsync(file.fileno())


@dataclass(frozen=True, slots=True)
class _Encoding:
    """How the pictures are encoded: the quality, and at most so many bits a second."""

    shape: Shape
    most_bits: int | None = None

    def options(self) -> dict[str, str]:
        if self.most_bits is None:
            return dict(_QUALITY)
        bound = str(self.most_bits)
        return {**_QUALITY, "maxrate": bound, "bufsize": bound}


class _Export:
    def __init__(self, plan: ExportPlan, destination: Path, tell: Tell, folder: Path) -> None:
        self._plan = plan
        self._destination = destination
        self._tell = tell
        self._folder = folder
        self._told_at = 0.0
        self._segments = [look(part) for part in plan.parts]
        self._total = sum((one.duration for one in self._segments), Fraction(0))

    def made(self) -> MadeClip:
        target = self._plan.target
        if target is None and pictures_match(self._segments) and sounds_match(self._segments):
            with contextlib.suppress(UnlikeError):
                return self._copied()
        is_levelled = target is not None and target.loudness is not None
        loudness = self._listened(target) if target is not None and is_levelled else None
        if self._may_keep_pictures(target):
            with contextlib.suppress(UnlikeError):
                return self._with_new_sound(loudness)
        encoding = self._encoding(target)
        for _ in range(_TRIES):
            made = self._encoded(encoding, loudness)
            if self._fits(target):
                return made
            encoding = replace(encoding, most_bits=self._less(encoding))
        raise RefusedExportError(TOO_LONG)

    # --- three ways -------------------------------------------------------------------------

    def _copied(self) -> MadeClip:
        with self._output(self._packet_count()) as output, self._first() as clip:
            copied = CopiedClips(output, clip, with_sound=True)
            for number, segment in enumerate(self._segments, 1):
                copied.add(segment, partial(self._say, ExportStage.COPYING, number))
        return self._facts(self._segments[0].sides, copied.duration, is_copied=True)

    def _with_new_sound(self, loudness: "sound.Loudness | None") -> MadeClip:
        with self._output(self._packet_count()) as output, self._first() as clip:
            copied = CopiedClips(output, clip, with_sound=False)
            voice = _SoundEncoder(output)
            heard = sound.levelled(self._samples(), self._plan.target, loudness)
            for number, segment in enumerate(self._segments, 1):
                copied.add(segment, partial(self._say, ExportStage.ENCODING, number))
                voice.write_until(heard, copied.duration)
            voice.end(heard)
        return self._facts(self._segments[0].sides, copied.duration, is_copied=False)

    def _encoded(self, encoding: _Encoding, loudness: "sound.Loudness | None") -> MadeClip:
        shape, at = encoding.shape, 0
        with self._output(None) as output:
            stream = _picture_stream(output, encoding)
            voice = _SoundEncoder(output) if self._has_sound else None
            samples = self._samples(shape.rate)
            heard = sound.levelled(samples, self._plan.target, loudness)
            for number, segment in enumerate(self._segments, 1):
                for frame in pictures(segment, shape):
                    frame.pts, frame.time_base = at, 1 / shape.rate
                    write_packets(output, stream.encode(frame))
                    at += 1
                    if voice is not None:
                        voice.write_until(heard, at / shape.rate)
                    self._say(ExportStage.ENCODING, number, at / shape.rate)
            write_packets(output, stream.encode(None))
            if voice is not None:
                voice.end(heard)
        return self._facts((shape.width, shape.height), at / shape.rate, is_copied=False)

    # --- what they share --------------------------------------------------------------------

    @contextlib.contextmanager
    def _output(self, packets: int | None) -> Iterator[OutputContainer]:
        # The index stands before what it lists, so that a clip plays while it is being loaded.
        # Where its size is known it is written there; else what was written moves behind it.
        tags = len(self._plan.title.encode()) + len(self._plan.comment.encode())
        room = _INDEX_BYTES + tags + _INDEX_PACKET_BYTES * (packets or 0)
        options = {"movflags": "faststart"} if packets is None else {"moov_size": str(room)}
        with av.open(f"file:{self._destination}", "w", format="mp4", options=options) as output:
            for name, text in (("title", self._plan.title), ("comment", self._plan.comment)):
                if text:
                    output.metadata[name] = text
            yield output

    @contextlib.contextmanager
    def _first(self) -> Iterator[ClipFile]:
        with open_clip(self._segments[0].part.path) as clip:
            yield clip

    @property
    def _has_sound(self) -> bool:
        return any(one.sound is not None for one in self._segments)

    def _samples(self, rate: Fraction | None = None) -> Iterator[bytes]:
        """All of them, each part exactly as long as its pictures."""
        at, done = Fraction(0), 0
        for segment in self._segments:
            at += segment.duration if rate is None else frame_count(segment, rate) / rate
            count = sound.samples_until(at) - done
            done += count
            yield from sound.samples_of(segment, count)

    def _listened(self, target: ExportTarget) -> "sound.Loudness | None":
        if not self._has_sound:
            return None
        return sound.measured(self._followed(self._samples()), target, self._folder)

    def _followed(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        done = 0
        for chunk in chunks:
            done += len(chunk) // 8
            self._say(ExportStage.LISTENING, 1, Fraction(done, sound.SAMPLE_RATE))
            yield chunk

    def _packet_count(self) -> int:
        """More than there are."""
        frames = sum(int(one.duration * one.rate) + 64 for one in self._segments)
        return frames + int(self._total * 96) + 256 * len(self._segments)

    def _say(self, stage: ExportStage, number: int, at: Fraction) -> None:
        now = time.monotonic()
        if now - self._told_at >= _TELL_EVERY_SECONDS:
            self._told_at = now
            done, total = int(max(at, Fraction(0)) * 1000), int(self._total * 1000)
            place = {"number": number, "count": len(self._segments)}
            self._tell({"stage": stage.value, "done": min(done, total), "total": total, **place})

    def _facts(self, sides: tuple[int, int], duration: Fraction, *, is_copied: bool) -> MadeClip:
        return MadeClip(*sides, duration_ms=round(duration * 1000), is_copied=is_copied)

    # --- what a target asks for -------------------------------------------------------------

    def _may_keep_pictures(self, target: ExportTarget | None) -> bool:
        """Whether only the sound is to be made anew."""
        if not (self._has_sound and pictures_match(self._segments)):
            return False
        if target is None:
            return True
        first, size = self._segments[0], sum(p.path.stat().st_size for p in self._plan.parts)
        fits = target.sides is None and max(first.sides) <= target.longest_side
        is_plain = first.picture[0] == "h264" and "yuv420p" in first.picture
        room = None if target.most_bytes is None else target.most_bytes * _USED
        sound_bytes = float(self._total) * sound.SOUND_BITS / 8
        return (
            (fits or target.sides == first.sides)
            and is_plain
            and not first.orientation.steps
            and (room is None or size + sound_bytes <= room)
        )

    def _encoding(self, target: ExportTarget | None) -> _Encoding:
        shape = shape_of(self._segments, target, self._plan.bars)
        if target is None or target.most_bytes is None:
            return _Encoding(shape)
        bits = target.most_bytes * 8 * _USED / float(self._total) - sound.SOUND_BITS
        if bits < _LEAST_BITS:
            raise RefusedExportError(TOO_LONG)
        for least, longest in _SIDES_BELOW:
            if bits < least:
                width, height = bounded(shape.width, shape.height, longest)
                shape = replace(shape, width=width // 2 * 2, height=height // 2 * 2)
        return _Encoding(shape, int(bits))

    def _fits(self, target: ExportTarget | None) -> bool:
        most = None if target is None else target.most_bytes
        return most is None or self._destination.stat().st_size <= most

    def _less(self, encoding: _Encoding) -> int:
        return int((encoding.most_bits or _LEAST_BITS) * _LESS_EACH_TRY)


def _picture_stream(output: OutputContainer, encoding: _Encoding) -> VideoStream:
    shape = encoding.shape
    stream = output.add_stream("libx264", rate=shape.rate)
    stream.width, stream.height, stream.pix_fmt = shape.width, shape.height, "yuv420p"
    context = stream.codec_context
    context.time_base = 1 / shape.rate
    context.gop_size = max(round(shape.rate * 2), 1)
    context.color_primaries = context.color_trc = context.colorspace = BT709
    context.color_range = LIMITED
    context.options = encoding.options()
    context.thread_count = min(os.cpu_count() or 1, ENCODER_THREADS)
    return stream


class _SoundEncoder:
    """The sound of a file, written as far as its pictures are."""

    def __init__(self, output: OutputContainer) -> None:
        self._output = output
        self._stream = output.add_stream("aac", rate=sound.SAMPLE_RATE)
        self._stream.layout = "stereo"
        self._stream.bit_rate = sound.SOUND_BITS
        self._done = 0

    def write_until(self, heard: Iterator[AudioFrame], at: Fraction) -> None:
        while self._done < sound.samples_until(at):
            frame = next(heard, None)
            if frame is None:
                return
            self._write(frame)

    def end(self, heard: Iterator[AudioFrame]) -> None:
        for frame in heard:
            self._write(frame)
        write_packets(self._output, self._stream.encode(None))

    def _write(self, frame: AudioFrame) -> None:
        # Filters count in units of their own.
        frame.pts, frame.time_base = self._done, Fraction(1, sound.SAMPLE_RATE)
        self._done += frame.samples
        write_packets(self._output, self._stream.encode(frame))
