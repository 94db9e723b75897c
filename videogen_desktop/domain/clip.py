"""What a video file turned out to be."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClipFacts:
    """Facts read from a file by the media helper; `duration_ms` may be 0 when unknown."""

    container: str
    video_codec: str
    audio_codec: str | None
    width: int
    height: int
    duration_ms: int
    first_frame_decodes: bool


# A contact strip is one picture: this many frames, row by row in equal cells.
STRIP_FRAMES = 16


def strip_columns(frames: int) -> int:
    """Cells in a row of a strip: the grid is as wide as it is high, or one row less."""
    return math.isqrt(frames - 1) + 1
