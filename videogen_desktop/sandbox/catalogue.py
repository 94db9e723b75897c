"""The models and prices: what the program declares of them, and what Kie takes beyond that.

The declarations are the files ``sandbox.json`` and ``kie.json`` of ``resources/models/``. What
stands here are facts of Kie's documentation of October 2026 and of the public price feed of June
2026.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

JsonObject = Mapping[str, object]
Shape = Literal["landscape", "portrait", "square"]
FILES = ("sandbox.json", "kie.json")
_PRICES_BEYOND: Mapping[str, tuple[tuple[JsonObject, int], ...]] = {
    "veo-3-1": tuple(
        ({"model": variant, "resolution": resolution}, credit * 100)
        for variant, prices in {
            "veo3_lite": {"720p": 30, "1080p": 35, "4k": 150},
            "veo3": {"720p": 250, "1080p": 255, "4k": 375},
        }.items()
        for resolution, credit in prices.items()
    ),
}


@dataclass(frozen=True, slots=True)
class Text:
    """A string field of at most ``longest`` characters."""

    name: str
    longest: int
    required: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A string field that takes one of a few values. ``"5"`` is not the number 5."""

    name: str
    values: tuple[str, ...]
    default: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """An integer field that takes one of a few values. A string of digits is refused."""

    name: str
    values: tuple[int, ...]
    default: int
    required: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """A boolean field."""

    name: str
    required: bool = False


Field = Text | Choice | WholeNumber | Flag


@dataclass(frozen=True, slots=True)
class Model:
    """One model of the catalogue.

    Attributes:
        fields: In the order in which missing ones are complained about.
        shape_field: The input field that names the aspect ratio.
        price: Hundredths of a credit for a checked input with its defaults filled in.
    """

    name: str
    fields: tuple[Field, ...]
    shape_field: str
    price: Callable[[JsonObject], int]


def shape_of(model: Model, filled: JsonObject) -> Shape:
    """The shape of the clip that this input asks for."""
    ratio = filled.get(model.shape_field)
    if ratio in {"portrait", "9:16", "3:4"}:
        return "portrait"
    return "square" if ratio == "1:1" else "landscape"


Catalogue = Mapping[str, Model]


# Fields that the program leaves out; one of a declared name takes more than is offered.
_BEYOND: Mapping[str, tuple[Field, ...]] = {
    "wan/2-7-text-to-video": (
        Text("negative_prompt", 500),
        Choice("resolution", ("720p", "1080p"), default="1080p"),
        Flag("prompt_extend"),
        Flag("watermark"),
    ),
    "veo-3-1": (
        Text("prompt", 20_000, required=True),
        Choice("model", ("veo3_fast", "veo3", "veo3_lite"), default="veo3_fast"),
        Choice("aspect_ratio", ("16:9", "9:16", "Auto"), default="16:9"),
    ),
}


def read_catalogue(folder: Path) -> Catalogue:
    """The models by name, those of the sandbox first. Raises OSError, ValueError, KeyError."""
    texts = [(folder / name).read_text(encoding="utf-8") for name in FILES]
    entries = [entry for text in texts for entry in json.loads(text)["models"]]
    return {entry["id"]: _model(entry) for entry in entries}


def _model(entry: Mapping[str, Any]) -> Model:
    parameters = entry["parameters"]
    prompt = Text(entry.get("prompt_wire", "prompt"), entry["prompt_limit"], required=True)
    constants = [
        Choice(name, (value,), value) for name, value in entry.get("constants", {}).items()
    ]
    fields = {field.name: field for field in (prompt, *constants, *map(_field, parameters))}
    fields |= {field.name: field for field in _BEYOND.get(entry["id"], ())}
    shape = next(one["wire"] for one in parameters if one["role"] == "aspect_ratio")
    return Model(entry["id"], tuple(fields.values()), shape, lambda filled: _price(entry, filled))


def _field(entry: Mapping[str, Any]) -> Field:
    name, required = entry["wire"], entry.get("required", False)
    if entry["type"] == "boolean":
        return Flag(name, required)
    values = entry.get("choices") or range(entry["minimum"], entry["maximum"] + 1)
    if entry["type"] == "integer":
        return WholeNumber(name, tuple(values), entry["default"], required)
    default = None if required else str(entry["default"])
    return Choice(name, tuple(map(str, values)), default, required)


def _price(entry: Mapping[str, Any], filled: JsonObject) -> int:
    """Hundredths of a credit: the price that says most about this input."""
    beyond = _PRICES_BEYOND.get(entry["id"], ())
    fitting = [amount for wanted, amount in beyond if wanted.items() <= filled.items()]
    if fitting:
        return fitting[0]
    spelled = {one["role"]: one for one in entry["parameters"]}
    prices = [one for one in entry["prices"] if _fits(one["options"], spelled, filled)]
    price = max(prices, key=lambda one: len(one["options"]))
    seconds = 1
    if price["unit"] == "second":
        seconds = int(str(filled[spelled["duration"]["wire"]]))
    amount: float = price["credits"] * 100
    return round(amount * seconds)


def _fits(
    options: JsonObject, spelled: Mapping[str, Mapping[str, Any]], filled: JsonObject
) -> bool:
    return all(
        filled.get(spelled[role]["wire"], False)
        == (str(value) if spelled[role]["type"] == "string" else value)
        for role, value in options.items()
    )
