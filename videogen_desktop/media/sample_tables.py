"""The tracks of an MP4's index as lists of samples, and such lists as an index again.

ISO/IEC 14496-12, 8.3 to 8.7. What is not understood is refused (UnlikeError): then packets are read
and written by FFmpeg.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby, repeat
from typing import NamedTuple

from videogen_desktop.media.boxes import Box, MalformedBoxesError, box_of, boxes_within

_FULL = bytes(4)
_VIDEO_ENTRIES = frozenset({b"avc1", b"hvc1", b"hev1", b"vp09", b"av01"})
_SOUND_ENTRIES = frozenset({b"mp4a", b"Opus", b"alac", b"fLaC", b"ac-3", b"ec-3"})
# What is left out: groups and hints that a player can do without.
_TABLES = frozenset(
    {b"stsd", b"stts", b"ctts", b"stss", b"stsc", b"stsz", b"stco", b"co64"}
    | {b"sgpd", b"sbgp", b"sdtp", b"cslg"}
)
_WHOLE = 1 << 16
_MOST_32 = (1 << 32) - 1
# Of an audio's descriptor and of "btrt": how many bits this very clip has.
_DECODER_TAG, _BITRATES = 4, slice(5, 13)


class UnlikeError(Exception):
    """The packets do not follow each other as they are: they have to be written anew."""


class Sample(NamedTuple):
    """One packet: place and size in its file, how long it lasts and how much later it is shown, in
    units of its track."""

    offset: int
    size: int
    length: int
    later: int
    is_key: bool

    def moved(self, by: int) -> "Sample":
        return Sample(self.offset + by, self.size, self.length, self.later, self.is_key)


@dataclass(frozen=True, slots=True)
class Track:
    """`like` is what has to be the same in another one, `heads` the boxes that a joined one takes
    over; `start` is the time from which on it is shown."""

    is_sound: bool
    timescale: int
    start: int
    samples: tuple[Sample, ...]
    like: tuple[bytes, ...]
    heads: dict[bytes, bytes]

    @property
    def length(self) -> int:
        return sum(sample.length for sample in self.samples)


def tracks_of(moov: bytes) -> list[Track]:
    """Pictures and sounds; chapters and other tracks have no place in a joined file.

    Raises UnlikeError, MalformedBoxesError.
    """
    (whole,) = boxes_within(moov, 0, len(moov))
    try:
        return [
            _track(moov, box)
            for box in boxes_within(moov, whole.body, whole.end)
            if box.kind == b"trak"
        ]
    except (struct.error, IndexError, KeyError) as error:
        raise MalformedBoxesError(0) from error


def sides_of(track: Track) -> tuple[int, int]:
    """In pixels, as a player shows them: its matrix may turn them by a quarter."""
    across, matrix = struct.unpack(">2I", track.heads[b"tkhd"][-8:]), track.heads[b"tkhd"][-44:-8]
    width, height = (side >> 16 for side in across)
    along, across_to_down, *_ = struct.unpack(">9i", matrix)
    # Zeros throughout, as some encoders leave it, turn nothing.
    turned = along == 0 and across_to_down != 0
    return (height, width) if turned else (width, height)


def track_box(track: Track, offsets: Sequence[int], movie_timescale: int) -> bytes:
    """The track with its samples at these places. Raises UnlikeError."""
    samples, length = track.samples, track.length
    shown = (length - (track.start if track.is_sound else 0)) * movie_timescale // track.timescale
    if max(length, shown) > _MOST_32:
        raise UnlikeError
    heads = track.heads
    tables = [heads[b"stsd"], _runs(b"stts", [one.length for one in samples])]
    if any(one.later for one in samples):
        tables.append(_runs(b"ctts", [one.later for one in samples]))
    if not all(one.is_key for one in samples):
        keys = [number for number, one in enumerate(samples, 1) if one.is_key]
        tables.append(_table(b"stss", keys))
    tables += _places(samples, offsets)
    edit = struct.pack(">4xIIiI", 1, shown, track.start, _WHOLE)
    media = box_of(
        b"mdia",
        _patched(heads[b"mdhd"], length, media=True),
        heads[b"hdlr"],
        box_of(b"minf", heads[b"mhd"], heads[b"dinf"], box_of(b"stbl", *tables)),
    )
    head = _patched(heads[b"tkhd"], shown, media=False)
    return box_of(b"trak", head, box_of(b"edts", box_of(b"elst", edit)), media)


def _track(moov: bytes, trak: Box) -> Track:
    boxes = _named(moov, trak)
    if not {b"tkhd", b"mdia"} <= boxes.keys() <= {b"tkhd", b"edts", b"mdia", b"udta"}:
        raise UnlikeError
    media = _named(moov, boxes[b"mdia"])
    handler = moov[media[b"hdlr"].body + 8 : media[b"hdlr"].body + 12]
    if handler not in (b"vide", b"soun"):
        raise UnlikeError
    inside = _named(moov, media[b"minf"])
    tables = _named(moov, inside[b"stbl"])
    if not tables.keys() <= _TABLES:
        raise UnlikeError
    is_sound = handler == b"soun"
    kind = b"smhd" if is_sound else b"vmhd"
    heads = {b"tkhd": boxes[b"tkhd"], b"mdhd": media[b"mdhd"], b"hdlr": media[b"hdlr"]}
    heads |= {b"mhd": inside[kind], b"dinf": inside[b"dinf"], b"stsd": tables[b"stsd"]}
    raw = {name: moov[box.start : box.end] for name, box in heads.items()}
    entry = _entry(raw[b"stsd"], is_sound=is_sound)
    return Track(
        is_sound=is_sound,
        timescale=_timescale(raw[b"mdhd"]),
        start=_start(moov, boxes.get(b"edts")),
        samples=tuple(_samples(moov, tables)),
        like=(handler, entry, *_shape(raw[b"tkhd"])),
        heads=raw,
    )


def _named(content: bytes, box: Box) -> dict[bytes, Box]:
    return {one.kind: one for one in boxes_within(content, box.body, box.end)}


def _entry(stsd: bytes, *, is_sound: bool) -> bytes:
    """The one sample entry, without what is only counted in it. Raises UnlikeError."""
    (count,) = struct.unpack_from(">I", stsd, 12)
    (entry,) = boxes_within(stsd, 16, len(stsd))
    if count != 1 or entry.kind not in (_SOUND_ENTRIES if is_sound else _VIDEO_ENTRIES):
        raise UnlikeError
    content = bytearray(stsd[entry.start : entry.end])
    fixed = 36 if is_sound else 86
    for child in boxes_within(bytes(content), fixed, len(content)):
        if child.kind == b"btrt":
            content[child.body : child.end] = bytes(child.end - child.body)
        elif child.kind == b"esds":
            at = _decoder_descriptor(bytes(content), child.body + 4, child.end)
            content[at + _BITRATES.start : at + _BITRATES.stop] = bytes(8)
    return bytes(content)


def _decoder_descriptor(content: bytes, at: int, end: int) -> int:
    """Where the body of an audio's decoder descriptor begins (ISO/IEC 14496-1, 7.2.6.6)."""
    while at < end:
        tag, at = content[at], at + 1
        while content[at] & 0x80:
            at += 1
        at += 1
        if tag == _DECODER_TAG:
            return at
        at += 3  # ES_ID and flags, which are 0 in files
    raise UnlikeError


