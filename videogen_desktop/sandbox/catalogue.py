"""The models: Kie's as its schemas publish them, the sandbox's own as the program declares them.

``kie-schemas.json`` of ``resources/models/`` is what Kie says of its fields and of the rules
between them; the declarations that the program reads (``kie.json``) add titles, prices and what the
fields stand for. A model that is only declared (``sandbox.json``, or a file of models that no
release has heard of) gets its schema from there.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

JsonObject = Mapping[str, object]
Variant = tuple[Mapping[str, JsonObject], tuple[str, ...]]
OWN, KIE, SCHEMAS = "sandbox.json", "kie.json", "kie-schemas.json"
FILES = (OWN, KIE)
_TASK_TYPES = {
    "text": "Text to Video",
    "image": "Image to Video",
    "frames": "Image to Video",
    "references": "Image to Video",
    "edit": "Video Editing",
    "lip_sync": "Lip Sync",
    "avatar": "Speech to Video",
}
_OTHER_TASK_TYPE = "Video to Video"


@dataclass(frozen=True, slots=True)
class Price:
    """One line of the price list: hundredths of a credit for a video, or for a second of it.

    Attributes:
        options: Values by what they stand for (``duration``, ``audio``, ``video_input``).
        seconds_of: What of the request is paid by the second: ``duration``, and slots of files.
        extra: A slot, how many of its files are free, and what each further one costs.
    """

    options: JsonObject
    amount: int
    per_second: bool
    seconds_of: tuple[str, ...] = ("duration",)
    extra: tuple[str, int, int] = ("", 0, 0)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for addresses of files: alone, in a list, or as a member of objects in a list."""

    name: str
    kind: str
    wire: str
    member: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """One model of the catalogue.

    Attributes:
        kinds: What it makes a video of, or does with one (``text``, ``frames``, ``upscale``).
        properties: JSON Schema of every input field, in the order in which missing ones are
            complained about.
        required: The fields that must be there.
        variants: Properties and required fields of each way to ask, where there are several.
        rules: Between fields, in the words of Kie's pages (see ``rules.py``).
        wires: Fields by what they stand for (``aspect_ratio``, ``audio``).
        parent: The field that names an earlier task, or "".
    """

    name: str
    title: str
    maker: str
    kinds: tuple[str, ...]
    task_types: tuple[str, ...]
    properties: Mapping[str, JsonObject]
    required: tuple[str, ...]
    variants: tuple[Variant, ...] = ()
    rules: tuple[JsonObject, ...] = ()
    wires: Mapping[str, str] = field(default_factory=dict)
    slots: tuple[Slot, ...] = ()
    parent: str = ""
    prices: tuple[Price, ...] = ()

    def filled(self, given: JsonObject) -> dict[str, object]:
        """The input with the defaults of what is left out."""
        defaults = {
            name: schema["default"]
            for name, schema in self.properties.items()
            if "default" in schema and name not in self.required
        }
        return {**defaults, **{name: one for name, one in given.items() if not is_blank(one)}}

    def asked(self, role: str, filled: JsonObject) -> object:
        """What an input says of this, None where the model or the input says nothing."""
        return filled.get(self.wires.get(role, role))


Catalogue = Mapping[str, Model]


def with_more_required(model: Model) -> Model:
    """The same, as in the week of October 2026 in which fields with a default were required."""
    moved = [name for name, schema in model.properties.items() if "default" in schema]
    required = tuple(dict.fromkeys((*model.required, *moved)))
    return replace(model, required=required, variants=())


