"""Reading a record: what it says about the task, and what says nothing about it."""

import asyncio
import json
from typing import Any

import pytest

from tests.providers import scripted_server as script
from tests.providers.kie_rig import ENDLESS, KEY, provider_on
from tests.providers.scripted_server import Act, answers, envelope, http, says
from videogen_desktop.domain.errors import (
    KeyRejectedError,
    MalformedAnswerError,
    ProviderError,
    ProviderUnavailableError,
    RateLimitedError,
)
from videogen_desktop.domain.provider import ConsumedCredits, TaskPhase, TaskStatus

URL = "https://tempfile.aiquickdraw.com/v/abc.mp4"
RECORD: dict[str, Any] = {
    "taskId": "abc",
    "model": "kling-2.6/text-to-video",
    "state": "success",
    "param": json.dumps({"callBackUrl": "https://secret.example/cb", "input": "{}"}),
    "resultJson": json.dumps({"resultUrls": [URL]}),
    "failCode": "",
    "failMsg": None,
    "costTime": 59,
    "createTime": 1_795_348_000_000,
    "completeTime": 1_795_348_059_458,
    "progress": None,
    "creditsConsumed": 14.4,
}


def read(*acts: Act) -> TaskStatus:
    async def run() -> TaskStatus:
        async with provider_on(*acts, impatient=not ENDLESS.isdisjoint(acts)) as (provider, _):
            return await provider.status("abc")

    return asyncio.run(run())


def record(code: int = 200, **changes: object) -> Act:
    return answers(envelope(code, "success", {**RECORD, **changes}))


def test_a_finished_record_is_read_whole() -> None:
    status = read(record())
    assert status.phase is TaskPhase.SUCCEEDED
    assert status.word == "success"
    assert status.result_urls == (URL,)
    assert status.consumed == ConsumedCredits(1440, "14.4")
    assert (status.created_at, status.ended_at) == (1_795_348_000_000, 1_795_348_059_458)
    assert status.failure_code is None
    assert status.failure_message is None
    assert '"model":"kling-2.6/text-to-video"' in status.raw
    assert "secret.example" not in status.raw


def test_the_read_asks_with_the_key_and_an_escaped_id() -> None:
    async def run() -> None:
        async with provider_on(record(taskId="a&c=d/é")) as (provider, server):
            await provider.status("a&c=d/é")
            (asked,) = server.requests
            assert asked.method == "GET"
            assert asked.target == "/api/v1/jobs/recordInfo?taskId=a%26c%3Dd%2F%C3%A9"
            assert asked.headers["authorization"] == f"Bearer {KEY}"

    asyncio.run(run())


@pytest.mark.parametrize(
    ("word", "phase"),
    [
        ("waiting", TaskPhase.QUEUED),
        ("queuing", TaskPhase.QUEUED),
        ("queueing", TaskPhase.QUEUED),
        ("wait", TaskPhase.QUEUED),
        ("pending", TaskPhase.QUEUED),
        ("generating", TaskPhase.RUNNING),
        ("processing", TaskPhase.RUNNING),
        ("running", TaskPhase.RUNNING),
        ("success", TaskPhase.SUCCEEDED),
        ("succeeded", TaskPhase.SUCCEEDED),
        ("completed", TaskPhase.SUCCEEDED),
        ("SUCCESS", TaskPhase.SUCCEEDED),
        ("fail", TaskPhase.FAILED),
        ("failed", TaskPhase.FAILED),
        ("error", TaskPhase.FAILED),
        ("timeout", TaskPhase.FAILED),
        ("canceled", TaskPhase.FAILED),
        ("đang dựng", TaskPhase.UNKNOWN),
        ("succesful", TaskPhase.UNKNOWN),
        ("faulty", TaskPhase.UNKNOWN),
    ],
)
def test_each_state_word_has_its_phase(word: str, phase: TaskPhase) -> None:
    status = read(record(state=word))
    assert (status.phase, status.word) == (phase, word)


