"""Stills stand as players show the clip, whatever its display matrix is."""

import math
import struct
from pathlib import Path

import pytest
from PIL import Image

from tests.media.clip_files import Recipe, write_clip
from videogen_desktop.media.clip_file import probe
from videogen_desktop.media.stills import make_poster, make_strip

WIDTH, HEIGHT = 320, 180
# The corner of each colour, from the middle of the picture; y grows downwards.
CORNERS = {
    (-1, -1): (250, 40, 40),
    (1, -1): (40, 200, 40),
    (-1, 1): (40, 40, 250),
    (1, 1): (240, 240, 240),
}
Matrix = tuple[float, float, float, float]
UPRIGHT: Matrix = (1, 0, 0, 1)
# a b c d of ISO/IEC 14496-12, 6.2.2: what is at (x, y) is shown at (ax + cy, bx + dy).
MATRICES: dict[str, Matrix] = {
    "upright": UPRIGHT,
    "turned clockwise": (0, 1, -1, 0),
    "upside down": (-1, 0, 0, -1),
    "turned anticlockwise": (0, -1, 1, 0),
    "mirrored": (-1, 0, 0, 1),
    "mirrored upside down": (1, 0, 0, -1),
    "mirrored and turned clockwise": (0, -1, -1, 0),
    "mirrored and turned anticlockwise": (0, 1, 1, 0),
    "twice as large and turned": (0, 2, -2, 0),
    "a little oblique": (math.cos(0.5), math.sin(0.5), -math.sin(0.5), math.cos(0.5)),
}


def four_colours(_number: int, size: tuple[int, int]) -> Image.Image:
    picture = Image.new("RGB", size)
    width, height = size[0] // 2, size[1] // 2
    for (x, y), colour in CORNERS.items():
        left, top = max(x, 0) * width, max(y, 0) * height
        picture.paste(colour, (left, top, left + width, top + height))
    return picture


def clip_with(path: Path, matrix: Matrix) -> Path:
    write_clip(path, Recipe(size=(WIDTH, HEIGHT), picture=four_colours, audio=None))
    content = bytearray(path.read_bytes())
    # Behind the header: version and flags, times, track, layer and volume.
    at = content.index(b"tkhd") + 4 + 40
    assert struct.unpack_from(">9i", content, at) == (1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
    a, b, c, d = (round(value * (1 << 16)) for value in matrix)
    struct.pack_into(">9i", content, at, a, b, 0, c, d, 0, 0, 0, 1 << 30)
    path.write_bytes(content)
    return path


def is_colour(picture: Image.Image, x: float, y: float, colour: tuple[int, int, int]) -> bool:
    """Near the middle, a fifth of the smaller side away in the direction of x and y."""
    reach = min(picture.size) / 5
    length = math.hypot(x, y)
    place = (
        round(picture.width / 2 + reach * x / length),
        round(picture.height / 2 + reach * y / length),
    )
    found = picture.getpixel(place)
    assert isinstance(found, tuple)
    return all(abs(a - b) < 40 for a, b in zip(found, colour, strict=True))


@pytest.mark.parametrize("name", MATRICES)
def test_a_still_is_turned_and_mirrored_as_the_matrix_says(tmp_path: Path, name: str) -> None:
    a, b, c, d = MATRICES[name]
    clip = clip_with(tmp_path / "a.mp4", MATRICES[name])
    make_poster(clip, tmp_path / "poster.jpg", 640)
    make_strip(clip, tmp_path / "strip.jpg", 1, 640)
    for still in ("poster.jpg", "strip.jpg"):
        with Image.open(tmp_path / still) as opened:
            picture = opened.convert("RGB")
        assert picture.size == ((HEIGHT, WIDTH) if abs(b) >= 1 else (WIDTH, HEIGHT))
        for (x, y), colour in CORNERS.items():
            assert is_colour(picture, a * x + c * y, b * x + d * y, colour), (still, x, y)
    facts = probe(clip)
    assert (facts.width, facts.height) == picture.size


@pytest.mark.parametrize("matrix", [(0, 0, 0, 0), (0, 0, 0, 1), (1, 0, 0, 0)])
def test_a_matrix_that_names_no_direction_leaves_the_picture_as_it_is(
    tmp_path: Path, matrix: Matrix
) -> None:
    clip = clip_with(tmp_path / "a.mp4", matrix)
    make_poster(clip, tmp_path / "poster.jpg", 640)
    with Image.open(tmp_path / "poster.jpg") as opened:
        picture = opened.convert("RGB")
    assert picture.size == (WIDTH, HEIGHT)
    assert all(is_colour(picture, x, y, colour) for (x, y), colour in CORNERS.items())
