"""One grammar for task ids: whatever a provider answers, and whatever people paste."""

import pytest

from videogen_desktop.domain.tasks import LONGEST_ID, is_task_id, task_ids_in, task_ids_of_words


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "task 1 of 2",
        " a ",
        "tác-vụ-Đ",
        "任务",
        "a/b?c.d",
        "urn:x:1",
        "x" * LONGEST_ID,
        "a\u00a0b",
    ],
)
def test_what_can_be_stored_shown_and_sent_is_an_id(text: str) -> None:
    assert is_task_id(text)


@pytest.mark.parametrize(
    "text", ["", " ", "…", "a\nb", "a\0", "\ud800a", "\u202ea", "a\u200b", "x" * (LONGEST_ID + 1)]
)
def test_what_cannot_be_is_none(text: str) -> None:
    assert not is_task_id(text)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("a/b?c.d1", ("a/b?c.d1",)),
        ("x" * 300, ("x" * 300,)),
        ("Task: tác-vụ-1.", ("Task", "tác-vụ-1")),
        ('"task 1 of 2", "b,2"', ("task 1 of 2", "b,2")),
        ("taskId=abc&x", ("taskId", "abc", "x")),
        ("e\u0301a1", ("e\u0301a1",)),
    ],
)
def test_ids_are_pasted_as_they_are(text: str, ids: tuple[str, ...]) -> None:
    assert task_ids_in(text) == ids


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["task 1 of 2"], ("task 1 of 2",)),
        (["a1,b2", "a1"], ("a1", "b2")),
        (["a1\nb2"], ("a1", "b2")),
        (["a1", "b2"], ("a1", "b2")),
        ([" … "], ()),
    ],
)
def test_what_the_shell_kept_together_is_one_id(words: list[str], ids: tuple[str, ...]) -> None:
    assert task_ids_of_words(words) == ids
