"""Fetching result bytes: whole, resumed, redirected, refused and cut short."""

import asyncio
import ipaddress
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.providers import scripted_server as script
from tests.providers.conftest import HOST_NAME
from tests.providers.kie_rig import KEY, provider_on
from tests.providers.scripted_server import Act, Received, ScriptedServer, http, says
from videogen_desktop.domain.errors import (
    NotPlayableError,
    ProviderUnavailableError,
    ResultGoneError,
    ResultTooLargeError,
    ResultTruncatedError,
    ResultUrlRefusedError,
    VideoGenError,
)
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.providers.address_rules import Address
from videogen_desktop.providers.result_answer import ResultLimits
from videogen_desktop.providers.results import ResultFetcher

BYTES = bytes(range(256)) * 40
ETAG = '"abc123"'


@dataclass(frozen=True)
class Fetched:
    body: bytes
    offset: int
    total_bytes: int | None
    etag: str | None
    requests: list[Received]


def file(
    body: bytes = BYTES, status: int = 200, *, content_type: str = "video/mp4", **headers: str
) -> Act:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return says(http(body, status, named, content_type))


def fetch(
    *acts: Act,
    offset: int = 0,
    etag: str | None = None,
    limits: ResultLimits | None = None,
    url: Callable[[ScriptedServer], str] = lambda server: f"{server.address}/x.mp4?sig=s",
) -> Fetched:
    async def run() -> Fetched:
        async with script.scripted_server(*acts) as server:
            fetcher = ResultFetcher(HttpSettings(), loopback_allowed=True, limits=limits)
            try:
                async with fetcher.open(url(server), offset=offset, etag=etag) as stream:
                    body = b"".join([chunk async for chunk in stream.chunks()])
                    return Fetched(
                        body, stream.offset, stream.total_bytes, stream.etag, server.requests
                    )
            finally:
                await fetcher.close()

    return asyncio.run(run())


def test_a_file_comes_whole_and_without_credentials() -> None:
    got = fetch(file(ETag=ETAG))
    assert (got.body, got.offset, got.total_bytes, got.etag) == (BYTES, 0, len(BYTES), ETAG)
    (asked,) = got.requests
    assert asked.target == "/x.mp4?sig=s"
    assert asked.headers["accept-encoding"] == "identity"
    assert asked.headers["user-agent"].startswith("VideoGenDesktop/")
    assert not {"authorization", "cookie", "range"} & asked.headers.keys()


def test_the_provider_sends_its_key_to_no_file_host() -> None:
    async def run() -> None:
        async with provider_on(file()) as (provider, server):
            async with provider.open_result(f"{server.address}/x.mp4") as stream:
                assert b"".join([chunk async for chunk in stream.chunks()]) == BYTES
            assert KEY not in str(server.requests)

    asyncio.run(run())


def test_a_resume_continues_where_it_stopped() -> None:
    rest = file(
        BYTES[1000:], 206, ETag=ETAG, Content_Range=f"bytes 1000-{len(BYTES) - 1}/{len(BYTES)}"
    )
    got = fetch(rest, offset=1000, etag=ETAG)
    assert (got.body, got.offset, got.total_bytes) == (BYTES[1000:], 1000, len(BYTES))
    assert got.requests[0].headers["range"] == "bytes=1000-"
    assert got.requests[0].headers["if-range"] == ETAG


@pytest.mark.parametrize("etag", [None, 'W/"abc123"', "abc123", '"a\r\nX: y"', '""'])
def test_without_a_strong_etag_nothing_is_resumed(etag: str | None) -> None:
    got = fetch(file(), offset=1000, etag=etag)
    assert (got.body, got.offset) == (BYTES, 0)
    assert "range" not in got.requests[0].headers


def test_a_weak_etag_is_not_handed_out() -> None:
    assert fetch(file(ETag='W/"abc123"')).etag is None


