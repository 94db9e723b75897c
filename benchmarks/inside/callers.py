"""A crowd of slow connections, and callbacks that are signed and valid.

python -m benchmarks.inside.callers PORT KEY [--slow 200] [--seconds 5]

The task ids come on standard input; the crowd stays for at least so many seconds.
"""

import argparse
import json
import socket
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from benchmarks.inside.frames import shares
from tests.services.webhook.callback_client import Sent, headers_for, market

_AT_ONCE = 8
_PAUSE_SECONDS = 0.002
_BEGINNING = b"POST /api/video-callback HTTP/1.1\r\n"


def crowd(port: int, number: int, is_there: threading.Event, over: threading.Event) -> None:
    """Keep so many connections that never say more than their first line; who is shut out comes
    again as another one."""
    slow: list[socket.socket] = []
    try:
        while not over.is_set():
            slow.append(Sent(port).connected())
            slow[-1].sendall(_BEGINNING)
            if len(slow) > number:
                is_there.set()
                slow.pop(0).close()
                over.wait(_PAUSE_SECONDS)
    finally:
        is_there.set()
        for connection in slow:
            connection.close()


def deliver(port: int, key: str, task_id: str) -> tuple[int, float]:
    """The status of the answer, and the milliseconds until it was there."""
    body = json.dumps(market(task_id)).encode()
    sent = Sent(port, body=body, headers=headers_for(task_id, key))
    began = time.perf_counter()
    return sent.status(), (time.perf_counter() - began) * 1_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inside.callers")
    parser.add_argument("port", type=int)
    parser.add_argument("key")
    parser.add_argument("--slow", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=5)
    given = parser.parse_args()
    tasks = sys.stdin.read().split()
    is_there, over = threading.Event(), threading.Event()
    crowding = threading.Thread(target=crowd, args=(given.port, given.slow, is_there, over))
    if given.slow:
        crowding.start()
        is_there.wait()
    began = time.monotonic_ns()
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        answers = list(threads.map(lambda task: deliver(given.port, given.key, task), tasks))
    answered = time.monotonic_ns()
    over.wait(given.seconds - (answered - began) / 1e9)
    ended = time.monotonic_ns()
    over.set()
    if given.slow:
        crowding.join()
    said = {
        "began_ns": began,
        "ended_ns": ended,
        "statuses": Counter(str(status) for status, _ in answers),
        "answered_ns": answered,
        "answered": shares([took for _, took in answers]),
    }
    print(json.dumps(said))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
