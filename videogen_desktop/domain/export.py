"""The ways of clips out of the library: cut to a frame, joined, made fit for a place, counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

# What a cut may be off a frame's own time and still mean that frame: players tell whole
# milliseconds, and frames stand at fractions of them.
ROUNDING_MS = 1


@dataclass(frozen=True, slots=True)
class ClipCut:
    """A video's clip from the frame shown at `start_ms` to before the one shown at `end_ms`.

    Milliseconds from the clip's beginning; an end of None is the clip's own.
    """

    video_id: str
    start_ms: int = 0
    end_ms: int | None = None


@dataclass(frozen=True, slots=True)
class ClipPart:
    """A file of a clip, from and to as in ClipCut."""

    path: Path
    start_ms: int = 0
    end_ms: int | None = None


class Bars(StrEnum):
    """What fills a frame of another shape than the clip's: the clip out of focus, or black."""

    BLURRED = "blurred"
    PLAIN = "plain"


class UseKind(StrEnum):
    """What was done with a video; the values stand in libraries."""

    PLAY = "play"
    EXPORT = "export"
    SHARE = "share"


class ExportStage(StrEnum):
    """What an export is at; not every one has every stage."""

    COPYING = "copying"
    LISTENING = "listening"
    ENCODING = "encoding"


@dataclass(frozen=True, slots=True)
class ExportTarget:
    """A place that wants clips made fit for it, as data.

    `sides` are the pixels of its frame, None where the clip's own shape stays and only its longest
    side is bounded by `longest_side`. `loudness` is in LUFS (EBU R 128), None leaves the sound as
    loud as it is; the true peak stays below `true_peak` dBTP. `most_bytes` bounds the file.
    """

    name: str
    title: str
    sides: tuple[int, int] | None = None
    longest_side: int = 1920
    loudness: float | None = -14.0
    true_peak: float = -1.0
    most_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """One file of these parts in order; without a target as the first of them is.

    `title` and `comment` go into it, each where it is not empty.
    """

    parts: tuple[ClipPart, ...]
    target: ExportTarget | None = None
    bars: Bars = Bars.BLURRED
    title: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class PartFacts:
    """A part as an editor counts it: frames of the whole clip, the first kept and how many are, at
    `rate` a second; sides in pixels."""

    frames: int
    first: int
    count: int
    rate: Fraction
    width: int
    height: int
    has_sound: bool


@dataclass(frozen=True, slots=True)
class MadeClip:
    """What an export came to be. `is_copied`: no picture was encoded anew, nor any sound."""

    width: int
    height: int
    duration_ms: int
    is_copied: bool


_PORTRAIT = (1080, 1920)
# The others take gigabytes; Zalo sends at most 100 MB in a chat.
TARGETS = (
    ExportTarget("tiktok", "TikTok", _PORTRAIT),
    ExportTarget("reels", "Instagram Reels", _PORTRAIT),
    ExportTarget("shorts", "YouTube Shorts", _PORTRAIT),
    ExportTarget("youtube", "YouTube", (1920, 1080)),
    ExportTarget("zalo", "Zalo", most_bytes=100_000_000),
)


def target_named(name: str) -> ExportTarget:
    """Raises KeyError."""
    return {target.name: target for target in TARGETS}[name]


def video_ids(cuts: Sequence[ClipCut]) -> tuple[str, ...]:
    """Each video once, in the order of its first cut."""
    return tuple(dict.fromkeys(cut.video_id for cut in cuts))
