"""The file host: the links to results, the clips behind them, and how they are served."""

import asyncio
import base64
import hashlib
import hmac
import threading
import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from videogen_desktop.sandbox.books import Books
from videogen_desktop.sandbox.catalogue import Catalogue
from videogen_desktop.sandbox.clip_plan import clip_plan
from videogen_desktop.sandbox.connections import Connections, leaves_within
from videogen_desktop.sandbox.faults import FaultPlan
from videogen_desktop.sandbox.pricing import Surroundings
from videogen_desktop.sandbox.records import Task
from videogen_desktop.sandbox.settings import ClipSize

FILE_LIFETIME_SECONDS = 14 * 24 * 3600
RENEWED_SECONDS = 20 * 60
SLOW_FILE_PARTS = 20
SLOW_FILE_PAUSE_SECONDS = 0.15
# One pixel.
_COVER = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@dataclass(frozen=True, slots=True)
class Links:
    """Makes and checks the links to the files of one file host.

    Attributes:
        address: ``http://127.0.0.1:PORT`` of this run.
        secret: What the signatures are made with.
        seconds: How long a result's own link works.
    """

    address: str
    secret: str
    seconds: int = FILE_LIFETIME_SECONDS

    def link_to(self, task: Task, name: str | None = None) -> str:
        """The URL of a task's file, or of another one of it; it is the same every time."""
        return self._link(task, task.timeline.completed_at // 1000 + self.seconds, name)

    def several_of(self, task: Task) -> list[str]:
        """The URLs of a task with a picture, its clip and a second one."""
        names = (cover_name_of(task), file_name_of(task), second_name_of(task))
        return [self.link_to(task, name) for name in names]

    def renewed(self, task: Task, name: str, now: int) -> str | None:
        """A URL of the same file that works for 20 minutes from ``now`` (Unix ms); None once it is
        gone."""
        gone_at = task.timeline.completed_at // 1000 + FILE_LIFETIME_SECONDS
        expires = min(now // 1000 + RENEWED_SECONDS, gone_at)
        return self._link(task, expires, name) if expires > now // 1000 else None

    def task_id_in(self, url: str) -> str | None:
        """The task whose link this is, however old; None for a URL that was not made here."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        # The port is another one after every start.
        if parts.hostname != "127.0.0.1" or parts.path.count("/") != 3:
            return None
        _, folder, task_id, _ = parts.path.split("/")
        query = parse_qs(parts.query)
        signature, expires = (query.get(name, [""])[0] for name in ("signature", "expires"))
        is_ours = folder == "files" and self.is_valid(task_id, signature, expires, 0)
        return task_id if is_ours else None

    def is_valid(self, task_id: str, signature: str, expires: str, now: int) -> bool:
        """Whether a link was made here and is still alive at ``now`` (Unix milliseconds)."""
        if not (expires.isascii() and expires.isdigit() and len(expires) < 16):
            return False
        expected = self._signature(task_id, int(expires))
        return hmac.compare_digest(signature.encode(), expected.encode()) and (
            now < int(expires) * 1000
        )

    def _link(self, task: Task, expires: int, name: str | None = None) -> str:
        name = quote(name or file_name_of(task))
        query = urlencode({"signature": self._signature(task.task_id, expires), "expires": expires})
        return f"{self.address}/files/{task.task_id}/{name}?{query}"

    def _signature(self, task_id: str, expires: int) -> str:
        message = f"{task_id}.{expires}".encode()
        return hmac.new(self.secret.encode(), message, hashlib.sha256).hexdigest()


class ClipStore:
    """Finds or makes the MP4 of a task; used on the event loop thread."""

    def __init__(
        self,
        directory: Path,
        font_path: Path,
        size: ClipSize,
        models: Catalogue,
        surroundings: Surroundings,
        links: Links,
    ) -> None:
        """``surroundings`` tell of files on the thread that draws, of tasks on this one."""
        directory.mkdir(parents=True, exist_ok=True)
        self._directory = directory
        self._font_path = font_path
        self._size: ClipSize = size
        self._models = models
        self._surroundings = surroundings
        self._links = links
        self._stop = threading.Event()
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="clip")
        self._running: dict[str, Future[None]] = {}

    def prepare(self, task: Task) -> None:
        """Start drawing a clip that is likely to be asked for soon, unless it is there."""
        self._start(task)

    async def path_of(self, task: Task) -> Path:
        """The finished file; waits for it to be drawn when this is the first time."""
        running = self._start(task)
        if running is not None:
            await asyncio.shield(asyncio.wrap_future(running))
        return self._path(task)

    def file_at(self, url: str) -> Path | None:
        """The file behind the address of an upload, or of a result that somebody fetched."""
        uploaded = self._surroundings.file(url)
        task_id = None if uploaded else self._links.task_id_in(url)
        clip = self._place(task_id) if task_id else None
        return clip if clip is not None and clip.exists() else uploaded

    def close(self) -> None:
        """Give up what is being drawn and wait for the thread (a fraction of a second)."""
        self._stop.set()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _path(self, task: Task) -> Path:
        return self._place(task.task_id)

    def _place(self, task_id: str) -> Path:
        return self._directory / f"{task_id}.{self._size}.mp4"

    def _start(self, task: Task) -> Future[None] | None:
        running = self._running.get(task.task_id)
        if running is None and not self._path(task).exists():
            running = self._executor.submit(self._draw, task, self._earlier(task))
            self._running[task.task_id] = running
            running.add_done_callback(lambda _done: self._running.pop(task.task_id, None))
        return running

    def _earlier(self, task: Task) -> Mapping[str, Task]:
        """The tasks that this one continues, by their ids."""
        earlier: dict[str, Task] = {}
        while (found := self._parent(task)) is not None and found.task_id not in earlier:
            earlier[found.task_id] = task = found
        return earlier

    def _parent(self, task: Task) -> Task | None:
        model = self._models.get(task.model)
        named = task.asked.get(model.parent) if model is not None and model.parent else None
        return self._surroundings.task(str(named)) if named else None

    def _draw(self, task: Task, earlier: Mapping[str, Task]) -> None:
        # PyAV and Pillow take 0.3 s to import: the server is listening long before they are needed.
        from videogen_desktop.sandbox.encode import write_clip
        from videogen_desktop.sandbox.pictured import size_of

        def clip_of(parent: Task) -> Path:
            # Nobody may have asked for it yet.
            if not self._path(parent).exists():
                self._draw(parent, earlier)
            return self._path(parent)

        surroundings = Surroundings(earlier.get, self.file_at)
        plan = clip_plan(task, self._models, surroundings, self._size, clip_of, size_of)
        write_clip(self._path(task), plan, font_path=self._font_path, stop=self._stop.is_set)


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


def file_name_of(task: Task) -> str:
    """The name under which the file host knows the result of a task."""
    return f"{task.record_id[:16]}_0.mp4"


def second_name_of(task: Task) -> str:
    """The name of a further clip of the task, where it has several results."""
    return f"{task.record_id[:16]}_1.mp4"


def cover_name_of(task: Task) -> str:
    """The name of a picture among the results."""
    return f"{task.record_id[:16]}_cover.png"


def _halves(path: Path) -> list[bytes]:
    content = path.read_bytes()
    return [content[: len(content) // 2], content[len(content) // 2 :]]


def _parts(path: Path) -> list[bytes]:
    content = path.read_bytes()
    size = -(-len(content) // SLOW_FILE_PARTS)
    return [content[start : start + size] for start in range(0, len(content), size)]
