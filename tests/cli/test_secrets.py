"""A key, a signed address and a prompt go through success, every failure and a crash unseen."""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.cli.canaries import PROMPT, WORD, Canaries, holds
from tests.cli.conftest import MemoryKeyring, Run, Videogen, ended, start_process
from tests.plugins.sandbox_process import SandboxFactory
from videogen_desktop.domain.settings import Settings
from videogen_desktop.sandbox.faults import FAULTS
from videogen_desktop.services.fetching import Fetcher
from videogen_desktop.services.polling import Watcher
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.settings import save_settings

Playing = Callable[..., Canaries]

KEY = "sk-CANARY-2f6e1d7c"
# But those that a webhook would have to bring, those that never end by themselves, and those of
# another API.
_FAULTS = [name for name in FAULTS if not name.startswith(("callback-", "upload-", "text-"))]
_COUNTED = {name for name in _FAULTS if name.endswith(("-status", "-gone")) or "rate-" in name}


@pytest.fixture
def playing(
    places: Directories, sandbox: SandboxFactory, monkeypatch: pytest.MonkeyPatch
) -> Playing:
    """Another base than the embedded sandbox, with a key of its own that the environment names."""

    def play(*faults: str) -> Canaries:
        words = [word for fault in faults for word in ("--fault", fault)]
        server = sandbox("--speed", "100", *words)
        monkeypatch.setenv("VIDEOGEN_API_BASE", server.address)
        monkeypatch.setenv("VIDEOGEN_API_KEY", server.key)
        # What the user was writing when it happened.
        save_settings(places.settings, Settings(draft=PROMPT))
        return Canaries(places, server.key)

    return play


def bundled(videogen: Videogen, tmp_path: Path) -> tuple[Run, Path]:
    """The diagnosis of everything that happened, and the file that was saved."""
    target = tmp_path / "bundle.zip"
    run = videogen("doctor", "--bundle", str(target), "--yes")
    assert run.code == 0, run.err
    return run, target


def assert_nothing_leaked(
    canaries: Canaries, videogen: Videogen, tmp_path: Path, *runs: Run
) -> None:
    diagnosis, target = bundled(videogen, tmp_path)
    assert canaries.leaks(*runs, diagnosis) == []
    for secret in (canaries.key, WORD, *canaries.queries()):
        assert secret not in diagnosis.out.lower()
        assert not holds(target, secret)


def test_a_success_leaves_each_only_where_it_belongs(
    videogen: Videogen, playing: Playing, tmp_path: Path
) -> None:
    canaries = playing()
    run = videogen("--verbose", "generate", PROMPT, "--json")
    assert run.code == 0, run.err
    clip = Path(run.json["file"])
    # The search does find what is there.
    assert canaries.queries()
    assert holds(canaries.places.database, next(iter(canaries.queries())))
    assert holds(canaries.places.database, WORD)
    assert holds(canaries.places.settings, WORD)
    assert holds(clip, WORD)
    clip.unlink()
    canaries.places.videos.joinpath(f"{WORD}.log").touch()
    assert len(canaries.leaks()) == 1
    canaries.places.videos.joinpath(f"{WORD}.log").unlink()
    assert_nothing_leaked(canaries, videogen, tmp_path, run)
    assert canaries.places.logs.joinpath("videogen.log").stat().st_size


@pytest.mark.parametrize(
    "fault", ["refused-key", "lost-answer", "fail", "truncated-file", "expired-link"]
)
def test_a_failure_tells_none_of_them(
    videogen: Videogen, playing: Playing, tmp_path: Path, fault: str
) -> None:
    canaries = playing(fault)
    run = videogen("--verbose", "generate", PROMPT, "--no-wait", "--json")
    resumed = videogen("--verbose", "resume", "--timeout", "1.5")
    assert_nothing_leaked(canaries, videogen, tmp_path, run, resumed)


@pytest.mark.full
@pytest.mark.parametrize("fault", _FAULTS)
def test_no_failure_tells_any_of_them(
    videogen: Videogen, playing: Playing, tmp_path: Path, fault: str
) -> None:
    canaries = playing(f"{fault}:2" if fault in _COUNTED else fault)
    run = videogen("--verbose", "generate", PROMPT, "--no-wait", "--json")
    resumed = videogen("--verbose", "resume", "--timeout", "6")
    shown = videogen("show", run.json["id"]) if run.json.get("id") else run
    assert canaries.key not in shown.out + shown.err
    assert_nothing_leaked(canaries, videogen, tmp_path, run, resumed)


