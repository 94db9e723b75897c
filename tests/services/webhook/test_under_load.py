"""A crowd of slow connections and a thousand callbacks."""

import asyncio
import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tests.services.webhook.callback_client import Sent, headers_for, market
from tests.services.webhook.listening import listening

SLOW = 200
CALLBACKS = 1_000
AT_ONCE = 8


@pytest.mark.full
def test_a_thousand_callbacks_come_through_two_hundred_slow_connections() -> None:
    """The issue's figure: every valid one is answered within a second."""

    def crowd(port: int, over: Event) -> None:
        slow: list[socket.socket] = []
        while not over.is_set():
            slow.append(Sent(port).connected())
            slow[-1].sendall(b"POST /api/video-callback HTTP/1.1\r\n")
            if len(slow) > SLOW:
                slow.pop(0).close()
                over.wait(0.002)
        for connection in slow:
            connection.close()

    def deliver(port: int, number: int) -> tuple[int, float]:
        task_id = f"task-{number}"
        sent = Sent(port, body=json.dumps(market(task_id)).encode(), headers=headers_for(task_id))
        began = time.perf_counter()
        return sent.status(), time.perf_counter() - began

    async def story() -> None:
        lags = []
        async with listening() as one:
            loop, over = asyncio.get_running_loop(), Event()
            with ThreadPoolExecutor(AT_ONCE + 1) as threads:
                crowding = loop.run_in_executor(threads, crowd, one.port, over)
                deliveries = asyncio.gather(
                    *(
                        loop.run_in_executor(threads, deliver, one.port, number)
                        for number in range(CALLBACKS)
                    )
                )
                while not deliveries.done():
                    began = time.perf_counter()
                    await asyncio.sleep(0.01)
                    lags.append(time.perf_counter() - began - 0.01)
                answers = await deliveries
                over.set()
                await crowding
            assert {status for status, _ in answers} == {200}
            slowest = max(seconds for _, seconds in answers)
            assert slowest < 1, slowest
            assert max(lags) < 1, max(lags)
            assert len(one.taken) == CALLBACKS

    asyncio.run(story())
