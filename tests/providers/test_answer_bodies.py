"""A body costs no more memory than an answer may have, however it was packed."""

import asyncio
import gzip
import tracemalloc
import zlib
from collections.abc import Awaitable, Callable

import pytest

from tests.providers.kie_rig import a_request, provider_on
from tests.providers.scripted_server import Act, answers, envelope
from videogen_desktop.domain.errors import (
    MalformedAnswerError,
    ProviderUnavailableError,
    SentUnknownError,
)
from videogen_desktop.providers.answer_body import JSON_LIMIT_BYTES, decoded
from videogen_desktop.providers.kie.client import KieClient

BLANKS = b" " * (48 * 1024 * 1024)
GOOD = envelope(data={"taskId": "abc"}).encode()


def _raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


PACK: dict[str, Callable[[bytes], bytes]] = {"deflate": zlib.compress, "raw": _raw_deflate}


def _packed(body: bytes, coding: str) -> bytes:
    for name in coding.split(", "):
        body = PACK.get(name, gzip.compress)(body)
    return body


PACKINGS = ["gzip", "x-gzip", "deflate", "raw", "gzip, gzip", "deflate, gzip"]
BOMBS = {
    packing: answers(_packed(BLANKS, packing), Content_Encoding=packing.replace("raw", "deflate"))
    for packing in PACKINGS
} | {
    "members": answers(gzip.compress(BLANKS[: JSON_LIMIT_BYTES // 2]) * 24, Content_Encoding="gzip")
}
CALLS: dict[str, Callable[[KieClient], Awaitable[object]]] = {
    "create": lambda provider: provider.create(a_request()),
    "status": lambda provider: provider.status("abc"),
    "balance": lambda provider: provider.balance(),
    "download link": lambda provider: provider.download_link("https://cdn.example/x.mp4"),
}
FREE_CALLS = [call for call in CALLS if call != "create"]


def _answer_of(act: Act, call: str = "create") -> object:
    async def run() -> object:
        async with provider_on(act) as (provider, _):
            return await CALLS[call](provider)

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("packing", "call"),
    [*((packing, "create") for packing in BOMBS), *(("gzip, gzip", call) for call in FREE_CALLS)],
)
def test_a_bomb_is_no_answer_and_costs_no_memory(packing: str, call: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises((SentUnknownError, MalformedAnswerError)):
            _answer_of(BOMBS[packing], call)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * JSON_LIMIT_BYTES


@pytest.mark.parametrize("packing", PACKINGS)
def test_what_a_gateway_packed_once_or_twice_is_read(packing: str) -> None:
    """The id of a paid task is worth more than the wish for `identity`."""
    named = packing.replace("raw", "deflate")
    assert _answer_of(answers(_packed(GOOD, packing), Content_Encoding=named)) == "abc"


@pytest.mark.parametrize("named", ["gzip", "deflate", "br", "utf-8", "aws-chunked", "binary", ","])
def test_a_body_that_is_not_what_its_header_says_is_read_as_it_is(named: str) -> None:
    assert _answer_of(answers(GOOD, Content_Encoding=named)) == "abc"


def test_what_cannot_be_unpacked_is_no_answer() -> None:
    for named, body in (("br", b"\x1b\x25\x00"), ("gzip", _packed(GOOD, "gzip")[:-20])):
        act = answers(body, Content_Encoding=named)
        with pytest.raises(SentUnknownError):
            _answer_of(act)
        with pytest.raises((MalformedAnswerError, ProviderUnavailableError)):
            _answer_of(act, "status")


def test_nobody_unpacks_for_ever() -> None:
    with pytest.raises(MalformedAnswerError):
        decoded(b"", ", ".join(["gzip"] * 3), 10)
