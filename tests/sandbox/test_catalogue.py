"""The sandbox takes what the program declares, at the declared price: models are declared once."""

import json
from pathlib import Path

import pytest

from tests.requests import VENDORS
from videogen_desktop.domain.request import Options, VideoRequest
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.resources import resource_path
from videogen_desktop.sandbox.catalogue import FILES, read_catalogue
from videogen_desktop.sandbox.validation import check_request

CHOICES = [
    (vendor, model.id, {each.name: each.values[0] for each in price.when})
    for vendor in VENDORS
    for model in vendor.models
    if model.id in read_catalogue(resource_path("models"))
    for price in model.prices
]


@pytest.mark.parametrize(("vendor", "model_id", "options"), CHOICES)
def test_every_choice_that_is_offered_is_taken_at_its_price(
    vendor: Vendor, model_id: str, options: Options
) -> None:
    sent = vendor.priced(VideoRequest(model_id, "Mèo", options))
    checked = check_request(json.loads(sent.body), read_catalogue(resource_path("models")))
    assert (checked.model.name, checked.price) == (model_id, sent.price)


def test_a_model_that_is_declared_is_served(tmp_path: Path) -> None:
    for name in FILES:
        declared = json.loads(resource_path(f"models/{name}").read_text("utf-8"))
        first = declared["models"][0]
        declared["models"].append(first | {"id": f"new of {name}"})
        (tmp_path / name).write_text(json.dumps(declared), "utf-8")
    catalogue = read_catalogue(tmp_path)
    assert {f"new of {name}" for name in FILES} <= set(catalogue)
    fields = {"prompt": "Mèo", "aspect_ratio": "portrait", "duration": 10, "resolution": "1080p"}
    checked = check_request({"model": "new of sandbox.json", "input": fields}, catalogue)
    assert checked.price == 300_00