@pytest.mark.parametrize(
    ("state", "flag", "phase"),
    [
        (None, 0, TaskPhase.RUNNING),
        (None, 1, TaskPhase.SUCCEEDED),
        ("", 3, TaskPhase.FAILED),
        (None, 2, TaskPhase.FAILED),
        (None, 9, TaskPhase.UNKNOWN),
        (None, True, TaskPhase.UNKNOWN),
        (7, None, TaskPhase.UNKNOWN),
        ("generating", 1, TaskPhase.RUNNING),
    ],
)
def test_the_flag_counts_only_without_a_state(
    state: object, flag: object, phase: TaskPhase
) -> None:
    assert read(record(state=state, successFlag=flag)).phase is phase


@pytest.mark.parametrize("code", [500, 501, 408, 505, 422, 401, 429, 249])
@pytest.mark.parametrize(
    ("state", "phase"), [("success", TaskPhase.SUCCEEDED), ("fail", TaskPhase.FAILED)]
)
def test_a_terminal_state_beats_every_code(code: int, state: str, phase: TaskPhase) -> None:
    assert read(record(code, state=state)).phase is phase


def test_a_task_in_flight_is_believed_inside_an_odd_code() -> None:
    assert read(record(249, state="generating")).phase is TaskPhase.RUNNING
    assert read(record(505, state="waiting")).phase is TaskPhase.QUEUED


@pytest.mark.parametrize("code", [408, 501, 531])
@pytest.mark.parametrize("data", [None, {"taskId": "abc", "state": "generating"}])
def test_the_codes_that_end_a_task_end_it(code: int, data: object) -> None:
    status = read(answers(envelope(code, "Playground task failed.", data)))
    assert status.phase is TaskPhase.FAILED
    assert status.failure_code == str(code)
    assert status.failure_message == "Playground task failed."


def test_a_gateways_own_timeout_does_not_end_a_task() -> None:
    for act in (answers("", 408), answers('{"error":"timeout"}', 408), answers("", 501)):
        with pytest.raises(ProviderUnavailableError):
            read(act)


@pytest.mark.parametrize(
    ("fields", "code", "message"),
    [
        ({"failCode": "422", "failMsg": "Việt"}, "422", "Việt"),
        ({"failCode": 500, "failMsg": "\x00no"}, "500", "no"),
        ({"failCode": "SENSITIVE_WORD_ERROR", "failMsg": ""}, "SENSITIVE_WORD_ERROR", None),
        ({"failCode": None, "failMsg": None}, None, None),
        ({"failCode": "", "errorCode": 400, "errorMessage": "old"}, "400", "old"),
        ({"failCode": {"a": 1}, "failMsg": ["x"]}, None, None),
    ],
)
def test_a_failure_keeps_the_providers_reason(
    fields: dict[str, Any], code: str | None, message: str | None
) -> None:
    status = read(record(state="fail", **fields))
    assert (status.failure_code, status.failure_message) == (code, message)
    assert status.result_urls == ()


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (422, "recordInfo is null"),
        (422, "The record does not exist"),
        (404, "Task not found"),
        (422, ""),
    ],
)
def test_a_missing_record_is_not_a_failure(code: int, message: str) -> None:
    assert read(answers(envelope(code, message))).phase is TaskPhase.RECORD_MISSING


def test_a_record_that_says_nothing_is_unknown() -> None:
    answers_without_state: tuple[object, ...] = (None, {}, [], "text", 7, {"taskId": "abc"})
    for data in answers_without_state:
        assert read(answers(envelope(data=data))).phase is TaskPhase.UNKNOWN


def test_the_record_of_another_task_is_refused() -> None:
    with pytest.raises(MalformedAnswerError):
        read(record(taskId="somebody-elses"))


@pytest.mark.parametrize(
    "data",
    [json.dumps(RECORD), json.dumps(json.dumps(RECORD)), RECORD],
    ids=["text", "text in text", "object"],
)
def test_a_record_wrapped_into_text_is_unwrapped(data: object) -> None:
    assert read(answers(envelope(data=data))).result_urls == (URL,)


