"""A Kie-compatible server in a process of its own, and when it was asked for which record."""

import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from benchmarks.figure import MeasurementError

_SECOND_NS = 1_000_000_000


class Read(NamedTuple):
    """The monotonic time of a request's first bytes."""

    at_ns: int
    task_id: str


class NotedReads:
    """What the server said until now; any thread."""

    def __init__(self, output: IO[str]) -> None:
        self._output = output
        self.address = output.readline().strip()
        if not self.address:
            raise MeasurementError("the server that notes readings has ended")
        self._reads: list[Read] = []
        self._thread = threading.Thread(target=self._follow, name="noted reads", daemon=True)
        self._thread.start()

    def between(self, first_ns: int, last_ns: int) -> list[Read]:
        return [read for read in list(self._reads) if first_ns <= read.at_ns < last_ns]

    def join(self) -> None:
        """The server has ended."""
        self._thread.join()

    def _follow(self) -> None:
        for line in self._output:
            at, _, task_id = line.strip().partition(" ")
            self._reads.append(Read(int(at), task_id))


@contextmanager
def noted_reads() -> Iterator[NotedReads]:
    """Every task is "generating" there, for ever."""
    script = str(Path(__file__).with_name("arrival_server.py"))
    with subprocess.Popen(
        [sys.executable, "-P", script, "reads"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        noted = None
        try:
            noted = NotedReads(process.stdout)
            yield noted
        finally:
            process.stdin.close()
            if noted is not None:
                noted.join()


def most_within(seconds: int, reads: Sequence[Read]) -> int:
    """The most within any so many seconds."""
    most, latest = 0, deque[int]()
    for read in reads:
        latest.append(read.at_ns)
        while latest[0] <= read.at_ns - seconds * _SECOND_NS:
            latest.popleft()
        most = max(most, len(latest))
    return most
