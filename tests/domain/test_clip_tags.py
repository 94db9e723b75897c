"""What a clip says about itself, written and read back."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from videogen_desktop.domain.clip_tags import (
    APPLICATION,
    COMMENT_CHARACTERS,
    ClipTags,
    parse_comment,
)
from videogen_desktop.domain.request import VideoRequest

TAGS = ClipTags(
    video_id="6b6f0a2e-0000-4000-8000-000000000001",
    request=VideoRequest(
        "sandbox/video-1",
        "Một con mèo\nchơi với cuộn len",
        {"aspect_ratio": "portrait", "duration": 10},
        {"first_frame": ("ab" * 32,)},
        {"later": [1]},
        "0a0b0c0d-0000-4000-8000-000000000000",
    ),
    provider="sandbox",
    task_id="task-1",
    cost=14_40,
    created_at=1_795_000_000_000,
)


# As a version before requests were one value wrote it.
EARLIER = {
    **{"application": APPLICATION, "version": 1, "video_id": TAGS.video_id, "prompt": "mèo"},
    **{"aspect": "portrait", "model": "veo-3-1", "provider": "kie", "task_id": "t"},
    **{"cost_credits": 60, "created_at_ms": 5},
}


def _with_request(**changes: object) -> dict[str, object]:
    stored = json.loads(TAGS.comment)
    return {**stored, "request": stored["request"] | changes}


def test_the_tags_of_an_earlier_version_are_read() -> None:
    request = VideoRequest("veo-3-1", "mèo", {"aspect_ratio": "portrait"})
    expected = ClipTags(TAGS.video_id, request, "kie", "t", 60_00, 5)
    assert parse_comment(json.dumps(EARLIER)) == expected


@pytest.mark.parametrize(
    "change", [{"prompt": " "}, {"aspect": 5}, {"aspect": ""}, {"model": ""}, {"model": "tiếng"}]
)
def test_an_earlier_comment_that_no_version_wrote_is_no_tags(change: dict[str, object]) -> None:
    assert parse_comment(json.dumps(EARLIER | change)) is None


def test_tags_come_back_as_they_were() -> None:
    assert parse_comment(TAGS.comment) == TAGS
    assert TAGS.title == "Một con mèo chơi với cuộn len"
    assert json.loads(TAGS.comment)["cost_credits"] == 14.4


def test_a_long_prompt_is_whole_in_the_comment_and_cut_in_the_title() -> None:
    tags = ClipTags("a", VideoRequest("m", "mèo " * 1000), "kie")
    assert len(tags.title) == 250
    found = parse_comment(tags.comment)
    assert found is not None
    assert found.request == tags.request


def test_a_newer_version_is_read_as_far_as_it_is_known() -> None:
    stored = json.loads(TAGS.comment) | {"version": 9, "new": [1, 2]}
    assert parse_comment(json.dumps(stored)) == TAGS


def test_a_comment_of_absurd_length_is_not_looked_into() -> None:
    stored = json.loads(TAGS.comment)
    assert parse_comment(json.dumps(stored | {"new": "x" * 90_000})) == TAGS
    assert parse_comment(json.dumps(stored | {"new": "x" * COMMENT_CHARACTERS})) is None


@pytest.mark.parametrize("prompt", ["\0", "\ud800", " \0\n"])
def test_a_prompt_of_which_nothing_can_be_kept_is_no_tags(prompt: str) -> None:
    assert parse_comment(json.dumps(_with_request(prompt=prompt))) is None


@pytest.mark.parametrize(
    "change",
    [
        {"application": "Another"},
        _with_request(prompt=" "),
        _with_request(prompt=5),
        _with_request(options=[]),
        _with_request(options={"duration": None}),
        _with_request(options={"duration": float("nan")}),
        _with_request(options={"duration": "\ud800"}),
        _with_request(inputs={"first_frame": "abc"}),
        _with_request(model=""),
        _with_request(model="tiếng"),
        {"request": None},
        {"task_id": "a" * 2001},
        {"cost_credits": -1},
        {"cost_credits": True},
        {"cost_credits": 1e300},
        {"video_id": None},
    ],
)
def test_a_comment_that_no_version_wrote_is_no_tags(change: dict[str, object]) -> None:
    assert parse_comment(json.dumps(json.loads(TAGS.comment) | change)) is None


@pytest.mark.parametrize(
    "moment",
    (
        *("9007199254740991", "-1", "-9223372036854775808", "1" * 400),
        *("1e400", "NaN", "-Infinity", "1.5", '"now"', "null", "true", "[]"),
    ),
)
def test_a_date_that_none_is_costs_the_date_alone(moment: str) -> None:
    """With -1 or 1.5 there the clip said nothing of itself: no prompt, no model, no task."""
    comment = TAGS.comment.replace(str(TAGS.created_at), moment)
    assert parse_comment(comment) == replace(TAGS, created_at=0)


@pytest.mark.parametrize("comment", ["", "a holiday film", "[]", "null", "[" * 50_000, "NaN"])
def test_any_other_comment_is_no_tags(comment: str) -> None:
    assert parse_comment(comment) is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@settings(max_examples=40)
@given(
    st.dictionaries(st.sampled_from(sorted(json.loads(TAGS.comment))), _JSON),
)
def test_whatever_a_file_says_nothing_is_raised(changes: dict[str, object]) -> None:
    stored = json.loads(TAGS.comment) | changes | {"application": APPLICATION}
    found = parse_comment(json.dumps(stored))
    assert found is None or (found.request.prompt and found.cost >= 0)


def test_nothing_in_the_tags_names_the_account_or_the_server() -> None:
    assert set(json.loads(TAGS.comment)) == {
        "application",
        "version",
        "video_id",
        "request",
        "provider",
        "task_id",
        "cost_credits",
        "created_at_ms",
    }


def test_a_title_of_ones_own_is_the_files_and_comes_back() -> None:
    named = replace(TAGS, own_title="Mèo bên cửa sổ")
    assert named.title == "Mèo bên cửa sổ"
    assert parse_comment(named.comment) == named
    assert '"title"' not in TAGS.comment
    # One that none is costs the title alone.
    for wrong in (7, " \n ", "a" * 30_000):
        stored = {**json.loads(TAGS.comment), "title": wrong}
        assert parse_comment(json.dumps(stored)) == TAGS
