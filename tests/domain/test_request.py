"""A request is one JSON object, and the same one for ever."""

import pytest

from tests.requests import SANDBOX, SANDBOX_VIDEO
from videogen_desktop.domain.request import NoRequestError, VideoRequest, as_json, request_of

PARENT = "0a0b0c0d-0000-4000-8000-000000000000"


def test_a_request_that_continues_nothing_is_written_as_before_there_were_parents() -> None:
    request = VideoRequest("m", "mưa", {"duration": 5}, {"first_frame": ("a" * 64,)})
    assert as_json(request) == (
        f'{{"inputs":{{"first_frame":["{"a" * 64}"]}},"model":"m","options":{{"duration":5}},'
        '"prompt":"mưa","version":1}'
    )


def test_a_parent_and_what_goes_in_come_back_from_its_json() -> None:
    inputs = {"first_frame": ("a" * 64,), "reference": ("b" * 64, "c" * 64)}
    request = VideoRequest("m", "mưa", {}, inputs, {"mood": "calm"}, PARENT)
    assert request_of(as_json(request)) == request


@pytest.mark.parametrize("odd", ["5", "null", '["x"]', "{}"])
def test_a_parent_that_is_no_text_is_carried_along_and_means_nothing(odd: str) -> None:
    text = f'{{"inputs":{{}},"model":"m","options":{{}},"parent":{odd},"prompt":"x","version":1}}'
    request = request_of(text)
    assert request.parent == ""
    assert as_json(request) == text


def test_no_request_is_made_of_anything_else() -> None:
    for text in ("[]", "5", '{"inputs":{"first_frame":"a"}}', '{"prompt":5}', "[" * 100_000):
        with pytest.raises(NoRequestError):
            request_of(text)


def test_what_was_written_before_a_helper_changed_it_goes_along_and_is_never_sent() -> None:
    request = VideoRequest(SANDBOX_VIDEO.id, "A cat", original_prompt="Một con mèo")
    assert request_of(as_json(request)) == request
    assert request.searched_text == "A cat\nMột con mèo"
    priced = SANDBOX.priced(request)
    assert priced.request.original_prompt == "Một con mèo"
    assert "mèo" not in priced.body
    assert "original_prompt" not in as_json(VideoRequest("m", "A cat")), "old requests stay as is"
    newer = '{"version":1,"model":"m","prompt":"p","original_prompt":{"vi":"mèo"}}'
    assert request_of(newer).unknown == {"original_prompt": {"vi": "mèo"}}
