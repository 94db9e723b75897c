import struct
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from tests.media.clip_files import BLUE, FRAMES_PER_SECOND, RED, Recipe, write_clip
from videogen_desktop.domain.clip import STRIP_FRAMES, strip_columns
from videogen_desktop.media import stills
from videogen_desktop.media.protocol import RefusedFileError

SECONDS = 4
FRAMES = FRAMES_PER_SECOND * SECONDS


def strip_of(path: Path, frames: int = STRIP_FRAMES, longest_side: int = 320) -> Image.Image:
    destination = path.with_suffix(".jpg")
    stills.make_strip(path, destination, frames, longest_side)
    with Image.open(destination) as picture:
        assert picture.format == "JPEG"
        return picture.convert("RGB")


def middles(picture: Image.Image, frames: int = STRIP_FRAMES) -> list[tuple[int, ...]]:
    """The pixel in the middle of each cell, in order."""
    columns = strip_columns(frames)
    width, height = picture.width // columns, picture.height // -(-frames // columns)
    points = (divmod(number, columns) for number in range(frames))
    found = [
        picture.getpixel((column * width + width // 2, row * height + height // 2))
        for row, column in points
    ]
    assert all(isinstance(pixel, tuple) for pixel in found)
    return [pixel for pixel in found if isinstance(pixel, tuple)]


def ever_brighter(frames: int) -> Callable[[int, tuple[int, int]], Image.Image]:
    return lambda number, size: Image.new("RGB", size, (number * 255 // frames,) * 3)


def levels(picture: Image.Image) -> list[int]:
    """What of the clip each cell shows, from 0 at its beginning to 255 at its end."""
    return [pixel[0] for pixel in middles(picture)]


def brightening(folder: Path, frames: int = FRAMES, **options: str) -> Path:
    recipe = Recipe(frames=frames, options=tuple(options.items()), picture=ever_brighter(frames))
    return write_clip(folder / "a.mp4", recipe)


@pytest.mark.parametrize(
    ("size", "shown"), [((320, 180), (4 * 64, 4 * 36)), ((180, 320), (4 * 36, 4 * 64))]
)
def test_sixteen_cells_have_the_shape_of_the_clip(
    tmp_path: Path, size: tuple[int, int], shown: tuple[int, int]
) -> None:
    recipe = Recipe(size=size)

    assert strip_of(write_clip(tmp_path / "a.mp4", recipe), longest_side=64).size == shown


def test_a_cell_is_never_larger_than_the_clip(clip: Path, tmp_path: Path) -> None:
    stills.make_strip(clip, tmp_path / "a.jpg", 2, 4096)

    with Image.open(tmp_path / "a.jpg") as picture:
        assert picture.size == (2 * 320, 180)


@pytest.mark.parametrize(
    ("frames", "grid"), [(1, (1, 1)), (2, (2, 1)), (5, (3, 2)), (12, (4, 3)), (17, (5, 4))]
)
def test_any_number_of_frames_stands_in_a_grid(
    clip: Path, tmp_path: Path, frames: int, grid: tuple[int, int]
) -> None:
    stills.make_strip(clip, tmp_path / "a.jpg", frames, 32)

    with Image.open(tmp_path / "a.jpg") as picture:
        assert picture.size == (grid[0] * 32, grid[1] * 18)


@pytest.mark.parametrize("key_frame_every", ["1", "7", "250"])
def test_the_frames_are_spread_evenly_over_the_whole_clip(
    tmp_path: Path, key_frame_every: str
) -> None:
    path = brightening(tmp_path, g=key_frame_every)

    one_frame = 255 / FRAMES
    for number, level in enumerate(levels(strip_of(path))):
        assert level == pytest.approx(255 * (number + 0.5) / STRIP_FRAMES, abs=2 * one_frame)


def test_a_turned_clip_has_upright_cells(tmp_path: Path) -> None:
    picture = strip_of(write_clip(tmp_path / "a.mp4", Recipe(rotation=90)))

    assert picture.size == (4 * 180, 4 * 320)
    assert picture.getpixel((90, 280)) == pytest.approx(BLUE, abs=40)
    assert picture.getpixel((90, 40)) == pytest.approx(RED, abs=40)


def test_a_clip_of_few_frames_repeats_them(tmp_path: Path) -> None:
    shown = levels(strip_of(brightening(tmp_path, frames=3)))

    assert len({level // 20 for level in shown}) == 3
    assert shown == sorted(shown)


def test_a_clip_of_one_frame_has_a_strip(tmp_path: Path) -> None:
    def red(_number: int, size: tuple[int, int]) -> Image.Image:
        return Image.new("RGB", size, RED)

    path = write_clip(tmp_path / "a.mp4", Recipe(frames=1, audio=None, picture=red))

    assert all(pixel == pytest.approx(RED, abs=40) for pixel in middles(strip_of(path)))


def test_an_index_that_names_no_key_frame_costs_no_cell(tmp_path: Path) -> None:
    path = brightening(tmp_path, g="7")
    content = bytearray(path.read_bytes())
    struct.pack_into(">I", content, content.index(b"stss") + 12, 0x7FFFFFFF)
    path.write_bytes(content)

    shown = levels(strip_of(path))

    assert len(shown) == STRIP_FRAMES
    assert shown[-1] > 200


def test_work_that_would_be_too_much_is_cut_and_still_goes_forward(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = brightening(tmp_path, g="250")
    monkeypatch.setattr(stills, "_STRIP_PIXELS", FRAMES // 2 * 320 * 180)

    shown = levels(strip_of(path))

    assert all(later > earlier for earlier, later in pairwise(shown))
    assert shown[-1] == pytest.approx(128, abs=20)


def test_an_older_strip_is_replaced_and_nothing_else_is_left(clip: Path, tmp_path: Path) -> None:
    (tmp_path / "mèo.jpg").write_bytes(b"old")

    stills.make_strip(clip, tmp_path / "mèo.jpg", STRIP_FRAMES, 64)

    assert (tmp_path / "mèo.jpg").read_bytes()[:2] == b"\xff\xd8"
    assert [path.name for path in tmp_path.iterdir()] == ["mèo.jpg"]


def test_a_refused_file_leaves_an_older_strip_alone(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"<html>")
    (tmp_path / "a.jpg").write_bytes(b"old")

    with pytest.raises(RefusedFileError):
        strip_of(tmp_path / "a.mp4")

    assert (tmp_path / "a.jpg").read_bytes() == b"old"
