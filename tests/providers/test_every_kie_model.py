"""Every model of Kie's that ships, in every pair of its choices, against its published schema.

The schemas (resources/models/kie-schemas.json) are Kie's own form and know nothing of the
declarations that the program reads.
"""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.model_choices import pairwise, smallest
from tests.requests import KIE
from videogen_desktop.domain.errors import (
    EntryIncompleteError,
    NoneOfNeededError,
    OptionValueError,
    PriceUnknownError,
    RuleBrokenError,
    SlotCountError,
    SlotFileError,
)
from videogen_desktop.domain.input_file import INPUT
from videogen_desktop.domain.input_slot import WireForm
from videogen_desktop.domain.model import TaskKind, VideoModel
from videogen_desktop.domain.parameter import Parameter, WireType
from videogen_desktop.domain.request import OptionValue, VideoRequest
from videogen_desktop.domain.vendor import RequestFacts
from videogen_desktop.resources import resource_path

WITH_ELEMENTS = {
    "kling-3.0/video",
    "kling-3.0-omni/text-to-video",
    "kling-3.0-omni/image-to-video",
    "kling-3.0-omni/reference-to-video",
    "kling-3.0-omni/transformation",
}
models = pytest.mark.parametrize("model", KIE.models, ids=lambda model: model.id)
elements = pytest.mark.parametrize(
    "model",
    [one for one in KIE.models if one.id in WITH_ELEMENTS],
    ids=lambda model: model.id,
)
_MADE_OF = {TaskKind.TEXT, TaskKind.IMAGE, TaskKind.FRAMES, TaskKind.REFERENCES}


@cache
def schemas() -> Mapping[str, Any]:
    stored = json.loads(resource_path("models/kie-schemas.json").read_text("utf-8"))
    return {one["id"]: one for one in stored["models"]}


def with_addresses(value: object) -> object:
    """What is sent: each file by an address."""
    if isinstance(value, dict):
        if set(value) == {INPUT}:
            return f"https://files.example/{value[INPUT]}.png"
        return {name: with_addresses(one) for name, one in value.items()}
    return [with_addresses(one) for one in value] if isinstance(value, list) else value


def refused_by_the_schema(model: VideoModel, body: Mapping[str, object]) -> list[str]:
    schema = schemas()[model.id]["input"]
    # Kie's forms overlap, and it takes what fits more than one of them.
    schema = {"anyOf": schema["oneOf"]} if "oneOf" in schema else schema
    validator = Draft202012Validator(schema)
    return [error.message for error in validator.iter_errors(with_addresses(body["input"]))]


def checked(request: VideoRequest, facts: RequestFacts) -> dict[str, object]:
    """The body that would be sent. Raises InvalidRequestError."""
    model = KIE.model(request.model_id)
    request = VideoRequest(
        model.id, request.prompt, model.checked_options(request.options), request.inputs
    )
    model.check_inputs(request.inputs, facts.files)
    model.check_rules(model.choice(request, facts.seconds, has_parent=bool(facts.parent_task)))
    return {"model": model.id, "input": model.inputs(request, facts.seconds, facts.parent_task)}


def test_at_least_fifty_models_make_a_video_of_words_and_pictures() -> None:
    assert sum(bool(_MADE_OF & set(model.kinds)) for model in KIE.models) >= 50


@models
def test_what_the_program_allows_the_published_schema_takes(model: VideoModel) -> None:
    taken = 0
    for request, facts in (smallest(model), *pairwise(model)):
        try:
            body = checked(request, facts)
        except RuleBrokenError:
            continue
        assert refused_by_the_schema(model, body) == [], body
        taken += 1
    assert taken


@models
def test_no_field_is_sent_that_the_schema_does_not_have(model: VideoModel) -> None:
    schema = schemas()[model.id]["input"]
    known = {name for one in schema.get("oneOf", [schema]) for name in one["properties"]}
    for request, facts in pairwise(model):
        fields = model.inputs(request, facts.seconds, facts.parent_task)
        assert set(fields) <= known


@models
def test_a_wrong_value_of_each_parameter_is_refused(model: VideoModel) -> None:
    for parameter in model.parameters:
        for wrong in wrong_values(parameter):
            with pytest.raises(OptionValueError) as refused:
                model.checked_options({parameter.role: wrong})
            assert refused.value.role == parameter.role


def wrong_values(parameter: Parameter) -> list[OptionValue]:
    if parameter.type is WireType.LIST:
        return [7, "no list"]
    if parameter.type is WireType.BOOLEAN:
        return ["maybe", 2]
    if parameter.choices:
        return ["no such value", 99_999]
    if parameter.type is WireType.STRING:
        return ["x" * (parameter.longest + 1)] if parameter.longest else []
    return ["many", float("nan")]


@models
def test_a_place_with_too_many_files_is_refused(model: VideoModel) -> None:
    request, facts = smallest(model)
    for slot in model.slots:
        files = tuple(f"{n:064x}" for n in range(slot.most + 1))
        with pytest.raises(SlotCountError) as refused:
            model.check_inputs({**request.inputs, slot.name: files}, facts.files)
        assert refused.value.slot == slot.name
    with pytest.raises(SlotCountError):
        model.check_inputs({**request.inputs, "no such place": ("0" * 64,)}, facts.files)


