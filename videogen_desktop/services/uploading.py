"""The files of a request on their way to the vendor, right before its paid POST.

Nothing has been paid for yet, and an upload costs nothing: it may be tried again, and what goes
wrong for good leaves a video that was never sent.
"""

import asyncio
import contextlib
import logging
from dataclasses import replace
from weakref import WeakValueDictionary

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    PROXY_FAILED,
    InputLostError,
    KeyRejectedError,
    LibraryUnusableError,
    MalformedAnswerError,
    ProviderError,
    ProviderUnavailableError,
    RateLimitedError,
    UploadFailedError,
    UploadRefusedError,
    VideoGenError,
)
from videogen_desktop.domain.input_file import UploadFailure, inputs_in, with_addresses
from videogen_desktop.domain.provider import Provider, TaskStatus, UploadedInput
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.tasks import Uploads
from videogen_desktop.services.inputs import Inputs
from videogen_desktop.storage.input_files import InputFiles
from videogen_desktop.storage.library import Library

_log = logging.getLogger(__name__)

# An address must outlast the waits before the POST; how long after it, the vendor's client knows.
LEAST_LEFT_MS = 10 * 60_000
# A line is shared by all of them.
MOST_AT_ONCE = 3
# Between two tries. A file is sent whole each time.
AGAIN_AFTER_MS = (1_000, 5_000, 20_000)
_MAY_PASS = (ProviderUnavailableError, RateLimitedError, MalformedAnswerError)


class Uploader:
    """One wallet's uploads, each address used until shortly before its end. Worker's loop."""

    def __init__(
        self,
        library: Library,
        wallet_id: str,
        provider: Provider,
        inputs: Inputs,
        files: InputFiles,
        clock: Clock,
    ) -> None:
        self._library = library
        self._wallet_id = wallet_id
        self._provider = provider
        self._inputs = inputs
        self._files = files
        self._clock = clock
        self._turns = asyncio.Semaphore(MOST_AT_ONCE)
        self._one_at_a_time = WeakValueDictionary[str, asyncio.Lock]()

    async def ready(self, request: PricedRequest) -> PricedRequest:
        """The request as the vendor takes it, with an address for each of its files.

        Raises UploadFailedError once it is in vain, and LibraryUnusableError.
        """
        files = inputs_in(request.body)
        if not files:
            return request
        try:
            async with asyncio.TaskGroup() as group:
                asked = {sha256: group.create_task(self._address(sha256)) for sha256 in files}
        except ExceptionGroup as several:
            raise several.exceptions[0] from None
        addresses = {sha256: task.result() for sha256, task in asked.items()}
        return replace(request, body=with_addresses(request.body, addresses))

    async def forget(self, body: str) -> None:
        """The vendor could not fetch what this frozen body names: it is uploaded anew next time."""
        files = inputs_in(body)
        with contextlib.suppress(LibraryUnusableError):
            await self._library.write(lambda rows: rows.uploads.forget(self._wallet_id, files))

    async def _address(self, sha256: str) -> str:
        lock = self._one_at_a_time.setdefault(sha256, asyncio.Lock())
        # Takes of one request ask for the same file at the same moment.
        async with lock:
            known = await self._known(sha256)
            if known is not None:
                return known
            async with self._turns:
                began = self._clock.now_ms()
                uploaded = await self._uploaded(sha256)
            await self._keep(sha256, uploaded, began)
            return uploaded.address

    async def _known(self, sha256: str) -> str | None:
        until = self._clock.now_ms() + LEAST_LEFT_MS
        found = await self._library.read(
            lambda rows: rows.uploads.addresses(self._wallet_id, [sha256], until)
        )
        return found.get(sha256)

    async def _keep(self, sha256: str, uploaded: UploadedInput, began: int) -> None:
        place = (self._wallet_id, sha256, uploaded.address, began, uploaded.expires_at_ms)
        # It can be used all the same: what counts is written with the video.
        with contextlib.suppress(LibraryUnusableError):
            await self._library.write(lambda rows: rows.uploads.put(*place))

    async def _uploaded(self, sha256: str) -> UploadedInput:
        try:
            return await self._upload_until_in_vain(sha256)
        except LibraryUnusableError:
            raise
        except VideoGenError as error:
            raise _failed(error) from error

    async def _upload_until_in_vain(self, sha256: str) -> UploadedInput:
        for after_ms in AGAIN_AFTER_MS:
            try:
                return await self._upload(sha256)
            except _MAY_PASS as error:
                _log.info("an upload is tried again: %s", type(error).__name__)
                rest = self._provider.pace.rest_ms if isinstance(error, RateLimitedError) else 0
                await self._clock.sleep(max(after_ms, rest))
        return await self._upload(sha256)

    async def _upload(self, sha256: str) -> UploadedInput:
        file = await self._inputs.facts(sha256)
        return await self._provider.upload(file, await self._files.path_of(sha256))


async def uploads_named(library: Library, wallet_id: str, status: TaskStatus) -> Uploads:
    """The files of ours that a task's record names, by their addresses there."""
    addresses = status.asked.addresses if status.asked else ()
    if not addresses:
        return {}
    return await library.read(lambda rows: rows.uploads.contents(wallet_id, addresses))


def _failed(error: VideoGenError) -> UploadFailedError:
    message = error.message if isinstance(error, ProviderError) else ""
    return UploadFailedError(message, _reason(error))


def _reason(error: VideoGenError) -> UploadFailure:
    if isinstance(error, InputLostError):
        return UploadFailure.MISSING
    if isinstance(error, UploadRefusedError):
        return UploadFailure.REFUSED
    if isinstance(error, KeyRejectedError):
        return UploadFailure.KEY
    if isinstance(error, RateLimitedError):
        return UploadFailure.PACE
    if isinstance(error, MalformedAnswerError):
        return UploadFailure.ANSWER
    is_proxys = isinstance(error, ProviderUnavailableError) and error.code == PROXY_FAILED
    return UploadFailure.PROXY if is_proxys else UploadFailure.UNREACHABLE
