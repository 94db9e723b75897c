"""Any OpenAI-compatible server of texts: its models, and one text made of another.

A client of its own, that no video is ever made with. The key goes to the one address that it was
entered for: no redirect is followed, and nothing is asked a second time.
"""

import asyncio
import contextlib
import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from videogen_desktop.domain.addresses import is_private_host
from videogen_desktop.domain.errors import MalformedAnswerError, TextHelperError
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.providers.answer_body import read_bounded
from videogen_desktop.providers.http import SETUP_ERRORS, context_for, free_client, httpx
from videogen_desktop.providers.http_settings import proxy_for
from videogen_desktop.providers.provider_words import ProviderWords

# A model that lies on a disk has to be loaded first, and writes a few words a second.
WRITING_SECONDS = 120.0
LISTING_SECONDS = 15.0
LIMIT_BYTES = 512 * 1024
_MOST_MODELS = 500
_LONGEST_NAME = 200
_REASONS = {401: "key", 403: "key", 404: "not_found", 408: "late", 429: "busy"}
_EVENT = "data:"


class TextHelperClient:
    """Asks one server, once each time. Every call is bounded in bytes and in time."""

    def __init__(
        self, base: str, key: str, http: HttpSettings, seconds: float = WRITING_SECONDS
    ) -> None:
        self._base = base
        self._http = http
        self._seconds = seconds
        self._words = ProviderWords(key)
        self._key = key

    def __repr__(self) -> str:
        return f"TextHelperClient({self._base!r})"

    async def models(self) -> tuple[str, ...]:
        """What the server can write with, in its own order. Raises TextHelperError."""
        body = await self._asked("GET", "/models", min(LISTING_SECONDS, self._seconds))
        listed = _decoded(body)
        data = listed.get("data") if isinstance(listed, dict) else None
        if not isinstance(data, list):
            raise self._garbage(body)
        names = [one.get("id") for one in data[:_MOST_MODELS] if isinstance(one, dict)]
        return tuple(dict.fromkeys(filter(None, map(self._name, names))))

    async def text(self, model: str, system: str, text: str) -> str:
        """What the server makes of the text, as it came. Raises TextHelperError."""
        messages = [{"role": "system", "content": system}, {"role": "user", "content": text}]
        asked = {"model": model, "messages": messages, "stream": False}
        body = await self._asked("POST", "/chat/completions", self._seconds, json=asked)
        answer = _written(body)
        if answer is None:
            raise self._garbage(body)
        return answer

    async def _asked(self, method: str, path: str, seconds: float, **content: Any) -> bytes:
        try:
            context = await asyncio.to_thread(context_for, self._base, self._http)
            client = free_client(context, await asyncio.to_thread(self._proxy))
        except SETUP_ERRORS as error:
            raise TextHelperError("unreachable", self._said(error)) from error
        async with contextlib.AsyncExitStack() as stack:
            stack.push_async_callback(client.aclose)
            try:
                async with asyncio.timeout(seconds):
                    request = client.build_request(
                        *(method, self._base + path),
                        headers=self._headers(),
                        timeout=httpx.Timeout(seconds, connect=min(10.0, seconds)),
                        **content,
                    )
                    response = await client.send(request, stream=True)
                    stack.push_async_callback(response.aclose)
                    body = await read_bounded(response, LIMIT_BYTES)
            except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
                raise TextHelperError("unreachable", self._said(error)) from error
            except (TimeoutError, httpx.TimeoutException) as error:
                raise TextHelperError("late") from error
            except MalformedAnswerError as error:
                raise TextHelperError("too_much") from error
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise TextHelperError("cut", self._said(error)) from error
        self._check(response.status_code, body)
        return body

    def _headers(self) -> Mapping[str, str]:
        if not self._key:
            return {}
        # A line break in it would be quoted, key and all, in the text of the library's error.
        if not self._key.isascii() or not self._key.isprintable():
            raise TextHelperError("key")
        return {"Authorization": f"Bearer {self._key}"}

    def _proxy(self) -> str | None:
        # One's own network is not reached through a proxy, which would read what is not encrypted.
        is_private = is_private_host(urlsplit(self._base).hostname or "")
        return None if is_private else proxy_for(self._base, self._http)

    def _check(self, status: int, body: bytes) -> None:
        if status == httpx.codes.OK:
            return
        reason = _REASONS.get(status) or {3: "moved", 4: "refused", 5: "server"}.get(status // 100)
        raise TextHelperError(reason or "garbage", self._complaint(body) or f"HTTP {status}")

    def _complaint(self, body: bytes) -> str:
        """The server's own words; `error` is an object, or a text as of Ollama's own calls."""
        answer = _decoded(body)
        if not isinstance(answer, dict):
            return self._words.page_excerpt(body)
        error = answer.get("error", answer)
        return self._words.message(error.get("message") if isinstance(error, dict) else error, 200)

    def _garbage(self, body: bytes) -> TextHelperError:
        return TextHelperError("garbage", self._words.page_excerpt(body))

    def _name(self, value: object) -> str:
        is_name = isinstance(value, str) and 0 < len(value) <= _LONGEST_NAME
        return value if is_name and isinstance(value, str) and value.isprintable() else ""

    def _said(self, error: Exception) -> str:
        return self._words.message(f"{type(error).__name__}: {error}".rstrip(": "), 200)


def _decoded(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _written(body: bytes) -> str | None:
    """The text of an answer, whole or, from servers that know nothing else, as a stream."""
    text = body.decode("utf-8", "replace")
    if text.lstrip().startswith(_EVENT):
        events = (line[len(_EVENT) :].strip() for line in text.splitlines() if _EVENT in line[:5])
        return _joined(events)
    return _content(_decoded(body), "message")


def _joined(events: Iterable[str]) -> str | None:
    parts: list[str] = []
    for event in events:
        if event == "[DONE]":
            return "".join(parts)
        part = _content(_decoded(event.encode()), "delta")
        if part is None:
            return None
        parts.append(part)
    # Cut off before its end.
    return None


def _content(answer: object, name: str) -> str | None:
    try:
        message = answer["choices"][0][name]  # type: ignore[index]
        content = message.get("content", "")
    except (KeyError, IndexError, TypeError, AttributeError):
        return None
    return content if isinstance(content, str) else ("" if content is None else None)
