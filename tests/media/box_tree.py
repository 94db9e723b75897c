"""The boxes of a file, read for tests by other code than the product's."""

import struct
from pathlib import Path

_NESTS = {"moov", "trak", "mdia", "minf", "stbl", "dinf", "edts", "mvex", "moof", "traf", "mfra"}
_PLACES = {"stco", "co64", "tfhd", "tfra"}


def boxes(content: bytes) -> list[tuple[str, bytes]]:
    """The boxes that `content` is made of, with their content, in order."""
    found = []
    at = 0
    while at + 8 <= len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        head = 8
        if size == 1:
            (size,), head = struct.unpack_from(">Q", content, at + 8), 16
        size = size or len(content) - at
        assert head <= size <= len(content) - at, (kind, size)
        found.append((kind.decode("latin-1"), content[at + head : at + size]))
        at += size
    return found


def box(kind: str, content: bytes = b"") -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind.encode("latin-1")) + content


def rest(path: Path) -> list[tuple[str, bytes]]:
    """Every box but the tags, what boxes say of places in the file, and free space behind the
    index, each under its path."""
    return _rest(path.read_bytes(), "")


def _rest(content: bytes, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    previous = ""
    for kind, inner in boxes(content):
        name = f"{path}/{kind}"
        if kind in _NESTS:
            found += [(name, b""), *_rest(inner, name)]
        elif name == "/moov/udta":
            found += [(f"{name}/{one}", body) for one, body in boxes(inner) if one != "meta"]
        elif kind not in _PLACES and not (kind == "free" and previous == "moov"):
            found.append((name, inner))
        previous = kind
    return found


def items(path: Path) -> list[bytes]:
    """The items of the tags in the index, whole, in order."""
    (moov,) = [inner for kind, inner in boxes(path.read_bytes()) if kind == "moov"]
    found = []
    for kind, udta in boxes(moov):
        for one, meta in boxes(udta) if kind == "udta" else []:
            if one == "meta":
                start = 0 if meta[4:8] == b"hdlr" else 4
                lists = [body for name, body in boxes(meta[start:]) if name == "ilst"]
                found += [box(name, body) for ilst in lists for name, body in boxes(ilst)]
    return found