@pytest.mark.parametrize(
    "fields",
    [
        {"resultJson": json.dumps({"resultUrls": [URL]})},
        {"resultJson": {"resultUrls": [URL]}},
        {"resultJson": json.dumps(json.dumps({"resultUrls": [URL]}))},
        {"resultJson": json.dumps({"resultUrls": json.dumps([URL])})},
        {"resultJson": json.dumps({"resultUrls": URL})},
        {"resultJson": "", "response": {"resultUrls": [URL]}},
        {"resultJson": "{broken", "response": {"resultUrls": [URL]}},
        {"resultJson": None, "response": json.dumps({"resultUrls": [URL, URL]})},
        {"resultJson": json.dumps({"info": {"resultUrls": [URL]}})},
        {"resultJson": json.dumps({"videoInfo": {"videoUrl": URL}})},
        {"resultJson": json.dumps({"video_url": URL})},
        {"resultJson": json.dumps([URL])},
        {"resultJson": json.dumps({"resultUrls": [None, 7, "", "a\nb:", URL]})},
    ],
)
def test_the_address_is_found_however_it_is_wrapped(fields: dict[str, Any]) -> None:
    assert read(record(**fields)).result_urls == (URL,)


@pytest.mark.parametrize(
    "result",
    ["", None, "null", "{}", '{"resultUrls":[]}', '{"resultUrls":null}', "not JSON", "[]", 7],
)
def test_success_without_an_address_is_success_without_an_address(result: object) -> None:
    status = read(record(resultJson=result))
    assert (status.phase, status.result_urls) == (TaskPhase.SUCCEEDED, ())


def test_the_request_is_never_taken_for_a_result() -> None:
    param = json.dumps({"resultUrls": ["https://mine.example/x.mp4"], "input": "{}"})
    assert read(record(param=param, resultJson="")).result_urls == ()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"creditsConsumed": 12}, ConsumedCredits(1200, "12")),
        ({"creditsConsumed": 0}, ConsumedCredits(0, "0")),
        ({"creditsConsumed": "14.40"}, ConsumedCredits(1440, "14.40")),
        ({"creditsConsumed": None, "consumeCredits": 3}, ConsumedCredits(300, "3")),
        ({"creditsConsumed": None}, None),
        ({"creditsConsumed": True}, None),
        ({"creditsConsumed": "many"}, None),
        ({"creditsConsumed": -5}, None),
        ({"creditsConsumed": 10**30}, None),
        ({"creditsConsumed": [1]}, None),
    ],
)
def test_the_cost_is_hundredths_with_its_own_text(
    fields: dict[str, Any], expected: ConsumedCredits | None
) -> None:
    assert read(record(**fields)).consumed == expected


@pytest.mark.parametrize("state", ["waiting", "queuing", "generating", "pondering"])
def test_what_a_waiting_task_is_said_to_cost_is_no_cost_yet(state: str) -> None:
    status = read(record(state=state, creditsConsumed=14.4))
    assert (status.consumed, status.reported) == (None, ConsumedCredits(1440, "14.4"))
    assert read(record(creditsConsumed=14.4)).reported is None


@pytest.mark.parametrize(
    ("raw", "amount"), [("0.125", 13), ("0.124", 12), ("14.405", 1441), ("1e2", 10_000)]
)
def test_fractions_are_never_floats(raw: str, amount: int) -> None:
    text = f'{{"code":200,"msg":"","data":{{"state":"success","creditsConsumed":{raw}}}}}'
    status = read(answers(text))
    assert status.consumed is not None
    assert status.consumed.amount == amount


def test_an_unbelievable_cost_does_not_spoil_the_reading() -> None:
    act = answers('{"code":200,"data":{"state":"success","creditsConsumed":1e400}}')
    assert (read(act).phase, read(act).consumed) == (TaskPhase.SUCCEEDED, None)


@pytest.mark.parametrize("cost", ["-5", '"-0.01"', "-1e3"])
def test_a_cost_below_zero_is_none(cost: str) -> None:
    act = answers(f'{{"code":200,"data":{{"state":"success","creditsConsumed":{cost}}}}}')
    assert (read(act).phase, read(act).consumed) == (TaskPhase.SUCCEEDED, None)


