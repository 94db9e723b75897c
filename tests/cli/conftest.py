"""The terminal program, run in this process or in one of its own, over a folder of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keyring
import keyring.backend
import pytest

from tests.plugins.warm_processes import OwnCommand
from videogen_desktop.cli.main import main
from videogen_desktop.engine import starting
from videogen_desktop.providers.sandbox import child
from videogen_desktop.sandbox.books import Books
from videogen_desktop.services import download_failures, run_history
from videogen_desktop.storage.directories import Directories, directories

FAST = "--speed 100 --clip small"


@dataclass(frozen=True, slots=True)
class Run:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON object that it must be."""
        return json.loads(self.out)


Videogen = Callable[..., Run]


@pytest.fixture(autouse=True)
def quick_children(warm_command: OwnCommand, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sandbox and the media helper start at once; `start_process` starts real ones."""
    for user in (starting, child):
        monkeypatch.setattr(user, "own_command", warm_command)


@pytest.fixture(autouse=True)
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    """What failed is tried again soon, and records are read at no provider's pace; how long is
    waited is proven in virtual time."""
    monkeypatch.setattr(download_failures, "FIRST_RETRY_MS", 100)
    monkeypatch.setattr(run_history.PollSchedule, "delay_after", lambda *_: 100)
    monkeypatch.setattr(run_history, "FIRST_BACKOFF_MS", 100)


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Directories:
    """An empty data folder, named by the environment, with a quick sandbox."""
    monkeypatch.setenv("VIDEOGEN_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("VIDEOGEN_SANDBOX_ARGUMENTS", FAST)
    return directories(tmp_path / "data")


@pytest.fixture
def videogen(places: Directories, capfd: pytest.CaptureFixture[str]) -> Videogen:
    """Run `videogen` with these words, in this process."""

    def run(*words: str) -> Run:
        capfd.readouterr()
        try:
            code = main(words)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else -1
        said = capfd.readouterr()
        return Run(code, said.out, said.err)

    return run


@pytest.fixture
def sandbox_books(places: Directories) -> Callable[[], Books]:
    """The embedded sandbox's own books; close them (they are a context manager)."""
    return lambda: Books.open(places.local_server("sandbox"))


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch, places: Directories) -> Callable[..., None]:
    """Let the embedded sandbox play these faults, or take further options."""

    def play(*names: str, options: str = "") -> None:
        words = " ".join(f"--fault {name}" for name in names)
        monkeypatch.setenv("VIDEOGEN_SANDBOX_ARGUMENTS", f"{FAST} {words} {options}")

    return play


def start_process(*words: str, environment: Mapping[str, str] | None = None) -> Any:
    """`videogen` in a process of its own; the caller waits for it."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "videogen_desktop", *words],
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def ended(process: Any, seconds: float = 60) -> Run:
    """Wait for a process and collect what it said."""
    out, err = process.communicate(timeout=seconds)
    return Run(process.returncode, out, err)


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A keyring that works, for this process only."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


@pytest.fixture
def working_keyring() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)
