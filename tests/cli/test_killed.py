"""A job that is interrupted or killed ends the same, and was paid once."""

import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Videogen, ended, start_process
from tests.plugins.sandbox_process import SandboxFactory
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.directories import Directories

PROMPT = "Một con mèo chơi với cuộn len"
SLOW = "--speed 10 --clip small"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


def read_until(process: Any, line: str, times: int = 1) -> None:
    for said in process.stderr:
        times -= said.strip() == line
        if times == 0:
            return
    raise AssertionError(f"it never said {line!r}")


@pytest.mark.parametrize(
    ("moment", "may_be_unconfirmed"),
    [
        # Every step of each moment is killed at in tests/kill_matrix.
        pytest.param("Waiting to be sent", True, marks=pytest.mark.full),
        ("Sending", True),
        pytest.param("Waiting at the provider", False, marks=pytest.mark.full),
        ("Completed, downloading", False),
    ],
)
def test_killed_at_any_moment_it_is_paid_once(
    videogen: Videogen,
    sandbox_books: Callable[[], Books],
    moment: str,
    may_be_unconfirmed: bool,
) -> None:
    process = start_process("generate", PROMPT)
    read_until(process, moment)
    process.kill()
    ended(process)
    resumed = videogen("resume", "--timeout", "60")
    (video,) = videogen("list", "--json").json["videos"]
    if may_be_unconfirmed and video["state"] != "completed":
        assert video["state"] in ("unconfirmed", "reserved")
        assert resumed.code == (5 if video["state"] == "unconfirmed" else 0)
    else:
        assert (resumed.code, video["state"]) == (0, "completed"), resumed.err
        assert Path(video["file"]).is_file()
    assert videogen("verify").code == 0
    with sandbox_books() as books:
        assert len(books.create_requests()) <= 1
        if video["state"] == "completed":
            assert [charge.amount for charge in books.charges()] == [100_00]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_job_goes_on_at_the_provider(
    videogen: Videogen, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    monkeypatch.setenv("VIDEOGEN_SANDBOX_ARGUMENTS", SLOW)
    process = start_process("generate", PROMPT, "--json")
    read_until(process, "Waiting at the provider")
    process.send_signal(number)
    run = ended(process)
    assert run.code == 130
    assert run.json["state"] in ("pending", "processing")
    assert "resume" in run.json["error"]
    assert "Traceback" not in run.err
    resumed = videogen("resume")
    assert resumed.code == 0, resumed.err
    (video,) = videogen("list", "--json").json["videos"]
    assert (video["id"], video["state"]) == (run.json["id"], "completed")


def test_an_interrupted_job_that_was_never_sent_is_taken_back(
    videogen: Videogen, sandbox: SandboxFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = sandbox()
    monkeypatch.setenv("VIDEOGEN_API_BASE", server.address)
    monkeypatch.setenv("VIDEOGEN_API_KEY", server.key)
    assert videogen("generate", PROMPT, "--no-wait").code == 0
    server.end()
    # Another prompt: the same one again, while the first is under way, would be asked about.
    process = start_process("generate", f"{PROMPT} khác", "--json")
    read_until(process, "Waiting to be sent", times=2)
    process.send_signal(signal.SIGINT)
    run = ended(process)
    assert (run.code, run.json["state"], run.json["cost"]) == (130, "cancelled", 0)
    assert "Nothing was charged" in run.json["error"]
    (wallet,) = videogen("ledger", "--json").json["wallets"]
    assert [entry["kind"] for entry in wallet["entries"]][-1] == "refund"
    assert videogen("verify").code == 0


def test_any_other_server_is_talked_to_as_kie_and_its_key_is_nowhere(
    videogen: Videogen,
    sandbox: SandboxFactory,
    places: Directories,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    server = sandbox("--speed", "100")
    monkeypatch.setenv("VIDEOGEN_API_BASE", server.address + "/")
    monkeypatch.setenv("VIDEOGEN_API_KEY", server.key)
    output = tmp_path / "cat.mp4"
    run = videogen("--verbose", "generate", PROMPT, "--json", "--output", str(output))
    assert run.code == 0, run.err
    assert (run.json["model"], run.json["wallet"]) == ("kling-2.6/text-to-video", server.address)
    assert output.stat().st_size > 0
    assert videogen("verify").code == 0
    with server.books() as books:
        assert len(books.create_requests()) == len(books.charges()) == 1
    key = server.key.encode()
    assert not places.local_server("sandbox").exists()
    assert key not in (run.out + run.err).encode()
    for file in places.data.rglob("*"):
        assert not file.is_file() or key not in file.read_bytes(), file
    with closing(sqlite3.connect(places.database)) as database:
        assert server.key not in "\n".join(database.iterdump())


def test_a_server_that_is_down_ends_with_6_and_reserves_nothing(
    videogen: Videogen, sandbox: SandboxFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = sandbox()
    monkeypatch.setenv("VIDEOGEN_API_BASE", server.address)
    monkeypatch.setenv("VIDEOGEN_API_KEY", "wrong-key-canary")
    run = videogen("generate", PROMPT)
    assert run.code == 6
    assert "rejected the API key" in run.err
    assert "canary" not in run.err
    server.end()
    run = videogen("generate", PROMPT)
    assert run.code == 6
    assert "does not answer" in run.err
    assert videogen("list", "--json").json == {"videos": []}


def test_a_base_without_a_key_ends_with_6(videogen: Videogen, working_keyring: object) -> None:
    run = videogen("generate", PROMPT, "--api-base", "https://other.example")
    assert run.code == 6
    assert "No API key is known for https://other.example" in run.err
