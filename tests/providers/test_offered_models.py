"""Kie's schemas, read without knowing the model, and over what ships."""

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from tests.model_choices import pairwise
from tests.requests import KIE, KLING, WAN
from videogen_desktop.domain.model import TaskKind, VideoModel
from videogen_desktop.domain.offer import ListedModel, OfferFacts
from videogen_desktop.domain.parameter import Parameter, WireType
from videogen_desktop.providers.kie.field_reading import Fields, read_fields
from videogen_desktop.providers.kie.offered_model import merged, offered_model
from videogen_desktop.providers.kie.price_text import prices_in, says
from videogen_desktop.providers.kie.schema_reading import CREATE_PATH, Schema, input_schema
from videogen_desktop.resources import resource_path
from videogen_desktop.sandbox.catalogue import read_catalogue
from videogen_desktop.sandbox.price_words import price_words

every_model = pytest.mark.parametrize("model", KIE.models, ids=lambda model: model.id)
DAY = date(2026, 11, 30)
BAR = {"aspect_ratio", "duration", "resolution", "audio", "quality"}
FRAMES = {"first_frame", "last_frame"}
# Of what a schema does not say, nobody can read it: these stand in the words beside it.
NOT_TOLD = {
    ("kling-3.0/motion-control", "mode"): "its values stand only in the description",
    ("runway", "quality"): "its values stand only in the description",
    ("runway/extend-ai-video", "quality"): "its values stand only in the description",
    ("kling-3.0/video", "image_urls"): "that there are two at most is said nowhere",
    ("veo-3-1", "image_urls"): "another field says whether they are frames or references",
}


@cache
def published() -> dict[str, Any]:
    stored = json.loads(resource_path("models/kie-schemas.json").read_text("utf-8"))
    return {one["id"]: one["input"] for one in stored["models"]}


def document(schema: object) -> dict[str, object]:
    body = {"type": "object", "properties": {"input": schema}}
    content = {"application/json": {"schema": body}}
    return {"paths": {CREATE_PATH: {"post": {"requestBody": {"content": content}}}}}


def read(schema: object) -> Schema:
    found = input_schema(document(schema))
    assert found is not None
    return found


def fields_of(model_id: str, schema: object | None = None) -> Fields:
    return read_fields(read(schema or published()[model_id]), model_id)


def changed(model_id: str, **properties: object) -> dict[str, Any]:
    """The published schema of a model in one form, with other fields."""
    schema = json.loads(json.dumps(published()[model_id]))
    schema["properties"].update(properties)
    return dict(schema)


def facts(model_id: str, schema: object, **changes: Any) -> OfferFacts:
    listed = ListedModel(model_id, "Brand New", "Somebody", ("Text to Video",))
    return replace(OfferFacts(listed, json.dumps(read(schema)), added=DAY), **changes)


def unknown(schema: object, model_id: str = "brand/new-video", **changes: Any) -> VideoModel:
    model = offered_model(facts(model_id, schema, **changes), None)
    assert model is not None
    return model


# --- the schema alone ----------------------------------------------------------------------------


@every_model
def test_the_schema_alone_tells_what_stands_in_the_bar(model: VideoModel) -> None:
    fields = fields_of(model.id)
    for declared in model.parameters:
        if declared.role in BAR and (model.id, declared.wire) not in NOT_TOLD:
            found = fields.parameter(declared.wire)
            assert found is not None, declared.wire
            assert (found.role, found.type) == (declared.role, declared.type)


@every_model
def test_the_schema_alone_tells_where_the_first_and_the_last_frame_go(model: VideoModel) -> None:
    fields = fields_of(model.id)
    for declared in model.slots:
        if declared.name in FRAMES and (model.id, declared.wire) not in NOT_TOLD:
            found = {one.name: one for one in fields.slots_at(declared.wire)}
            assert declared.name in found, declared.wire
            slot = found[declared.name]
            assert (slot.kind, slot.form) == (declared.kind, declared.form)


