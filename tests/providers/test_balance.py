"""Reading the balance: a number, or an error that says nothing of one."""

import asyncio

import pytest

from tests.providers import scripted_server as script
from tests.providers.kie_rig import a_provider, provider_on
from tests.providers.scripted_server import Act, answers, envelope
from videogen_desktop.domain.errors import (
    KeyRejectedError,
    MalformedAnswerError,
    ProviderError,
    ProviderUnavailableError,
    RateLimitedError,
)


@pytest.mark.parametrize(
    ("data", "amount", "raw"),
    [(2450, 245_000, "2450"), (812.5, 81_250, "812.5"), ("99.99", 9_999, "99.99"), (0, 0, "0")],
)
def test_the_balance_is_the_number_itself(data: object, amount: int, raw: str) -> None:
    async def run() -> None:
        async with provider_on(answers(envelope(data=data))) as (provider, server):
            balance = await provider.balance()
            assert (balance.amount, balance.raw) == (amount, raw)
            assert server.requests[0].target == "/api/v1/chat/credit"

    asyncio.run(run())


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (answers(envelope(401, "You do not have access permissions")), KeyRejectedError),
        (answers(envelope(429, "")), RateLimitedError),
        (answers(envelope(500, "")), ProviderUnavailableError),
        (answers(envelope(data=None)), MalformedAnswerError),
        (answers(envelope(data={"credits": 5})), MalformedAnswerError),
        (answers(envelope(data=True)), MalformedAnswerError),
        (answers(envelope(data="NaN")), MalformedAnswerError),
    ],
    ids=["401", "429", "500", "null", "object", "true", "NaN"],
)
def test_a_balance_that_is_none_is_an_error(act: Act, expected: type[ProviderError]) -> None:
    async def run() -> None:
        async with provider_on(act) as (provider, _):
            with pytest.raises(ProviderError) as raised:
                await provider.balance()
            assert type(raised.value) is expected

    asyncio.run(run())


def test_a_refused_connection_is_unavailable() -> None:
    async def run() -> None:
        async with script.scripted_server(script.hang) as server:
            closed = server.address
        provider = a_provider(closed)
        with pytest.raises(ProviderUnavailableError):
            await provider.balance()
        await provider.close()

    asyncio.run(run())


def test_a_servers_cookies_are_not_kept() -> None:
    async def run() -> None:
        act = answers(envelope(data=7), Set_Cookie="session=1; Path=/")
        async with provider_on(act) as (provider, server):
            await provider.balance()
            await provider.balance()
            assert all("cookie" not in request.headers for request in server.requests)

    asyncio.run(run())
