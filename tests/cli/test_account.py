"""`videogen account`: keys in the keyring, each bound to its base."""

import io
import json

import pytest

from tests.cli.conftest import MemoryKeyring, Videogen
from tests.plugins.sandbox_process import SandboxFactory, SandboxProcess
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.settings import load_settings

ENTRY = "VideoGen Desktop"


@pytest.fixture
def server(sandbox: SandboxFactory) -> SandboxProcess:
    return sandbox("--credits", "1234.5")


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_key_that_works_is_stored_for_its_base_and_becomes_active(
    videogen: Videogen,
    server: SandboxProcess,
    working_keyring: MemoryKeyring,
    places: Directories,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed(monkeypatch, server.key + "\n")
    added = videogen("account", "add", "--api-base", server.address)
    assert added.code == 0, added.err
    assert "1234.5 credits" in added.out
    assert working_keyring.entries == {(ENTRY, server.address): server.key}
    settings = load_settings(places.settings)
    assert (settings.active_provider, settings.active_api_base) == ("kie", server.address)

    listed = videogen("account", "list", "--json")
    assert [account["active"] for account in listed.json["accounts"]] == [False, True]
    assert listed.json["accounts"][1]["key_ends_with"] == server.key[-4:]
    everything = added.out + added.err + listed.out + videogen("account", "list").out
    assert server.key not in everything
    assert server.key not in places.settings.read_text(encoding="utf-8")

    # The stored wallet is now what a command without any option uses.
    balance = videogen("account", "balance", "--json")
    assert balance.code == 0, balance.err
    assert (balance.json["wallet"], balance.json["provider_balance"]) == (server.address, 1234.5)
    assert (balance.json["available"], balance.json["held"]) == (0, 0)

    removed = videogen("account", "remove", "--api-base", server.address)
    assert removed.code == 0, removed.err
    assert working_keyring.entries == {}
    assert load_settings(places.settings).active_provider is None
    assert videogen("account", "remove", "--api-base", server.address).code == 6


def test_a_key_that_is_rejected_is_not_stored(
    videogen: Videogen,
    server: SandboxProcess,
    working_keyring: MemoryKeyring,
    places: Directories,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed(monkeypatch, "canary\n")
    added = videogen("account", "add", "--api-base", server.address)
    assert added.code == 6
    assert "rejected the API key" in added.err
    assert "canary" not in added.out + added.err
    assert working_keyring.entries == {}
    assert not places.settings.exists()


@pytest.mark.parametrize("text", ["", "\n", "k" * 2000])
def test_what_cannot_be_a_key_is_wrong_usage(
    videogen: Videogen,
    working_keyring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
) -> None:
    typed(monkeypatch, text)
    assert videogen("account", "add").code == 2
    assert working_keyring.entries == {}


def test_without_a_keyring_it_says_so_before_it_asks(
    videogen: Videogen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_asked(_base: str) -> str:
        raise AssertionError("the user typed a key for nothing")

    monkeypatch.setattr("videogen_desktop.cli.account._asked_for", not_asked)
    added = videogen("account", "add")
    assert added.code == 6
    assert "VIDEOGEN_API_KEY" in added.err


def test_a_stored_key_never_goes_to_another_base(
    videogen: Videogen, server: SandboxProcess, working_keyring: MemoryKeyring
) -> None:
    working_keyring.entries[ENTRY, "https://api.kie.ai"] = server.key
    run = videogen("account", "balance", "--api-base", server.address)
    assert run.code == 6
    assert "No API key is known" in run.err


def test_the_sandbox_has_a_balance_without_any_key(videogen: Videogen) -> None:
    run = videogen("account", "balance", "--json")
    assert run.code == 0, run.err
    assert run.json == {
        "wallet": "sandbox",
        "available": 10000,
        "held": 0,
        "provider_balance": 10000,
        "unexplained": None,
        "worth": None,
    }


def test_the_balance_says_what_it_is_worth_by_the_user_s_own_rate(
    videogen: Videogen,
    places: Directories,
    server: SandboxProcess,
    working_keyring: MemoryKeyring,
) -> None:
    rate = {"rate_dong": 130_000, "rate_hundredths": 1_000_00, "rate_day": "2026-11-30"}
    places.settings.parent.mkdir(parents=True, exist_ok=True)
    places.settings.write_text(json.dumps(rate), encoding="utf-8")
    paid = {"dong": 130_000, "credits": 1000, "day": "2026-11-30"}
    working_keyring.entries[ENTRY, server.address] = server.key
    real = ("account", "balance", "--provider", "kie", "--api-base", server.address)
    assert videogen(*real, "--json").json["worth"] == {"dong": 0, "rate": paid}
    shown = videogen("models", "show", "kling-2.6/text-to-video", "--provider", "kie", "--json")
    assert shown.json["worth"] == {"dong": 14_300, "rate": paid}
    # Play money is worth nothing, whatever real credits are.
    assert videogen("account", "balance", "--json").json["worth"] is None
    assert (
        "would be worth about 1,300,000 VND by your rate of 2026-11-30, if it were real money"
        in (videogen("account", "balance").out)
    )
