"""An upload on a bad day, and what becomes of a request that names it."""

import os
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.sandbox.client import Client, ClientFactory
from videogen_desktop.sandbox.faults import FaultPlan
from videogen_desktop.sandbox.uploads import KEPT_SECONDS, Uploads

BYTES = b"\x89PNG and so on"


def upload(kie: Client) -> httpx.Response:
    return kie.http.post(
        "/api/file-stream-upload",
        data={"uploadPath": "images", "fileName": f"{time.time_ns()}.png"},
        files={"file": ("a.png", BYTES, "image/png")},
    )


def address_of(answer: httpx.Response) -> str:
    return str(answer.json()["data"]["downloadUrl"])


def asked_with(kie: Client, address: str) -> Any:
    """A task that names the file, whatever the model makes of it."""
    return kie.create(negative_prompt=address)


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path, "http://127.0.0.1:8000", FaultPlan())


def test_an_upload_can_be_refused(client: ClientFactory) -> None:
    kie = client("--fault", "upload-refused:1")
    refused, taken = upload(kie).json(), upload(kie).json()
    assert (refused["success"], refused["code"], refused["data"]) == (False, 400, None)
    assert taken["success"] is True


def test_the_answer_to_an_upload_can_be_slow(client: ClientFactory) -> None:
    kie = client("--fault", "upload-slow:1")
    kie.http.timeout = 0.5
    with pytest.raises(httpx.ReadTimeout):
        upload(kie)
    assert upload(kie).json()["success"] is True


def test_the_answer_to_an_upload_can_be_cut_or_a_page(client: ClientFactory) -> None:
    kie = client("--fault", "upload-cut:1", "--fault", "upload-html:1")
    cut, page = upload(kie), upload(kie)
    assert cut.text.startswith('{"success":true')
    assert not cut.text.endswith("}")
    assert (page.status_code, page.text[:9]) == (200, "<!doctype")


def test_a_request_that_names_an_upload_that_is_gone_is_refused(client: ClientFactory) -> None:
    kie = client("--fault", "upload-expired:1")
    gone, there = address_of(upload(kie)), address_of(upload(kie))
    assert [kie.fetch(url).status_code for url in (gone, there)] == [403, 200]
    assert asked_with(kie, gone)["code"] == 451
    assert asked_with(kie, there)["code"] == 200
    assert asked_with(kie, there.replace("images", "elsewhere"))["code"] == 451
    with kie.sandbox.books() as books:
        assert len(books.tasks()) == 1


def test_a_file_lies_at_its_address_for_a_day(uploads: Uploads, tmp_path: Path) -> None:
    file = tmp_path / "100001" / "images" / "a.png"
    file.parent.mkdir(parents=True)
    file.write_bytes(BYTES)
    # Of another run, which had another port.
    address = "http://127.0.0.1:9999/kieai/100001/images/a.png"
    assert uploads.path_of(address) == file
    assert not uploads.lost_in({"input": {"image_urls": [address], "prompt": "a"}})
    too_old = time.time() - KEPT_SECONDS - 1
    os.utime(file, (too_old, too_old))
    assert uploads.path_of(address) is None
    assert uploads.lost_in({"input": {"elements": [{"element_input_urls": [address]}]}})


@pytest.mark.parametrize(
    "url",
    [
        "https://files.example/kieai/100001/images/a.png",
        "http://127.0.0.1:8000/files/a.png",
        "http://127.0.0.1:8000/kieai/../../etc/passwd",
        "http://127.0.0.1:8000/kieai/%2e%2e/%2e%2e/etc/passwd",
        "http://[",
        "một con mèo",
        "",
    ],
)
def test_no_other_address_leads_to_a_file(uploads: Uploads, url: str) -> None:
    assert uploads.path_of(url) is None
    assert not uploads.lost_in({"input": {"image_url": url}})
