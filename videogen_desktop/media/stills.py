"""The stills of a clip: its poster and its contact strip. Runs in the helper process."""

import math
import os
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import av
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace
from PIL import Image, ImageStat

from videogen_desktop import held_files
from videogen_desktop.domain.clip import strip_columns
from videogen_desktop.media.clip_file import ClipFile, display_size, open_clip, orientation_of
from videogen_desktop.media.protocol import Refusal, RefusedFileError

_HIGHEST_SD = 576
# AVCOL_SPC_UNSPECIFIED (libavutil/pixfmt.h), which PyAV has no name for.
_UNSPECIFIED = 2
_POSTER_QUALITY = 85
# Clips fade in from black and out to it: the first of these places that is not dark is taken.
_PLACES = (Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), 0)
_DARK_LUMA = 20
# Decoding from a key frame to a place is bounded by pixels, since their number is what costs:
# 650 pictures of 720p, 72 of 4K.
_POSTER_PIXELS = 600_000_000
_STRIP_QUALITY = 75
# As for a poster, the number of decoded pixels is what costs: 870 pictures of 720p, 96 of 4K.
_STRIP_PIXELS = 800_000_000


def make_poster(path: Path, destination: Path, longest_side: int) -> None:
    """Write a JPEG of at most `longest_side` pixels to `destination`, whole or not at all.

    Its folder must exist. Never larger than the clip. Raises RefusedFileError, or OSError when
    the destination cannot be written.
    """
    with open_clip(path) as clip:
        picture = _representative(clip, longest_side)
    write_jpeg(picture, destination, _POSTER_QUALITY)


def make_strip(path: Path, destination: Path, frames: int, longest_side: int) -> None:
    """Write a JPEG of `frames` pictures, row by row in a grid that is as wide as it is high.

    Each is at most `longest_side` pixels and never larger than the clip's own. A place that is
    not decoded within the budget, or has no picture, repeats the one before it. The folder of
    `destination` must exist; it is written whole or not at all. Raises RefusedFileError, or
    OSError when it cannot be written.
    """
    with open_clip(path) as clip:
        grid = _grid(clip, frames, longest_side)
    write_jpeg(grid, destination, _STRIP_QUALITY)


def upright(clip: ClipFile, frame: VideoFrame, longest_side: int) -> Image.Image:
    """The frame as a player shows it, at most `longest_side` pixels and never enlarged.

    Raises RefusedFileError(TOO_LARGE).
    """
    width, height = display_size(clip.stream, frame)
    scale = min(Fraction(1), Fraction(longest_side, max(width, height)))
    orientation = orientation_of(frame)
    if orientation.swaps_sides:
        width, height = height, width
    size = {"width": max(1, round(width * scale)), "height": max(1, round(height * scale))}
    picture: Image.Image = frame.to_image(  # type: ignore[no-untyped-call]
        **size, src_colorspace=_matrix_of(frame), interpolation="AREA", threads=1
    )
    return orientation.upright(picture)


def _matrix_of(frame: VideoFrame) -> int | None:
    """How its colours are to be read, None for as it says. FFmpeg takes a large one that says
    nothing for SD, players (Qt's too) for HD: reds and greens differ by 15 of 255."""
    is_silent = frame.colorspace == _UNSPECIFIED
    return Colorspace.ITU709 if is_silent and frame.height > _HIGHEST_SD else None


def write_jpeg(picture: Image.Image, destination: Path, quality: int) -> None:
    """Write to `destination`, whole or not at all. Raises OSError."""
    part = destination.with_name(f"{destination.name}.part")
    try:
        with part.open("wb") as file:
            picture.save(file, "JPEG", quality=quality)
            file.flush()
            os.fsync(file.fileno())
        held_files.replace(part, destination)
    finally:
        held_files.remove(part)


def frame_shown_at(clip: ClipFile, offset_ms: int) -> VideoFrame:
    """The picture that a player shows at that time; the last one behind the end.

    Raises RefusedFileError(NO_FRAME) where nothing decodes.
    """
    # A player tells whole milliseconds: 41 of a picture that begins at 41.7.
    shown_until = clip.start_seconds() + (offset_ms + 1) / 1000
    shown = None
    for frame in _from_key_frame(clip, offset_ms):
        if shown is not None and frame.pts is not None and frame.time >= shown_until:
            break
        shown = frame
    if shown is None:
        raise RefusedFileError(Refusal.NO_FRAME)
    return shown


def last_frame(clip: ClipFile) -> VideoFrame:
    """The last picture that decodes, of all to the end. Raises RefusedFileError(NO_FRAME)."""
    last = None
    # From the last key frame; where nothing comes of that, from the beginning.
    for offset_ms in (clip.duration_ms(), 0):
        for frame in _from_key_frame(clip, offset_ms):
            last = frame
        if last is not None:
            return last
    raise RefusedFileError(Refusal.NO_FRAME)


