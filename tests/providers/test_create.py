"""The paid POST: what is sent, and what each way of failing says about money."""

import asyncio
import json
import logging
import ssl
from pathlib import Path

import pytest

from tests.providers import scripted_server as script
from tests.providers.kie_rig import ENDLESS, KEY, a_provider, a_request, provider_on
from tests.providers.scripted_server import Act, answers, envelope, http, says
from videogen_desktop.domain.errors import (
    KeyCapReachedError,
    KeyRejectedError,
    MaintenanceError,
    ModelUnavailableError,
    ModerationError,
    NotSentError,
    ProviderCreditsError,
    ProviderError,
    RateLimitedError,
    RefusedError,
    SentUnknownError,
)
from videogen_desktop.domain.provider import HttpSettings

ACCEPTED = envelope(data={"taskId": "abc123", "recordId": "r1"})
PAGE = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
UNSUPPORTED_MODEL = (
    "The model name you specified is not supported. Please verify your input and use one of the "
    "supported models provided by KIE."
)


def create_against(*acts: Act, impatient: bool = False) -> tuple[object, int]:
    """The task id or the error, and how many connections the server saw."""

    async def run() -> tuple[object, int]:
        async with provider_on(*acts, impatient=impatient) as (provider, server):
            try:
                return await provider.create(a_request()), server.connections
            except ProviderError as error:
                return error, server.connections

    return asyncio.run(run())


def test_the_post_carries_the_models_own_spelling_and_the_key() -> None:
    async def run() -> None:
        async with provider_on(answers(ACCEPTED)) as (provider, server):
            assert await provider.create(a_request("kling-2.6/text-to-video", "kie")) == "abc123"
            (sent,) = server.requests
            assert (sent.method, sent.target) == ("POST", "/api/v1/jobs/createTask")
            assert sent.headers["authorization"] == f"Bearer {KEY}"
            assert sent.headers["user-agent"].startswith("VideoGenDesktop/")
            assert sent.headers["content-type"] == "application/json"
            assert sent.json == {
                "model": "kling-2.6/text-to-video",
                "input": {
                    "prompt": "Một con mèo chơi với cuộn len",
                    "aspect_ratio": "9:16",
                    "duration": "5",
                    "sound": True,
                },
            }

    asyncio.run(run())


@pytest.mark.parametrize(
    "answer",
    [
        ACCEPTED,
        envelope(data={"task_id": "abc123"}),
        '{"code":200,"message":"ok","taskId":"abc123"}',
        '{"code":"200","msg":"ok","data":{"taskId":"abc123"}}',
        envelope(505, "Feature disabled", {"taskId": "abc123"}),
    ],
)
def test_a_task_id_is_found_wherever_the_answer_has_it(answer: str) -> None:
    assert create_against(answers(answer))[0] == "abc123"


def test_the_code_in_the_body_beats_the_http_status() -> None:
    assert create_against(answers(ACCEPTED, 500))[0] == "abc123"
    error, _ = create_against(answers(envelope(402, "Credits insufficient"), 502))
    assert type(error) is ProviderCreditsError


def test_an_answer_without_a_content_type_is_read() -> None:
    act = says(http(ACCEPTED, headers={"Content-Type": ""}))
    assert create_against(act)[0] == "abc123"


@pytest.mark.parametrize(
    ("code", "message", "expected"),
    [
        (401, "You do not have access permissions", KeyRejectedError),
        (402, "Credits insufficient : Your current balance…", ProviderCreditsError),
        (422, UNSUPPORTED_MODEL, ModelUnavailableError),
        (404, UNSUPPORTED_MODEL, ModelUnavailableError),
        (505, "Feature disabled", ModelUnavailableError),
        (422, "This field is required", RefusedError),
        (422, "提示词不能为空", RefusedError),
        (400, "Your prompt was flagged by Website as violating content policies", ModerationError),
        (
            400,
            "The server is currently being maintained, please try again later~",
            MaintenanceError,
        ),
        (433, "Sub-key Usage Exceeds Limit", KeyCapReachedError),
        (455, "The server is currently being maintained", MaintenanceError),
        (500, "aspect_ratio is required", RefusedError),
        (500, "text is required", RefusedError),
        (500, "duration must be between 3 and 15", RefusedError),
        (500, "seed is out of range", RefusedError),
        (500, "prompt不能为空", RefusedError),
        (500, "Internal Error, Please try again later.", SentUnknownError),
        (500, "Server exception, please try again later", SentUnknownError),
        (500, "The server is currently being maintained", SentUnknownError),
        (503, "The server is currently being maintained", SentUnknownError),
        (500, "", SentUnknownError),
        (501, "generation failed", SentUnknownError),
        (408, "timeout", SentUnknownError),
        (200, "success", SentUnknownError),
        (799, "a code of tomorrow", SentUnknownError),
    ],
)
def test_each_code_of_a_create_answer_has_its_meaning(
    code: int, message: str, expected: type[ProviderError]
) -> None:
    error, connections = create_against(answers(envelope(code, message)))
    assert type(error) is expected
    assert isinstance(error, ProviderError)
    assert (error.message, error.code) == (message, str(code))
    assert error.may_have_charged is (expected is SentUnknownError)
    assert connections == 1


