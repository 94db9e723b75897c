"""Every answer of a provider is read, or refused with a documented error; nothing grows from it.

What comes out can be stored, logged and shown: encodable, bounded, without the key.
"""

import json
import tracemalloc

import pytest
from hypothesis import strategies as st

from tests.fuzz.effort import effort, holds
from tests.fuzz.hostile import as_bytes, damaged, documents, records, text
from tests.providers.answer_corpus import shapes
from tests.providers.kie_rig import KEY
from videogen_desktop.domain.errors import MalformedAnswerError, ProviderError
from videogen_desktop.domain.provider import TaskStatus
from videogen_desktop.domain.tasks import LONGEST_ID, is_task_id
from videogen_desktop.providers.answer_body import JSON_LIMIT_BYTES
from videogen_desktop.providers.kie.callbacks import strict_json
from videogen_desktop.providers.kie.client import task_status
from videogen_desktop.providers.kie.envelope import (
    Envelope,
    created_task_id,
    figure_in_credits,
    parse_envelope,
)
from videogen_desktop.providers.kie.lenient_json import lenient_json
from videogen_desktop.providers.kie.refusals import create_error, read_error
from videogen_desktop.providers.kie.result_urls import download_address
from videogen_desktop.providers.provider_words import MESSAGE_CHARACTERS, ProviderWords

WORDS = ProviderWords(KEY)
CORPUS = shapes()
# One for each place that a parser looks into.
RECORD = [
    *("taskId", "task_id", "model", "state", "successFlag", "param", "input", "prompt"),
    *("resultJson", "response", "resultUrls", "resultUrl", "videoInfo", "info", "url"),
    *("failCode", "failMsg", "errorCode", "errorMessage", "creditsConsumed", "consumeCredits"),
    *("createTime", "completeTime", "aspect_ratio", "callBackUrl"),
]
ENVELOPE = ["code", "code", "msg", "message", "data", "taskId", "task_id", "downloadUrl"]
HTTP = st.sampled_from([200, 200, 400, 401, 402, 429, 500, 502])
PHASES_AND_CODES = [
    f'{{"code":{code},"msg":"m","data":{{"taskId":"abc","state":"{state}",%s}}}}'
    for code in (200, 505)
    for state in ("success", "fail", "generating")
]


def envelopes() -> st.SearchStrategy[bytes]:
    """Anything; an envelope of anything; a record with one field of anything."""
    one_field = st.builds(
        lambda shape, name, value: shape.replace("%s", f'"{name}":{value}'),
        st.sampled_from(PHASES_AND_CODES),
        st.sampled_from(RECORD),
        documents(RECORD, leaves=6),
    )
    whole = st.builds(
        lambda code, record: f'{{"code":{code},"data":{record}}}',
        st.sampled_from(["200", '"200"', "404", "422", "501", "505", "null"]),
        records(RECORD),
    )
    sources = st.one_of(documents(ENVELOPE), records(ENVELOPE), whole, one_field)
    return st.one_of(as_bytes(sources), st.binary(max_size=80))


def may_be_kept(value: str | None, most: int) -> None:
    if value is not None:
        value.encode()
        assert len(value) <= most
        assert "\0" not in value
        assert KEY not in value


def is_sound(status: TaskStatus) -> None:
    for value in (status.word, status.failure_code, status.failure_message):
        may_be_kept(value, MESSAGE_CHARACTERS)
    may_be_kept(status.raw, 8_000)
    assert len(status.result_urls) <= 20 >= len(status.spare_urls)
    for url in (*status.result_urls, *status.spare_urls):
        may_be_kept(url, 8_000)
    if status.consumed is not None:
        assert 0 <= status.consumed.amount <= 10**15
        may_be_kept(status.consumed.raw, 100)
    for moment in (status.created_at, status.ended_at):
        assert moment is None or 0 < moment < 2**53


def read_as_everything(body: bytes, http_status: int) -> None:
    try:
        envelope = parse_envelope(body, http_status, WORDS)
    except MalformedAnswerError as error:
        may_be_kept(error.message, MESSAGE_CHARACTERS)
        return
    may_be_kept(envelope.message, MESSAGE_CHARACTERS)
    task_id = created_task_id(envelope)
    if task_id is not None:
        assert is_task_id(task_id)
        may_be_kept(task_id, LONGEST_ID)
    for meaning in (create_error, read_error):
        may_be_kept(meaning(envelope.code, envelope.message, None).message, MESSAGE_CHARACTERS)
    read_as_record(envelope)
    figure = figure_in_credits(envelope.data)
    if figure is not None:
        may_be_kept(figure.raw, 100)
        assert abs(figure.amount) <= 10**15
    may_be_kept(download_address(envelope.data), 8_000)


