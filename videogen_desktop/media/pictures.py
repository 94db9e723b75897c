"""The picture jobs: a picture, or a frame of a clip, made ready to go into a request.

Runs in the helper process. What comes out is upright, in sRGB with 8 bits, a JPEG, PNG or WebP, and
says nothing but the picture. One that is all this, but for its metadata, keeps its pixels bit for
bit: the metadata is cut out.
"""

import math
import os
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageCms,
    JpegImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)
from PIL.Image import Transpose

from videogen_desktop.domain.intake import (
    LONGEST_PICTURE_SIDE,
    MOST_PICTURE_BYTES,
    MOST_PICTURE_PIXELS,
    PICTURE_TYPES,
    InputRefusal,
    PictureChange,
    PictureFit,
)
from videogen_desktop.media.chosen_files import read_whole
from videogen_desktop.media.clip_file import open_clip
from videogen_desktop.media.picture_bytes import is_webp, png_depth, webp_size, without_metadata
from videogen_desktop.media.picture_fit import JPEG, PNG, WEBP, DecodedPicture, made_fit
from videogen_desktop.media.protocol import (
    InputFacts,
    Refusal,
    RefusedFileError,
    RefusedInputError,
)
from videogen_desktop.media.stills import frame_shown_at, last_frame, upright

# No more decoders than people have pictures for.
_TYPES = {"JPEG": JPEG, "PNG": PNG, "WEBP": WEBP, "HEIF": "image/heic"}
_TYPES |= {"AVIF": "image/avif", "GIF": "image/gif", "BMP": "image/bmp"}
_MOVING = frozenset({PNG, WEBP, "image/gif", "image/avif"})
_BEGINNINGS = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG", b"GIF8": "GIF", b"BM": "BMP"}
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_LONGEST_FTYP = 256
_UPRIGHT = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
_MOST_DEPTH = 8
_LONGEST_FRAME_SIDE = 8192


def take_picture(path: Path, destination: Path, fit: PictureFit) -> InputFacts:
    """Write the picture, or the first frame of a video, made ready to `destination`, flushed.

    Raises RefusedInputError, or OSError when the destination cannot be written.
    """
    content = read_whole(path, MOST_PICTURE_BYTES)
    try:
        source = _read(content, path)
        body, facts = made_fit(source, fit)
    except MemoryError as error:
        raise RefusedInputError(InputRefusal.DAMAGED) from error
    _write(body, destination)
    return facts


def take_frame(path: Path, destination: Path, at_ms: int | None, fit: PictureFit) -> InputFacts:
    """Write the frame that is shown at `at_ms`, or the last one, as a picture made ready.

    Raises RefusedFileError, RefusedInputError, or OSError when it cannot be written.
    """
    body, facts = made_fit(_frame(path, at_ms), fit)
    _write(body, destination)
    return facts


def _frame(path: Path, at_ms: int | None) -> DecodedPicture:
    with open_clip(path) as clip:
        frame = last_frame(clip) if at_ms is None else frame_shown_at(clip, at_ms)
        return DecodedPicture(upright(clip, frame, _LONGEST_FRAME_SIDE), PNG)


