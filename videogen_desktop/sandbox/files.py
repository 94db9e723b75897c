"""The file host: one MP4 per successful task, behind a signed link."""

import asyncio
import base64
import time
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from videogen_desktop.sandbox.books import Books
from videogen_desktop.sandbox.clips import ClipStore
from videogen_desktop.sandbox.connections import Connections, leaves_within
from videogen_desktop.sandbox.faults import FaultPlan
from videogen_desktop.sandbox.links import Links, cover_name_of, file_name_of, second_name_of
from videogen_desktop.sandbox.records import Task

SLOW_FILE_PARTS = 20
SLOW_FILE_PAUSE_SECONDS = 0.15
# One pixel.
_COVER = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class FileHost:
    """Serves clips with ranges and ETags; the clip is drawn when it is first asked for."""

    def __init__(
        self,
        books: Books,
        clips: ClipStore,
        links: Links,
        faults: FaultPlan,
        connections: Connections,
    ) -> None:
        self._books = books
        self._clips = clips
        self._links = links
        self._faults = faults
        self._connections = connections

    async def serve(self, request: Request) -> Response:
        """Answer GET and HEAD of ``/files/{task_id}/{name}``."""
        refusal = self._refusal(request)
        if refusal is not None:
            return refusal
        task = self._finished_task(request)
        if task is None:
            return PlainTextResponse("Not Found", 404)
        if request.path_params["name"] == cover_name_of(task):
            return Response(base64.b64decode(_COVER), media_type="image/png")
        path = await self._clips.path_of(task)
        match self._faults.first_of("truncated-file", "short-file", "slow-file"):
            case "truncated-file":
                return HalfFile(path, self._connections)
            case "short-file":
                return PartsOfFile(_halves(path)[:1], 0.0)
            case "slow-file":
                return PartsOfFile(_parts(path), SLOW_FILE_PAUSE_SECONDS)
        return FileResponse(path, media_type="video/mp4")

    def _refusal(self, request: Request) -> Response | None:
        if "authorization" in request.headers:
            return PlainTextResponse("an API key was sent to the file host", 403)
        if request.headers.get("user-agent", "").startswith("Python-urllib"):
            return PlainTextResponse("error code: 1010", 403)
        query = request.query_params
        alive = self._links.is_valid(
            request.path_params["task_id"],
            query.get("signature", ""),
            query.get("expires", ""),
            time.time_ns() // 1_000_000,
        )
        if not alive or self._faults.strikes("expired-link"):
            return PlainTextResponse("Request has expired", 403)
        if self._is_own_link(request) and self._faults.strikes("login-page"):
            return HTMLResponse("<!doctype html><title>Log in</title>")
        if self._faults.strikes("missing-file"):
            return PlainTextResponse("Not Found", 404)
        return None

    def _is_own_link(self, request: Request) -> bool:
        task = self._finished_task(request)
        return task is not None and request.url.query in self._links.link_to(task)

    def _finished_task(self, request: Request) -> Task | None:
        task = self._books.task(request.path_params["task_id"])
        if task is None or task.ending != "success":
            return None
        over = task.timeline.is_over_at(time.time_ns() // 1_000_000)
        names = (file_name_of(task), second_name_of(task), cover_name_of(task))
        return task if over and request.path_params["name"] in names else None


class HalfFile(Response):
    """Names the whole length, sends half of it and closes the connection."""

    def __init__(self, path: Path, connections: Connections) -> None:
        super().__init__(_halves(path)[0], media_type="video/mp4")
        self.headers["content-length"] = str(path.stat().st_size)
        self._connections = connections

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what there is, as if more would follow."""
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        self._connections.close(tuple(scope["client"]))
        await leaves_within(10.0, receive)


class PartsOfFile(Response):
    """Sends parts without a length, pausing after each."""

    def __init__(self, parts: list[bytes], pause_seconds: float) -> None:
        super().__init__(media_type="video/mp4")
        del self.headers["content-length"]
        self._parts = parts
        self._pause_seconds = pause_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send every part, then end the answer properly."""
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        for part in self._parts:
            await send({"type": "http.response.body", "body": part, "more_body": True})
            await asyncio.sleep(self._pause_seconds)
        await send({"type": "http.response.body", "body": b""})


def _halves(path: Path) -> list[bytes]:
    content = path.read_bytes()
    return [content[: len(content) // 2], content[len(content) // 2 :]]


def _parts(path: Path) -> list[bytes]:
    content = path.read_bytes()
    size = -(-len(content) // SLOW_FILE_PARTS)
    return [content[start : start + size] for start in range(0, len(content), size)]
