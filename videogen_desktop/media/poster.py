"""The poster job: one picture that stands for the clip. Runs in the helper process."""

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import av
from av.video.frame import VideoFrame
from PIL import Image, ImageStat

from videogen_desktop.media.clip_file import ClipFile, open_clip
from videogen_desktop.media.picture import upright, write_jpeg
from videogen_desktop.media.protocol import Refusal, RefusedFileError

_JPEG_QUALITY = 85
# Clips fade in from black and out to it: the first of these places that is not dark is taken.
_PLACES = (Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), 0)
_DARK_LUMA = 20
# Decoding from a key frame to a place is bounded by pixels, since their number is what costs:
# 650 pictures of 720p, 72 of 4K.
_PIXEL_BUDGET = 600_000_000


def make_poster(path: Path, destination: Path, longest_side: int) -> None:
    """Write a JPEG of at most `longest_side` pixels to `destination`, whole or not at all.

    Its folder must exist. Never larger than the clip. Raises RefusedFileError, or OSError when
    the destination cannot be written.
    """
    with open_clip(path) as clip:
        picture = _representative(clip, longest_side)
    write_jpeg(picture, destination, _JPEG_QUALITY)


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
    budget = _PIXEL_BUDGET
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
