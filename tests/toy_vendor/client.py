"""The toy's API: forms go there, lines of text come back."""

import json
from contextlib import AbstractAsyncContextManager

from videogen_desktop.domain.addresses import is_loopback, normalised_api_base
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.credits import hundredths_from_credits
from videogen_desktop.domain.errors import (
    KeyRejectedError,
    MalformedAnswerError,
    RefusedError,
    ResultGoneError,
    SentUnknownError,
)
from videogen_desktop.domain.provider import (
    ConsumedCredits,
    HttpSettings,
    ProviderBalance,
    ResultStream,
    TaskPhase,
    TaskStatus,
)
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.vendor import ReadModels
from videogen_desktop.providers.connection import Answer, Connection
from videogen_desktop.providers.results import ResultFetcher

PURSE = "X-Purse"
_PHASES = {
    "queued": TaskPhase.QUEUED,
    "rolling": TaskPhase.RUNNING,
    "ready": TaskPhase.SUCCEEDED,
    "ruined": TaskPhase.FAILED,
}


class ToyClient:
    """As domain.provider.VendorClient."""

    def __init__(
        self,
        api_base: str,
        api_key: str,
        http: HttpSettings,
        clock: Clock,
        read_models: ReadModels,
    ) -> None:
        base = normalised_api_base(api_base)
        self._connection = Connection(base, api_key, {PURSE: api_key}, http)
        self._results = ResultFetcher(http, loopback_allowed=is_loopback(base))

    async def prepare(self) -> None:
        await self._connection.prepare()

    async def create(self, request: PricedRequest, callback_url: str | None = None) -> str:
        self._connection.check_key()
        form = json.loads(request.body) | ({"ring": callback_url} if callback_url else {})
        answer = await self._connection.post_once("/films", data=form)
        said = _lines(answer)
        if "ticket" in said:
            return said["ticket"]
        if answer.http_status in (402, 422):
            raise RefusedError(said.get("sorry", ""), str(answer.http_status))
        raise SentUnknownError(said.get("sorry", ""), str(answer.http_status))

    async def status(self, task_id: str) -> TaskStatus:
        said = await self._read(f"/films/{task_id}")
        coins = said.get("coins")
        return TaskStatus(
            phase=_PHASES.get(said.get("stage", ""), TaskPhase.UNKNOWN),
            word=said.get("stage"),
            result_urls=tuple(filter(None, [said.get("reel")])),
            consumed=None if coins is None else ConsumedCredits(_hundredths(coins), coins),
        )

    async def balance(self) -> ProviderBalance:
        coins = (await self._read("/purse")).get("coins", "")
        return ProviderBalance(_hundredths(coins), coins)

    async def download_link(self, url: str) -> str:
        raise ResultGoneError(404)

    def open_result(
        self, url: str, *, offset: int = 0, etag: str | None = None
    ) -> AbstractAsyncContextManager[ResultStream]:
        return self._results.open(url, offset=offset, etag=etag)

    async def close(self) -> None:
        await self._connection.close()
        await self._results.close()

    async def _read(self, path: str) -> dict[str, str]:
        self._connection.check_key()
        answer = await self._connection.get(path, {})
        if answer.http_status == 403:
            raise KeyRejectedError
        if answer.http_status != 200:
            raise MalformedAnswerError("", str(answer.http_status))
        return _lines(answer)


def _lines(answer: Answer) -> dict[str, str]:
    lines = (line.partition(" ") for line in answer.body.decode().splitlines())
    return {name: value for name, _, value in lines}


def _hundredths(coins: str) -> int:
    return hundredths_from_credits(coins)
