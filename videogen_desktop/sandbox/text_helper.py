"""A text helper for trials: the two calls of OpenAI's API that servers of texts have in common.

It knows a few words of Vietnamese and answers the same to the same. No key is needed, as with
Ollama on one's own machine.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from videogen_desktop.sandbox.faults import FaultPlan

MODELS = ("trial-writer", "trial-writer-mini")
LONGEST_BODY_BYTES = 1_000_000
SLOW_SECONDS = 3.0
_DRIP_SECONDS = 0.05
_HUGE = 6_000_000
_FAULTS = ("text-refused-key", "text-rate-limited", "text-error", "text-moved", "text-garbage")
# What a description gains by being written anew, in the language that it came in.
_BETTER = (
    ", soft morning light, slow dolly-in, shallow depth of field, natural motion",
    ", ánh sáng buổi sớm dịu nhẹ, máy quay tiến chậm, hậu cảnh mờ, chuyển động tự nhiên",
)
# Longest first: "con mèo" is a cat before "con" is anything.
_WORDS = {
    "chơi với cuộn len": "playing with a ball of yarn",
    "trên bãi biển": "on the beach",
    "trong rừng": "in the forest",
    "ngoài đồng": "in the fields",
    "dưới mưa": "in the rain",
    "hoàng hôn": "sunset",
    "bình minh": "sunrise",
    "ban đêm": "at night",
    "buổi sáng": "in the morning",
    "đang chạy": "running",
    "đang bay": "flying",
    "đang cười": "smiling",
    "đang chơi": "playing",
    "đang ngủ": "sleeping",
    "cô gái": "girl",
    "chàng trai": "young man",
    "em bé": "baby",
    "con mèo": "cat",
    "con chó": "dog",
    "con thuyền": "boat",
    "thành phố": "city",
    "làng quê": "village",
    "áo dài": "ao dai",
    "ly cà phê": "cup of coffee",
    "tô phở": "bowl of pho",
    "cánh đồng": "field",
    "dòng sông": "river",
    "một": "a",
    "và": "and",
    "ở": "in",
    "trên": "on",
    "với": "with",
    "nhỏ": "small",
    "đỏ": "red",
    "trắng": "white",
}
_FOUND = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _WORDS), key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)


class TextHelper:
    """Answers at once, unless a fault says otherwise; runs on the event loop thread."""

    def __init__(self, faults: FaultPlan) -> None:
        self._faults = faults

    async def models(self, _request: Request) -> Response:
        """GET /v1/models."""
        data = [{"id": name, "object": "model", "owned_by": "sandbox"} for name in MODELS]
        return self._spoiled() or JSONResponse({"object": "list", "data": data})

    async def complete(self, request: Request) -> Response:
        """POST /v1/chat/completions, whole or as a stream of server-sent events."""
        asked = await _asked(request)
        if asked is None:
            return _error(400, "the body is not a list of messages")
        if asked["model"] not in MODELS:
            return _error(404, f"model '{asked['model']}' not found")
        if (spoiled := self._spoiled()) is not None:
            return spoiled
        if self._faults.strikes("text-slow"):
            await asyncio.sleep(SLOW_SECONDS)
        if self._faults.strikes("text-endless"):
            return _Endless()
        said = self._said(str(asked["system"]), str(asked["text"]))
        return _streamed(said) if asked["stream"] else JSONResponse(_whole(said, asked["model"]))

    def _said(self, system: str, text: str) -> str:
        if self._faults.strikes("text-empty"):
            return " \n "
        if self._faults.strikes("text-huge"):
            return "dài " * (_HUGE // 5)
        said = translated(text) if "translat" in system.lower() else improved(text)
        if self._faults.strikes("text-thinking"):
            return f"<think>\nThe user wants a better text.\n</think>\n\n“{said}”"
        return said

    def _spoiled(self) -> Response | None:
        match self._faults.first_of(*_FAULTS):
            case "text-refused-key":
                return _error(401, "Incorrect API key provided")
            case "text-rate-limited":
                return _error(429, "Rate limit reached", {"Retry-After": "20"})
            case "text-error":
                return _error(503, "the model is being loaded")
            case "text-moved":
                return Response(status_code=307, headers={"Location": "/v1/elsewhere"})
            case "text-garbage":
                return HTMLResponse("<!doctype html><title>Sign in</title>")
        return None


class _Endless(Response):
    """A stream of words that never ends, until the client has enough of it."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await StreamingResponse(self._words(), media_type="text/event-stream")(scope, receive, send)

    async def _words(self) -> AsyncIterator[str]:
        while True:
            yield _event({"delta": {"content": "và "}})
            await asyncio.sleep(_DRIP_SECONDS)


def improved(text: str) -> str:
    """The description with more to see in it."""
    more = _BETTER[not text.isascii()]
    return text.rstrip(" .") + ("" if text.rstrip(" .").endswith(more) else more)


def translated(text: str) -> str:
    """In English, as far as it knows the words; the rest stays as it is."""
    english = _FOUND.sub(lambda found: _WORDS[found[0].lower()], text)
    return english[:1].upper() + english[1:]


async def _asked(request: Request) -> dict[str, object] | None:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY_BYTES:
            return None
    try:
        asked = json.loads(bytes(body))
        said = {one["role"]: one["content"] for one in asked["messages"]}
        model, stream = str(asked["model"]), asked.get("stream") is True
    except (ValueError, KeyError, TypeError, RecursionError, AttributeError):
        return None
    if not isinstance(said.get("user"), str):
        return None
    return {
        "model": model,
        "stream": stream,
        "system": said.get("system", ""),
        "text": said["user"],
    }


def _whole(said: str, model: object) -> dict[str, object]:
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": said},
        "finish_reason": "stop",
    }
    return {"id": "chatcmpl-1", "object": "chat.completion", "model": model, "choices": [choice]}


def _streamed(said: str) -> Response:
    async def events() -> AsyncIterator[str]:
        for part in re.findall(r"\S+\s*|\s+", said):
            yield _event({"index": 0, "delta": {"content": part}})
        yield _event({"index": 0, "delta": {}, "finish_reason": "stop"})
        yield "data: [DONE]\n\n"

    return StreamingResponse(events(), media_type="text/event-stream")


def _event(choice: dict[str, object]) -> str:
    chunk = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "choices": [choice]}
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n"


def _error(status: int, message: str, headers: dict[str, str] | None = None) -> Response:
    return JSONResponse({"error": {"message": message, "code": status}}, status, headers)
