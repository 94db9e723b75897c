"""Kie's OpenAPI documents, read down to what a request's `input` is made of.

A documentation tool writes them (seen in 2026): references that were not resolved, component names
that are percent-encoded or end with a blank, inputs in several forms, long prose around all of it.
What comes out is small and plain: no reference, no prose, a bounded number of fields.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final
from urllib.parse import unquote

from videogen_desktop.domain.errors import MalformedAnswerError

# The largest document seen had 60 KB; what is larger would hold the worker for too long.
LARGEST_BYTES = 256 * 1024
CREATE_PATH = "/api/v1/jobs/createTask"
_COMPONENTS = "#/components/schemas/"
_DEEPEST = 12
_MOST_NODES = 4_000
MOST_FIELDS = 100
# Nobody chooses from more: such a field is typed in.
MOST_CHOICES = 300
_LONGEST_NAME = 64
_LONGEST_VALUE = 200
_NUMBERS = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "minItems", "maxItems"),
)
_TYPES = frozenset({"string", "integer", "number", "boolean", "array", "object"})
# In place of what cannot be asked for: an object within an object, a reference to itself.
UNREADABLE: Final[Mapping[str, object]] = {"type": "unreadable"}

NO_NAME = "?"

Schema = dict[str, object]


def input_schema(document: object) -> Schema | None:
    """The `input` of a document: properties, required, or `oneOf` of such; JSON that can be kept.

    None for a model that has no document, or is asked for elsewhere than by createTask. Raises
    MalformedAnswerError for one that cannot be followed.
    """
    if document is None:
        return None
    reader = _Reader(document)
    body = reader.followed(_at(document, *_body_of(document)))
    found = reader.followed(_at(body, "properties", "input"))
    if not found:
        return None
    schema = reader.read(found)
    if not any("properties" in form for form in forms_of(schema)):
        raise MalformedAnswerError("the schema has no fields")
    return schema


def forms_of(schema: Schema) -> list[Schema]:
    """The ways to ask, of which an input follows one."""
    forms = schema.get("oneOf")
    return [one for one in forms if isinstance(one, dict)] if isinstance(forms, list) else [schema]


def _body_of(document: object) -> tuple[str, ...]:
    paths = _at(document, "paths")
    if not isinstance(paths, dict) or CREATE_PATH not in paths:
        return ("no such path",)
    return ("paths", CREATE_PATH, "post", "requestBody", "content", "application/json", "schema")


def _at(node: object, *names: str) -> object:
    for name in names:
        node = node.get(name) if isinstance(node, dict) else None
    return node


class _Reader:
    def __init__(self, document: object) -> None:
        components = _at(document, "components", "schemas")
        self._components = components if isinstance(components, dict) else {}
        self._plain = {_plain(name): name for name in self._components}
        self._nodes = 0

    def followed(self, node: object, seen: frozenset[str] = frozenset()) -> dict[str, object]:
        """The node itself, or what it refers to; with the parts of an `allOf` in it."""
        self._nodes += 1
        if self._nodes > _MOST_NODES or len(seen) > _DEEPEST:
            raise MalformedAnswerError("the schema is too large or goes round in a circle")
        if not isinstance(node, dict):
            return {}
        reference = node.get("$ref")
        if isinstance(reference, str):
            name = self._component(reference)
            if name is None or name in seen:
                return dict(UNREADABLE)
            return self.followed(self._components[name], seen | {name})
        parts = node.get("allOf")
        if not isinstance(parts, list):
            return node
        whole = {name: value for name, value in node.items() if name != "allOf"}
        for part in parts[:MOST_FIELDS]:
            whole = _joined(whole, self.followed(part, seen))
        return whole

    def read(self, node: object, depth: int = 0) -> Schema:
        """What is kept of a node."""
        if depth > _DEEPEST:
            return dict(UNREADABLE)
        found = self.followed(node)
        forms = [one for one in _alternatives(found) if self.followed(one).get("type") != "null"]
        if len(forms) == 1:
            found = _joined({**found, "oneOf": None, "anyOf": None}, self.followed(forms[0]))
        schema: Schema = {"type": _type_of(found)} if _type_of(found) else {}
        schema |= _plain_words(found)
        if len(forms) > 1:
            schema["oneOf"] = [self.read(one, depth + 1) for one in forms[:MOST_FIELDS]]
        properties = found.get("properties")
        if isinstance(properties, dict):
            schema["properties"] = dict(self._properties(properties, depth))
            required = found.get("required")
            schema["required"] = _names(required) if isinstance(required, list) else []
        if "items" in found:
            schema["items"] = self.read(found["items"], depth + 1)
        return schema

    def _properties(
        self, properties: dict[str, object], depth: int
    ) -> Iterator[tuple[str, Schema]]:
        if len(properties) > MOST_FIELDS:
            raise MalformedAnswerError("the schema has too many fields")
        for name, one in properties.items():
            if _is_name(name):
                yield name, self.read(one, depth + 1)

    def _component(self, reference: str) -> str | None:
        if not reference.startswith(_COMPONENTS):
            return None
        name = reference.removeprefix(_COMPONENTS)
        if name in self._components:
            return name
        return self._plain.get(_plain(name))


def _plain(name: str) -> str:
    """A component's name, however it was encoded and whatever blanks it ends with."""
    return unquote(unquote(name)).replace("~1", "/").replace("~0", "~").strip()


