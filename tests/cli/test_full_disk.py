"""Commands over a disk that is really full: what they promise about money and files holds."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import Videogen
from tests.plugins.sandbox_process import SandboxFactory
from tests.plugins.small_disk import MIB, SmallDisk
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.disk_reserve import RESERVE_BYTES, free_bytes


@pytest.fixture
def on_small_disk(small_disk: SmallDisk, monkeypatch: pytest.MonkeyPatch) -> Directories:
    monkeypatch.setenv("VIDEOGEN_DATA_DIR", str(small_disk.path / "data"))
    return directories(small_disk.path / "data")


@pytest.mark.full
def test_on_a_nearly_full_disk_nothing_is_reserved_and_every_command_ends(
    videogen: Videogen,
    small_disk: SmallDisk,
    on_small_disk: Directories,
    sandbox: SandboxFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = sandbox("--speed", "100", "--clip", "full")
    monkeypatch.setenv("VIDEOGEN_API_BASE", server.address)
    monkeypatch.setenv("VIDEOGEN_API_KEY", server.key)
    small_disk.fill_to(RESERVE_BYTES - 4 * MIB)
    for _ in range(2):
        refused = videogen("generate", "Mèo", "--json")
        assert (refused.code, refused.json["id"], refused.json["cost"]) == (6, None, 0), refused
        assert "less than 68 MB are free" in refused.json["error"]
        assert refused.json["error"].endswith("Nothing was charged.")
    with server.books() as books:
        assert len(books.create_requests()) == 0
    # It fills up after the price was paid.
    small_disk.give_back()

    def fill_up() -> None:
        assert is_there.wait(60)
        small_disk.fill_to(RESERVE_BYTES + MIB)
        go_on.set()

    with gate(server.address) as (address, is_there, go_on):
        monkeypatch.setenv("VIDEOGEN_API_BASE", address)
        filling = threading.Thread(target=fill_up)
        filling.start()
        runs = [videogen("generate", "Mèo"), videogen("resume")]
        filling.join()
        for run in runs:
            assert run.code == 7, run
            assert "the disk is full" in run.out + run.err
        assert free_bytes(on_small_disk.data) >= RESERVE_BYTES
        assert not list(on_small_disk.data.rglob("*.part"))
        small_disk.give_back()
        assert videogen("resume").code == 0
    (video,) = videogen("list", "--json").json["videos"]
    assert Path(video["file"]).exists()
    assert videogen("verify").code == 0
    with server.books() as books:
        assert (len(books.create_requests()), len(books.charges())) == (1, 1)


@contextmanager
def gate(address: str) -> Iterator[tuple[str, threading.Event, threading.Event]]:
    """A server before the provider's: its answer to a create waits, from when it is there (the
    first event) until it may go on (the second)."""
    is_there, go_on = threading.Event(), threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._passed_on(b"")

        def do_POST(self) -> None:
            self._passed_on(self.rfile.read(int(self.headers["Content-Length"])))

        def _passed_on(self, body: bytes) -> None:
            known = {"Authorization": self.headers.get("Authorization", "")}
            kind = {"Content-Type": self.headers.get("Content-Type", "application/json")}
            answer = httpx.request(
                self.command, address + self.path, content=body, headers={**known, **kind}
            )
            if self.path.endswith("createTask"):
                is_there.set()
                go_on.wait(60)
            self.send_response(answer.status_code)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, *_arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", is_there, go_on
        finally:
            go_on.set()
            server.shutdown()
            thread.join(30)


def test_a_disk_that_is_full_when_the_paid_answer_comes_costs_no_task_id(
    videogen: Videogen,
    small_disk: SmallDisk,
    on_small_disk: Directories,
    sandbox: SandboxFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = sandbox("--speed", "100")
    monkeypatch.setenv("VIDEOGEN_API_KEY", server.key)

    def state() -> str:
        where = f"file:{on_small_disk.database}?mode=ro"
        with closing(sqlite3.connect(where, uri=True, timeout=10)) as library:
            return str(library.execute("SELECT state FROM video").fetchone()[0])

    seen: list[tuple[str, bool]] = []
    has_ended = threading.Event()
    with gate(server.address) as (address, is_there, go_on):

        def fill_for_a_while() -> None:
            assert is_there.wait(60)
            small_disk.fill()
            go_on.set()
            time.sleep(2)
            seen.append((state(), has_ended.is_set()))
            small_disk.give_back()

        monkeypatch.setenv("VIDEOGEN_API_BASE", address)
        filling = threading.Thread(target=fill_for_a_while)
        filling.start()
        run = videogen("generate", "Mèo", "--json")
        has_ended.set()
        filling.join()
        # Neither the library nor the journal took it, and the command neither ended nor lied.
        assert seen == [("sending", False)]
        assert run.code == 0, run
        assert run.json["state"] == "completed"
        assert Path(run.json["file"]).exists()
        assert run.json["task_id"] in on_small_disk.task_journal.read_text()
        assert videogen("verify").code == 0
        with server.books() as books:
            assert (len(books.create_requests()), len(books.charges())) == (1, 1)
