"""Videos and sounds that go into a request: copied without metadata, known by their content."""

import os
import struct
from dataclasses import replace
from pathlib import Path

import av
import pytest

from tests.media import picture_files
from tests.media.box_tree import box
from tests.media.clip_files import Recipe, write_clip
from tests.media.sound_files import SOUNDS, write_sound
from videogen_desktop.domain.input_file import InputKind
from videogen_desktop.domain.intake import InputRefusal, PictureChange
from videogen_desktop.media.protocol import InputFacts, RefusedInputError
from videogen_desktop.media.references import look, take_reference

PLACE = "+21.0285+105.8542/"


def taken(path: Path, kind: InputKind) -> InputFacts:
    destination = path.with_name("taken")
    facts = take_reference(path, destination, kind)
    assert played(destination) == played(path)
    assert look(destination, kind) == replace(facts, changes=frozenset())
    again = take_reference(destination, path.with_name("again"), kind)
    # Where there is no metadata, it is copied byte for byte.
    assert path.with_name("again").read_bytes() == destination.read_bytes()
    assert not again.changes
    return facts


def played(path: Path) -> list[tuple[str, int | None, bytes]]:
    """Every packet of pictures and of sound, with its time."""
    with av.open(str(path)) as source:
        streams = [one for one in source.streams if one.type in ("video", "audio")]
        return [(one.stream.type, one.pts, bytes(one)) for one in source.demux(streams)]


def refused(path: Path, kind: InputKind) -> str:
    with pytest.raises(RefusedInputError) as error:
        take_reference(path, path.with_name("taken"), kind)
    return error.value.reason


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_kept_as_it_plays_with_its_length(tmp_path: Path, name: str) -> None:
    facts = taken(write_sound(tmp_path / name), InputKind.SOUND)
    assert (facts.mime, facts.width, facts.height) == (SOUNDS[name][2], None, None)
    assert facts.duration_ms is not None
    assert abs(facts.duration_ms - 2_000) < 120


@pytest.mark.parametrize("container", ["mp4", "mov"])
def test_a_video_is_kept_as_it_plays_with_its_sides_and_length(
    tmp_path: Path, container: str
) -> None:
    path = write_clip(tmp_path / f"mèo.{container}", Recipe(container=container, rotation=90))
    facts = taken(path, InputKind.VIDEO)
    mime = {"mp4": "video/mp4", "mov": "video/quicktime"}[container]
    assert (facts.mime, facts.width, facts.height) == (mime, 180, 320)
    assert facts.duration_ms is not None
    assert abs(facts.duration_ms - 1_000) < 80


@pytest.mark.parametrize("name", [name for name in SOUNDS if name != "a.aac"])
def test_what_a_sound_says_of_itself_does_not_go_along(tmp_path: Path, name: str) -> None:
    # A cover makes it long: more than one page of Ogg, more than one chunk.
    path = write_sound(tmp_path / name, comment=f"{PLACE} " + "x" * 200_000)
    assert PLACE in path.read_bytes().decode("latin-1")
    assert taken(path, InputKind.SOUND).changes == {PictureChange.METADATA_REMOVED}
    left = path.with_name("taken").read_bytes()
    assert PLACE.encode() not in left and b"xxxx" not in left


@pytest.mark.parametrize("name", ["a.mp3", "a.aac"])
def test_tags_behind_a_sound_are_cut_off(tmp_path: Path, name: str) -> None:
    path = write_sound(tmp_path / name)
    whole = path.read_bytes()
    item = PLACE.encode().ljust(40, b" ")
    foot = struct.pack("<8sIIII8x", b"APETAGEX", 2000, len(item) + 32, 1, 0)
    path.write_bytes(whole + item + foot + b"TAG" + PLACE.encode().ljust(125, b"\0"))
    destination = path.with_name("taken")
    take_reference(path, destination, InputKind.SOUND)
    assert PLACE.encode() not in destination.read_bytes()
    assert len(destination.read_bytes()) == len(whole)


@pytest.mark.parametrize("chunk", [b"LIST", b"bext", b"id3 "])
def test_chunks_of_a_wave_that_are_not_played_are_emptied(tmp_path: Path, chunk: bytes) -> None:
    path = write_sound(tmp_path / "a.wav")
    said = PLACE.encode().ljust(700)
    path.write_bytes(path.read_bytes() + chunk + len(said).to_bytes(4, "little") + said)
    taken(path, InputKind.SOUND)
    assert PLACE.encode() not in path.with_name("taken").read_bytes()


