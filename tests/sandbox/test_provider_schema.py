"""Schemas as Kie serves them: odd to read, and the same thing in every form."""

from collections import Counter
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest

from videogen_desktop.resources import resource_path
from videogen_desktop.sandbox.catalogue import Model, read_catalogue
from videogen_desktop.sandbox.provider_schema import PATH, Form, form_of, provider_schema

CATALOGUE = read_catalogue(resource_path("models"))
MODEL = CATALOGUE["kling-2.6/text-to-video"]
WRITTEN = [form for form in Form if form is not Form.MISSING]


def document(model: Model, form: Form) -> Any:
    return provider_schema(model, form)


def input_of(written: Any) -> Any:
    body = written["paths"][PATH]["post"]["requestBody"]["content"]["application/json"]["schema"]
    return body["properties"]["input"]


def resolved(written: Any, schema: Any) -> Any:
    """The schema with every reference followed, whichever way its name is spelled."""
    if isinstance(schema, list):
        return [resolved(written, one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/components/schemas/")
        known = written["components"]["schemas"]
        return resolved(written, known[name] if name in known else known[unquote(name)])
    return {name: resolved(written, one) for name, one in schema.items() if name != "description"}


@pytest.mark.parametrize("form", WRITTEN)
def test_ways_to_ask_keep_their_own_fields_of_one_name(form: Form) -> None:
    model = CATALOGUE["kling-3.0-omni/image-to-video"]
    written = document(model, form)
    ways = resolved(written, input_of(written))["oneOf"]
    plain = [resolved(written, dict(fields)) for fields, _ in model.variants]
    assert [way["properties"] for way in ways] == plain


@pytest.mark.parametrize("form", WRITTEN)
def test_every_form_says_the_same_once_its_references_are_followed(form: Form) -> None:
    written = document(MODEL, form)
    plain = resolved(document(MODEL, Form.INLINE), input_of(document(MODEL, Form.INLINE)))
    assert resolved(written, input_of(written)) == plain
    assert plain["properties"] == {name: dict(one) for name, one in MODEL.properties.items()}
    assert plain["required"] == list(MODEL.required)


def test_names_of_components_are_encoded_or_end_with_a_blank() -> None:
    names = {form: set(document(MODEL, form)["components"]["schemas"]) for form in WRITTEN}
    assert any(" " in name for name in names[Form.REFERENCED])
    assert any("%20" in name for name in names[Form.ENCODED])
    assert any(name.endswith(" ") for name in names[Form.SPACED])
    assert "$ref" in input_of(document(MODEL, Form.SPACED))
    assert "$ref" not in input_of(document(MODEL, Form.INLINE))


def test_an_input_may_be_one_of_several() -> None:
    fields = dict(MODEL.properties)
    several = replace(MODEL, variants=((fields, ("prompt",)), (fields, ("prompt", "sound"))))
    for form in WRITTEN:
        written = document(several, form)
        first, second = resolved(written, input_of(written))["oneOf"]
        assert (first["required"], second["required"]) == (["prompt"], ["prompt", "sound"])


def test_a_document_names_a_server_and_callbacks() -> None:
    written = document(MODEL, Form.INLINE)
    assert [server["url"] for server in written["servers"]] == ["https://api.kie.ai"]
    (called_back,) = written["paths"][PATH]["post"]["callbacks"].values()
    assert list(called_back) == ["{$request.body#/callBackUrl}"]


def test_some_models_have_no_document() -> None:
    assert provider_schema(MODEL, Form.MISSING) is None
    names = (f"maker/model-{number}" for number in range(100))
    forms = Counter(form_of(replace(MODEL, name=name)) for name in names)
    assert set(forms) == set(Form)
    assert forms[Form.MISSING] < 20
