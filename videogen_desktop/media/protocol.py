"""The messages between the client and the helper process, over the helper's pipes.

One frame is a 4-byte big-endian length and that many bytes of JSON. Both sides check what they
read: after a hostile file the helper is no more to be trusted than the file was.
"""

import json
import struct
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import BinaryIO, Literal, cast

from videogen_desktop.domain.clip import ClipFacts

LENGTH = struct.Struct(">I")
MAX_FRAME_BYTES = 1 << 20
SIDES = range(1, 8192 + 1)
MAX_DURATION_MS = 1 << 53
TAG_CHARACTERS = 100_000

CONTAINERS = frozenset({"mp4", "mov"})
VIDEO_CODECS = frozenset({"h264", "hevc", "av1", "vp9"})

OUTCOMES = ("done", "refused", "failed")


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
    """How job `number` ended: "done" with facts, "refused" or "failed" with a short reason."""

    number: int
    outcome: Literal["done", "refused", "failed"]
    reason: str = ""
    facts: dict[str, str | int | None] | None = None


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
    return Request(_integer(fields, "number"), _text(fields, "job"), arguments)


def decode_answer(body: bytes) -> Answer:
    """Raises ProtocolError."""
    fields = _object(body)
    outcome = _text(fields, "outcome")
    if outcome not in OUTCOMES:
        raise ProtocolError("outcome")
    facts = fields.get("facts")
    if facts is not None and not isinstance(facts, dict):
        raise ProtocolError("facts")
    known = cast("Literal['done', 'refused', 'failed']", outcome)
    return Answer(_integer(fields, "number"), known, _text(fields, "reason")[:64], facts)


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
        width=_integer(fields, "width"),
        height=_integer(fields, "height"),
        duration_ms=_integer(fields, "duration_ms"),
        first_frame_decodes=fields.get("first_frame_decodes") is True,
    )
    if facts.container not in CONTAINERS or facts.video_codec not in VIDEO_CODECS:
        raise ProtocolError("container or codec")
    sides_fit = facts.width in SIDES and facts.height in SIDES
    if not (sides_fit and facts.duration_ms <= MAX_DURATION_MS and facts.first_frame_decodes):
        raise ProtocolError("facts out of bounds")
    return facts


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


def _integer(fields: dict[str, object], name: str) -> int:
    value = fields.get(name)
    if type(value) is not int or value < 0:
        raise ProtocolError(name)
    return value