def _from_key_frame(clip: ClipFile, offset_ms: int) -> Iterator[VideoFrame]:
    with suppress(av.FFmpegError):
        clip.seek_ms(offset_ms)
    # What comes before a spoiled place is good.
    with suppress(av.FFmpegError, RefusedFileError):
        yield from clip.frames()


def _representative(clip: ClipFile, longest_side: int) -> Image.Image:
    brightest: tuple[float, Image.Image] | None = None
    for frame in _candidates(clip):
        picture = upright(clip, frame, longest_side)
        luma = ImageStat.Stat(picture.convert("L")).mean[0]
        if luma > _DARK_LUMA:
            return picture
        if brightest is None or luma > brightest[0]:
            brightest = (luma, picture)
    if brightest is None:
        raise RefusedFileError(Refusal.NO_FRAME)
    return brightest[1]


def _candidates(clip: ClipFile) -> Iterator[VideoFrame]:
    budget = _POSTER_PIXELS
    duration_ms = clip.duration_ms()
    for place in _PLACES if duration_ms else (0,):
        frame = None
        for frame in _frames_up_to(clip, int(duration_ms * place)):
            budget -= frame.width * frame.height
            if budget <= 0:
                break
        if frame is not None:
            yield frame
        if budget <= 0:
            return


def _frames_up_to(clip: ClipFile, offset_ms: int) -> Iterator[VideoFrame]:
    """From the key frame before `offset_ms` to the picture shown then; what decodes of it."""
    shown_at = clip.start_seconds() + offset_ms / 1000
    # Without a usable index this place is looked for from where the last one was.
    with suppress(av.FFmpegError):
        clip.seek_ms(offset_ms)
    with suppress(av.FFmpegError, RefusedFileError):
        for frame in clip.frames():
            yield frame
            if frame.pts is None or frame.time >= shown_at:
                return


def _grid(clip: ClipFile, count: int, longest_side: int) -> Image.Image:
    columns = strip_columns(count)
    grid = cell = shown = None
    for number, frame in enumerate(_spread(clip, count)):
        if cell is None or frame is not shown:
            cell, shown = upright(clip, frame, longest_side), frame
        if grid is None:
            width, height = cell.size
            grid = Image.new("RGB", (columns * width, math.ceil(count / columns) * height))
        if cell.size != (width, height):
            # The stream changes its size half way.
            cell = cell.resize((width, height))
        row, column = divmod(number, columns)
        grid.paste(cell, (column * width, row * height))
    if grid is None:
        raise RefusedFileError(Refusal.NO_FRAME)
    return grid


def _spread(clip: ClipFile, count: int) -> Iterator[VideoFrame]:
    """`count` frames at the middles of equal parts of the clip; none when nothing decodes."""
    walk = _Walk(clip)
    for number in range(count):
        seconds = clip.duration_ms() * (2 * number + 1) / (2000 * count)
        walk.go_to(clip.start_seconds() + seconds, walk.pixels_left // (count - number))
        if walk.frame is not None:
            yield walk.frame


class _Walk:
    """Through a clip from beginning to end, over what a key frame lets it skip.

    `frame` is the picture shown where the walk is; None until one decodes.
    """

    def __init__(self, clip: ClipFile) -> None:
        self._clip = clip
        self._frames = clip.frames()
        self._next: VideoFrame | None = None
        self.frame: VideoFrame | None = None
        self.pixels_left = _STRIP_PIXELS

    def go_to(self, seconds: float, pixels: int) -> None:
        """Decode to the picture shown at `seconds`, or until `pixels` are spent."""
        self._skip_to(seconds)
        while pixels > 0 and (self._next is None or _time(self._next) <= seconds):
            self.frame = self._next or self.frame
            self._next = self._decoded()
            if self._next is None:
                return
            pixels -= self._next.width * self._next.height
            self.pixels_left -= self._next.width * self._next.height
        self.frame = self.frame or self._next

    def _decoded(self) -> VideoFrame | None:
        with suppress(av.FFmpegError, RefusedFileError):
            return next(self._frames, None)
        return None

    def _skip_to(self, seconds: float) -> None:
        stream, start = self._clip.stream, self._clip.start_seconds()
        if stream.time_base is None:
            return
        here = start if self._next is None else _time(self._next)
        entries = stream.index_entries
        entry = entries.search_timestamp(int(seconds / stream.time_base))
        # Decoding on is cheaper than going back to a key frame that is behind already.
        if entry >= 0 and entries[entry].timestamp * stream.time_base > here:
            with suppress(av.FFmpegError):
                self._clip.seek_ms(int((seconds - start) * 1000))
                self._frames, self._next = self._clip.frames(), None


def _time(frame: VideoFrame) -> float:
    # Without a time stamp it is taken to be where it was decoded.
    return -math.inf if frame.pts is None else frame.time
