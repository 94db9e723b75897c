"""The tag and tags jobs: a clip's title and comment. Runs in the helper process.

Tags are added to the index; the rest of the file is copied as it is. Where the index is the last
box, or free space follows it, nothing moves. Else what follows moves by some hundred bytes and the
places that boxes name are corrected: an index that stands first, so that a clip plays while it is
still being loaded, goes on standing first. Then every box and every sample of the copy is compared.
"""

import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO

from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream

from videogen_desktop import held_files
from videogen_desktop.domain.clip_tags import parse_comment
from videogen_desktop.media.boxes import (
    Box,
    MalformedBoxesError,
    box_of,
    boxes_within,
    container_of,
    outermost_boxes,
)
from videogen_desktop.media.clip_file import open_clip
from videogen_desktop.media.file_offsets import (
    CONTAINERS,
    XMP,
    UnmovableError,
    may_move,
    moved,
    moved_body,
)
from videogen_desktop.media.protocol import TAG_CHARACTERS, Refusal, RefusedFileError
from videogen_desktop.media.tag_boxes import (
    ITUNES_HANDLER,
    OWN_KEY,
    other_parts,
    user_data,
    with_tags,
)

_USER_DATA = (b"moov", b"udta")
_META = (*_USER_DATA, b"meta")
_DEEPEST = 8
# Index and fragments are held in memory; those of an hour of 4K are 3 MB.
_MOST_INDEX_BYTES = 64 << 20
_CHUNK_BYTES = 1 << 20
_FREE = frozenset({b"free", b"skip"})
_MEDIA = _FREE | {b"mdat"}
_FRAGMENTS = frozenset({b"moof", b"mfra"})
_IN_MEMORY = _FRAGMENTS | {b"moov"}
# Content credentials are sums over the whole file: one byte more and they fail. C2PA's own box,
# its manifests (JUMBF) and a link to one in XMP; China's AIGC label where it carries its own sum
# (GB 45438-2025, ReservedCode1 and 2).
_C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_CREDENTIALS = re.compile(
    re.escape(_C2PA) + rb"|c2pa|jumb|dcterms:provenance|\"ReservedCode[12]\"\s*:\s*\"[^\"]"
)
_HEADER_BYTES = 8


def read_tags(path: Path) -> dict[str, str]:
    """The clip's title and comment, empty where it has none; ours before anybody else's.

    Raises RefusedFileError.
    """
    found = _metadata(path)
    tags = {"title": found.get("title", ""), "comment": found.get(OWN_KEY, "")}
    tags["comment"] = tags["comment"] or found.get("comment", "")
    return {name: text[:TAG_CHARACTERS] for name, text in tags.items()}


def write_tagged(path: Path, destination: Path, title: str, comment: str) -> None:
    """Write a copy with these tags and nothing else changed, flushed to the disk.

    A title or comment of somebody else's stays, ours is written beside it. `destination` is
    replaced; half a copy, or one that is another clip, never stays. Raises RefusedFileError, with
    CREDENTIALS, LAYOUT or CHANGED where the file cannot be tagged, and OSError when the
    destination cannot be written.
    """
    container_of(path)
    tags = _beside(_metadata(path), title, comment)
    try:
        with path.open("rb") as file:
            edit = _edit(file, path.stat().st_size, tags)
            copied_pieces(file, edit.pieces, destination)
        change = Change(tags.keys(), edit.moved_from, edit.growth)
        if not is_same_clip(path, destination, change):
            raise RefusedFileError(Refusal.CHANGED)
        if read_tags(destination)["comment"] != comment[:TAG_CHARACTERS]:
            raise RefusedFileError(Refusal.LAYOUT)
    except BaseException as error:
        held_files.remove(destination)
        if isinstance(error, MalformedBoxesError | UnmovableError):
            raise RefusedFileError(Refusal.LAYOUT) from error
        raise


