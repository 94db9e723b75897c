"""Callbacks as a provider sends them, or as somebody else would."""

import json
import socket
import time
from dataclasses import dataclass, field
from typing import Any

from videogen_desktop.providers.kie.callbacks import (
    SIGNATURE_HEADER,
    TIMESTAMP_HEADER,
    signature_of,
)

KEY = "whsec-of-the-tests"
TASK = "0123456789abcdef0123456789abcdef"
VIDEO = "00000000-0000-4000-8000-000000000001"
PATH = "/api/video-callback"
PATIENCE_SECONDS = 30.0


def market(task_id: str = TASK, state: str = "success") -> dict[str, Any]:
    """Shape A."""
    code = 200 if state == "success" else 501
    return {"code": code, "msg": "done", "data": {"taskId": task_id, "state": state}}


def headers_for(task_id: str = TASK, key: str = KEY, moment: float | None = None) -> dict[str, str]:
    """The two headers of a signed callback."""
    timestamp = str(int(time.time() if moment is None else moment))
    return {
        TIMESTAMP_HEADER: timestamp,
        SIGNATURE_HEADER: signature_of(task_id, timestamp, key),
    }


@dataclass
class Sent:
    """One HTTP request by hand, as bytes on a socket."""

    port: int
    method: str = "POST"
    target: str = f"{PATH}?video={VIDEO}"
    host: str = "127.0.0.1"
    body: bytes = field(default_factory=lambda: json.dumps(market()).encode())
    headers: dict[str, str] = field(default_factory=headers_for)
    length: int | None = None

    def head(self) -> bytes:
        """Everything before the body."""
        length = len(self.body) if self.length is None else self.length
        lines = [f"{self.method} {self.target} HTTP/1.1", f"Host: {self.host}"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        if "Transfer-Encoding" not in self.headers and length >= 0:
            lines.append(f"Content-Length: {length}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def status(self) -> int:
        """Send it; the status of the answer, 0 when there was none."""
        with self.connected() as connection:
            connection.sendall(self.head() + self.body)
            return status_of(connection)

    def connected(self) -> socket.socket:
        """A connection that waits patiently."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_SECONDS)


def status_of(connection: socket.socket) -> int:
    """Read to the end of the connection; 0 when it was cut off without an answer."""
    answer = b""
    try:
        while part := connection.recv(65536):
            answer += part
    except ConnectionError:
        pass
    return int(answer.split(b" ", 2)[1]) if answer else 0
