"""The strip job: frames spread over the whole clip, in one picture. Runs in the helper process."""

import math
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import av
from av.video.frame import VideoFrame
from PIL import Image

from videogen_desktop.domain.clip import strip_columns
from videogen_desktop.media.clip_file import ClipFile, open_clip
from videogen_desktop.media.picture import upright, write_jpeg
from videogen_desktop.media.protocol import Refusal, RefusedFileError

_JPEG_QUALITY = 75
# As for a poster, the number of decoded pixels is what costs: 870 pictures of 720p, 96 of 4K.
_PIXEL_BUDGET = 800_000_000


def make_strip(path: Path, destination: Path, frames: int, longest_side: int) -> None:
    """Write a JPEG of `frames` pictures, row by row in a grid that is as wide as it is high.

    Each is at most `longest_side` pixels and never larger than the clip's own. A place that is
    not decoded within the budget, or has no picture, repeats the one before it. The folder of
    `destination` must exist; it is written whole or not at all. Raises RefusedFileError, or
    OSError when it cannot be written.
    """
    with open_clip(path) as clip:
        grid = _grid(clip, frames, longest_side)
    write_jpeg(grid, destination, _JPEG_QUALITY)


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
        self.pixels_left = _PIXEL_BUDGET

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
