"""Clips of many makes, and the surgery that makes of one what no muxer here writes."""

import io
import json
import struct
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tests.media.box_tree import box, boxes
from tests.media.clip_files import Recipe, write_clip

FRAGMENTS = "frag_keyframe+empty_moov"
XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
ROOM = 4_000

RECIPES = {
    "h264": Recipe(),
    "h264 with its index last": Recipe(movflags="use_metadata_tags"),
    "h264 with pictures out of order": Recipe(options=(("bf", "3"), ("g", "6"))),
    "h264 without an edit list": Recipe(muxer=(("use_editlist", "0"),)),
    "h264 with negative composition times": Recipe(
        options=(("bf", "2"),), movflags="negative_cts_offsets+faststart"
    ),
    "hevc as hvc1": Recipe(
        video="libx265", codec_tag="hvc1", options=(("x265-params", "log-level=none"),)
    ),
    "hevc as hev1": Recipe(
        video="libx265", codec_tag="hev1", options=(("x265-params", "log-level=none"),)
    ),
    "vp9": Recipe(video="libvpx-vp9", options=(("deadline", "realtime"),)),
    "av1": Recipe(video="libsvtav1", options=(("preset", "12"),)),
    "av1 in fragments": Recipe(video="libsvtav1", options=(("preset", "12"),), movflags=FRAGMENTS),
    "without sound": Recipe(audio=None),
    "opus": Recipe(audio="libopus"),
    "mp3": Recipe(audio="libmp3lame"),
    "flac": Recipe(audio="flac"),
    "alac": Recipe(audio="alac"),
    "ac3": Recipe(audio="ac3"),
    "quicktime": Recipe(container="mov"),
    "quicktime with pcm": Recipe(container="mov", audio="pcm_s16le"),
    "quicktime with a timecode": Recipe(container="mov", muxer=(("write_tmcd", "1"),)),
    "turned": Recipe(rotation=90),
    "one picture": Recipe(frames=1, audio=None),
    "room behind the index": Recipe(movflags="disable_chpl", muxer=(("moov_size", str(ROOM)),)),
    "hint tracks": Recipe(movflags="rtphint+faststart"),
    "fragments": Recipe(movflags=FRAGMENTS),
    "fragments from their own beginning": Recipe(movflags=FRAGMENTS + "+default_base_moof"),
    "fragments without a base": Recipe(movflags=FRAGMENTS + "+omit_tfhd_offset"),
    "a fragment for each picture": Recipe(movflags="frag_every_frame+empty_moov"),
    "a fragment for each track": Recipe(movflags=FRAGMENTS + "+separate_moof"),
    "cmaf": Recipe(movflags="cmaf+frag_keyframe"),
    "dash": Recipe(movflags="dash+frag_keyframe+skip_trailer"),
    "dash with one index for all": Recipe(movflags="dash+frag_keyframe+global_sidx"),
    "fragments behind a beginning": Recipe(movflags="frag_keyframe", options=(("g", "6"),)),
    "a title of its own": Recipe(title="Của người khác"),
    "a title of its own, by keys": Recipe(title="Của người khác", movflags="use_metadata_tags"),
}


def last(folder: Path) -> list[bytes]:
    """The boxes of a clip: ftyp, free, mdat, moov."""
    return _parts(write_clip(folder / "last.mp4", Recipe(movflags="disable_chpl")))


def first(folder: Path) -> list[bytes]:
    """The boxes of a clip: ftyp, moov, free (of some thousand bytes), mdat."""
    ftyp, moov, *free, mdat = _parts(
        write_clip(folder / "first.mp4", RECIPES["room behind the index"])
    )
    return [ftyp, moov, bytes_of_free(sum(map(len, free))), mdat]


def _parts(path: Path) -> list[bytes]:
    return [box(kind, inner) for kind, inner in boxes(path.read_bytes())]


def crowded(parts: list[bytes], kind: str = "wide", begins: bytes = b"") -> list[bytes]:
    """The same with another box where there was free space: what follows has to move."""
    ftyp, moov, free, mdat = parts
    return [ftyp, moov, box(kind, begins + bytes(len(free) - 8 - len(begins))), mdat]


