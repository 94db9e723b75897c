"""Every shape of answer that was recorded, reported or thought of gives what it must."""

import asyncio
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.providers.answer_corpus import Shape, shapes
from tests.providers.kie_rig import KEY, a_request, provider_on
from tests.providers.scripted_server import answers, envelope
from videogen_desktop.domain.errors import MalformedAnswerError, ProviderError, SentUnknownError
from videogen_desktop.providers.kie.client import task_status
from videogen_desktop.providers.kie.envelope import created_task_id, parse_envelope
from videogen_desktop.providers.provider_words import ProviderWords

WORDS = ProviderWords(KEY)


def named(call: str) -> list[object]:
    return [pytest.param(shape, id=shape.name) for shape in shapes(call)]


def test_there_are_enough_of_both() -> None:
    assert len(shapes("create")) >= 60
    assert len(shapes("record")) >= 210


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
    if "spare" in shape.expected:
        assert list(status.spare_urls) == shape.expected["spare"]
    json.loads(status.raw)


@pytest.mark.parametrize("task_id", ["task 1 of 2", "tác vụ/1?x.y", "x" * 300, "a+b%2Fc&d=e#f"])
def test_whatever_a_task_is_called_is_kept_and_asked_for_again(task_id: str) -> None:
    async def run() -> None:
        record = envelope(data={"taskId": task_id, "state": "waiting"})
        acts = (answers(envelope(data={"taskId": task_id})), answers(record))
        async with provider_on(*acts) as (provider, server):
            assert await provider.create(a_request()) == task_id
            assert (await provider.status(task_id)).word == "waiting"
            asked = urlsplit(server.requests[-1].target)
            assert parse_qs(asked.query, strict_parsing=True) == {"taskId": [task_id]}
            assert " " not in asked.query

    asyncio.run(run())


def test_an_answer_whose_id_is_none_is_kept_for_a_human() -> None:
    async def run() -> None:
        two = answers('{"code":200,"data":{"taskId":"abc","taskId":"def"}}')
        async with provider_on(two) as (provider, _):
            with pytest.raises(SentUnknownError) as raised:
                await provider.create(a_request())
        assert "abc" in raised.value.answer
        assert "def" in raised.value.answer
        assert "abc" not in raised.value.message

    asyncio.run(run())