def test_a_changed_file_starts_over() -> None:
    got = fetch(file(ETag='"new"'), offset=1000, etag=ETAG)
    assert (got.body, got.offset, got.etag) == (BYTES, 0, '"new"')
    assert len(got.requests) == 1


REFUSED_RANGES: dict[str, Act] = {
    "416": file(b"", 416, Content_Range=f"bytes */{len(BYTES)}"),
    "another start": file(b"x", 206, Content_Range=f"bytes 999-{len(BYTES) - 1}/{len(BYTES)}"),
    "a part of the rest": file(b"x", 206, Content_Range=f"bytes 1000-1000/{len(BYTES)}"),
    "unknown total": file(b"x", 206, Content_Range="bytes 1000-10239/*"),
    "no range named": file(b"x", 206),
    "several parts": file(b"x", 206, content_type="multipart/byteranges; boundary=b"),
    "another version": file(
        b"x", 206, ETag='"new"', Content_Range=f"bytes 1000-{len(BYTES) - 1}/{len(BYTES)}"
    ),
}


@pytest.mark.parametrize("act", REFUSED_RANGES.values(), ids=REFUSED_RANGES.keys())
def test_a_range_that_is_not_ours_starts_over(act: Act) -> None:
    got = fetch(act, file(), offset=1000, etag=ETAG)
    assert (got.body, got.offset) == (BYTES, 0)
    assert [("range" in asked.headers) for asked in got.requests] == [True, False]


def test_a_range_with_nothing_left_is_the_whole_file_that_is_here_already() -> None:
    size = len(BYTES)
    got = fetch(file(b"a page", 416, Content_Range=f"bytes */{size}"), offset=size, etag=ETAG)
    assert (got.body, got.offset, got.total_bytes) == (b"", size, size)
    assert len(got.requests) == 1


def test_more_bytes_than_the_file_has_start_over() -> None:
    size = len(BYTES)
    refused = file(b"", 416, Content_Range=f"bytes */{size}")
    got = fetch(refused, file(), offset=size + 1, etag=ETAG)
    assert (got.body, got.offset) == (BYTES, 0)


async def _cut(exchange: script.Exchange) -> None:
    await exchange.read_request()
    await exchange.say(http(BYTES, content_type="video/mp4")[:-5000])


async def _cut_by_reset(exchange: script.Exchange) -> None:
    await exchange.read_request()
    await exchange.say(http(BYTES, content_type="video/mp4")[:-5000])
    await asyncio.sleep(0.05)  # what was said must have left before the reset discards it
    exchange.reset()


async def _cut_chunks(exchange: script.Exchange) -> None:
    await exchange.read_request()
    await exchange.say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")


@pytest.mark.parametrize("act", [_cut, _cut_by_reset, _cut_chunks])
def test_a_file_cut_short_is_truncated(act: Act) -> None:
    with pytest.raises(ResultTruncatedError) as raised:
        fetch(act)
    assert raised.value.received < len(BYTES)


def test_a_resumed_file_cut_short_counts_from_the_start() -> None:
    async def cut(exchange: script.Exchange) -> None:
        await exchange.read_request()
        whole = {"Content-Range": f"bytes 1000-{len(BYTES) - 1}/{len(BYTES)}"}
        await exchange.say(http(BYTES[1000:], 206, whole, "video/mp4")[:-5000])

    with pytest.raises(ResultTruncatedError) as raised:
        fetch(cut, offset=1000, etag=ETAG)
    assert raised.value.expected == len(BYTES)
    assert raised.value.received == len(BYTES) - 5000


def test_a_file_of_unknown_length_is_taken_to_its_end() -> None:
    got = fetch(file(Content_Length=""))
    assert (got.body, got.total_bytes) == (BYTES, None)


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 405, 409, 410, 422, 423, 451, 498])
def test_an_expired_address_is_gone(status: int) -> None:
    with pytest.raises(ResultGoneError) as raised:
        fetch(file(b"error code: 1010", status))
    assert raised.value.status == status


