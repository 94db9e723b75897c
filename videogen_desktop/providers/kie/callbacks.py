"""Kie's callbacks: which task one is about, and whether Kie sent it.

Signature = Base64(HMAC-SHA256(webhookHmacKey, taskId + "." + timestamp)) in two headers, with the
timestamp in Unix seconds (Kie's "Webhook Security Verification"). The body is not signed, so it
decides nothing. The documentation's own sample takes the id from a field that real payloads do not
have: every field that may hold it is tried.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import NoReturn

from videogen_desktop.domain.errors import MalformedAnswerError
from videogen_desktop.domain.tasks import is_task_id
from videogen_desktop.domain.webhook import Callback, CallbackRefusedError, SignedCallback

TIMESTAMP_HEADER = "X-Webhook-Timestamp"
SIGNATURE_HEADER = "X-Webhook-Signature"
# None is documented; longer than any delivery with its retries, short enough to bound a replay.
FRESH_MS = 300_000
_TIMESTAMP_CHARACTERS = 15
_WORD_CHARACTERS = 40
# Python's own limit for integers is 4300 digits; no figure here needs more than a few dozen.
_NUMBER_CHARACTERS = 64
_OK = 200


def check_callback(body: bytes, headers: Mapping[str, str], key: str, now_ms: int) -> Callback:
    """See domain.webhook.CheckCallback."""
    timestamp, signature = headers.get(TIMESTAMP_HEADER), headers.get(SIGNATURE_HEADER)
    return authentic_callback(body, timestamp, signature, key, now_ms)


def authentic_callback(
    body: bytes, timestamp: str | None, signature: str | None, key: str, now_ms: int
) -> Callback:
    """Check a delivery; times in milliseconds. Raises CallbackRefusedError."""
    if not timestamp or not signature:
        raise CallbackRefusedError("unsigned")
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < _TIMESTAMP_CHARACTERS):
        raise CallbackRefusedError("malformed")
    signed_at = int(timestamp) * 1000
    if abs(now_ms - signed_at) > FRESH_MS:
        raise CallbackRefusedError("stale")
    payload = _payload(body)
    task_id = _signed_id(candidate_task_ids(payload), timestamp, signature, key)
    if task_id is None:
        raise CallbackRefusedError("forged")
    return Callback(task_id, signed_at, _said(payload))


def candidate_task_ids(payload: dict[str, object]) -> tuple[str, ...]:
    """Every id that the payload may be about, the likeliest first."""
    data = payload.get("data")
    inner = data if isinstance(data, dict) else {}
    found = [
        *(inner.get("taskId"), inner.get("task_id")),
        *(payload.get("taskId"), payload.get("task_id")),
    ]
    ids = (value for value in found if isinstance(value, str) and is_task_id(value))
    return tuple(dict.fromkeys(ids))


def signature_of(task_id: str, timestamp: str, key: str) -> str:
    """What the signature header of a callback holds."""
    digest = hmac.new(key.encode(), f"{task_id}.{timestamp}".encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def signed_callback(task_id: str, key: str, now_ms: int) -> SignedCallback:
    """See domain.webhook.SignCallback."""
    timestamp = str(now_ms // 1000)
    body = {"code": _OK, "msg": "test", "data": {"taskId": task_id, "state": "success"}}
    headers = {
        "Content-Type": "application/json",
        TIMESTAMP_HEADER: timestamp,
        SIGNATURE_HEADER: signature_of(task_id, timestamp, key),
    }
    return SignedCallback(json.dumps(body).encode(), headers)


def _signed_id(ids: tuple[str, ...], timestamp: str, signature: str, key: str) -> str | None:
    given = signature.strip().encode("utf-8", "replace")
    found = None
    # All of them, whichever fits: how long it takes says nothing.
    for task_id in ids:
        fits = hmac.compare_digest(signature_of(task_id, timestamp, key).encode(), given)
        if fits and found is None:
            found = task_id
    return found


def _payload(body: bytes) -> dict[str, object]:
    try:
        payload = strict_json(body)
    except MalformedAnswerError as error:
        raise CallbackRefusedError("malformed") from error
    if not isinstance(payload, dict):
        raise CallbackRefusedError("malformed")
    return payload


def _said(payload: dict[str, object]) -> str:
    data = payload.get("data")
    state = data.get("state") if isinstance(data, dict) else None
    if isinstance(state, str) and state.isascii() and state.isalnum():
        return state.lower()[:_WORD_CHARACTERS]
    return "success" if payload.get("code") == _OK else "fail"


def strict_json(text: str | bytes) -> object:
    """Decode UTF-8 JSON. Numbers with a fraction or an exponent become Decimal. A callback only
    hints: everything that the standard decoder lets through is refused here.

    Raises MalformedAnswerError for anything but valid JSON, and for NaN, Infinity, duplicate
    keys, absurdly long numbers and nesting deeper than the interpreter can follow.
    """
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        return json.loads(
            text,
            parse_float=_decimal,
            parse_int=_integer,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique_keys,
        )
    # ArithmeticError: an exponent too large for Decimal.
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise MalformedAnswerError(f"not JSON: {type(error).__name__}") from error


def _integer(text: str) -> int:
    if len(text) > _NUMBER_CHARACTERS:
        raise ValueError("too many digits")
    return int(text)


def _decimal(text: str) -> Decimal:
    if len(text) > _NUMBER_CHARACTERS:
        raise ValueError("too many digits")
    return Decimal(text)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys = dict(pairs)
    if len(keys) != len(pairs):
        raise ValueError("duplicate keys")
    return keys
