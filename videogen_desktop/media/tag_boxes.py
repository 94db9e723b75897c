"""Tags in the index of an MP4: a few items are added to its metadata box, the rest stays.

iTunes' form (`udta`/`meta`/`ilst`, handler `mdir`) is the one that players, file managers and
FFmpeg read alike. Where a file has Apple's newer form (`mdta`, with `keys`), which earlier versions
of ours wrote too, the tags join what is there.

Our own code, because mutagen, which edits MP4 in place too, is GPL and corrects the first
fragment's offsets only: it broke 3 of 79 clips.
"""

import struct
from collections.abc import Callable, Collection, Mapping, Sequence

from videogen_desktop.media.boxes import (
    Box,
    MalformedBoxesError,
    box_of,
    boxes_within,
    resized,
)

# Beside somebody else's comment, ours stands under a name of its own.
OWN_KEY = "videogen_desktop"
_OWN_MEAN = b"com.videogen-desktop"
_ITUNES = {"title": b"\xa9nam", "comment": b"\xa9cmt"}
_FULL_BOX = bytes(4)
_UTF8 = struct.pack(">II", 1, 0)
ITUNES_HANDLER = box_of(b"hdlr", bytes(8), b"mdirappl", bytes(9))
_COUNT = struct.Struct(">I")
_KEY = struct.Struct(">I4s")
# QuickTime ends the list of user data with a zero, where it wants to.
_TERMINATOR = bytes(4)


def with_tags(moov: bytes, tags: Mapping[str, str]) -> bytes:
    """The index with these tags, named "title", "comment" or `OWN_KEY`, in place of older ones.

    `moov` is the whole box. Raises MalformedBoxesError for what is not understood well enough to
    be changed.
    """
    box = _whole(moov)

    def added(udta: bytes | None) -> bytes:
        return _with_meta(udta or box_of(b"udta"), tags)

    return _with_child(moov, box, b"udta", box.end, added)


def other_parts(meta: bytes, names: Collection[str]) -> list[bytes]:
    """What a metadata box holds besides the tags of these names, piece by piece.

    Raises MalformedBoxesError.
    """
    parts: list[bytes] = []
    wanted = [name.encode() for name in names]
    own = {_itunes_name(_itunes_item(name, "")) for name in names}
    for child in _children(meta):
        if child.kind == b"keys":
            keys = _names(meta[child.body : child.end])
            own = {_COUNT.pack(number) for number, key in enumerate(keys, 1) if key in wanted}
            parts += [key for key in keys if key not in wanted]
        elif child.kind == b"ilst":
            items = boxes_within(meta, child.body, child.end)
            found = (meta[item.start : item.end] for item in items)
            parts += [item for item in found if _itunes_name(item) not in own]
        else:
            parts.append(meta[child.start : child.end])
    return parts


def user_data(content: bytes, box: Box) -> tuple[list[Box], bytes]:
    """The boxes in a `udta` box, and the zero with which QuickTime may end them.

    Raises MalformedBoxesError.
    """
    try:
        return boxes_within(content, box.body, box.end), b""
    except MalformedBoxesError:
        end = box.end - len(_TERMINATOR)
        if content[end : box.end] != _TERMINATOR:
            raise
        return boxes_within(content, box.body, end), _TERMINATOR


def _with_meta(udta: bytes, tags: Mapping[str, str]) -> bytes:
    box = _whole(udta)
    children, rest = user_data(udta, box)

    def added(meta: bytes | None) -> bytes:
        return _with_items(meta or box_of(b"meta", _FULL_BOX, ITUNES_HANDLER), tags)

    return _with_child(udta, box, b"meta", box.end - len(rest), added, children)


def _with_items(meta: bytes, tags: Mapping[str, str]) -> bytes:
    box, children = _whole(meta), _children(meta)
    handlers = [meta[one.body + 8 : one.body + 12] for one in children if one.kind == b"hdlr"]
    if handlers == [b"mdir"]:
        return _with_child(
            meta, box, b"ilst", box.end, lambda ilst: _with_itunes(ilst, tags), children
        )
    if handlers == [b"mdta"]:
        return _with_keys(meta, box, children, tags)
    raise MalformedBoxesError(box.start)


def _children(meta: bytes) -> list[Box]:
    box = _whole(meta)
    # QuickTime's has no version and flags.
    first = box.body + (0 if meta[box.body + 4 : box.body + 8] == b"hdlr" else len(_FULL_BOX))
    return boxes_within(meta, first, box.end)


