"""Callbacks as bytes from anybody: an authentic one, or the documented refusal."""

import base64
import hashlib
import hmac
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.domain.webhook import CallbackRefusedError
from videogen_desktop.providers.kie.callbacks import (
    FRESH_MS,
    authentic_callback,
    candidate_task_ids,
    signature_of,
)

KEY = "whsec-1"
NOW = 1_795_000_000_000
STAMP = str(NOW // 1000)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


def body(**payload: Any) -> bytes:
    return json.dumps(payload).encode()


def test_the_signature_is_the_documented_one() -> None:
    digest = hmac.new(KEY.encode(), b"abc.1795000000", hashlib.sha256).digest()
    assert signature_of("abc", "1795000000", KEY) == base64.b64encode(digest).decode()
    assert len(signature_of("abc", "1", KEY)) == 44


def test_the_ids_are_tried_in_the_order_of_likelihood() -> None:
    payload: dict[str, object] = {
        "data": {"taskId": "a", "task_id": "b"},
        "taskId": "c",
        "task_id": "a",
    }
    assert candidate_task_ids(payload) == ("a", "b", "c")


@pytest.mark.parametrize("wanted", ["a", "b", "c"])
def test_the_task_is_the_one_that_was_signed(wanted: str) -> None:
    payload = body(data={"taskId": "a", "task_id": "b"}, taskId="c")
    found = authentic_callback(payload, STAMP, signature_of(wanted, STAMP, KEY), KEY, NOW)
    assert (found.task_id, found.signed_at) == (wanted, NOW)


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        ({"code": 200, "data": {"taskId": "a", "state": "SUCCESS"}}, "success"),
        ({"code": 501, "data": {"taskId": "a"}}, "fail"),
        ({"code": 200, "data": {"taskId": "a"}}, "success"),
        ({"code": 200, "data": {"taskId": "a", "state": "a\nb"}}, "success"),
        ({"code": 200, "data": {"taskId": "a", "state": "x" * 99}}, "x" * 40),
    ],
)
def test_what_it_says_is_a_short_plain_word(payload: dict[str, Any], said: str) -> None:
    signed = signature_of("a", STAMP, KEY)
    assert authentic_callback(json.dumps(payload).encode(), STAMP, signed, KEY, NOW).said == said


@pytest.mark.parametrize(
    ("offset_ms", "fresh"),
    [(0, True), (FRESH_MS, True), (-FRESH_MS, True), (FRESH_MS + 1000, False), (-301_000, False)],
)
def test_only_fresh_ones_are_taken(offset_ms: int, fresh: bool) -> None:
    signed = signature_of("a", STAMP, KEY)
    arguments = (body(data={"taskId": "a"}), STAMP, signed, KEY, NOW + offset_ms)
    if fresh:
        assert authentic_callback(*arguments).task_id == "a"
        return
    with pytest.raises(CallbackRefusedError) as refused:
        authentic_callback(*arguments)
    assert refused.value.reason == "stale"


@pytest.mark.parametrize(
    "task_id", ["", " ", "a\n", "\u202ea", "x" * 2001, 7, None, ["a"], {"a": 1}]
)
def test_what_is_no_task_id_is_never_signed_for(task_id: object) -> None:
    signed = signature_of(str(task_id), STAMP, KEY)
    with pytest.raises(CallbackRefusedError) as refused:
        authentic_callback(body(data={"taskId": task_id}), STAMP, signed, KEY, NOW)
    assert refused.value.reason == "forged"


@pytest.mark.parametrize("stamp", ["", "x", "-1", "1.5", "٣", "1" * 15, " 1", "1e9"])
def test_what_is_no_moment_is_refused(stamp: str) -> None:
    signed = signature_of("a", stamp, KEY)
    with pytest.raises(CallbackRefusedError) as refused:
        authentic_callback(body(data={"taskId": "a"}), stamp, signed, KEY, NOW)
    assert refused.value.reason == ("malformed" if stamp else "unsigned")


@given(
    st.binary(max_size=300) | JSON.map(lambda value: json.dumps(value).encode()),
    st.none() | st.text(max_size=20) | st.just(STAMP),
    st.none() | st.text(max_size=60),
)
def test_nobody_without_the_key_gets_in_or_breaks_it(
    content: bytes, stamp: str | None, signature: str | None
) -> None:
    with pytest.raises(CallbackRefusedError):
        authentic_callback(content, stamp, signature, KEY, NOW)