@dataclass(frozen=True, slots=True)
class Change:
    """What a copy may differ in: tags of these names, and that what lay at `moved_from` or later
    lies `by` bytes later."""

    names: Collection[str]
    moved_from: int
    by: int


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A box that holds none that we know: its place in the tree, its content, or where that is."""

    path: tuple[bytes, ...]
    content: bytes | Box


def is_same_clip(before: Path, after: Path, change: Change) -> bool:
    """Whether `after` is `before` but for `change`: box by box and sample by sample.

    Raises OSError, MalformedBoxesError, UnmovableError, RefusedFileError.
    """
    with before.open("rb") as one, after.open("rb") as other:
        for old, new in zip_longest(_leaves(one, change), _leaves(other, change)):
            if old is None or new is None or old.path != new.path:
                return False
            if not _same_content(old, new, (one, other), change):
                return False
    with open_clip(before) as one_clip, open_clip(after) as other_clip:
        return _same_samples(one_clip.source, other_clip.source)


def _leaves(file: BinaryIO, change: Change) -> Iterator[_Leaf]:
    size = file.seek(0, 2)
    was_index = False
    for box in outermost_boxes(file, size):
        if box.kind in _IN_MEMORY:
            file.seek(box.start)
            content = file.read(box.end - box.start)
            (whole,) = boxes_within(content, 0, len(content))
            yield from _within(content, whole, (box.kind,), change)
        elif not (was_index and box.kind in _FREE):
            # Free space behind the index may have been used for it.
            yield _Leaf((box.kind,), box)
        was_index = box.kind == b"moov"


def _within(content: bytes, box: Box, path: tuple[bytes, ...], change: Change) -> Iterator[_Leaf]:
    if path == _META:
        parts = other_parts(content[box.start : box.end], change.names)
        # A metadata box that is made for the tags holds nothing else.
        yield from (_Leaf(path, part) for part in parts if part != ITUNES_HANDLER)
        return
    if box.kind not in CONTAINERS and path != _USER_DATA:
        yield _Leaf(path, content[box.body : box.end])
        return
    if len(path) > _DEEPEST:
        raise MalformedBoxesError(box.start)
    if path == _USER_DATA:
        children, rest = user_data(content, box)
        if rest:
            yield _Leaf((*path, b""), rest)
    else:
        # The beginning of it, so that none of its boxes can be another one's.
        yield _Leaf(path, b"")
        children = boxes_within(content, box.body, box.end)
    for child in children:
        yield from _within(content, child, (*path, child.kind), change)


def _same_content(old: _Leaf, new: _Leaf, files: tuple[BinaryIO, BinaryIO], change: Change) -> bool:
    if isinstance(old.content, bytes) and isinstance(new.content, bytes):
        return moved_body(old.path[-1], old.content, change.moved_from, change.by) == new.content
    if isinstance(old.content, bytes) or isinstance(new.content, bytes):
        return False
    ours, theirs = (
        _chunks(file, box) for file, box in zip(files, (old.content, new.content), strict=True)
    )
    return all(one == other for one, other in zip_longest(ours, theirs))


def _chunks(file: BinaryIO, box: Box) -> Iterator[bytes]:
    for position in range(box.start, box.end, _CHUNK_BYTES):
        file.seek(position)
        yield file.read(min(_CHUNK_BYTES, box.end - position))


def _same_samples(before: InputContainer, after: InputContainer) -> bool:
    streams = zip_longest(before.streams, after.streams)
    if not all(one and other and _stream(one) == _stream(other) for one, other in streams):
        return False
    packets = zip_longest(before.demux(), after.demux())
    return all(one and other and _sample(one) == _sample(other) for one, other in packets)


def _stream(stream: Stream) -> tuple[object, ...]:
    context = getattr(stream, "codec_context", None)
    codec = None if context is None else (context.name, context.codec_tag, context.extradata)
    times = (stream.time_base, stream.start_time, stream.duration, stream.frames)
    return (stream.type, codec, *times, stream.disposition, dict(stream.metadata))


def _sample(packet: "Packet[Stream]") -> tuple[object, ...]:
    flags = (packet.is_keyframe, packet.is_discard, packet.is_corrupt, packet.is_disposable)
    sides = [(side.data_type, bytes(side)) for side in packet.iter_sidedata()]
    times = (packet.pts, packet.dts, packet.duration)
    return (packet.stream_index, *times, *flags, sides, bytes(packet))


def _metadata(path: Path) -> dict[str, str]:
    with open_clip(path) as clip:
        return {key.lower(): value for key, value in clip.source.metadata.items()}


def _beside(found: Mapping[str, str], title: str, comment: str) -> dict[str, str]:
    """What to write so that nothing of others is replaced."""
    name = OWN_KEY if OWN_KEY in found else "comment"
    older = parse_comment(found.get(name, ""))
    if older is None and found.get(name):
        name = OWN_KEY
    shown = found.get("title")
    is_free = not shown or (older is not None and older.title == shown)
    return {"title": title, name: comment} if is_free else {name: comment}


@dataclass(frozen=True, slots=True)
class _Edit:
    """The copy in pieces, bytes or places of the source, and what lies elsewhere in it: what was
    at `moved_from` or later is `growth` bytes later."""

    pieces: Sequence[bytes | Box]
    moved_from: int
    growth: int


def _edit(file: BinaryIO, size: int, tags: Mapping[str, str]) -> _Edit:
    """Raises RefusedFileError, MalformedBoxesError, UnmovableError."""
    boxes = list(outermost_boxes(file, size))
    index = [box for box in boxes if box.kind == b"moov"]
    held = sum(box.end - box.start for box in boxes if box.kind not in _MEDIA)
    if len(index) != 1 or boxes[-1].end != size or held > _MOST_INDEX_BYTES:
        raise RefusedFileError(Refusal.LAYOUT)
    if has_credentials(file, boxes):
        raise RefusedFileError(Refusal.CREDENTIALS)
    (moov,) = index
    number = boxes.index(moov)
    tagged = with_tags(_read(file, moov), tags)
    return _placed(file, tagged, boxes[:number], moov, boxes[number + 1 :])


def _placed(
    file: BinaryIO, tagged: bytes, before: Sequence[Box], moov: Box, after: Sequence[Box]
) -> _Edit:
    growth = len(tagged) - (moov.end - moov.start)
    if growth == 0 or all(box.kind in _FREE for box in after):
        return _Edit([*before, tagged, *after], moov.end, growth)
    room = after[0].end - after[0].start if after[0].kind in _FREE else 0
    if room == growth or room >= growth + _HEADER_BYTES:
        rest = [] if room == growth else [box_of(b"free", bytes(room - growth - _HEADER_BYTES))]
        return _Edit([*before, tagged, *rest, *after[1:]], moov.end, 0)
    if any(box.kind == b"sidx" for box in before):
        raise UnmovableError(b"sidx")
    for box in (*before, *after):
        file.seek(box.body)
        if not may_move(box.kind, file.read(len(XMP))):
            raise UnmovableError(box.kind)

    def corrected(box: Box) -> bytes | Box:
        return moved(_read(file, box), moov.end, growth) if box.kind in _FRAGMENTS else box

    index = moved(tagged, moov.end, growth)
    return _Edit([*map(corrected, before), index, *map(corrected, after)], moov.end, growth)


def _read(file: BinaryIO, box: Box) -> bytes:
    file.seek(box.start)
    return file.read(box.end - box.start)


def has_credentials(file: BinaryIO, boxes: Sequence[Box]) -> bool:
    """Whether sums over the whole file stand in it."""
    return any(_CREDENTIALS.search(_read(file, box)) for box in boxes if box.kind not in _MEDIA)


def copied_pieces(file: BinaryIO, pieces: Sequence[bytes | Box], destination: Path) -> None:
    """Write the pieces, bytes or places of `file`, to the disk. Raises OSError."""
    with destination.open("wb") as copy:
        for piece in pieces:
            if isinstance(piece, bytes):
                copy.write(piece)
                continue
            file.seek(piece.start)
            left = piece.end - piece.start
            while left and (chunk := file.read(min(left, _CHUNK_BYTES))):
                left -= copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
