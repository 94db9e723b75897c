"""A clip as models of the day make them: 1080p, 24 frames and 10 megabits a second, with sound."""

from fractions import Fraction
from pathlib import Path

import av
from av.filter import Graph

from benchmarks.figure import MeasurementError

FRAMES_A_SECOND = 24
_SAMPLE_RATE, _BITS = 48_000, 10_000_000


def full_hd_clip(path: Path, seconds: int) -> Path:
    """With grain, so that nothing of it is easy. Raises MeasurementError."""
    graph = Graph()
    source = graph.add("testsrc2", f"size=1920x1080:rate={FRAMES_A_SECOND}:duration={seconds}")
    grain, plain = graph.add("noise", "alls=20:allf=t"), graph.add("format", "yuv420p")
    sink = graph.add("buffersink")
    for one, other in ((source, grain), (grain, plain), (plain, sink)):
        one.link_to(other)
    graph.configure()
    with av.open(str(path), "w", options={"movflags": "faststart"}) as output:
        pictures = output.add_stream("libx264", rate=FRAMES_A_SECOND)
        pictures.width, pictures.height, pictures.pix_fmt = 1920, 1080, "yuv420p"
        pictures.bit_rate = _BITS
        pictures.codec_context.options = {"preset": "ultrafast", "bf": "2"}
        sound = output.add_stream("aac", rate=_SAMPLE_RATE)
        for number in range(seconds * FRAMES_A_SECOND):
            frame = graph.pull()
            if not isinstance(frame, av.VideoFrame):
                raise MeasurementError("no picture")
            frame.pts, frame.time_base = number, Fraction(1, FRAMES_A_SECOND)
            output.mux(pictures.encode(frame))
        output.mux(pictures.encode(None))
        for start in range(0, seconds * _SAMPLE_RATE, 1024):
            frame = av.AudioFrame(format="fltp", layout="stereo", samples=1024)
            for plane in frame.planes:
                plane.update(bytes(plane.buffer_size))
            frame.sample_rate = _SAMPLE_RATE
            frame.pts, frame.time_base = start, Fraction(1, _SAMPLE_RATE)
            output.mux(sound.encode(frame))
        output.mux(sound.encode(None))
    return path