@models
def test_a_file_in_any_place_goes_with_what_the_model_is_set_to_at_first(model: VideoModel) -> None:
    for slot in model.slots:
        counts = {one.name: one.least for one in model.slots} | {slot.name: max(1, slot.least)}
        inputs = {name: ("0" * 64,) * count for name, count in counts.items()}
        request = VideoRequest(model.id, "Một con mèo", model.defaults(), inputs)
        # It may ask for another file besides.
        with contextlib.suppress(NoneOfNeededError):
            model.check_rules(model.choice(request))


@elements
def test_an_element_is_sent_with_its_pictures_and_read_again(model: VideoModel) -> None:
    request, facts = elements_of(model, ("Tuấn", "Áo xanh"), ("Mèo", "Lông vàng"))
    fields = checked(request, facts)["input"]
    assert isinstance(fields, dict)
    (wire,) = (one.wire for one in model.parameters if one.files)
    first, second = fields[wire]
    assert first["name"] == "Tuấn"
    files = request.inputs["elements[1].element_input_urls"]
    assert second["element_input_urls"] == [{INPUT: one} for one in files]
    sent = with_addresses(fields)
    assert isinstance(sent, dict)
    # Kie fills in what was left out.
    sent[wire][0] |= {"element_input_audio_urls": [], "start_time": 0}
    assert model.options_of(sent)["elements"] == request.options["elements"]
    named = model.addresses_of(sent)["elements[1].element_input_urls"]
    assert named == tuple(f"https://files.example/{one}.png" for one in files)


@elements
def test_an_element_without_words_or_pictures_is_refused(model: VideoModel) -> None:
    request, facts = elements_of(model, ("Tuấn", "Áo xanh"))
    lone = {**request.inputs, "elements[1].element_input_urls": ("a" * 64,)}
    bare = {name: files for name, files in request.inputs.items() if "[" not in name}
    wordless = {**request.options, "elements": ({"name": "Tuấn", "description": " "},)}
    for changed in (
        replace(request, inputs=lone),
        replace(request, inputs=bare),
        replace(request, options=wordless),
    ):
        with pytest.raises(EntryIncompleteError):
            checked(changed, facts)


def test_what_is_not_offered_is_known() -> None:
    assert {model.id: model.left_out for model in KIE.models if model.left_out} == {
        "veo-3-1": ("enable_fallback",),
        "omnihuman-1-5": ("mask_url",),
        # It excludes the length, which the schema requires.
        "pixverse-v6/image-to-video": ("template_id",),
        "wan/3-0-video": ("reference_file_urls", "reference_link_urls"),
        "wan/3-0-video-prime": ("reference_file_urls", "reference_link_urls"),
    }


def elements_of(model: VideoModel, *words: tuple[str, str]) -> tuple[VideoRequest, RequestFacts]:
    smallest_of, facts = smallest(model)
    entries = tuple({"name": name, "description": text} for name, text in words)
    places = [one.name for one in model.slots if one.form is WireForm.MEMBER]
    files = {name: (f"{n:064x}", f"{n + 9:064x}") for n, name in enumerate(places[: len(words)])}
    return (
        replace(
            smallest_of,
            options={**smallest_of.options, "elements": entries},
            inputs={**smallest_of.inputs, **files},
        ),
        facts,
    )


@models
def test_a_file_of_another_kind_is_refused(model: VideoModel) -> None:
    for slot in model.slots:
        _, facts = smallest(model)
        taken = next(iter(facts.files.values()), None)
        if taken is None or taken.kind == slot.kind:
            continue
        with pytest.raises(SlotFileError):
            slot.check([taken])


@models
def test_a_body_says_again_what_was_chosen(model: VideoModel) -> None:
    request, facts = smallest(model)
    options = model.checked_options(request.options)
    sent = model.inputs(VideoRequest(model.id, "", options), facts.seconds)
    assert model.options_of(json.loads(json.dumps(sent))) == options


@models
def test_a_price_is_named_with_its_source_and_its_day(model: VideoModel) -> None:
    for price in model.prices:
        assert price.source and price.amount > 0 and price.day.year >= 2026


@models
def test_the_price_of_the_smallest_request_is_known_or_said_to_be_unknown(
    model: VideoModel,
) -> None:
    request, facts = smallest(model)
    try:
        assert KIE.priced(request, facts).price > 0
    except PriceUnknownError:
        # Nothing is guessed: the user is asked for the most that may be held.
        assert model.id in UNKNOWN


# Priced by what nobody here knows: the parent's resolution, the length that comes out, no text.
UNKNOWN = {
    "grok-imagine/extend",
    "grok-imagine/upscale",
    "happyhorse/video-edit",
    "kling-3.0-omni/transformation",
    "runway/extend-ai-video",
    "veo/extend",
    "wan/2-2-a14b-image-to-video-turbo",
    "wan/2-2-a14b-text-to-video-turbo",
    "wan/2-6-flash-image-to-video",
    "wan/2-6-flash-video-to-video",
    "wan/2-7-videoedit",
}