def read_as_record(envelope: Envelope) -> None:
    try:
        is_sound(task_status(envelope, "abc", WORDS))
    except ProviderError as error:
        may_be_kept(error.message, MESSAGE_CHARACTERS)


@effort
def test_any_answer_is_read_or_refused(examples: int) -> None:
    holds(examples, read_as_everything, envelopes(), HTTP)


@st.composite
def spoiled_shapes(draw: st.DrawFn) -> bytes:
    """An answer of the corpus, some of its bytes overwritten, cut out, doubled or put in."""
    return draw(damaged(draw(st.sampled_from(CORPUS)).body))


def test_every_known_shape_is_read_or_refused_as_any_other() -> None:
    for shape in CORPUS:
        for http_status in (200, 401, 502):
            read_as_everything(shape.body, http_status)


@effort
def test_known_shapes_spoiled_are_read_or_refused(examples: int) -> None:
    holds(examples, read_as_everything, spoiled_shapes(), HTTP)


@effort
def test_an_odd_neighbour_hides_no_address(examples: int) -> None:
    def is_found(name: str, value: str) -> None:
        result = f'{{"{name}x":{value},"resultUrls":["https://cdn.example/x.mp4"]}}'
        record = {"state": "success", "resultJson": result}
        envelope = Envelope(200, "", json.loads(json.dumps(record)))
        assert "https://cdn.example/x.mp4" in task_status(envelope, "abc", WORDS).result_urls

    holds(examples, is_found, st.sampled_from(RECORD), documents(RECORD, leaves=4))


def json_is_strict(source: str) -> None:
    try:
        value = strict_json(source)
    except MalformedAnswerError:
        return
    # What was taken once can be looked at by everything behind it.
    repr(value)
    taken = lenient_json(source)
    # The lenient reader leaves out byte order marks wherever they stand, within a text as well.
    assert "\ufeff" in source or taken == value


@effort
def test_json_is_decoded_strictly_or_not_at_all(examples: int) -> None:
    holds(examples, json_is_strict, documents(["a", "a", "b"]))


@pytest.mark.parametrize("number", ["9" * 65, "-" + "9" * 64, "0." + "3" * 64, "1e" + "0" * 64])
def test_a_number_of_absurd_length_is_refused(number: str) -> None:
    with pytest.raises(MalformedAnswerError):
        strict_json(number)


@pytest.mark.parametrize("source", ['{"code":200,"code":500}', '{"a":{"b":1,"b":1}}'])
def test_a_name_that_stands_twice_is_refused(source: str) -> None:
    with pytest.raises(MalformedAnswerError):
        strict_json(source)


def words_are_clean(value: str, limit: int) -> None:
    may_be_kept(WORDS.message(value, limit), limit)
    may_be_kept(WORDS.page_excerpt(value.encode("utf-8", "surrogatepass")), 200)


@effort
def test_a_providers_words_can_be_shown(examples: int) -> None:
    shapes = st.sampled_from(
        ["%s", f"%s{KEY}%s", f"{KEY[:5]}\u200b{KEY[5:]}%s", "<title>%s", "<%s<", "Bearer %s"]
    )
    spoiled = st.builds(lambda shape, inner: shape.replace("%s", inner), shapes, text)
    holds(examples, words_are_clean, spoiled, st.integers(0, 600))


# What costs a parser most for its bytes, as much as a sixteenth of the largest answer: linear.
_BYTES = JSON_LIMIT_BYTES // 16
_FILLED = {
    "nesting": b"[" * _BYTES,
    "objects": b'{"code":200,"data":[' + b"{}," * (_BYTES // 3) + b"{}]}",
    "keys": b'{"code":200,"data":{'
    + b",".join(b'"%06d":0' % number for number in range(_BYTES // 11))
    + b"}}",
    "one digit after another": b'{"code":200,"data":' + b"9" * _BYTES + b"}",
    "text": b'{"code":200,"msg":"' + b"<" * _BYTES + b'"}',
    "a page": b"<html><title" * (_BYTES // 12),
    "escapes in escapes": b'{"code":200,"data":{"state":"success","resultJson":"'
    + b"\\\\" * (_BYTES // 2)
    + b'"}}',
    "addresses": b'{"code":200,"data":{"state":"success","resultJson":{"resultUrls":['
    + b'"a:b",' * (_BYTES // 6)
    + b'"a:b"]}}}',
}
# Python's own objects for the smallest JSON values: 33 times what came (measured).
_MOST_GROWTH = 60


@pytest.mark.parametrize("body", _FILLED.values(), ids=_FILLED.keys())
def test_an_answer_takes_no_more_than_its_share_of_memory(body: bytes) -> None:
    tracemalloc.start()
    try:
        read_as_everything(body, 200)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < _MOST_GROWTH * _BYTES
