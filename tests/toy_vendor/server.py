"""The toy's server on loopback: it keeps a purse, rolls films, and rings where it was told to."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import httpx

from tests.toy_vendor.client import PURSE
from tests.toy_vendor.vendor import sign

KEY, SEAL_KEY = "toy-purse-0123456789", "toy-seal-key"
PRICES = {"3": Decimal(5), "9": Decimal("12.5")}
# What a film really takes: less than its price.
REBATE = Decimal("0.5")
# Readings after which a film that nobody is rung up about is ready.
READINGS = 3


@dataclass
class Film:
    """`readings` counts how often its record was asked for."""

    form: dict[str, str]
    readings: int = 0
    stage: str = "queued"


@dataclass
class Toy:
    """What a test looks at, and the address of the server."""

    clip: bytes
    address: str = ""
    coins: Decimal = Decimal(250)
    films: dict[str, Film] = field(default_factory=dict)

    def order(self, form: dict[str, str]) -> tuple[int, str]:
        if form.get("reel") != "seven" or form.get("sides") not in ("4:3", "3:4"):
            return 422, "sorry no such reel"
        if self.coins < PRICES[form["ticks"]]:
            return 402, "sorry the purse is empty"
        ticket = f"toy-{len(self.films) + 1:04d}"
        self.films[ticket] = Film(form)
        return 200, f"ticket {ticket}"

    def record(self, ticket: str) -> tuple[int, str]:
        film = self.films.get(ticket)
        if film is None:
            return 404, "sorry no such ticket"
        film.readings += 1
        if "ring" not in film.form and film.readings >= READINGS:
            self._finish(film)
        elif film.stage == "queued":
            film.stage = "rolling"
        if film.stage != "ready":
            return 200, f"stage {film.stage}"
        coins = PRICES[film.form["ticks"]] - REBATE
        return 200, f"stage ready\nreel {self.address}/reels/{ticket}.mp4\ncoins {coins}"

    def _finish(self, film: Film) -> None:
        if film.stage != "ready":
            film.stage = "ready"
            self.coins -= PRICES[film.form["ticks"]] - REBATE

    def ring(self, ticket: str) -> int:
        """Finish the film, and say so where its order asked for it; the HTTP status."""
        film = self.films[ticket]
        self._finish(film)
        signed = sign(ticket, SEAL_KEY, time.time_ns() // 1_000_000)
        with httpx.Client(trust_env=False) as client:
            address, headers = film.form["ring"], dict(signed.headers)
            return client.post(address, content=signed.body, headers=headers).status_code


class _Handler(BaseHTTPRequestHandler):
    toy: Toy

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self._answer(*(self.toy.order(form) if self.path == "/films" else (404, "")))

    def do_GET(self) -> None:
        _, kind, *rest = self.path.split("/")
        if kind == "reels":
            self._send(200, self.toy.clip, "video/mp4")
        elif kind == "purse":
            self._answer(200, f"coins {self.toy.coins}")
        else:
            self._answer(*self.toy.record(rest[0]))

    def _answer(self, status: int, text: str) -> None:
        if self.headers.get(PURSE) != KEY:
            status, text = 403, "sorry whose purse is this"
        self._send(status, text.encode(), "text/plain; charset=utf-8")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """Not on standard error."""


@contextmanager
def toy_server(clip: Path) -> Iterator[Toy]:
    """Runs until the block ends."""
    toy = Toy(clip.read_bytes())
    handler = type("Handler", (_Handler,), {"toy": toy})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        toy.address = f"http://127.0.0.1:{server.server_address[1]}"
        serving = threading.Thread(target=server.serve_forever, args=(0.05,))
        serving.start()
        try:
            yield toy
        finally:
            server.shutdown()
            serving.join()
