"""What stands for our program behaves as the program would."""

import json
import socket
import subprocess
import time
from pathlib import Path

import httpx
import pytest

from tests.plugins.warm_processes import OwnCommand

PATIENCE_SECONDS = 30


def test_its_words_and_its_exit_code_arrive(warm_command: OwnCommand, tmp_path: Path) -> None:
    command = warm_command("list", "--json", "--data-dir", "relative")
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=PATIENCE_SECONDS)
    assert (run.returncode, json.loads(run.stdout), run.stderr) == (0, {"videos": []}, b"")
    wrong = subprocess.run(
        warm_command("no-such-command"), capture_output=True, timeout=PATIENCE_SECONDS
    )
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert b"no-such-command" in wrong.stderr


def test_its_environment_is_that_of_its_starter(
    warm_command: OwnCommand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIDEOGEN_DATA_DIR", str(tmp_path / "đây"))
    command = warm_command("sandbox", "--end-with-input")
    subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=PATIENCE_SECONDS
    )
    assert list((tmp_path / "đây").rglob("sandbox.sqlite"))


def test_it_ends_when_what_stands_for_it_is_killed(
    warm_command: OwnCommand, tmp_path: Path
) -> None:
    with subprocess.Popen(
        warm_command("sandbox", "--state", str(tmp_path)), stdout=subprocess.PIPE
    ) as stand_in:
        assert stand_in.stdout is not None
        address = httpx.URL(json.loads(stand_in.stdout.readline())["address"])
        assert answers(address)
        stand_in.kill()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while answers(address):
            assert time.monotonic() < deadline
            time.sleep(0.01)


def answers(address: httpx.URL) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex((address.host, address.port)) == 0