async def _half_body(exchange: script.Exchange) -> None:
    await exchange.read_request()
    await exchange.say(http(ACCEPTED)[:-10])


UNKNOWN: dict[str, Act] = {
    "reset before reading": script.reset_before_reading,
    "reset after reading": script.reset_after_reading,
    "closed after reading": script.close_after_reading,
    "hangs": script.hang,
    "drips": script.drip_for_ever,
    "pours": script.pour_for_ever,
    "half a body": _half_body,
    "not HTTP": says(b"hello, this is not HTTP\r\n\r\n"),
    "502 page": says(http(PAGE, 502, content_type="text/html")),
    "503 empty": answers("", 503),
    "500 without an envelope": answers('{"status":500,"error":"Internal Server Error"}', 500),
    "redirect": answers("", 302, Location="https://elsewhere.example/"),
    "page with 200": says(http(PAGE, content_type="text/html")),
    "403 of a firewall": answers("error code: 1010", 403),
    "empty": answers(""),
    "truncated JSON": answers(ACCEPTED[:-5]),
    "no id": answers(envelope(data={})),
    "empty id": answers(envelope(data={"taskId": ""})),
    "id with a line break": answers(envelope(data={"taskId": "a\nb"})),
    "id as large as a book": answers(envelope(data={"taskId": "a" * 5000})),
    "duplicate keys": answers('{"code":200,"msg":"x","data":{"taskId":"abc","taskId":"def"}}'),
    "nested": answers('{"code":200,"data":' + "[" * 100_000 + "]" * 100_000 + "}"),
    "no object": answers("[1,2]"),
}


