"""Kie's jobs API as a VendorClient; also the sandbox and every other Kie-compatible server.

First the calls, then what the record of a task (recordInfo) says. What wins there, in this order:
a terminal `data.state` (a successful record was seen inside code 505); the codes that end a task
(408, 501); a key or pace refusal; any other `data.state`; the code.
"""

import json
import re
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

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
    ConsumedCredits,
    HttpSettings,
    ProviderBalance,
    ResultStream,
    TaskPhase,
    TaskStatus,
    UploadedInput,
)
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.vendor import ReadModels
from videogen_desktop.providers.connection import Answer, Connection, Deadlines
from videogen_desktop.providers.kie.envelope import (
    Envelope,
    created_task_id,
    figure_in_credits,
    moment,
    parse_envelope,
    raw_text,
)
from videogen_desktop.providers.kie.lenient_json import Differing, Unreadable, unwrapped_object
from videogen_desktop.providers.kie.refusals import (
    BELIEVED_HTTP_STATUSES,
    KEY_REJECTED,
    RATE_LIMITED,
    create_error,
    read_error,
    retry_after_ms,
)
from videogen_desktop.providers.kie.task_request import task_request
from videogen_desktop.providers.provider_words import ProviderWords

if TYPE_CHECKING:
    from videogen_desktop.providers.kie.discovery import OfferReader
    from videogen_desktop.providers.kie.uploads import UploadHost
    from videogen_desktop.providers.results import ResultFetcher

CREATE_TASK = "/api/v1/jobs/createTask"
RECORD_INFO = "/api/v1/jobs/recordInfo"
CREDIT = "/api/v1/chat/credit"
DOWNLOAD_URL = "/api/v1/common/download-url"
# 422: not hosted by Kie, or no longer (vendor documentation as known on 2026-11-22).
NO_SUCH_FILE = frozenset({404, 410, 422})
OK = 200
_WORD_CHARACTERS = 100
# 408: nothing from upstream for 10 minutes; 501: generation failed; 531: failed and refunded.
_TASK_FAILED = frozenset({408, 501, 531})
_MISSING_CODES = frozenset({404, 422})
_MISSING = re.compile(
    r"(?i)\bnull\b|\bnot (?:be )?found\b|\bnot exist|\bno (?:such )?record|不存在"
)

_Q, _R, _S, _F = TaskPhase.QUEUED, TaskPhase.RUNNING, TaskPhase.SUCCEEDED, TaskPhase.FAILED
# The documented five, then words of older endpoints and of clients that met them.
_PHASES = {
    **{"waiting": _Q, "queuing": _Q, "generating": _R, "success": _S, "fail": _F},
    **{"wait": _Q, "queueing": _Q, "queued": _Q, "pending": _Q, "processing": _R, "running": _R},
    **{"succeeded": _S, "completed": _S, "failed": _F, "error": _F, "timeout": _F},
    **{"canceled": _F, "cancelled": _F},
}
# `successFlag`; 2 is a failure of the older Veo endpoint.
_FLAGS = {0: _R, 1: _S, 2: _F, 3: _F}
_TERMINAL = frozenset({_S, _F})


class KieClient:
    """One account at one Kie-compatible base; used from the worker's event loop.

    No connection is opened before the first call.
    """

    def __init__(
        self,
        api_base: str,
        api_key: str,
        *,
        read_models: ReadModels,
        http: HttpSettings,
        clock: Clock,
        deadlines: Deadlines | None = None,
        upload_base: str | None = None,
    ) -> None:
        """`read_models` gives those whose records it reads, `upload_base` takes files with the
        same key, None for the API's own. Raises ApiBaseRefusedError."""
        base = normalised_api_base(api_base)
        key = api_key.strip()
        self._base = base
        self._read_models = read_models
        self._clock = clock
        self._words = ProviderWords(key)
        headers = {"Authorization": f"Bearer {key}", "Accept": "application/json"}
        self._connection = Connection(base, key, headers, http, deadlines)
        self._http = http
        self._upload_connection = self._connection
        if upload_base is not None and (host := normalised_api_base(upload_base)) != base:
            self._upload_connection = Connection(host, key, headers, http, deadlines)

    def __repr__(self) -> str:
        return f"KieClient({self._base!r})"

    # Neither a clip nor a picture is on its way in most hours: 0.2 MB of a window at rest.

    @cached_property
    def _results(self) -> "ResultFetcher":
        from videogen_desktop.providers.results import ResultFetcher

        return ResultFetcher(self._http, loopback_allowed=is_loopback(self._base))

    @cached_property
    def _uploads(self) -> "UploadHost":
        from videogen_desktop.providers.kie.uploads import UploadHost

        place = (self._upload_connection, self._words, self._clock)
        return UploadHost(*place, loopback_allowed=is_loopback(self._base))

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
        envelope, waits = self._envelope(answer), self._wait_ms(answer)
        return task_status(envelope, task_id, self._words, waits, self._read_models())

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
        return await self._offer_reader().listed_models()

    async def schema(self, model_id: str) -> str:
        """See OfferTeller."""
        return await self._offer_reader().schema(model_id)

    async def success_rate(self, model_id: str) -> float | None:
        """See OfferTeller."""
        return await self._offer_reader().success_rate(model_id)

    def _offer_reader(self) -> "OfferReader":
        # Once a day: reading schemas and prose is 110 KB of code.
        from videogen_desktop.providers.kie.discovery import OfferReader

        return OfferReader(self._told, self._words)

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
        from videogen_desktop.providers.kie.result_urls import download_address

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
        if "_results" in vars(self):
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


