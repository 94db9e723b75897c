"""What may be said of a video's money is read from the sums of its ledger rows."""

from dataclasses import replace

import pytest

from tests.charges import charge_for
from tests.ui.gallery.cards import card
from videogen_desktop.domain.charges import Verdict, verdict
from videogen_desktop.domain.ledger import Charge
from videogen_desktop.domain.states import REASONS, Origin, Reason, VideoState
from videogen_desktop.domain.video import HeldAnswer, LibraryItem

S, R, V = VideoState, Reason, Verdict
STANDINGS = [(state, reason) for state in S for reason in REASONS.get(state, frozenset({None}))]


def item(
    state: VideoState, reason: Reason | None = None, charge: Charge | None = None
) -> LibraryItem:
    return replace(card("a", state=state, reason=reason), charge=charge)


@pytest.mark.parametrize(
    ("state", "reason", "said"),
    [
        (S.RESERVED, None, V.WAITING),
        (S.SENDING, None, V.BEING_SENT),
        (S.UNCONFIRMED, R.SENT_UNKNOWN, V.UNCLEAR),
        (S.UNCONFIRMED, R.RECORD_GONE, V.DOUBTED),
        (S.PENDING, None, V.UNDER_WAY),
        (S.PROCESSING, None, V.UNDER_WAY),
        (S.COMPLETED, None, V.CHARGED),
        (S.CANCELLED, None, V.NOT_CHARGED),
        (S.FAILED, R.REFUSED, V.NOT_CHARGED),
        (S.FAILED, R.NOT_SENT, V.NOT_CHARGED),
        (S.FAILED, R.PROVIDER_FAILED, V.REFUNDED),
        (S.FAILED, R.RESULT_MISSING, V.REFUNDED),
        (S.FAILED, R.USER_CHARGED, V.CHARGED),
        (S.FAILED, R.USER_NOT_CHARGED, V.NOT_CHARGED),
    ],
)
def test_each_standing_has_its_verdict(
    state: VideoState, reason: Reason | None, said: Verdict
) -> None:
    assert verdict(card("a", state=state, reason=reason)) is said


@pytest.mark.parametrize(("state", "reason"), STANDINGS)
def test_the_rows_decide_and_not_the_state(state: VideoState, reason: Reason | None) -> None:
    """As in a library that was mended by hand, or that another version wrote."""
    assert verdict(item(state, reason, Charge(0, 0))) is V.NOT_CHARGED
    assert verdict(item(state, reason, Charge(0, 0, is_refunded=True))) is V.REFUNDED
    assert verdict(item(state, reason, Charge(100_00, 0))) in (V.WAITING, V.BEING_SENT, V.UNCLEAR)
    spent = verdict(item(state, reason, Charge(0, 30_00, is_refunded=True)))
    assert spent in (V.UNDER_WAY, V.DOUBTED, V.CHARGED)
    assert verdict(item(state, reason)) is V.UNREAD


def test_what_was_found_or_imported_moves_no_money() -> None:
    for origin in set(Origin) - {Origin.GENERATED}:
        found = card("a")
        found = replace(found, video=replace(found.video, origin=origin), charge=None)
        assert verdict(found) is V.NO_MONEY


def test_an_answer_that_is_not_written_down_yet_is_no_open_question() -> None:
    for charge in (Charge(100_00, 0), None):
        sending = item(S.SENDING, charge=charge)
        assert verdict(replace(sending, held=HeldAnswer("busy", "task-a"))) is V.TAKEN
        refused = replace(sending, held=HeldAnswer("busy"))
        assert verdict(refused) is (V.BEING_SENT if charge else V.UNREAD)


def test_a_request_without_a_video_was_not_charged() -> None:
    assert verdict(None) is V.NOT_CHARGED


def test_the_tests_own_charges_are_those_of_the_table() -> None:
    failed = card("a", state=S.FAILED, reason=R.PROVIDER_FAILED, consumed=30_00)
    assert charge_for(failed.video) == Charge(0, 30_00, is_refunded=True)
    assert charge_for(card("a", state=S.RESERVED).video) == Charge(100_00, 0)
