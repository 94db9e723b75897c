from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.gallery.cards import card
from tests.ui.gallery.conftest import Gallery
from videogen_desktop.domain.errors import MaintenanceError
from videogen_desktop.domain.input_file import UploadFailure
from videogen_desktop.domain.ledger import Charge
from videogen_desktop.domain.states import REASONS, Origin, Reason, VideoState
from videogen_desktop.domain.text import beginning
from videogen_desktop.ui import charges
from videogen_desktop.ui.gallery import row_words, wording
from videogen_desktop.ui.gallery.actions import CardAction, face_of
from videogen_desktop.ui.gallery.card_text import cut_lines
from videogen_desktop.ui.gallery.failure_wording import failure_headline
from videogen_desktop.ui.library.wording import shown_name
from videogen_desktop.ui.plain_label import plain_tooltip
from videogen_desktop.ui.text_format import age_label, one_line

HOUR = 3_600_000


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (-5_000, "Just now"),
        (-23 * HOUR, "Just now"),
        (-25 * HOUR, "date unknown"),
        (1_700_000_000_000, "date unknown"),
        (1 << 63, "date unknown"),
        (59_000, "Just now"),
        (5 * 60_000, "5 min ago"),
        (3 * HOUR, "3 h ago"),
        (50 * HOUR, "2 d ago"),
    ],
)
def test_an_age_is_told_in_its_largest_unit(age: int, words: str) -> None:
    now = 1_700_000_000_000
    assert age_label(now - age, now) == words


def test_a_video_of_pictures_alone_has_a_name_as_well() -> None:
    item = card("a")
    item = replace(item, video=replace(item.video, request=replace(item.video.request, prompt=" ")))
    assert wording.title(item) == "No prompt"
    assert row_words.accessible_name(item).startswith("No prompt, ")


def test_every_failure_says_what_happened_and_what_it_cost() -> None:
    for state, reasons in REASONS.items():
        for reason in reasons:
            item = card("a", state=state, reason=reason)
            assert failure_headline(item)
            assert charges.cost(item)


@pytest.mark.parametrize(
    ("charge", "on_card", "at_length"),
    [
        (Charge(0, 0), "No credits were charged.", "No credits were charged."),
        (Charge(0, 0, is_refunded=True), "Your credits were refunded.", "refunded"),
        (Charge(0, 30_00, is_refunded=True), "Credits were charged.", "Credits were charged."),
        (Charge(100_00, 0), "Credits may have been charged.", "not sent again"),
        (None, "cannot be read at the moment", "cannot be read at the moment"),
    ],
)
@pytest.mark.parametrize("reason", REASONS[VideoState.FAILED])
def test_the_window_says_of_money_what_the_ledgers_rows_say(
    reason: Reason, charge: Charge | None, on_card: str, at_length: str
) -> None:
    failed = replace(card("a", state=VideoState.FAILED, reason=reason), charge=charge)
    assert on_card in charges.cost(failed)
    assert at_length in charges.standing(failed)
    assert at_length in charges.after_failure(failed)


def test_of_an_unknown_price_the_window_says_what_comes_back() -> None:
    charge = Charge(0, 100_00, is_at_most=True)
    running = replace(card("a", state=VideoState.PROCESSING), charge=charge)
    running = replace(running, vendor_title="Kie")
    assert "set aside; what Kie does not take comes back" in charges.standing(running)


def test_nothing_is_said_of_the_money_of_a_clip_that_was_found() -> None:
    for state, reasons in REASONS.items():
        for reason in reasons:
            found = card("a", state=state, reason=reason)
            found = replace(found, video=replace(found.video, origin=Origin.RESCUED), charge=None)
            assert charges.cost(found) == charges.standing(found) == ""
            assert charges.total(found) == "0 credits"


