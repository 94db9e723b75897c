"""What standard output shows: times, amounts, ids and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.cli.output import (
    credits_text,
    print_table,
    rfc3339,
    short_ids,
    wallet_name,
)
from videogen_desktop.domain.wallet import KIE_WALLET, SANDBOX_WALLET, WalletKey

IDS = st.lists(st.uuids(version=4).map(str), unique=True)


def test_times_are_rfc_3339_in_utc_with_milliseconds() -> None:
    assert rfc3339(1_795_372_800_007) == "2026-11-22T18:40:00.007Z"
    assert rfc3339(0) == "1970-01-01T00:00:00.000Z"
    assert rfc3339(None) is None


def test_amounts_are_credits() -> None:
    assert credits_text(100_00) == "100"
    assert credits_text(14_40) == "14.4"
    assert credits_text(-100_00, signed=True) == "-100"
    assert credits_text(100_00, signed=True) == "+100"


def test_wallets_are_named_for_people() -> None:
    assert wallet_name(SANDBOX_WALLET) == "sandbox"
    assert wallet_name(KIE_WALLET) == "kie"
    assert wallet_name(WalletKey("kie", "https://other.example")) == "https://other.example"


@given(IDS)
def test_short_ids_are_prefixes_that_tell_all_videos_apart(video_ids: list[str]) -> None:
    short = short_ids(video_ids)
    assert len(set(short.values())) == len(video_ids)
    assert all(video_id.startswith(short[video_id]) for video_id in video_ids)


def test_ids_that_begin_alike_are_shown_longer() -> None:
    assert set(short_ids(["aaaaaaaa-1", "aaaaaaaa-2"]).values()) == {"aaaaaaaa-1", "aaaaaaaa-2"}


def test_columns_are_aligned_and_nothing_commands_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_table(("ID", "PROMPT"), [("a", "x\x1b]0;owned\x07y"), ("longer", "z")])
    assert capsys.readouterr().out == "ID      PROMPT\na       x ]0;owned y\nlonger  z\n"
