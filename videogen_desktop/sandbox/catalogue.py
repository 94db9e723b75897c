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
TEXT_TO_VIDEO = "Text to Video"
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
class Price:
    """One line of the price list: hundredths of a credit for a video, or for a second of it.
    ``options`` are values by what they stand for (``duration``, ``audio``).
    """

    options: JsonObject
    amount: int
    per_second: bool


Variant = tuple[Mapping[str, JsonObject], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Model:
    """One model of the catalogue.

    Attributes:
        properties: JSON Schema of every input field, in the order in which missing ones are
            complained about.
        required: The fields that must be there.
        shape_field: The input field that names the aspect ratio.
        price: Hundredths of a credit for a checked input with its defaults filled in.
        prices: The price list, for what is said about it.
        variants: Properties and required fields of each way to ask, of which an input follows
            exactly one; none where there is only one way.
    """

    name: str
    title: str
    maker: str
    task_types: tuple[str, ...]
    properties: Mapping[str, JsonObject]
    required: tuple[str, ...]
    shape_field: str
    prices: tuple[Price, ...]
    price: Callable[[JsonObject], int]
    variants: tuple[Variant, ...] = ()

    def filled(self, given: JsonObject) -> dict[str, object]:
        """The input with the defaults of what is left out."""
        defaults = {
            name: schema["default"]
            for name, schema in self.properties.items()
            if "default" in schema and name not in self.required
        }
        return {**defaults, **{name: one for name, one in given.items() if not is_blank(one)}}


def is_blank(value: object) -> bool:
    """Whether Kie takes this for a field that was left out."""
    return value is None or (isinstance(value, str) and not value.strip())


def shape_of(model: Model, filled: JsonObject) -> Shape:
    """The shape of the clip that this input asks for."""
    ratio = filled.get(model.shape_field)
    if ratio in {"portrait", "9:16", "3:4"}:
        return "portrait"
    return "square" if ratio == "1:1" else "landscape"


Catalogue = Mapping[str, Model]


# Fields that the program leaves out; one of a declared name takes more than is offered.
_BEYOND: Mapping[str, Mapping[str, JsonObject]] = {
    "wan/2-7-text-to-video": {
        "negative_prompt": {"type": "string", "maxLength": 500},
        "resolution": {"type": "string", "enum": ["720p", "1080p"], "default": "1080p"},
        "prompt_extend": {"type": "boolean"},
        "watermark": {"type": "boolean"},
    },
    "veo-3-1": {
        "prompt": {"type": "string", "maxLength": 20_000},
        "model": {
            "type": "string",
            "enum": ["veo3_fast", "veo3", "veo3_lite"],
            "default": "veo3_fast",
        },
        "aspect_ratio": {"type": "string", "enum": ["16:9", "9:16", "Auto"], "default": "16:9"},
    },
}


def read_catalogue(folder: Path) -> Catalogue:
    """The models by name, those of the sandbox first. Raises OSError, ValueError, KeyError."""
    texts = [(folder / name).read_text(encoding="utf-8") for name in FILES]
    entries = [entry for text in texts for entry in json.loads(text)["models"]]
    return {entry["id"]: _model(entry) for entry in entries}


def _model(entry: Mapping[str, Any]) -> Model:
    parameters = entry["parameters"]
    prompt = entry.get("prompt_wire", "prompt")
    constants = {
        name: {"type": "string", "enum": [one], "default": one}
        for name, one in entry.get("constants", {}).items()
    }
    properties: dict[str, JsonObject] = {
        prompt: {"type": "string", "maxLength": entry["prompt_limit"]},
        **constants,
        **{one["wire"]: _schema(one) for one in parameters},
        **_BEYOND.get(entry["id"], {}),
    }
    required = [one["wire"] for one in parameters if one.get("required")]
    return Model(
        name=entry["id"],
        title=entry["title"],
        maker=entry["id"].partition("/")[0].partition("-")[0].capitalize(),
        task_types=(TEXT_TO_VIDEO,),
        properties=properties,
        required=(prompt, *required),
        shape_field=next(one["wire"] for one in parameters if one["role"] == "aspect_ratio"),
        prices=tuple(map(_listed_price, entry["prices"])),
        price=lambda filled: _price(entry, filled),
    )


def _schema(entry: Mapping[str, Any]) -> JsonObject:
    is_text = entry["type"] == "string"
    values = entry.get("choices")
    default = entry.get("default")
    schema: dict[str, object] = {"type": entry["type"]}
    if values:
        schema["enum"] = [str(one) if is_text else one for one in values]
    if "minimum" in entry:
        schema |= {"minimum": entry["minimum"], "maximum": entry["maximum"]}
    if default is not None:
        schema["default"] = str(default) if is_text else default
    return schema


def _listed_price(entry: Mapping[str, Any]) -> Price:
    amount = round(entry["credits"] * 100)
    return Price(entry["options"], amount, entry["unit"] == "second")


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