def with_index(parts: list[bytes], change: Callable[[bytes], bytes]) -> list[bytes]:
    """`first`, with an index whose content is changed; free space gives way."""
    ftyp, moov, free, mdat = parts
    changed = box("moov", change(moov[8:]))
    return [ftyp, changed, bytes_of_free(len(moov) + len(free) - len(changed)), mdat]


def bytes_of_free(size: int) -> bytes:
    return box("free", bytes(size - 8))


def in_boxes(content: bytes, path: str, change: Callable[[bytes], bytes]) -> bytes:
    """`content` with the boxes at `path` made by `change` of what they are made of."""
    name, _, deeper = path.partition("/")
    out = b""
    for kind, inner in boxes(content):
        if kind != name:
            out += box(kind, inner)
        elif deeper:
            out += box(kind, in_boxes(inner, deeper, change))
        else:
            out += change(inner)
    return out


def long_offsets(index: bytes) -> bytes:
    def widened(inner: bytes) -> bytes:
        (count,) = struct.unpack_from(">I", inner, 4)
        places = struct.unpack_from(f">{count}I", inner, 8)
        return box("co64", inner[:8] + struct.pack(f">{count}Q", *places))

    return in_boxes(index, "trak/mdia/minf/stbl/stco", widened)


def long_media(parts: list[bytes]) -> list[bytes]:
    ftyp, moov, between, mdat = parts
    shorter = box(between[4:8].decode(), between[8:-8])
    return [ftyp, moov, shorter, struct.pack(">I4sQ", 1, b"mdat", len(mdat) + 8) + mdat[8:]]


def open_media(parts: list[bytes]) -> list[bytes]:
    return [*parts[:3], bytes(4) + parts[3][4:]]


def without_user_data(index: bytes) -> bytes:
    return b"".join(box(kind, inner) for kind, inner in boxes(index) if kind != "udta")


def user_data(*contents: bytes) -> Callable[[bytes], bytes]:
    """An index with this user data."""
    return lambda index: without_user_data(index) + box("udta", b"".join(contents))


def metadata(handler: str, *contents: bytes, version: bytes = bytes(4)) -> bytes:
    hdlr = box("hdlr", bytes(8) + handler.encode() + bytes(13))
    return box("meta", version + hdlr + b"".join(contents))


def text_item(kind: str, text: str) -> bytes:
    return box(kind, box("data", struct.pack(">II", 1, 0) + text.encode()))


def keys(*names: str) -> bytes:
    entries = b"".join(box("mdta", name.encode()) for name in names)
    return box("keys", struct.pack(">II", 0, len(names)) + entries)


COMMENT = text_item("\xa9cmt", "vid:v0 của người khác")
BY_KEYS = metadata(
    "mdta",
    keys("comment", "other"),
    box("ilst", text_item("\0\0\0\1", "a") + text_item("\0\0\0\2", "b")),
)


def label(**more: str) -> bytes:
    """The mark of origin that China's services write (GB 45438-2025)."""
    text = json.dumps({"Label": "1", "ContentProducer": "x", **more})
    return metadata("mdta", keys("AIGC"), box("ilst", text_item("\0\0\0\1", text)))


