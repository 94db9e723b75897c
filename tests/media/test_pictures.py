"""A picture on its way into a request: upright, in sRGB, and nothing but the picture."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, PngImagePlugin
from pillow_heif import from_pillow

from tests.media import picture_files as files
from tests.media.clip_files import BLUE as CLIP_BLUE
from tests.media.clip_files import Recipe, write_clip
from tests.media.picture_files import put, taken
from videogen_desktop.domain.intake import PictureChange, PictureFit

FULL = {".jpg": files.full_jpeg, ".png": files.full_png, ".webp": files.full_webp}


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", FULL)
def test_every_orientation_is_turned_upright_and_says_nothing_more(
    tmp_path: Path, suffix: str, orientation: int
) -> None:
    lying = files.laid(files.corners(), orientation)
    content = FULL[suffix](lying, orientation)
    assert sum(word in content for word in files.SECRETS) > 4
    picture, facts, body = taken(put(tmp_path, f"a{suffix}", content))

    assert picture.size == (64, 48)
    assert files.shows_corners(picture)
    assert [word for word in files.SECRETS if word in body] == []
    assert PictureChange.METADATA_REMOVED in facts.changes
    assert (PictureChange.TURNED_UPRIGHT in facts.changes) == (orientation != 1)


# Pillow's own reader, with which the test compares, minds the second picture that is none.
@pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO")
@pytest.mark.parametrize("suffix", FULL)
def test_metadata_goes_and_the_pixels_stay_bit_for_bit(tmp_path: Path, suffix: str) -> None:
    path = put(
        tmp_path, f"a{suffix}", FULL[suffix](Image.effect_noise((99, 77), 80).convert("RGB"))
    )
    with Image.open(path) as before:
        picture, facts, body = taken(path)
        assert (
            ImageChops.difference(before.convert("RGB"), picture.convert("RGB")).getbbox() is None
        )
    assert facts.changes == {PictureChange.METADATA_REMOVED}
    assert len(body) < path.stat().st_size
    _, said, same = taken(put(tmp_path, f"b{suffix}", body))
    assert same == body
    assert said.changes == set()


@pytest.mark.parametrize(
    ("name", "mode", "options"),
    [
        ("a.jpg", "RGB", {"quality": 90}),
        ("a.jpg", "RGB", {"quality": 90, "progressive": True, "subsampling": 0}),
        ("a.jpg", "RGB", {"quality": 90, "restart_marker_rows": 1}),
        ("a.png", "RGB", {}),
        ("a.png", "RGBA", {}),
        ("a.webp", "RGB", {"quality": 80}),
        ("a.webp", "RGBA", {"quality": 80}),
        ("a.webp", "RGB", {"lossless": True}),
        ("a.webp", "RGBA", {"lossless": True}),
    ],
)
def test_a_clean_picture_is_kept_byte_for_byte(
    tmp_path: Path, name: str, mode: str, options: dict[str, object]
) -> None:
    picture = files.corners(mode=mode)
    if mode == "RGBA":
        picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    path = files.write(tmp_path / name, picture, **options)
    _, facts, body = taken(path)
    assert body == path.read_bytes()
    assert facts.changes == set()


def test_a_text_of_megabytes_as_image_generators_write_goes_with_the_rest(tmp_path: Path) -> None:
    text = PngImagePlugin.PngInfo()
    text.add_text("workflow", "Hanoi" * 1_000_000, zip=True)
    path = files.write(tmp_path / "a.png", files.corners(), pnginfo=text)
    picture, facts, _ = taken(path)
    assert files.shows_corners(picture)
    assert facts.changes == {PictureChange.METADATA_REMOVED}


def test_heic_becomes_jpeg_without_its_metadata(tmp_path: Path) -> None:
    path = tmp_path / "a.heic"
    from_pillow(files.corners()).save(path, exif=files.camera_exif(), xmp=files.XMP, quality=90)
    assert b"Exif" in path.read_bytes()
    picture, facts, body = taken(path)
    assert facts.mime == "image/jpeg"
    assert files.shows_corners(picture)
    assert [word for word in files.SECRETS if word in body] == []
    assert facts.changes == {PictureChange.METADATA_REMOVED, PictureChange.TYPE_CHANGED}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_heic_of_every_orientation_is_upright(tmp_path: Path, orientation: int) -> None:
    path = tmp_path / "a.heic"
    lying = files.laid(files.corners(), orientation)
    from_pillow(lying).save(path, exif=files.camera_exif(orientation), quality=90)
    assert files.shows_corners(taken(path)[0])


@pytest.mark.parametrize("suffix", [".avif", ".bmp", ".gif"])
def test_other_pictures_become_one_that_models_take(tmp_path: Path, suffix: str) -> None:
    picture, facts, _ = taken(files.write(tmp_path / f"a{suffix}", files.corners()))
    assert facts.mime == ("image/jpeg" if suffix == ".avif" else "image/png")
    assert files.shows_corners(picture, 60)
    assert PictureChange.TYPE_CHANGED in facts.changes


# --- colours ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("suffix", "mode"),
    [(".jpg", "RGB"), (".png", "RGB"), (".png", "RGBA"), (".webp", "RGB"), (".webp", "RGBA")],
)
def test_colours_of_another_profile_are_converted(tmp_path: Path, suffix: str, mode: str) -> None:
    plain = Image.new(mode, (40, 40), (255, 0, 0, 120)[: len(mode)])
    path = files.write(tmp_path / f"a{suffix}", plain, icc_profile=files.other_profile())
    picture, facts, _ = taken(path)
    assert picture.mode == mode
    assert files.is_near(picture.getpixel((9, 9)), (0, 0, 255, 120)[: len(mode)], 16)
    assert PictureChange.COLOURS_CONVERTED in facts.changes


def test_colours_of_a_telephones_heic_are_converted(tmp_path: Path) -> None:
    path = tmp_path / "a.heic"
    red = from_pillow(Image.new("RGB", (64, 64), (255, 0, 0)))
    red.info["icc_profile"], red.info["icc_profile_type"] = files.other_profile(), "prof"
    red.save(path, quality=95)
    picture, facts, _ = taken(path)
    assert files.is_near(picture.getpixel((9, 9)), (0, 0, 255), 16)
    assert PictureChange.COLOURS_CONVERTED in facts.changes


def test_a_profile_that_is_none_is_passed_over(tmp_path: Path) -> None:
    for profile in (b"\0", b"profile" * 30, files.other_profile()[:200]):
        path = files.write(tmp_path / "a.png", files.corners(), icc_profile=profile)
        assert files.shows_corners(taken(path)[0])


def test_cmyk_becomes_rgb(tmp_path: Path) -> None:
    path = files.write(tmp_path / "a.jpg", files.corners(mode="CMYK"))
    picture, facts, _ = taken(path)
    assert picture.mode == "RGB"
    assert files.shows_corners(picture)
    assert facts.changes == {PictureChange.COLOURS_CONVERTED}


@pytest.mark.parametrize(
    ("sixteen", "eight"),
    [
        ((0x8000,), (128, 128, 128)),
        ((0xFFFF,), (255, 255, 255)),
        ((0xFFFF, 0x8000, 0x1000), (255, 128, 16)),
    ],
)
def test_sixteen_bits_become_eight(
    tmp_path: Path, sixteen: tuple[int, ...], eight: tuple[int, ...]
) -> None:
    picture, facts, body = taken(put(tmp_path, "a.png", files.deep_png(sixteen)))
    assert picture.mode == "RGB" and body[24] == 8
    assert files.is_near(picture.getpixel((1, 1)), eight, 1)
    assert PictureChange.COLOURS_CONVERTED in facts.changes


@pytest.mark.parametrize(("mode", "wanted"), [("L", "RGB"), ("1", "RGB"), ("LA", "RGBA")])
def test_grey_becomes_rgb(tmp_path: Path, mode: str, wanted: str) -> None:
    before = Image.linear_gradient("L").resize((40, 30)).convert(mode)
    if mode == "LA":
        before.putalpha(77)
    picture, facts, _ = taken(files.write(tmp_path / "a.png", before))
    assert picture.mode == wanted
    assert ImageChops.difference(picture, before.convert(wanted)).getbbox() is None
    assert facts.changes == {PictureChange.COLOURS_CONVERTED}


def test_what_is_transparent_stays_where_the_slot_takes_it_and_else_is_white(
    tmp_path: Path,
) -> None:
    see_through = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    see_through.paste((0, 0, 255, 255), (0, 0, 20, 40))
    path = files.write(tmp_path / "a.png", see_through)
    assert taken(path)[0].mode == "RGBA"

    picture, facts, _ = taken(path, PictureFit(types=("image/jpeg",)))
    assert files.is_near(picture.getpixel((35, 20)), files.WHITE, 8)
    assert files.is_near(picture.getpixel((5, 20)), (0, 0, 255), 8)
    assert facts.changes == {PictureChange.FLATTENED, PictureChange.TYPE_CHANGED}

    palette = see_through.convert("RGB").quantize(4)
    path = files.write(tmp_path / "b.png", palette, transparency=palette.getpixel((35, 20)))
    assert taken(path)[0].mode == "RGBA"


def test_an_opaque_picture_with_a_channel_for_transparency_needs_no_white(tmp_path: Path) -> None:
    path = files.write(tmp_path / "a.png", files.corners(mode="RGBA"))
    _, facts, _ = taken(path, PictureFit(types=("image/jpeg",)))
    assert facts.changes == {PictureChange.TYPE_CHANGED}


# --- what moves ---------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".webp", ".gif", ".png", ".avif"])
def test_of_a_picture_that_moves_the_first_is_taken_and_said_so(
    tmp_path: Path, suffix: str
) -> None:
    later = [Image.new("RGB", (64, 48), color) for color in ("black", "yellow")]
    path = files.write(
        tmp_path / f"a{suffix}", files.corners(), save_all=True, append_images=later, duration=100
    )
    picture, facts, body = taken(path)
    assert files.shows_corners(picture, 60)
    assert not getattr(picture, "is_animated", False)
    assert PictureChange.FRAME_TAKEN in facts.changes
    assert not any(name in body for name in (b"acTL", b"fdAT", b"ANIM", b"ANMF"))


def test_of_a_video_the_first_frame_is_taken(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "mèo.mp4", Recipe(rotation=90))
    picture, facts, _ = taken(path)
    assert (facts.mime, facts.width, facts.height) == ("image/png", 180, 320)
    assert files.is_near(picture.getpixel((90, 280)), CLIP_BLUE)
    assert facts.changes == {PictureChange.FRAME_TAKEN}
