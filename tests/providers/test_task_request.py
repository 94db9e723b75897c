"""What a record says of the request is read tolerantly, and never invented."""

import json
from itertools import count

import pytest

from tests.model_choices import smallest
from tests.requests import KIE, SANDBOX, VENDORS
from videogen_desktop.domain.input_file import with_addresses
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.domain.provider import TaskRequest
from videogen_desktop.domain.request import VideoRequest, canonical
from videogen_desktop.providers.kie.task_request import task_request

MODELS = SANDBOX.models


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
@pytest.mark.parametrize("levels", [0, 1, 2])
def test_every_model_of_the_catalogue_is_read_back(model: VideoModel, levels: int) -> None:
    options = model.checked_options(smallest(model)[0].options)
    inputs: object = {"prompt": "Đà Nẵng"} | model.inputs(
        VideoRequest(model.id, "Đà Nẵng", options)
    )
    param: object = {
        "model": model.id,
        "callBackUrl": "https://tunnel.example/?secret",
        "input": json.dumps(inputs) if levels > 1 else inputs,
    }
    found = task_request({"param": json.dumps(param) if levels else param}, MODELS)
    url = "https://tunnel.example/?secret"
    assert found == TaskRequest(model.id, "Đà Nẵng", url, options)
    assert "secret" not in repr(found) and "Đà Nẵng" not in repr(found)


@pytest.mark.parametrize("vendor", [vendor.name for vendor in VENDORS])
def test_the_place_of_each_file_is_read_back_for_every_model(vendor: str) -> None:
    read = 0
    for model in VENDORS.named(vendor).models:
        numbers = count()
        # Slots that share a list are told apart where the first of them are full.
        inputs = {
            slot.name: tuple(f"{next(numbers):064x}" for _ in range(min(slot.most, 9)))
            for slot in model.slots
        }
        at = {one: f"https://files.example/{one[-4:]}" for ones in inputs.values() for one in ones}
        entry = {"name": "Tuấn", "description": "Áo xanh"}
        listed = {one.role: (entry,) * (one.most or 0) for one in model.parameters if one.files}
        asked = VideoRequest(model.id, "Đà Nẵng", {**model.defaults(), **listed}, inputs)
        sent = with_addresses(canonical({"model": model.id, "input": model.inputs(asked)}), at)
        found = task_request({"param": sent}, MODELS)
        assert found is not None
        assert found.slots == {
            name: tuple(at[one] for one in ones) for name, ones in inputs.items()
        }, model.id
        assert set(found.addresses) == set(at.values())
        read += len(at)
    assert read or vendor == "sandbox"


def test_files_that_went_in_are_named_by_their_addresses_wherever_they_stand() -> None:
    one, other = "https://tempfile.redpandaai.co/kieai/1/a/b.png", "http://127.0.0.1:9/kieai/c.jpg"
    inputs = {
        "prompt": f"See {one}",
        "image_urls": [one, other],
        "elements": [{"element_input_urls": [one], "name": "https://"}],
        "video": {"url": "ftp://files.example/a"},
        "deep": [[[[[[other]]]]]],
    }
    found = task_request({"param": {"model": "later/model", "input": json.dumps(inputs)}}, MODELS)
    assert found is not None
    assert found.addresses == (one, other)
    assert one not in repr(found)


def test_a_model_that_nobody_knows_says_its_shape() -> None:
    param = {"model": "later/model", "input": {"prompt": "x", "ratio": "21:9", "speed": 3}}
    found = task_request({"param": param}, MODELS)
    assert found == TaskRequest("later/model", "x", None, {"aspect_ratio": "21:9"})


@pytest.mark.parametrize("param", [None, "", "{", "[]", 7, "null", json.dumps("x")])
def test_a_record_without_a_request_says_nothing(param: object) -> None:
    assert task_request({"param": param}, MODELS) is None


@pytest.mark.parametrize(
    "inputs",
    [
        "not JSON",
        [1],
        {"prompt": 7, "aspect_ratio": ["16:9"]},
        {"prompt": "", "aspect_ratio": "21:9", "duration": "9", "resolution": 720},
        {},
    ],
)
def test_what_is_no_text_is_not_guessed(inputs: object) -> None:
    found = task_request({"param": json.dumps({"model": "veo-3-1", "input": inputs})}, KIE.models)
    assert found == TaskRequest("veo-3-1", None)
