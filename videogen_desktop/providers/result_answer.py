"""The answer of a file host: is it the file, from where, and how much of it comes."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

from videogen_desktop.domain.errors import (
    NotPlayableError,
    ProviderUnavailableError,
    ResultGoneError,
    ResultTooLargeError,
    ResultTruncatedError,
)
from videogen_desktop.providers.http import httpx

# File hosts say in many ways that a signed link is over (S3 400, others 401, 403, 404, 410). These
# are about something else: a proxy, the moment, a range.
_ABOUT_SOMETHING_ELSE = frozenset({407, 408, 416, 421, 425, 429})
# A cache on the way may say 203 for what was a 200 (RFC 9110).
_WHOLE = frozenset({200, 203})
_NOTHING = frozenset({204, 205})
# The codings that change the bytes. Everything else that was seen in the header (nothing,
# `aws-chunked`, `utf-8`, `binary`) leaves them as they are.
_COMPRESSIONS = frozenset(
    {"gzip", "x-gzip", "compress", "x-compress", "deflate", "br", "zstd", "dcb", "dcz"}
)
_STRONG_ETAG = re.compile(r'"[\x21\x23-\x7e]{1,200}"')
_CONTENT_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15})")
_UNSATISFIED_RANGE = re.compile(r"bytes \*/(\d{1,15})")
_PAGES = ("text/html", "text/xml", "application/xhtml", "application/xml", "application/json")
# No page is as large; a host that calls every file one is known.
_LARGEST_PAGE_BYTES = 1024**2


@dataclass(frozen=True, slots=True)
class ResultLimits:
    """Bytes of a file and seconds: to open it, without a byte, for the whole of it."""

    file_bytes: int = 2 * 1024**3
    open_s: float = 60.0
    stall_s: float = 30.0
    whole_s: float = 3600.0


def is_strong_etag(etag: str | None) -> bool:
    """A weak one promises the same meaning, not the same bytes: never resume on it."""
    return etag is not None and _STRONG_ETAG.fullmatch(etag) is not None


class ByteStream:
    """An open result whose bytes really start at `offset`; `etag` is a strong one or None."""

    def __init__(
        self,
        response: httpx.Response,
        limits: ResultLimits,
        offset: int,
        total_bytes: int | None,
        *,
        is_whole: bool = False,
    ) -> None:
        """`is_whole`: nothing is missing, and the answer's own body is not the file's."""
        self.offset = offset
        self.total_bytes = total_bytes
        etag = response.headers.get("ETag")
        self.etag = etag if is_strong_etag(etag) else None
        self._response = response
        self._limits = limits
        self._is_whole = is_whole

    async def chunks(self) -> AsyncIterator[bytes]:
        """The bytes in order. Raises ResultTruncatedError, ResultTooLargeError, and
        ProviderUnavailableError when no byte came for a while or the whole took too long."""
        if self._is_whole:
            return
        received = self.offset
        deadline = asyncio.get_running_loop().time() + self._limits.whole_s
        source = self._response.aiter_raw()
        while (chunk := await self._next(source, deadline, received)) is not None:
            received += len(chunk)
            if received > self._limits.file_bytes:
                raise ResultTooLargeError(self._limits.file_bytes)
            yield chunk
        if self.total_bytes is not None and received != self.total_bytes:
            raise ResultTruncatedError(received, self.total_bytes)

    async def _next(
        self, source: AsyncIterator[bytes], deadline: float, received: int
    ) -> bytes | None:
        now = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout_at(min(deadline, now + self._limits.stall_s)):
                return await anext(source, None)
        except (TimeoutError, httpx.TimeoutException) as error:
            raise ProviderUnavailableError("the file stopped coming") from error
        except httpx.HTTPError as error:
            raise ResultTruncatedError(received, self.total_bytes) from error


def opened_stream(
    response: httpx.Response,
    limits: ResultLimits,
    asked_offset: int = 0,
    asked_etag: str | None = None,
) -> ByteStream | None:
    """The file in an answer; None when a range was refused or is not the one asked for.

    Raises ResultGoneError, ResultTooLargeError, NotPlayableError, ProviderUnavailableError.
    """
    if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE and asked_offset:
        return _nothing_left(response, limits, asked_offset)
    _refuse_what_is_no_file(response)
    offset, total = 0, _content_length(response)
    if response.status_code == httpx.codes.PARTIAL_CONTENT:
        if asked_offset or not _is_unasked_whole(response):
            total = _whole_of_range(response, asked_offset, asked_etag)
            if total is None:
                return None
        offset = asked_offset
    if total is not None and total > limits.file_bytes:
        raise ResultTooLargeError(limits.file_bytes)
    return ByteStream(response, limits, offset, total)


def _nothing_left(response: httpx.Response, limits: ResultLimits, held: int) -> ByteStream | None:
    """The empty rest of a file of which every byte came before the last run ended.

    If-Range held, or the answer would have been the whole file: the sizes decide.
    """
    match = _UNSATISFIED_RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
    if match is None or int(match[1]) != held:
        return None
    return ByteStream(response, limits, held, held, is_whole=True)


def _refuse_what_is_no_file(response: httpx.Response) -> None:
    status = response.status_code
    if 400 <= status < 500 and status not in _ABOUT_SOMETHING_ELSE:
        raise ResultGoneError(status)
    if status in _NOTHING or 300 <= status < 400 or _is_page(response):
        raise NotPlayableError("not_video")
    if status not in _WHOLE and status != httpx.codes.PARTIAL_CONTENT:
        raise ProviderUnavailableError("", str(status))
    codings = response.headers.get("Content-Encoding", "").split(",")
    if not _COMPRESSIONS.isdisjoint(coding.strip().lower() for coding in codings):
        raise NotPlayableError("encoded")


def _is_page(response: httpx.Response) -> bool:
    """Whether a host that says yes brings something else: a page, a message, or nothing."""
    length = _content_length(response)
    if length == 0 and response.status_code in _WHOLE:
        return True
    kind = response.headers.get("Content-Type", "").strip().lower()
    is_short = length is None or length <= _LARGEST_PAGE_BYTES
    return response.is_success and is_short and kind.startswith(_PAGES)


def _content_length(response: httpx.Response) -> int | None:
    text = response.headers.get("Content-Length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _is_unasked_whole(response: httpx.Response) -> bool:
    """A part that nobody asked for, and that is named by nobody, is all there is."""
    in_parts = response.headers.get("Content-Type", "").lower().startswith("multipart/")
    is_empty = _content_length(response) == 0
    return "Content-Range" not in response.headers and not in_parts and not is_empty


def _whole_of_range(response: httpx.Response, offset: int, etag: str | None) -> int | None:
    """The size of the whole file, if the answer is exactly the rest of the asked version."""
    match = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
    if match is None:
        return None
    first, last, total = (int(group) for group in match.groups())
    same_version = response.headers.get("ETag", etag) == etag
    return total if first == offset and last == total - 1 and same_version else None
