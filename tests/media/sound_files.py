"""Small real sounds for these tests, written with PyAV: two seconds of silence."""

from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream

SOUNDS = {
    "a.mp3": ("mp3", "libmp3lame", "audio/mpeg"),
    "a.wav": ("wav", "pcm_s16le", "audio/wav"),
    "a.m4a": ("mp4", "aac", "audio/mp4"),
    "a.aac": ("adts", "aac", "audio/aac"),
    "a.ogg": ("ogg", "libopus", "audio/ogg"),
    "a.flac": ("flac", "flac", "audio/flac"),
}


def write_sound(path: Path, seconds: int = 2, comment: str = "") -> Path:
    container, codec, _ = SOUNDS[path.name]
    with av.open(str(path), "w", format=container) as target:
        if comment:
            target.metadata["comment"] = comment
        stream = target.add_stream(codec, rate=48_000)
        assert isinstance(stream, AudioStream)
        stream.layout = "mono"
        samples = stream.codec_context.frame_size or 1_024
        stream.codec_context.open()
        samples = stream.codec_context.frame_size or samples
        for start in range(0, seconds * 48_000, samples):
            frame = av.AudioFrame(format=stream.format.name, layout="mono", samples=samples)
            for plane in frame.planes:
                plane.update(bytes(plane.buffer_size))
            frame.sample_rate, frame.pts, frame.time_base = 48_000, start, Fraction(1, 48_000)
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    return path
