"""The rules between a model's fields, in the words of Kie's pages.

Read from Kie's own spelling (``{"exclusive": [["first_frame_url"], ["image_urls"]]}``) and written
without a look at how the program checks the same before it sends.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from videogen_desktop.sandbox.catalogue import Catalogue, JsonObject, Model, files_in, is_blank
from videogen_desktop.sandbox.pricing import Surroundings, seconds_of_clip, seconds_of_file

_IMAGES = "image_urls"
_COUNTS: Mapping[str, Callable[[int], bool]] = {
    "more than one image": lambda count: count > 1,
    "exactly one image": lambda n: n == 1,
}
_VIDEO_NAMES = (".mp4", ".mov")
_PARENT_FIELDS = ("task_id", "taskId")


class BrokenRuleError(Exception):
    """A request that no field forbids and its fields together do. ``code`` is Kie's."""

    def __init__(self, message: str, code: int = 422) -> None:
        super().__init__(message, code)
        self.message = message
        self.code = code


def check_rules(
    model: Model, given: JsonObject, models: Catalogue, surroundings: Surroundings
) -> None:
    """Check an input whose fields are fine by themselves. Raises BrokenRuleError."""
    asked = _Asked(model, given, models, surroundings)
    for rule in model.rules:
        for word, said in rule.items():
            for message in _broken(asked, word, said, rule):
                raise BrokenRuleError(message, 500 if message.endswith(" is required") else 422)
    parent = next((str(given[name]) for name in _PARENT_FIELDS if given.get(name)), "")
    if parent and surroundings.task(parent) is None:
        raise BrokenRuleError("The task to continue does not exist")


def _broken(asked: "_Asked", word: str, said: Any, rule: JsonObject) -> Iterator[str]:
    match word:
        case "exclusive" | "needs" | "needs_unless" | "needs_any_of" | "at_least_one":
            yield from _presence(asked, word, said)
        case "forbid" | "forbid_with" | "not_both_true":
            yield from _combination(asked, word, said)
        case "slots" | "frames" | "max_items":
            yield from _amounts(asked, word, said)
        case "sum_max_items" | "sum_max_s":
            yield from _sums(asked, word, said)
        case "element":
            yield from _elements(asked)
        case "when":
            if all(asked.value(name) == value for name, value in said.items()):
                yield from _then(asked, rule["then"])
        case "parent_not":
            for role, values in said.items():
                if asked.of_parent(role) in values:
                    yield f"A video of {role} {' or '.join(values)} cannot be continued"
        case "then" | "ignored_with" | "applies_only":
            # The first belongs to "when"; the others refuse nothing.
            return
        case _:
            raise ValueError(f"no rule is known as {word}")


def _presence(asked: "_Asked", word: str, said: Any) -> Iterator[str]:
    match word:
        case "exclusive":
            groups = [[name for name in group if asked.has(name)] for group in said]
            there = [group[0] for group in groups if group]
            if len(there) > 1:
                yield f"{' and '.join(there)} cannot be used together"
        case "needs":
            yield from (
                f"{needed} is required"
                for name, needed in said.items()
                if asked.has(name) and not asked.has(needed)
            )
        case "needs_unless":
            yield from (
                f"{needed} is required"
                for needed, other in said.items()
                if not asked.has(other) and not asked.has(needed)
            )
        case "needs_any_of":
            # Without a picture, a video or a sound it is made of words alone.
            if not any(asked.has(slot.wire) for slot in asked.model.slots):
                for names in said.values():
                    if not any(map(asked.has, names)):
                        yield f"{names[0]} is required"
        case "at_least_one":
            if not any(map(asked.has, said)):
                yield f"At least one of {', '.join(said)} must be given"


def _combination(asked: "_Asked", word: str, said: Any) -> Iterator[str]:
    match word:
        case "forbid":
            if all(asked.value(name) == value for name, value in said.items()):
                pairs = " with ".join(f"{name} {value}" for name, value in said.items())
                yield f"{pairs} is not supported"
        case "forbid_with":
            for name, other in said.items():
                if asked.has(name) and asked.holds(other):
                    yield f"{name} is not supported with {other}"
        case "not_both_true":
            if all(asked.value(name) is True for name in said):
                yield f"{' and '.join(said)} cannot both be true"


