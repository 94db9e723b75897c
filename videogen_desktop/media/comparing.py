"""Whether a tagged copy is the clip that it was: every box and every sample is looked at."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO

from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream

from videogen_desktop.media.boxes import Box, MalformedBoxesError, boxes_within, outermost_boxes
from videogen_desktop.media.clip_file import open_clip
from videogen_desktop.media.file_offsets import CONTAINERS, moved_body
from videogen_desktop.media.tag_boxes import ITUNES_HANDLER, other_parts, user_data

_CHUNK_BYTES = 1 << 20
_FREE = frozenset({b"free", b"skip"})
_IN_MEMORY = frozenset({b"moov", b"moof", b"mfra"})
_USER_DATA = (b"moov", b"udta")
_META = (*_USER_DATA, b"meta")
_DEEPEST = 8


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
