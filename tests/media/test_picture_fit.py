"""A picture as large, as long and of the type that a slot takes; and what is no picture at all."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pillow_heif import from_pillow

from tests.media import picture_files as files
from tests.media.clip_files import write_clip
from tests.media.picture_files import ANY, put, taken
from videogen_desktop.domain.input_file import InputFile, InputKind
from videogen_desktop.domain.input_slot import InputSlot, SlotKind, WireForm
from videogen_desktop.domain.intake import InputRefusal, PictureChange, PictureFit
from videogen_desktop.media.pictures import take_picture
from videogen_desktop.media.protocol import (
    TOO_MANY_BYTES,
    TOO_MANY_PIXELS,
    RefusedInputError,
)


def refused(path: Path, fit: PictureFit = ANY) -> RefusedInputError:
    destination = path.with_name("taken")
    with pytest.raises(RefusedInputError) as error:
        take_picture(path, destination, fit)
    assert not destination.exists()
    return error.value


# --- made fit -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "ratio", "cropped"),
    [
        ((400, 300), (16, 9), (400, 225)),
        ((300, 400), (16, 9), (300, 169)),
        ((400, 300), (9, 16), (169, 300)),
        ((400, 300), (1, 1), (300, 300)),
        ((400, 300), (4, 3), (400, 300)),
        ((1366, 768), (16, 9), (1365, 768)),
        ((1, 1000), (16, 9), (1, 1)),
    ],
)
def test_a_crop_keeps_the_largest_part_around_the_middle(
    tmp_path: Path, size: tuple[int, int], ratio: tuple[int, int], cropped: tuple[int, int]
) -> None:
    before = Image.new("RGB", size, "black")
    middle = (size[0] // 2, size[1] // 2)
    before.paste("white", (middle[0] - 2, middle[1] - 2, middle[0] + 3, middle[1] + 3))
    picture, facts, _ = taken(files.write(tmp_path / "a.png", before), PictureFit(ratio=ratio))
    assert picture.size == cropped
    assert picture.getpixel((cropped[0] // 2, cropped[1] // 2)) == (255, 255, 255)
    assert facts.changes == (set() if cropped == size else {PictureChange.CROPPED})


def test_the_crop_is_of_the_upright_picture(tmp_path: Path) -> None:
    lying = files.laid(files.corners((120, 160)), 6)
    path = put(tmp_path, "a.jpg", files.full_jpeg(lying, 6))
    picture, _, _ = taken(path, PictureFit(ratio=(1, 1)))
    assert picture.size == (120, 120)
    assert files.shows_corners(picture)


@pytest.mark.parametrize(
    ("fit", "size"),
    [
        (PictureFit(largest_width=200), (200, 150)),
        (PictureFit(largest_height=60), (80, 60)),
        (PictureFit(largest_width=200, largest_height=60), (80, 60)),
        (PictureFit(ratio=(1, 1), largest_width=100), (100, 100)),
        (PictureFit(largest_width=4000, largest_height=4000), (400, 300)),
    ],
)
def test_a_picture_is_made_smaller_and_never_larger(
    tmp_path: Path, fit: PictureFit, size: tuple[int, int]
) -> None:
    picture, facts, _ = taken(files.write(tmp_path / "a.png", files.corners((400, 300))), fit)
    assert picture.size == size
    assert files.shows_corners(picture)
    assert (PictureChange.MADE_SMALLER in facts.changes) == (size != (400, 300))


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_picture_gets_within_its_bytes(tmp_path: Path, suffix: str, mode: str) -> None:
    noise = Image.effect_noise((600, 400), 120).convert(mode)
    if mode == "RGBA":
        noise.putalpha(Image.linear_gradient("L").resize(noise.size))
        noise = noise if suffix != ".jpg" else noise.convert("RGB")
    path = files.write(tmp_path / f"a{suffix}", noise)
    for most in (60_000, 9_000):
        picture, facts, body = taken(path, PictureFit(largest_bytes=most))
        assert len(body) <= most < path.stat().st_size
        assert picture.mode == noise.mode
        assert PictureChange.MADE_SMALLER in facts.changes
        assert abs(picture.width / picture.height - 1.5) < 0.1


def test_a_large_png_becomes_a_jpeg_before_it_loses_pixels(tmp_path: Path) -> None:
    path = files.write(tmp_path / "a.png", Image.effect_noise((300, 200), 40).convert("RGB"))
    picture, facts, _ = taken(path, PictureFit(largest_bytes=80_000))
    assert picture.size == (300, 200)
    assert facts.changes == {PictureChange.TYPE_CHANGED}


@pytest.mark.parametrize("types", [("image/jpeg", "image/bmp"), ("image/png",), ()])
def test_a_picture_made_fit_for_a_slot_passes_the_slots_own_check(
    tmp_path: Path, types: tuple[str, ...]
) -> None:
    slot = InputSlot(
        name="first_frame",
        kind=SlotKind.IMAGE,
        wire="image_url",
        form=WireForm.ALONE,
        types=types,
        largest_bytes=50_000,
        least_side=100,
        largest_side=500,
    )
    noise = Image.effect_noise((700, 600), 120).convert("RGB")
    path = files.write(tmp_path / "a.webp", noise, quality=99, method=0)
    picture, facts, body = taken(path, PictureFit.for_slot(slot, (1, 1)))
    assert picture.width == picture.height
    slot.check([InputFile("0" * 64, InputKind.IMAGE, facts.mime, len(body), *picture.size)])


def test_what_does_not_become_small_enough_is_refused(tmp_path: Path) -> None:
    path = files.write(tmp_path / "a.jpg", files.corners())
    assert refused(path, PictureFit(largest_bytes=100)).reason == InputRefusal.UNFIT


@pytest.mark.parametrize("wrong", [{"ratio": (0, 1)}, {"largest_bytes": 0}, {"types": ("x/y",)}])
def test_no_picture_can_be_of_no_size_or_type(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"0|x/y"):
        PictureFit(**wrong)  # type: ignore[arg-type]


# --- what is no picture -------------------------------------------------------------------------


def bombs() -> dict[str, bytes]:
    """Few bytes that say they are a picture of many gigabytes."""
    large = struct.pack(">HH", 60_000, 60_000)
    jpeg = bytearray(files.full_jpeg(files.corners()))
    frame = jpeg.index(b"\xff\xc0")
    jpeg[frame + 5 : frame + 9] = large
    gif = BytesIO()
    files.corners().save(gif, "GIF")
    bmp = BytesIO()
    files.corners().save(bmp, "BMP")
    body = b"VP8X\x0a\0\0\0\0\0\0\0" + (16_382).to_bytes(3, "little") * 2
    lossless = b"VP8L\x0a\0\0\0\x2f" + (16_382 | 16_382 << 14).to_bytes(4, "little") + bytes(5)
    return {
        "a.png": files.png_of((60_000, 60_000), bytes(1_000)),
        "wide.png": files.png_of((2_000_000, 1), bytes(1_000)),
        "a.jpg": bytes(jpeg),
        "a.gif": gif.getvalue()[:6] + struct.pack("<HH", 60_000, 60_000) + gif.getvalue()[10:],
        "a.bmp": bmp.getvalue()[:18] + struct.pack("<ii", 60_000, 60_000) + bmp.getvalue()[26:],
        "a.webp": b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body,
        "b.webp": b"RIFF" + struct.pack("<I", len(lossless) + 4) + b"WEBP" + lossless,
    }


@pytest.mark.parametrize("name", bombs())
def test_a_bomb_is_refused_by_what_it_says_of_itself(tmp_path: Path, name: str) -> None:
    error = refused(put(tmp_path, name, bombs()[name]))
    assert error.reason == TOO_MANY_PIXELS
    assert error.facts is not None
    assert max(int(error.facts["width"] or 0), int(error.facts["height"] or 0)) > 16_000


@pytest.mark.full
def test_a_photograph_of_108_megapixels_is_no_bomb(tmp_path: Path) -> None:
    path = files.write(tmp_path / "a.png", Image.new("1", (12_000, 9_000)))
    _, facts, _ = taken(path, PictureFit(largest_width=1_200))
    assert (facts.width, facts.height) == (1_200, 900)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    with path.open("wb") as file:
        file.truncate((100 << 20) + 1)
    error = refused(path)
    assert error.reason == TOO_MANY_BYTES
    assert error.facts == {"size": (100 << 20) + 1, "most_bytes": 100 << 20}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", InputRefusal.EMPTY),
        (b"hello", InputRefusal.NO_PICTURE),
        (b"%PDF-1.7\n" + bytes(600), InputRefusal.NO_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", InputRefusal.NO_PICTURE),
        (b"II*\0" + bytes(100), InputRefusal.NO_PICTURE),
        (b"\xff\xd8\xff", InputRefusal.DAMAGED),
        (b"\x89PNG\r\n\x1a\n", InputRefusal.DAMAGED),
        (b"RIFF\x04\0\0\0WEBP", InputRefusal.DAMAGED),
        (b"GIF89a", InputRefusal.DAMAGED),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", InputRefusal.DAMAGED),
    ],
)
def test_what_is_no_picture_says_so(tmp_path: Path, content: bytes, reason: str) -> None:
    assert refused(put(tmp_path, "a.jpg", content)).reason == reason


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".gif", ".bmp", ".avif", ".heic"])
def test_a_picture_that_is_cut_off_says_so(tmp_path: Path, suffix: str) -> None:
    noise = Image.effect_noise((200, 150), 90).convert("RGB")
    if suffix == ".heic":
        from_pillow(noise).save(tmp_path / "whole.heic")
    else:
        noise.save(tmp_path / f"whole{suffix}")
    whole = (tmp_path / f"whole{suffix}").read_bytes()
    for part in (0.3, 0.6, 0.9):
        cut = put(tmp_path, f"a{suffix}", whole[: int(len(whole) * part)])
        assert refused(cut).reason == InputRefusal.DAMAGED, part


def test_a_video_that_is_cut_off_says_so(tmp_path: Path) -> None:
    whole = write_clip(tmp_path / "a.mp4").read_bytes()
    cut = put(tmp_path, "b.mp4", whole[: len(whole) // 2])
    assert refused(cut).reason == InputRefusal.DAMAGED
