"""The sandbox as a child process, for tests that talk HTTP over real sockets."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.plugins.warm_processes import OwnCommand
from videogen_desktop.sandbox.books import Books

SECONDS_TO_END = 10.0
DEFAULT_ARGUMENTS = ("--clip", "small", "--speed", "20")


@dataclass(slots=True)
class SandboxProcess:
    """A running sandbox.

    Attributes:
        address: ``http://127.0.0.1:PORT``.
        key: The API key that it takes.
        state: Its state directory.
    """

    address: str
    key: str
    state: Path
    process: "subprocess.Popen[str]"

    @property
    def complaints(self) -> Path:
        """The file that receives its standard error."""
        return self.state.with_name(f"{self.state.name}.stderr")

    @property
    def headers(self) -> dict[str, str]:
        """The headers of an authorised call."""
        return {"Authorization": f"Bearer {self.key}"}

    def books(self) -> Books:
        """Its books, opened for reading; close them (they are a context manager)."""
        return Books.open(self.state)

    def end(self) -> int:
        """Close its input and wait for it to end by itself. Returns the exit code."""
        if self.process.stdin is not None and not self.process.stdin.closed:
            self.process.stdin.close()
        try:
            code = self.process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(SECONDS_TO_END)
            raise
        finally:
            if self.process.stdout is not None:
                self.process.stdout.close()
        return code

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self.process.kill()
        self.end()


SandboxFactory = Callable[..., SandboxProcess]


@pytest.fixture(scope="session")
def sandbox_command(warm_command: OwnCommand) -> list[str]:
    """What starts a sandbox; a file whose tests send signals overrides it with a process."""
    return warm_command("sandbox")


@pytest.fixture
def sandbox(tmp_path: Path, sandbox_command: list[str]) -> Iterator[SandboxFactory]:
    """Start sandboxes: ``sandbox(*arguments, state=None)``; they end with the test.

    Small clips and speed 20 unless the arguments say otherwise. Without ``state`` each one
    gets books of its own.
    """
    with _sandboxes(sandbox_command, tmp_path) as start:
        yield start


@pytest.fixture(scope="module")
def module_sandbox(
    tmp_path_factory: pytest.TempPathFactory, sandbox_command: list[str]
) -> Iterator[SandboxFactory]:
    """The same, for sandboxes that a whole test file shares."""
    with _sandboxes(sandbox_command, tmp_path_factory.mktemp("sandbox")) as start:
        yield start


@contextmanager
def _sandboxes(command: list[str], parent: Path) -> Iterator[SandboxFactory]:
    started: list[SandboxProcess] = []

    def start(*arguments: str, state: Path | None = None) -> SandboxProcess:
        directory = state if state is not None else parent / f"sandbox-{len(started)}"
        running = _start(command, directory, arguments)
        started.append(running)
        return running

    try:
        yield start
    finally:
        for running in started:
            running.end()


def _start(command: list[str], state: Path, arguments: tuple[str, ...]) -> SandboxProcess:
    complaints = state.with_name(f"{state.name}.stderr")
    with complaints.open("a") as stderr:
        process = subprocess.Popen(
            [*command, "--end-with-input", "--state", str(state), *DEFAULT_ARGUMENTS, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        process.communicate(timeout=SECONDS_TO_END)
        raise AssertionError(f"the sandbox did not start: {complaints.read_text()}")
    announced = json.loads(line)
    return SandboxProcess(announced["address"], announced["key"], state, process)
