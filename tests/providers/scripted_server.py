"""A server that says exactly the bytes a test wants, on a real loopback socket."""

import asyncio
import json
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

NO_HEADERS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Received:
    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> object:
        return json.loads(self.body)


@dataclass(slots=True)
class Exchange:
    """One connection, as an act sees it."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    server: "ScriptedServer"

    async def read_request(self) -> None:
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.strip().split("\r\n")
        headers = {k.strip().lower(): v.strip() for k, _, v in (x.partition(":") for x in lines)}
        body = await self.reader.readexactly(int(headers.get("content-length", "0")))
        method, target, _ = first.split(" ")
        self.server.requests.append(Received(method, target, headers, body))

    async def say(self, raw: bytes) -> None:
        self.writer.write(raw)
        await self.writer.drain()

    def reset(self) -> None:
        """Close with RST instead of FIN."""
        linger = struct.pack("ii", 1, 0)
        self.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.writer.transport.abort()


Act = Callable[[Exchange], Awaitable[None]]


@dataclass(slots=True)
class ScriptedServer:
    """Plays one act per connection; the last one again and again."""

    acts: list[Act]
    port: int = 0
    scheme: str = "http"
    requests: list[Received] = field(default_factory=list)
    heard: bytes = b""
    connections: int = 0

    @property
    def address(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        act = self.acts[min(self.connections, len(self.acts) - 1)]
        self.connections += 1
        try:
            await act(Exchange(reader, writer, self))
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client may leave whenever it likes
        finally:
            writer.close()


@asynccontextmanager
async def scripted_server(
    *acts: Act, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
) -> AsyncIterator[ScriptedServer]:
    script = ScriptedServer(list(acts), scheme="https" if tls else "http")
    running: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(script.serve(reader, writer))
        running.add(task)
        await asyncio.wait([task])

    server = await asyncio.start_server(connected, host, 0, ssl=tls)
    script.port = server.sockets[0].getsockname()[1]
    try:
        yield script
    finally:
        server.close()
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


def http(
    body: bytes | str = b"",
    status: int = 200,
    headers: Mapping[str, str] = NO_HEADERS,
    content_type: str = "application/json",
) -> bytes:
    """A whole HTTP/1.1 answer; a header given as "" is left out."""
    payload = body.encode() if isinstance(body, str) else body
    fields = {"Content-Type": content_type, "Content-Length": str(len(payload)), **headers}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"HTTP/1.1 {status} Scripted\r\n{lines}Connection: close\r\n\r\n".encode() + payload


def says(raw: bytes) -> Act:
    """Read the request, then say these bytes and close."""

    async def act(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.say(raw)

    return act


def answers(body: bytes | str, status: int = 200, **headers: str) -> Act:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return says(http(body, status, named))


def envelope(code: object = 200, msg: object = "success", data: object = None) -> str:
    return json.dumps({"code": code, "msg": msg, "data": data}, ensure_ascii=False)


async def reset_before_reading(exchange: Exchange) -> None:
    exchange.reset()


async def reset_after_reading(exchange: Exchange) -> None:
    await exchange.read_request()
    exchange.reset()


async def close_after_reading(exchange: Exchange) -> None:
    await exchange.read_request()


async def hang(exchange: Exchange) -> None:
    await exchange.read_request()
    await asyncio.Event().wait()


async def drip_for_ever(exchange: Exchange) -> None:
    await exchange.read_request()
    await exchange.say(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    while True:
        await exchange.say(b" ")
        await asyncio.sleep(0.01)


async def pour_for_ever(exchange: Exchange) -> None:
    await exchange.read_request()
    await exchange.say(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    while True:
        await exchange.say(b"[" * 65536)
