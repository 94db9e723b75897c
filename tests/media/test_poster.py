import struct
from pathlib import Path

import pytest
from PIL import Image

from tests.media.clip_files import BLACK, BLUE, RED, Recipe, blue_left_red_right, write_clip
from videogen_desktop.media.protocol import RefusedFileError
from videogen_desktop.media.stills import make_poster


def poster_of(path: Path, longest_side: int = 640) -> Image.Image:
    destination = path.with_suffix(".jpg")
    make_poster(path, destination, longest_side)
    with Image.open(destination) as picture:
        assert picture.format == "JPEG"
        return picture.convert("RGB")


def looks_like(pixel: object, color: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 40 for a, b in zip(pixel, color, strict=True))


def test_a_poster_shows_the_clip(clip: Path, tmp_path: Path) -> None:
    make_poster(clip, tmp_path / "mèo.jpg", 640)

    with Image.open(tmp_path / "mèo.jpg") as poster:
        assert poster.size == (320, 180)
        assert looks_like(poster.getpixel((40, 90)), BLUE)
        assert looks_like(poster.getpixel((280, 90)), RED)
    assert [path.name for path in tmp_path.iterdir()] == ["mèo.jpg"]


@pytest.mark.parametrize(("size", "shown"), [((320, 180), (64, 36)), ((180, 320), (36, 64))])
def test_the_longest_side_is_kept_to(
    tmp_path: Path, size: tuple[int, int], shown: tuple[int, int]
) -> None:
    assert poster_of(write_clip(tmp_path / "a.mp4", Recipe(size=size)), 64).size == shown


@pytest.mark.parametrize(
    ("rotation", "size", "blue", "red"),
    [
        # Turned anticlockwise the left half is below, clockwise it is above.
        (90, (180, 320), (90, 280), (90, 40)),
        (-90, (180, 320), (90, 40), (90, 280)),
        (180, (320, 180), (280, 90), (40, 90)),
    ],
)
def test_a_turned_clip_has_an_upright_poster(
    tmp_path: Path,
    rotation: int,
    size: tuple[int, int],
    blue: tuple[int, int],
    red: tuple[int, int],
) -> None:
    poster = poster_of(write_clip(tmp_path / "a.mp4", Recipe(rotation=rotation)))

    assert poster.size == size
    assert looks_like(poster.getpixel(blue), BLUE)
    assert looks_like(poster.getpixel(red), RED)


def test_a_dark_beginning_is_passed_over(tmp_path: Path) -> None:
    def dark_for_half(number: int, size: tuple[int, int]) -> Image.Image:
        return blue_left_red_right(number, size) if number >= 6 else Image.new("RGB", size, BLACK)

    poster = poster_of(write_clip(tmp_path / "a.mp4", Recipe(picture=dark_for_half)))

    assert looks_like(poster.getpixel((280, 90)), RED)


def test_a_clip_that_is_dark_throughout_has_a_dark_poster(tmp_path: Path) -> None:
    def dark(_number: int, size: tuple[int, int]) -> Image.Image:
        return Image.new("RGB", size, BLACK)

    poster = poster_of(write_clip(tmp_path / "a.mp4", Recipe(picture=dark)))

    assert looks_like(poster.getpixel((280, 90)), BLACK)


def test_the_picture_is_from_within_the_clip(tmp_path: Path) -> None:
    def red_then_blue(number: int, size: tuple[int, int]) -> Image.Image:
        return Image.new("RGB", size, BLUE if number in (4, 5) else RED)

    poster = poster_of(write_clip(tmp_path / "a.mp4", Recipe(picture=red_then_blue)))

    assert looks_like(poster.getpixel((160, 90)), BLUE)


def test_a_clip_of_one_frame_has_a_poster(tmp_path: Path) -> None:
    poster = poster_of(write_clip(tmp_path / "a.mp4", Recipe(frames=1, audio=None)))

    assert looks_like(poster.getpixel((40, 90)), BLUE)


def test_a_clip_whose_index_names_no_key_frame_has_a_poster(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp4")
    content = bytearray(path.read_bytes())
    struct.pack_into(">I", content, content.index(b"stss") + 12, 0x7FFFFFFF)
    path.write_bytes(content)

    assert looks_like(poster_of(path).getpixel((40, 90)), BLUE)


def test_an_older_poster_is_replaced(clip: Path, tmp_path: Path) -> None:
    poster = tmp_path / "a.jpg"
    poster.write_bytes(b"old")

    make_poster(clip, poster, 640)

    assert poster.read_bytes()[:2] == b"\xff\xd8"


def test_a_refused_file_leaves_an_older_poster_alone(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"<html>")
    poster = tmp_path / "a.jpg"
    poster.write_bytes(b"old")

    with pytest.raises(RefusedFileError):
        make_poster(tmp_path / "a.mp4", poster, 640)

    assert poster.read_bytes() == b"old"


def test_an_unwritable_destination_is_said_and_leaves_nothing(clip: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").mkdir()

    with pytest.raises(OSError, match=r"a\.jpg"):
        make_poster(clip, tmp_path / "a.jpg", 640)

    assert [path.name for path in tmp_path.iterdir()] == ["a.jpg"]
