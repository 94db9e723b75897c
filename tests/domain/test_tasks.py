"""One grammar for task ids: whatever a provider answers, and whatever people paste."""

import pytest

from videogen_desktop.domain.input_file import input_object
from videogen_desktop.domain.provider import TaskPhase, TaskRequest, TaskStatus
from videogen_desktop.domain.request import VideoRequest, canonical
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.tasks import (
    LONGEST_ID,
    differences,
    is_task_id,
    resembles,
    task_ids_in,
    task_ids_of_words,
)
from videogen_desktop.domain.video import Video

CAT, DOG = "ca" * 32, "d0" * 32
AT = {"https://files.example/cat": CAT, "https://files.example/dog": DOG}
CAT_URL, DOG_URL = AT


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


def _asked_with(*files: str) -> Video:
    body = canonical({"input": {"image_urls": [input_object(sha256) for sha256 in files]}})
    return Video(
        id="0" * 36,
        wallet_id="1" * 36,
        request=VideoRequest("a-model", "Một con mèo"),
        price=100,
        request_sha256="",
        state=VideoState.SENDING,
        created_at=0,
        updated_at=0,
        revision=1,
        body=body,
    )


def _names(*addresses: str, prompt: str | None = "Một con mèo") -> TaskStatus:
    asked = TaskRequest("a-model", prompt, addresses=addresses)
    return TaskStatus(TaskPhase.QUEUED, asked=asked)


@pytest.mark.parametrize(
    ("files", "status", "is_alike"),
    [
        ((CAT,), _names(CAT_URL), True),
        ((CAT, DOG), _names(DOG_URL, CAT_URL), True),
        ((), _names(), True),
        # Nobody knows any more what lay there, or it was no upload of ours.
        ((CAT,), _names("https://files.example/gone"), True),
        ((CAT, DOG), _names(CAT_URL, "https://files.example/gone"), True),
        ((), _names("https://elsewhere.example/a.png"), True),
        ((CAT,), _names(prompt=None), True),
        ((CAT,), _names(DOG_URL), False),
        ((CAT,), _names(CAT_URL, DOG_URL), False),
        ((CAT, DOG), _names(CAT_URL), False),
        ((), _names(CAT_URL), False),
        ((CAT,), _names(), False),
        ((CAT,), _names(DOG_URL, "https://files.example/gone"), False),
    ],
)
def test_an_uploaded_file_is_the_one_that_was_asked_for_whatever_its_address(
    files: tuple[str, ...], status: TaskStatus, is_alike: bool
) -> None:
    video = _asked_with(*files)
    assert differences(video, status, AT) == (() if is_alike else ("files",))
    if status.asked and status.asked.prompt:
        assert resembles(video, status, AT) is is_alike
