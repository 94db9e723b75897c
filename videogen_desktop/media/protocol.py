"""The messages between the client and the helper process, over the helper's pipes.

One frame is a 4-byte big-endian length and that many bytes of JSON. Both sides check what they
read: after a hostile file the helper is no more to be trusted than the file was.
"""

import json
import struct
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import BinaryIO, Literal, Self, cast

from videogen_desktop import __version__
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.intake import (
    INPUT_SUFFIXES,
    LONGEST_PICTURE_SIDE,
    PictureChange,
    PictureFit,
)

LENGTH = struct.Struct(">I")
MAX_FRAME_BYTES = 1 << 20
SIDES = range(1, 8192 + 1)
MAX_DURATION_MS = 1 << 53
TAG_CHARACTERS = 100_000

CONTAINERS = frozenset({"mp4", "mov"})
VIDEO_CODECS = frozenset({"h264", "hevc", "av1", "vp9"})

OUTCOMES = ("done", "refused", "failed", "progress")
# What a job says of itself, or of what it found.
Facts = dict[str, str | int | None]


# Of the job "frame", beside milliseconds.
LAST_FRAME = -1
TOO_MANY_BYTES, TOO_MANY_PIXELS = "too_many_bytes", "too_many_pixels"


class Refusal(StrEnum):
    """Why a file is not a clip that we show; the value is `NotPlayableError.reason`."""

    CONTAINER = "container"
    # A container of videos, of which no demuxer of ours ever reads a byte.
    WEBM = "webm"
    MATROSKA = "matroska"
    AVI = "avi"
    MPEG_TS = "mpeg_ts"
    FLASH = "flash"
    OGG = "ogg"
    WINDOWS_MEDIA = "windows_media"
    TRUNCATED = "truncated"
    UNREADABLE = "unreadable"
    NO_VIDEO = "no_video"
    CODEC = "codec"
    TOO_LARGE = "too_large"
    NO_FRAME = "no_frame"
    # Of a clip that is whole, and is not tagged: what it carries would no longer be true, its
    # boxes are not all known, or the copy turned out to be another clip.
    CREDENTIALS = "credentials"
    LAYOUT = "layout"
    CHANGED = "changed"


class RefusedFileError(Exception):
    """Raised by a job in the helper: the file, not the helper, is at fault."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason)
        self.reason = reason


class RefusedInputError(Exception):
    """Raised by a job in the helper: the chosen file cannot go into a request.

    `facts` go with the reasons TOO_MANY_BYTES ("size", "most_bytes") and TOO_MANY_PIXELS ("width",
    "height"); the other reasons are values of InputRefusal.
    """

    def __init__(self, reason: str, facts: dict[str, str | int | None] | None = None) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts = facts

    @classmethod
    def too_many_bytes(cls, size: int, most_bytes: int) -> Self:
        return cls(TOO_MANY_BYTES, {"size": size, "most_bytes": most_bytes})

    @classmethod
    def too_many_pixels(cls, width: int, height: int) -> Self:
        return cls(TOO_MANY_PIXELS, {"width": width, "height": height})


class ProtocolError(Exception):
    """The other side sent something that this protocol does not know."""


@dataclass(frozen=True, slots=True)
class Request:
    """One job. `number` comes back in its answer, so that an answer out of step is noticed."""

    number: int
    job: str
    arguments: dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Answer:
    """How job `number` ended: "done" with facts, "refused" or "failed" with a short reason; or, as
    "progress" with facts, how far it is."""

    number: int
    outcome: Literal["done", "refused", "failed", "progress"]
    reason: str = ""
    facts: Facts | None = None
    build: str = __version__  # of the program that answers


def encode(message: Request | Answer) -> bytes:
    """The frame of `message`; raises ProtocolError above the cap."""
    body = json.dumps(asdict(message), separators=(",", ":")).encode()
    if len(body) > MAX_FRAME_BYTES:
        raise ProtocolError("oversize frame")
    return LENGTH.pack(len(body)) + body


def body_length(header: bytes) -> int:
    """The length that a frame's header announces; raises ProtocolError above the cap."""
    (length,) = LENGTH.unpack(header)
    if length > MAX_FRAME_BYTES:
        raise ProtocolError("oversize frame")
    return int(length)


def read_body(stream: BinaryIO) -> bytes | None:
    """Block for the next frame's body; None when the stream ended, even within a frame."""
    header = stream.read(LENGTH.size)
    if len(header) < LENGTH.size:
        return None
    length = body_length(header)
    body = stream.read(length)
    return body if len(body) == length else None


def decode_request(body: bytes) -> Request:
    """Raises ProtocolError."""
    fields = _object(body)
    arguments = fields.get("arguments")
    if not isinstance(arguments, dict):
        raise ProtocolError("arguments")
    return Request(integer(fields, "number"), _text(fields, "job"), arguments)


