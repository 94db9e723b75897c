"""Whose credits a run spends: one table of options, variables and settings."""

from pathlib import Path

import pytest

from tests.requests import KIE_WALLET, SANDBOX_WALLET, VENDORS
from tests.toy_vendor.vendor import toy_vendor, with_toy
from videogen_desktop.domain.errors import ApiBaseRefusedError
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.services.wallets import (
    WalletChoice,
    choose_wallet,
    forgotten,
    known_keyed_wallets,
    remembered,
)
from videogen_desktop.storage.settings import load_settings, save_settings

NOTHING_STORED = Settings()
KIE_STORED = Settings(active_provider="kie", active_api_base="https://api.kie.ai")
OTHER_STORED = Settings(active_provider="kie", active_api_base="https://stored.example")
OTHER = WalletKey("kie", "https://other.example")
STORED = WalletKey("kie", "https://stored.example")


@pytest.mark.parametrize(
    ("provider", "base", "key", "settings", "chosen"),
    [
        # Nothing given: what is stored, else play money.
        (None, None, None, NOTHING_STORED, WalletChoice(SANDBOX_WALLET)),
        (None, None, None, KIE_STORED, WalletChoice(KIE_WALLET)),
        (None, None, None, OTHER_STORED, WalletChoice(STORED)),
        (None, "", "  ", NOTHING_STORED, WalletChoice(SANDBOX_WALLET)),
        (None, "", "", OTHER_STORED, WalletChoice(STORED)),
        # A key alone means Kie, and is never sent to the stored base.
        (None, None, "k1", NOTHING_STORED, WalletChoice(KIE_WALLET, "k1")),
        (None, None, "k1\n", OTHER_STORED, WalletChoice(KIE_WALLET, "k1")),
        # A base alone needs that base's own entry, whatever is stored for another.
        (None, "https://other.example/", None, KIE_STORED, WalletChoice(OTHER)),
        (None, "https://other.example/api/v1", "k1", KIE_STORED, WalletChoice(OTHER, "k1")),
        # The option decides before everything else.
        ("sandbox", "https://other.example", "k1", KIE_STORED, WalletChoice(SANDBOX_WALLET)),
        ("sandbox", "not an address", "k1", NOTHING_STORED, WalletChoice(SANDBOX_WALLET)),
        ("kie", None, None, NOTHING_STORED, WalletChoice(KIE_WALLET)),
        ("kie", None, None, OTHER_STORED, WalletChoice(KIE_WALLET)),
        ("kie", None, "k1", NOTHING_STORED, WalletChoice(KIE_WALLET, "k1")),
        ("kie", "https://other.example", "k1", NOTHING_STORED, WalletChoice(OTHER, "k1")),
        ("kie", "https://other.example", None, NOTHING_STORED, WalletChoice(OTHER)),
    ],
)
def test_the_wallet_is_chosen_by_the_table(
    provider: str | None,
    base: str | None,
    key: str | None,
    settings: Settings,
    chosen: WalletChoice,
) -> None:
    assert choose_wallet(provider, base, key, settings, VENDORS) == chosen


TOY = toy_vendor()
WITH_TOY = with_toy()
TOY_BASE = "https://films.other.example"
TOY_KNOWN = remembered(KIE_STORED, TOY.wallet_at(TOY_BASE))


@pytest.mark.parametrize(
    ("provider", "base", "key", "settings", "chosen"),
    [
        (None, None, None, TOY_KNOWN, WalletChoice(TOY.wallet_at(TOY_BASE))),
        (None, None, None, forgotten(TOY_KNOWN, TOY_BASE), WalletChoice(SANDBOX_WALLET)),
        # A key or an unknown server alone is the usual vendor's, whatever is stored.
        (None, None, "k1", TOY_KNOWN, WalletChoice(KIE_WALLET, "k1")),
        (None, "https://other.example", "k1", TOY_KNOWN, WalletChoice(OTHER, "k1")),
        # One whose key was kept, or that is a vendor's own, is spoken to as that vendor is.
        (None, TOY_BASE, "k1", TOY_KNOWN, WalletChoice(TOY.wallet_at(TOY_BASE), "k1")),
        (None, TOY.api_base, None, NOTHING_STORED, WalletChoice(TOY.wallet)),
        ("toy", None, "k1", KIE_STORED, WalletChoice(TOY.wallet, "k1")),
        ("toy", TOY_BASE, "k1", KIE_STORED, WalletChoice(TOY.wallet_at(TOY_BASE), "k1")),
        ("kie", None, None, TOY_KNOWN, WalletChoice(KIE_WALLET)),
    ],
)
def test_a_further_vendor_has_its_own_wallets(
    provider: str | None,
    base: str | None,
    key: str | None,
    settings: Settings,
    chosen: WalletChoice,
) -> None:
    assert choose_wallet(provider, base, key, settings, WITH_TOY) == chosen


def test_a_wallet_of_a_vendor_that_is_gone_is_not_opened_as_anothers() -> None:
    assert choose_wallet(None, None, None, TOY_KNOWN, VENDORS) == WalletChoice(SANDBOX_WALLET)


def test_whose_server_it_is_outlives_the_program(tmp_path: Path) -> None:
    save_settings(tmp_path / "settings.json", TOY_KNOWN)
    assert load_settings(tmp_path / "settings.json") == TOY_KNOWN
    known = known_keyed_wallets(TOY_KNOWN, WITH_TOY)
    assert known == (TOY.wallet_at(TOY_BASE),)


@pytest.mark.parametrize("base", ["http://other.example", "ftp://x", "https://u:p@other.example"])
def test_a_base_that_may_not_get_a_key_is_refused(base: str) -> None:
    with pytest.raises(ApiBaseRefusedError):
        choose_wallet(None, base, "k1", NOTHING_STORED, VENDORS)


def test_a_choice_does_not_show_its_key() -> None:
    assert "canary" not in repr(WalletChoice(KIE_WALLET, "canary"))
