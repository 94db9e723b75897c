"""The undescribe job: a copy of a clip without what it says of itself in words. Runs in the helper.

Titles, comments and descriptions become free space of the same size, so that nothing else moves.
What marks a clip as generated stays.
"""

from collections.abc import Iterator
from pathlib import Path

from videogen_desktop.media.boxes import (
    Box,
    MalformedBoxesError,
    box_of,
    boxes_within,
    container_of,
    outermost_boxes,
)
from videogen_desktop.media.protocol import Refusal, RefusedFileError
from videogen_desktop.media.tag_boxes import OWN_KEY, user_data
from videogen_desktop.media.tagging import copied_pieces, has_credentials, read_tags

_ITEMS = frozenset(
    {b"\xa9nam", b"\xa9cmt", b"\xa9des", b"\xa9inf", b"\xa9lyr", b"desc", b"ldes", b"keyw"}
) | {b"titl", b"dscp", b"kywd", b"sdes"}
_KEYS = ("title", "comment", "description", "synopsis", "keywords", "information", OWN_KEY)
_FREE = b"free"
_HEADER = 8


def write_undescribed(path: Path, destination: Path) -> bool:
    """Write the copy, flushed to the disk. False where the file says nothing, or carries content
    credentials, which are sums over all of it: then there is none.

    Raises RefusedFileError, with LAYOUT where its boxes are not understood, and OSError. What the
    destination holds after that is for the caller to remove.
    """
    container_of(path)
    try:
        with path.open("rb") as file:
            boxes = list(outermost_boxes(file, path.stat().st_size))
            if has_credentials(file, boxes):
                raise RefusedFileError(Refusal.CREDENTIALS)
            pieces: list[bytes | Box] = []
            is_changed = False
            for box in boxes:
                piece: bytes | Box = box
                if box.kind == b"moov":
                    file.seek(box.start)
                    index = file.read(box.end - box.start)
                    piece = _silenced(index)
                    is_changed = is_changed or piece != index
                pieces.append(piece)
            if not is_changed:
                return False
            copied_pieces(file, pieces, destination)
    except MalformedBoxesError as error:
        raise RefusedFileError(Refusal.LAYOUT) from error
    if any(read_tags(destination).values()):
        raise RefusedFileError(Refusal.LAYOUT)
    return True


def _silenced(moov: bytes) -> bytes:
    """The index with every describing item made free space; as long as it was."""
    index = bytearray(moov)
    (whole,) = boxes_within(moov, 0, len(moov))
    for udta in _of_kind(boxes_within(moov, whole.body, whole.end), b"udta"):
        children, _ = user_data(moov, udta)
        for child in children:
            if child.kind in _ITEMS:
                _free(index, child)
        for meta in _of_kind(children, b"meta"):
            _silence_meta(moov, index, meta)
    for meta in _of_kind(boxes_within(moov, whole.body, whole.end), b"meta"):
        _silence_meta(moov, index, meta)
    return bytes(index)


def _silence_meta(moov: bytes, index: bytearray, meta: Box) -> None:
    first = meta.body + (0 if moov[meta.body + 4 : meta.body + 8] == b"hdlr" else 4)
    children = boxes_within(moov, first, meta.end)
    names: list[bytes] = []
    for keys in _of_kind(children, b"keys"):
        names = [moov[one.body : one.end] for one in boxes_within(moov, keys.body + 8, keys.end)]
    for ilst in _of_kind(children, b"ilst"):
        items = boxes_within(moov, ilst.body, ilst.end)
        kept = [item for item in items if not _describes(moov, item, names)]
        if len(kept) == len(items):
            continue
        # Free space stands behind a list of items, not in it.
        rest = b"".join(moov[item.start : item.end] for item in kept)
        room = ilst.end - ilst.start - _HEADER - len(rest)
        index[ilst.start : ilst.end] = box_of(b"ilst", rest) + box_of(_FREE, bytes(room - _HEADER))


def _describes(moov: bytes, item: Box, names: list[bytes]) -> bool:
    if item.kind in _ITEMS:
        return True
    if item.kind == b"----":
        return f"{OWN_KEY}".encode() in moov[item.start : item.end]
    number = int.from_bytes(item.kind)
    if not 0 < number <= len(names):
        return False
    return names[number - 1].decode("utf-8", "replace").rpartition(".")[2].lower() in _KEYS


def _of_kind(boxes: list[Box], kind: bytes) -> Iterator[Box]:
    return (box for box in boxes if box.kind == kind)


def _free(index: bytearray, box: Box) -> None:
    size = box.end - box.start
    index[box.start : box.end] = box_of(_FREE, bytes(size - _HEADER))
