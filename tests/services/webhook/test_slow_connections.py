"""Whoever is slow keeps nobody else out, and not for long."""

import asyncio
import socket
from typing import Any

import pytest

from tests.services.webhook.callback_client import Sent, status_of
from tests.services.webhook.listening import Listening, limits, told
from videogen_desktop.services.webhook import server


def test_a_request_that_never_ends_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    limits(monkeypatch, lifetime_s=0.3)

    async def work(one: Listening) -> None:
        def cut_off(sent: bytes) -> int:
            with Sent(one.port).connected() as connection:
                connection.sendall(sent)
                return status_of(connection)

        whole = Sent(one.port)
        for sent in (b"", b"POST /api", whole.head(), whole.head() + whole.body[:-1]):
            assert await asyncio.to_thread(cut_off, sent) == 0
        assert one.taken == []
        assert await one.status(whole) == 200

    told(work)


def test_five_seconds_and_sixteen_slow_connections_are_the_limits() -> None:
    assert (server.LIFETIME_S, server.MOST_SLOW) == (5.0, 16)
    defaults = server.ConnectionGuard.__init__.__defaults__
    assert defaults == (server.MOST_CONNECTIONS, 16, server.GRACE_S, 5.0)


@pytest.mark.parametrize(
    "given", [{"most_slow": 16, "grace_s": 0.05}, {"most": 16, "grace_s": 25.0}]
)
def test_the_newest_sixteen_of_the_slow_ones_stay(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, Any]
) -> None:
    limits(monkeypatch, lifetime_s=60.0, **given)

    async def work(one: Listening) -> None:
        def opened() -> list[int]:
            slow = [Sent(one.port).connected() for _ in range(40)]
            for connection in slow[:24]:
                assert status_of(connection) == 0
            for connection in slow[24:]:
                connection.settimeout(0.05)
                with pytest.raises(TimeoutError):
                    connection.recv(1)
            # The last one may still say what it came for.
            slow[-1].settimeout(30)
            whole = Sent(one.port)
            slow[-1].sendall(whole.head() + whole.body)
            statuses = [status_of(slow[-1]), whole.status()]
            for connection in slow:
                connection.close()
            return statuses

        assert await asyncio.to_thread(opened) == [200, 200]

    told(work)


def test_two_hundred_slow_connections_keep_no_callback_out() -> None:
    async def work(one: Listening) -> None:
        def crowded() -> list[int]:
            slow: list[socket.socket] = []
            statuses = []
            try:
                for number in range(200):
                    slow.append(Sent(one.port).connected())
                    slow[-1].sendall(b"POST /api/video-callback HTTP/1.1\r\nHost: 127")
                    if number % 10 == 0:
                        statuses.append(Sent(one.port).status())
                return statuses
            finally:
                for connection in slow:
                    connection.close()

        assert await asyncio.to_thread(crowded) == [200] * 20

    told(work)