@pytest.mark.parametrize("act", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_what_may_have_arrived_is_unknown_and_never_sent_twice(act: Act) -> None:
    error, connections = create_against(act, impatient=act in ENDLESS)
    assert type(error) is SentUnknownError
    assert connections == 1
    assert "<" not in error.message


def test_a_page_leaves_only_its_title_and_status() -> None:
    error, _ = create_against(UNKNOWN["502 page"])
    assert isinstance(error, SentUnknownError)
    assert (error.message, error.code) == ("502 Bad Gateway", "502")


@pytest.mark.parametrize(
    ("status", "expected"),
    [(401, KeyRejectedError), (402, ProviderCreditsError), (429, RateLimitedError)],
)
def test_a_gateways_plain_refusal_needs_no_envelope(
    status: int, expected: type[ProviderError]
) -> None:
    assert type(create_against(answers("", status))[0]) is expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("7", 7_000),
        ("Sun, 22 Nov 2026 12:00:07 GMT", 7_000),
        ("Sun, 22 Nov 2020 12:00:07 GMT", 0),
        ("1000000000", 300_000),
        ("9" * 100, None),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after_is_read_bounded_and_forgiven(header: str, expected: int | None) -> None:
    error, _ = create_against(answers(envelope(429, "Rate limit exceeded"), Retry_After=header))
    assert isinstance(error, RateLimitedError)
    assert error.retry_after_ms == expected


def test_what_never_left_is_said_so() -> None:
    async def run() -> None:
        async with script.scripted_server(script.hang) as server:
            closed = server.address
        for address, http_settings in (
            (closed, HttpSettings()),
            ("https://no-such-host.invalid", HttpSettings()),
            ("https://api.example.com", HttpSettings(proxy=closed)),
            ("https://api.example.com", HttpSettings(proxy="nonsense://proxy")),
        ):
            provider = a_provider(address, http=http_settings)
            with pytest.raises(NotSentError):
                await provider.create(a_request())
            await provider.close()

    asyncio.run(run())


def test_tls_to_a_server_without_tls_never_left() -> None:
    async def run() -> None:
        async def plain(exchange: script.Exchange) -> None:
            await exchange.reader.read(1)
            await exchange.say(b"HTTP/1.1 400 Bad\r\n\r\n")

        async with script.scripted_server(plain) as server:
            provider = a_provider(server.address.replace("http:", "https:"))
            with pytest.raises(NotSentError):
                await provider.create(a_request())
            await provider.close()

    asyncio.run(run())


def test_a_proxy_that_refuses_to_connect_proves_that_nothing_left() -> None:
    async def run() -> None:
        refusal = says(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
        async with script.scripted_server(refusal) as proxy:
            settings = HttpSettings(proxy=proxy.address)
            provider = a_provider("https://api.example.com", http=settings)
            with pytest.raises(NotSentError):
                await provider.create(a_request())
            assert [request.method for request in proxy.requests] == ["CONNECT"]
            await provider.close()

    asyncio.run(run())


def test_an_unusable_ca_file_stops_the_post_before_it_leaves(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        settings = HttpSettings(extra_ca_file=tmp_path / "missing.pem")
        provider = a_provider("https://api.example.com", http=settings)
        with pytest.raises(NotSentError):
            await provider.create(a_request())
        await provider.close()

    asyncio.run(run())


def test_preparing_asks_nobody_and_complains_about_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        async with provider_on(script.hang) as (provider, server):
            await provider.prepare()
            assert server.connections == 0
        settings = HttpSettings(extra_ca_file=tmp_path / "missing.pem")
        other = a_provider("https://api.example.com", http=settings)
        await other.prepare()
        await other.close()

    asyncio.run(run())


def test_a_closed_provider_sends_nothing() -> None:
    async def run() -> None:
        async with provider_on(answers(ACCEPTED)) as (provider, server):
            await provider.create(a_request())
            await provider.close()
            await provider.close()
            with pytest.raises(NotSentError):
                await provider.create(a_request())
            assert server.connections == 1

    asyncio.run(run())


def test_a_cancelled_post_stays_a_cancellation() -> None:
    async def run() -> None:
        arrived = asyncio.Event()

        async def act(exchange: script.Exchange) -> None:
            await exchange.read_request()
            arrived.set()
            await asyncio.Event().wait()

        async with provider_on(act) as (provider, server):
            task = asyncio.create_task(provider.create(a_request()))
            await arrived.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert server.connections == 1

    asyncio.run(run())


def test_every_post_has_a_connection_of_its_own() -> None:
    async def polite(exchange: script.Exchange) -> None:
        while True:
            await exchange.read_request()
            await exchange.say(http(ACCEPTED).replace(b"Connection: close\r\n", b""))

    async def run() -> None:
        async with provider_on(polite) as (provider, server):
            await provider.create(a_request())
            await provider.create(a_request())
            assert server.connections == 2

    asyncio.run(run())


@pytest.mark.parametrize("key", ["", "  ", "sk-\nX: y", "sk-Việt"])
def test_a_key_that_no_header_can_carry_is_rejected_before_anything_is_sent(key: str) -> None:
    async def run() -> None:
        async with script.scripted_server(script.hang) as server:
            provider = a_provider(server.address, key)
            for call in (provider.create(a_request()), provider.status("x"), provider.balance()):
                with pytest.raises(KeyRejectedError):
                    await call
            assert server.connections == 0
            await provider.close()

    asyncio.run(run())


@pytest.mark.parametrize(
    "echo",
    [f"bad key {KEY}!", f"Authorization: Bearer {KEY}", f"bad {KEY[:6]}\u200b{KEY[6:]}"],
)
def test_the_key_is_in_no_error_and_no_repr(echo: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    error, _ = create_against(answers(envelope(401, echo)))
    page, _ = create_against(says(http(f"<title>{echo}</title>", 502)))
    provider = a_provider("https://api.kie.ai")
    for text in (str(error), repr(error), repr(page), repr(provider), caplog.text):
        assert KEY not in text


def test_a_providers_message_is_one_bounded_line() -> None:
    told = "\x00a\u202eb\ud800\n" + "long " * 10_000
    error, _ = create_against(answers(f'{{"code":422,"msg":{json.dumps(told)}}}'))
    assert isinstance(error, RefusedError)
    assert error.message.startswith("ab long long")
    assert len(error.message) <= 500


def test_an_untrusted_certificate_is_refused_before_the_post(own_tls: ssl.SSLContext) -> None:
    async def run() -> None:
        async with script.scripted_server(answers(ACCEPTED), tls=own_tls) as server:
            provider = a_provider(server.address)
            with pytest.raises(NotSentError):
                await provider.create(a_request())
            assert server.requests == []
            await provider.close()

    asyncio.run(run())
