"""From Enter to the POST on the wire, with every commit durable on disk.

Enter is the call that the window makes: `worker.submit(engine.generate(request))`. The arrival is
noted by a server in another process, on the same monotonic clock.

Kie's limit of creates (and the engine's, 18 in 10 s) belongs to a wallet: the runs are spread over
several servers, each a wallet of its own, and no limit is changed for the measurement.
"""

import asyncio
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from benchmarks.figure import Figure, MeasurementError, Target, spread
from benchmarks.process import median
from benchmarks.workplace import Workplace
from tests.requests import KIE as KIE_VENDOR
from tests.requests import a_request
from videogen_desktop.domain.events import Event
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.engine.opening import EngineOptions, open_engine
from videogen_desktop.providers.http import paid_client, trust_nothing
from videogen_desktop.providers.kie.client import CREATE_TASK
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.services.worker import BackgroundWorker
from videogen_desktop.storage.database import journal_mode
from videogen_desktop.storage.directories import directories

_WALLETS = 3
# One under the engine's window: the first, which also opens the wallet, is not counted.
_RUNS_PER_WALLET = 17
_SECONDS_AT_MOST = 30.0
_PAUSE_SECONDS = 0.02
_TARGET = Target(ratio=2.5)
_PROMPT = "Một con mèo chơi với cuộn len, quay chậm, lần {}"
_KEY = "benchmark"


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError."""
    sent: list[float] = []
    floors: list[float] = []
    commits: list[float] = []
    floor = _Floor(workplace.folder / "floor.sqlite")
    with closing(floor):
        for _ in range(_WALLETS):
            with _server() as server, _Sending(workplace.library(), server) as sending:
                sending.once()
                for _ in range(_RUNS_PER_WALLET):
                    sent.append(sending.once())
                    commit, whole = floor.once(server)
                    commits.append(commit)
                    floors.append(whole)
    return [
        Figure(
            name="Enter to the POST on the wire",
            measured=median(sent),
            beside="two durable commits and a bare httpx POST",
            beside_value=median(floors),
            target=_TARGET,
            runs=len(sent),
            details={
                "videos": workplace.videos,
                "journal_mode": journal_mode(),
                "sent": spread(sent),
                "floor": spread(floors),
                "two_commits": spread(commits),
            },
        )
    ]


class _Server:
    """The child that notes arrivals."""

    def __init__(self, output: IO[str]) -> None:
        self._output = output
        self.address = self._line()

    def arrival_ns(self) -> int:
        return int(self._line())

    def _line(self) -> str:
        line = self._output.readline()
        if not line:
            raise MeasurementError("the server that notes arrivals has ended")
        return line.strip()


@contextmanager
def _server() -> Iterator[_Server]:
    command = [sys.executable, "-P", str(Path(__file__).with_name("arrival_server.py"))]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield _Server(process.stdout)
        finally:
            process.stdin.close()


class _Sending:
    """The real worker, engine and library, with the server as a wallet of its own."""

    def __init__(self, data_dir: Path, server: _Server) -> None:
        self._server = server
        key = WalletKey("kie", server.address)
        self._options = EngineOptions(directories(data_dir), WalletChoice(key, _KEY))
        self._worker = BackgroundWorker()
        self._number = 0

    def __enter__(self) -> "_Sending":
        self._worker.start()
        opening = self._worker.submit(open_engine(self._options, _unheard))
        self._engine = opening.result(_SECONDS_AT_MOST)
        return self

    def __exit__(self, *_exception: object) -> None:
        self._worker.submit(self._engine.close()).result(_SECONDS_AT_MOST)
        if not self._worker.stop(5_000):
            raise MeasurementError("the worker did not end")

    def once(self) -> float:
        """Milliseconds from Enter to the arrival."""
        self._number += 1
        prompt = _PROMPT.format(self._number)
        time.sleep(_PAUSE_SECONDS)
        entered = time.monotonic_ns()
        request = a_request(prompt, vendor=KIE_VENDOR)
        generating = self._worker.submit(self._engine.generate(request))
        generating.result(_SECONDS_AT_MOST)
        return (self._server.arrival_ns() - entered) / 1e6


class _Floor:
    """The least that the promise costs: two flushed transactions, then a POST on a new
    connection, without a program around them."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute(f"PRAGMA journal_mode = {journal_mode()}")
        for pragma in ("synchronous = FULL", "fullfsync = ON", "checkpoint_fullfsync = ON"):
            self._database.execute(f"PRAGMA {pragma}")
        self._database.execute("CREATE TABLE step (id INTEGER PRIMARY KEY, what TEXT NOT NULL)")
        self._runner = asyncio.Runner()
        self._client = paid_client(trust_nothing(), None)

    def once(self, server: _Server) -> tuple[float, float]:
        """Milliseconds of the two commits, and of these and the way to the server."""
        time.sleep(_PAUSE_SECONDS)
        began = time.monotonic_ns()
        for what in ("reserved", "sending"):
            self._database.execute("BEGIN IMMEDIATE")
            self._database.execute("INSERT INTO step (what) VALUES (?)", (what,))
            self._database.execute("COMMIT")
        committed = time.monotonic_ns()
        self._runner.run(self._post(server.address + CREATE_TASK))
        return (committed - began) / 1e6, (server.arrival_ns() - began) / 1e6

    def close(self) -> None:
        self._runner.run(self._client.aclose())
        self._runner.close()
        self._database.close()

    async def _post(self, url: str) -> None:
        body = {"model": "floor", "input": {"prompt": _PROMPT}}
        response = await self._client.post(url, json=body)
        response.raise_for_status()


def _unheard(_event: Event) -> None:
    """Nobody shows what this engine tells."""
