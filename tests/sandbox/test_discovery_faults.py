"""Bad days of discovery: schemas that nobody would expect, prices and models that change."""

import json
from pathlib import Path
from typing import Any

from tests.sandbox.client import Client, ClientFactory
from tests.sandbox.test_side_calls import CATALOGUE, MODEL, asked
from videogen_desktop.resources import resource_path
from videogen_desktop.sandbox.discovery import SCHEMA_FAULTS
from videogen_desktop.sandbox.provider_schema import PATH, spoiled_schema

KLING = {"prompt": "Mèo", "duration": "5", "aspect_ratio": "16:9", "sound": False}


def input_of(document: Any) -> Any:
    """The input's schema in a document."""
    content = document["paths"][PATH]["post"]["requestBody"]["content"]["application/json"]
    return content["schema"]["properties"]["input"]


def schema_of(kie: Client) -> Any:
    return asked(kie, f"/api/v1/models/{MODEL}/schema")["data"]["openapi"]


def spoiled(fault: str) -> Any:
    assert fault in SCHEMA_FAULTS
    return spoiled_schema(CATALOGUE[MODEL], fault)


def test_a_schema_can_be_huge_endless_long_or_dangerous() -> None:
    assert len(json.dumps(spoiled("schema-huge"))) > 5_000_000
    endless = input_of(spoiled("schema-cycle"))
    assert endless["properties"]["odd"]["$ref"] == "#/components/schemas/Here"
    assert len(input_of(spoiled("schema-enum"))["properties"]["odd"]["enum"]) == 10_000
    assert "__class__" in input_of(spoiled("schema-dunder"))["properties"]


def test_a_spoiled_schema_is_served_as_often_as_asked_for(client: ClientFactory) -> None:
    kie = client("--fault", "schema-cycle:1")
    first, second = schema_of(kie), schema_of(kie)
    assert "Here" in first["components"]["schemas"]
    assert "Here" not in second["components"]["schemas"]


def test_a_price_can_change_between_the_button_and_the_request(client: ClientFactory) -> None:
    kie = client("--fault", "price-changed:1")
    path = f"/api/v1/models/{MODEL}/price"
    assert "55 credits" in asked(kie, path)["data"]["pricingDesc"]
    task = kie.post({"model": MODEL, "input": KLING})["data"]["taskId"]
    assert kie.finished(task)["creditsConsumed"] == 82.5
    assert "82.5 credits" in asked(kie, path)["data"]["pricingDesc"]


def test_a_model_can_be_retired_between_the_look_and_the_request(client: ClientFactory) -> None:
    kie = client("--fault", "model-retired:1")
    assert asked(kie, "/api/v1/models", q=MODEL)["data"]["total"] == 1
    for _ in range(2):
        refused = kie.post({"model": MODEL, "input": KLING})
        assert (refused["code"], refused["data"]) == (422, None)
    assert asked(kie, "/api/v1/models", q=MODEL)["data"]["total"] == 0
    assert asked(kie, f"/api/v1/models/{MODEL}/schema")["code"] == 404
    assert kie.credit() == 10_000


def test_required_fields_can_move(client: ClientFactory) -> None:
    kie = client("--fault", "required-moved")
    given = {"prompt": "Mèo", "aspect_ratio": "landscape"}
    refused = kie.post({"model": "sandbox/video-1", "input": given})
    assert (refused["code"], refused["msg"]) == (500, "duration is required")
    assert "duration" in input_of(schema_of(kie))["required"]


def test_a_model_that_no_release_has_heard_of_is_offered(
    client: ClientFactory, tmp_path: Path
) -> None:
    declared = json.loads(resource_path("models/sandbox.json").read_text("utf-8"))
    declared["models"] = [declared["models"][0] | {"id": "tomorrow/video-9", "title": "Tomorrow 9"}]
    file = tmp_path / "further.json"
    file.write_text(json.dumps(declared), "utf-8")
    kie = client("--models", str(file))
    (listed,) = asked(kie, "/api/v1/models", q="tomorrow")["data"]["models"]
    assert (listed["model"], listed["title"]) == ("tomorrow/video-9", "Tomorrow 9")
    assert kie.create("tomorrow/video-9")["code"] == 200
