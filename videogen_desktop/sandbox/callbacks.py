"""Callbacks of ended tasks, as Kie sends them: in each of its shapes, with its bad days too."""

import asyncio
import base64
import contextlib
import hashlib
import hmac
import json
import ssl
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from videogen_desktop.sandbox.books import Books
from videogen_desktop.sandbox.envelopes import compact, credits_of
from videogen_desktop.sandbox.faults import FaultPlan
from videogen_desktop.sandbox.records import CallbackSent, Task
from videogen_desktop.sandbox.settings import CallbackShape

if TYPE_CHECKING:
    import httpx

COMPLETED = "Playground task completed successfully."
FAILED = "Playground task failed."
GENERATING = "Playground task is generating."
ANSWER_SECONDS = 15.0
RETRIES = 3
FIRST_PAUSE_SECONDS = 1.0
SHORTEST_PAUSE_SECONDS = 0.05
LATE_AT_MOST_SECONDS = 600.0
STALE_SECONDS = 3600
TIMES_DUPLICATED = 3
# Exclusive: a callback is late or early or held back, not two of them.
WHEN = ("callback-late", "callback-early", "callback-reordered")


class Callbacks:
    """Sends one callback for every task that named an address. Event loop thread only."""

    def __init__(
        self,
        books: Books,
        faults: FaultPlan,
        link_to: Callable[[Task], str],
        shape: CallbackShape,
        speed: float,
    ) -> None:
        self._books = books
        self._faults = faults
        self._link_to = link_to
        self._shape = shape
        self._speed = speed
        self._running: set[asyncio.Task[None]] = set()
        self._ends_seen: dict[str, asyncio.Event] = {}
        self._held_back: list[asyncio.Event] = []
        self._client: httpx.AsyncClient | None = None
        self._making_client = asyncio.Lock()

    def resume(self) -> None:
        """Expect the ends of what an earlier run left running."""
        now = _now()
        for task in self._books.tasks():
            if not task.timeline.is_over_at(now):
                self.expect(task)

    def expect(self, task: Task) -> None:
        """Send the task's callback when it ends; nothing for a task without an address."""
        url = json.loads(task.param).get("callBackUrl")
        if not url or self._faults.strikes("callback-lost"):
            return
        # Listened for from now on: a poll may show the end before the timer below wakes.
        seen = self._ends_seen.setdefault(task.task_id, asyncio.Event())
        sending = asyncio.create_task(self._send_in_time(task, url, seen))
        self._running.add(sending)
        sending.add_done_callback(self._running.discard)

    def end_was_seen(self, task_id: str) -> None:
        """A poll has just shown how the task ended."""
        if task_id in self._ends_seen:
            self._ends_seen[task_id].set()

    async def close(self) -> None:
        """Send nothing more."""
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()

    async def _send_in_time(self, task: Task, url: str, seen: asyncio.Event) -> None:
        when = self._faults.first_of(*WHEN)
        end = task.timeline.completed_at
        await _until(task.timeline.generating_at if when == "callback-early" else end)
        if when == "callback-late":
            await _until_set(seen)
        del self._ends_seen[task.task_id]
        if when == "callback-reordered" and not self._held_back:
            await self._behind_another()
        await self._send(task, url, self._said(task))
        for other in self._held_back:
            other.set()
        self._held_back.clear()
        if self._faults.strikes("callback-out-of-order"):
            await self._send(task, url, "generating")

    def _said(self, task: Task) -> str:
        truth = "success" if task.is_charged_at_the_end else "fail"
        if not self._faults.strikes("callback-lies"):
            return truth
        return "fail" if truth == "success" else "success"

    async def _behind_another(self) -> None:
        gone = asyncio.Event()
        self._held_back.append(gone)
        await gone.wait()

    async def _send(self, task: Task, url: str, state: str) -> None:
        self._books.charge_what_ended(_now())
        urls = [self._link_to(task)] if task.ending == "success" else []
        body = payload(self._shape, task, state, urls, self._books.balance())
        content = json.dumps(body).encode()
        headers = self._headers(task)
        times = TIMES_DUPLICATED if self._faults.strikes("callback-duplicated") else 1
        for _ in range(times):
            await self._delivered(task, url, content, headers)

    def _headers(self, task: Task) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "User-Agent": "kie-callback/1.0"}
        fault = self._faults.first_of(
            "callback-unsigned", "callback-wrong-signature", "callback-stale"
        )
        if fault == "callback-unsigned":
            return headers
        moment = int(time.time()) - (STALE_SECONDS if fault == "callback-stale" else 0)
        key = self._books.webhook_key()
        if fault == "callback-wrong-signature":
            key = key[::-1]
        sealed = signature(key, task.task_id, str(moment))
        return headers | {"X-Webhook-Timestamp": str(moment), "X-Webhook-Signature": sealed}

    async def _delivered(
        self, task: Task, url: str, content: bytes, headers: dict[str, str]
    ) -> None:
        pause = FIRST_PAUSE_SECONDS
        for attempt in range(1 + RETRIES):
            if attempt:
                await asyncio.sleep(max(pause / self._speed, SHORTEST_PAUSE_SECONDS))
                pause *= 2
            answer = await self._post(url, content, headers)
            self._books.add_callback(CallbackSent(task.task_id, _now(), attempt, answer))
            if answer == "200":
                return

    async def _post(self, url: str, content: bytes, headers: dict[str, str]) -> str:
        client = await self._ready_client()
        import httpx

        try:
            # Whoever is called back says all that counts with its status: nothing else is read.
            async with client.stream("POST", url, content=content, headers=headers) as response:
                return str(response.status_code)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return type(error).__name__

    async def _ready_client(self) -> "httpx.AsyncClient":
        async with self._making_client:
            if self._client is None:
                self._client = await asyncio.to_thread(_client)
        return self._client


