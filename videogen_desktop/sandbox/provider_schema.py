"""A model's schema as Kie serves it: an OpenAPI document that a documentation tool wrote.

What a client meets there, as seen in the documents of 2026: ``servers`` that name another host
than the one that answers, ``callbacks``, ``$ref`` that were not resolved, component names with
blanks at their end or percent-encoded, inputs that are a ``oneOf``, and models without any document
at all. Which of these a model has follows from its name, so that it is the same in every run.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import quote

from videogen_desktop.sandbox.catalogue import JsonObject, Model

PATH = "/api/v1/jobs/createTask"
SERVER = "https://api.kie.ai"


class Form(StrEnum):
    """How the input of a model is written down."""

    INLINE = "inline"
    # `$ref` to a component whose name has blanks: encoded in the reference only.
    REFERENCED = "referenced"
    # The name itself is percent-encoded, and so stands in the reference as it is.
    ENCODED = "encoded"
    # The name ends with a blank.
    SPACED = "spaced"
    MISSING = "missing"


_FORMS = (
    *(Form.INLINE,) * 6,
    *(Form.REFERENCED,) * 4,
    *(Form.ENCODED,) * 3,
    *(Form.SPACED,) * 3,
)
_ONE_IN_SO_MANY_IS_MISSING = 15
_HUGE_BYTES = 5_000_000


def form_of(model: Model) -> Form:
    """The form that this model's document has."""
    first, second, *_ = hashlib.sha256(model.name.encode()).digest()
    if model.maker != "Sandbox" and second % _ONE_IN_SO_MANY_IS_MISSING == 0:
        return Form.MISSING
    return _FORMS[first % len(_FORMS)]


def provider_schema(model: Model, form: Form | None = None) -> JsonObject | None:
    """The document of a model; None where Kie has none."""
    form = form or form_of(model)
    if form is Form.MISSING:
        return None
    return _document(model, _Components(form, {"ApiResponse": _RESPONSE}))


def _document(model: Model, components: "_Components") -> JsonObject:
    body = {
        "type": "object",
        "properties": {
            "model": {
                "type": "string",
                "enum": [model.name],
                "default": model.name,
                "description": f"The model name to use. Must be `{model.name}`.",
            },
            "callBackUrl": {"type": "string", "format": "uri", "examples": [_CALLBACK]},
            "input": _input(model, components),
        },
        "required": ["model", "input"],
        "x-apidog-orders": ["model", "callBackUrl", "input"],
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "", "description": "", "version": "1.0.0"},
        "servers": [{"url": SERVER, "description": "API Server"}],
        "paths": {PATH: {"post": _operation(model, body)}},
        "components": {"schemas": components.schemas, "securitySchemes": _SECURITY},
        "security": [{"BearerAuth": []}],
    }


def spoiled_schema(model: Model, fault: str) -> JsonObject:
    """The document of a model with one of the bad days that the menu of faults names."""
    plain = replace(model, variants=())
    components: dict[str, JsonObject] = {}
    match fault:
        case "schema-huge":
            odd: JsonObject = {"type": "string", "examples": ["x" * _HUGE_BYTES]}
        case "schema-enum":
            odd = {"type": "string", "enum": [f"value {number}" for number in range(10_000)]}
        case "schema-cycle":
            odd = {"$ref": "#/components/schemas/Here"}
            tree = {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}
            components = {
                "Here": {"$ref": "#/components/schemas/There"},
                "There": {"$ref": "#/components/schemas/Here"},
                "Tree": {"type": "object", "properties": {"branches": tree}},
            }
            plain = replace(plain, properties={**plain.properties, "tree": tree})
        case _:
            odd = {"type": "string", "enum": ["__init__", "__dict__"], "default": "__dict__"}
    name = "__class__" if fault == "schema-dunder" else "odd"
    plain = replace(plain, properties={**plain.properties, name: odd})
    return _document(plain, _Components(Form.INLINE, {"ApiResponse": _RESPONSE, **components}))