def _read(content: bytes, path: Path) -> DecodedPicture:
    """Raises RefusedInputError."""
    kind = _format_of(content)
    if kind is None:
        return _first_frame(path)
    bare = without_metadata(content)
    # Pillow refuses a PNG for a text of a megabyte, as image generators write.
    readable = [content] if bare in (None, content) else [content, bare]
    failure: Exception | None = None
    for body in filter(None, readable):
        try:
            return _as_seen(_opened(body, kind), content, bare)
        except (RefusedInputError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - decoders raise what they like (fuzz test)
            failure = error
    raise RefusedInputError(InputRefusal.DAMAGED) from failure


def _first_frame(path: Path) -> DecodedPicture:
    try:
        frame = _frame(path, 0)
    except RefusedFileError as error:
        cut = error.reason in (Refusal.TRUNCATED, Refusal.NO_FRAME)
        reason = InputRefusal.DAMAGED if cut else InputRefusal.NO_PICTURE
        raise RefusedInputError(reason) from error
    return DecodedPicture(frame.picture, frame.mime, frozenset({PictureChange.FRAME_TAKEN}))


def _format_of(content: bytes) -> str | None:
    """Pillow's name of the one decoder that is to read it, by how it begins."""
    for beginning, name in _BEGINNINGS.items():
        if content.startswith(beginning):
            return name
    if is_webp(content):
        return "WEBP"
    if content[4:8] == b"ftyp":
        brands = content[8 : min(int.from_bytes(content[:4]), _LONGEST_FTYP)]
        named = {brands[at : at + 4] for at in range(0, len(brands), 4)}
        if named & _AVIF_BRANDS:
            return "AVIF"
        if named & _HEIF_BRANDS:
            return "HEIF"
    return None


def _opened(content: bytes, kind: str) -> Image.Image:
    """Its header is read. Raises RefusedInputError for a bomb, and whatever a decoder raises."""
    file = BytesIO(content)
    if kind == "WEBP":
        _check_size(webp_size(content))
    # Not Image.open: it tries further decoders, and its own limit knows no cameras of 108
    # megapixels.
    picture = _decoder(kind)(file)
    _check_size(picture.size)
    return picture


def _decoder(kind: str) -> Callable[[BytesIO], Image.Image]:
    # Each costs some milliseconds to import, and most never come.
    match kind:
        case "JPEG":
            return JpegImagePlugin.JpegImageFile
        case "PNG":
            return PngImagePlugin.PngImageFile
        case "WEBP":
            return WebPImagePlugin.WebPImageFile
        case "AVIF":
            return AvifImagePlugin.AvifImageFile
        case "GIF":
            return GifImagePlugin.GifImageFile
        case "BMP":
            return BmpImagePlugin.BmpImageFile
        case _:
            from pillow_heif import HeifImageFile

            return HeifImageFile


def _check_size(size: tuple[int, int]) -> None:
    if math.prod(size) > MOST_PICTURE_PIXELS or max(size) > LONGEST_PICTURE_SIDE:
        raise RefusedInputError.too_many_pixels(*size)


def _as_seen(opened: Image.Image, content: bytes, bare: bytes | None) -> DecodedPicture:
    kind = str(opened.format)
    mime, turn = _TYPES[kind], _turn(opened)
    changes = {PictureChange.METADATA_REMOVED} if bare != content else set()
    if mime in _MOVING and getattr(opened, "is_animated", False):
        changes.add(PictureChange.FRAME_TAKEN)
    is_shallow = png_depth(content) <= _MOST_DEPTH
    if bare is not None and turn is None and is_shallow and _is_plain(opened, mime):
        with suppress(Exception):
            # The bytes that go out are decoded: they are whole.
            picture = opened if bare == content else _opened(bare, kind)
            picture.load()
            return DecodedPicture(picture, mime, frozenset(changes), bare)
    opened.load()
    picture, is_other = _in_srgb(opened)
    if is_other or not is_shallow:
        changes.add(PictureChange.COLOURS_CONVERTED)
    if turn is not None:
        changes.add(PictureChange.TURNED_UPRIGHT)
        picture = picture.transpose(turn)
    return DecodedPicture(picture, mime, frozenset(changes))


def _is_plain(opened: Image.Image, mime: str) -> bool:
    """Whether its pixels are in sRGB, RGB or RGBA, as they are."""
    if mime not in PICTURE_TYPES or "transparency" in opened.info:
        return False
    profile = opened.info.get("icc_profile")
    return opened.mode in ("RGB", "RGBA") and (not profile or _other_profile(profile) is None)


def _turn(picture: Image.Image) -> Transpose | None:
    # What is no EXIF does not say that the picture lies on its side.
    with suppress(Exception):
        return _UPRIGHT.get(picture.getexif().get(ExifTags.Base.Orientation, 1))
    return None


# --- colours ------------------------------------------------------------------------------------


def _in_srgb(picture: Image.Image) -> tuple[Image.Image, bool]:
    """In RGB or RGBA of 8 bits, and whether it was anything else before."""
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith(("I", "F")):
        # 16 bits of grey: the upper eight.
        picture = picture.point(lambda value: value * (1 / 256)).convert("L")
    wanted = "RGBA" if picture.has_transparency_data else "RGB"
    if isinstance(profile, bytes) and profile:
        converted = _from_profile(picture, profile, wanted)
        if converted is not None:
            return converted, True
    is_other = picture.mode != wanted
    return (picture.convert(wanted) if is_other else picture), is_other


def _other_profile(profile: bytes) -> ImageCms.ImageCmsProfile | None:
    """The profile, None where it is sRGB's or none at all."""
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        return None if "sRGB" in ImageCms.getProfileDescription(own) else own
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _from_profile(picture: Image.Image, profile: bytes, wanted: str) -> Image.Image | None:
    """None where the profile is sRGB's, or not one for such a picture."""
    own = _other_profile(profile)
    if own is None:
        return None
    space = own.profile.xcolor_space.strip()
    mode = {"GRAY": "L", "CMYK": "CMYK"}.get(space, wanted)
    if (space == "CMYK") != (picture.mode == "CMYK"):
        return None
    source = picture if picture.mode == mode else picture.convert(mode)
    output = wanted if mode == wanted else "RGB"
    # In its place: one copy less of what may be half a gigabyte.
    in_place = source.mode == output
    srgb = ImageCms.createProfile("sRGB")
    try:
        made = ImageCms.profileToProfile(source, own, srgb, outputMode=output, inPlace=in_place)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
    converted = source if in_place else made
    if converted is not None and output != wanted:
        converted.putalpha(picture.convert("RGBA").getchannel("A"))
    return converted


def _write(body: bytes, destination: Path) -> None:
    with destination.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
