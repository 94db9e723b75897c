"""Clips stay what they were: tags are added, and every other box and every sample is the same."""

import random
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import av
import pytest
from av.stream import Stream

from tests.media.box_tree import boxes, items, rest
from tests.media.clip_files import write_clip
from tests.media.unusual_clips import (
    CREDENTIALS,
    LAYOUT,
    RECIPES,
    TAGGED,
    bytes_of_free,
    crowded,
    first,
)
from videogen_desktop.domain.clip_tags import ClipTags
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.media import tagging
from videogen_desktop.media.boxes import Box, MalformedBoxesError
from videogen_desktop.media.file_offsets import UnmovableError, moved, moved_body
from videogen_desktop.media.protocol import Refusal, RefusedFileError
from videogen_desktop.media.tagging import Change, is_same_clip, read_tags, write_tagged

REQUEST = VideoRequest("m", "Một con mèo chơi với cuộn len", {"aspect_ratio": "16:9"})
TAGS = ClipTags("a", REQUEST, "kie", "t", 100)
STRANGERS = Path(__file__).parents[1] / "fixtures" / "media"
UNPLAYABLE = {"mp4v.mp4": Refusal.CODEC, "webm_as.mp4": Refusal.WEBM}


def samples(path: Path) -> list[object]:
    """All that a player is given, of all streams."""
    with av.open(str(path), metadata_errors="replace") as source:
        return [
            *(_stream(stream) for stream in source.streams),
            source.chapters(),
            *(_packet(packet) for packet in source.demux()),
        ]


def _stream(stream: Stream) -> tuple[object, ...]:
    # Data has no codec, whatever PyAV's stub says.
    codec = getattr(stream, "codec_context", None)
    kept = None if codec is None else (codec.codec_tag, codec.extradata)
    return (stream.type, kept, stream.time_base, stream.duration, dict(stream.metadata))


def _packet(packet: "av.Packet[Stream]") -> tuple[object, ...]:
    sides = [(side.data_type, bytes(side)) for side in packet.iter_sidedata()]
    times = (packet.pts, packet.dts, packet.duration)
    return (packet.stream_index, *times, packet.is_keyframe, sides, bytes(packet))


def is_tagged_and_else_the_same(path: Path) -> Path:
    before = path.read_bytes()
    copy = path.with_name(f"tagged {path.name}")
    write_tagged(path, copy, TAGS.title, TAGS.comment)

    assert path.read_bytes() == before
    assert read_tags(copy)["comment"] == TAGS.comment
    assert rest(copy) == rest(path)
    assert samples(copy) == samples(path)
    assert [item for item in items(path) if item not in items(copy)] == []
    again = path.with_name(f"again {path.name}")
    write_tagged(copy, again, TAGS.title, TAGS.comment)
    assert again.read_bytes() == copy.read_bytes()
    return copy


def refusal(path: Path) -> Refusal:
    before = path.read_bytes()
    copy = path.with_name("tagged.mp4")
    with pytest.raises(RefusedFileError) as refused:
        write_tagged(path, copy, TAGS.title, TAGS.comment)
    assert not copy.exists()
    assert path.read_bytes() == before
    return refused.value.reason


@pytest.mark.parametrize("name", RECIPES)
def test_a_clip_of_any_make_gets_tags_and_nothing_else(tmp_path: Path, name: str) -> None:
    is_tagged_and_else_the_same(write_clip(tmp_path / "a.mp4", RECIPES[name]))


@pytest.mark.parametrize("name", TAGGED)
def test_a_clip_of_unusual_boxes_gets_tags_and_nothing_else(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"".join(TAGGED[name](tmp_path)))
    is_tagged_and_else_the_same(path)