def task_status(
    envelope: Envelope,
    task_id: str,
    words: ProviderWords,
    wait_ms: int | None = None,
    models: Sequence[VideoModel] = (),
) -> TaskStatus:
    """One reading of the task; `models` say what its record's fields mean.

    Raises KeyRejectedError, RateLimitedError, ProviderUnavailableError, MalformedAnswerError:
    none of them says anything about the task.
    """
    record = unwrapped_object(envelope.data)
    named = record.get("taskId")
    if isinstance(named, str) and named.strip() and named.strip() != task_id.strip():
        # Never let somebody else's record move this task's money.
        raise MalformedAnswerError("the record of another task", str(envelope.code))
    phase = _phase(record)
    if phase in _TERMINAL and (envelope.code is not None or brings_result(envelope)):
        return _reading(phase, envelope, record, words, models)
    if envelope.code is None:
        raise MalformedAnswerError("no code", None)
    if envelope.code in _TASK_FAILED:
        return _reading(_F, envelope, record, words, models)
    if envelope.code in (KEY_REJECTED, RATE_LIMITED):
        raise read_error(envelope.code, envelope.message, wait_ms)
    if phase is not None:
        return _reading(phase, envelope, record, words, models)
    if envelope.code in _MISSING_CODES and _says_missing(envelope.message):
        return _reading(TaskPhase.RECORD_MISSING, envelope, record, words, models)
    if envelope.code != OK:
        raise read_error(envelope.code, envelope.message, wait_ms)
    return _reading(TaskPhase.UNKNOWN, envelope, record, words, models)


def brings_result(envelope: Envelope) -> bool:
    """Whether it is the record of a success with an address, which stands whatever is odd beside
    it. Raises MalformedAnswerError."""
    from videogen_desktop.providers.kie.result_urls import result_urls

    record = unwrapped_object(envelope.data)
    return _phase(record) is _S and bool(result_urls(record).urls)


def _says_missing(message: str) -> bool:
    return not message or _MISSING.search(message) is not None


def _phase(record: dict[str, object]) -> TaskPhase | None:
    state = record.get("state")
    if isinstance(state, Differing | Unreadable):
        # It decides about money: no other field stands in for it.
        raise MalformedAnswerError("the state cannot be read")
    if isinstance(state, str) and state.strip():
        return _PHASES.get(state.strip().lower(), TaskPhase.UNKNOWN)
    flag = record.get("successFlag")
    if isinstance(flag, int) and not isinstance(flag, bool):
        return _FLAGS.get(flag, TaskPhase.UNKNOWN)
    return None


def _reading(
    phase: TaskPhase,
    envelope: Envelope,
    record: dict[str, object],
    words: ProviderWords,
    models: Sequence[VideoModel],
) -> TaskStatus:
    from videogen_desktop.providers.kie.result_urls import ResultUrls, result_urls

    code, message = _failure(envelope, record, words) if phase is _F else (None, None)
    result = result_urls(record) if phase is _S else ResultUrls()
    return TaskStatus(
        phase=phase,
        word=words.message(record.get("state"), _WORD_CHARACTERS) or None,
        result_urls=result.urls,
        spare_urls=result.spare,
        failure_code=code,
        failure_message=message,
        consumed=_consumed(record) if phase in _TERMINAL else None,
        reported=None if phase in _TERMINAL else _consumed(record),
        created_at=moment(record.get("createTime")),
        ended_at=moment(record.get("completeTime")) if phase in _TERMINAL else None,
        raw=raw_text(envelope, record, words),
        asked=task_request(record, models),
    )


def _failure(
    envelope: Envelope, record: dict[str, object], words: ProviderWords
) -> tuple[str | None, str | None]:
    code = _first_text(record, ("failCode", "errorCode"), words)
    message = _first_text(record, ("failMsg", "errorMessage"), words)
    if envelope.code != OK:
        code = code or str(envelope.code)
        message = message or envelope.message
    return code or None, message or None


def _first_text(record: dict[str, object], keys: tuple[str, ...], words: ProviderWords) -> str:
    for key in keys:
        value = record.get(key)
        # The older Runway endpoint gives a number where the others give text.
        number = isinstance(value, int) and not isinstance(value, bool)
        text = words.message(str(value) if number else value)
        if text:
            return text
    return ""


def _consumed(record: dict[str, object]) -> ConsumedCredits | None:
    for figure in map(figure_in_credits, map(record.get, ("creditsConsumed", "consumeCredits"))):
        if figure is not None and figure.amount >= 0:
            return figure
    return None
