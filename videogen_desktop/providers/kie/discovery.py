"""Kie's answers about its models: the list, schemas, success rates.

As recorded between April and October 2026: one call a second for all of them together, titles and
task types that are not always right, prices in prose or none, schemas of any form or none.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from urllib.parse import quote

from videogen_desktop.domain.errors import MalformedAnswerError
from videogen_desktop.domain.offer import ListedModel
from videogen_desktop.providers.kie.offered_model import may_make_videos
from videogen_desktop.providers.kie.price_text import LONGEST as LONGEST_PRICE_TEXT
from videogen_desktop.providers.kie.schema_reading import LARGEST_BYTES, input_schema
from videogen_desktop.providers.provider_words import ProviderWords

LISTED = "/api/v1/models"
# 218 models with their prose were 130 KB.
LARGEST_LIST_BYTES = 1_024 * 1_024
_MOST_MODELS = 2_000
_MOST_KINDS = 10
_LONGEST_ID = 120
_LONGEST_TITLE = 80


class OfferReader:
    """Asks for what Kie offers, one thing a call; see domain.provider.OfferTeller. `tell` reads a
    path, up to so many bytes."""

    def __init__(self, tell: Callable[[str, int], Awaitable[object]], words: ProviderWords) -> None:
        self._tell = tell
        self._words = words

    async def listed_models(self) -> tuple[ListedModel, ...]:
        return await listed_models(await self._tell(LISTED, LARGEST_LIST_BYTES), self._words)

    async def schema(self, model_id: str) -> str:
        return kept_schema(await self._tell(schema_path(model_id), LARGEST_BYTES))

    async def success_rate(self, model_id: str) -> float | None:
        return rate_of_day(await self._tell(success_rate_path(model_id), LARGEST_BYTES))


def schema_path(model_id: str) -> str:
    """A slash of the model's name stays one."""
    return f"{LISTED}/{quote(model_id)}/schema"


def success_rate_path(model_id: str) -> str:
    return f"{LISTED}/{quote(model_id)}/success-rate"


async def listed_models(data: object, words: ProviderWords) -> tuple[ListedModel, ...]:
    """The models of the list; their prose is cleaned in slices. Raises MalformedAnswerError for no
    list."""
    entries = data.get("models") if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise MalformedAnswerError("there is no list of models")
    found: dict[str, ListedModel] = {}
    for entry in entries[:_MOST_MODELS]:
        said = entry if isinstance(entry, Mapping) else {}
        model_id = said.get("model")
        if isinstance(model_id, str) and _is_id(model_id) and model_id not in found:
            found[model_id] = _listed(model_id, said, words)
            await asyncio.sleep(0)
    return tuple(found.values())


def _listed(model_id: str, said: Mapping[str, object], words: ProviderWords) -> ListedModel:
    kinds = said.get("taskType")
    some = kinds[:_MOST_KINDS] if isinstance(kinds, list) else []
    listed = ListedModel(
        model_id,
        words.message(said.get("title"), _LONGEST_TITLE) or model_id,
        words.message(said.get("provider"), _LONGEST_TITLE),
        tuple(words.message(one, _LONGEST_TITLE) for one in some),
        _price_text(said.get("pricingDesc"), words),
    )
    return replace(listed, may_fit=may_make_videos(listed))


def _is_id(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_ID and text.isascii() and text.isprintable() and " " not in text
    )


def _price_text(said: object, words: ProviderWords) -> str | None:
    """Cleaned line by line: where one ends says which words belong together."""
    if not isinstance(said, str):
        return None
    lines = said[:LONGEST_PRICE_TEXT].splitlines()
    return "\n".join(filter(None, (words.message(one, LONGEST_PRICE_TEXT) for one in lines)))


def kept_schema(data: object) -> str:
    """Of a document what `Vendor.read_offer` reads; "" where there is none. Raises
    MalformedAnswerError."""
    if not isinstance(data, dict) or "openapi" not in data:
        raise MalformedAnswerError("there is no schema")
    found = input_schema(data["openapi"])
    return "" if found is None else json.dumps(found, ensure_ascii=False)


def rate_of_day(data: object) -> float | None:
    """Of the ten minutes of the last day in which anybody asked for something, the mean: how many
    runs each had is not told."""
    points = data.get("points") if isinstance(data, dict) else None
    if not isinstance(points, list):
        raise MalformedAnswerError("there are no success rates")
    said = [one.get("successRate") for one in points[:1_000] if isinstance(one, dict)]
    numbers = [one for one in said if isinstance(one, int | Decimal) and one is not True]
    rates = [float(one) for one in numbers if 0 <= one <= 100]
    return round(sum(rates) / len(rates), 1) if rates else None