def payload(
    shape: CallbackShape, task: Task, state: str, urls: list[str], remaining: int
) -> dict[str, object]:
    """The body for one task. ``state`` is Kie's word, ``remaining`` the balance in hundredths."""
    code, message = (501, FAILED) if state == "fail" else (200, COMPLETED)
    if state == "generating":
        message = GENERATING
    match shape:
        case "market":
            data = _market(task, state, urls, remaining)
        case "generic":
            # Seen without any result: the receiver has to ask recordInfo.
            done: dict[str, object] = {"task_id": task.task_id, "callbackType": "task_completed"}
            return {"taskId": task.task_id, "code": code, "msg": message, "data": done}
        case "veo":
            data = _veo(task, urls)
        case "runway":
            data = _runway(task, urls)
    return {"code": code, "msg": message, "data": data}


def signature(key: str, task_id: str, timestamp: str) -> str:
    """Base64 of HMAC-SHA256 over ``task_id.timestamp``; the body is not signed."""
    digest = hmac.new(key.encode(), f"{task_id}.{timestamp}".encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def _market(task: Task, state: str, urls: list[str], remaining: int) -> dict[str, object]:
    moments = task.timeline
    data: dict[str, object] = {
        "taskId": task.task_id,
        "model": task.model,
        "state": state,
        "param": task.param,
        "consumeCredits": 0,
        "remainedCredits": credits_of(remaining),
        "costTime": round((moments.completed_at - moments.created_at) / 1000),
        "createTime": moments.created_at,
        "completeTime": moments.completed_at,
        "updateTime": moments.completed_at,
    }
    if state == "fail":
        return data | {"failCode": "500", "failMsg": "Internal Error, Please try again later."}
    if state == "success":
        result = compact({"resultUrls": urls})
        return data | {"consumeCredits": credits_of(task.price), "resultJson": result}
    return data


def _veo(task: Task, urls: list[str]) -> dict[str, object]:
    return {
        "taskId": task.task_id,
        "info": {"resultUrls": urls, "originUrls": [], "resolution": "720p"},
        "promptJson": json.dumps({"prompt": task.prompt}),
        "fallbackFlag": False,
    }


def _runway(task: Task, urls: list[str]) -> dict[str, object]:
    first = urls[0] if urls else ""
    return {
        "task_id": task.task_id,
        "video_id": task.record_id,
        "video_url": first,
        "image_url": "",
    }


def _client() -> "httpx.AsyncClient":
    # A tenth of a second to import: the server answers meanwhile, so this runs in a thread.
    import httpx

    return httpx.AsyncClient(
        timeout=ANSWER_SECONDS, verify=ssl.create_default_context(), trust_env=False
    )


async def _until(moment: int) -> None:
    # A timer may be early by a fraction of a millisecond: nothing is sent before its time.
    await asyncio.sleep(max(moment - _now() + 1, 0) / 1000)


async def _until_set(seen: asyncio.Event) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LATE_AT_MOST_SECONDS):
            await seen.wait()


def _now() -> int:
    return time.time_ns() // 1_000_000