def with_raised_prices(model: Model) -> Model:
    """The same, half again as dear."""
    raised = (replace(price, amount=price.amount * 3 // 2) for price in model.prices)
    return replace(model, prices=tuple(raised))


def is_blank(value: object) -> bool:
    """Whether Kie takes this for a field that was left out."""
    return value is None or (isinstance(value, str) and not value.strip())


def files_in(model: Model, name: str, filled: JsonObject) -> list[str]:
    """The addresses that an input has in a slot. Two frames may share one list, in their order."""
    slot = next((one for one in model.slots if one.name == name), None)
    if slot is None:
        return []
    value = filled.get(slot.wire)
    entries = value if isinstance(value, list) else [value]
    addresses = [
        one.get(slot.member) if isinstance(one, dict) and slot.member else one for one in entries
    ]
    found = [one for one in addresses if isinstance(one, str) and one]
    sharing = [one.name for one in model.slots if one.wire == slot.wire]
    if {"first_frame", "last_frame"} <= set(sharing) and name in {"first_frame", "last_frame"}:
        place = sharing.index(name)
        return found[place : place + 1]
    return found


def read_catalogue(folder: Path, further: Path | None = None) -> Catalogue:
    """The models by name, those of the sandbox first.

    Args:
        folder: Holds the declarations and the schemas.
        further: A file of declarations that no release has heard of.

    Raises:
        OSError, ValueError, KeyError: when they cannot be read.
    """
    schemas = {entry["id"]: entry for entry in _entries(folder / SCHEMAS)}
    files = [folder / OWN, folder / KIE, *([further] if further else [])]
    declared = [entry for file in files for entry in _entries(file)]
    return {entry["id"]: _model(entry, schemas.get(entry["id"])) for entry in declared}


def _entries(file: Path) -> list[Mapping[str, Any]]:
    entries: list[Mapping[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["models"]
    return entries


def _model(entry: Mapping[str, Any], published: Mapping[str, Any] | None) -> Model:
    kinds = entry.get("kinds", ["text"])
    declared_types = dict.fromkeys(_TASK_TYPES.get(kind, _OTHER_TASK_TYPE) for kind in kinds)
    variants = tuple(map(_variant, _forms(published["input"]))) if published else ()
    properties, required = _joined(variants) if published else _declared(entry)
    wires = {one["role"]: one["wire"] for one in entry["parameters"]}
    return Model(
        name=entry["id"],
        title=entry["title"],
        maker=entry.get("maker", "Sandbox"),
        kinds=tuple(kinds),
        task_types=tuple((published or {}).get("task_types") or declared_types),
        properties=properties,
        required=required,
        variants=variants if len(variants) > 1 else (),
        rules=tuple(published["rules"]) if published else (),
        wires=wires | {"prompt": _prompt_wire(entry)},
        slots=tuple(map(_slot, entry.get("slots", ()))),
        parent=entry.get("parent_wire", ""),
        prices=tuple(map(_price, entry["prices"])),
    )


def _forms(schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    forms: list[Mapping[str, Any]] = schema.get("oneOf", [schema])
    return forms


def _variant(schema: Mapping[str, Any]) -> Variant:
    return schema["properties"], tuple(schema.get("required", ()))


def _joined(variants: tuple[Variant, ...]) -> Variant:
    properties: dict[str, JsonObject] = {}
    for fields, _ in variants:
        properties = {**fields, **properties}
    always = set.intersection(*(set(required) for _, required in variants))
    return properties, tuple(name for name in properties if name in always)


def _prompt_wire(entry: Mapping[str, Any]) -> str:
    return str(entry.get("prompt", {}).get("wire", "prompt"))


def _slot(entry: Mapping[str, Any]) -> Slot:
    return Slot(entry["name"], entry["kind"], entry["wire"], entry.get("item_wire", ""))


def _price(entry: Mapping[str, Any]) -> Price:
    extra = entry.get("extra_files", {"slot": "", "free": 0, "credits": 0})
    return Price(
        entry["options"],
        round(entry["credits"] * 100),
        entry["unit"] == "second",
        tuple(entry.get("seconds_of", ("duration",))),
        (extra["slot"], extra["free"], round(extra["credits"] * 100)),
    )


def _declared(entry: Mapping[str, Any]) -> Variant:
    """Schemas of what a model declares, for one whose provider publishes none."""
    prompt, wire = entry.get("prompt", {}), _prompt_wire(entry)
    properties: dict[str, JsonObject] = {}
    required = []
    if wire:
        properties[wire] = {"type": "string", "maxLength": entry["prompt_limit"]}
        required += [wire] if prompt.get("required", True) else []
    properties |= dict(_declared_files(entry))
    properties |= {one["wire"]: _schema(one) for one in entry["parameters"]}
    required += [one["wire"] for one in entry.get("slots", ()) if one.get("least")]
    required += [one["wire"] for one in entry["parameters"] if one.get("required")]
    if entry.get("parent_wire"):
        properties[entry["parent_wire"]] = {"type": "string"}
        required.append(entry["parent_wire"])
    return properties, tuple(dict.fromkeys(required))


def _declared_files(entry: Mapping[str, Any]) -> Iterator[tuple[str, JsonObject]]:
    address = {"type": "string", "format": "uri"}
    slots = entry.get("slots", ())
    for slot in slots:
        sharing = [one for one in slots if one["wire"] == slot["wire"]]
        most = sum(one.get("most", 1) for one in sharing)
        if slot["form"] == "alone":
            yield slot["wire"], address
        elif slot["form"] == "list":
            yield slot["wire"], {"type": "array", "items": address, "maxItems": most}
        else:
            member = slot["item_wire"]
            item = {"type": "object", "properties": {member: address}, "required": [member]}
            yield slot["wire"], {"type": "array", "items": item, "maxItems": most}


_BOUNDS = {
    **{"minimum": "minimum", "maximum": "maximum", "shortest": "minLength"},
    **{"longest": "maxLength", "least": "minItems", "most": "maxItems"},
}


def _schema(entry: Mapping[str, Any]) -> JsonObject:
    if entry["type"] == "list":
        return {"type": "array", "items": _item(entry), **_bounds(entry)}
    is_text = entry["type"] == "string"
    schema: dict[str, object] = {"type": entry["type"], **_bounds(entry)}
    if entry.get("choices"):
        values = [*entry["choices"], *entry.get("special", ())]
        schema["enum"] = [str(one) if is_text else one for one in values]
    default = entry.get("default")
    if default is not None:
        schema["default"] = str(default) if is_text else default
    return schema


def _item(entry: Mapping[str, Any]) -> JsonObject:
    fields = entry.get("fields", ())
    if not fields:
        return {"type": "string"}
    return {
        "type": "object",
        "properties": {one["wire"]: _schema(one) for one in fields},
        "required": [one["wire"] for one in fields if one.get("required")],
    }


def _bounds(entry: Mapping[str, Any]) -> JsonObject:
    # A value beyond the range that means something else (-1: as long as it likes) is no range.
    special = entry.get("special", ())
    least = min([entry["minimum"], *special]) if "minimum" in entry else None
    bounds = {theirs: entry[ours] for ours, theirs in _BOUNDS.items() if ours in entry}
    return bounds if least is None else bounds | {"minimum": least}
