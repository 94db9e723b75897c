"""Kie's words about its offer, over real sockets: the list, schemas, success rates, bad days."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.providers.kie_rig import KEY, provider_on
from tests.providers.scripted_server import Act, answers, envelope
from tests.providers.test_offered_models import DAY, document
from tests.requests import KIE
from videogen_desktop.domain.errors import (
    KeyRejectedError,
    MalformedAnswerError,
    ProviderError,
    ProviderUnavailableError,
    RateLimitedError,
)
from videogen_desktop.domain.offer import ListedModel, OfferFacts
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.providers.kie.client import KieClient
from videogen_desktop.providers.kie.discovery import kept_schema, listed_models, rate_of_day
from videogen_desktop.providers.kie.offered_model import offered_model
from videogen_desktop.providers.kie.price_text import figures, prices_in
from videogen_desktop.providers.provider_words import ProviderWords

WORDS = ProviderWords(KEY)
BUNDLED = KIE.model("kling-3.0/video")
TEXT_FIELD = {"type": "string"}
PLAIN = {"properties": {"prompt": TEXT_FIELD, "duration": {"type": "integer"}}}
Ask = Callable[[KieClient], Awaitable[object]]


def asked(act: Act, ask: Ask) -> tuple[object, str]:
    """The answer and what was asked for."""

    async def run() -> tuple[object, str]:
        async with provider_on(act) as (provider, server):
            return await ask(provider), server.requests[0].target

    return asyncio.run(run())


def schema_said(openapi: object) -> str:
    data = {"model": "a/video", "openapi": openapi}
    text, _ = asked(answers(envelope(data=data)), lambda kie: kie.schema("a/video"))
    assert isinstance(text, str)
    return text


def model_of(openapi: object) -> Any:
    facts = OfferFacts(ListedModel("a/video", "A", "B"), schema=schema_said(openapi), added=DAY)
    return offered_model(facts, None)


def test_the_list_is_read_with_what_each_says_of_itself() -> None:
    entries = [
        {
            "model": "kling/v9-text-to-video",
            "slug": "kling/v9-text-to-video",
            "title": "Kling\n9 " + "x" * 500,
            "provider": "Kling",
            "taskType": ["Text to Video", 5],
            "description": None,
            "pricingDesc": "9 credits\nper second\u202e",
        },
        {"model": "no price", "pricingDesc": None},
        {"model": "a/b", "title": None, "taskType": None},
        {"model": "a/b", "title": "Twice"},
        {"model": 7},
        "no entry",
    ]
    data = {"total": 6, "models": entries}
    said, target = asked(answers(envelope(data=data)), lambda kie: kie.listed_models())
    assert target == "/api/v1/models"
    assert isinstance(said, tuple)
    first, second = said
    assert first.title.startswith("Kling 9 xxx") and len(first.title) == 80
    assert first.task_types == ("Text to Video", "")
    assert first.price_text == "9 credits\nper second"
    assert first.may_fit
    assert (second.id, second.title, second.price_text) == ("a/b", "a/b", None)
    assert not second.may_fit


def test_a_slash_of_a_models_name_stays_one_and_nothing_leaves_its_place() -> None:
    _, target = asked(answers(envelope(data={"openapi": None})), lambda kie: kie.schema("k/v 2?x"))
    assert target == "/api/v1/models/k/v%202%3Fx/schema"


def test_the_success_rate_is_the_mean_of_the_day() -> None:
    points = [{"successRate": one} for one in (100, 90.5, None, "99", True, 900)]
    data = {"model": "a/video", "points": points}
    rate, target = asked(answers(envelope(data=data)), lambda kie: kie.success_rate("a/video"))
    # "true" counts as nothing.
    assert rate == 95.2
    assert target == "/api/v1/models/a/video/success-rate"
    assert rate_of_day({"points": [{"successRate": None}]}) is None


@pytest.mark.parametrize(
    "ask",
    [
        lambda kie: kie.listed_models(),
        lambda kie: kie.schema("a/video"),
        lambda kie: kie.success_rate("a/video"),
    ],
    ids=["list", "schema", "rate"],
)
@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (answers(envelope(401, "You do not have access permissions")), KeyRejectedError),
        (answers('{"code":401,"msg":"no"}'), KeyRejectedError),
        (
            answers(envelope(429, "Your call frequency is too high. Please try again later.")),
            RateLimitedError,
        ),
        (answers("<html><title>502 Bad Gateway</title>", 502), ProviderUnavailableError),
        (answers("<html>hello"), MalformedAnswerError),
        (answers(envelope(404, "The model name is not supported")), ProviderUnavailableError),
        (answers(envelope(data=None)), MalformedAnswerError),
        (answers(envelope(data=[])), MalformedAnswerError),
        (answers(envelope(data={"models": {}, "points": {}})), MalformedAnswerError),
        (answers('{"code":200,"data":' + "[" * 100_000), MalformedAnswerError),
    ],
    ids=["401", "401-bare", "429", "502", "page", "404", "null", "list", "object", "deep"],
)
def test_what_is_no_answer_is_an_error(act: Act, expected: type[ProviderError], ask: Ask) -> None:
    with pytest.raises(ProviderError) as raised:
        asked(act, ask)
    assert type(raised.value) is expected


# --- schemas that nobody would write -------------------------------------------------------------


def test_a_schema_of_five_megabytes_is_refused() -> None:
    huge = {**PLAIN, "description": "x" * 5_000_000}
    with pytest.raises(MalformedAnswerError):
        schema_said(document(huge))
    large = {**PLAIN, "description": "x" * 300_000}
    with pytest.raises(MalformedAnswerError):
        schema_said(document(large))


def test_references_are_followed_however_a_component_is_named() -> None:
    for key, reference in (
        ("A Request", "A%20Request"),
        ("A%20Request", "A%20Request"),
        ("A Request ", "A%20Request%20"),
        ("A Request ", "A Request"),
        ("A/Request", "A~1Request"),
    ):
        whole = document({"$ref": f"#/components/schemas/{reference}"})
        whole["components"] = {"schemas": {key: PLAIN}}
        assert model_of(whole).parameter("duration") is not None, key


def test_a_reference_that_leads_back_to_itself_is_left_out() -> None:
    properties = {**PLAIN["properties"], "odd": {"$ref": "#/components/schemas/Here"}}
    whole = document({"properties": properties})
    there = {"allOf": [{"$ref": "#/components/schemas/Here"}]}
    whole["components"] = {
        "schemas": {"Here": {"$ref": "#/components/schemas/There"}, "There": there}
    }
    assert [one.role for one in model_of(whole).parameters] == ["duration"]


def test_a_schema_that_contains_itself_comes_to_an_end() -> None:
    tree = {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}
    whole = document({"properties": {**PLAIN["properties"], "tree": tree}})
    whole["components"] = {"schemas": {"Tree": {"properties": {"tree": tree, "again": tree}}}}
    with suppress(MalformedAnswerError):
        assert model_of(whole) is not None


def test_ten_thousand_values_are_typed_and_not_listed() -> None:
    odd = {"type": "string", "enum": [f"value {number}" for number in range(10_000)]}
    model = model_of(document({"properties": {**PLAIN["properties"], "odd": odd}}))
    parameter = model.parameter("odd")
    assert parameter.choices == () and parameter.checked("value 7") == "value 7"


def test_a_field_of_any_name_is_only_a_field() -> None:
    names = ["__class__", "__init__", "constructor", "items", "with blank", "của tôi"]
    properties = {
        **PLAIN["properties"],
        **dict.fromkeys(names, TEXT_FIELD),
        "bad\x00name": TEXT_FIELD,
    }
    model = model_of(document({"properties": properties}))
    assert [one.role for one in model.parameters] == ["duration", *names]
    sent = model.inputs(VideoRequest(model.id, "Mèo", dict.fromkeys(names, "x")))
    assert set(sent) == {"prompt", *names}


def test_nesting_without_end_is_no_control() -> None:
    deep: dict[str, object] = {"type": "string"}
    for _ in range(300):
        deep = {"type": "object", "properties": {"in": deep}}
    model = model_of(document({"properties": {**PLAIN["properties"], "deep": deep}}))
    assert [one.role for one in model.parameters] == ["duration"]


def test_a_model_without_a_schema_or_with_another_path_is_not_offered() -> None:
    elsewhere: dict[str, object] = {"paths": {"/api/v1/veo/generate": {"post": {}}}}
    assert schema_said(None) == schema_said(elsewhere) == schema_said({}) == ""
    assert model_of(None) is None


# --- anything at all -----------------------------------------------------------------------------

NAMES = st.sampled_from(
    ["prompt", "duration", "image_urls", "image_url", "video_list", "task_id", "audio", "mode", "x"]
)
WORD = st.sampled_from(
    [
        *("type", "enum", "const", "default", "items", "properties", "required", "oneOf"),
        *("anyOf", "allOf", "$ref", "format", "minimum", "maximum", "minItems", "maxItems"),
    ]
)
LEAF = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.sampled_from(["string", "integer", "array", "object", "uri", "16:9", "720p", "5", "\ud800"]),
    st.sampled_from(["#/components/schemas/A", "#/components/schemas/B%20", "#/x"]),
    NAMES,
)
NODE = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(WORD, inner, max_size=5),
        st.fixed_dictionaries({"properties": st.dictionaries(NAMES, inner, max_size=5)}),
        st.fixed_dictionaries({"type": st.just("array"), "items": inner}),
    ),
    max_leaves=25,
)


@settings(max_examples=80)
@given(NODE, st.dictionaries(st.sampled_from(["A", "B "]), NODE, max_size=2))
def test_any_schema_becomes_a_model_or_an_error_and_can_be_kept(node: Any, parts: Any) -> None:
    whole = {**document(node), "components": {"schemas": parts}}
    try:
        text = kept_schema({"openapi": whole})
    except MalformedAnswerError:
        return
    text.encode()
    for bundled in (None, BUNDLED):
        facts = OfferFacts(ListedModel("a/video", "A", "B"), schema=text, added=DAY)
        model = offered_model(facts, bundled)
        if model is not None:
            assert len({one.role for one in model.parameters}) == len(model.parameters)
            assert len({one.name for one in model.slots}) == len(model.slots)
            for one in model.parameters:
                assert one.default is None or one.checked(one.default) == one.default
            assert model.price(model.defaults()) is None or bundled is not None


@settings(max_examples=80)
@given(st.text(max_size=300) | st.from_regex(r"(\d+(\.\d+)? credits(/s| per video)?[;,\n ]+)*"))
def test_any_words_about_a_price_are_read_or_not_and_never_raise(text: str) -> None:
    figures(text)
    for price in prices_in(text, BUNDLED, DAY):
        assert price.amount >= 0


@settings(max_examples=40)
@given(NODE)
def test_any_list_is_read_or_refused(node: Any) -> None:
    with suppress(MalformedAnswerError):
        for one in asyncio.run(listed_models({"models": node}, WORDS)):
            json.dumps(one.as_text()).encode()
            assert ListedModel.from_text(one.id, one.as_text()).title == one.title
    with suppress(MalformedAnswerError):
        rate_of_day({"points": node})
