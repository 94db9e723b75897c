"""A fresh address for a result whose own one has expired, and resumes that have nothing left."""

import asyncio
import json

import pytest

from tests.providers import scripted_server as script
from tests.providers.kie_rig import KEY, provider_on
from tests.providers.scripted_server import Act, answers, envelope, http, says
from videogen_desktop.domain.errors import (
    KeyRejectedError,
    MalformedAnswerError,
    ProviderUnavailableError,
    RateLimitedError,
    ResultGoneError,
    VideoGenError,
)

URL = "https://files.example/x.mp4?sig=s"
LINK = "https://files.example/x.mp4?token=20min"


@pytest.mark.parametrize("data", [LINK, {"url": LINK}, {"downloadUrl": LINK}])
def test_a_link_is_asked_for_with_the_key_and_the_address(data: object) -> None:
    async def run() -> None:
        async with provider_on(answers(envelope(data=data))) as (provider, server):
            assert await provider.download_link(URL) == LINK
            (asked,) = server.requests
            assert asked.target == "/api/v1/common/download-url"
            assert asked.headers["authorization"] == f"Bearer {KEY}"
            assert json.loads(asked.body) == {"url": URL}

    asyncio.run(run())


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (answers(envelope(422, "not a file of ours")), ResultGoneError),
        (answers(envelope(404, "")), ResultGoneError),
        (answers(envelope(401, "")), KeyRejectedError),
        (answers(envelope(429, "")), RateLimitedError),
        (answers(envelope(500, "")), ProviderUnavailableError),
        (answers(envelope(data=None)), MalformedAnswerError),
        (answers(envelope(data="")), MalformedAnswerError),
        (answers(envelope(data=["a"])), MalformedAnswerError),
        (says(http(b"<html>404</html>", 404)), ProviderUnavailableError),
        (says(http(b"<html>502</html>", 502)), ProviderUnavailableError),
    ],
    ids=["422", "404", "401", "429", "500", "null", "empty", "list", "HTTP 404", "HTTP 502"],
)
def test_only_the_providers_own_word_means_that_there_is_none(
    act: Act, expected: type[VideoGenError]
) -> None:
    async def run() -> None:
        async with provider_on(act) as (provider, _):
            with pytest.raises(VideoGenError) as raised:
                await provider.download_link(URL)
            assert type(raised.value) is expected

    asyncio.run(run())


def test_a_link_that_is_no_answer_in_time_is_for_later() -> None:
    async def run() -> None:
        async with provider_on(script.hang, impatient=True) as (provider, _):
            with pytest.raises(ProviderUnavailableError):
                await provider.download_link(URL)

    asyncio.run(run())