@pytest.mark.parametrize("status", [202, 206, 407, 408, 416, 421, 425, 429, 500, 503])
def test_other_answers_are_for_later(status: int) -> None:
    with pytest.raises(ProviderUnavailableError):
        fetch(file(b"", status))


@pytest.mark.parametrize(
    "content_type", ["text/html; charset=utf-8", "TEXT/HTML", "application/json", "text/xml"]
)
def test_a_page_is_no_video(content_type: str) -> None:
    with pytest.raises(NotPlayableError) as raised:
        fetch(file(b"<html>", content_type=content_type))
    assert raised.value.reason == "not_video"


@pytest.mark.parametrize("content_type", ["", "application/octet-stream", "video/mp4"])
def test_a_file_host_may_be_vague_about_the_type(content_type: str) -> None:
    assert fetch(file(content_type=content_type)).body == BYTES


@pytest.mark.parametrize(
    "coding", ["gzip", "GZIP ", "x-gzip", "deflate", "br", "aws-chunked, zstd"]
)
def test_compressed_bytes_are_not_decoded(coding: str) -> None:
    with pytest.raises(NotPlayableError):
        fetch(file(Content_Encoding=coding))


@pytest.mark.parametrize("coding", [" ", "identity", "aws-chunked", "utf-8", "binary", "none,"])
def test_a_coding_that_changes_no_bytes_is_none(coding: str) -> None:
    assert fetch(file(Content_Encoding=coding)).body == BYTES


UNASKED: dict[str, Act] = {
    "203": file(status=203),
    "206 without a range": file(status=206),
    "206 without a length": file(status=206, Content_Length=""),
    "206 of everything": file(status=206, Content_Range=f"bytes 0-{len(BYTES) - 1}/{len(BYTES)}"),
}


@pytest.mark.parametrize("act", UNASKED.values(), ids=UNASKED.keys())
def test_a_body_that_is_the_whole_file_is_taken_whatever_its_status_says(act: Act) -> None:
    assert fetch(act).body == BYTES
    # Also when a rest was asked for first, and something else came.
    again = fetch(file(b"x", 206), act, offset=1000, etag=ETAG)
    assert (again.body, again.offset) == (BYTES, 0)


UNASKED_PARTS: dict[str, Act] = {
    "several": file(b"x", 206, content_type="multipart/byteranges; boundary=b"),
    "the first": file(b"x", 206, Content_Range=f"bytes 0-0/{len(BYTES)}"),
    "of nobody knows how much": file(b"x", 206, Content_Range="bytes 0-0/*"),
}


@pytest.mark.parametrize("act", UNASKED_PARTS.values(), ids=UNASKED_PARTS.keys())
def test_a_part_that_nobody_asked_for_is_no_file(act: Act) -> None:
    with pytest.raises(ProviderUnavailableError):
        fetch(act)


def test_a_file_above_the_limit_is_refused_announced_or_not() -> None:
    limits = ResultLimits(file_bytes=1000)
    for act in (file(), file(Content_Length=""), script.pour_for_ever):
        with pytest.raises((ResultTooLargeError, NotPlayableError)):
            fetch(act, limits=limits)


async def _stalled(exchange: script.Exchange) -> None:
    await exchange.read_request()
    await exchange.say(http(BYTES, content_type="video/mp4")[:-5000])
    await asyncio.Event().wait()


async def _dripping(exchange: script.Exchange) -> None:
    await exchange.read_request()
    await exchange.say(http(BYTES, content_type="video/mp4")[:-5000])
    while True:
        await exchange.say(b"x")
        await asyncio.sleep(0.02)


def test_a_file_that_stops_coming_is_for_later() -> None:
    with pytest.raises(ProviderUnavailableError):
        fetch(_stalled, limits=ResultLimits(stall_s=0.2))
    with pytest.raises(ProviderUnavailableError):
        fetch(_dripping, limits=ResultLimits(whole_s=0.3))
    with pytest.raises(ProviderUnavailableError):
        fetch(script.hang, limits=ResultLimits(open_s=0.2))