def _with_itunes(ilst: bytes | None, tags: Mapping[str, str]) -> bytes:
    ilst = ilst or box_of(b"ilst")
    box = _whole(ilst)
    new = {name: _itunes_item(name, text) for name, text in tags.items()}
    replaced = {_itunes_name(item) for item in new.values()}
    items = (ilst[item.start : item.end] for item in boxes_within(ilst, box.body, box.end))
    kept = [item for item in items if _itunes_name(item) not in replaced]
    return _refilled(ilst, box, *kept, *new.values())


def _itunes_item(name: str, text: str) -> bytes:
    data = _data(text)
    if name in _ITUNES:
        return box_of(_ITUNES[name], data)
    mean = box_of(b"mean", _FULL_BOX, _OWN_MEAN)
    return box_of(b"----", mean, box_of(b"name", _FULL_BOX, name.encode()), data)


def _itunes_name(item: bytes) -> bytes:
    """What tells an item from others: its kind, and of a free one whose and which it is."""
    box = _whole(item)
    if box.kind != b"----":
        return box.kind
    parts = boxes_within(item, box.body, box.end)
    return b"".join(item[part.start : part.end] for part in parts if part.kind != b"data")


def _with_keys(meta: bytes, box: Box, children: Sequence[Box], tags: Mapping[str, str]) -> bytes:
    """New keys are appended: the numbers of the older ones, which items refer to, stay."""
    keys, ilst = (_only(children, kind) for kind in (b"keys", b"ilst"))
    if keys is None or ilst is None or keys.start > ilst.start:
        raise MalformedBoxesError(box.start)
    names = _names(meta[keys.body : keys.end])
    added = [name for name in (tag.encode() for tag in tags) if name not in names]
    known = [*names, *added]
    numbers = {known.index(name.encode()) + 1: text for name, text in tags.items()}
    items = [
        meta[item.start : item.end]
        for item in boxes_within(meta, ilst.body, ilst.end)
        if int.from_bytes(item.kind) not in numbers
    ]
    items += [box_of(_COUNT.pack(number), _data(text)) for number, text in numbers.items()]
    entries = meta[keys.body + 8 : keys.end]
    entries += b"".join(_KEY.pack(_KEY.size + len(name), b"mdta") + name for name in added)
    head = meta[keys.body : keys.body + 4] + _COUNT.pack(len(known))
    return _refilled(
        meta,
        box,
        meta[box.body : keys.start],
        box_of(b"keys", head, entries),
        meta[keys.end : ilst.start],
        box_of(b"ilst", *items),
        meta[ilst.end : box.end],
    )


def _names(keys: bytes) -> list[bytes]:
    """The names of the keys, b"" for one of another namespace. `keys` is the box's content."""
    if len(keys) < 8:
        raise MalformedBoxesError(0)
    (count,) = _COUNT.unpack_from(keys, 4)
    # Entries are shaped like boxes whose kind is the namespace.
    entries = boxes_within(keys, 8, len(keys))
    if len(entries) != count:
        raise MalformedBoxesError(8)
    return [keys[one.body : one.end] if one.kind == b"mdta" else b"" for one in entries]


def _data(text: str) -> bytes:
    return box_of(b"data", _UTF8, text.encode())


def _with_child(
    content: bytes,
    box: Box,
    kind: bytes,
    end: int,
    change: Callable[[bytes | None], bytes],
    children: Sequence[Box] | None = None,
) -> bytes:
    """The box with its one child of `kind` changed, or a new one where its children end."""
    if children is None:
        children = boxes_within(content, box.body, end)
    child = _only(children, kind)
    if child is None:
        return _refilled(content, box, content[box.body : end], change(None), content[end:])
    changed = change(content[child.start : child.end])
    return _refilled(content, box, content[box.body : child.start], changed, content[child.end :])


def _refilled(content: bytes, box: Box, *parts: bytes) -> bytes:
    growth = sum(len(part) for part in parts) - (box.end - box.body)
    return b"".join((resized(content[box.start : box.body], growth), *parts))


def _only(children: Sequence[Box], kind: bytes) -> Box | None:
    found = [child for child in children if child.kind == kind]
    if len(found) > 1:
        raise MalformedBoxesError(found[1].start)
    return found[0] if found else None


def _whole(content: bytes) -> Box:
    (box,) = boxes_within(content, 0, len(content))
    return box
