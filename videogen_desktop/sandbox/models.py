"""The models that the sandbox knows: their fields, with Kie's own spellings and types."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

JsonObject = Mapping[str, object]
Shape = Literal["landscape", "portrait", "square"]


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