@every_model
def test_the_schema_alone_tells_prompt_and_parent_and_leaves_nothing_unsaid(
    model: VideoModel,
) -> None:
    fields = fields_of(model.id)
    assert (fields.prompt, fields.parent) == (model.prompt_wire, model.parent_wire)
    assert fields.unreadable == ()


def test_what_is_not_recognised_keeps_its_name_and_its_type() -> None:
    schema = {
        "type": "object",
        "properties": {
            "prompt": {"type": "string"},
            "wobble": {"type": "number", "minimum": 0, "maximum": 2},
            "mood": {"type": "string", "enum": ["calm", "wild"], "default": "calm"},
            "loop_it": {"type": "boolean", "default": True},
        },
        "required": ["prompt"],
    }
    parameters = {one.wire: one for one in unknown(schema).parameters}
    assert [one.role for one in parameters.values()] == ["wobble", "mood", "loop_it"]
    assert not any(one.is_in_bar for one in parameters.values())
    assert parameters["wobble"].type is WireType.NUMBER
    assert parameters["mood"].choices == ("calm", "wild")
    assert parameters["loop_it"].default is True


@pytest.mark.parametrize(
    ("wire", "schema", "role"),
    [
        ("frame_shape", {"type": "string", "enum": ["16:9", "9:16"]}, "aspect_ratio"),
        ("size", {"type": "string", "enum": ["720p", "1080p"]}, "resolution"),
        ("definition", {"type": "string", "enum": ["720", "4K"]}, "resolution"),
        ("clipLength", {"type": "integer", "minimum": 2, "maximum": 10}, "duration"),
        ("seconds", {"type": "string", "enum": ["4", "8"]}, "duration"),
        ("enableSound", {"type": "boolean"}, "audio"),
        ("seeds", {"type": "integer"}, "seed"),
        ("guidanceScale", {"type": "number"}, "guidance"),
        ("prompt_length", {"type": "integer"}, "prompt_length"),
        ("audio_length", {"type": "boolean"}, "audio_length"),
        ("start_seconds", {"type": "number"}, "start_seconds"),
        ("ratio_of_noise", {"type": "number"}, "ratio_of_noise"),
        ("__class__", {"type": "string"}, "__class__"),
    ],
)
def test_a_role_is_known_by_its_name_or_by_its_values(
    wire: str, schema: dict[str, object], role: str
) -> None:
    with_it = {"prompt": {"type": "string"}, wire: schema}
    model = unknown({"type": "object", "properties": with_it, "required": ["prompt"]})
    assert [one.role for one in model.parameters] == [role]


def test_of_two_fields_that_look_the_same_the_second_keeps_its_name() -> None:
    sizes = {"type": "string", "enum": ["720p", "1080p"]}
    schema = {"properties": {"prompt": {"type": "string"}, "resolution": sizes, "size": sizes}}
    assert [one.role for one in unknown(schema).parameters] == ["resolution", "size"]


def test_addresses_become_places_for_files() -> None:
    uri = {"type": "string", "format": "uri"}
    schema = {
        "properties": {
            "prompt": {"type": "string"},
            "start_image_url": uri,
            "endFrameUrl": uri,
            "reference_image_urls": {"type": "array", "items": uri, "maxItems": 4},
            "music_url": uri,
            "callBackUrl": uri,
        },
        "required": ["prompt", "start_image_url", "callBackUrl"],
    }
    model = unknown(schema)
    places = {
        one.name: (one.kind.value, one.form.value, one.least, one.most) for one in model.slots
    }
    assert places == {
        "first_frame": ("image", "alone", 1, 1),
        "last_frame": ("image", "alone", 0, 1),
        "reference": ("image", "list", 0, 4),
        "source_sound": ("sound", "alone", 0, 1),
    }
    assert model.kinds == (TaskKind.IMAGE, TaskKind.FRAMES, TaskKind.REFERENCES)
    assert model.parameters == ()


