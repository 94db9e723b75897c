"""A decoded picture made fit for a slot: cropped, smaller, and written as what is taken there.

Runs in the helper process.
"""

import math
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from videogen_desktop.domain.intake import (
    MOST_PICTURE_BYTES,
    InputRefusal,
    PictureChange,
    PictureFit,
)
from videogen_desktop.media.protocol import InputFacts, RefusedInputError

JPEG, PNG, WEBP = "image/jpeg", "image/png", "image/webp"
# The pixels of these are exact, so they are kept exact.
_LOSSLESS = frozenset({PNG, "image/gif", "image/bmp"})
_QUALITY, _LEAST_QUALITY, _QUALITY_STEP = 95, 80, 5
# Measured on 12 megapixels of a photograph: 1.9 s for 16.6 MB; level 6 takes 3.4 s for 15.7 MB.
_PNG_LEVEL = 2
_MOST_TRIES = 12


@dataclass(frozen=True, slots=True)
class DecodedPicture:
    """A decoded picture, upright, in RGB or RGBA of 8 bits.

    `bare` is the file without its metadata, where that is the same picture.
    """

    picture: Image.Image
    mime: str
    changes: frozenset[PictureChange] = frozenset()
    bare: bytes | None = None


def made_fit(source: DecodedPicture, fit: PictureFit) -> tuple[bytes, InputFacts]:
    """Raises RefusedInputError where it does not become small enough."""
    picture, changes = source.picture, set(source.changes)
    box = _middle(picture.size, fit.ratio)
    if box is not None:
        picture = picture.crop(box)
        changes.add(PictureChange.CROPPED)
    size = _within(picture.size, fit.largest_width, fit.largest_height)
    if size != picture.size:
        picture = _resized(picture, size)
        changes.add(PictureChange.MADE_SMALLER)
    most = min(fit.largest_bytes or MOST_PICTURE_BYTES, MOST_PICTURE_BYTES)
    is_whole = picture is source.picture and source.mime in fit.types
    if source.bare is not None and is_whole and len(source.bare) <= most:
        return source.bare, _facts(picture, source.mime, changes)
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255):
        picture = picture.convert("RGB")
    if picture.mode == "RGBA" and not {PNG, WEBP} & set(fit.types):
        picture = _flattened(picture)
        changes.add(PictureChange.FLATTENED)
    return _small_enough(picture, source.mime, fit, most, changes)


def _middle(
    size: tuple[int, int], ratio: tuple[int, int] | None
) -> tuple[int, int, int, int] | None:
    """The largest part around the middle with this ratio; None where it is all of it."""
    if ratio is None:
        return None
    width = min(size[0], max(1, round(size[1] * ratio[0] / ratio[1])))
    height = min(size[1], max(1, round(size[0] * ratio[1] / ratio[0])))
    if (width, height) == size:
        return None
    left, top = (size[0] - width) // 2, (size[1] - height) // 2
    return left, top, left + width, top + height


def _within(size: tuple[int, int], width: int | None, height: int | None) -> tuple[int, int]:
    scale = min(1.0, (width or size[0]) / size[0], (height or size[1]) / size[1])
    return max(1, int(size[0] * scale + 1e-6)), max(1, int(size[1] * scale + 1e-6))


def _resized(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _flattened(picture: Image.Image) -> Image.Image:
    flat = Image.new("RGB", picture.size, "white")
    flat.paste(picture, mask=picture.getchannel("A"))
    return flat


def _small_enough(
    picture: Image.Image, came_as: str, fit: PictureFit, most: int, changes: set[PictureChange]
) -> tuple[bytes, InputFacts]:
    """Encoded, first at its size with less and less quality, then smaller and smaller."""
    mime, quality = _type_for(picture, came_as, fit.types), _QUALITY
    for _ in range(_MOST_TRIES):
        body = _encoded(picture, mime, quality)
        if len(body) <= most:
            changes |= {PictureChange.TYPE_CHANGED} if mime != came_as else set()
            return body, _facts(picture, mime, changes)
        if mime == PNG and picture.mode == "RGB" and JPEG in fit.types:
            mime = JPEG
            continue
        changes.add(PictureChange.MADE_SMALLER)
        if mime != PNG and quality > _LEAST_QUALITY:
            quality -= _QUALITY_STEP
            continue
        scale = min(0.9, max(0.25, 0.95 * math.sqrt(most / len(body))))
        if min(picture.size) * scale < 1:
            break
        width, height = picture.size
        picture = _resized(picture, (int(width * scale), int(height * scale)))
    raise RefusedInputError(InputRefusal.UNFIT)


def _type_for(picture: Image.Image, came_as: str, types: tuple[str, ...]) -> str:
    exact = came_as in _LOSSLESS or picture.mode == "RGBA"
    order = (PNG, WEBP, JPEG) if exact else (JPEG, PNG, WEBP)
    return next(mime for mime in order if mime in types)


def _encoded(picture: Image.Image, mime: str, quality: int) -> bytes:
    # Pillow writes what it finds there: profiles, comments, XMP.
    picture.info = {}
    body = BytesIO()
    match mime:
        case "image/jpeg":
            picture.save(body, "JPEG", quality=quality)
        case "image/png":
            picture.save(body, "PNG", compress_level=_PNG_LEVEL)
        case _:
            picture.save(body, "WEBP", quality=quality, method=2, exact=False)
    return body.getvalue()


def _facts(picture: Image.Image, mime: str, changes: set[PictureChange]) -> InputFacts:
    return InputFacts(mime, *picture.size, changes=frozenset(changes))