def decode_answer(body: bytes) -> Answer:
    """Raises ProtocolError."""
    fields = _object(body)
    outcome = _text(fields, "outcome")
    if outcome not in OUTCOMES:
        raise ProtocolError("outcome")
    facts = fields.get("facts")
    if facts is not None and not isinstance(facts, dict):
        raise ProtocolError("facts")
    known = cast("Literal['done', 'refused', 'failed', 'progress']", outcome)
    build = fields.get("build")
    return Answer(
        integer(fields, "number"),
        known,
        _text(fields, "reason")[:64],
        facts,
        build[:64] if isinstance(build, str) else "",
    )


def refusal(answer: Answer) -> Refusal:
    """The reason of a refusal. Raises ProtocolError."""
    try:
        return Refusal(answer.reason)
    except ValueError as error:
        raise ProtocolError("reason") from error


def clip_facts(answer: Answer) -> ClipFacts:
    """The facts of a probe, each within the bounds that the probe promises.

    Raises ProtocolError.
    """
    fields: dict[str, object] = {**(answer.facts or {})}
    facts = ClipFacts(
        container=_text(fields, "container"),
        video_codec=_text(fields, "video_codec"),
        audio_codec=None if fields.get("audio_codec") is None else _text(fields, "audio_codec"),
        width=integer(fields, "width"),
        height=integer(fields, "height"),
        duration_ms=integer(fields, "duration_ms"),
        first_frame_decodes=fields.get("first_frame_decodes") is True,
    )
    if facts.container not in CONTAINERS or facts.video_codec not in VIDEO_CODECS:
        raise ProtocolError("container or codec")
    sides_fit = facts.width in SIDES and facts.height in SIDES
    if not (sides_fit and facts.duration_ms <= MAX_DURATION_MS and facts.first_frame_decodes):
        raise ProtocolError("facts out of bounds")
    return facts


@dataclass(frozen=True, slots=True)
class InputFacts:
    """What a file that goes into a request is: its type, its sides in pixels, its length, and
    what was done to a picture."""

    mime: str
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None
    changes: frozenset[PictureChange] = frozenset()

    def as_object(self) -> dict[str, str | int | None]:
        return {**asdict(self), "changes": " ".join(sorted(self.changes))}


def input_facts(answer: Answer) -> InputFacts:
    """Each within the bounds that the jobs promise. Raises ProtocolError."""
    fields: dict[str, object] = {**(answer.facts or {})}
    width, height = (_integer_or_none(fields, name) for name in ("width", "height"))
    duration_ms = _integer_or_none(fields, "duration_ms")
    mime, named = _text(fields, "mime"), _text(fields, "changes").split()
    if mime not in INPUT_SUFFIXES or not set(named) <= set(PictureChange):
        raise ProtocolError("type or changes")
    if any(side is not None and not 0 < side <= LONGEST_PICTURE_SIDE for side in (width, height)):
        raise ProtocolError("sides out of bounds")
    if duration_ms is not None and duration_ms > MAX_DURATION_MS:
        raise ProtocolError("duration out of bounds")
    return InputFacts(mime, width, height, duration_ms, frozenset(map(PictureChange, named)))


def fit_arguments(fit: PictureFit) -> dict[str, str | int]:
    """As arguments of a request; 0 where nothing is asked for."""
    across, down = fit.ratio or (0, 0)
    return {
        "types": " ".join(fit.types),
        "ratio_width": across,
        "ratio_height": down,
        "largest_width": fit.largest_width or 0,
        "largest_height": fit.largest_height or 0,
        "largest_bytes": fit.largest_bytes or 0,
    }


def fit_of(arguments: dict[str, str | int]) -> PictureFit:
    """Raises KeyError, ValueError."""
    across, down = int(arguments["ratio_width"]), int(arguments["ratio_height"])
    return PictureFit(
        types=tuple(str(arguments["types"]).split()),
        ratio=(across, down) if across and down else None,
        largest_width=int(arguments["largest_width"]) or None,
        largest_height=int(arguments["largest_height"]) or None,
        largest_bytes=int(arguments["largest_bytes"]) or None,
    )


def title_and_comment(answer: Answer) -> tuple[str, str]:
    """What a file says about itself. Raises ProtocolError."""
    fields: dict[str, object] = {**(answer.facts or {})}
    found = _text(fields, "title"), _text(fields, "comment")
    if any(len(text) > TAG_CHARACTERS for text in found):
        raise ProtocolError("tags out of bounds")
    return found


def _object(body: bytes) -> dict[str, object]:
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ProtocolError("not JSON") from error
    if not isinstance(fields, dict):
        raise ProtocolError("not an object")
    return fields


def _text(fields: dict[str, object], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise ProtocolError(name)
    return value


def _integer_or_none(fields: dict[str, object], name: str) -> int | None:
    return None if fields.get(name) is None else integer(fields, name)


def integer(fields: dict[str, object], name: str) -> int:
    """A whole number that is not negative. Raises ProtocolError."""
    value = fields.get(name)
    if type(value) is not int or value < 0:
        raise ProtocolError(name)
    return value
