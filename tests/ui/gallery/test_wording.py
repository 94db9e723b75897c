import re
from pathlib import Path

import pytest

import videogen_desktop.ui.gallery as package
from tests.ui.gallery.cards import card
from videogen_desktop.domain.states import REASONS, Reason, VideoState
from videogen_desktop.ui import charges
from videogen_desktop.ui.gallery import failure_wording, wording
from videogen_desktop.ui.gallery.actions import CardAction, face_of

HOUR = 3_600_000


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (-5_000, "Just now"),
        (59_000, "Just now"),
        (5 * 60_000, "5 min ago"),
        (3 * HOUR, "3 h ago"),
        (50 * HOUR, "2 d ago"),
    ],
)
def test_an_age_is_told_in_its_largest_unit(age: int, words: str) -> None:
    now = 1_700_000_000_000
    assert wording.age_label(now - age, now) == words


def test_every_failure_says_what_happened_and_what_it_cost() -> None:
    for state, reasons in REASONS.items():
        for reason in reasons:
            video = card("a", state=state, reason=reason).video
            assert failure_wording.headline(video)
            assert charges.cost(video)


def test_the_content_filter_is_named() -> None:
    failed = card(
        "a",
        state=VideoState.FAILED,
        reason=Reason.PROVIDER_FAILED,
        failure_code="SENSITIVE_WORD_ERROR",
    )
    assert "content filter" in failure_wording.headline(failed.video)
    assert "refunded" in charges.cost(failed.video)


def test_a_proxy_that_lets_nothing_through_is_named() -> None:
    failed = card("a", state=VideoState.FAILED, reason=Reason.NOT_SENT, failure_code="proxy")
    assert "proxy" in failure_wording.headline(failed.video)


def test_a_prompt_is_one_plain_line_that_cannot_reorder_its_card() -> None:
    assert wording.one_line("a\n\tb\u202ec\u2066 <b>d</b>") == "a b c <b>d</b>"
    assert len(wording.one_line("x" * 5_000)) <= 400


def test_every_sentence_has_its_vietnamese_beside_it() -> None:
    folder = Path(package.__path__[0])
    call = re.compile(r"QCoreApplication\.translate\(")
    for path in folder.glob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if call.search(line):
                above = lines[max(0, number - 2) : number]
                assert any(text.strip().startswith("#: vi: ") for text in above), (path, number)


def test_no_two_things_that_a_card_can_do_look_the_same() -> None:
    """Making a clip again from its prompt looked like playing it again."""
    icons = [face_of(action).icon for action in CardAction]
    assert len(set(icons)) == len(icons)
    assert "rotate-ccw" not in icons  # the player's: once more from the beginning