@pytest.mark.parametrize("name", sorted(path.name for path in STRANGERS.iterdir()))
def test_strangers_clips_get_tags_and_nothing_else(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes((STRANGERS / name).read_bytes())
    if name in UNPLAYABLE:
        assert refusal(path) is UNPLAYABLE[name]
        return
    is_tagged_and_else_the_same(path)


@pytest.mark.parametrize("name", LAYOUT)
def test_what_is_not_understood_stays_without_tags(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"".join(LAYOUT[name](tmp_path)))
    assert refusal(path) is Refusal.LAYOUT


@pytest.mark.parametrize("name", CREDENTIALS)
def test_content_credentials_stay_true(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"".join(CREDENTIALS[name](tmp_path)))
    assert refusal(path) is Refusal.CREDENTIALS


@pytest.mark.parametrize("spare", [0, 1, 7, 8, 9])
def test_free_space_behind_the_index_is_used_where_it_is_enough(tmp_path: Path, spare: int) -> None:
    """Less than a header of what is left cannot be described: then all moves."""
    path, copy = tmp_path / "a.mp4", tmp_path / "tagged.mp4"
    ftyp, moov, free, mdat = first(tmp_path)
    path.write_bytes(b"".join(crowded(first(tmp_path))))
    write_tagged(path, copy, TAGS.title, TAGS.comment)
    growth = copy.stat().st_size - path.stat().st_size

    # As much room as the tags need and `spare` more, and its places corrected for that.
    smaller = growth + spare - len(free)
    inner = moved(moov, len(ftyp) + len(moov), smaller)
    path.write_bytes(ftyp + inner + bytes_of_free(growth + spare) + mdat)
    copy = is_tagged_and_else_the_same(path)
    assert (copy.stat().st_size == path.stat().st_size) is (spare in (0, 8, 9))


def test_a_place_that_no_longer_fits_is_left_alone(tmp_path: Path) -> None:
    body = struct.pack(">III", 0, 1, (1 << 32) - 100)
    with pytest.raises(UnmovableError):
        moved_body(b"stco", body, 50, 100)
    with pytest.raises(UnmovableError):
        moved_body(b"stco", struct.pack(">III", 0, 9, 1), 50, 100)
    with pytest.raises(UnmovableError):
        moved_body(b"tfra", bytes(12), 50, 100)


@pytest.mark.parametrize("name", ["h264", "fragments", "quicktime with a timecode"])
def test_a_copy_that_differs_in_any_byte_is_noticed(tmp_path: Path, name: str) -> None:
    path, copy = write_clip(tmp_path / "a.mp4", RECIPES[name]), tmp_path / "b.mp4"
    write_tagged(path, copy, TAGS.title, TAGS.comment)
    tagged = copy.read_bytes()
    change = Change(("title", "comment"), *_index_end_and_growth(path, copy))
    assert is_same_clip(path, copy, change)
    tags = tagged.index(b"\xa9nam") - 4, tagged.index(b"created_at_ms") + 18
    places = [place for place in range(len(tagged)) if not tags[0] <= place < tags[1]]
    for place in random.Random(1).sample(places, 150):
        copy.write_bytes(tagged[:place] + bytes([tagged[place] ^ 0x41]) + tagged[place + 1 :])
        try:
            assert not is_same_clip(path, copy, change), place
        except (RefusedFileError, MalformedBoxesError, UnmovableError):
            continue


def test_a_copy_that_became_another_clip_is_not_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(file: BinaryIO, pieces: Sequence[bytes | Box], destination: Path) -> None:
        written(file, pieces, destination)
        content = bytearray(destination.read_bytes())
        content[-1] ^= 1
        destination.write_bytes(content)

    written = tagging.copied_pieces
    monkeypatch.setattr(tagging, "copied_pieces", spoiled)
    path = write_clip(tmp_path / "a.mp4", RECIPES["h264"])
    assert refusal(path) is Refusal.CHANGED


def _index_end_and_growth(path: Path, copy: Path) -> tuple[int, int]:
    at = 0
    for kind, inner in boxes(path.read_bytes()):
        at += 8 + len(inner)
        if kind == "moov":
            break
    return at, copy.stat().st_size - path.stat().st_size