def _joined(first: dict[str, object], second: Mapping[str, object]) -> dict[str, object]:
    whole = {**first, **second}
    for name, kind in (("properties", dict), ("required", list)):
        one, other = first.get(name), second.get(name)
        if isinstance(one, dict) and isinstance(other, dict) and kind is dict:
            whole[name] = {**one, **other}
        elif isinstance(one, list) and isinstance(other, list):
            whole[name] = [*one, *other]
    return whole


def _alternatives(found: Mapping[str, object]) -> list[object]:
    for name in ("oneOf", "anyOf"):
        forms = found.get(name)
        if isinstance(forms, list):
            return forms
    return []


def _type_of(found: Mapping[str, object]) -> str:
    said = found.get("type")
    kinds = said if isinstance(said, list) else [said]
    known = [one for one in kinds if isinstance(one, str) and one != "null"]
    if known:
        return known[0] if known[0] in _TYPES else str(UNREADABLE["type"])
    if isinstance(found.get("properties"), dict):
        return "object"
    values = found.get("enum")
    example = values[0] if isinstance(values, list) and values else found.get("default")
    names = {bool: "boolean", int: "integer", Decimal: "number", str: "string", list: "array"}
    return names.get(type(example), "")


def _plain_words(found: Mapping[str, object]) -> Schema:
    kept: Schema = {}
    for name in _NUMBERS:
        number = _number(found.get(name))
        if number is not None:
            kept[name] = number
    if isinstance(form := _scalar(found.get("format")), str):
        kept["format"] = form
    if "const" in found:
        found = {**found, "enum": [found["const"]]}
    values = found.get("enum")
    if isinstance(values, list) and len(values) <= MOST_CHOICES:
        kept["enum"] = [value for one in values if (value := _scalar(one)) is not None]
    if (default := _scalar(found.get("default"))) is not None:
        kept["default"] = default
    return kept


def _scalar(value: object) -> object:
    """A text, a number or a truth value; None for everything else."""
    if isinstance(value, str):
        return value if len(value) <= _LONGEST_VALUE and value.isprintable() else None
    return value if isinstance(value, bool) else _number(value)


def _number(value: object) -> int | float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    number = int(value) if isinstance(value, int) else float(value)
    is_sane = number == number and abs(number) < 1e15
    if not is_sane:
        return None
    return int(number) if float(number).is_integer() else number


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME and text.isprintable()


def _names(values: list[object]) -> list[str]:
    """Of one that nobody can send it stays known that it has to be there."""
    names = [one for one in values[: 2 * MOST_FIELDS] if isinstance(one, str)]
    return [one if _is_name(one) else NO_NAME for one in names]
