"""A real clip, made in the test's own folder."""

from fractions import Fraction
from pathlib import Path

import av
from PIL import Image


def write_clip(path: Path, *, width: int = 320, height: int = 180, seconds: int = 1) -> Path:
    """H.264 and AAC, 24 pictures a second, each of another colour."""
    with av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        video = container.add_stream("libx264", rate=24)
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        audio = container.add_stream("aac", rate=48_000)
        for number in range(24 * seconds):
            picture = Image.new("RGB", (width, height), (number * 10 % 256, 90, 160))
            container.mux(video.encode(av.VideoFrame.from_image(picture)))
        container.mux(video.encode(None))
        for start in range(0, 48_000 * seconds, 1_024):
            sound = av.AudioFrame(format="fltp", layout="stereo", samples=1_024)
            sound.sample_rate, sound.pts, sound.time_base = 48_000, start, Fraction(1, 48_000)
            for plane in sound.planes:
                plane.update(bytes(plane.buffer_size))
            container.mux(audio.encode(sound))
        container.mux(audio.encode(None))
    return path