def test_a_model_that_needs_what_nobody_can_give_is_not_offered() -> None:
    inner = {"type": "object", "properties": {"deep": {"type": "object", "properties": {}}}}
    schema = {"properties": {"prompt": {"type": "string"}, "rig": inner}, "required": ["rig"]}
    assert offered_model(facts("brand/new-video", schema), None) is None


def test_a_required_choice_without_a_default_begins_with_the_least() -> None:
    schema = {
        "properties": {
            "prompt": {"type": "string"},
            "duration": {"type": "integer", "minimum": 3, "maximum": 9},
            "resolution": {"type": "string", "enum": ["480p", "1080p"]},
            "sound": {"type": "boolean"},
        },
        "required": ["prompt", "duration", "resolution", "sound"],
    }
    assert unknown(schema).defaults() == {"duration": 3, "resolution": "480p", "audio": False}


@pytest.mark.parametrize(
    ("model_id", "task_types", "price_text"),
    [
        ("ideogram/v3-text-to-image", ("Text to Video",), "3.5 credits per image"),
        ("brand/new-image", ("Text to Video",), ""),
        ("suno/sounds", ("Audio to Audio",), "2.5 credits per request"),
        ("gpt-9", ("Chat",), "280 credits / 1M tokens"),
    ],
)
def test_what_makes_no_videos_is_not_offered_whatever_the_list_says(
    model_id: str, task_types: tuple[str, ...], price_text: str
) -> None:
    schema = {"properties": {"prompt": {"type": "string"}, "image_size": {"type": "string"}}}
    listed = ListedModel(model_id, model_id, "Somebody", task_types)
    said = replace(facts(model_id, schema), listed=listed, price_text=price_text)
    assert offered_model(said, None) is None


# --- over what ships -----------------------------------------------------------------------------


@every_model
def test_with_the_schema_that_it_was_written_from_a_model_is_what_ships(model: VideoModel) -> None:
    """So that its bodies are those that tests/providers/test_every_kie_model.py looks at."""
    assert merged(model, fields_of(model.id)) == model


def joined(model_id: str, **properties: object) -> VideoModel:
    return merged(KIE.model(model_id), fields_of(model_id, changed(model_id, **properties)))


def parameter(model: VideoModel, role: str) -> Parameter:
    found = model.parameter(role)
    assert found is not None
    return found


def test_required_fields_move_with_the_schema() -> None:
    wan = "wan/2-5-text-to-video"
    schema = changed(wan)
    schema["required"] = ["prompt", "resolution", "seed"]
    model = merged(KIE.model(wan), fields_of(wan, schema))
    assert parameter(model, "resolution").required and parameter(model, "seed").required
    assert not parameter(model, "duration").required


def test_values_and_types_are_those_of_today_under_our_words() -> None:
    model = joined(
        "kling-2.6/text-to-video",
        duration={"type": "integer", "minimum": 3, "maximum": 12},
        aspect_ratio={"type": "string", "enum": ["16:9", "9:16", "21:9"]},
    )
    duration, shape = parameter(model, "duration"), parameter(model, "aspect_ratio")
    assert duration.type is WireType.INTEGER
    # What ships knew two lengths, and this still takes both.
    assert set(duration.values) >= {5, 10}
    assert shape.choices == ("16:9", "9:16", "21:9")
    assert shape.default == "16:9"


def test_a_default_that_is_taken_no_more_gives_way_and_another_stays() -> None:
    resolution = {"type": "string", "enum": ["480p", "1080p"], "default": "1080p"}
    model = joined("wan/2-7-text-to-video", resolution=resolution)
    assert parameter(model, "resolution").default == "1080p"
    resolution = {"type": "string", "enum": ["720p", "1080p"], "default": "1080p"}
    model = joined("wan/2-7-text-to-video", resolution=resolution)
    # Theirs would cost half as much again, overnight.
    assert parameter(model, "resolution").default == "720p"