def _shape(tkhd: bytes) -> tuple[bytes, ...]:
    """Its matrix and sides."""
    return (tkhd[-44:],)


def _timescale(mdhd: bytes) -> int:
    return int(struct.unpack_from(">I", mdhd, 28 if mdhd[8] == 1 else 20)[0])


def _start(moov: bytes, edts: Box | None) -> int:
    if edts is None:
        return 0
    elst = _named(moov, edts)[b"elst"]
    version, count = moov[elst.body], struct.unpack_from(">I", moov, elst.body + 4)[0]
    form = ">qI" if version == 1 else ">iI"
    start, rate = struct.unpack_from(form, moov, elst.body + (16 if version == 1 else 12))
    if count != 1 or start < 0 or rate != _WHOLE:
        raise UnlikeError
    return int(start)


def _samples(moov: bytes, tables: dict[bytes, Box]) -> Iterator[Sample]:
    sizes = _sizes(moov, tables[b"stsz"])
    lengths = _expanded(moov, tables[b"stts"], "I")
    later = _expanded(moov, tables[b"ctts"], "i") if b"ctts" in tables else [0] * len(sizes)
    keys = set(_numbers(moov, tables[b"stss"])) if b"stss" in tables else None
    offsets = list(_offsets(moov, tables, sizes))
    if not len(sizes) == len(lengths) == len(later) == len(offsets):
        raise UnlikeError
    for number, place in enumerate(zip(offsets, sizes, lengths, later, strict=True), 1):
        yield Sample(*place, is_key=keys is None or number in keys)