# --- a server that says everything back ---------------------------------------------------------


class _Echo(BaseHTTPRequestHandler):
    """Every answer repeats the key that came with the question, in each of its words."""

    refuses = False

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._say(*((422, None) if self.refuses else (200, {"taskId": "a-task"})))

    def do_GET(self) -> None:
        if self.path.startswith("/api/v1/chat/credit"):
            self._say(200, 10_000)
        else:
            said = self._said()
            record = {"taskId": "a-task", "state": "fail", "failCode": said, "failMsg": said}
            self._say(200, record | {"param": said, "resultJson": said})

    def _said(self) -> str:
        return f"{self.headers['Authorization']} {KEY} k\u200b{KEY} {KEY[:8]}\u200b{KEY[8:]}"

    def _say(self, code: int, data: object) -> None:
        body = json.dumps({"code": code, "msg": self._said(), "data": data}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Set-Cookie", f"key={KEY}")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """The tests read what the program says."""


class _RefusingEcho(_Echo):
    refuses = True


@contextmanager
def echoing(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(("handler", "code"), [(_Echo, 4), (_RefusingEcho, 6)])
def test_a_provider_that_repeats_the_key_tells_nobody(
    videogen: Videogen,
    places: Directories,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    handler: type[BaseHTTPRequestHandler],
    code: int,
) -> None:
    with echoing(handler) as address:
        monkeypatch.setenv("VIDEOGEN_API_BASE", address)
        monkeypatch.setenv("VIDEOGEN_API_KEY", KEY)
        run = videogen("--verbose", "generate", PROMPT, "--json")
    assert run.code == code, run.err
    shown = videogen("show", run.json["id"], "--json")
    assert "[redacted]" in run.out + shown.out
    assert KEY not in shown.out
    assert_nothing_leaked(Canaries(places, KEY), videogen, tmp_path, run)


# --- crashes ------------------------------------------------------------------------------------


def _defect(*_arguments: object) -> Any:
    raise RuntimeError(
        f"Illegal header b'Bearer {KEY}', key {KEY} at https://cdn.example/a.mp4?sig={KEY}"
    )


@pytest.mark.parametrize(("owner", "name"), [(Fetcher, "fetch"), (Watcher, "apply")])
def test_a_defect_that_holds_the_key_is_logged_without_it(
    videogen: Videogen,
    playing: Playing,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    owner: type,
    name: str,
) -> None:
    canaries = playing()
    monkeypatch.setattr(sys.modules[__name__], "KEY", canaries.key)
    monkeypatch.setattr(owner, name, _defect)
    run = videogen("--verbose", "generate", PROMPT, "--no-wait", "--json")
    resumed = videogen("--verbose", "resume", "--timeout", "1.5")
    assert "RuntimeError" in resumed.err
    assert_nothing_leaked(canaries, videogen, tmp_path, run, resumed)


def test_a_key_of_the_keyring_is_no_more_seen_than_one_of_the_environment(
    videogen: Videogen,
    playing: Playing,
    working_keyring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    canaries = playing()
    base = os.environ["VIDEOGEN_API_BASE"]
    working_keyring.entries["VideoGen Desktop", base] = canaries.key
    monkeypatch.delenv("VIDEOGEN_API_KEY")
    monkeypatch.setattr(sys.modules[__name__], "KEY", canaries.key)
    monkeypatch.setattr(Fetcher, "fetch", _defect)
    run = videogen("--verbose", "generate", PROMPT, "--no-wait", "--json")
    assert run.code == 0, run.err
    resumed = videogen("--verbose", "resume", "--timeout", "1.5")
    assert "RuntimeError" in resumed.err
    assert_nothing_leaked(canaries, videogen, tmp_path, run, resumed)


@pytest.mark.full
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("name", ["SIGABRT", "SIGSEGV", "SIGKILL"])
def test_a_process_that_dies_leaves_none_of_them(
    videogen: Videogen, playing: Playing, tmp_path: Path, name: str
) -> None:
    number = signal.Signals[name]
    canaries = playing("slow-file")
    process = start_process(
        "--verbose", "generate", PROMPT, environment={"PYTHONFAULTHANDLER": "1"}
    )
    said = []
    for line in process.stderr:
        said.append(line)
        if line.strip() == "Completed, downloading":
            break
    process.send_signal(number)
    run = ended(process)
    assert run.code == -number
    assert ("most recent call first" in run.err) == (name != "SIGKILL")
    dead = Run(run.code, run.out, "".join(said) + run.err)
    assert_nothing_leaked(canaries, videogen, tmp_path, dead)