def test_a_field_that_is_gone_is_not_sent_and_a_new_one_is_offered() -> None:
    schema = changed("wan/2-7-text-to-video", mood={"type": "string", "enum": ["calm", "wild"]})
    del schema["properties"]["watermark"]
    model = merged(KIE.model("wan/2-7-text-to-video"), fields_of("wan/2-7-text-to-video", schema))
    assert model.parameter("watermark") is None
    assert parameter(model, "mood").choices == ("calm", "wild")


def test_a_document_that_speaks_of_something_else_changes_nothing() -> None:
    model = KIE.model("kling-2.6/text-to-video")
    schema = {"properties": {"taskId": {"type": "string"}}}
    assert merged(model, fields_of(model.id, schema)) == model


def test_fields_that_are_left_out_on_purpose_stay_out() -> None:
    offered = merged(KIE.model("veo-3-1"), fields_of("veo-3-1"))
    assert offered.parameter("enable_fallback") is None
    assert offered.parameter("generation_type") is None


def test_a_list_that_becomes_one_address_keeps_its_first_place() -> None:
    alone = {"type": "string", "format": "uri"}
    model = joined("bytedance/seedance-1.5-pro", input_urls=alone)
    assert [(one.name, one.form.value) for one in model.slots] == [("first_frame", "alone")]


# --- prices in words -----------------------------------------------------------------------------

# Further pictures cost besides, and no words say so.
BESIDES = {"minimax-h3/reference-to-video"}


@cache
def told_prices() -> dict[str, str | None]:
    """What the sandbox says of each, in the words of Kie's list of 1 October 2026."""
    catalogue = read_catalogue(resource_path("models/kie.json").parent)
    return {name: price_words(catalogue, one) for name, one in catalogue.items()}


@every_model
def test_words_about_a_price_are_read_rightly_or_not_at_all(model: VideoModel) -> None:
    text = told_prices()[model.id]
    if text is None or model.id in BESIDES:
        return
    read_ones = replace(model, prices=prices_in(text, model, DAY))
    for asked, known in pairwise(model):
        choice = model.choice(asked, known.seconds)
        found = read_ones.price_of(choice)
        assert found in (None, model.price_of(choice)), text


def test_the_plain_forms_are_read() -> None:
    read_ones = [one.id for one in KIE.models if prices_in(told_prices()[one.id] or "", one, DAY)]
    assert len(read_ones) >= 50


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("110 credits per video", {(): (110_00, False)}),
        ("Each video costs 57 credits (~$0.285).", {(): (57_00, False)}),
        ("16 credits per second", {(): (16_00, True)}),
        (
            "720p: 16 credits/s ($0.08/s); 1080p: 24.5 credits/s ($0.12/s)",
            {("720p",): (16_00, True), ("1080p",): (24_50, True)},
        ),
        (
            "Pricing: 55 credits for 5s no audio (~$0.275) and 110 credits for 5s with audio",
            {(5, False): (55_00, False), (5, True): (110_00, False)},
        ),
        ("16 to 24 credits per second", {}),
        ("3 credits per image", {}),
        ("480p: 16 credits/s", {}),
        ("16 credits/s at weekends", {}),
        ("Free for everybody", {}),
        ("$0.40 per video", {}),
    ],
)
def test_a_price_in_words(text: str, prices: dict[Any, Any]) -> None:
    model = replace(WAN, parameters=(*WAN.parameters, *SOUND))
    found = {
        tuple(value for one in price.when for value in one.values): (price.amount, price.per_second)
        for price in prices_in(text, model, DAY)
    }
    assert found == prices


SOUND = [one for one in KLING.parameters if one.role == "audio"]


@every_model
def test_words_that_name_what_ships_put_no_price_in_doubt(model: VideoModel) -> None:
    text = told_prices()[model.id]
    duration = model.parameter("duration")
    lengths = [one for one in (duration.values if duration else ()) if isinstance(one, int)]
    for price in model.prices:
        assert text is None or says(text, price, lengths) is True