def redirect(location: str, status: int = 302) -> Act:
    return file(b"", status, Location=location)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_by_hand(status: int) -> None:
    got = fetch(redirect("/moved.mp4", status), file())
    assert got.body == BYTES
    assert [asked.target for asked in got.requests] == ["/x.mp4?sig=s", "/moved.mp4"]


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "scheme"),
        ("http://cdn.example/x.mp4", "scheme"),
        ("https://169.254.169.254/latest/meta-data", "address"),
        ("https://10.0.0.1/", "address"),
        ("https://user:pw@cdn.example/", "userinfo"),
        ("https://cdn.example:99999/", "malformed"),
        ("/again", "redirects"),
    ],
)
def test_every_hop_is_checked_again(location: str, reason: str) -> None:
    with pytest.raises(ResultUrlRefusedError) as raised:
        fetch(redirect(location))
    assert raised.value.reason == reason


def test_five_redirects_are_the_most() -> None:
    hop = redirect("/again")
    assert fetch(*[hop] * 5, file()).body == BYTES
    with pytest.raises(ResultUrlRefusedError):
        fetch(*[hop] * 6, file())


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://127.0.0.1:1/x", "https://127.0.0.1:1/x"]
)
def test_beside_a_public_api_this_machine_is_never_asked(url: str) -> None:
    async def run() -> None:
        fetcher = ResultFetcher(HttpSettings(), loopback_allowed=False)
        with pytest.raises(ResultUrlRefusedError):
            async with fetcher.open(url):
                pass
        await fetcher.close()

    asyncio.run(run())


def test_a_checked_name_is_not_resolved_a_second_time(
    own_tls: ssl.SSLContext, own_certificate: Path
) -> None:
    """The name does not exist: only the checked address can have been connected to, and the
    certificate was checked for the name."""
    asked: list[str] = []

    async def resolver(host: str, port: int) -> tuple[Address, ...]:
        asked.append(host)
        return (ipaddress.ip_address("127.0.0.1"),)

    async def run() -> None:
        settings = HttpSettings(extra_ca_file=own_certificate)
        async with script.scripted_server(file(), tls=own_tls) as server:
            fetcher = ResultFetcher(settings, loopback_allowed=True, resolver=resolver)
            async with fetcher.open(f"https://{HOST_NAME}:{server.port}/x.mp4") as stream:
                assert b"".join([chunk async for chunk in stream.chunks()]) == BYTES
            assert server.requests[0].headers["host"] == f"{HOST_NAME}:{server.port}"
            with pytest.raises(ProviderUnavailableError):
                async with fetcher.open(f"https://other.example.test:{server.port}/x.mp4"):
                    pass
            assert len(server.requests) == 1
            await fetcher.close()

    asyncio.run(run())
    assert asked == [HOST_NAME, "other.example.test"]


def test_the_next_address_is_tried_when_one_does_not_answer() -> None:
    async def resolver(host: str, port: int) -> tuple[Address, ...]:
        return (ipaddress.ip_address("::1"), ipaddress.ip_address("127.0.0.1"))

    async def run() -> None:
        async with script.scripted_server(file()) as server:
            fetcher = ResultFetcher(HttpSettings(), loopback_allowed=True, resolver=resolver)
            async with fetcher.open(f"http://localhost:{server.port}/x.mp4") as stream:
                assert stream.total_bytes == len(BYTES)
            await fetcher.close()

    asyncio.run(run())


def test_a_closed_fetcher_fetches_nothing() -> None:
    async def run() -> None:
        fetcher = ResultFetcher(HttpSettings(), loopback_allowed=True)
        await fetcher.close()
        await fetcher.close()
        with pytest.raises(VideoGenError):
            async with fetcher.open("http://127.0.0.1:1/x.mp4"):
                pass

    asyncio.run(run())