@pytest.mark.parametrize("value", [0, None, "soon", -1, 1_795_348_059, True, 10**18])
def test_a_time_that_is_none_is_none(value: object) -> None:
    assert read(record(completeTime=value)).ended_at is None


NOTHING_SAID: dict[str, tuple[Act, type[ProviderError]]] = {
    "401": (answers(envelope(401, "You do not have access permissions")), KeyRejectedError),
    "HTTP 401": (answers("", 401), KeyRejectedError),
    "429": (answers(envelope(429, "Rate limit exceeded"), Retry_After="3"), RateLimitedError),
    "HTTP 429": (answers("busy", 429), RateLimitedError),
    "400": (answers(envelope(400, "taskId parameter is required")), ProviderUnavailableError),
    "422 with new words": (answers(envelope(422, "Something new")), ProviderUnavailableError),
    "455": (answers(envelope(455, "maintenance")), ProviderUnavailableError),
    "500": (answers(envelope(500, "Internal Error")), ProviderUnavailableError),
    "505": (answers(envelope(505, "Feature disabled")), ProviderUnavailableError),
    "HTTP 502 page": (
        says(http("<html>", 502, content_type="text/html")),
        ProviderUnavailableError,
    ),
    "redirect": (answers("", 302, Location="https://elsewhere.example/"), ProviderUnavailableError),
    "firewall": (answers("error code: 1010", 403), ProviderUnavailableError),
    "reset": (script.reset_after_reading, ProviderUnavailableError),
    "closed": (script.close_after_reading, ProviderUnavailableError),
    "hangs": (script.hang, ProviderUnavailableError),
    "drips": (script.drip_for_ever, ProviderUnavailableError),
    "pours": (script.pour_for_ever, MalformedAnswerError),
    "page": (says(http("<html>x", content_type="text/html")), MalformedAnswerError),
    "empty": (answers(""), MalformedAnswerError),
    "truncated": (answers('{"code":200,'), MalformedAnswerError),
    "NaN": (answers('{"code":200,"data":{"state":NaN}}'), MalformedAnswerError),
    "Infinity": (answers('{"code":200,"data":{"state":-Infinity}}'), MalformedAnswerError),
    "duplicate code": (answers('{"code":200,"code":501,"data":null}'), MalformedAnswerError),
    "duplicate state": (
        answers('{"code":200,"data":{"state":"a","state":"fail"}}'),
        MalformedAnswerError,
    ),
    "nested lists": (answers("[" * 100_000 + "]" * 100_000), MalformedAnswerError),
    "nested objects": (answers('{"a":' * 100_000), MalformedAnswerError),
    "no code": (answers('{"data":{"state":"success"}}'), MalformedAnswerError),
    "code true": (answers('{"code":true,"data":{"state":"success"}}'), MalformedAnswerError),
    "text": (answers('"text"'), MalformedAnswerError),
}


@pytest.mark.parametrize(("act", "expected"), NOTHING_SAID.values(), ids=NOTHING_SAID.keys())
def test_what_says_nothing_about_the_task_is_an_error(
    act: Act, expected: type[ProviderError]
) -> None:
    with pytest.raises(ProviderError) as raised:
        read(act)
    assert type(raised.value) is expected
    assert not raised.value.may_have_charged


def test_a_byte_order_mark_is_no_reason_to_lose_an_answer() -> None:
    assert read(answers(b"\xef\xbb\xbf" + envelope(data=RECORD).encode())).result_urls == (URL,)


def test_reads_keep_their_connection() -> None:
    async def polite(exchange: script.Exchange) -> None:
        while True:
            await exchange.read_request()
            body = envelope(data=RECORD)
            await exchange.say(http(body).replace(b"Connection: close\r\n", b""))

    async def run() -> None:
        async with provider_on(polite) as (provider, server):
            await provider.status("abc")
            await provider.status("abc")
            assert (server.connections, len(server.requests)) == (1, 2)

    asyncio.run(run())
