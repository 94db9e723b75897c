"""Small real pictures for these tests, with what cameras and programs put beside the pixels."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, PngImagePlugin
from PIL.Image import Transpose

from videogen_desktop.domain.intake import PictureFit
from videogen_desktop.media.pictures import take_picture
from videogen_desktop.media.protocol import InputFacts

ANY = PictureFit()
RED, GREEN, BLUE, WHITE = (230, 20, 20), (20, 200, 20), (20, 20, 230), (255, 255, 255)
# A picture's corners, from the left above: which way is up and what is mirrored shows.
CORNERS = (RED, GREEN, BLUE, WHITE)
# Words that a file with metadata of every kind has, and the picture has not.
SECRETS = [
    *(b"Exif", b"GPS", b"xmp", b"XMP", b"adobe.com", b"Photoshop", b"JFXX", b"MPF", b"ICC"),
    *(b"iCCP", b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME", b"Camera", b"Hanoi", b"21.0285"),
]
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/" exif:GPSLatitude="21.0285">Hanoi</x:xmpmeta>'
# To get from upright to how it lies in a file with this orientation.
_LAID = {
    1: None,
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}


def corners(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> Image.Image:
    """Four coloured quarters."""
    picture = Image.new("RGB", size)
    width, height = size[0] // 2, size[1] // 2
    for number, color in enumerate(CORNERS):
        row, column = divmod(number, 2)
        picture.paste(color, (column * width, row * height, size[0], size[1]))
    return picture if mode == "RGB" else picture.convert(mode)


def shows_corners(picture: Image.Image, tolerance: int = 40) -> bool:
    """Whether the quarters are where they belong."""
    width, height = picture.size
    places = [(x, y) for y in (height // 4, height * 3 // 4) for x in (width // 4, width * 3 // 4)]
    seen = [picture.convert("RGB").getpixel(place) for place in places]
    return all(is_near(pixel, color, tolerance) for pixel, color in zip(seen, CORNERS, strict=True))


def is_near(pixel: object, color: tuple[int, ...], tolerance: int = 40) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= tolerance for a, b in zip(pixel, color, strict=True))


def laid(picture: Image.Image, orientation: int) -> Image.Image:
    """The picture as it lies in a file that says this orientation."""
    turn = _LAID[orientation]
    return picture if turn is None else picture.transpose(turn)


def camera_exif(orientation: int = 1) -> bytes:
    """Camera, place and time."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112], exif[0x0132] = "Camera of Hanoi", orientation, "2026:11:30 10:00:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.6), 3: "E", 4: (105.0, 51.0, 14.0)})
    return exif.tobytes()


def write(path: Path, picture: Image.Image, **options: object) -> Path:
    picture.save(path, **options)  # type: ignore[arg-type]
    return path


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def taken(path: Path, fit: PictureFit = ANY) -> tuple[Image.Image, InputFacts, bytes]:
    """The picture that comes of it, what is said of it, and its bytes."""
    destination = path.with_name("taken")
    facts = take_picture(path, destination, fit)
    body = destination.read_bytes()
    with Image.open(BytesIO(body)) as picture:
        picture.load()
        assert picture.get_format_mimetype() == facts.mime
        assert picture.size == (facts.width, facts.height)
        assert "exif" not in picture.info
        assert "icc_profile" not in picture.info
        return picture, facts, body


def full_jpeg(picture: Image.Image, orientation: int = 1) -> bytes:
    """EXIF with a place, XMP, IPTC, a comment, a profile, thumbnails, a second picture behind."""
    body = BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = camera_exif(orientation)
    picture.save(body, "JPEG", quality=90, exif=exif, icc_profile=profile, comment="Hanoi 21.0285")
    whole = body.getvalue()
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0a\x1c\x02\x5a\0\x05Hanoi"
    extra = [
        _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
        _segment(0xED, iptc),
        _segment(0xE0, b"JFXX\0\x10" + b"Hanoi" * 20),
        _segment(0xE2, b"MPF\0" + b"Hanoi"),
    ]
    return whole[:2] + b"".join(extra) + whole[2:] + whole + b"Hanoi 21.0285"


def full_png(picture: Image.Image, orientation: int = 1) -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "Hanoi 21.0285")
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    text.add_text("Title", "Hanoi" * 40, zip=True)
    text.add(b"tIME", bytes(7))
    body = BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = camera_exif(orientation)
    picture.save(body, "PNG", pnginfo=text, exif=exif, icc_profile=profile)
    return body.getvalue() + b"Hanoi 21.0285"


def full_webp(picture: Image.Image, orientation: int = 1) -> bytes:
    body = BytesIO()
    exif = camera_exif(orientation)
    picture.save(body, "WEBP", quality=90, exif=exif, xmp=XMP)
    return body.getvalue() + b"Hanoi 21.0285"


def other_profile() -> bytes:
    """A profile in which red is blue and blue is red: who minds it sees other colours."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for at in range(132, 132 + 12 * int.from_bytes(profile[128:132]), 12):
        swapped = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}.get(bytes(profile[at : at + 4]))
        if swapped:
            profile[at : at + 4] = swapped
    return bytes(profile).replace("sRGB".encode("utf-16-be"), "Swap".encode("utf-16-be"))


def deep_png(color: tuple[int, ...], size: tuple[int, int] = (4, 4)) -> bytes:
    """A PNG of 16 bits a channel, grey or RGB."""
    row = b"\0" + struct.pack(f">{len(color)}H", *color) * size[0]
    kind = 2 if len(color) == 3 else 0
    return png_of(size, row * size[1], depth=16, kind=kind)


def png_of(size: tuple[int, int], rows: bytes, depth: int = 8, kind: int = 2) -> bytes:
    """A PNG file with this header and these filtered rows."""
    header = struct.pack(">IIBBBBB", *size, depth, kind, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body
