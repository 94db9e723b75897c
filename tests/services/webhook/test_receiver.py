"""The receiver over real sockets: what it lets in, and what it tells nobody."""

import asyncio
import json
import time
from typing import Any

from tests.services.webhook.callback_client import PATH, TASK, VIDEO, Sent, headers_for, market
from tests.services.webhook.listening import Listening, told
from videogen_desktop.domain.errors import LibraryUnusableError
from videogen_desktop.services.webhook.server import LARGEST_BODY_BYTES

YEAR = 365 * 24 * 3600

SHAPES: list[dict[str, Any]] = [
    market(),
    market(state="fail"),
    {"taskId": TASK, "code": 200, "msg": "", "data": {"callbackType": "task_completed"}},
    {"code": 200, "data": {"task_id": TASK, "video_url": "https://x.example/1.mp4"}},
    {"code": 200, "data": {"taskId": TASK, "info": {"resultUrls": []}}},
    {"task_id": TASK, "code": 200},
    # Merged: the id that was signed is one of two.
    {"taskId": "another", "code": 200, "data": {"task_id": TASK}},
]


def test_every_shape_is_taken_by_the_id_that_was_signed() -> None:
    async def work(one: Listening) -> None:
        for payload in SHAPES:
            body = json.dumps(payload).encode()
            assert (await one.status(Sent(one.port, body=body)), payload) == (200, payload)
        assert one.taken == [(TASK, VIDEO)] * len(SHAPES)

    told(work)


def test_header_names_come_in_any_case() -> None:
    async def work(one: Listening) -> None:
        headers = {name.upper(): value for name, value in headers_for().items()}
        assert await one.status(Sent(one.port, headers=headers)) == 200

    told(work)


def refusals() -> list[tuple[dict[str, Any], int]]:
    """Made when they are sent: a signature of some minutes ago is refused for its age alone."""
    return [
        ({"headers": {}}, 401),
        ({"headers": headers_for(key="another key")}, 401),
        ({"headers": headers_for("another task")}, 401),
        ({"headers": headers_for(moment=time.time() - YEAR)}, 401),
        ({"headers": headers_for(moment=time.time() + YEAR)}, 401),
        ({"headers": headers_for() | {"X-Webhook-Timestamp": "soon"}}, 400),
        ({"headers": headers_for() | {"X-Webhook-Signature": "ü"}}, 401),
        ({"body": b"not JSON"}, 400),
        ({"body": b"[]"}, 400),
        ({"body": b'{"code":200,"data":{"taskId":7}}'}, 401),
        ({"body": b'{"data":{},"data":{}}'}, 400),
        ({"body": b"[" * 50_000}, 400),
        ({"method": "GET"}, 405),
        ({"method": "PUT"}, 405),
        ({"target": "/"}, 404),
        ({"target": PATH + "/"}, 404),
        ({"target": "/api/video-callbacks"}, 404),
        ({"host": "rebound.example"}, 421),
        ({"host": ""}, 421),
        ({"length": -1}, 411),
        ({"headers": headers_for() | {"Transfer-Encoding": "gzip"}}, 400),
        ({"length": LARGEST_BODY_BYTES + 1}, 413),
        ({"length": 10**12}, 413),
        ({"length": 10**30}, 400),
    ]


def test_anything_else_is_refused_and_leads_to_nothing() -> None:
    async def work(one: Listening) -> None:
        for changes, status in refusals():
            assert (await one.status(Sent(one.port, **changes)), changes) == (status, changes)
        assert one.taken == []
        assert await one.status(Sent(one.port)) == 200

    told(work)


def test_it_answers_to_its_own_names() -> None:
    async def work(one: Listening) -> None:
        for host in ("127.0.0.1:8765", "localhost", "MAY-TOI.example", "may-toi.example:443"):
            assert (await one.status(Sent(one.port, host=host)), host) == (200, host)

    told(work)


def test_an_address_without_a_video_is_no_reference() -> None:
    queries = ("", "video=", "video=1", f"video={VIDEO}&video={VIDEO}", "video=%00", "a&" * 50)

    async def work(one: Listening) -> None:
        for query in queries:
            assert await one.status(Sent(one.port, target=f"{PATH}?{query}")) == 200
        assert one.taken == [(TASK, None)] * len(queries)

    told(work)


def test_the_largest_body_is_taken() -> None:
    payload = market() | {"padding": ""}
    payload["padding"] = "x" * (LARGEST_BODY_BYTES - len(json.dumps(payload)))

    async def work(one: Listening) -> None:
        body = json.dumps(payload).encode()
        assert len(body) == LARGEST_BODY_BYTES
        assert await one.status(Sent(one.port, body=body)) == 200

    told(work)


def test_an_answer_says_nothing_and_closes() -> None:
    async def work(one: Listening) -> None:
        def answered() -> bytes:
            with Sent(one.port).connected() as connection:
                unsigned = Sent(one.port, headers={})
                connection.sendall(unsigned.head() + unsigned.body)
                return b"".join(iter(lambda: connection.recv(4096), b""))

        answer = await asyncio.to_thread(answered)
        head, _, body = answer.partition(b"\r\n\r\n")
        assert body == b""
        assert b"connection: close" in head.lower()
        assert b"uvicorn" not in head.lower()

    told(work)


def test_what_cannot_be_written_down_is_to_be_sent_again() -> None:
    async def work(one: Listening) -> None:
        assert await one.status(Sent(one.port)) == 503

    told(work, refusal=LibraryUnusableError("disk_full"))