@dataclass(frozen=True, slots=True)
class _Components:
    form: Form
    schemas: dict[str, JsonObject] = field(default_factory=dict)

    def placed(self, name: str, schema: JsonObject) -> JsonObject:
        """The schema itself, or a reference to where it stands now."""
        # Two ways to ask may have two fields of one name.
        known = self.schemas.get(self._key(name))
        if known not in (None, schema):
            return self.placed(f"{name} 2", schema)
        if self.form is Form.INLINE:
            return schema
        key = self._key(name)
        self.schemas[key] = schema
        reference = key if self.form is Form.ENCODED else quote(key)
        return {"$ref": f"#/components/schemas/{reference}"}

    def _key(self, name: str) -> str:
        match self.form:
            case Form.ENCODED:
                return quote(name)
            case Form.SPACED:
                return f"{name} "
        return name


def _input(model: Model, components: _Components) -> JsonObject:
    variants = model.variants
    if not variants:
        return components.placed(
            f"{model.title} Request", _object(model, model.properties, model.required, components)
        )
    return {
        "oneOf": [
            components.placed(
                f"{model.title} Request {number}", _object(model, fields, required, components)
            )
            for number, (fields, required) in enumerate(variants, start=1)
        ]
    }


def _object(
    model: Model,
    properties: Mapping[str, JsonObject],
    required: tuple[str, ...],
    components: _Components,
) -> JsonObject:
    written = {
        name: components.placed(f"{model.title} {name}", schema)
        if "enum" in schema or schema.get("type") == "array"
        else {"description": f"The {name.replace('_', ' ')} of the video"} | dict(schema)
        for name, schema in properties.items()
    }
    return {
        "type": "object",
        "properties": written,
        "required": list(required),
        "x-apidog-orders": list(properties),
        "x-apidog-ignore-properties": [],
    }


def _operation(model: Model, body: JsonObject) -> JsonObject:
    answer = {
        "allOf": [
            {"$ref": "#/components/schemas/ApiResponse"},
            {"type": "object", "properties": {"data": _TASK}},
        ]
    }
    example = {name: one.get("default", "") for name, one in model.properties.items()}
    content = {"schema": body, "example": {"model": model.name, "input": example}}
    return {
        "summary": f"Generate content using {model.name}",
        "operationId": model.name.replace("/", "-"),
        "tags": [f"docs/en/Market/Video Models/{model.maker}"],
        "parameters": [],
        "requestBody": {"required": True, "content": {"application/json": content}},
        "responses": {
            "200": {
                "description": "Request successful",
                "content": {"application/json": {"schema": answer}},
            },
            "500": {"$ref": "#/components/responses/Error"},
        },
        "callbacks": {"onTaskCompleted": {"{$request.body#/callBackUrl}": {"post": _CALLED_BACK}}},
    }


_CALLBACK = "https://your-domain.com/api/callback"
_SECURITY = {"BearerAuth": {"type": "http", "scheme": "bearer", "bearerFormat": "API Key"}}
_TASK: JsonObject = {
    "type": "object",
    "properties": {"taskId": {"type": "string"}, "recordId": {"type": "string"}},
}
_RESPONSE: JsonObject = {
    "type": "object",
    "properties": {
        "code": {"type": "integer", "enum": [200, 401, 402, 404, 422, 429, 455, 500, 501, 505]},
        "msg": {"type": "string"},
    },
}
_CALLED_BACK: JsonObject = {
    "summary": "Task completed",
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "code": {"type": "integer"},
                        "msg": {"type": "string"},
                        "data": {
                            "type": "object",
                            "properties": {
                                "taskId": {"type": "string"},
                                "state": {"type": "string", "enum": ["success", "fail"]},
                                "resultJson": {"type": "string"},
                                "consumeCredits": {"type": "number"},
                            },
                        },
                    },
                }
            }
        },
    },
    "responses": {"200": {"description": "Callback received"}},
}
