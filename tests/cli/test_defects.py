"""A defect of ours is one sentence, and a log without the key, wherever the key came from."""

import asyncio
from typing import NoReturn

import pytest

from tests.cli.conftest import MemoryKeyring, Videogen
from videogen_desktop.cli import account
from videogen_desktop.engine.opening import EngineOptions
from videogen_desktop.program.log_file import LOG_NAME
from videogen_desktop.storage.directories import Directories

BASE = "https://kie.example"
KEY = "sk-CANARY-of-the-keyring-7c2f"


async def breaks(options: EngineOptions, _keys: object) -> NoReturn:
    await asyncio.sleep(0)
    raise RuntimeError(f"broken with {options.wallet.api_key}")


def log_of(places: Directories) -> str:
    return (places.logs / LOG_NAME).read_text(encoding="utf-8")


def test_a_key_of_the_keyring_is_not_in_the_log_of_a_defect(
    videogen: Videogen,
    places: Directories,
    working_keyring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    working_keyring.entries["VideoGen Desktop", BASE] = KEY
    monkeypatch.setattr("videogen_desktop.engine.connecting.check_key", breaks)
    run = videogen("--verbose", "--api-base", BASE, "account", "balance")
    assert run.code != 0
    assert "broken with [hidden]" in log_of(places)
    assert KEY not in log_of(places) + run.out + run.err


def test_a_key_that_was_typed_is_not_in_the_log_of_a_defect(
    videogen: Videogen,
    places: Directories,
    working_keyring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(account, "_asked_for", lambda _base: KEY)
    monkeypatch.setattr("videogen_desktop.engine.connecting.check_key", breaks)
    run = videogen("--verbose", "--api-base", BASE, "account", "add")
    assert run.code != 0
    assert "broken with [hidden]" in log_of(places)
    assert KEY not in log_of(places) + run.out + run.err
    assert working_keyring.entries == {}
