"""The sandbox as a process: how it starts, says where it is, and ends."""

import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.plugins.sandbox_process import SandboxFactory
from tests.sandbox.client import ClientFactory, urls_in

COMMAND = [sys.executable, "-m", "videogen_desktop.sandbox"]


@pytest.fixture(scope="module")
def sandbox_command() -> list[str]:
    """A process of its own: here its start and its end are what is looked at."""
    return COMMAND


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=30)


def test_it_ends_when_its_input_closes(sandbox: SandboxFactory) -> None:
    running = sandbox()
    with httpx.Client() as keeps_a_connection_open:
        keeps_a_connection_open.get(running.address)
        assert running.end() == 0


def test_it_ends_quietly_in_the_middle_of_a_drawing(client: ClientFactory) -> None:
    kie = client("--clip", "full", "--speed", "1000")
    url = urls_in(kie.finished(kie.create()["data"]["taskId"]))[0]
    with ThreadPoolExecutor(1) as other:
        download = other.submit(kie.fetch, url)
        parts = kie.sandbox.state / "clips"
        while not (list(parts.iterdir()) or download.done()):
            pass
        assert kie.sandbox.end() == 0
        assert download.exception() or download.result().status_code == 500
    assert kie.sandbox.complaints.read_text() == ""
    # The frames may all have been there: what was begun is never left half written.
    assert [path.name for path in parts.iterdir() if path.suffix == ".part"] == []


def test_books_outlive_a_killed_sandbox(client: ClientFactory, tmp_path: Path) -> None:
    first = client("--speed", "8", state=tmp_path / "state")
    task_id = first.create()["data"]["taskId"]
    first.sandbox.kill()
    second = client("--speed", "1", "--credits", "5", state=tmp_path / "state")
    assert second.sandbox.key == first.sandbox.key
    record = second.finished(task_id)
    assert record["completeTime"] - record["createTime"] < 2_000
    assert second.credit() == 9_900
    with second.sandbox.books() as books:
        assert len(books.charges()) == 1


def test_books_that_are_no_database_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "sandbox.sqlite").write_bytes(b"no database" * 100)
    ended = run("--state", str(tmp_path))
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_quietly(sandbox: SandboxFactory, number: signal.Signals) -> None:
    running = sandbox()
    running.process.send_signal(number)
    assert running.process.wait(10) == 0


def test_it_listens_on_loopback_only(sandbox: SandboxFactory) -> None:
    running = sandbox()
    assert httpx.URL(running.address).host == "127.0.0.1"
    port = httpx.URL(running.address).port
    with socket.socket() as other:
        assert other.connect_ex(("127.0.0.2", port)) != 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--fault", "nope"), "unknown fault 'nope'"),
        (("--speed", "0"), "not a speed"),
        (("--speed", "nan"), "not a speed"),
        (("--port", "70000"), "not a port"),
        (("--credits", "-1"), "not an amount"),
        (("--clip", "huge"), "invalid choice"),
        ((), "a state directory is needed"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_sentence(arguments: tuple[str, ...], words: str) -> None:
    ended = run(*arguments)
    assert ended.returncode == 2
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = run("--state", str(tmp_path), "--port", str(taken.getsockname()[1]))
    assert ended.returncode == 1
    assert ended.stderr.startswith("sandbox: port")
    assert ended.stdout == ""


def test_a_state_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = run("--state", str(tmp_path / "file"))
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1


def test_a_missing_font_is_one_sentence(tmp_path: Path) -> None:
    ended = run("--state", str(tmp_path), "--font", str(tmp_path / "none.ttf"))
    assert ended.returncode == 1
    assert "no font" in ended.stderr


def test_listening_needs_neither_pyav_nor_pillow() -> None:
    code = (
        "import sys; import videogen_desktop.sandbox.server;"
        "print([name for name in ('av', 'PIL', 'numpy', 'httpx') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30)
    assert ended.stdout.strip() == "[]"