Surgery = Callable[[Path], list[bytes]]
# What can be tagged, though no muxer here writes it.
TAGGED: dict[str, Surgery] = {
    "64-bit offsets": lambda at: with_index(first(at), long_offsets),
    "64-bit offsets that move": lambda at: crowded(with_index(first(at), long_offsets)),
    "64-bit media": lambda at: long_media(first(at)),
    "64-bit media that move": lambda at: long_media(crowded(first(at))),
    "media to the end of the file": lambda at: open_media(crowded(first(at))),
    "a 64-bit index": lambda at: _long_index(last(at)),
    "XMP that moves": lambda at: crowded(first(at), "uuid", XMP),
    "media in two boxes": lambda at: crowded(first(at), "mdat"),
    "media on both sides of the index": lambda at: [*last(at), box("mdat", bytes(50))],
    "free space twice": lambda at: [*last(at), bytes_of_free(9), bytes_of_free(3_000)],
    "an unknown box before": lambda at: _renamed(last(at), 1, b"abcd"),
    "an unknown box within": lambda at: _index_with(last(at), box("abcd", b"what is it")),
    "metadata of QuickTime's beside": lambda at: _index_with(last(at), BY_KEYS),
    "no user data": lambda at: with_index(first(at), without_user_data),
    "user data that end with zero": lambda at: with_index(first(at), user_data(bytes(4))),
    "user data with a name": lambda at: crowded(
        with_index(first(at), user_data(box("name", b"x"), bytes(4)))
    ),
    "metadata of another version": lambda at: with_index(
        first(at), user_data(metadata("mdir", version=b""))
    ),
    "metadata without items": lambda at: with_index(first(at), user_data(metadata("mdir"))),
    "a comment of others": lambda at: with_index(
        first(at), user_data(metadata("mdir", box("ilst", COMMENT)))
    ),
    "a comment of others that moves": lambda at: crowded(
        with_index(first(at), user_data(metadata("mdir", box("ilst", COMMENT))))
    ),
    "a comment of others, by keys": lambda at: crowded(with_index(first(at), user_data(BY_KEYS))),
    "a label of origin": lambda at: with_index(first(at), user_data(label(ReservedCode1=""))),
    "a cover": lambda at: with_index(first(at), user_data(metadata("mdir", box("ilst", _cover())))),
}
# What cannot, and stays as it came.
LAYOUT: dict[str, Surgery] = {
    "an unknown box that would move": lambda at: crowded(first(at), "abcd"),
    "an unknown uuid that would move": lambda at: crowded(first(at), "uuid", bytes(range(16))),
    "an unknown box within an index that grows": lambda at: crowded(
        with_index(first(at), lambda index: index + box("abcd"))
    ),
    "an unknown box behind": lambda at: [*last(at), box("abcd", b"x")],
    "two indexes": lambda at: [*last(at), last(at)[3]],
    "two lists of user data": lambda at: _index_with(last(at), box("udta")),
    "metadata of a kind nobody knows": lambda at: with_index(
        first(at), user_data(metadata("ID32"))
    ),
    "metadata without a kind": lambda at: with_index(first(at), user_data(box("meta", bytes(4)))),
    "media elsewhere": lambda at: crowded(with_index(first(at), _elsewhere)),
    "more behind the last box": lambda at: [*last(at), b"more"],
    "an index of fragments before": lambda at: [*_swapped(at)],
}
CREDENTIALS: dict[str, Surgery] = {
    "content credentials": lambda at: [
        *last(at)[:1],
        box("uuid", C2PA + b"manifest"),
        *first(at)[1:],
    ],
    "content credentials behind": lambda at: [*last(at), box("uuid", C2PA + bytes(9))],
    "a link to credentials": lambda at: crowded(
        first(at), "uuid", XMP + b'dcterms:provenance="https://'
    ),
    "a manifest": lambda at: _index_with(last(at), box("jumb", b"x")),
    "a label of origin with a sum": lambda at: with_index(
        first(at), user_data(label(ReservedCode1="5"))
    ),
}


def _long_index(parts: list[bytes]) -> list[bytes]:
    index = parts[3]
    return [*parts[:3], struct.pack(">I4sQ", 1, b"moov", len(index) + 8) + index[8:]]


def _renamed(parts: list[bytes], number: int, kind: bytes) -> list[bytes]:
    parts[number] = parts[number][:4] + kind + parts[number][8:]
    return parts


def _index_with(parts: list[bytes], more: bytes) -> list[bytes]:
    return [*parts[:3], box("moov", parts[3][8:] + more)]


def _cover() -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    return box("covr", box("data", struct.pack(">II", 14, 0) + picture.getvalue()))


def _elsewhere(index: bytes) -> bytes:
    def outside(inner: bytes) -> bytes:
        return box("dref", inner[:8] + box("url ", bytes(4) + b"file:///other\0"))

    return in_boxes(index, "trak/mdia/minf/dinf/dref", outside)


def _swapped(folder: Path) -> list[bytes]:
    parts = _parts(write_clip(folder / "dash.mp4", RECIPES["dash"]))
    assert [part[4:8] for part in parts[:4]] == [b"ftyp", b"moov", b"sidx", b"sidx"]
    return [parts[0], *parts[2:4], parts[1], *parts[4:]]
