"""Videos and sounds that go into a request: copied as they are, and known by their content."""

import os
from pathlib import Path

import pytest

from tests.media import picture_files
from tests.media.clip_files import Recipe, write_clip
from tests.media.sound_files import SOUNDS, write_sound
from videogen_desktop.domain.input_file import InputKind
from videogen_desktop.domain.intake import InputRefusal
from videogen_desktop.media.protocol import InputFacts, RefusedInputError
from videogen_desktop.media.references import look, take_reference


def taken(path: Path, kind: InputKind) -> InputFacts:
    destination = path.with_name("taken")
    facts = take_reference(path, destination, kind)
    assert destination.read_bytes() == path.read_bytes()
    assert look(destination, kind) == facts
    return facts


def refused(path: Path, kind: InputKind) -> str:
    with pytest.raises(RefusedInputError) as error:
        take_reference(path, path.with_name("taken"), kind)
    return error.value.reason


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_kept_as_it_is_with_its_length(tmp_path: Path, name: str) -> None:
    facts = taken(write_sound(tmp_path / name), InputKind.SOUND)
    assert (facts.mime, facts.width, facts.height) == (SOUNDS[name][2], None, None)
    assert facts.duration_ms is not None
    assert abs(facts.duration_ms - 2_000) < 120


@pytest.mark.parametrize("container", ["mp4", "mov"])
def test_a_video_is_kept_as_it_is_with_its_sides_and_length(tmp_path: Path, container: str) -> None:
    path = write_clip(tmp_path / f"mèo.{container}", Recipe(container=container, rotation=90))
    facts = taken(path, InputKind.VIDEO)
    mime = {"mp4": "video/mp4", "mov": "video/quicktime"}[container]
    assert (facts.mime, facts.width, facts.height) == (mime, 180, 320)
    assert facts.duration_ms is not None
    assert abs(facts.duration_ms - 1_000) < 80


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
