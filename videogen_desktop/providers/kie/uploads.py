"""Kie's upload host: a file of a request goes there, and an address for the request comes back.

Facts: docs.kie.ai, "File Upload API", and answers recorded between April and October 2026.
"""

import asyncio
import hashlib
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    InputLostError,
    KeyRejectedError,
    MalformedAnswerError,
    ProviderError,
    ProviderUnavailableError,
    RateLimitedError,
    ResultUrlRefusedError,
    UploadRefusedError,
)
from videogen_desktop.domain.input_file import InputFile
from videogen_desktop.domain.provider import UploadedInput
from videogen_desktop.domain.redaction import UPLOAD_FOLDER
from videogen_desktop.providers.address_rules import checked_url
from videogen_desktop.providers.connection import Answer, Connection
from videogen_desktop.providers.kie.envelope import Envelope, parse_envelope
from videogen_desktop.providers.kie.refusals import KEY_REJECTED, RATE_LIMITED, retry_after_ms
from videogen_desktop.providers.kie.result_urls import download_address
from videogen_desktop.providers.provider_words import ProviderWords

STREAM_UPLOAD = "/api/file-stream-upload"
# 24 hours on most pages, 3 days on one. The vendor fetches it when a task begins, not when it is
# made, so the last hours are left to that.
KEPT_MS = 20 * 3_600_000
# The slowest line that is waited for, beside the time that any call has.
_LEAST_BYTES_PER_SECOND = 16 * 1024
_CALL_SECONDS = 60.0
_MOST_SECONDS = 2 * 3600.0
_SUCCESS = 200
_TOO_LARGE = 413
# The quickstart page shows the second name.
_ADDRESSES = ("downloadUrl", "fileUrl")


class UploadHost:
    """One account's uploads; used from the worker's event loop."""

    def __init__(
        self, connection: Connection, words: ProviderWords, clock: Clock, *, loopback_allowed: bool
    ) -> None:
        """`loopback_allowed`: the API itself is on this machine, and so may the addresses be."""
        self._connection = connection
        self._words = words
        self._clock = clock
        self._loopback_allowed = loopback_allowed

    async def upload(self, file: InputFile, path: Path) -> UploadedInput:
        """See domain.provider.InputTaker: read from the disk as it is sent, a chunk at a time."""
        self._connection.check_key()
        began = self._clock.now_ms()
        try:
            with await asyncio.to_thread(path.open, "rb") as opened:
                reading = _Reading(opened)
                if reading.size != file.bytes:
                    raise InputLostError(file.sha256)
                answer = await self._sent(file, path, reading)
        except OSError as error:
            raise InputLostError(file.sha256) from error
        if reading.sha256 != file.sha256:
            # The provider has something else now, which no request ever names.
            raise InputLostError(file.sha256)
        return UploadedInput(self._address(answer, file), began + KEPT_MS)

    async def _sent(self, file: InputFile, path: Path, reading: "_Reading") -> Answer:
        # Whoever knows the name can fetch the file, and a name that is used again may show what
        # it showed before.
        name = secrets.token_hex(16) + path.suffix
        return await self._connection.post_file(
            STREAM_UPLOAD,
            min(_CALL_SECONDS + file.bytes / _LEAST_BYTES_PER_SECOND, _MOST_SECONDS),
            data={"uploadPath": UPLOAD_FOLDER, "fileName": name},
            files={"file": (name, reading, file.mime)},
        )

    def _address(self, answer: Answer, file: InputFile) -> str:
        envelope = self._envelope(answer)
        data = envelope.data if isinstance(envelope.data, dict) else {}
        code = answer.http_status if envelope.code is None else envelope.code
        if code != _SUCCESS or envelope.success is False or data.get("success") is False:
            raise self._refusal(code, envelope.message, answer)
        size = data.get("fileSize")
        if type(size) is int and size != file.bytes:
            raise MalformedAnswerError("another size than was sent", str(code))
        return self._checked(data, code)

    def _checked(self, data: Mapping[str, object], code: int) -> str:
        found = (download_address(data.get(name)) for name in _ADDRESSES)
        address = next((one for one in found if one is not None), None)
        # Nor one that says our key back: it would be kept.
        if address is None or self._words.message(address, len(address)) != address:
            raise MalformedAnswerError("no address of the file", str(code))
        try:
            checked_url(address, loopback_allowed=self._loopback_allowed)
        except ResultUrlRefusedError as error:
            raise MalformedAnswerError(f"address: {error.reason}", str(code)) from error
        return address

    def _envelope(self, answer: Answer) -> Envelope:
        try:
            return parse_envelope(answer.body, answer.http_status, self._words)
        except MalformedAnswerError as error:
            # A gateway answers these itself, with a page.
            if answer.http_status >= 300:
                raise self._refusal(answer.http_status, error.message, answer) from error
            raise

    def _refusal(self, code: int, message: str, answer: Answer) -> ProviderError:
        if code == RATE_LIMITED:
            waits = retry_after_ms(answer.retry_after, self._clock.now_ms())
            return RateLimitedError(message, waits)
        if code == KEY_REJECTED:
            return KeyRejectedError(message, str(code))
        if 400 <= code < 500 or code == _SUCCESS:
            return UploadRefusedError(message, str(code))
        return ProviderUnavailableError(message, str(code))


class _Reading:
    """A file as httpx reads it, and what it turned out to hold."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._sum = hashlib.sha256()
        self.size = os.fstat(file.fileno()).st_size

    @property
    def sha256(self) -> str:
        """Of what was read so far."""
        return self._sum.hexdigest()

    def fileno(self) -> int:
        """For the length that is announced."""
        return self._file.fileno()

    def read(self, size: int = -1) -> bytes:
        chunk = self._file.read(size)
        self._sum.update(chunk)
        return chunk
