"""The comments of Vorbis, Opus and FLAC in Ogg (RFC 3533, 7845), overwritten where they stand.

Runs in the helper process.
"""

import struct
from dataclasses import dataclass, field
from typing import BinaryIO

_HEAD = struct.Struct("<4sBBqIIIB")
_CHECKSUM_AT = 22
# The flag of a stream's first page, and how many packets at most come before its sound is sure.
_BEGINS, _HEADERS = 2, 3
# Of the packet, before the comments begin.
_MARKS = {b"\x03vorbis": 7, b"OpusTags": 8}
_FLAC_COMMENT, _FLAC_PICTURE, _FLAC_HEAD = 4, 6, 4


@dataclass
class _Packet:
    """`spans` are its pieces in the file, each with the page that it stands in."""

    content: bytearray = field(default_factory=bytearray)
    spans: list[tuple[int, int, int]] = field(default_factory=list)


def blank_comments(file: BinaryIO, size: int) -> bool:
    """Whether there were any. Raises ValueError, struct.error for what cannot be followed."""
    changed, at, open_packets = False, 0, dict[int, _Packet]()
    pages, packets = dict[int, int](), dict[int, int]()
    while at < size:
        file.seek(at)
        head = file.read(_HEAD.size)
        mark, _, flags, samples, serial, _, _, count = _HEAD.unpack(head)
        if mark != b"OggS":
            raise ValueError(at)
        lacing = file.read(count)
        place, end = at + _HEAD.size + count, at + _HEAD.size + count + sum(lacing)
        if flags & _BEGINS:
            packets[serial] = 0
        if samples > 0 and packets.get(serial, 0) >= _HEADERS:
            # Something is heard by its end: comments come before, in each stream that follows.
            open_packets.pop(serial, None)
            at = end
            continue
        pages[at] = end
        for length in lacing:
            packet = open_packets.setdefault(serial, _Packet())
            file.seek(place)
            packet.content += file.read(length)
            packet.spans.append((place, length, at))
            place += length
            if length < 255:
                packets[serial] = packets.get(serial, 0) + 1
                changed |= _blank(file, open_packets.pop(serial), pages)
        at = end
    return changed


def _blank(file: BinaryIO, packet: _Packet, pages: dict[int, int]) -> bool:
    before = bytes(packet.content)
    mark = next((length for mark, length in _MARKS.items() if before.startswith(mark)), 0)
    kind = before[0] & 127 if before else 0
    if not mark and len(before) > _FLAC_HEAD and int.from_bytes(before[1:4]) + 4 == len(before):
        mark = _FLAC_HEAD if kind == _FLAC_COMMENT else 0
        if kind == _FLAC_PICTURE:
            packet.content[_FLAC_HEAD:] = bytes(len(before) - _FLAC_HEAD)
    if mark:
        _overwrite(packet.content, mark)
    if bytes(packet.content) == before:
        return False
    at = 0
    for place, length, _ in packet.spans:
        file.seek(place)
        file.write(packet.content[at : at + length])
        at += length
    for page in {page for _, _, page in packet.spans}:
        _sign(file, page, pages[page])
    return True


def _overwrite(packet: bytearray, at: int) -> None:
    """Each comment keeps its length; one without a name is skipped by every reader."""
    (length,) = struct.unpack_from("<I", packet, at)
    (count,) = struct.unpack_from("<I", packet, at + 4 + length)
    at += 8 + length
    for _ in range(count):
        (length,) = struct.unpack_from("<I", packet, at)
        if at + 4 + length > len(packet):
            raise ValueError(at)
        packet[at + 4 : at + 4 + length] = b"=" * length
        at += 4 + length


def _sign(file: BinaryIO, start: int, end: int) -> None:
    file.seek(start + _CHECKSUM_AT)
    file.write(bytes(4))
    file.seek(start)
    checksum = 0
    for byte in file.read(end - start):
        checksum = (checksum << 8) & 0xFFFFFFFF ^ _TABLE[checksum >> 24 ^ byte]
    file.seek(start + _CHECKSUM_AT)
    file.write(checksum.to_bytes(4, "little"))


def _remainder(byte: int) -> int:
    value = byte << 24
    for _ in range(8):
        value = (value << 1) ^ (0x104C11DB7 if value >> 31 else 0)
    return value


_TABLE = tuple(map(_remainder, range(256)))
