"""Every shape of answer that was recorded, reported or thought of gives what it must."""

import json

import pytest

from tests.providers.answer_corpus import Shape, shapes
from tests.providers.kie_rig import KEY
from videogen_desktop.domain.errors import MalformedAnswerError, ProviderError
from videogen_desktop.providers.kie.envelope import created_task_id, parse_envelope
from videogen_desktop.providers.kie.record import task_status
from videogen_desktop.providers.provider_words import ProviderWords

WORDS = ProviderWords(KEY)


def named(call: str) -> list[object]:
    return [pytest.param(shape, id=shape.name) for shape in shapes(call)]


def test_there_are_enough_of_both() -> None:
    assert len(shapes("create")) >= 60
    assert len(shapes("record")) >= 150


@pytest.mark.parametrize("shape", named("create"))
def test_a_created_task_is_known_by_whatever_it_was_called(shape: Shape) -> None:
    try:
        found = created_task_id(parse_envelope(shape.body, shape.http, WORDS))
    except MalformedAnswerError:
        found = None
    assert found == shape.expected["task_id"]


@pytest.mark.parametrize("shape", named("record"))
def test_a_record_is_read_for_what_was_paid(shape: Shape) -> None:
    task_id = shape.expected.get("of", "abc")
    try:
        status = task_status(parse_envelope(shape.body, shape.http, WORDS), task_id, WORDS)
    except ProviderError:
        assert shape.expected["phase"] is None
        return
    cost = status.consumed.amount if status.consumed else None
    found = {"phase": status.phase.value, "urls": list(status.result_urls), "consumed": cost}
    assert found == {key: shape.expected[key] for key in found}
    json.loads(status.raw)
