"""Taking out what a video or a sound says of itself: places, times, names, prompts, covers.

It is overwritten where it stands, as free space or padding, so that no sample moves and nothing is
encoded again: FFmpeg's copy of a clip changes its edits and its time stamps. What is not known to
be needed for playing goes: cameras keep where they were in boxes and tracks of their own. Runs in
the helper process.
"""

import os
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from videogen_desktop.domain.intake import InputRefusal
from videogen_desktop.media.boxes import Box, MalformedBoxesError, boxes_within, outermost_boxes
from videogen_desktop.media.ogg_comments import blank_comments
from videogen_desktop.media.protocol import RefusedInputError

Span = tuple[int, int]
_CHUNK_BYTES = 1 << 20
_MOST_INDEX_BYTES = 64 << 20
# Of MP4 and QuickTime, by what holds them.
_OUTERMOST = frozenset(
    {b"ftyp", b"moov", b"mdat", b"moof", b"mfra", b"sidx", b"ssix", b"styp", b"wide", b"pdin"}
)
_KEPT = {
    b"moov": frozenset({b"mvhd", b"trak", b"mvex", b"iods"}),
    b"trak": frozenset({b"tkhd", b"edts", b"tref", b"mdia", b"tapt", b"trgr", b"load", b"clip"}),
    b"mdia": frozenset({b"mdhd", b"hdlr", b"minf", b"elng"}),
}
_HEADS = frozenset({b"mvhd", b"tkhd", b"mdhd"})
_PLAYED = frozenset({b"vide", b"soun", b"tmcd"})
_WAVE_CHUNKS = frozenset({b"fmt ", b"data", b"fact", b"ds64"})
_FLAC_BLOCKS, _FLAC_PADDING = frozenset({0, 3}), 1
_ID3_HEAD, _APE_FOOT = 10, 32


def take_out(path: Path, demuxer: str) -> bool:
    """Overwrite the metadata of a file of ours, flushed; whether there was any.

    `demuxer` is what the file was read with ("mov", "wav" …). Raises RefusedInputError where it
    cannot be told from what is played, and OSError.
    """
    with path.open("r+b") as file:
        size = os.fstat(file.fileno()).st_size
        try:
            changed = _BY_DEMUXER[demuxer](file, size)
        except (MalformedBoxesError, struct.error, LookupError, ValueError) as error:
            raise RefusedInputError(InputRefusal.METADATA) from error
        file.flush()
        os.fsync(file.fileno())
    return changed


def _zero(file: BinaryIO, start: int, end: int) -> bool:
    """Whether there was anything else."""
    found = False
    while start < end:
        file.seek(start)
        before = file.read(min(_CHUNK_BYTES, end - start))
        if not before:
            break
        if before.strip(b"\0"):
            found = True
            file.seek(start)
            file.write(bytes(len(before)))
        start += len(before)
    return found


# --- MP4 and QuickTime ---------------------------------------------------------------------------


def _blank_boxes(file: BinaryIO, size: int) -> bool:
    outermost = list(outermost_boxes(file, size))
    samples = [(box.body, min(box.end, size)) for box in outermost if box.kind == b"mdat"]
    in_pieces = any(box.kind == b"moof" for box in outermost)
    changed, silenced = False, list[Span]()
    for box in outermost:
        if box.kind == b"moov":
            if box.end - box.start > _MOST_INDEX_BYTES:
                raise MalformedBoxesError(box.start)
            file.seek(box.start)
            index = bytearray(file.read(box.end - box.start))
            silenced += _blank_index(index, in_pieces=in_pieces)
            file.seek(box.start)
            before = file.read(len(index))
            file.seek(box.start)
            file.write(index)
            changed |= before != bytes(index)
        elif box.kind not in _OUTERMOST:
            changed |= _zero(file, box.body, min(box.end, size))
            file.seek(box.start + 4)
            file.write(b"free")
    for start, end in silenced:
        for low, high in samples:
            changed |= _zero(file, max(start, low), min(end, high))
    return changed


def _blank_index(moov: bytearray, *, in_pieces: bool) -> list[Span]:
    """Gives where the samples lie of the tracks that were neither pictures nor sound."""
    (whole,) = boxes_within(bytes(moov), 0, len(moov))
    silenced: list[Span] = []
    for box in _blank_children(moov, whole):
        if box.kind == b"trak":
            parts = {one.kind: one for one in _blank_children(moov, box)}
            media = {one.kind: one for one in _blank_children(moov, parts[b"mdia"])}
            handler = media[b"hdlr"].body + 8
            if bytes(moov[handler : handler + 4]) not in _PLAYED:
                if in_pieces:
                    # Every piece says where samples of it lie.
                    raise MalformedBoxesError(box.start)
                silenced += _samples(bytes(moov), media[b"minf"])
                _free(moov, box)
    return silenced


def _blank_children(moov: bytearray, parent: Box) -> list[Box]:
    """Those that stay."""
    kept = []
    for box in boxes_within(bytes(moov), parent.body, parent.end):
        if box.kind == b"cmov":
            raise MalformedBoxesError(box.start)
        if box.kind not in _KEPT[parent.kind]:
            _free(moov, box)
            continue
        kept.append(box)
        if box.kind in _HEADS:
            # When it was made, and changed.
            length = 16 if moov[box.body] == 1 else 8
            moov[box.body + 4 : box.body + 4 + length] = bytes(length)
    return kept