def test_the_content_filter_is_named() -> None:
    failed = card(
        "a",
        state=VideoState.FAILED,
        reason=Reason.PROVIDER_FAILED,
        failure_code="SENSITIVE_WORD_ERROR",
    )
    assert "content filter" in failure_headline(failed)
    assert "refunded" in charges.cost(failed)


def test_each_reason_why_a_file_did_not_leave_has_a_headline_of_its_own() -> None:
    said = set()
    for failure in (*UploadFailure, "proxy", None):
        failed = card("a", state=VideoState.FAILED, reason=Reason.NOT_SENT, failure_code=failure)
        said.add(failure_headline(failed))
    assert len(said) == len(UploadFailure) + 2
    refused = card("a", state=VideoState.FAILED, reason=Reason.REFUSED, failure_code="451")
    assert "could not fetch a file" in failure_headline(refused)


def test_the_vendor_is_called_by_its_name_where_that_is_known() -> None:
    failed = card("a", state=VideoState.FAILED, reason=Reason.PROVIDER_FAILED)
    assert failure_headline(failed) == "The provider could not make the video."
    assert failure_headline(replace(failed, vendor_title="Kie")) == "Kie could not make the video."
    error = MaintenanceError()
    assert wording.trouble(error) == "The provider has problems"
    error.vendor = "Kie"
    assert wording.trouble(error) == "Kie has problems"


def test_a_proxy_that_lets_nothing_through_is_named() -> None:
    failed = card("a", state=VideoState.FAILED, reason=Reason.NOT_SENT, failure_code="proxy")
    assert "proxy" in failure_headline(failed)


def test_a_prompt_is_one_plain_line_that_cannot_reorder_its_card() -> None:
    assert one_line("a\n\tb\u202ec\u2066 <b>d</b>") == "a b c <b>d</b>"
    assert len(one_line("x" * 5_000)) <= 400


def test_no_two_things_that_a_card_can_do_look_the_same() -> None:
    """Making a clip again from its prompt looked like playing it again."""
    icons = [face_of(action).icon for action in CardAction]
    assert len(set(icons)) == len(icons)
    assert "rotate-ccw" not in icons  # the player's: once more from the beginning


FAMILY = "👨\u200d👩\u200d👧\u200d👦"


def test_no_text_of_the_window_ends_within_an_emoji(qtbot: QtBot) -> None:
    """A family cut after its second joiner is two other people."""
    flag = "🇻🇳"
    for letters in range(30, 44):
        text = "a" * letters + FAMILY * 3
        for cut in (
            one_line(text, letters + 5),
            shown_name(text),
            beginning(text, letters + 8),
        ):
            assert cut.strip("a…").replace(FAMILY, "") == ""
    font = QApplication.font()
    for width in range(30, 200, 7):
        lines = cut_lines((FAMILY + flag) * 12, font, width, 2)
        assert "".join(lines).replace(FAMILY, "").replace(flag, "").strip("…") == ""


@pytest.mark.parametrize(
    "broken",
    ["\uffff", "\ufdd0", "\U0010fffe", "\ud83d", "\udc00", "\0", "\x1b", "\x9f"],
    ids=ascii,
)
def test_a_broken_character_is_seen_and_takes_no_card_with_it(
    gallery: Gallery, broken: str
) -> None:
    """The exception of a half pair left the whole card empty, at each painting."""
    broken_one, empty = card("b", prompt=f"Mèo{broken} con"), card("c", prompt="")
    gallery.show(broken_one, empty)
    assert wording.title(broken_one) == "Mèo\ufffd con"
    assert plain_tooltip(broken_one.video.prompt).count("\ufffd") == 1
    assert _picture(gallery, 0) != _picture(gallery, 1)
    assert one_line(f"a{broken}" * 400).startswith("a\ufffda\ufffd")


def _picture(gallery: Gallery, row: int) -> QImage:
    """The part of a card that is its prompt."""
    view = gallery.view
    place = view.visualRect(gallery.model.index(row))
    place.setTop(place.bottom() - 60)
    return view.viewport().grab(place).toImage()
