"""A request that was laid down is one engine run's, and is taken once."""

from dataclasses import replace

import pytest

from tests.requests import SANDBOX_WALLET, a_request
from videogen_desktop.domain.errors import NotEnoughCreditsError
from videogen_desktop.domain.handover import Handover, HandoverRefusedError
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.storage.handover_rows import heard_refusal
from videogen_desktop.storage.library import SqliteLibrary

ID = "00000000-0000-4000-8000-00000000aaaa"
ASKED = Handover(
    *(ID, "run-1", "terminal"),
    replace(a_request(), inputs={"first_frame": ("a" * 64,)}, parent=ID),
    *(False, 1),
)


def test_a_request_is_taken_once_and_offered_no_more(library: SqliteLibrary) -> None:
    with library.writing() as rows:
        rows.handovers.ask(ASKED)
        assert rows.handovers.waiting("run-1") == (ASKED,)
        assert rows.handovers.take(ID, 5)
        assert rows.handovers.waiting("run-1") == ()
        assert not rows.handovers.take(ID, 6)


def test_what_was_taken_back_or_refused_is_not_wanted(library: SqliteLibrary) -> None:
    with library.writing() as rows:
        assert not rows.handovers.is_wanted(ID, "run-1")
        rows.handovers.ask(ASKED)
        assert rows.handovers.is_wanted(ID, "run-1")
        assert not rows.handovers.is_wanted(ID, "run-2")
        assert rows.handovers.withdraw(ID)
        assert not rows.handovers.is_wanted(ID, "run-1")
        rows.handovers.ask(ASKED)
        rows.handovers.refuse(ID, NotEnoughCreditsError(1, 2), 7)
        assert not rows.handovers.is_wanted(ID, "run-1")
        assert rows.handovers.waiting("run-1") == ()


def test_a_new_run_leaves_a_refusal_for_who_has_not_heard_it_for_a_day(
    library: SqliteLibrary,
) -> None:
    wallet = Wallet("00000000-0000-4000-8000-000000000001", SANDBOX_WALLET)
    with library.writing() as rows:
        rows.wallets.add(wallet, 1)
        rows.handovers.ask(ASKED)
        rows.handovers.refuse(ID, NotEnoughCreditsError(1, 2), 7)
        rows.handovers.begin_run("run-2", wallet.id, 9)
        assert isinstance(rows.handovers.refusal(ID), NotEnoughCreditsError)
        rows.handovers.begin_run("run-3", wallet.id, 2 * 86_400_000)
        assert rows.handovers.refusal(ID) is None


def test_a_new_run_finds_nothing_that_was_asked_of_another(library: SqliteLibrary) -> None:
    wallet = Wallet("00000000-0000-4000-8000-000000000001", SANDBOX_WALLET)
    with library.writing() as rows:
        rows.handovers.ask(ASKED)
        rows.handovers.ask(replace(ASKED, id=ID.replace("a", "b"), run_id="run-2"))
        rows.wallets.add(wallet, 1)
        rows.handovers.begin_run("run-2", wallet.id, 9)
        assert rows.handovers.waiting("run-1") == rows.handovers.waiting("run-2") == ()
        assert not rows.handovers.is_wanted(ID, "run-1")


@pytest.mark.parametrize("stored", ["", "{}", "[]", '["NotEnoughCreditsError"]', "[" * 9_000])
def test_a_refusal_that_nobody_understands_is_one_all_the_same(stored: str) -> None:
    error = heard_refusal(stored)
    assert isinstance(error, HandoverRefusedError)
    assert error.kind == "unreadable"