def _free(content: bytearray, box: Box) -> None:
    content[box.start + 4 : box.start + 8] = b"free"
    content[box.body : box.end] = bytes(box.end - box.body)


def _samples(moov: bytes, minf: Box) -> Iterator[Span]:
    """Where the samples of a track lie, chunk by chunk."""
    (stbl,) = (one for one in boxes_within(moov, minf.body, minf.end) if one.kind == b"stbl")
    tables = {one.kind: one.body + 4 for one in boxes_within(moov, stbl.body, stbl.end)}
    places = _places(moov, tables)
    each, count = struct.unpack_from(">II", moov, tables[b"stsz"]) if b"stsz" in tables else (0, 0)
    if places and not count:
        raise MalformedBoxesError(stbl.start)
    sizes: Sequence[int] = ()
    if not each:
        sizes = struct.unpack_from(f">{count}I", moov, tables[b"stsz"] + 8)
    (runs,) = struct.unpack_from(">I", moov, tables[b"stsc"])
    first, samples, run = 0, 0, 0
    for number, place in enumerate(places, 1):
        while run < runs:
            chunk, many = struct.unpack_from(">II", moov, tables[b"stsc"] + 4 + 12 * run)
            if chunk > number:
                break
            run, samples = run + 1, many
        yield place, place + (each * samples or sum(sizes[first : first + samples]))
        first += samples


def _places(moov: bytes, tables: dict[bytes, int]) -> Sequence[int]:
    kind, form = (b"co64", "Q") if b"co64" in tables else (b"stco", "I")
    if kind not in tables:
        return ()
    (count,) = struct.unpack_from(">I", moov, tables[kind])
    return struct.unpack_from(f">{count}{form}", moov, tables[kind] + 4)


# --- sounds --------------------------------------------------------------------------------------


def _blank_wave(file: BinaryIO, size: int) -> bool:
    changed, at, long_data = False, 12, 0
    while at < size:
        file.seek(at)
        head = file.read(8)
        length = int.from_bytes(head[4:8], "little")
        if len(head) < 8:
            return _zero(file, at, size) or changed
        if head[:4] == b"ds64":
            (long_data,) = struct.unpack("<8xQ", file.read(16))
        if head[:4] == b"data" and length in (0, 0xFFFFFFFF):
            # Longer than 4 GB can be said; or written to a pipe, and then it goes on to the end.
            length = long_data or size
        end = min(at + 8 + length + length % 2, size)
        if head[:4] not in _WAVE_CHUNKS:
            changed |= _zero(file, at + 8, end)
            file.seek(at)
            file.write(b"JUNK")
        at = end
    return changed


def _blank_flac(file: BinaryIO, size: int) -> bool:
    changed, at, is_last = False, 4, False
    while not is_last:
        file.seek(at)
        head = file.read(4)
        is_last, end = head[0] > 127, at + 4 + int.from_bytes(head[1:4])
        if head[0] & 127 not in _FLAC_BLOCKS:
            changed |= _zero(file, at + 4, min(end, size))
            file.seek(at)
            file.write(bytes([head[0] & 128 | _FLAC_PADDING]))
        at = end
    return _cut_tail(file, size) or changed


def _blank_id3(file: BinaryIO, size: int) -> bool:
    """Its frames become padding; what stands behind the sound is cut off."""
    changed, at = False, 0
    while True:
        file.seek(at)
        head = file.read(_ID3_HEAD)
        if head[:3] != b"ID3" or len(head) < _ID3_HEAD:
            return _cut_tail(file, size) or changed
        end = at + _ID3_HEAD + _syncsafe(head[6:10]) + (_ID3_HEAD if head[5] & 0x10 else 0)
        changed |= _zero(file, at + _ID3_HEAD, min(end, size))
        file.seek(at + 5)
        file.write(b"\0")
        at = end


def _cut_tail(file: BinaryIO, size: int) -> bool:
    whole = size
    while (length := _tail_length(file, size)) and length <= size:
        size -= length
    if size < whole:
        file.truncate(size)
    return size < whole


def _tail_length(file: BinaryIO, size: int) -> int:
    """Of the tag that ends there: ID3v1, Lyrics3, APEv2 or ID3v2 with its end."""
    start = max(0, size - 128)
    file.seek(start)
    tail = file.read(size - start)
    if tail[:3] == b"TAG" and len(tail) == 128:
        return 128
    if tail.endswith(b"LYRICS200"):
        return int(tail[-15:-9]) + 15
    if tail[-_APE_FOOT:].startswith(b"APETAGEX"):
        length, _, flags = struct.unpack_from("<III", tail[-_APE_FOOT:], 12)
        return int(length) + (_APE_FOOT if flags >> 31 else 0)
    if tail[-_ID3_HEAD:].startswith(b"3DI"):
        return _syncsafe(tail[-4:]) + 2 * _ID3_HEAD
    return 0


def _syncsafe(four: bytes) -> int:
    return sum((byte & 127) << shift for byte, shift in zip(four, (21, 14, 7, 0), strict=True))


_BY_DEMUXER = {
    "mov": _blank_boxes,
    "wav": _blank_wave,
    "flac": _blank_flac,
    "mp3": _blank_id3,
    "aac": _blank_id3,
    "ogg": blank_comments,
}
