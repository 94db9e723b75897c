"""Callbacks as a receiver meets them: every shape, signed, and on bad days."""

import asyncio
import base64
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox.client import Client, ClientFactory
from videogen_desktop.sandbox.books import Books
from videogen_desktop.sandbox.callbacks import Callbacks
from videogen_desktop.sandbox.faults import FaultPlan
from videogen_desktop.sandbox.records import CallbackSent, Task, Timeline
from videogen_desktop.sandbox.settings import CALLBACK_SHAPES

PATIENCE_SECONDS = 30.0


@dataclass
class Received:
    """One delivery."""

    path: str
    headers: dict[str, str]
    payload: Any

    @property
    def task_id(self) -> str:
        data = self.payload["data"]
        return str(data.get("taskId") or data.get("task_id"))

    def is_signed_with(self, key: str) -> bool:
        timestamp = self.headers["x-webhook-timestamp"]
        message = f"{self.task_id}.{timestamp}".encode()
        digest = hmac.new(key.encode(), message, hashlib.sha256).digest()
        return self.headers["x-webhook-signature"] == base64.b64encode(digest).decode()


@dataclass
class Hook:
    """A receiver; `statuses` are its answers in order, then 200 for ever."""

    received: list[Received] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    url: str = ""

    def until(self, count: int) -> list[Received]:
        wait_for(lambda: len(self.received) >= count)
        return self.received


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture
def hook() -> Iterator[Hook]:
    one = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            names = {name.lower(): value for name, value in self.headers.items()}
            one.received.append(Received(self.path, names, json.loads(body)))
            self.send_response(one.statuses.pop(0) if one.statuses else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        one.url = f"http://127.0.0.1:{server.server_address[1]}/hook?video=7"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield one
        server.shutdown()
        thread.join()


def create(kie: Client, url: str) -> str:
    body = {
        "model": "sandbox/video-1",
        "input": {"prompt": "Mèo", "aspect_ratio": "portrait"},
        "callBackUrl": url,
    }
    return str(kie.post(body)["data"]["taskId"])


def ends_soon(url: str) -> Task:
    now = time.time_ns() // 1_000_000
    return Task(
        *("one", "record-one", "sandbox/video-1", "Mèo", "portrait"),
        param=json.dumps({"callBackUrl": url, "input": "{}"}),
        ending="success",
        price=100,
        timeline=Timeline(now, now, now, now, now + 50),
    )


def key_of(kie: Client) -> str:
    with kie.sandbox.books() as books:
        return books.webhook_key()


def tries(kie: Client) -> tuple[CallbackSent, ...]:
    with kie.sandbox.books() as books:
        return books.callbacks()


@pytest.mark.parametrize("shape", CALLBACK_SHAPES)
def test_every_shape_is_signed_and_names_its_task(
    client: ClientFactory, hook: Hook, shape: str
) -> None:
    kie = client("--callback-shape", shape)
    task_id = create(kie, hook.url)
    (one,) = hook.until(1)
    assert (one.path, one.task_id, one.payload["code"]) == ("/hook?video=7", task_id, 200)
    assert one.is_signed_with(key_of(kie))


def test_a_market_callback_equals_the_record(client: ClientFactory, hook: Hook) -> None:
    kie = client()
    task_id = create(kie, hook.url)
    data = hook.until(1)[0].payload["data"]
    record = kie.finished(task_id)
    same = ("taskId", "model", "state", "param", "resultJson", "createTime", "completeTime")
    assert {name: data[name] for name in same} == {name: record[name] for name in same}
    assert (data["consumeCredits"], data["remainedCredits"]) == (100.0, 9_900.0)


def test_a_failure_is_called_back_too(client: ClientFactory, hook: Hook) -> None:
    kie = client("--fault", "fail")
    create(kie, hook.url)
    payload = hook.until(1)[0].payload
    assert (payload["code"], payload["data"]["state"]) == (501, "fail")
    assert payload["data"]["failCode"]
    assert "resultJson" not in payload["data"]


def test_a_receiver_that_errs_is_asked_again_three_times(client: ClientFactory, hook: Hook) -> None:
    hook.statuses = [500, 503]
    kie = client()
    create(kie, hook.url)
    hook.until(3)
    wait_for(lambda: len(tries(kie)) == 3)
    assert [(sent.attempt, sent.answer) for sent in tries(kie)] == [
        (0, "500"),
        (1, "503"),
        (2, "200"),
    ]


def test_after_the_third_retry_it_stops(client: ClientFactory) -> None:
    kie = client()
    create(kie, "http://127.0.0.1:9/nobody")
    wait_for(lambda: len(tries(kie)) == 4)
    assert {sent.answer for sent in tries(kie)} == {"ConnectError"}


def test_without_an_address_nobody_is_called(client: ClientFactory, hook: Hook) -> None:
    kie = client()
    kie.finished(kie.create()["data"]["taskId"])
    create(kie, hook.url)
    hook.until(1)
    assert len({sent.task_id for sent in tries(kie)}) <= 1


def test_a_callback_outlives_a_killed_sandbox(client: ClientFactory, hook: Hook) -> None:
    first = client("--speed", "5")
    task_id = create(first, hook.url)
    first.sandbox.kill()
    client("--speed", "5", state=first.sandbox.state)
    assert hook.until(1)[0].task_id == task_id


def test_a_callback_can_be_lost(client: ClientFactory, hook: Hook) -> None:
    kie = client("--fault", "callback-lost:1")
    kie.finished(create(kie, hook.url))
    second = create(kie, hook.url)
    assert [one.task_id for one in hook.until(1)] == [second]


def test_a_callback_can_come_three_times(client: ClientFactory, hook: Hook) -> None:
    kie = client("--fault", "callback-duplicated")
    create(kie, hook.url)
    first, second, third = hook.until(3)
    assert first.payload == second.payload == third.payload
    assert first.headers["x-webhook-signature"] == third.headers["x-webhook-signature"]


def test_callbacks_can_be_reordered(client: ClientFactory, hook: Hook) -> None:
    kie = client("--fault", "callback-reordered:1")
    first = create(kie, hook.url)
    kie.finished(first)
    second = create(kie, hook.url)
    assert [one.task_id for one in hook.until(2)] == [second, first]


def test_an_older_word_can_come_last(client: ClientFactory, hook: Hook) -> None:
    kie = client("--fault", "callback-out-of-order")
    create(kie, hook.url)
    states = [one.payload["data"]["state"] for one in hook.until(2)]
    assert states == ["success", "generating"]


def test_a_callback_can_come_after_the_polls_have_ended(client: ClientFactory, hook: Hook) -> None:
    kie = client("--fault", "callback-late")
    task_id = create(kie, hook.url)
    with Books.open(kie.sandbox.state) as books:
        task = books.task(task_id)
    assert task is not None
    wait_for(lambda: time.time() * 1000 > task.timeline.completed_at)
    assert hook.received == []
    kie.finished(task_id)
    assert hook.until(1)[0].task_id == task_id


def test_an_end_seen_before_its_timer_wakes_is_not_missed(tmp_path: Path, hook: Hook) -> None:
    async def seen_at_once() -> None:
        with Books.create_or_open(tmp_path, opening_credits=100) as books:
            faults = FaultPlan(["callback-late"])
            callbacks = Callbacks(books, faults, lambda _task: "", "market", speed=200.0)
            task = ends_soon(hook.url)
            callbacks.expect(task)
            callbacks.end_was_seen(task.task_id)
            await asyncio.to_thread(hook.until, 1)
            await callbacks.close()

    asyncio.run(seen_at_once())
    assert [one.task_id for one in hook.received] == ["one"]


def test_a_callback_can_come_before_the_end(client: ClientFactory, hook: Hook) -> None:
    kie = client("--fault", "callback-early", "--speed", "2")
    task_id = create(kie, hook.url)
    assert hook.until(1)[0].payload["data"]["state"] == "success"
    wait_for(lambda: len(tries(kie)) == 1)
    with kie.sandbox.books() as books:
        task = books.task(task_id)
    assert task is not None
    assert tries(kie)[0].sent_at < task.timeline.completed_at


def test_a_callback_can_lie(client: ClientFactory, hook: Hook) -> None:
    kie = client("--fault", "callback-lies")
    task_id = create(kie, hook.url)
    assert hook.until(1)[0].payload["data"]["state"] == "fail"
    assert kie.finished(task_id)["state"] == "success"


def test_a_callback_can_come_unsigned(client: ClientFactory, hook: Hook) -> None:
    kie = client("--fault", "callback-unsigned")
    create(kie, hook.url)
    assert not [name for name in hook.until(1)[0].headers if name.startswith("x-webhook")]


def test_a_callback_can_be_signed_with_another_key(client: ClientFactory, hook: Hook) -> None:
    kie = client("--fault", "callback-wrong-signature")
    create(kie, hook.url)
    assert not hook.until(1)[0].is_signed_with(key_of(kie))


def test_a_callback_can_be_an_hour_old(client: ClientFactory, hook: Hook) -> None:
    kie = client("--fault", "callback-stale")
    create(kie, hook.url)
    (one,) = hook.until(1)
    assert one.is_signed_with(key_of(kie))
    assert time.time() - int(one.headers["x-webhook-timestamp"]) > 3_500
