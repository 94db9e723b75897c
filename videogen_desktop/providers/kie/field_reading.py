"""A schema's fields as parameters, places for files and rules, without knowing the model."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from videogen_desktop.domain.errors import OptionValueError
from videogen_desktop.domain.input_slot import SECONDS, InputSlot, SlotKind, WireForm
from videogen_desktop.domain.model_rules import PARENT, Needs, Rule
from videogen_desktop.domain.parameter import AUDIO, DURATION, Parameter, WireType
from videogen_desktop.domain.request import OptionValue
from videogen_desktop.providers.kie.field_roles import (
    PARENT_NAMES,
    PROMPT_NAMES,
    QUALITY,
    address_member,
    file_kind,
    place_of,
    plain_name,
    role_of,
)
from videogen_desktop.providers.kie.schema_reading import Schema, forms_of

_TYPES = {
    **{one.value: one for one in WireType if one is not WireType.LIST},
    "array": WireType.LIST,
}
_CHOSEN_ANYWAY = frozenset({DURATION, AUDIO, QUALITY})
_REFERENCES = 3
# Where the schema has no limit of its own.
LONGEST_LIST = 100
_NEVER_OURS = frozenset({"callbackurl", "call_back_url", "callback_url"})


@dataclass(frozen=True, slots=True)
class Fields:
    """What a schema says. `wires` are all of its fields, `unreadable` those that have to be there
    and that nobody here can give. Of `rules` each is a way to ask that the schema describes."""

    wires: frozenset[str]
    required: frozenset[str]
    prompt: str = ""
    prompt_least: int = 0
    prompt_limit: int | None = None
    parent: str = ""
    parameters: tuple[Parameter, ...] = ()
    slots: tuple[InputSlot, ...] = ()
    rules: tuple[Rule, ...] = ()
    unreadable: tuple[str, ...] = ()
    most_of: Mapping[str, int] = field(default_factory=dict, hash=False)
    is_one_form: bool = True

    def parameter(self, wire: str) -> Parameter | None:
        return next((one for one in self.parameters if one.wire == wire), None)

    def slots_at(self, wire: str) -> tuple[InputSlot, ...]:
        return tuple(one for one in self.slots if one.wire == wire)


def read_fields(schema: Schema, model_id: str) -> Fields:
    """The fields of `schema_reading.input_schema`. Raises nothing: it is data of any kind.

    `model_id` only helps where a schema does not say how many pictures it takes.
    """
    properties, required = _together(schema)
    reader = _FieldReader(properties, required, takes_one="image-to-video" in model_id)
    return reader.fields([_required(one) for one in forms_of(schema)])


def _together(schema: Schema) -> tuple[dict[str, Schema], frozenset[str]]:
    """The fields of all ways to ask, and those that each of them wants."""
    forms = forms_of(schema)
    properties: dict[str, Schema] = {}
    for form in forms:
        said = form.get("properties")
        for name, one in said.items() if isinstance(said, dict) else ():
            if isinstance(name, str) and isinstance(one, dict):
                before = properties.get(name)
                properties[name] = one if before is None else _either(before, one)
    required = [_required(form) for form in forms]
    return properties, frozenset.intersection(*required) if required else frozenset()


def _either(first: Schema, second: Schema) -> Schema:
    """What one of two takes."""
    whole = {**second, **first}
    for name, widest in (("minItems", min), ("minimum", min), ("maxItems", max), ("maximum", max)):
        one, other = first.get(name), second.get(name)
        if isinstance(one, int | float) and isinstance(other, int | float):
            whole[name] = widest(one, other)
        else:
            whole.pop(name, None)
    one, other = first.get("enum"), second.get("enum")
    if isinstance(one, list) and isinstance(other, list):
        whole["enum"] = [*one, *(value for value in other if value not in one)]
    return whole


def _required(form: Schema) -> frozenset[str]:
    said = form.get("required")
    return frozenset(one for one in said if isinstance(one, str)) if isinstance(said, list) else _NO


_NO: frozenset[str] = frozenset()


class _FieldReader:
    def __init__(
        self, properties: Mapping[str, Schema], required: frozenset[str], *, takes_one: bool
    ) -> None:
        self._takes_one = takes_one
        self._properties = {
            wire: _readable(one)
            for wire, one in properties.items()
            if plain_name(wire) not in _NEVER_OURS
        }
        self._required = frozenset(wire for wire in required if plain_name(wire) not in _NEVER_OURS)
        texts = [wire for wire, one in self._properties.items() if one.get("type") == "string"]
        self._prompt = next((one for one in PROMPT_NAMES if one in texts), "")
        self._parent = next((one for one in texts if plain_name(one) in PARENT_NAMES), "")

    def fields(self, forms: Sequence[frozenset[str]]) -> Fields:
        slots = self._slots()
        placed = {one.wire for one in slots}
        parameters = tuple(self._parameters(placed))
        known = {self._prompt, self._parent, *placed, *(one.wire for one in parameters)}
        prompt, lists = self._properties.get(self._prompt, {}), self._properties.items()
        return Fields(
            wires=frozenset(self._properties),
            required=self._required,
            prompt=self._prompt,
            prompt_least=_whole(prompt, "minLength") or 0,
            prompt_limit=_whole(prompt, "maxLength"),
            parent=self._parent,
            parameters=parameters,
            slots=slots,
            rules=tuple(self._rules(forms, slots)),
            unreadable=tuple(sorted(self._required - known)),
            most_of={wire: most for wire, one in lists if (most := _whole(one, "maxItems"))},
            is_one_form=len(forms) == 1,
        )

    def _parameters(self, placed: set[str]) -> Iterator[Parameter]:
        taken: set[str] = set()
        for wire, schema in self._properties.items():
            if wire in placed or wire in (self._prompt, self._parent):
                continue
            parameter = parameter_of(wire, schema, required=wire in self._required)
            if parameter is not None:
                # Of two that look the same the second keeps its name.
                role = wire if parameter.role in taken else parameter.role
                taken.add(role)
                yield replace(parameter, role=role)

    # --- places for files ------------------------------------------------------------------------

    def _slots(self) -> tuple[InputSlot, ...]:
        kinds = {wire: file_kind(wire, one) for wire, one in self._properties.items()}
        files = {wire: kind for wire, kind in kinds.items() if kind is not None}
        names = {wire: self._place(wire, kind, files) for wire, kind in files.items()}
        slots: list[InputSlot] = []
        for wire, kind in files.items():
            for slot in self._slots_at(wire, kind, names[wire]):
                is_taken = slot.name in {one.name for one in slots}
                slots.append(replace(slot, name=wire) if is_taken else slot)
        return tuple(slots)

    def _place(self, wire: str, kind: SlotKind, files: Mapping[str, SlotKind]) -> str:
        place = place_of(wire, kind)
        if place or (_whole(self._properties[wire], "maxItems") or 1) > 1:
            return place
        others = [one for one, what in files.items() if what is not SlotKind.IMAGE]
        # A face that a sound or another video moves.
        return "portrait" if self._required.intersection(others) else ""

    def _slots_at(self, wire: str, kind: SlotKind, place: str) -> Iterator[InputSlot]:
        schema = self._properties[wire]
        is_needed = wire in self._required
        if schema.get("type") == "string":
            yield InputSlot(
                place or "first_frame", kind, wire, WireForm.ALONE, least=1 if is_needed else 0
            )
            return
        if schema.get("type") != "array":
            return
        unsaid = 1 if place == "portrait" or (self._takes_one and not place) else _REFERENCES
        most = min(_whole(schema, "maxItems") or unsaid, LONGEST_LIST)
        least = max(1, _whole(schema, "minItems") or 0) if is_needed else 0
        member = address_member(schema)
        if member is not None:
            yield InputSlot(
                *(_OF_OBJECTS[kind], kind, wire, WireForm.OBJECTS, least, most),
                item_wire=member,
                item_fields=_beside(schema),
            )
        elif not place and most == 2:
            yield InputSlot("first_frame", kind, wire, WireForm.LIST, min(least, 1), 1)
            yield InputSlot("last_frame", kind, wire, WireForm.LIST, max(0, least - 1), 1)
        else:
            place = place or ("first_frame" if most == 1 else "reference")
            yield InputSlot(place, kind, wire, WireForm.LIST, least, most)

    def _rules(self, forms: Sequence[frozenset[str]], slots: Sequence[InputSlot]) -> Iterator[Rule]:
        """Of several ways to ask: each wants something that another does without."""
        apart = [sorted(form - self._required) for form in forms]
        if len(forms) < 2 or not all(apart):
            return
        wires = list(dict.fromkeys(wire for form in apart for wire in form))
        names = [PARENT] if self._parent in wires else []
        names += [one.name for one in slots if one.wire in wires]
        if names:
            yield Needs(tuple(names))


_OF_OBJECTS = {
    SlotKind.IMAGE: "reference",
    SlotKind.VIDEO: "reference_video",
    SlotKind.SOUND: "reference_sound",
}


def _readable(schema: Schema) -> Schema:
    """Of a field of several types the first that can be given."""
    forms = forms_of(schema)
    usable = [one for one in forms if one.get("type") in _TYPES]
    return usable[0] if usable else schema


def _beside(schema: Schema) -> Mapping[str, OptionValue]:
    items = schema.get("items")
    members = items.get("properties") if isinstance(items, dict) else None
    is_span = isinstance(members, dict) and "start" in members and "ends" in members
    return {"start": 0, "ends": SECONDS} if is_span else {}


# --- parameters ----------------------------------------------------------------------------------


def parameter_of(wire: str, schema: Schema, *, required: bool) -> Parameter | None:
    """None for what no control can give."""
    kind = _TYPES.get(str(schema.get("type")))
    if kind is None:
        return None
    said = schema.get("enum")
    values = said if isinstance(said, list) else []
    role = role_of(wire, str(schema.get("type")), values)
    parameter = Parameter(role, wire, kind, required=required)
    if kind is WireType.LIST:
        return _list_of(parameter, schema)
    if kind is not WireType.BOOLEAN:
        parameter = _limited(parameter, schema, values)
    return replace(parameter, default=_default(parameter, schema))


def _limited(parameter: Parameter, schema: Schema, values: Sequence[object]) -> Parameter:
    kind, role = parameter.type, parameter.role
    choices = [value for one in values if (value := _typed(kind, role, one)) is not None]
    if choices:
        return replace(parameter, choices=tuple(dict.fromkeys(choices)))
    if kind is WireType.STRING:
        shortest, longest = _whole(schema, "minLength"), _whole(schema, "maxLength")
        return replace(parameter, shortest=shortest, longest=longest)
    step = _number(schema, "multipleOf") or (1 if role == DURATION else None)
    least, most = _number(schema, "minimum"), _number(schema, "maximum")
    return replace(parameter, minimum=least, maximum=most, step=step)


def _typed(kind: WireType, role: str, value: object) -> OptionValue | None:
    if kind is WireType.STRING:
        text = str(value) if isinstance(value, str | int | float) else ""
        return int(text) if role == DURATION and text.isdecimal() else text or None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if kind is WireType.NUMBER or float(value).is_integer() else None


def _default(parameter: Parameter, schema: Schema) -> OptionValue | None:
    if parameter.role == "seed":
        # One that is sent makes the same video each time.
        return None
    said = schema.get("default")
    if isinstance(said, str | int | float | bool):
        with suppress(OptionValueError):
            return parameter.checked(said)
    if not parameter.required and parameter.role not in _CHOSEN_ANYWAY:
        return None
    # The cheapest: the least that the field takes.
    if parameter.type is WireType.BOOLEAN:
        return False
    return parameter.choices[0] if parameter.choices else parameter.minimum


def _list_of(parameter: Parameter, schema: Schema) -> Parameter | None:
    items = schema.get("items")
    one = _readable(items) if isinstance(items, dict) else {}
    most = min(_whole(schema, "maxItems") or LONGEST_LIST, LONGEST_LIST)
    listed = replace(
        parameter,
        role=parameter.wire,
        least=_whole(schema, "minItems") or 0,
        most=most,
    )
    members = one.get("properties")
    if not isinstance(members, dict):
        return listed if one.get("type") == "string" else None
    fields = _members(members, _required(one))
    return None if fields is None else replace(listed, fields=fields)


def _members(
    members: Mapping[str, object], required: frozenset[str]
) -> tuple[Parameter, ...] | None:
    """Of the objects of a list; None where one has to have what no control can give."""
    fields = []
    for wire, schema in members.items():
        said = schema if isinstance(schema, dict) and schema.get("type") != "array" else {}
        field = parameter_of(wire, said, required=wire in required)
        if field is not None:
            step = _number(said, "multipleOf")
            fields.append(replace(field, role=wire, default=None, step=step))
        elif wire in required:
            return None
    return tuple(fields) or None


def _number(schema: Mapping[str, object], name: str) -> float | None:
    value = schema.get(name)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number and isinstance(value, int | float) else None


def _whole(schema: Mapping[str, object], name: str) -> int | None:
    value = schema.get(name)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and isinstance(value, int) and value >= 0 else None
