"""Whatever is posted to the receiver has an answer of its own, and is taken only if signed.

In process, as the server hands a request over: its sockets are tested elsewhere.
"""

import asyncio
import time
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from tests.fuzz.effort import effort, holds
from tests.fuzz.hostile import as_bytes, documents, records, text
from tests.services.webhook.callback_client import KEY, PATH, VIDEO
from videogen_desktop.domain.addresses import public_address, reference_in
from videogen_desktop.domain.webhook import Callback, CallbackRefusedError
from videogen_desktop.providers.kie.callbacks import (
    SIGNATURE_HEADER,
    TIMESTAMP_HEADER,
    authentic_callback,
    check_callback,
    signature_of,
)
from videogen_desktop.services.webhook.server import LARGEST_BODY_BYTES, Endpoint

NAMES = ["code", "msg", "data", "taskId", "task_id", "taskId", "state", "info"]
NOW_MS = int(time.time()) * 1000
NOW = str(NOW_MS // 1000)
STATUSES = {200, 400, 401, 404, 405, 411, 413, 421, 503}

IDS = st.one_of(st.sampled_from(["abc", "a" * 200, "0123456789abcdef" * 2]), text)
SHAPES = st.sampled_from(
    [
        '{"code":200,"data":{"taskId":%s,"state":"success"}}',
        '{"code":200,"data":{"task_id":%s,"info":{"resultUrls":["https://x/y"]}}}',
        '{"taskId":%s,"code":501}',
        '{"task_id":%s,"data":%s}',
    ]
)
bodies = as_bytes(
    st.one_of(
        st.builds(
            lambda shape, value: shape.replace("%s", value),
            SHAPES,
            st.one_of(st.just('"abc"'), documents(NAMES, leaves=4)),
        ),
        documents(NAMES),
        records(NAMES),
    )
)
# As h11 lets them through: any visible byte, and what is above ASCII in a value.
visible = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=30)
values = st.one_of(visible, st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF)))


def a_signature(task_id: str) -> str:
    return signature_of(task_id, NOW, KEY) if task_id.isascii() else "x"


def is_refused_or_signed(body: bytes, timestamp: str | None, signature: str | None) -> None:
    try:
        callback = authentic_callback(body, timestamp, signature, KEY, NOW_MS)
    except CallbackRefusedError as refused:
        assert refused.reason in ("unsigned", "malformed", "stale", "forged")
        return
    assert signature is not None
    assert signature.strip() == signature_of(callback.task_id, str(timestamp), KEY)
    assert callback.task_id.isprintable()
    assert 0 < len(callback.task_id) <= 200
    assert callback.said.isascii()
    assert len(callback.said) <= 40


@effort
def test_any_delivery_is_refused_or_was_signed(examples: int) -> None:
    moments = st.one_of(st.just(NOW), st.none(), text, st.integers().map(str))
    signatures = st.one_of(IDS.map(a_signature), st.none(), text)
    holds(examples, is_refused_or_signed, st.one_of(bodies, st.binary()), moments, signatures)


@dataclass
class Door:
    """The endpoint, and what it let in."""

    taken: list[tuple[Callback, str | None]] = field(default_factory=list)

    def check(self, body: bytes, headers: Mapping[str, str]) -> Callback:
        return check_callback(body, headers, KEY, NOW_MS)

    async def take(self, callback: Callback, reference: str | None) -> None:
        self.taken.append((callback, reference))

    def status(self, scope: dict[str, Any], body: bytes) -> int:
        endpoint = Endpoint(frozenset({"127.0.0.1", "localhost"}), self.check, self.take)
        said: list[MutableMapping[str, Any]] = []

        async def receive() -> MutableMapping[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: MutableMapping[str, Any]) -> None:
            said.append(message)

        asyncio.run(endpoint.application()(scope, receive, send))
        return int(said[0]["status"])


def a_scope(
    method: str, path: str, query: str, host: str, headers: list[tuple[str, str]]
) -> dict[str, Any]:
    pairs = [("Host", host), *headers]
    return {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in pairs],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8765),
    }


def is_answered(
    method: str, path: str, query: str, host: str, lengths: str | None, given: tuple[bytes, str]
) -> None:
    body, signature = given
    length = str(len(body)) if lengths is None else lengths
    headers = [
        ("Content-Length", length),
        (TIMESTAMP_HEADER, NOW),
        (SIGNATURE_HEADER, signature),
    ]
    door = Door()
    status = door.status(a_scope(method, path, query, host, headers), body)
    assert status in STATUSES
    assert (status == 200) is bool(door.taken)
    for _, reference in door.taken:
        assert (method, path) == ("POST", PATH)
        assert len(body) <= LARGEST_BODY_BYTES
        assert reference is None or len(reference) == 36


SIGNED = (b'{"code":200,"data":{"taskId":"abc"}}', a_signature("abc"))


@effort
def test_any_request_has_its_answer(examples: int) -> None:
    queries = st.one_of(st.just(f"video={VIDEO}"), st.just(f"video={VIDEO}&video=1"), visible)
    hosts = st.one_of(
        st.sampled_from(["127.0.0.1", "LOCALHOST:80"]),
        visible.map("127.0.0.1:".__add__),
        visible.map("localhost:[".__add__),
        values,
    )
    holds(
        examples,
        is_answered,
        st.sampled_from(["POST", "POST", "POST", "GET", "PUT"]),
        st.one_of(st.just(PATH), visible.map("/".__add__)),
        queries,
        hosts,
        st.one_of(st.none(), values, st.sampled_from(["99999999999", "-1", "65537", "²"])),
        st.one_of(st.just(SIGNED), st.tuples(bodies, st.just(a_signature("abc")))),
    )


def is_one_id_or_none(query: str) -> None:
    found = reference_in(query)
    assert found is None or (len(found) == 36 and found in query)


@effort
def test_any_query_names_one_video_or_none(examples: int) -> None:
    pieces = st.sampled_from(["video=", VIDEO, "&", "%", "%00", ";", "video", "=", VIDEO.upper()])
    holds(examples, is_one_id_or_none, st.one_of(text, st.lists(pieces).map("".join)))


def is_one_spelling_or_none(address: str) -> None:
    found = public_address(address)
    assert found is None or public_address(found) == found


@effort
def test_any_public_address_has_one_spelling(examples: int) -> None:
    shaped = st.text(alphabet="htps:/@.[]%a1\\?#-x", max_size=25).map("https://".__add__)
    holds(examples, is_one_spelling_or_none, st.one_of(text, shaped))
