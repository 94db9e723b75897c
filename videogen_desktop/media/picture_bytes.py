"""The parts of a JPEG, PNG or WebP file, and the file without those that are not the picture.

Nothing is encoded anew: the pixels stay what they were. Where a layout is not understood nothing
is answered, and the picture has to be encoded.
"""

import re
import struct
from collections.abc import Iterator

_SOI, _EOI = b"\xff\xd8", b"\xff\xd9"
# Within a scan a marker is not a stuffed zero and not a restart.
_MARKER_IN_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_SCAN, _APP0, _APP14, _HIERARCHICAL = 0xDA, 0xE0, 0xEE, frozenset({0xDE, 0xDF})
# Frames, tables, scans and restarts; all else is comments and what applications add.
_PICTURE_MARKERS = frozenset({*range(0xC0, 0xD0), _SCAN, 0xDB, 0xDC, 0xDD}) - {0xC8}
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_JFIF = struct.Struct(">H5s2sBHHBB")
_ADOBE_BYTES = 14

_PNG = b"\x89PNG\r\n\x1a\n"
_CHUNK = struct.Struct(">I4s")
# What declares the colours is neither private nor large, and readers that know it need it.
_PNG_CHUNKS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"cICP"}
)

_RIFF = struct.Struct("<4sI")
_WEBP_CHUNKS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
_WEBP_MOVES = frozenset({b"ANIM", b"ANMF"})
_WEBP_METADATA_FLAGS = 0x2C  # colour profile, EXIF, XMP


def without_metadata(content: bytes) -> bytes | None:
    """The same picture alone: no metadata, no thumbnail, nothing behind its end.

    A colour profile goes too, so this is for pictures in sRGB. The same bytes where there is
    nothing to take out, None where the layout is not one that is understood.
    """
    try:
        if content.startswith(_SOI):
            return b"".join(_jpeg_parts(content))
        if content.startswith(_PNG):
            return b"".join((_PNG, *_png_parts(content)))
        if is_webp(content):
            return _webp(content)
    except (LookupError, struct.error):
        return None
    return None


def png_depth(content: bytes) -> int:
    """Bits of each channel of a PNG file; 0 for what is none."""
    return content[24] if content.startswith(_PNG) and len(content) > 24 else 0


def is_webp(content: bytes) -> bool:
    return content.startswith(b"RIFF") and content[8:12] == b"WEBP"


def webp_size(content: bytes) -> tuple[int, int]:
    """Width and height as a WebP's header says: Pillow makes room for them before it tells them."""
    kind, sides = content[12:16], content[20:30].ljust(10, b"\0")
    if kind == b"VP8X":
        return int.from_bytes(sides[4:7], "little") + 1, int.from_bytes(sides[7:], "little") + 1
    if kind == b"VP8L":
        both = int.from_bytes(sides[1:5], "little")
        return (both & 0x3FFF) + 1, (both >> 14 & 0x3FFF) + 1
    width, height = (int.from_bytes(sides[at : at + 2], "little") & 0x3FFF for at in (6, 8))
    return width, height


def _jpeg_parts(content: bytes) -> Iterator[bytes]:
    """Raises LookupError and struct.error where it is not understood."""
    yield _SOI
    position = len(_SOI)
    while True:
        if content[position] != 0xFF:
            raise LookupError(position)
        while content[position] == 0xFF:
            position += 1
        marker = content[position]
        if marker == _EOI[1]:
            yield _EOI
            return
        (length,) = struct.unpack_from(">H", content, position + 1)
        segment = content[position + 1 : position + 1 + length]
        position += 1 + length
        if marker in _ALONE or marker in _HIERARCHICAL or length < 2 or len(segment) < length:
            raise LookupError(position)
        kept = _jpeg_segment(marker, segment)
        if kept:
            yield bytes((0xFF, marker)) + kept
        if marker == _SCAN:
            found = _MARKER_IN_SCAN.search(content, position)
            if found is None:
                raise LookupError(position)
            yield content[position : found.start()]
            position = found.start()


def _jpeg_segment(marker: int, segment: bytes) -> bytes:
    """What stays of it, with its length; b"" for nothing."""
    if marker in _PICTURE_MARKERS:
        return segment
    if marker == _APP0 and segment[2:7] == b"JFIF\0":
        _, name, version, unit, across, down, _, _ = _JFIF.unpack_from(segment)
        return _JFIF.pack(_JFIF.size, name, version, unit, across, down, 0, 0)
    if marker == _APP14 and segment[2:7] == b"Adobe" and len(segment) >= _ADOBE_BYTES:
        # It says how the colours are to be read.
        return struct.pack(">H", _ADOBE_BYTES) + segment[2:_ADOBE_BYTES]
    return b""


def _png_parts(content: bytes) -> Iterator[bytes]:
    position, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = _CHUNK.unpack_from(content, position)
        end = position + _CHUNK.size + length + 4
        if end > len(content):
            raise LookupError(position)
        if kind in _PNG_CHUNKS:
            yield content[position:end]
        elif not kind[0] & 0x20:
            # A chunk that readers must know.
            raise LookupError(position)
        position = end


def _webp(content: bytes) -> bytes | None:
    chunks = list(_riff_chunks(content))
    if any(kind in _WEBP_MOVES for kind, _ in chunks):
        return None
    parts = [b"WEBP"]
    for kind, body in chunks:
        if kind in _WEBP_CHUNKS:
            flags = bytes((body[0] & ~_WEBP_METADATA_FLAGS,)) if kind == b"VP8X" else body[:1]
            parts.append(_RIFF.pack(kind, len(body)) + flags + body[1:] + bytes(len(body) % 2))
    return _RIFF.pack(b"RIFF", sum(map(len, parts))) + b"".join(parts)


def _riff_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk's name and content. Raises LookupError for one that is cut."""
    position, end = 12, min(8 + int.from_bytes(content[4:8], "little"), len(content))
    while position + _RIFF.size <= end:
        kind, length = _RIFF.unpack_from(content, position)
        start = position + _RIFF.size
        if start + length > end:
            raise LookupError(position)
        yield kind, content[start : start + length]
        position = start + length + length % 2
