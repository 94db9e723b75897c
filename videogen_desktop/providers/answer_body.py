"""An answer's body, bounded as it comes and bounded again as it is decoded.

httpx decodes before anybody can count: `Content-Encoding: gzip, gzip` made 4 GB of a few KB
(measured). So the bytes are taken as they were sent, and decoded here with a limit.
"""

import zlib

from videogen_desktop.domain.errors import MalformedAnswerError
from videogen_desktop.providers.http import httpx

JSON_LIMIT_BYTES = 4 * 1024 * 1024
# We ask for `identity`. A gateway that compresses all the same does it once.
_MOST_CODINGS = 2
_GZIP = 16 + zlib.MAX_WBITS
_ZLIB, _RAW_DEFLATE = zlib.MAX_WBITS, -zlib.MAX_WBITS
# Everything else is taken as it came: what it is not (`utf-8`, `aws-chunked`) changes nothing, and
# what we cannot undo (`br`, `zstd`) is then no JSON, and said so.
_WINDOWS = {"gzip": (_GZIP,), "x-gzip": (_GZIP,), "deflate": (_ZLIB, _RAW_DEFLATE)}


async def read_bounded(response: httpx.Response, limit_bytes: int = JSON_LIMIT_BYTES) -> bytes:
    """Read a streamed body up to a limit, sent or decoded; the caller sets the overall deadline.

    Raises MalformedAnswerError beyond it, without reading or decoding on, and
    httpx.TransportError.
    """
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += chunk
        if len(body) > limit_bytes:
            raise _too_much()
    return decoded(bytes(body), response.headers.get("Content-Encoding", ""), limit_bytes)


def decoded(body: bytes, content_encoding: str, limit_bytes: int) -> bytes:
    """Undo the codings of a body, the last one first. Raises MalformedAnswerError beyond the limit.

    Bytes that are not what their header says are left as they are: gateways were seen to unpack
    a body and to leave its header.
    """
    names = (name.strip().lower() for name in content_encoding.split(","))
    codings = [_WINDOWS[name] for name in names if name in _WINDOWS]
    if len(codings) > _MOST_CODINGS:
        raise MalformedAnswerError("compressed more than twice")
    for windows in reversed(codings):
        body = _inflated(body, windows, limit_bytes)
    return body


def _inflated(body: bytes, windows: tuple[int, ...], limit_bytes: int) -> bytes:
    for window in windows:
        try:
            return _unpacked(body, window, limit_bytes)
        except zlib.error:
            continue
    return body


def _unpacked(body: bytes, window: int, limit_bytes: int) -> bytes:
    unpacked = bytearray()
    while body:
        stream = zlib.decompressobj(window)
        unpacked += stream.decompress(body, limit_bytes + 1 - len(unpacked))
        if len(unpacked) > limit_bytes:
            raise _too_much()
        # A gzip file may have several members; after any other stream nothing is meant.
        body = stream.unused_data if window == _GZIP and stream.eof else b""
    return bytes(unpacked)


def _too_much() -> MalformedAnswerError:
    return MalformedAnswerError("more bytes than an answer may have")
