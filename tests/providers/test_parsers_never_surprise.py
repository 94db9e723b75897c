"""Whatever bytes come, the parsers raise documented errors or return a value that can be kept."""

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.providers.kie_rig import KEY, NOON
from videogen_desktop.domain.addresses import normalised_api_base
from videogen_desktop.domain.errors import (
    ApiBaseRefusedError,
    ProviderError,
    ResultUrlRefusedError,
)
from videogen_desktop.domain.tasks import is_task_id
from videogen_desktop.providers.address_rules import checked_url
from videogen_desktop.providers.kie.client import task_status
from videogen_desktop.providers.kie.envelope import created_task_id, parse_envelope
from videogen_desktop.providers.kie.refusals import LONGEST_MS, create_error, retry_after_ms
from videogen_desktop.providers.provider_words import ProviderWords

WORDS = ProviderWords(KEY)
TEXT = st.one_of(
    st.text(max_size=30),
    st.text(alphabet=st.characters(codec=None), max_size=10),
    st.sampled_from(["success", "fail", "waiting", KEY, '{"resultUrls":["https://x/y"]}', "1e999"]),
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)
FIELDS = [
    "taskId",
    "task_id",
    "state",
    "successFlag",
    "resultJson",
    "response",
    "param",
    "failCode",
    "failMsg",
    "creditsConsumed",
    "consumeCredits",
    "createTime",
    "completeTime",
    "errorCode",
    "errorMessage",
]
RECORDS = st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=8)
ANSWERS = st.fixed_dictionaries(
    {"code": st.one_of(st.sampled_from([200, 401, 404, 408, 422, 429, 500, 501, 505]), JSON)},
    optional={"msg": JSON, "message": JSON, "taskId": JSON, "data": st.one_of(RECORDS, JSON)},
)


def _may_be_stored(text: str) -> None:
    text.encode()
    assert KEY not in text


def _read(body: bytes, http_status: int) -> None:
    try:
        envelope = parse_envelope(body, http_status, WORDS)
    except ProviderError as error:
        _may_be_stored(error.message)
        return
    task_id = created_task_id(envelope)
    if task_id is not None:
        assert is_task_id(task_id)
    _may_be_stored(create_error(envelope.code, envelope.message, None).message)
    try:
        status = task_status(envelope, "abc", WORDS)
    except ProviderError as error:
        _may_be_stored(error.message)
        return
    for url in status.result_urls:
        url.encode()
    for text in (status.raw, status.word or "", status.failure_message or ""):
        _may_be_stored(text)


@settings(max_examples=150)
@given(answer=ANSWERS, http_status=st.sampled_from([200, 401, 502]))
def test_any_json_in_an_envelopes_shape(answer: dict[str, object], http_status: int) -> None:
    _read(json.dumps(answer).encode(), http_status)


@settings(max_examples=200)
@given(body=st.binary(max_size=200), http_status=st.sampled_from([200, 502]))
@example(body=b"\xff\xfe{}", http_status=200)
@example(body=b"[" * 200_000, http_status=200)
@example(body=b'{"code":' + b"9" * 10_000 + b"}", http_status=200)
@example(body=b"<html><title>\xff" + KEY.encode(), http_status=502)
def test_any_bytes_at_all(body: bytes, http_status: int) -> None:
    _read(body, http_status)


@given(header=st.one_of(st.none(), st.text(max_size=40), st.integers().map(str)))
@example(header="Fri, 31 Dec 9999 23:59:59 -2359")
@example(header="Sun, 22 Nov 2026 12:00:07 +9999")
def test_any_retry_after(header: str | None) -> None:
    wait_ms = retry_after_ms(header, NOON)
    assert wait_ms is None or 0 <= wait_ms <= LONGEST_MS


@settings(max_examples=150)
@given(
    text=st.one_of(
        st.text(alphabet=st.characters(codec=None), max_size=40),
        st.text(alphabet="htps:/@.[]%a1\\?#-", max_size=25).map("https://".__add__),
    )
)
def test_any_address(text: str) -> None:
    try:
        assert checked_url(text, loopback_allowed=False).scheme == "https"
    except ResultUrlRefusedError as error:
        error.host.encode()
    try:
        base = normalised_api_base(text)
        assert normalised_api_base(base) == base
    except ApiBaseRefusedError as error:
        error.api_base.encode()
