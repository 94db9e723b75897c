"""The checks of createTask, in Kie's order and with Kie's codes and words."""

from dataclasses import dataclass

from videogen_desktop.sandbox.catalogue import (
    Catalogue,
    Choice,
    Field,
    Flag,
    JsonObject,
    Model,
    Shape,
    Text,
    WholeNumber,
    shape_of,
)

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

    model: str
    prompt: str
    shape: Shape
    price: int
    input: JsonObject
    callback_url: str | None


def check_request(body: object, models: Catalogue) -> CheckedRequest:
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
    filled = _filled(model, given)
    return CheckedRequest(
        model.name,
        str(filled["prompt"]),
        shape_of(model, filled),
        model.price(filled),
        given,
        _callback_url_of(body),
    )


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


def _filled(model: Model, given: JsonObject) -> dict[str, object]:
    filled: dict[str, object] = {}
    for field in model.fields:
        value = given.get(field.name)
        blank = isinstance(value, str) and not value.strip()
        if value is not None and not blank:
            _check_value(field, value)
            filled[field.name] = value
        elif field.required:
            raise RefusedRequestError(500, f"{field.name} is required")
        elif isinstance(field, Choice | WholeNumber):
            filled[field.name] = field.default
    return filled


def _check_value(field: Field, value: object) -> None:
    match field:
        case Text(name, longest):
            if not isinstance(value, str):
                raise RefusedRequestError(422, f"{name} must be a string")
            if len(value) > longest:
                raise RefusedRequestError(422, f"{name} must be at most {longest} characters")
            if any("\ud800" <= character <= "\udfff" for character in value):
                raise RefusedRequestError(422, f"{name} must be valid Unicode")
        case Choice(name, values):
            if value not in values:
                raise RefusedRequestError(422, f"{name} must be a string, one of {list(values)}")
        case WholeNumber(name, numbers):
            if type(value) is not int or value not in numbers:
                raise RefusedRequestError(422, f"{name} must be an integer, one of {list(numbers)}")
        case Flag(name):
            if not isinstance(value, bool):
                raise RefusedRequestError(422, f"{name} must be a boolean")
