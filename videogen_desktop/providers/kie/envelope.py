"""The envelope around every answer of Kie: `code`, `msg`, `data`, mostly inside HTTP 200."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from videogen_desktop.domain.credits import hundredths_from_credits
from videogen_desktop.domain.errors import MalformedAnswerError
from videogen_desktop.domain.provider import ConsumedCredits
from videogen_desktop.domain.tasks import is_task_id
from videogen_desktop.providers.kie.lenient_json import Differing, lenient_json, unwrapped_json
from videogen_desktop.providers.provider_words import ProviderWords

# What stands in the place of an id when nothing was made; words of tomorrow are for `rescue`.
_NO_IDS = frozenset({"success", "ok", "true", "false", "null", "none", "accepted", "created"})
_SUCCESS = 200
# Of a figure's own words.
_FIGURE_CHARACTERS = 100
_RAW_CHARACTERS = 8_000
_EARLIEST_MS = 1_577_836_800_000  # 2020
_LATEST_MS = 7_258_118_400_000  # 2200


@dataclass(frozen=True, slots=True)
class Envelope:
    """`code` is the provider's verdict whatever the HTTP status said, None when it has none that
    can be read; `message` is cleaned. `success` is as the upload host has it beside them."""

    code: int | None
    message: str
    data: object
    task_id_beside_data: object = None
    success: object = None


def parse_envelope(body: bytes, http_status: int, words: ProviderWords) -> Envelope:
    """Read an answer by its body alone: gateways were seen to leave the content type out.

    Raises MalformedAnswerError, with the page's title if it is a page, and the HTTP status.
    """
    try:
        answer = lenient_json(body)
    except MalformedAnswerError as error:
        raise MalformedAnswerError(words.page_excerpt(body), str(http_status)) from error
    if not isinstance(answer, dict):
        raise MalformedAnswerError("the answer is not an object", str(http_status))
    # Older pages of the documentation call the field `message`.
    message = words.message(answer.get("msg")) or words.message(answer.get("message"))
    beside = answer.get("taskId", answer.get("task_id"))
    return Envelope(
        _code(answer.get("code")), message, answer.get("data"), beside, answer.get("success")
    )


def created_task_id(envelope: Envelope) -> str | None:
    """The id of a new task wherever the answer has it; None when there is no usable one, or when
    the same place names two."""
    for candidate in _candidates(envelope):
        if isinstance(candidate, Differing):
            return None
        if (task_id := _task_id(candidate)) is not None:
            return task_id
    return None


def _candidates(envelope: Envelope) -> Iterator[object]:
    inner = unwrapped_json(envelope.data)
    data = envelope.data if inner is None else inner
    if isinstance(data, list) and len(data) == 1:
        (data,) = data
    if isinstance(data, dict):
        yield from (data.get("taskId"), data.get("task_id"))
    yield envelope.task_id_beside_data
    if isinstance(data, dict):
        yield data.get("id")
    elif envelope.code == _SUCCESS and str(data).lower() not in _NO_IDS:
        # Beside any other code it is an explanation.
        yield data


def _code(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    return None


def _task_id(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) and is_task_id(value) else None


def figure_in_credits(value: object) -> ConsumedCredits | None:
    """A number, or a number as text, as hundredths with the text it came as; None otherwise."""
    if value is None or isinstance(value, bool):
        return None
    raw = str(value).strip()
    try:
        return ConsumedCredits(hundredths_from_credits(raw), raw[:_FIGURE_CHARACTERS])
    except ValueError:
        return None


def moment(value: object) -> int | None:
    """Unix milliseconds; 0, null and what cannot be a date mean that there is none."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if _EARLIEST_MS <= value <= _LATEST_MS else None


def raw_text(envelope: Envelope, record: dict[str, object], words: ProviderWords) -> str:
    """The record as it came, to be kept with the video."""
    # Without `param`, which may hold a secret callback address.
    kept = {key: value for key, value in record.items() if key != "param"}
    answer = {"code": envelope.code, "msg": envelope.message, "data": kept or None}
    try:
        text = json.dumps(answer, ensure_ascii=False, default=str, separators=(",", ":"))
    except (ValueError, RecursionError):
        return ""
    return words.message(text, _RAW_CHARACTERS)
