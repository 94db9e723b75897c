"""The models of a vendor, read from the facts that ship with the program (resources/models/)."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from videogen_desktop.domain.credits import hundredths_from_credits
from videogen_desktop.domain.input_slot import InputSlot, SlotKind, WireForm
from videogen_desktop.domain.model import Constant, Price, TaskKind, VideoModel
from videogen_desktop.domain.model_rules import (
    Allows,
    Condition,
    Entries,
    Excludes,
    Exclusive,
    Ignores,
    MostFiles,
    MostSeconds,
    Needs,
    Rule,
)
from videogen_desktop.domain.parameter import DURATION, Parameter, WireType
from videogen_desktop.domain.request import frozen_value

FORMAT = 2
_UNITS = {"video": False, "second": True}
_NAMES_ONLY = {"needs": Needs, "excludes": Excludes, "ignores": Ignores}

_Part = TypeVar("_Part")


def models_at(path: Path, vendor: str) -> tuple[VideoModel, ...]:
    """What this file declares, the vendor's default model first. Raises OSError, ValueError: a file
    of ours that cannot be read is a defect of the installation."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    try:
        if stored["format"] != FORMAT:
            raise ValueError(stored["format"])
        parts = _Parts()
        return tuple(_model(entry, vendor, parts) for entry in stored["models"])
    except (KeyError, TypeError) as error:
        raise ValueError(f"models of {vendor}: {error}") from error


class _Parts:
    """What several models have word for word is one object: half of what they weighed (0.5 MB)."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def each(
        self, make: Callable[[Mapping[str, Any]], _Part], entries: Sequence[Mapping[str, Any]]
    ) -> tuple[_Part, ...]:
        return tuple(self._one(make, entry) for entry in entries)

    def _one(self, make: Callable[[Mapping[str, Any]], _Part], entry: Mapping[str, Any]) -> _Part:
        # Its text, not its value: 1 and true are equal in Python.
        text = f"{make.__name__} {json.dumps(entry)}"
        if text not in self._made:
            self._made[text] = make(entry)
        made: _Part = self._made[text]
        return made


def _model(entry: Mapping[str, Any], vendor: str, parts: _Parts) -> VideoModel:
    prompt = entry.get("prompt", {})
    return VideoModel(
        id=entry["id"],
        vendor=vendor,
        title=entry["title"],
        prompt_limit=entry["prompt_limit"],
        typical_ms=entry["typical_ms"],
        parameters=parts.each(_parameter, entry["parameters"]),
        prices=parts.each(_price, entry["prices"]),
        constants=parts.each(_constant, entry.get("constants", ())),
        prompt_wire=prompt.get("wire", "prompt"),
        prompt_required=prompt.get("required", True),
        prompt_least=prompt.get("least", 0),
        maker=entry.get("maker", ""),
        kinds=tuple(TaskKind(kind) for kind in entry.get("kinds", ("text",))),
        slots=parts.each(_slot, entry.get("slots", ())),
        rules=parts.each(_rule, entry.get("rules", ())),
        parent_wire=entry.get("parent_wire", ""),
        added=_day(entry.get("added")),
        retired=_day(entry.get("retired")),
        successor=entry.get("successor", ""),
        left_out=tuple(entry.get("left_out", ())),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _parameter(entry: Mapping[str, Any]) -> Parameter:
    default = entry.get("default")
    return Parameter(
        role=entry["role"],
        wire=entry["wire"],
        type=WireType(entry["type"]),
        choices=tuple(entry.get("choices", ())),
        default=None if default is None else frozen_value(default),
        required=entry.get("required", False),
        minimum=entry.get("minimum"),
        maximum=entry.get("maximum"),
        step=entry.get("step"),
        shortest=entry.get("shortest"),
        longest=entry.get("longest"),
        special=tuple(entry.get("special", ())),
        fields=tuple(_parameter(one) for one in entry.get("fields", ())),
        least=entry.get("least", 0),
        most=entry.get("most"),
        files=entry.get("files", ""),
    )


def _slot(entry: Mapping[str, Any]) -> InputSlot:
    named = ("types", "item_fields")
    return InputSlot(
        name=entry["name"],
        kind=SlotKind(entry["kind"]),
        wire=entry["wire"],
        form=WireForm(entry["form"]),
        types=tuple(entry.get("types", ())),
        item_fields=MappingProxyType(dict(entry.get("item_fields", {}))),
        **{
            key: value
            for key, value in entry.items()
            if key not in (*named, "name", "kind", "wire", "form")
        },
    )


def _constant(entry: Mapping[str, Any]) -> Constant:
    return Constant(entry["wire"], frozen_value(entry["value"]), _conditions(entry))


def _conditions(entry: Mapping[str, Any]) -> tuple[Condition, ...]:
    return tuple(
        Condition(name, **_condition(value)) for name, value in entry.get("when", {}).items()
    )


def _condition(value: object) -> dict[str, Any]:
    """ "given": it is there at all; {"above": 1} and {"exactly": 1}: how many files of a slot."""
    if isinstance(value, Mapping):
        return dict(value)
    values = value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)
    return {} if value == "given" else {"values": tuple(values)}


def _rule(entry: Mapping[str, Any]) -> Rule:
    when = _conditions(entry)
    for word, kind in _NAMES_ONLY.items():
        if word in entry:
            return kind(tuple(entry[word]), when)
    if "allows" in entry:
        ((name, values),) = entry["allows"].items()
        return Allows((name,), when, tuple(values))
    if "exclusive" in entry:
        groups = tuple(tuple(group) for group in entry["exclusive"])
        return Exclusive(tuple(name for group in groups for name in group), when, groups)
    if "entries" in entry:
        return Entries((entry["entries"],), when, tuple(entry["places"]), entry["least"])
    if "most_files" in entry:
        weights = MappingProxyType(dict(entry.get("weights", {})))
        return MostFiles(tuple(entry["most_files"]), when, entry["most"], weights)
    return MostSeconds(tuple(entry["most_seconds"]), when, entry["most"])


def _price(entry: Mapping[str, Any]) -> Price:
    extra = entry.get("extra_files", {})
    return Price(
        when=_conditions({"when": entry["options"]}),
        amount=hundredths_from_credits(str(entry["credits"])),
        per_second=_UNITS[entry["unit"]],
        source=sys.intern(entry["source"]),
        day=date.fromisoformat(entry["day"]),
        seconds_of=tuple(entry.get("seconds_of", (DURATION,))),
        extra_slot=extra.get("slot", ""),
        free=extra.get("free", 0),
        each=hundredths_from_credits(str(extra.get("credits", 0))),
    )
