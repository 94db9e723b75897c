"""Taking a file into a request: what may come in, what is refused, and how a picture is made fit.

Files are kept by their content below the library (`storage.input_files`), so that any video can be
made again.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    # The helper process needs none of what that brings along.
    from videogen_desktop.domain.input_file import InputFile
    from videogen_desktop.domain.input_slot import InputSlot

# What the files of each type are called; nothing else is kept.
INPUT_SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "audio/mpeg": ".mp3",
    "audio/wav": ".wav",
    "audio/mp4": ".m4a",
    "audio/aac": ".aac",
    "audio/ogg": ".ogg",
    "audio/flac": ".flac",
}
# What a kept picture may be: any other becomes one of these.
PICTURE_TYPES = ("image/jpeg", "image/png", "image/webp")
# Telephones take pictures of 108 megapixels.
MOST_PICTURE_PIXELS = 120_000_000
LONGEST_PICTURE_SIDE = 32_768
MOST_PICTURE_BYTES = 100 << 20
MOST_MEDIA_BYTES = 500 << 20


@dataclass(frozen=True, slots=True)
class PictureFit:
    """What is wanted of a picture; the defaults take any as it is.

    `types` are those that it may have, of PICTURE_TYPES. It is cropped to `ratio` (width to
    height) around its middle and then made smaller, never larger, to at most `largest_width`,
    `largest_height` and `largest_bytes`. Raises ValueError for what no picture can be.
    """

    types: tuple[str, ...] = PICTURE_TYPES
    ratio: tuple[int, int] | None = None
    largest_width: int | None = None
    largest_height: int | None = None
    largest_bytes: int | None = None

    def __post_init__(self) -> None:
        limits = (*(self.ratio or ()), self.largest_width, self.largest_height, self.largest_bytes)
        if any(limit is not None and limit <= 0 for limit in limits):
            raise ValueError(limits)
        if not set(self.types) & set(PICTURE_TYPES):
            raise ValueError(self.types)

    @classmethod
    def for_slot(cls, slot: "InputSlot", ratio: tuple[int, int] | None = None) -> Self:
        """What the slot takes, smaller where it must be; cropped only where a ratio is given."""
        # Every model takes these two; of one that says nothing, WebP is a guess.
        types = tuple(mime for mime in PICTURE_TYPES if mime in slot.types) or PICTURE_TYPES[:2]
        return cls(types, ratio, slot.largest_side, slot.largest_side, slot.largest_bytes)


class PictureChange(StrEnum):
    """What was done to a picture on its way in; a video or a sound only loses its metadata."""

    FRAME_TAKEN = "frame_taken"  # of a video, or the first of a picture that moves
    TURNED_UPRIGHT = "turned_upright"
    METADATA_REMOVED = "metadata_removed"
    COLOURS_CONVERTED = "colours_converted"
    CROPPED = "cropped"
    MADE_SMALLER = "made_smaller"
    FLATTENED = "flattened"  # what was transparent is white
    TYPE_CHANGED = "type_changed"


@dataclass(frozen=True, slots=True)
class TakenInput:
    """A file as it is kept; without `changes` it is what was chosen, byte for byte."""

    file: "InputFile"
    changes: frozenset[PictureChange] = frozenset()


class InputRefusal(StrEnum):
    """Why a file cannot go into a request: the reason of an InputRefusedError."""

    MISSING = "missing"
    FORBIDDEN = "forbidden"
    UNREADABLE = "unreadable"  # the disk reports an error, or the drive went away
    NOT_A_FILE = "not_a_file"  # a folder, a pipe, a device, or a link to one
    EMPTY = "empty"
    NO_PICTURE = "no_picture"
    NO_VIDEO = "no_video"
    NO_SOUND = "no_sound"
    DAMAGED = "damaged"  # cut off, or with bytes that do not decode
    UNFIT = "unfit"  # it does not become as small as it must
    METADATA = "metadata"  # what it says of itself cannot be told from what is played
    UNEXAMINED = "unexamined"  # the media helper died over it twice, or took too long
