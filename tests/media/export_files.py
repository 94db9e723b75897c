"""Clips whose frames say their own number, and what is read from the file that comes of them."""

import math
import re
import struct
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.filter import Graph
from PIL import Image

_BITS = 6
_DARK, _LIGHT = (40, 40, 40), (225, 225, 225)


def numbered(number: int, size: tuple[int, int]) -> Image.Image:
    """A frame whose upper half shows its number as six bars, the lowest bit on the left."""
    picture = Image.new("RGB", size, _DARK)
    for bit in range(_BITS):
        if number >> bit & 1:
            ends = (size[0] * place // _BITS for place in (bit, bit + 1))
            left, right = ends
            picture.paste(_LIGHT, (left, 0, right, size[1] // 2))
    return picture


@dataclass(frozen=True)
class Seen:
    """Of a file as a player shows it: numbers and seconds of its frames, sides, and its sound."""

    numbers: list[int]
    times: list[float]
    sides: tuple[int, int]
    sound_seconds: float | None
    loudness: float | None
    peak: float | None


def seen(path: Path, *, within: tuple[int, int, int, int] | None = None) -> Seen:
    """`within` is where the clip itself stands in the frame: left, upper, right, lower."""
    numbers: list[int] = []
    times: list[float] = []
    sides = (0, 0)
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            picture: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
            sides = picture.size
            numbers.append(_number(picture.crop(within) if within else picture))
            times.append(float(frame.time or 0))
    return Seen(numbers, times, sides, *_heard(path))


def pixel(picture: Image.Image, left: int, upper: int) -> tuple[int, int, int]:
    red, green, blue = picture.convert("RGB").crop((left, upper, left + 1, upper + 1)).tobytes()
    return red, green, blue


def _number(picture: Image.Image) -> int:
    width, height = picture.size
    found = 0
    for bit in range(_BITS):
        at = width * (2 * bit + 1) // (2 * _BITS)
        found |= (pixel(picture, at, height // 4)[1] > 130) << bit
    return found


def _heard(path: Path) -> tuple[float | None, float | None, float | None]:
    with av.open(str(path)) as container:
        if not container.streams.audio:
            return None, None, None
        stream = container.streams.audio[0]
        graph = Graph()
        source = graph.add_abuffer(template=stream)
        meter = graph.add("ebur128", "metadata=1:peak=true")
        sink = graph.add("abuffersink")
        source.link_to(meter)
        meter.link_to(sink)
        graph.configure()
        samples, loudness, peak = 0, None, -99.0
        for frame in container.decode(stream):
            samples += frame.samples
            graph.push(frame)
            while True:
                try:
                    measured = graph.pull()
                except (av.BlockingIOError, av.EOFError):
                    break
                found = measured.metadata
                loudness = float(found.get("lavfi.r128.I", "nan"))
                peaks = [
                    v for k, v in found.items() if re.fullmatch(r"lavfi\.r128\.true_peaks_ch\d", k)
                ]
                peak = max([peak, *(20 * math.log10(float(one) or 1e-9) for one in peaks)])
        return samples / stream.codec_context.sample_rate, loudness, peak


def add_tone(
    path: Path, silent: Path, level: float, seconds: float, until: float | None = None
) -> Path:
    """The clip `silent` with a tone of this amplitude (0 to 1), written to `path`; it is heard
    until that second, and is silence from then on."""
    rate = 48_000
    with av.open(str(silent)) as source, av.open(str(path), "w") as output:
        pictures = output.add_stream_from_template(source.streams.video[0])
        sound = output.add_stream("aac", rate=rate)
        assert isinstance(sound, AudioStream)
        sound.layout = "stereo"
        for packet in source.demux(source.streams.video[0]):
            if packet.dts is not None:
                packet.stream = pictures
                output.mux(packet)
        sounding = rate * (seconds if until is None else until)
        for start in range(0, int(rate * seconds) // 1024 * 1024, 1024):
            values = (
                level * math.sin(2 * math.pi * 997 * at / rate) * (at < sounding)
                for at in range(start, start + 1024)
            )
            body = b"".join(struct.pack("<2f", value, value) for value in values)
            frame = av.AudioFrame(format="flt", layout="stereo", samples=1024)
            frame.planes[0].update(body)
            frame.sample_rate = rate
            frame.pts, frame.time_base = start, Fraction(1, rate)
            output.mux(sound.encode(frame))
        output.mux(sound.encode(None))
    return path


def onsets(path: Path) -> list[float]:
    """The seconds at which something begins to be heard after a tenth of a second of silence."""
    found: list[float] = []
    quiet_since, at = -1.0, 0.0
    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="flt", layout="mono", rate=8_000)
        for frame in container.decode(audio=0):
            for piece in resampler.resample(frame):
                at = float(piece.time or 0)
                values = struct.unpack(
                    f"<{piece.samples}f", bytes(piece.planes[0])[: 4 * piece.samples]
                )
                for number, value in enumerate(values):
                    if abs(value) > 0.05:
                        now = at + number / 8_000
                        if now - quiet_since > 0.1:
                            found.append(now)
                        quiet_since = now
    return found
