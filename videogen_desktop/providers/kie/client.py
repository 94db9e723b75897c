"""Kie's jobs API as a VendorClient; also the sandbox and every other Kie-compatible server."""

import json
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from videogen_desktop.domain.addresses import is_loopback, normalised_api_base
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    MalformedAnswerError,
    ProviderUnavailableError,
    ResultGoneError,
    SentUnknownError,
)
from videogen_desktop.domain.input_file import InputFile
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.offer import ListedModel
from videogen_desktop.domain.provider import (
    HttpSettings,
    ProviderBalance,
    ResultStream,
    TaskStatus,
    UploadedInput,
)
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.providers.connection import Answer, Connection, Deadlines
from videogen_desktop.providers.kie.discovery import (
    LARGEST_LIST_BYTES,
    LISTED,
    kept_schema,
    listed_models,
    rate_of_day,
    schema_path,
    success_rate_path,
)
from videogen_desktop.providers.kie.envelope import Envelope, created_task_id, parse_envelope
from videogen_desktop.providers.kie.record import OK, brings_result, figure_in_credits, task_status
from videogen_desktop.providers.kie.refusals import (
    BELIEVED_HTTP_STATUSES,
    create_error,
    read_error,
    retry_after_ms,
)
from videogen_desktop.providers.kie.result_urls import download_address
from videogen_desktop.providers.kie.schema_reading import LARGEST_BYTES
from videogen_desktop.providers.kie.uploads import UploadHost
from videogen_desktop.providers.provider_words import ProviderWords
from videogen_desktop.providers.results import ResultFetcher

CREATE_TASK = "/api/v1/jobs/createTask"
RECORD_INFO = "/api/v1/jobs/recordInfo"
CREDIT = "/api/v1/chat/credit"
DOWNLOAD_URL = "/api/v1/common/download-url"
# 422: not hosted by Kie, or no longer (vendor documentation as known on 2026-11-22).
NO_SUCH_FILE = frozenset({404, 410, 422})


