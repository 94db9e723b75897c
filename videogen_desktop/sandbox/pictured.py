"""Scenes made of what was uploaded: a picture that moves, one that turns into another, pictures
side by side, and a video shown again.
"""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
from PIL import Image

from videogen_desktop.sandbox.clip_plan import ClipPlan, Sides
from videogen_desktop.sandbox.lettering import Lettering
from videogen_desktop.sandbox.scene import sandbox_mark

# How far a picture comes closer in the course of a clip.
_ZOOM = 0.12
_GAP_SHARE = 1 / 60
_BETWEEN = (24, 24, 28)
_MARK_BRIGHTNESS = (235, 235, 235)


class PictureScene:
    """A picture that comes closer; with a last one it turns into that."""

    def __init__(
        self, first: Image.Image, last: Image.Image | None, plan: ClipPlan, font_path: Path
    ) -> None:
        self._first = covering(first, plan.sides)
        self._last = None if last is None else covering(last, plan.sides)
        self._seconds = plan.seconds
        self._mark = _Mark(plan.sides, font_path)

    def frame(self, seconds: float, is_last: bool = False) -> Image.Image:
        """The picture at a moment of the clip; the last frame is the last picture as it is."""
        share = 1.0 if is_last else seconds / self._seconds
        if self._last is None:
            return self._mark.on(_closer(self._first, share * _ZOOM))
        leaving = _closer(self._first, share * _ZOOM)
        coming = _closer(self._last, (1 - share) * _ZOOM)
        return self._mark.on(Image.blend(leaving, coming, share * share * (3 - 2 * share)))


class VideoScene:
    """A video shown again, from its beginning when it is shorter than the clip."""

    def __init__(self, video: Path, plan: ClipPlan, font_path: Path) -> None:
        self._sides = plan.sides
        self._frames = _frames(video)
        self._shown = next(self._frames, None)
        self._following = next(self._frames, None)
        self._mark = _Mark(plan.sides, font_path)

    def frame(self, seconds: float, is_last: bool = False) -> Image.Image:
        """The picture at a moment of the clip; moments come in their order."""
        del is_last
        while self._following is not None and self._following[0] <= seconds:
            self._shown, self._following = self._following, next(self._frames, None)
        if self._shown is None:
            return self._mark.on(Image.new("RGB", self._sides, _BETWEEN))
        return self._mark.on(covering(self._shown[1], self._sides))


def scene_of(plan: ClipPlan, font_path: Path) -> PictureScene | VideoScene | None:
    """What a plan with files shows; None where it has none that can be read."""
    if plan.like is not None:
        return VideoScene(plan.like, plan, font_path)
    first = last_frame(plan.follows) if plan.follows else _picture(plan.first)
    last = _picture(plan.last)
    pictures = [one for one in map(_picture, plan.references) if one is not None]
    if first is None and pictures:
        first = side_by_side(pictures, plan.sides)
    if first is None:
        first, last = last, None
    return None if first is None else PictureScene(first, last, plan, font_path)


def size_of(path: Path) -> Sides:
    """Width and height of a picture or a video; (0, 0) for what is neither."""
    try:
        with av.open(str(path)) as container:
            video = next(iter(container.streams.video), None)
            return (0, 0) if video is None else (video.width, video.height)
    except (av.FFmpegError, OSError):
        return (0, 0)


def last_frame(video: Path) -> Image.Image | None:
    """The last frame of a video; None where it has none."""
    shown = None
    for _, frame in _frames(video):
        shown = frame
    return shown


def covering(picture: Image.Image, sides: Sides) -> Image.Image:
    """The middle of a picture, as large as the clip."""
    scale = max(sides[0] / picture.width, sides[1] / picture.height)
    width, height = sides[0] / scale, sides[1] / scale
    left, top = max(0.0, (picture.width - width) / 2), max(0.0, (picture.height - height) / 2)
    right, bottom = min(left + width, picture.width), min(top + height, picture.height)
    return picture.resize(sides, Image.Resampling.BILINEAR, (left, top, right, bottom))


def side_by_side(pictures: list[Image.Image], sides: Sides) -> Image.Image:
    """All pictures in one, in columns and as few rows as they need."""
    columns = len(pictures) if len(pictures) < 4 else math.ceil(math.sqrt(len(pictures)))
    rows = math.ceil(len(pictures) / columns)
    gap = max(2, round(min(sides) * _GAP_SHARE))
    width, height = (
        (sides[0] - gap * (columns + 1)) // columns,
        (sides[1] - gap * (rows + 1)) // rows,
    )
    wall = Image.new("RGB", sides, _BETWEEN)
    for index, picture in enumerate(pictures):
        row, column = divmod(index, columns)
        place = (gap + column * (width + gap), gap + row * (height + gap))
        wall.paste(covering(picture, (width, height)), place)
    return wall


def _closer(picture: Image.Image, share: float) -> Image.Image:
    if not share:
        return picture.copy()
    width, height = picture.size
    cut = share / 2 / (1 + share)
    box = (width * cut, height * cut, width * (1 - cut), height * (1 - cut))
    return picture.resize(picture.size, Image.Resampling.BILINEAR, box)


def _picture(path: Path | None) -> Image.Image | None:
    if path is None:
        return None
    try:
        with Image.open(path) as picture:
            return picture.convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def _frames(video: Path) -> Iterator[tuple[float, Image.Image]]:
    try:
        with av.open(str(video)) as container:
            for frame in container.decode(video=0):
                picture: Any = frame
                yield frame.time or 0.0, picture.to_image()
    except (av.FFmpegError, OSError, IndexError):
        return


class _Mark:
    """The sandbox's mark in the corner, so that nobody takes the clip for the real thing."""

    def __init__(self, sides: Sides, font_path: Path) -> None:
        unit = min(sides) / 720
        self._mask = sandbox_mark(Lettering(font_path), unit)

    def on(self, picture: Image.Image) -> Image.Image:
        picture.paste(_MARK_BRIGHTNESS, (0, 0), self._mask)
        return picture
