"""The owner's limits and the drift, as the terminal shows them."""

import json
import sqlite3
from collections.abc import Callable

import pytest

from tests.cli.conftest import Videogen
from videogen_desktop.cli.ledger import drift_line
from videogen_desktop.domain.reconciliation import CONFIRM_AFTER_MS, Drift
from videogen_desktop.storage.directories import Directories

Faults = Callable[..., None]


@pytest.fixture(autouse=True)
def slow_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long a command takes here, the one before it was a moment ago."""
    monkeypatch.setattr("videogen_desktop.services.spend_guards.REPEAT_WITHIN_MS", 3_600_000)


def limit(places: Directories, **limits: object) -> None:
    places.settings.parent.mkdir(parents=True, exist_ok=True)
    settings = {"version": 1, "spend_guards": {"sandbox": limits}}
    places.settings.write_text(json.dumps(settings), encoding="utf-8")


@pytest.mark.parametrize("period", ["day", "month"])
def test_a_cap_ends_with_6_before_anything_is_reserved(
    videogen: Videogen, places: Directories, period: str
) -> None:
    limit(places, **{f"{period}_cap": 150_00})
    assert videogen("generate", "Một").code == 0
    run = videogen("generate", "Hai", "--json")
    assert run.code == 6
    assert f"cap of 150 a {period}" in run.json["error"]
    assert "Nothing was charged" in run.json["error"]
    assert len(videogen("list", "--json").json["videos"]) == 1


@pytest.mark.parametrize("cap", ["150", {}, -5, 1.5])
def test_a_cap_that_cannot_be_read_stops_spending_until_it_is_set_again(
    videogen: Videogen, places: Directories, cap: object
) -> None:
    limit(places, day_cap=cap)
    assert "spend_guards start afresh" in videogen("generate", "Một").err
    for _ in range(2):
        run = videogen("generate", "Một", "--yes", "--provider", "sandbox", "--json")
        assert run.code == 6
        assert "spending limits" in run.json["error"]
        assert "Nothing was charged" in run.json["error"]
    assert videogen("list", "--json").json["videos"] == []
    limit(places, day_cap=150_00)
    assert videogen("generate", "Một").code == 0


def test_the_same_prompt_under_way_needs_a_yes(
    videogen: Videogen, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults("lost-answer:1")
    first = videogen("generate", "Một", "--json")
    assert first.code == 5
    again = videogen("generate", "Một", "--json")
    assert again.code == 2
    assert first.json["id"] in again.json["error"] and "--yes" in again.json["error"]
    asked: list[str] = []

    def no(question: str) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr("videogen_desktop.cli.generate.asks_yes", no)
    assert videogen("generate", "Một").code == 2
    assert len(asked) == 1 and first.json["id"] in asked[0]
    faults()
    assert videogen("generate", "Một", "--yes", "--no-wait").code == 0
    assert len(videogen("list", "--json").json["videos"]) == 2
    monkeypatch.setattr("videogen_desktop.cli.generate.asks_yes", lambda question: True)
    assert videogen("generate", "Một", "--no-wait").code == 0
    assert len(videogen("list", "--json").json["videos"]) == 3


def test_what_the_ledger_does_not_explain_is_one_line_until_it_is_posted(
    videogen: Videogen, places: Directories
) -> None:
    assert videogen("generate", "Một").code == 0
    before = videogen("ledger", "--json").json["wallets"][0]
    assert before["unexplained"] is None
    with sqlite3.connect(places.local_server("sandbox") / "sandbox.sqlite") as books:
        books.execute("UPDATE meta SET value = '970000' WHERE name = 'opening'")
    books.close()
    balance = videogen("account", "balance", "--json").json
    assert (balance["available"], balance["provider_balance"]) == (9900, 9600)
    assert balance["unexplained"]["amount"] == -300
    wallet = videogen("ledger", "--json").json["wallets"][0]
    assert (wallet["available"], wallet["provider_balance"]) == (9900, 9600)
    assert wallet["unexplained"] == balance["unexplained"]
    shown = [line for line in videogen("ledger").out.splitlines() if "Unexplained" in line]
    assert len(shown) == 1 and "-300 credits since" in shown[0]
    assert "Unexplained: -300" in videogen("account", "balance").out
    # As if a minute had passed since it was first seen.
    library = sqlite3.connect(places.database)
    with library:
        library.execute(
            "UPDATE balance_reading SET drift_since = drift_since - ?", (CONFIRM_AFTER_MS,)
        )
    library.close()
    assert videogen("account", "balance", "--json").json == {
        "wallet": "sandbox",
        "available": 9600,
        "worth": None,
        "held": 0,
        "provider_balance": 9600,
        "unexplained": None,
    }
    wallet = videogen("ledger", "--json").json["wallets"][0]
    assert (wallet["entries"][-1]["kind"], wallet["entries"][-1]["amount"]) == ("reconcile", -300)
    assert wallet["unexplained"] is None
    assert videogen("verify").code == 0


@pytest.mark.parametrize(
    ("seconds", "age"),
    [(5, "less than a minute"), (61, "1 minute"), (7_300, "2 hours"), (200_000, "2 days")],
)
def test_an_age_is_said_in_its_largest_unit(seconds: int, age: str) -> None:
    line = drift_line(Drift(-300_00, 0, 0), now_ms=seconds * 1000)
    assert line.startswith("Unexplained: -300 credits since ")
    assert line.endswith(f"({age}).")