def _sizes(moov: bytes, stsz: Box) -> list[int]:
    same, count = struct.unpack_from(">II", moov, stsz.body + 4)
    if same:
        if count > len(moov):
            raise UnlikeError
        return [int(same)] * count
    return list(struct.unpack_from(f">{count}I", moov, stsz.body + 12))


def _offsets(moov: bytes, tables: dict[bytes, Box], sizes: list[int]) -> Iterator[int]:
    wide = tables.get(b"co64")
    places = _numbers(moov, wide or tables[b"stco"], "Q" if wide else "I")
    runs = _numbers(moov, tables[b"stsc"], "III")
    triples = list(zip(runs[::3], runs[1::3], strict=False))
    firsts = [first for first, _ in triples] + [len(places) + 1]
    number = 0
    for (first, count), following in zip(triples, firsts[1:], strict=True):
        for chunk in range(first, following):
            inside = sizes[number : number + count]
            yield from accumulate(inside[:-1], initial=places[chunk - 1])
            number += count


def _numbers(moov: bytes, box: Box, form: str = "I") -> tuple[int, ...]:
    (count,) = struct.unpack_from(">I", moov, box.body + 4)
    if count > (box.end - box.body - 8) // struct.calcsize(f">{form}"):
        raise MalformedBoxesError(box.start)
    return struct.unpack_from(f">{form * count}", moov, box.body + 8)


def _expanded(moov: bytes, box: Box, form: str) -> list[int]:
    pairs = _numbers(moov, box, f"I{form}")
    if sum(pairs[::2]) > len(moov):
        raise UnlikeError
    runs = zip(pairs[::2], pairs[1::2], strict=True)
    return list(chain.from_iterable(repeat(value, times) for times, value in runs))


def _runs(kind: bytes, values: list[int]) -> bytes:
    runs = [(sum(1 for _ in same), value) for value, same in groupby(values)]
    flat = [one for run in runs for one in run]
    form = "I" if kind == b"stts" else "i"
    # Version 1 of "ctts" takes frames that are shown before they are decoded.
    head = _FULL if form == "I" or min(values) >= 0 else b"\x01\0\0\0"
    return box_of(kind, head, struct.pack(f">I{f'I{form}' * len(runs)}", len(runs), *flat))


def _table(kind: bytes, values: Sequence[int], form: str = "I") -> bytes:
    return box_of(kind, _FULL, struct.pack(f">I{len(values)}{form}", len(values), *values))


def _places(samples: Sequence[Sample], offsets: Sequence[int]) -> list[bytes]:
    """Sizes, and chunks of samples that lie one behind the other."""
    sizes = [one.size for one in samples]
    counts: list[int] = []
    begins: list[int] = []
    following = -1
    for offset, size in zip(offsets, sizes, strict=True):
        if offset == following:
            counts[-1] += 1
        else:
            begins.append(offset)
            counts.append(1)
        following = offset + size
    runs = [
        (number, count)
        for number, count in enumerate(counts, 1)
        if number == 1 or count != counts[number - 2]
    ]
    flat = [one for number, count in runs for one in (number, count, 1)]
    wide = any(begin > _MOST_32 for begin in begins)
    return [
        box_of(b"stsz", _FULL, struct.pack(f">II{len(sizes)}I", 0, len(sizes), *sizes)),
        box_of(b"stsc", _FULL, struct.pack(f">I{len(flat)}I", len(runs), *flat)),
        _table(b"co64", begins, "Q") if wide else _table(b"stco", begins),
    ]


def _patched(head: bytes, length: int, *, media: bool) -> bytes:
    """A "tkhd" or "mdhd" that says this length."""
    patched, is_wide = bytearray(head), head[8] == 1
    at = (32 if is_wide else 24) if media else (36 if is_wide else 28)
    struct.pack_into(">Q" if is_wide else ">I", patched, at, length)
    return bytes(patched)
