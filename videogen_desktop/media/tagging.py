"""The tag and tags jobs: a clip's title and comment. Runs in the helper process.

Tags are added to the index; the rest of the file is copied as it is. Where the index is the last
box, or free space follows it, nothing moves. Else what follows moves by some hundred bytes and the
places that boxes name are corrected: an index that stands first, so that a clip plays while it is
still being loaded, goes on standing first.
"""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from videogen_desktop.domain.clip_tags import parse_comment
from videogen_desktop.media.boxes import (
    Box,
    MalformedBoxesError,
    box_of,
    container_of,
    outermost_boxes,
)
from videogen_desktop.media.clip_file import open_clip
from videogen_desktop.media.comparing import Change, is_same_clip
from videogen_desktop.media.file_offsets import XMP, UnmovableError, may_move, moved
from videogen_desktop.media.protocol import TAG_CHARACTERS, Refusal, RefusedFileError
from videogen_desktop.media.tag_boxes import OWN_KEY, with_tags

# Index and fragments are held in memory; those of an hour of 4K are 3 MB.
_MOST_INDEX_BYTES = 64 << 20
_CHUNK_BYTES = 1 << 20
_FREE = frozenset({b"free", b"skip"})
_MEDIA = _FREE | {b"mdat"}
_FRAGMENTS = frozenset({b"moof", b"mfra"})
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
            _write(file, edit.pieces, destination)
        change = Change(tags.keys(), edit.moved_from, edit.growth)
        if not is_same_clip(path, destination, change):
            raise RefusedFileError(Refusal.CHANGED)
        if read_tags(destination)["comment"] != comment[:TAG_CHARACTERS]:
            raise RefusedFileError(Refusal.LAYOUT)
    except BaseException as error:
        destination.unlink(missing_ok=True)
        if isinstance(error, MalformedBoxesError | UnmovableError):
            raise RefusedFileError(Refusal.LAYOUT) from error
        raise


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
    if any(_CREDENTIALS.search(_read(file, box)) for box in boxes if box.kind not in _MEDIA):
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


def _write(file: BinaryIO, pieces: Sequence[bytes | Box], destination: Path) -> None:
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
