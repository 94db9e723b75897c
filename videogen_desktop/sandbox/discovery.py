"""The calls of a client that spends nothing: models, schemas, prices, success rates."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime

from starlette.responses import Response

from videogen_desktop.sandbox import envelopes
from videogen_desktop.sandbox.catalogue import Catalogue, JsonObject, Model
from videogen_desktop.sandbox.price_words import price_rows, price_words
from videogen_desktop.sandbox.provider_schema import provider_schema, spoiled_schema
from videogen_desktop.sandbox.validation import UNSUPPORTED_MODEL

POINT_MILLISECONDS = 600_000
POINTS = 144
LARGEST_PAGE = 100
SCHEMA_FAULTS = ("schema-huge", "schema-cycle", "schema-enum", "schema-dunder")
_NOT_TRUE_ONE_IN = 10
# Listed with the others, and no videos: what they are called here is what Kie's list of
# 1 October 2026 said of them, the first of them wrongly.
_OTHERS: Mapping[str, tuple[str, str, str, str]] = {
    "ideogram/v3-text-to-image": (
        *("Ideogram V3 Text to Image", "Ideogram", "Text to Video"),
        "Ideogram V3 costs 3.5 credits ($0.0175) for Turbo, 7 credits ($0.035) for Balanced, or "
        "10 credits (~$0.05) for Quality per image.",
    ),
    "google/nano-banana": (
        *("Nano Banana-Gemini 2.5 Flash Image(Text to Image)", "Google", "Text to Image"),
        "Nano Banana API costs 4 credits per image (~$0.02).",
    ),
    "ai-music-api/sounds": (
        *("Ai Music API Sounds", "Suno", "Audio to Audio"),
        "Generate sounds costs 2.5 credits per request (≈ $0.0125).",
    ),
    "gpt-5-5": (
        *("GPT 5.5", "OpenAI", "Chat"),
        "Input 280 credits / 1M tokens (≈ $1.40), Output 1680 credits / 1M tokens (≈ $8.40).",
    ),
}


def models(catalogue: Catalogue, task_types: str, provider: str, words: str) -> Response:
    """GET /api/v1/models: all of them; no match is an empty list, never an error."""
    wanted = {part.strip().lower() for part in task_types.split(",") if part.strip()}
    every = [_listed(catalogue, model) for model in catalogue.values()]
    found = [
        entry
        for entry in [*every, *map(_other, _OTHERS)]
        if (not wanted or any(kind.lower() in wanted for kind in _kinds(entry)))
        and provider.lower() in ("", str(entry["provider"]).lower())
        and words.lower() in str(entry["model"]).lower()
    ]
    return envelopes.success({"total": len(found), "models": found})


def about(
    catalogue: Catalogue, name: str, subject: str, now: int, fault: str | None = None
) -> Response:
    """GET /api/v1/models/<model>/schema, /price or /success-rate.

    ``fault`` is one of ``SCHEMA_FAULTS`` that spoils the schema.
    """
    model = catalogue.get(name) or _other_model(name)
    if model is None:
        return envelopes.envelope(404, UNSUPPORTED_MODEL)
    match subject:
        case "schema":
            document = spoiled_schema(model, fault) if fault else provider_schema(model)
            return envelopes.success({"model": name, "openapi": document})
        case "price":
            is_other = name in _OTHERS
            words = _OTHERS[name][3] if is_other else price_words(catalogue, model)
            return envelopes.success({"model": name, "pricingDesc": words})
    return envelopes.success({"model": name, "points": _points(name, now)})


def price_page(catalogue: Catalogue, body: object) -> Response:
    """POST /client/v1/model-pricing/page: the public price feed; it needs no key."""
    asked = body if isinstance(body, dict) else {}
    size = _whole(asked.get("pageSize"), 10, LARGEST_PAGE)
    first = (_whole(asked.get("pageNum"), 1, 10_000) - 1) * size
    words = str(asked.get("modelDescription") or "").lower()
    every = [row for model in catalogue.values() for row in price_rows(model)]
    rows = [row for row in every if words in str(row["modelDescription"]).lower()]
    page = {
        "records": rows[first : first + size],
        "total": len(rows),
        "pages": -(-len(rows) // size),
    }
    return envelopes.success(page)


def price_count(catalogue: Catalogue) -> Response:
    """GET /client/v1/model-pricing/count."""
    videos = sum(len(model.prices) for model in catalogue.values())
    return envelopes.success({"all": videos, "image": 0, "video": videos, "music": 0, "chat": 0})


def _listed(catalogue: Catalogue, model: Model) -> dict[str, object]:
    digest = hashlib.sha256(b"listed" + model.name.encode()).digest()
    task_types = list(model.task_types)
    if model.maker != "Sandbox" and digest[0] % _NOT_TRUE_ONE_IN == 0:
        task_types = ["Image to Video" if task_types == ["Text to Video"] else "Text to Image"]
    description = (None, "", f"{model.title} turns words and pictures into videos.")[digest[1] % 3]
    return {
        "model": model.name,
        "slug": model.name,
        "title": model.title,
        "provider": model.maker,
        "taskType": task_types,
        "description": description,
        "pricingDesc": price_words(catalogue, model),
    }


def _other(name: str) -> dict[str, object]:
    title, provider, task_type, price = _OTHERS[name]
    return {
        "model": name,
        "slug": name,
        "title": title,
        "provider": provider,
        "taskType": [task_type],
        "description": None,
        "pricingDesc": price,
    }


def _other_model(name: str) -> Model | None:
    if name not in _OTHERS:
        return None
    title, maker, task_type, _ = _OTHERS[name]
    sizes = ["square_hd", "portrait_16_9", "landscape_16_9"]
    properties: dict[str, JsonObject] = {
        "prompt": {"type": "string", "maxLength": 5000},
        "image_size": {"type": "string", "enum": sizes, "default": "square_hd"},
    }
    return Model(name, title, maker, (), (task_type,), properties, ("prompt",))


def _kinds(entry: Mapping[str, object]) -> list[str]:
    kinds = entry["taskType"]
    return [str(kind) for kind in kinds] if isinstance(kinds, list) else []


def _points(name: str, now: int) -> list[dict[str, object]]:
    end = now - now % POINT_MILLISECONDS
    starts = range(end - POINTS * POINT_MILLISECONDS, end, POINT_MILLISECONDS)
    return [_point(name, start) for start in starts]


def _point(name: str, start: int) -> dict[str, object]:
    # Nobody asked for anything in some of the ten minutes: then there is no rate.
    digest = hashlib.sha256(f"{name} {start}".encode()).digest()
    failed = None if digest[0] < 16 else round(digest[1] / 40, 1)
    return {
        "start": _iso(start),
        "end": _iso(start + POINT_MILLISECONDS),
        "successRate": None if failed is None else round(100 - failed, 1),
        "errorRate": failed,
        "isNormal": failed is None or failed < 5,
    }


def _iso(moment: int) -> str:
    text = datetime.fromtimestamp(moment / 1000, UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def _whole(value: object, default: int, largest: int) -> int:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return min(value, largest) if is_number and isinstance(value, int) and value > 0 else default
