"""The outermost boxes of an MP4 or QuickTime file (ISO/IEC 14496-12, 4.2), read without FFmpeg."""

import stat
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from videogen_desktop.media.protocol import Refusal, RefusedFileError

_SHORT_HEADER = struct.Struct(">I4s")
_LONG_SIZE = struct.Struct(">Q")
_MOST_BOXES = 20_000
_CONTENT = frozenset({b"ftyp", b"moov", b"mdat", b"moof"})
# FFmpeg opens HEIF and AVIF pictures with the same demuxer; a picture is not a video.
_PICTURE_BRANDS = frozenset({b"avif", b"avis", b"heic", b"heix", b"mif1", b"msf1", b"crx "})


def container_of(path: Path) -> str:
    """ "mp4" or "mov", when the file starts like one and has its index and its whole content.

    The first frame of a cut file often still decodes, so the cut is looked for here. Raises
    RefusedFileError: UNREADABLE, CONTAINER or TRUNCATED.
    """
    try:
        status = path.stat()
        # Opening a pipe would wait for somebody to write to it.
        if not stat.S_ISREG(status.st_mode):
            raise RefusedFileError(Refusal.UNREADABLE)
        with path.open("rb") as file:
            return _checked(file, status.st_size)
    except OSError as error:
        raise RefusedFileError(Refusal.UNREADABLE) from error


def _checked(file: BinaryIO, file_size: int) -> str:
    start = file.read(12)
    brand = start[8:12]
    if start[4:8] != b"ftyp" or len(brand) < 4 or brand in _PICTURE_BRANDS:
        raise RefusedFileError(Refusal.CONTAINER)
    kinds = set()
    for kind, end in _outermost_boxes(file, file_size):
        if end > file_size and kind in _CONTENT:
            raise RefusedFileError(Refusal.TRUNCATED)
        kinds.add(kind)
    if not kinds >= {b"moov", b"mdat"}:
        raise RefusedFileError(Refusal.TRUNCATED)
    return "mov" if brand == b"qt  " else "mp4"


def _outermost_boxes(file: BinaryIO, file_size: int) -> Iterator[tuple[bytes, int]]:
    position = 0
    for _ in range(_MOST_BOXES):
        file.seek(position)
        header = file.read(_SHORT_HEADER.size)
        if len(header) < _SHORT_HEADER.size:
            return
        size, kind = _SHORT_HEADER.unpack(header)
        if size == 0:
            size = file_size - position
        elif size == 1:
            long_size = file.read(_LONG_SIZE.size)
            size = _LONG_SIZE.unpack(long_size)[0] if len(long_size) == 8 else file_size
        if size < _SHORT_HEADER.size:
            return
        position += size
        yield kind, position
        if position >= file_size:
            return
