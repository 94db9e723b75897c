"""The calls of a client that spends nothing: models, schemas, prices, success rates."""

from collections.abc import Mapping

from starlette.responses import Response

from videogen_desktop.sandbox import envelopes
from videogen_desktop.sandbox.catalogue import (
    Catalogue,
    Choice,
    Field,
    Flag,
    JsonObject,
    Model,
    Text,
)
from videogen_desktop.sandbox.validation import UNSUPPORTED_MODEL

TASK_TYPE = "Text to Video"
POINT_MILLISECONDS = 600_000
POINTS = 144
LARGEST_PAGE = 100


def models(catalogue: Catalogue, task_types: str, provider: str, words: str) -> Response:
    """GET /api/v1/models: all of them; no match is an empty list, never an error."""
    wanted = {part.strip().lower() for part in task_types.split(",") if part.strip()}
    found = [
        _listed(model)
        for model in catalogue.values()
        if (not wanted or TASK_TYPE.lower() in wanted)
        and provider.lower() in ("", _provider(model).lower())
        and words.lower() in model.name.lower()
    ]
    return envelopes.success({"total": len(found), "models": found})


def about(catalogue: Catalogue, name: str, subject: str, now: int) -> Response:
    """GET /api/v1/models/<model>/schema, /price or /success-rate."""
    model = catalogue.get(name)
    if model is None:
        return envelopes.envelope(404, UNSUPPORTED_MODEL)
    match subject:
        case "schema":
            return envelopes.success({"model": name, "openapi": _openapi(model)})
        case "price":
            return envelopes.success({"model": name, "pricingDesc": _price_words(model)})
    return envelopes.success({"model": name, "points": _points(now)})


def price_page(catalogue: Catalogue, body: object) -> Response:
    """POST /client/v1/model-pricing/page: the public price feed; it needs no key."""
    asked = body if isinstance(body, dict) else {}
    size = _whole(asked.get("pageSize"), 10, LARGEST_PAGE)
    first = (_whole(asked.get("pageNum"), 1, 10_000) - 1) * size
    words = str(asked.get("modelDescription") or "").lower()
    rows = [_price_row(model) for model in catalogue.values() if words in model.name.lower()]
    page = {
        "records": rows[first : first + size],
        "total": len(rows),
        "pages": -(-len(rows) // size),
    }
    return envelopes.success(page)


def price_count(catalogue: Catalogue) -> Response:
    """GET /client/v1/model-pricing/count."""
    return envelopes.success(len(catalogue))


def _listed(model: Model) -> dict[str, object]:
    return {
        "model": model.name,
        "slug": model.name.replace("/", "-"),
        "title": model.name,
        "provider": _provider(model),
        "taskType": [TASK_TYPE],
        "description": None,
        "pricingDesc": _price_words(model),
    }


def _provider(model: Model) -> str:
    return model.name.partition("/")[0].partition("-")[0].capitalize()


def _default_price(model: Model) -> int:
    return model.price(_defaults(model))


def _defaults(model: Model) -> JsonObject:
    filled: dict[str, object] = {}
    for field in model.fields:
        match field:
            case Choice(name, values, default):
                filled[name] = default or values[0]
            case Flag(name):
                filled[name] = False
            case Text():
                pass
            case _:
                filled[field.name] = field.default
    return filled


def _price_words(model: Model) -> str:
    amount = envelopes.credits_of(_default_price(model))
    return f"{amount:g} credits (about ${amount * 0.005:.3f}) per video"


def _price_row(model: Model) -> dict[str, object]:
    amount = envelopes.credits_of(_default_price(model))
    return {
        "modelDescription": f"{model.name}, {TASK_TYPE.lower()}",
        "interfaceType": "video",
        "provider": _provider(model),
        "creditPrice": f"{amount:g}",
        # Misspelled in the real feed too.
        "creditUnit": "per vedio",
        "usdPrice": f"{amount * 0.005:.3f}",
        "falPrice": "",
        "discountRate": 0,
        "anchor": f"https://kie.ai/market?model={model.name}",
        "discountPrice": False,
    }


def _openapi(model: Model) -> dict[str, object]:
    fields = {field.name: _field_schema(field) for field in model.fields}
    required = [field.name for field in model.fields if field.required]
    inputs = {"type": "object", "properties": fields, "required": required}
    body = {
        "type": "object",
        "properties": {
            "model": {"type": "string", "enum": [model.name]},
            "callBackUrl": {"type": "string", "format": "uri"},
            "input": inputs,
        },
        "required": ["model", "input"],
    }
    operation = {"requestBody": {"content": {"application/json": {"schema": body}}}}
    return {"openapi": "3.1.0", "paths": {"/api/v1/jobs/createTask": {"post": operation}}}


def _field_schema(field: Field) -> Mapping[str, object]:
    match field:
        case Text(_, longest):
            return {"type": "string", "maxLength": longest}
        case Choice(_, values, default):
            known: dict[str, object] = {"type": "string", "enum": list(values)}
            return known if default is None else known | {"default": default}
        case Flag():
            return {"type": "boolean"}
    return {"type": "integer", "enum": list(field.values), "default": field.default}


def _points(now: int) -> list[dict[str, object]]:
    end = now - now % POINT_MILLISECONDS
    starts = range(end - POINTS * POINT_MILLISECONDS, end, POINT_MILLISECONDS)
    return [
        {
            "start": start,
            "end": start + POINT_MILLISECONDS,
            "successRate": 1.0,
            "errorRate": 0.0,
            "isNormal": True,
        }
        for start in starts
    ]


def _whole(value: object, default: int, largest: int) -> int:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return min(value, largest) if is_number and isinstance(value, int) and value > 0 else default