@pytest.mark.parametrize("container", ["mp4", "mov"])
@pytest.mark.parametrize("movflags", ["faststart", "use_metadata_tags", "frag_keyframe+empty_moov"])
def test_where_a_video_was_taken_does_not_go_along(
    tmp_path: Path, container: str, movflags: str
) -> None:
    said = {"location": PLACE, "com.apple.quicktime.location.ISO6709": PLACE}
    recipe = Recipe(container=container, movflags=movflags, metadata=tuple(said.items()))
    path = write_clip(tmp_path / f"a.{container}", recipe)
    # As Adobe and cameras write it.
    path.write_bytes(path.read_bytes() + box("uuid", PLACE.encode()) + box("gps ", b"GPS 1"))
    assert PLACE.encode() in path.read_bytes()
    assert taken(path, InputKind.VIDEO).changes == {PictureChange.METADATA_REMOVED}
    left = path.with_name("taken").read_bytes()
    assert not [one for one in (b"105.85", b"GPS 1", b"\xa9xyz", b"ISO6709") if one in left]


def test_a_track_of_places_beside_the_pictures_is_emptied(tmp_path: Path) -> None:
    whole = write_clip(tmp_path / "a.mp4").read_bytes()
    path = tmp_path / "b.mp4"
    # What was its sound is what telephones and cameras note while they film.
    path.write_bytes(whole.replace(b"soun", b"meta"))
    pictures = [one for one in played(tmp_path / "a.mp4") if one[0] == "video"]
    sounds = [one[2] for one in played(tmp_path / "a.mp4") if one[0] == "audio" and one[2]]
    facts = take_reference(path, path.with_name("taken"), InputKind.VIDEO)
    assert facts.changes == {PictureChange.METADATA_REMOVED}
    left = path.with_name("taken").read_bytes()
    assert played(path.with_name("taken")) == pictures
    assert sounds and not [one for one in sounds if one.strip(b"\0") and one in left]


def test_metadata_that_cannot_be_told_from_the_pictures_is_said(tmp_path: Path) -> None:
    fragments = Recipe(movflags="frag_keyframe+empty_moov")
    path = write_clip(tmp_path / "a.mp4", fragments)
    path.write_bytes(path.read_bytes().replace(b"soun", b"meta"))
    assert refused(path, InputKind.VIDEO) == InputRefusal.METADATA


def test_the_name_says_nothing_about_what_it_is(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.mp3").rename(tmp_path / "a.wav")
    assert taken(path, InputKind.SOUND).mime == "audio/mpeg"


def test_a_kept_picture_is_looked_at_by_its_header(tmp_path: Path) -> None:
    path = picture_files.write(tmp_path / "a.webp", picture_files.corners())
    assert look(path, InputKind.IMAGE) == InputFacts("image/webp", 64, 48)


def test_what_is_of_another_kind_is_refused(tmp_path: Path) -> None:
    video = write_clip(tmp_path / "a.mp4")
    matroska = write_clip(tmp_path / "a.mkv", Recipe(container="matroska"))
    sound = write_sound(tmp_path / "a.m4a")
    picture = picture_files.write(tmp_path / "a.png", picture_files.corners())
    text = tmp_path / "a.txt"
    text.write_text("hello")
    assert refused(video, InputKind.SOUND) == InputRefusal.NO_SOUND
    for path in (matroska, sound, picture, text):
        assert refused(path, InputKind.VIDEO) == InputRefusal.NO_VIDEO, path
    for path in (picture, text, matroska):
        assert refused(path, InputKind.SOUND) == InputRefusal.NO_SOUND, path


@pytest.mark.parametrize("kind", [InputKind.VIDEO, InputKind.SOUND])
def test_what_is_cut_off_or_empty_says_so(tmp_path: Path, kind: InputKind) -> None:
    video, sound = write_clip(tmp_path / "b.mp4"), write_sound(tmp_path / "a.flac")
    whole = (video if kind is InputKind.VIDEO else sound).read_bytes()
    path = tmp_path / "cut"
    path.write_bytes(whole[: 200 if kind is InputKind.SOUND else len(whole) // 2])
    assert refused(path, kind) == InputRefusal.DAMAGED
    path.write_bytes(b"")
    assert refused(path, kind) == InputRefusal.EMPTY


def test_more_bytes_than_can_be_sent_are_refused_before_they_are_copied(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    with path.open("wb") as file:
        os.truncate(file.fileno(), (500 << 20) + 1)
    assert refused(path, InputKind.VIDEO) == "too_many_bytes"
    assert not path.with_name("taken").exists()


def test_the_comments_of_every_stream_of_a_chain_are_emptied(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.ogg", comment=PLACE)
    path.write_bytes(path.read_bytes() * 2)
    assert path.read_bytes().count(PLACE.encode()) == 2
    taken(path, InputKind.SOUND)
    assert PLACE.encode() not in path.with_name("taken").read_bytes()


def test_a_track_without_its_tables_is_refused_and_ends_no_helper(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp4")
    # The sound's track becomes one of places whose table of sizes has another name.
    head, _, tail = path.read_bytes().partition(b"soun")
    path.write_bytes(head + b"meta" + tail.replace(b"stsz", b"stsy"))
    assert refused(path, InputKind.VIDEO) == InputRefusal.METADATA
