"""Places in the file that an MP4's boxes name, corrected when what lies there moves.

Only where every box is one of these lists is anything moved: a box that nobody knows may name a
place too.
"""

import struct
from collections.abc import Iterator

from videogen_desktop.media.boxes import Box, MalformedBoxesError, boxes_within

XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
CONTAINERS = frozenset(
    {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"dinf", b"edts", b"mvex"}
    | {b"moof", b"traf", b"mfra"}
)
# Boxes with absolute places: chunks, fragments, the index of fragments. `sidx` counts from itself.
_NAMING = frozenset({b"stco", b"co64", b"tfhd", b"tfra"})
_SILENT_OUTSIDE = frozenset(
    {b"ftyp", b"styp", b"free", b"skip", b"wide", b"mdat", b"pdin", b"sidx", b"ssix"}
    | {b"prft", b"emsg", b"mfro"}
)
_SILENT_WITHIN = frozenset(
    {b"mvhd", b"iods", b"udta", b"tkhd", b"tref", b"tapt", b"load", b"trgr", b"mdhd", b"hdlr"}
    | {b"elng", b"vmhd", b"smhd", b"nmhd", b"sthd", b"hmhd", b"gmhd", b"elst", b"dref", b"stsd"}
    | {b"stts", b"ctts", b"cslg", b"stss", b"stps", b"sdtp", b"stsc", b"stsz", b"stz2", b"stsh"}
    | {b"sgpd", b"sbgp", b"subs", b"padb", b"stdp", b"mehd", b"trex", b"leva", b"free", b"skip"}
    | {b"mfhd", b"tfdt", b"trun", b"senc", b"saiz", b"mfro", b"clip", b"matt", b"name"}
)
_OFFSETS = {b"stco": ("I", 4), b"co64": ("Q", 8)}
# moov/trak/mdia/minf/stbl is the deepest that there is.
_DEEPEST = 8
_COUNT = struct.Struct(">I")
_LONG = struct.Struct(">Q")
_BASE_DATA_OFFSET = 0x000001
_SELF_CONTAINED = 0x000001


class UnmovableError(Exception):
    """Something in the file may name a place in it that we could not correct."""


def may_move(kind: bytes, beginning: bytes) -> bool:
    """Whether an outermost box like this is known, and either names no place or can be `moved`.

    `beginning` is that of its content, as long as `XMP` is.
    """
    if kind == b"uuid":
        return beginning == XMP
    return kind in _SILENT_OUTSIDE or kind in (b"moof", b"mfra")


def moved(content: bytes, behind: int, by: int) -> bytes:
    """The outermost box `content` when everything that lay at `behind` or later lies `by` later.

    Raises UnmovableError, MalformedBoxesError.
    """
    patched = bytearray(content)
    (whole,) = boxes_within(content, 0, len(content))
    for box in _leaves(content, whole):
        if box.kind in _NAMING:
            body = moved_body(box.kind, content[box.body : box.end], behind, by)
            patched[box.body : box.end] = body
        elif box.kind not in _SILENT_WITHIN or _is_outside(content, box):
            raise UnmovableError(box.kind)
    return bytes(patched)


def moved_body(kind: bytes, body: bytes, behind: int, by: int) -> bytes:
    """The same of the content of one box that names places; of any other box just `body`."""
    try:
        if kind in _OFFSETS:
            return _moved_chunks(kind, body, behind, by)
        if kind == b"tfhd":
            return _moved_base(body, behind, by)
        return _moved_fragments(body, behind, by) if kind == b"tfra" else body
    except (struct.error, IndexError) as error:
        raise UnmovableError(kind) from error


def _moved_chunks(kind: bytes, body: bytes, behind: int, by: int) -> bytes:
    letter, size = _OFFSETS[kind]
    (count,) = _COUNT.unpack_from(body, 4)
    if count * size > len(body) - 8:
        raise UnmovableError(kind)
    layout = f">{count}{letter}"
    places = [_moved(place, behind, by) for place in struct.unpack_from(layout, body, 8)]
    return body[:8] + struct.pack(layout, *places) + body[8 + count * size :]


def _moved_base(body: bytes, behind: int, by: int) -> bytes:
    if not int.from_bytes(body[1:4]) & _BASE_DATA_OFFSET:
        return body
    place = _moved(_LONG.unpack_from(body, 8)[0], behind, by)
    return body[:8] + _LONG.pack(place) + body[16:]


def _moved_fragments(body: bytes, behind: int, by: int) -> bytes:
    patched = bytearray(body)
    sizes, count = body[11], _COUNT.unpack_from(body, 12)[0]
    place_at = struct.Struct(">Q" if body[0] else ">I")
    numbers = sum((sizes >> shift & 3) + 1 for shift in (4, 2, 0))
    step = 2 * place_at.size + numbers
    if count * step > len(body) - 16:
        raise UnmovableError(b"tfra")
    for entry in range(count):
        at = 16 + entry * step + place_at.size
        place_at.pack_into(patched, at, _moved(place_at.unpack_from(body, at)[0], behind, by))
    return bytes(patched)


def _moved(place: int, behind: int, by: int) -> int:
    return place + by if place >= behind else place


def _leaves(content: bytes, box: Box, depth: int = 0) -> Iterator[Box]:
    if box.kind not in CONTAINERS:
        yield box
        return
    if depth > _DEEPEST:
        raise MalformedBoxesError(box.start)
    for child in boxes_within(content, box.body, box.end):
        yield from _leaves(content, child, depth + 1)


def _is_outside(content: bytes, box: Box) -> bool:
    """Whether it refers to another file: then chunk offsets are places there."""
    if box.kind != b"dref":
        return False
    entries = boxes_within(content, box.body + 8, box.end)
    return any(
        not int.from_bytes(content[entry.body + 1 : entry.body + 4]) & _SELF_CONTAINED
        for entry in entries
    )
