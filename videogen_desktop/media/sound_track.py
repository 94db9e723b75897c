"""The sound of an export: each part's own or silence, exactly as long as its pictures; loudness.

Runs in the export helper. Samples travel as bytes: 32-bit floats of two channels in turn, 48,000 a
second.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.filter import Graph

from videogen_desktop.domain.export import ExportTarget
from videogen_desktop.media.clip_file import open_clip
from videogen_desktop.media.segments import Segment, sound_stream

SAMPLE_RATE = 48_000
SOUND_BITS = 192_000
_LAYOUT, _FORMAT = "stereo", "flt"
_SAMPLE_BYTES = 8
_CHUNK = 4_096
# As with pictures: no other decoder than those of the sounds that come in an MP4 or MOV.
_DECODERS = {
    "codec_whitelist": "aac,aac_latm,mp3,mp3float,opus,ac3,eac3,alac,flac,pcm_s16le,pcm_s24le"
}
# AAC overshoots what it is given by some tenths of a decibel.
_PEAK_MARGIN = 0.5
# Whatever is this quiet is noise: it would be made heard.
_SILENT_BELOW = -60.0


def samples_until(at: Fraction) -> int:
    """How many there are up to this second of a file."""
    return round(at * SAMPLE_RATE)


def samples_of(segment: Segment, count: int) -> Iterator[bytes]:
    """Exactly so many samples, beginning with the first frame; silence where there are none."""
    done = 0
    for at, data in _decoded(segment):
        if at > done:
            yield from silence(min(at, count) - done)
            done = min(at, count)
        if done >= count:
            return
        kept = data[(done - at) * _SAMPLE_BYTES :][: (count - done) * _SAMPLE_BYTES]
        if kept:
            yield kept
            done += len(kept) // _SAMPLE_BYTES
    yield from silence(count - done)


def silence(count: int) -> Iterator[bytes]:
    for start in range(0, count, _CHUNK):
        yield bytes(min(_CHUNK, count - start) * _SAMPLE_BYTES)


def frames_of(chunks: Iterable[bytes]) -> Iterator[AudioFrame]:
    """The samples as frames for a filter or an encoder, one behind the other."""
    at = 0
    for chunk in chunks:
        count = len(chunk) // _SAMPLE_BYTES
        frame = AudioFrame(format=_FORMAT, layout=_LAYOUT, samples=count)
        plane = frame.planes[0]
        plane.update(chunk + bytes(plane.buffer_size - len(chunk)))
        frame.sample_rate = SAMPLE_RATE
        frame.pts, frame.time_base = at, Fraction(1, SAMPLE_RATE)
        at += count
        yield frame


def _decoded(segment: Segment) -> Iterator[tuple[int, bytes]]:
    """Pieces of the part's sound, each with its place among the samples, which may be below 0."""
    if segment.sound is None:
        return
    with open_clip(segment.part.path) as clip:
        stream = sound_stream(clip)
        if stream is None:
            return
        stream.codec_context.options = _DECODERS
        resampler = AudioResampler(format=_FORMAT, layout=_LAYOUT, rate=SAMPLE_RATE)
        following: int | None = None
        for packet in clip.source.demux(stream):
            try:
                decoded: Sequence[AudioFrame | None] = stream.codec_context.decode(packet)
            except av.FFmpegError:
                # Players pass over it too: silence in its place.
                continue
            for frame in decoded:
                for piece in resampler.resample(frame):
                    if piece.pts is None or piece.time_base is None:
                        continue
                    at = samples_until(piece.pts * Fraction(piece.time_base) - segment.first)
                    # Stamps are rounded; only a real gap is one.
                    if following is not None and abs(at - following) < SAMPLE_RATE // 200:
                        at = following
                    following = at + piece.samples
                    size = piece.samples * _SAMPLE_BYTES
                    yield at, bytes(memoryview(piece.planes[0])[:size])


@dataclass(frozen=True, slots=True)
class Loudness:
    """A sound as EBU R 128 measures it, in the words of FFmpeg's filter `loudnorm`."""

    measured: dict[str, str]

    @property
    def is_silent(self) -> bool:
        return not float(self.measured["input_i"]) > _SILENT_BELOW


def measured(chunks: Iterable[bytes], target: ExportTarget, folder: Path) -> Loudness:
    """The first of two passes. The filter writes what it found into the folder, which is the
    working directory meanwhile: of a path it would take colons and quotes for its own."""
    graph = _Filters(f"{_wanted(target)}:print_format=json:stats_file=loudness.json")
    for frame in frames_of(chunks):
        for _ in graph.filtered(frame):
            pass
    for _ in graph.filtered(None):
        pass
    del graph
    return Loudness(json.loads((folder / "loudness.json").read_text(encoding="utf-8")))


def levelled(
    chunks: Iterable[bytes], target: ExportTarget | None, loudness: Loudness | None
) -> Iterator[AudioFrame]:
    """The second pass; without a measured loudness the samples as they are."""
    if target is None or loudness is None or loudness.is_silent:
        yield from frames_of(chunks)
        return
    found = loudness.measured
    graph = _Filters(
        f"{_wanted(target)}:measured_I={found['input_i']}:measured_TP={found['input_tp']}"
        f":measured_LRA={found['input_lra']}:measured_thresh={found['input_thresh']}"
        f":offset={found['target_offset']}:linear=true"
    )
    for frame in frames_of(chunks):
        yield from graph.filtered(frame)
    yield from graph.filtered(None)


def _wanted(target: ExportTarget) -> str:
    return f"I={target.loudness}:TP={target.true_peak - _PEAK_MARGIN}:LRA=11"


class _Filters:
    def __init__(self, loudnorm: str) -> None:
        self._graph = Graph()
        source = self._graph.add_abuffer(
            sample_rate=SAMPLE_RATE,
            format=_FORMAT,
            layout=_LAYOUT,
            time_base=Fraction(1, SAMPLE_RATE),
        )
        last = source
        # Its second pass works at 192 kHz, to find peaks between samples.
        steps = [
            ("loudnorm", loudnorm),
            ("aresample", str(SAMPLE_RATE)),
            ("aformat", f"sample_fmts={_FORMAT}:channel_layouts={_LAYOUT}"),
            ("abuffersink", None),
        ]
        for name, arguments in steps:
            step = self._graph.add(name, arguments)
            last.link_to(step)
            last = step
        self._graph.configure()

    def filtered(self, frame: AudioFrame | None) -> Iterator[AudioFrame]:
        self._graph.push(frame)
        while True:
            try:
                found = self._graph.pull()
            except (av.BlockingIOError, av.EOFError):
                return
            if isinstance(found, AudioFrame):
                yield found
