"""What standard output shows: times, amounts, ids and tables."""

import json
import os
import struct
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.requests import KIE_WALLET, SANDBOX_WALLET, VENDORS
from tests.storage.filled_library import new_video
from videogen_desktop.cli.output import (
    credits_text,
    local_time,
    option_words,
    print_table,
    rfc3339,
    short_ids,
    video_object,
)
from videogen_desktop.domain.request import VideoRequest, frozen_value
from videogen_desktop.domain.wallet import WalletKey

IDS = st.lists(st.uuids(version=4).map(str), unique=True)


def test_times_are_rfc_3339_in_utc_with_milliseconds() -> None:
    assert rfc3339(1_795_372_800_007) == "2026-11-22T18:40:00.007Z"
    assert rfc3339(1) == "1970-01-01T00:00:00.001Z"
    assert rfc3339(None) is None


@pytest.mark.parametrize("at", [0, -1, (1 << 53) - 1, (1 << 63) - 1, -(1 << 63)])
def test_a_number_that_no_calendar_has_is_no_time_and_an_unknown_date(at: int) -> None:
    """A clip tagged with 2^53-1 milliseconds ended `list --json` until it was deleted."""
    assert rfc3339(at) is None
    assert local_time(at) == "date unknown"


def test_amounts_are_credits() -> None:
    assert credits_text(100_00) == "100"
    assert credits_text(14_40) == "14.4"
    assert credits_text(-100_00, signed=True) == "-100"
    assert credits_text(100_00, signed=True) == "+100"


def test_wallets_are_named_for_people() -> None:
    assert VENDORS.wallet_name(SANDBOX_WALLET) == "sandbox"
    assert VENDORS.wallet_name(KIE_WALLET) == "kie"
    other = WalletKey("kie", "https://other.example")
    assert VENDORS.wallet_name(other) == "https://other.example"


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


FAMILY = "👨\u200d👩\u200d👧\u200d👦"


def test_an_emoji_is_whole_in_a_list_and_two_columns_wide(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_table(
        ("PROMPT", "ID"), [(FAMILY, "a"), ("🇻🇳 e\u0302\u0301", "b"), ("🫨\uffff\u202e", "c")]
    )
    assert capsys.readouterr().out.splitlines() == [
        "PROMPT  ID",
        f"{FAMILY}      a",
        "🇻🇳 e\u0302\u0301    b",
        "🫨      c",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_a_list_on_a_narrow_terminal_tears_no_emoji_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import fcntl
    import pty
    import termios

    for columns in range(24, 44):
        reader, writer = pty.openpty()
        fcntl.ioctl(writer, termios.TIOCSWINSZ, struct.pack("4H", 24, columns, 0, 0))
        with os.fdopen(writer, "w", encoding="utf-8") as terminal:
            monkeypatch.setattr(sys, "stdout", terminal)
            print_table(("I", "PROMPT"), [("a", (FAMILY + "🇻🇳") * 20)])
            shown = os.read(reader, 4096).decode().splitlines()[1]
        os.close(reader)
        prompt = shown.removeprefix("a  ")
        assert prompt.replace(FAMILY, "").replace("🇻🇳", "") == "…"
        # Each of them is two columns wide, and what is left would hold no further one.
        assert columns - 2 <= 3 + 2 * (prompt.count(FAMILY) + prompt.count("🇻🇳")) + 1 <= columns


def test_a_list_of_shots_is_json_for_scripts_and_one_line_for_people() -> None:
    """Lists are kept frozen, which JSON cannot write: it ended `list --json`."""
    shots = frozen_value([{"prompt": "một", "duration": 3}])
    options = {"multi_prompt": shots, "audio": True}
    video = replace(new_video("w"), request=VideoRequest("m", "p", options))
    shown = json.loads(json.dumps(video_object(video, None, None)))
    assert shown["options"] == {"multi_prompt": [{"prompt": "một", "duration": 3}], "audio": True}
    assert option_words(options) == 'multi_prompt [{"duration":3,"prompt":"một"}], audio on'
