"""The facts of a video file, and the contact strip that is made of it."""

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


# A paid video that nothing here decodes is kept all the same, for another player to open: why the
# media helper refuses it, and the suffix that such a file has.
_ELSEWHERE = {
    **{"codec": ".mp4", "too_large": ".mp4", "no_frame": ".mp4"},
    **{"webm": ".webm", "matroska": ".mkv", "avi": ".avi", "mpeg_ts": ".ts", "flash": ".flv"},
    **{"ogg": ".ogv", "windows_media": ".wmv"},
}
CLIP_SUFFIXES = frozenset({".mp4", ".mov", ".m4v", *_ELSEWHERE.values()})


def facts_elsewhere(reason: str) -> ClipFacts | None:
    """What is known of a video that the helper refused for `reason`; None if it may be none."""
    if reason not in _ELSEWHERE:
        return None
    return ClipFacts(reason, "", None, 0, 0, 0, first_frame_decodes=False)


def suffix_of(facts: ClipFacts) -> str:
    """The suffix that the file of a result gets."""
    return ".mp4" if facts.first_frame_decodes else _ELSEWHERE[facts.container]


# A contact strip is one picture: this many frames, row by row in equal cells.
STRIP_FRAMES = 16


def strip_columns(frames: int) -> int:
    """Cells in a row of a strip: the grid is as wide as it is high, or one row less."""
    return math.isqrt(frames - 1) + 1
