"""The sandbox answers in the shapes that Kie's own answers had when they were recorded."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.sandbox.client import Client, ClientFactory, is_over
from tests.sandbox.test_side_calls import MODEL, asked

_FILE = Path(__file__).parent.parent / "fixtures" / "answers" / "recorded.json"
RECORDED: Any = json.loads(_FILE.read_text("utf-8"))
FORMATS = {
    "id": re.compile(r"[0-9a-f]{32}"),
    "moment": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"),
    "address": re.compile(r"https?://\S+"),
}
FIRST_MOMENT_MS = 1_600_000_000_000


def shape(value: object) -> object:
    """Keys, types and formats of an answer, without what it says."""
    match value:
        case dict():
            return {name: shape(one) for name, one in value.items()}
        case list():
            return sorted({json.dumps(shape(one)) for one in value})
        case bool() | None:
            return type(value).__name__
        case int() | float():
            return "milliseconds" if value > FIRST_MOMENT_MS else "number"
        case str() if value.startswith("{"):
            return {"JSON text": shape(json.loads(value))}
        case str():
            fitting = (name for name, one in FORMATS.items() if one.fullmatch(value))
            return next(fitting, "text")
    raise TypeError(value)


def recorded_shapes(which: str) -> Iterator[object]:
    for run in RECORDED["runs"]:
        # creditsConsumed came in August.
        data = run[which]["data"] | {"creditsConsumed": 70.0}
        yield shape({**run[which], "data": data | {"param": "{}"}})


def without_param(answer: Any) -> object:
    assert list(json.loads(answer["data"]["param"])) == ["input", "model"]
    assert isinstance(json.loads(json.loads(answer["data"]["param"])["input"]), dict)
    return shape({**answer, "data": answer["data"] | {"param": "{}"}})


def test_a_task_is_created_and_read_in_the_recorded_shapes(client: ClientFactory) -> None:
    kie = client("--speed", "3")
    created = kie.create()
    for run in RECORDED["runs"]:
        assert shape(created) == shape(run["answer"])
    answers = kie.until(created["data"]["taskId"], is_over)
    first = next(answer for answer in answers if answer["data"])
    assert without_param(first) in list(recorded_shapes("first"))
    assert without_param(first) == without_param(RECORDED["august"]["first"])
    assert without_param(answers[-1]) in list(recorded_shapes("final"))


@pytest.fixture
def kie(shared: Client) -> Client:
    return shared


def test_models_are_listed_in_the_recorded_shape(kie: Client) -> None:
    recorded = RECORDED["discovery"]["models"]["data"]["models"]
    shapes = [shape(model | {"description": None}) for model in recorded]
    listed = asked(kie, "/api/v1/models")
    assert listed.keys() == RECORDED["discovery"]["models"].keys()
    for model in listed["data"]["models"]:
        assert shape(model | {"description": None}) in shapes
        assert shape(model["description"]) in ("NoneType", "text")
        assert model["slug"] == model["model"]


def test_no_match_is_an_empty_list(kie: Client) -> None:
    assert asked(kie, "/api/v1/models", q="no such model") == RECORDED["discovery"]["none"]


def test_discovery_is_refused_as_recorded(client: ClientFactory) -> None:
    kie = client()
    address = f"{kie.sandbox.address}/api/v1/models"
    assert httpx.get(address).json() == RECORDED["discovery"]["unauthorized"]
    answers = [kie.http.get("/api/v1/models").json() for _ in range(6)]
    assert RECORDED["discovery"]["too_frequent"] in answers


def test_the_rest_is_answered_in_the_recorded_shape(kie: Client) -> None:
    counted = kie.http.get("/client/v1/model-pricing/count").json()
    assert shape(counted) == shape(RECORDED["discovery"]["count"])
    assert shape(kie.http.get("/api/v1/chat/credit").json()) == shape(RECORDED["credit"][0])
    foreign = kie.http.post("/api/v1/common/download-url", json={"url": "https://example.com/a"})
    assert foreign.json() == RECORDED["download_url"][0]


def test_success_rates_have_the_recorded_form(kie: Client) -> None:
    points = asked(kie, f"/api/v1/models/{MODEL}/success-rate")["data"]["points"]
    told = [point for point in points if point["successRate"] is not None]
    recorded = shape(RECORDED["discovery"]["success_rate_point"])
    assert [shape(point) for point in told] == [recorded] * len(told)
    assert max(point["successRate"] for point in told) > 1
    assert 0 < len(told) < len(points) == 144
