"""The boxes of an MP4 or QuickTime file (ISO/IEC 14496-12, 4.2), read without FFmpeg.

A file of another container is told by its first bytes.
"""

import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from videogen_desktop.media.protocol import Refusal, RefusedFileError

SIGNATURE_BYTES = 512
_EBML = b"\x1aE\xdf\xa3"
# Its DocType element, whose value is "webm" or "matroska".
_WEBM = b"\x42\x82\x84webm"
_ASF = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_TS_SYNC, _TS_PACKET_BYTES = b"G", 188
_SHORT_HEADER = struct.Struct(">I4s")
_LONG_SIZE = struct.Struct(">Q")
_LONG_HEADER_BYTES = 16
_MOST_BOXES = 20_000
_CONTENT = frozenset({b"ftyp", b"moov", b"mdat", b"moof"})
# What a file of this family may begin with. Cameras and editors put free space first, and
# QuickTime files from before 2001 have no ftyp at all.
_BEGINNINGS = frozenset(
    {b"ftyp", b"free", b"skip", b"wide", b"mdat", b"moov", b"pnot", b"uuid", b"styp"}
)
# FFmpeg opens HEIF and AVIF pictures with the same demuxer; a picture is not a video.
_PICTURE_BRANDS = frozenset({b"avif", b"avis", b"heic", b"heix", b"mif1", b"msf1", b"crx "})


@dataclass(frozen=True, slots=True)
class Box:
    """Where a box lies: `start` of its header, `body` of its content, `end` behind it, in bytes.

    `is_open` is true of the last one when it says no size and goes on to the end of the file.
    """

    kind: bytes
    start: int
    body: int
    end: int
    is_open: bool = False


class MalformedBoxesError(Exception):
    """The boxes do not lie one after another within the one that holds them."""


def container_of(path: Path) -> str:
    """ "mp4" or "mov", when the file starts like one and has its index and its whole content.

    The first frame of a cut file often still decodes, so the cut is looked for here. Raises
    RefusedFileError: UNREADABLE, CONTAINER or TRUNCATED.
    """
    try:
        status = path.stat()
        # Opening a pipe would wait for somebody to write to it.
        if not stat.S_ISREG(status.st_mode):
            raise RefusedFileError(Refusal.UNREADABLE)
        with path.open("rb") as file:
            return _checked(file, status.st_size)
    except OSError as error:
        raise RefusedFileError(Refusal.UNREADABLE) from error


def other_container(beginning: bytes) -> Refusal:
    """CONTAINER for what is none. `beginning` is the file's first `SIGNATURE_BYTES`."""
    if beginning.startswith(_EBML):
        return Refusal.WEBM if _WEBM in beginning else Refusal.MATROSKA
    if beginning.startswith(b"RIFF") and beginning[8:12] == b"AVI ":
        return Refusal.AVI
    if beginning.startswith(b"FLV\x01"):
        return Refusal.FLASH
    # The same container holds sound alone, too.
    if beginning.startswith(b"OggS") and b"theora" in beginning:
        return Refusal.OGG
    if beginning.startswith(_ASF):
        return Refusal.WINDOWS_MEDIA
    packets = [beginning[at : at + 1] for at in range(0, SIGNATURE_BYTES, _TS_PACKET_BYTES)]
    return Refusal.MPEG_TS if set(packets) == {_TS_SYNC} else Refusal.CONTAINER


def _checked(file: BinaryIO, file_size: int) -> str:
    kinds: set[bytes] = set()
    brand = b"qt  "
    for box in outermost_boxes(file, file_size):
        if not kinds and box.kind not in _BEGINNINGS:
            break
        if box.kind == b"ftyp" and b"ftyp" not in kinds:
            file.seek(box.body)
            brand = file.read(4)
            if len(brand) < 4 or brand in _PICTURE_BRANDS:
                raise RefusedFileError(Refusal.CONTAINER)
        if box.end > file_size and box.kind in _CONTENT:
            raise RefusedFileError(Refusal.TRUNCATED)
        kinds.add(box.kind)
    if not kinds:
        file.seek(0)
        raise RefusedFileError(other_container(file.read(SIGNATURE_BYTES)))
    if not kinds >= {b"moov", b"mdat"}:
        raise RefusedFileError(Refusal.TRUNCATED)
    return "mov" if brand == b"qt  " else "mp4"


def outermost_boxes(file: BinaryIO, file_size: int) -> Iterator[Box]:
    """The boxes of a file as far as they can be followed; the last may end behind the file."""
    position = 0
    for _ in range(_MOST_BOXES):
        file.seek(position)
        box = _box(file.read(_LONG_HEADER_BYTES), 0, position, file_size)
        if box is None:
            return
        yield box
        position = box.end
        if position >= file_size:
            return


def boxes_within(content: bytes, start: int, end: int) -> list[Box]:
    """The boxes that fill `content` from `start` to `end`. Raises MalformedBoxesError."""
    boxes = []
    while start < end:
        box = _box(content, start, start, end)
        if box is None or box.end > end or box.is_open:
            raise MalformedBoxesError(start)
        boxes.append(box)
        start = box.end
    return boxes


def box_of(kind: bytes, *contents: bytes) -> bytes:
    """A box with a header of 8 bytes around `contents`."""
    size = _SHORT_HEADER.size + sum(len(content) for content in contents)
    return b"".join((_SHORT_HEADER.pack(size, kind), *contents))


def resized(header: bytes, growth: int) -> bytes:
    """A box's header, in the form that it has, for a content that is `growth` bytes longer."""
    size, kind = _SHORT_HEADER.unpack_from(header)
    if size == 0:
        return header
    if size == 1:
        (long_size,) = _LONG_SIZE.unpack_from(header, _SHORT_HEADER.size)
        return header[: _SHORT_HEADER.size] + _LONG_SIZE.pack(long_size + growth)
    if size + growth >= 1 << 32:
        raise MalformedBoxesError(size)
    return _SHORT_HEADER.pack(size + growth, kind)


def _box(content: bytes, at: int, position: int, limit: int) -> Box | None:
    """The box whose header is at `at`, which is `position` of what ends at `limit`."""
    if len(content) - at < _SHORT_HEADER.size:
        return None
    size, kind = _SHORT_HEADER.unpack_from(content, at)
    header = _SHORT_HEADER.size
    is_open = size == 0
    if is_open:
        size = limit - position
    elif size == 1:
        header = _LONG_HEADER_BYTES
        if len(content) - at < header:
            return Box(kind, position, position + header, limit + 1)
        (size,) = _LONG_SIZE.unpack_from(content, at + _SHORT_HEADER.size)
    if size < header:
        return None
    return Box(kind, position, position + header, position + size, is_open)
