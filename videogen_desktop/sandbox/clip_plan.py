"""The look of a task's clip: what was asked for, as sizes, seconds, sound and files."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from videogen_desktop.sandbox.catalogue import Catalogue, JsonObject, Model, files_in
from videogen_desktop.sandbox.pricing import Surroundings, seconds_of_clip
from videogen_desktop.sandbox.records import Shape, Task
from videogen_desktop.sandbox.settings import ClipSize

Sides = tuple[int, int]
SizeOf = Callable[[Path], Sides]
_USUAL_SECONDS = 5
# A small clip has a fifth of the length.
_SMALL_SHARE = 5
_SMALL_SIDE = 180
_USUAL_SIDE = 720
_LARGEST_SIDE = 2160
_USUAL_TIMES = 2.0
_NAMED_SIDES: Mapping[str, int] = {"std": 720, "pro": 1080, "2k": 1440, "4k": 2160}
_SIDE = re.compile(r"(\d{3,4})p|\b([24]k)\b", re.IGNORECASE)
_NAMED_RATIOS: Mapping[str, float] = {"landscape": 16 / 9, "portrait": 9 / 16, "square": 1.0}
_RATIO = re.compile(r"(\d+):(\d+)")
_USUAL_RATIO = 16 / 9
_WIDEST = 21 / 9


@dataclass(frozen=True, slots=True)
class ClipPlan:
    """One clip to draw.

    Attributes:
        sides: Width and height, even numbers of pixels.
        seconds: Its length.
        sound: Whether it has an audio track.
        follows: A video whose last frame it begins with.
        first: The picture that it begins with.
        last: The picture that the first one turns into.
        references: Pictures that are shown side by side.
        like: A video that is shown again.
    """

    prompt: str
    sides: Sides
    seconds: int
    sound: bool = True
    follows: Path | None = None
    first: Path | None = None
    last: Path | None = None
    references: tuple[Path, ...] = ()
    like: Path | None = None


def usual_plan(prompt: str, shape: Shape, size: ClipSize) -> ClipPlan:
    """A clip of 5 s (small: 1 s) that was asked for in words alone."""
    short = _SMALL_SIDE if size == "small" else _USUAL_SIDE
    return ClipPlan(prompt, sides_of(short, _NAMED_RATIOS[shape]), _length(_USUAL_SECONDS, size))


def clip_plan(
    task: Task,
    models: Catalogue,
    surroundings: Surroundings,
    size: ClipSize,
    clip_of: Callable[[Task], Path],
    size_of: SizeOf,
) -> ClipPlan:
    """What the clip of a task shows.

    Args:
        task: May be of a model that is not offered any more.
        models: All models.
        surroundings: Earlier tasks and uploaded files.
        size: Whether clips stay small.
        clip_of: The clip of an earlier task.
        size_of: Width and height of a picture or a video; (0, 0) for what is neither.
    """
    model = models.get(task.model)
    if model is None:
        return usual_plan(task.prompt, task.shape, size)
    filled = model.filled(task.asked)

    def files(slot: str) -> list[Path]:
        paths = (surroundings.file(url) for url in files_in(model, slot, filled))
        return [path for path in paths if path is not None and size_of(path)[0]]

    follows = like = None
    parent = surroundings.task(str(filled.get(model.parent, ""))) if model.parent else None
    earlier = [clip_of(parent)] if parent is not None else files("source")
    if earlier and "extend" in model.kinds:
        follows = earlier[0]
    elif earlier:
        like = earlier[0]
    first = [*files("first_frame"), *files("portrait")]
    references = tuple(files("reference"))
    shown = [one for one in (follows, like, *first, *references) if one is not None]
    return ClipPlan(
        prompt=task.prompt,
        sides=_asked_sides(model, filled, size, [size_of(one) for one in shown]),
        seconds=_length(seconds_of_clip(model, filled, surroundings), size),
        sound=model.asked("audio", filled) is not False,
        follows=follows,
        first=next(iter(first), None),
        last=next(iter(files("last_frame")), None),
        references=references,
        like=like,
    )


def shape_of(model: Model, filled: JsonObject) -> Shape:
    """The nearest of three shapes to what an input asks for."""
    ratio = _ratio_in(model.asked("aspect_ratio", filled)) or _USUAL_RATIO
    if ratio == 1:
        return "square"
    return "landscape" if ratio > 1 else "portrait"


def sides_of(short: int, ratio: float) -> Sides:
    """Width and height whose shorter one is ``short``, even numbers."""
    ratio = min(max(ratio, 1 / _WIDEST), _WIDEST)
    width, height = (short * ratio, short) if ratio >= 1 else (short, short / ratio)
    return _even(width), _even(height)


def _asked_sides(model: Model, filled: JsonObject, size: ClipSize, shown: list[Sides]) -> Sides:
    width, height = shown[0] if shown else (0, 0)
    ratio = _ratio_in(model.asked("aspect_ratio", filled))
    if ratio is None:
        ratio = width / height if height else _USUAL_RATIO
    is_upscale = "upscale" in model.kinds
    short = _side_in(model.asked("resolution", filled), model.asked("quality", filled))
    if is_upscale:
        factor = str(model.asked("upscale_factor", filled) or _USUAL_TIMES)
        short = _side_in(model.name) or round(min(width, height) * float(factor))
    if size == "small":
        short = 2 * _SMALL_SIDE if is_upscale else _SMALL_SIDE
    return sides_of(min(short or _USUAL_SIDE, _LARGEST_SIDE), ratio)


def _ratio_in(value: object) -> float | None:
    named = _NAMED_RATIOS.get(str(value))
    found = _RATIO.fullmatch(str(value))
    return int(found[1]) / int(found[2]) if found and int(found[2]) else named


def _side_in(*values: object) -> int | None:
    for value in values:
        text = str(value).lower()
        found = _SIDE.search(text)
        if found:
            return int(found[1]) if found[1] else _NAMED_SIDES[found[2]]
        if text in _NAMED_SIDES:
            return _NAMED_SIDES[text]
    return None


def _length(seconds: float, size: ClipSize) -> int:
    share = _SMALL_SHARE if size == "small" else 1
    return max(1, round(seconds) // share)


def _even(length: float) -> int:
    return round(length / 2) * 2
