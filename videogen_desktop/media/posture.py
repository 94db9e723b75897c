"""How a picture has to be turned or mirrored, from its display matrix. Runs in the helper process.

The rules are FFmpeg's own for its `autorotate` (configure_input_video_filter in ffmpeg_filter.c),
so that a still shows what players show.
"""

import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from av.buffer import Buffer
from av.video.frame import VideoFrame
from PIL import Image
from PIL.Image import Transpose

_MATRIX = struct.Struct("=9i")


@dataclass(frozen=True, slots=True)
class Posture:
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


_ON_ITS_SIDE = frozenset(
    {Transpose.ROTATE_90, Transpose.ROTATE_270, Transpose.TRANSPOSE, Transpose.TRANSVERSE}
)
_AS_IT_IS = Posture()


def posture(frame: VideoFrame) -> Posture:
    """A picture without a matrix, or with one that names no direction, stands as it is."""
    # PyAV's stub knows a few kinds of side data only.
    sides = cast("Mapping[str, Buffer]", frame.side_data)
    try:
        return _of_matrix(_MATRIX.unpack_from(bytes(sides["DISPLAYMATRIX"])))
    except (KeyError, struct.error):
        return _AS_IT_IS


def _of_matrix(matrix: tuple[int, ...]) -> Posture:
    across, down = (math.hypot(matrix[at], matrix[at + 3]) for at in (0, 1))
    if not across or not down:
        # Zeros throughout, as some encoders leave it.
        return _AS_IT_IS
    degrees = math.degrees(math.atan2(matrix[1] / down, matrix[0] / across)) % 360
    return Posture(*_steps(matrix, round(degrees)))


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
