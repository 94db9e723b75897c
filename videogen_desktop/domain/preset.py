"""A style: words and choices that a request takes on, visibly, before it is checked and priced."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from videogen_desktop.domain.errors import OptionValueError, UnknownPresetError
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.parameter import ASPECT_RATIO
from videogen_desktop.domain.request import (
    Options,
    OptionValue,
    VideoRequest,
    request_of_object,
)
from videogen_desktop.domain.text import beginning, folded

FILE = "presets.json"
LONGEST_NAME = 60
# A fifth of what the shortest model reads: the description itself has to have room.
LONGEST_FRAGMENT = 500
# The words stand in a paragraph of their own, which is how they are found again.
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Preset:
    """One style. `names` are by language ("vi", "en"), or one under "" that its owner gave it.

    `request` is what it brings: its prompt is the fragment, its options are by role, and it has no
    model. `colours` are two of what it looks like, or none.
    """

    id: str
    names: Mapping[str, str] = field(hash=False)
    request: VideoRequest
    colours: tuple[str, ...] = ()
    is_own: bool = False

    @property
    def fragment(self) -> str:
        """The words that stand after the description, as the model reads them."""
        return self.request.prompt

    def name(self, language: str) -> str:
        """In this language, else in whichever it has."""
        return self.names.get(language) or next(iter(self.names.values()), "")

    def styled(self, prompt: str) -> str:
        """The description with the style's words after it; once, however often it is asked for."""
        return joined(self.plain(prompt), self.fragment)

    def plain(self, prompt: str) -> str:
        """The description without the style's words, where they still stand at its end."""
        return without(prompt, self.fragment)

    def options_for(self, model: VideoModel) -> Options:
        """Of the style's choices those that the model has; nothing of the model's own."""
        taken: dict[str, OptionValue] = {}
        for role, value in self.request.options.items():
            parameter = model.parameter(role)
            if parameter is None:
                continue
            shape = parameter.closest(str(value)) if role == ASPECT_RATIO else None
            with suppress(OptionValueError):
                taken[role] = parameter.checked(shape or value)
        return MappingProxyType(taken)

    def applied(self, request: VideoRequest, model: VideoModel) -> VideoRequest:
        """The request in this style: what it says itself counts more than what the style brings.

        An empty description stays empty: a style alone is no video that anybody asked for.
        """
        options = {**self.options_for(model), **request.options}
        prompt = self.styled(request.prompt) if request.prompt.strip() else request.prompt
        return replace(request, prompt=prompt, options=MappingProxyType(options))


def joined(prompt: str, fragment: str) -> str:
    """The description and a style's words, in a paragraph each."""
    return f"{prompt.rstrip()}{_BETWEEN}{fragment}" if fragment else prompt


def without(prompt: str, fragment: str) -> str:
    """The description without these words at its end, or as it is."""
    ending = f"{_BETWEEN}{fragment}"
    return prompt.removesuffix(ending) if fragment and prompt.endswith(ending) else prompt


def recognised(prompt: str, presets: Iterable[Preset]) -> Preset | None:
    """The style whose words stand at the end of a description that was written before."""
    ended = [one for one in presets if one.fragment and one.plain(prompt) != prompt]
    return max(ended, key=lambda one: len(one.fragment), default=None)


def preset_named(name: str, presets: Iterable[Preset]) -> Preset:
    """By its id or any of its names, whatever the case and the marks: "dien anh" is "Điện ảnh". An
    own one comes before one that ships. Raises UnknownPresetError.
    """
    wanted, known = _key(name), sorted(presets, key=lambda one: not one.is_own)
    for one in known:
        if wanted and wanted in (_key(one.id), *map(_key, one.names.values())):
            return one
    raise UnknownPresetError(name, tuple(one.name("en") for one in known))


def preset_name(text: str) -> str:
    """A name as it is kept: one line, at most 60 characters."""
    return beginning(" ".join(text.split()), LONGEST_NAME).rstrip()


def _key(name: str) -> str:
    return " ".join(folded(name).replace("-", " ").split())


def presets_of(text: str) -> tuple[Preset, ...]:
    """What the file that ships holds. Raises ValueError where it holds something else."""
    return tuple(_shipped(entry) for entry in json.loads(text)["presets"])


def _shipped(entry: Mapping[str, object]) -> Preset:
    names, colours = entry.get("names"), entry.get("colours")
    if not isinstance(names, dict) or not isinstance(colours, list):
        raise ValueError(entry)  # noqa: TRY004 - whatever is wrong with it is wrong with the file
    request = request_of_object({"prompt": entry.get("prompt"), "options": entry.get("options")})
    return Preset(str(entry["id"]), MappingProxyType(names), request, tuple(map(str, colours)))
