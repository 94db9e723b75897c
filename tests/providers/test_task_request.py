"""What a record says of the request is read tolerantly, and never invented."""

import json

import pytest

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.catalogue import CATALOGUE
from videogen_desktop.domain.provider import TaskRequest
from videogen_desktop.providers.kie.task_request import task_request


@pytest.mark.parametrize("model", CATALOGUE, ids=lambda model: model.id)
@pytest.mark.parametrize("shape", AspectRatio)
@pytest.mark.parametrize("levels", [0, 1, 2])
def test_every_model_of_the_catalogue_is_read_back(
    model: object, shape: AspectRatio, levels: int
) -> None:
    inputs: object = model.inputs("Đà Nẵng", shape)  # type: ignore[attr-defined]
    param: object = {
        "model": model.id,  # type: ignore[attr-defined]
        "callBackUrl": "https://tunnel.example/?secret",
        "input": json.dumps(inputs) if levels > 1 else inputs,
    }
    found = task_request({"param": json.dumps(param) if levels else param})
    assert found == TaskRequest(
        model.id,  # type: ignore[attr-defined]
        "Đà Nẵng",
        "https://tunnel.example/?secret",
        shape,
    )
    assert "secret" not in repr(found) and "Đà Nẵng" not in repr(found)


@pytest.mark.parametrize("param", [None, "", "{", "[]", 7, "null", json.dumps("x")])
def test_a_record_without_a_request_says_nothing(param: object) -> None:
    assert task_request({"param": param}) is None


@pytest.mark.parametrize(
    "inputs",
    [
        "not JSON",
        [1],
        {"prompt": 7, "aspect_ratio": ["16:9"]},
        {"prompt": "", "aspect_ratio": "1:1"},
        {},
    ],
)
def test_what_is_no_text_is_not_guessed(inputs: object) -> None:
    found = task_request({"param": json.dumps({"model": "veo-3-1", "input": inputs})})
    assert found == TaskRequest("veo-3-1", None)
