"""The pictures of an export encoded anew: upright, in one frame size, at one rate, in one colour.

Runs in the export helper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from av.filter import Graph
from av.filter.context import FilterContext
from av.video.frame import PictureType, VideoFrame
from PIL.Image import Transpose

from videogen_desktop.domain.export import Bars, ExportTarget
from videogen_desktop.media.segments import FILTER_THREADS, Segment

_TURNS = {
    Transpose.FLIP_LEFT_RIGHT: ("hflip", None),
    Transpose.FLIP_TOP_BOTTOM: ("vflip", None),
    Transpose.ROTATE_90: ("transpose", "cclock"),
    Transpose.ROTATE_180: ("hflip,vflip", None),
    Transpose.ROTATE_270: ("transpose", "clock"),
    Transpose.TRANSPOSE: ("transpose", "cclock_flip"),
    Transpose.TRANSVERSE: ("transpose", "clock_flip"),
}
# Out of focus is made small, where a small blur is a wide one.
_SMALLER, _SIGMA = 8, 4
# BT.709 in FFmpeg's numbers of primaries, transfer and matrix; 1 is limited range.
BT709 = LIMITED = 1
_UNSPECIFIED = 2
# What is brighter than a screen of BT.709 shows, in FFmpeg's numbers and names; and the primaries
# that come with it.
_HIGH_RANGE = {16: "smpte2084", 18: "arib-std-b67"}
_PRIMARIES = {1: "bt709", 9: "bt2020", 12: "smpte432"}


@dataclass(frozen=True, slots=True)
class Shape:
    """The frame of the whole file and what fills it."""

    width: int
    height: int
    rate: Fraction
    bars: Bars


def shape_of(segments: Sequence[Segment], target: ExportTarget | None, bars: Bars) -> Shape:
    """As the target wants it, else as the first part is; the rate is that of the fastest part, so
    that no frame is lost."""
    width, height = segments[0].sides
    if target is not None and target.sides is not None:
        width, height = target.sides
    elif target is not None:
        width, height = bounded(width, height, target.longest_side)
    rate = max(segment.rate for segment in segments)
    return Shape(_even(width), _even(height), rate, bars)


def bounded(width: int, height: int, longest: int) -> tuple[int, int]:
    """The sides in their ratio, none longer."""
    part = min(Fraction(longest, max(width, height)), Fraction(1))
    return round(width * part), round(height * part)


def frame_count(segment: Segment, rate: Fraction) -> int:
    """How many frames of the file the part takes."""
    return max(round(segment.duration * rate), 1)


def pictures(segment: Segment, shape: Shape) -> Iterator[VideoFrame]:
    """Exactly `frame_count` frames, each the one that the part shows then. At its own rate each of
    its frames comes once; where two fall together the later one is shown."""
    count, given = frame_count(segment, shape.rate), 0
    graph: _Filters | None = None
    shown: VideoFrame | None = None
    for at, frame in segment.frames():
        if graph is None or not graph.fits(frame):
            graph = _Filters(segment, shape, frame)
        place = min(round(at * shape.rate), count - 1)
        while shown is not None and given < place:
            yield shown
            given += 1
        shown = graph.filtered(frame)
    while shown is not None and given < count:
        yield shown
        given += 1


def _even(side: int) -> int:
    return max(side // 2 * 2, 2)


class _Filters:
    """From decoded frames of one size and format to those of the file."""

    def __init__(self, segment: Segment, shape: Shape, frame: VideoFrame) -> None:
        self._shape = shape
        self._graph = Graph()
        self._graph.threads = FILTER_THREADS
        self._made_for = _kind(frame)
        last = self._graph.add_buffer(
            width=frame.width,
            height=frame.height,
            format=frame.format,
            time_base=Fraction(frame.time_base or 1),
        )
        for step in segment.orientation.steps:
            name, arguments = _TURNS[step]
            for one in name.split(","):
                last = self._then(last, one, arguments)
        matrix = _matrix(frame)
        if (mapping := _tone_mapping(frame)) is not None:
            last, matrix = self._then(last, "scale", mapping), "bt709"
        last = self._fitted(last, segment.sides, matrix)
        last = self._then(last, "setsar", "1")
        last = self._then(last, "format", "yuv420p")
        self._then(last, "buffersink", None)
        self._graph.configure()

    def fits(self, frame: VideoFrame) -> bool:
        """False where the size changes in the middle of a clip."""
        return _kind(frame) == self._made_for

    def filtered(self, frame: VideoFrame) -> VideoFrame:
        self._graph.push(frame)
        found = self._graph.pull()
        if not isinstance(found, VideoFrame):
            raise TypeError(found)
        # What it was in its own file is nothing that the encoder has to do.
        found.pict_type = PictureType.NONE
        return found

    def _fitted(self, last: FilterContext, sides: tuple[int, int], matrix: str) -> FilterContext:
        width, height = self._shape.width, self._shape.height
        part = min(Fraction(width, sides[0]), Fraction(height, sides[1]))
        within = (round(sides[0] * part), round(sides[1] * part))
        colours = f"in_color_matrix={matrix}:out_color_matrix=bt709:out_range=limited"
        # A pixel or two of another shape are nothing that one sees.
        if width - within[0] <= 2 and height - within[1] <= 2:
            return self._then(last, "scale", f"{width}:{height}:flags=lanczos:{colours}")
        inside = f"{_even(within[0])}:{_even(within[1])}:flags=lanczos:{colours}"
        if self._shape.bars is Bars.PLAIN:
            last = self._then(last, "scale", inside)
            last = self._then(last, "format", "yuv420p")
            return self._then(last, "pad", f"{width}:{height}:(ow-iw)/2:(oh-ih)/2:black")
        split = self._then(last, "split", None)
        behind = self._behind(split, colours)
        front = self._graph.add("scale", inside)
        split.link_to(front, 1, 0)
        over = self._graph.add("overlay", "(W-w)/2:(H-h)/2:format=yuv420")
        behind.link_to(over, 0, 0)
        front.link_to(over, 0, 1)
        return over

    def _behind(self, split: FilterContext, colours: str) -> FilterContext:
        width, height = self._shape.width, self._shape.height
        small = f"{_even(width // _SMALLER)}:{_even(height // _SMALLER)}"
        first = self._graph.add("scale", f"{small}:force_original_aspect_ratio=increase:{colours}")
        split.link_to(first, 0, 0)
        last = self._then(first, "crop", small)
        last = self._then(last, "format", "yuv420p")
        last = self._then(last, "gblur", f"sigma={_SIGMA}")
        # Darker, so that the clip itself is what one looks at.
        last = self._then(last, "lutyuv", "y=16+(val-16)*0.7")
        return self._then(last, "scale", f"{width}:{height}:flags=bicubic")

    def _then(self, last: FilterContext, name: str, arguments: str | None) -> FilterContext:
        step = self._graph.add(name, arguments)
        last.link_to(step)
        return step


def _kind(frame: VideoFrame) -> tuple[int, int, str]:
    return frame.width, frame.height, frame.format.name


def _tone_mapping(frame: VideoFrame) -> str | None:
    """How a picture of high range comes to BT.709, None where it is none. FFmpeg's scaler makes a
    table for it, which takes 3 s for each clip, and a frame 20 ms more (PyAV 18.1)."""
    transfer = _HIGH_RANGE.get(int(frame.color_trc))
    if transfer is None:
        return None
    primaries = _PRIMARIES.get(int(frame.color_primaries), "bt2020")
    matrix = "bt2020" if int(frame.colorspace) == _UNSPECIFIED else "auto"
    return (
        f"in_color_matrix={matrix}:out_color_matrix=bt709:out_range=limited"
        f":in_transfer={transfer}:out_transfer=bt709"
        f":in_primaries={primaries}:out_primaries=bt709:intent=perceptual"
    )


def _matrix(frame: VideoFrame) -> str:
    """Players take what says nothing of itself for BT.709; FFmpeg's scaler would for BT.601."""
    return "bt709" if frame.colorspace in (_UNSPECIFIED, BT709) else "auto"