class KieClient:
    """One account at one Kie-compatible base; used from the worker's event loop.

    No connection is opened before the first call.
    """

    def __init__(
        self,
        api_base: str,
        api_key: str,
        *,
        models: Sequence[VideoModel],
        http: HttpSettings,
        clock: Clock,
        deadlines: Deadlines | None = None,
        upload_base: str | None = None,
    ) -> None:
        """`models` are those whose options its records are read for, `upload_base` takes files
        with the same key, None for the API's own. Raises ApiBaseRefusedError."""
        base = normalised_api_base(api_base)
        key = api_key.strip()
        self._base = base
        self._models = models
        self._clock = clock
        self._words = ProviderWords(key)
        headers = {"Authorization": f"Bearer {key}", "Accept": "application/json"}
        self._connection = Connection(base, key, headers, http, deadlines)
        self._results = ResultFetcher(http, loopback_allowed=is_loopback(base))
        self._upload_connection = self._connection
        if upload_base is not None and (host := normalised_api_base(upload_base)) != base:
            self._upload_connection = Connection(host, key, headers, http, deadlines)
        self._uploads = UploadHost(
            self._upload_connection, self._words, clock, loopback_allowed=is_loopback(base)
        )

    def __repr__(self) -> str:
        return f"KieClient({self._base!r})"

    async def prepare(self) -> None:
        """Make the first call as quick as later ones; asks nobody and raises nothing."""
        await self._connection.prepare()

    async def create(self, request: PricedRequest, callback_url: str | None = None) -> str:
        """Send the paid POST once, at once, with the request's frozen body; return the task id.

        Raises NotSentError, RateLimitedError, RefusedError and its kinds, SentUnknownError.
        A CancelledError passes through: whoever cancels has to count the request as sent.
        """
        self._connection.check_key()
        body: dict[str, object] = json.loads(request.body)
        if callback_url is not None:
            body["callBackUrl"] = callback_url
        answer = await self._connection.post_once(CREATE_TASK, json=body)
        return self._created(answer)

    async def upload(self, file: InputFile, path: Path) -> UploadedInput:
        """Send a file of a request; see UploadHost.upload."""
        return await self._uploads.upload(file, path)

    async def status(self, task_id: str) -> TaskStatus:
        """Read the task's record. Raises KeyRejectedError, RateLimitedError,
        ProviderUnavailableError, MalformedAnswerError: none says anything about the task."""
        answer = await self._read(RECORD_INFO, {"taskId": task_id})
        envelope = self._envelope(answer)
        waits = self._wait_ms(answer)
        return task_status(envelope, task_id, self._words, waits, self._models)

    async def balance(self) -> ProviderBalance:
        """The account's balance; free, and the usual test of a key. Raises as status."""
        answer = await self._read(CREDIT, {})
        envelope = self._envelope(answer)
        if envelope.code != OK:
            raise read_error(envelope.code, envelope.message, self._wait_ms(answer))
        figure = figure_in_credits(envelope.data)
        if figure is None:
            raise MalformedAnswerError("the balance is not a number", str(envelope.code))
        return ProviderBalance(figure.amount, figure.raw)

    async def listed_models(self) -> tuple[ListedModel, ...]:
        """See OfferTeller."""
        return await listed_models(await self._told(LISTED, LARGEST_LIST_BYTES), self._words)

    async def schema(self, model_id: str) -> str:
        """See OfferTeller."""
        return kept_schema(await self._told(schema_path(model_id), LARGEST_BYTES))

    async def success_rate(self, model_id: str) -> float | None:
        """See OfferTeller."""
        return rate_of_day(await self._told(success_rate_path(model_id), LARGEST_BYTES))

    async def _told(self, path: str, largest_bytes: int) -> object:
        """What the vendor says of its offer. Raises as `status`, and MalformedAnswerError for more
        than anybody has to say."""
        answer = await self._read(path, {})
        if len(answer.body) > largest_bytes:
            raise MalformedAnswerError("the answer is too large", str(answer.http_status))
        envelope = self._envelope(answer)
        if envelope.code != OK:
            raise read_error(envelope.code, envelope.message, self._wait_ms(answer))
        return envelope.data

    async def download_link(self, url: str) -> str:
        """An address of the result that holds for 20 minutes. Raises ResultGoneError when Kie
        knows no such file, and as status."""
        self._connection.check_key()
        answer = await self._connection.post_free(DOWNLOAD_URL, json={"url": url})
        envelope = self._envelope(answer)
        if envelope.code in NO_SUCH_FILE:
            raise ResultGoneError(envelope.code)
        if envelope.code != OK:
            raise read_error(envelope.code, envelope.message, self._wait_ms(answer))
        link = download_address(envelope.data)
        if link is None:
            raise MalformedAnswerError("the download link is no address", str(envelope.code))
        return link

    def open_result(
        self, url: str, *, offset: int = 0, etag: str | None = None
    ) -> AbstractAsyncContextManager[ResultStream]:
        """Open the result's bytes without credentials; see ResultFetcher.open."""
        return self._results.open(url, offset=offset, etag=etag)

    async def close(self) -> None:
        """Close every connection; calling it twice is fine. A later create is never sent."""
        await self._connection.close()
        await self._upload_connection.close()
        await self._results.close()

    async def _read(self, path: str, query: dict[str, str]) -> Answer:
        self._connection.check_key()
        return await self._connection.get(path, query)

    def _created(self, answer: Answer) -> str:
        try:
            envelope = parse_envelope(answer.body, answer.http_status, self._words)
        except MalformedAnswerError as error:
            if answer.http_status in BELIEVED_HTTP_STATUSES:
                wait_ms = self._wait_ms(answer)
                raise create_error(answer.http_status, error.message, wait_ms) from error
            raise SentUnknownError(error.message, error.code) from error
        # A task that has an id exists, whatever the code beside it says.
        task_id = created_task_id(envelope)
        if task_id is not None:
            return task_id
        code = envelope.code
        if code is None and answer.http_status in BELIEVED_HTTP_STATUSES:
            code = answer.http_status
        meaning = create_error(code, envelope.message, self._wait_ms(answer))
        if isinstance(meaning, SentUnknownError):
            # An id that is none here may be one for a human at the provider.
            said = self._words.message(answer.body.decode("utf-8", "replace"))
            raise SentUnknownError(meaning.message, meaning.code or str(answer.http_status), said)
        raise meaning

    def _envelope(self, answer: Answer) -> Envelope:
        try:
            envelope = parse_envelope(answer.body, answer.http_status, self._words)
            if envelope.code is None and not brings_result(envelope):
                raise MalformedAnswerError(envelope.message, str(answer.http_status))
            return envelope
        except MalformedAnswerError as error:
            if answer.http_status in BELIEVED_HTTP_STATUSES:
                wait_ms = self._wait_ms(answer)
                raise read_error(answer.http_status, error.message, wait_ms) from error
            if answer.http_status >= 300:
                raise ProviderUnavailableError(error.message, error.code) from error
            raise

    def _wait_ms(self, answer: Answer) -> int | None:
        return retry_after_ms(answer.retry_after, self._clock.now_ms())
