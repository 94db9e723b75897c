"""The sandbox takes what the program declares, at the declared price: models are declared once."""

import json
import shutil
from pathlib import Path

import pytest

from tests.model_choices import smallest
from tests.requests import SANDBOX
from videogen_desktop.domain.errors import PriceUnknownError
from videogen_desktop.domain.input_file import with_addresses
from videogen_desktop.domain.model import VideoModel
from videogen_desktop.resources import resource_path
from videogen_desktop.sandbox.catalogue import FILES, SCHEMAS, read_catalogue
from videogen_desktop.sandbox.validation import check_request

CATALOGUE = read_catalogue(resource_path("models"))


@pytest.mark.parametrize("model", SANDBOX.models, ids=lambda model: model.id)
def test_every_model_that_is_offered_is_taken_at_its_price(model: VideoModel) -> None:
    request, facts = smallest(model)
    if facts.seconds or model.needs_parent:
        pytest.skip("it is priced by what goes in, which the server looks at")
    try:
        sent = SANDBOX.priced(request, facts)
    except PriceUnknownError:
        pytest.skip("its price is said to be unknown")
    addresses = {sha256: f"https://files.example/{sha256}.png" for sha256 in facts.files}
    checked = check_request(json.loads(with_addresses(sent.body, addresses)), CATALOGUE)
    assert (checked.model.name, checked.price) == (model.id, sent.price)


def test_a_model_that_is_declared_is_served(tmp_path: Path) -> None:
    shutil.copy(resource_path(f"models/{SCHEMAS}"), tmp_path)
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
