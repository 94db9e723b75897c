"""The checks of createTask, in Kie's order and with Kie's codes and words.

A checker of its own and not a library of JSON Schema: Kie names the first field that is wrong, in
its own words and with code 500 where one is missing, and nothing here is shared with what the
program checks before it sends. Tests hold it against a library.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from videogen_desktop.sandbox.catalogue import (
    Catalogue,
    JsonObject,
    Model,
    Variant,
    is_blank,
)
from videogen_desktop.sandbox.pricing import NOWHERE, Surroundings, price_of
from videogen_desktop.sandbox.rules import BrokenRuleError, check_rules

UNSUPPORTED_MODEL = (
    "The model name you specified is not supported. Please verify your input and use one of "
    "the supported models provided by KIE."
)


class RefusedRequestError(Exception):
    """createTask refuses this body.

    Attributes:
        code: The envelope's code: 422, or 500 for a missing field (as measured at Kie).
        message: The envelope's message.
    """

    def __init__(self, code: int, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class CheckedRequest:
    """A createTask body that passed. ``price`` is in hundredths of a credit."""

    model: Model
    prompt: str
    price: int
    input: JsonObject
    callback_url: str | None


def check_request(
    body: object, models: Catalogue, surroundings: Surroundings = NOWHERE
) -> CheckedRequest:
    """Check a decoded createTask body.

    Raises:
        RefusedRequestError: with the code and the words that Kie would answer.
    """
    if not isinstance(body, dict):
        raise RefusedRequestError(422, "The request body must be a JSON object")
    model = _model_of(body, models)
    given = body.get("input")
    if given is None:
        raise RefusedRequestError(500, "input is required")
    if not isinstance(given, dict):
        raise RefusedRequestError(422, "input must be an object")
    _check_one_of(model.variants or ((model.properties, model.required),), given)
    try:
        check_rules(model, given, models, surroundings)
    except BrokenRuleError as broken:
        raise RefusedRequestError(broken.code, broken.message) from broken
    filled = model.filled(given)
    return CheckedRequest(
        model,
        str(model.asked("prompt", filled) or ""),
        price_of(model, filled, models, surroundings),
        given,
        _callback_url_of(body),
    )


def _check_one_of(variants: tuple[Variant, ...], given: JsonObject) -> None:
    # Kie's forms overlap, and it takes what fits any of them.
    refusals = []
    for properties, required in variants:
        try:
            check_fields(properties, required, given)
        except RefusedRequestError as refusal:
            refusals.append(refusal)
        else:
            return
    raise refusals[0]


def check_fields(
    properties: Mapping[str, JsonObject], required: tuple[str, ...], given: JsonObject
) -> None:
    """Check the members of one object; null and blank texts count as left out.

    Raises:
        RefusedRequestError: for the first field, in the order of the schema, that is wrong.
    """
    for name, schema in properties.items():
        value = given.get(name)
        if is_blank(value):
            if name in required:
                raise RefusedRequestError(500, f"{name} is required")
        else:
            check_value(name, schema, value)


def check_value(name: str, schema: JsonObject, value: object) -> None:
    """Check one value. Raises RefusedRequestError."""
    kind = schema.get("type")
    if isinstance(kind, str) and not _is_a(kind, value):
        article = "an" if kind[0] in "aio" else "a"
        raise RefusedRequestError(422, f"{name} must be {article} {kind}")
    choices = [schema["const"]] if "const" in schema else schema.get("enum")
    if isinstance(choices, list) and not any(_is_same(value, one) for one in choices):
        raise RefusedRequestError(422, f"{name} is not within the range of allowed options")
    match value:
        case str():
            _check_text(name, schema, value)
        case list():
            _check_list(name, schema, value)
        case dict():
            _check_object(name, schema, value)
        case int() | float() if not isinstance(value, bool):
            _check_number(name, schema, value)


def _is_a(kind: str, value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    match kind:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "number":
            return is_number
        case "integer":
            return is_number and (isinstance(value, int) or float(str(value)).is_integer())
        case "array":
            return isinstance(value, list)
    return isinstance(value, dict)


def _is_same(value: object, choice: object) -> bool:
    return value == choice and isinstance(value, bool) == isinstance(choice, bool)


def _check_text(name: str, schema: JsonObject, text: str) -> None:
    least, most = _bound(schema, "minLength"), _bound(schema, "maxLength")
    if least is not None and len(text) < least:
        raise RefusedRequestError(422, f"{name} must be at least {least:g} characters")
    if most is not None and len(text) > most:
        raise RefusedRequestError(422, f"{name} must be at most {most:g} characters")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise RefusedRequestError(422, f"{name} must be valid Unicode")
    if not re.search(str(schema.get("pattern", "")), text):
        raise RefusedRequestError(422, f"{name} does not have the right form")
    if schema.get("format") == "uri" and not text.startswith(("https://", "http://")):
        raise RefusedRequestError(422, f"{name} must be a URL")


def _check_number(name: str, schema: JsonObject, number: float) -> None:
    least, most = _bound(schema, "minimum"), _bound(schema, "maximum")
    if least is not None and number < least:
        raise RefusedRequestError(422, f"{name} must be greater than or equal to {least:g}")
    if most is not None and number > most:
        raise RefusedRequestError(422, f"{name} must be less than or equal to {most:g}")


def _check_list(name: str, schema: JsonObject, entries: list[object]) -> None:
    least, most = _bound(schema, "minItems"), _bound(schema, "maxItems")
    if least is not None and len(entries) < least:
        raise RefusedRequestError(422, f"{name} must have at least {least:g} items")
    if most is not None and len(entries) > most:
        raise RefusedRequestError(422, f"{name} must have at most {most:g} items")
    items = schema.get("items")
    if isinstance(items, dict):
        for index, entry in enumerate(entries):
            check_value(f"{name}[{index}]", items, entry)


def _check_object(name: str, schema: JsonObject, members: dict[str, object]) -> None:
    properties, required = schema.get("properties"), schema.get("required", [])
    if not isinstance(properties, dict) or not isinstance(required, list):
        return
    dotted = {f"{name}.{one}": schema for one, schema in properties.items()}
    given = {f"{name}.{one}": value for one, value in members.items()}
    check_fields(dotted, tuple(f"{name}.{one}" for one in required), given)


def _bound(schema: JsonObject, word: str) -> float | None:
    value = schema.get(word)
    return value if isinstance(value, int | float) else None


def _model_of(body: JsonObject, models: Catalogue) -> Model:
    name = body.get("model")
    if name is None or name == "":
        raise RefusedRequestError(500, "model is required")
    model = models.get(name) if isinstance(name, str) else None
    if model is None:
        raise RefusedRequestError(422, UNSUPPORTED_MODEL)
    return model


def _callback_url_of(body: JsonObject) -> str | None:
    url = body.get("callBackUrl")
    if url is None or url == "":
        return None
    if not (isinstance(url, str) and url.startswith(("https://", "http://"))):
        raise RefusedRequestError(422, "callBackUrl must be a URL")
    return url
