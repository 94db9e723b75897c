"""The words in which two texts differ, and the sentences for a helper that gave none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.domain.errors import TextHelperError
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.prompts.difference import differences
from videogen_desktop.ui.prompts.rewriting_dialog import helper_problem
from videogen_desktop.ui.translation import Translation

REASONS = (
    *("off", "trial_only", "no_model", "unreachable", "late", "cut", "key", "not_found"),
    *("busy", "refused", "server", "moved", "garbage", "too_much", "empty"),
)


def test_words_that_are_new_are_marked_and_the_rest_is_not() -> None:
    before, after = differences("Một con mèo chạy", "Một con mèo nhỏ chạy, nắng sớm")
    assert [part.text.strip() for part in after if part.is_other] == ["nhỏ", ", nắng sớm"]
    assert not any(part.is_other for part in before)


def test_another_language_is_not_marked_word_for_word() -> None:
    before, after = differences("Một con mèo trên bãi biển", "A cat on the beach")
    assert not any(part.is_other for part in (*before, *after))


@given(st.text(), st.text())
def test_all_parts_together_are_the_text(before: str, after: str) -> None:
    left, right = differences(before, after)
    assert "".join(part.text for part in left) == before
    assert "".join(part.text for part in right) == after


@pytest.mark.parametrize("reason", REASONS)
def test_each_way_of_giving_no_text_has_its_own_sentence_in_vietnamese(
    reason: str, language: Translation
) -> None:
    said = helper_problem(TextHelperError(reason))
    assert not said.isascii(), "in Vietnamese"
    assert said != error_text(TextHelperError(reason))
    assert said not in {helper_problem(TextHelperError(one)) for one in REASONS if one != reason}
