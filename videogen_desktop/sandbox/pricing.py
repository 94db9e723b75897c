"""The price of a request, by the lines of its model's price list."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from videogen_desktop.sandbox.catalogue import Catalogue, JsonObject, Model, Price, files_in
from videogen_desktop.sandbox.records import Task

# What nobody was told before: the price list has no line for it.
UNLISTED = 45_00
USUAL_SECONDS = 5.0
LONGEST_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a request may speak of: earlier tasks, and files that were uploaded.

    Attributes:
        task: A task by its id; None where there is none.
        file: The file behind an address; None for one of another host.
    """

    task: Callable[[str], Task | None]
    file: Callable[[str], Path | None]


NOWHERE = Surroundings(lambda _id: None, lambda _url: None)


def price_of(
    model: Model, filled: JsonObject, models: Catalogue, surroundings: Surroundings = NOWHERE
) -> int:
    """Hundredths of a credit: the line that says most about this input, which has its defaults."""
    fitting = [
        price
        for price in model.prices
        if all(
            _is_same(_asked(model, filled, name, models, surroundings), wanted)
            for name, wanted in price.options.items()
        )
    ]
    if not fitting:
        return UNLISTED
    price = max(fitting, key=lambda one: len(one.options))
    seconds = _paid_seconds(model, filled, price, surroundings) if price.per_second else 1
    slot, free, each = price.extra
    return round(price.amount * seconds) + max(0, len(files_in(model, slot, filled)) - free) * each


def seconds_of_clip(model: Model, filled: JsonObject, surroundings: Surroundings) -> float:
    """How long the video will be: as asked, as long as what goes in, or as long as it likes."""
    asked = str(model.asked("duration", filled) or "").removesuffix("s")
    if asked.isdecimal() and int(asked):
        return min(float(asked), LONGEST_SECONDS)
    for slot in ("source", "source_sound"):
        for url in files_in(model, slot, filled):
            return min(seconds_of_file(url, surroundings), LONGEST_SECONDS)
    return USUAL_SECONDS


def seconds_of_file(url: str, surroundings: Surroundings) -> float:
    """The length of an uploaded video or sound; a usual one where it cannot be told."""
    path = surroundings.file(url)
    if path is None:
        return USUAL_SECONDS
    # Takes 0.3 s to import: only who sends a video or a sound pays for it.
    import av

    try:
        with av.open(str(path)) as container:
            return round((container.duration or 0) / 1_000_000, 3) or USUAL_SECONDS
    except (av.FFmpegError, OSError):
        return USUAL_SECONDS


def _paid_seconds(
    model: Model, filled: JsonObject, price: Price, surroundings: Surroundings
) -> float:
    total = 0.0
    for name in price.seconds_of:
        if name == "duration":
            total += seconds_of_clip(model, filled, surroundings)
        else:
            urls = files_in(model, name, filled)
            total += sum(seconds_of_file(url, surroundings) for url in urls)
    return total or USUAL_SECONDS


def _asked(
    model: Model, filled: JsonObject, name: str, models: Catalogue, surroundings: Surroundings
) -> object:
    if name == "video_input":
        videos = [slot.name for slot in model.slots if slot.kind == "video"]
        return any(files_in(model, slot, filled) for slot in videos)
    if name.startswith("parent_"):
        task = surroundings.task(str(filled.get(model.parent, "")))
        parent = models.get(task.model) if task is not None else None
        if task is None or parent is None:
            return None
        return parent.asked(name.removeprefix("parent_"), parent.filled(task.asked))
    return model.asked(name, filled)


def _is_same(value: object, wanted: object) -> bool:
    if isinstance(wanted, list):
        return any(_is_same(value, one) for one in wanted)
    if isinstance(wanted, bool):
        return bool(value) == wanted
    return value is not None and str(value) == str(wanted)