def _amounts(asked: "_Asked", word: str, said: Any) -> Iterator[str]:
    match word:
        case "slots":
            weights = {name: one for name, one in said.items() if name != "max"}
            if sum(asked.count(name) * one for name, one in weights.items()) > said["max"]:
                yield f"{', '.join(weights)} have more than {said['max']} places together"
        case "frames":
            for name, wires in said.items():
                field = name if "=" not in name else _IMAGES
                if (field == name or asked.has(name)) and asked.count(field) > len(wires):
                    yield f"{field} must have at most {len(wires)} items"
        case "max_items":
            for name, most in said.items():
                if asked.count(name) > most:
                    yield f"{name} must have at most {most} items"


def _sums(asked: "_Asked", word: str, said: Any) -> Iterator[str]:
    *names, most = said
    match word:
        case "sum_max_items":
            if sum(map(asked.count, names)) > most:
                yield f"{' and '.join(names)} must have at most {most} items together"
        case "sum_max_s":
            if asked.has(names[0]) and sum(map(asked.seconds, names)) > most:
                yield f"{' and '.join(names)} must be at most {most} seconds together"


def _elements(asked: "_Asked") -> Iterator[str]:
    elements = asked.given.get("kling_elements")
    for element in elements if isinstance(elements, list) else ():
        pictures = element.get("element_input_urls", ())
        is_video = len(pictures) == 1 and str(pictures[0]).endswith(_VIDEO_NAMES)
        if not (2 <= len(pictures) <= 4 or is_video):
            yield "element_input_urls must have 2 to 4 pictures or one video"
        if len(element.get("element_input_audio_urls", ())) > 1:
            yield "element_input_audio_urls must have at most 1 items"


def _then(asked: "_Asked", then: Any) -> Iterator[str]:
    for name, allowed in then.items():
        if name == "max_video_s":
            if asked.source_seconds() > allowed:
                yield f"The video must be at most {allowed} seconds"
        elif asked.value(name) is not None and asked.value(name) not in allowed:
            yield f"{name} is not within the range of allowed options"


class _Asked:
    """An input as the rules look at it; ``given`` is what was sent."""

    def __init__(
        self, model: Model, given: JsonObject, models: Catalogue, surroundings: Surroundings
    ) -> None:
        self.model = model
        self.given = given
        self._filled = model.filled(given)
        self._models = models
        self._surroundings = surroundings

    def value(self, name: str) -> object:
        return self._filled.get(name)

    def has(self, name: str) -> bool:
        """Whether a field was sent with something in it; ``name=value``: whether it is that."""
        field, is_value, wanted = name.partition("=")
        if is_value:
            value = self._filled.get(field)
            return (str(value).lower() if isinstance(value, bool) else value) == wanted
        value = self.given.get(name)
        return not is_blank(value) and value not in ([], {})

    def holds(self, condition: str | Mapping[str, object]) -> bool:
        """Whether these values were chosen, or so many pictures as the words say."""
        if isinstance(condition, str):
            return _COUNTS[condition](self.count(_IMAGES))
        return all(self.value(name) == value for name, value in condition.items())

    def count(self, name: str) -> int:
        value = self.given.get(name)
        return len(value) if isinstance(value, list) else int(self.has(name))

    def seconds(self, name: str) -> float:
        if name == self.model.wires.get("duration"):
            return seconds_of_clip(self.model, self._filled, self._surroundings)
        urls: Sequence[object] = value if isinstance(value := self.value(name), list) else ()
        return sum(seconds_of_file(str(url), self._surroundings) for url in urls)

    def source_seconds(self) -> float:
        urls = files_in(self.model, "source", self._filled)
        return sum(seconds_of_file(url, self._surroundings) for url in urls)

    def of_parent(self, role: str) -> object:
        task = self._surroundings.task(str(self.given.get(self.model.parent, "")))
        parent = self._models.get(task.model) if task is not None else None
        if task is None or parent is None:
            return None
        return parent.asked(role, parent.filled(task.asked))
