"""What surrounds the jobs: discovery, prices, download links, uploads."""

import base64
import random
import re
import time
from typing import Any

import httpx
import pytest

from tests.sandbox.client import Client, ClientFactory, urls_in
from videogen_desktop.resources import resource_path
from videogen_desktop.sandbox.catalogue import read_catalogue

MODEL = "kling-2.6/text-to-video"
CATALOGUE = read_catalogue(resource_path("models"))
BYTES = random.Random(7).randbytes(70_000) + b"\r\n--x\r\n\r\r\n\n"


@pytest.fixture
def kie(shared: Client) -> Client:
    return shared


def asked(kie: Client, path: str, **query: str) -> Any:
    """A discovery call, at the pace that they share."""
    while True:
        answer = kie.http.get(path, params=query).json()
        if answer["code"] != 429:
            return answer
        time.sleep(0.2)


def test_the_models_are_listed_and_can_be_filtered(kie: Client) -> None:
    every = asked(kie, "/api/v1/models")["data"]
    names = [model["model"] for model in every["models"]]
    assert every["total"] == len(names) > len(CATALOGUE)
    assert set(CATALOGUE) <= set(names)
    assert asked(kie, "/api/v1/models", q="kling")["data"]["models"][0]["model"] == MODEL
    chats = asked(kie, "/api/v1/models", taskType="Chat,Text to Music")["data"]["models"]
    assert {tuple(model["taskType"]) for model in chats} == {("Chat",)}


def test_a_model_has_a_schema_a_price_and_a_success_rate(kie: Client) -> None:
    schema = asked(kie, f"/api/v1/models/{MODEL}/schema")["data"]
    (path,) = schema["openapi"]["paths"]
    assert (schema["model"], path) == (MODEL, "/api/v1/jobs/createTask")
    assert "55 credits" in asked(kie, f"/api/v1/models/{MODEL}/price")["data"]["pricingDesc"]
    points = asked(kie, f"/api/v1/models/{MODEL}/success-rate")["data"]["points"]
    assert len(points) == 144
    unknown = asked(kie, "/api/v1/models/sora-2-text-to-video/schema")
    assert unknown["code"] == 404
    assert "not supported" in unknown["msg"]


def test_discovery_calls_share_one_a_second(client: ClientFactory) -> None:
    kie = client()
    paths = ("/api/v1/models", f"/api/v1/models/{MODEL}/price") * 6
    codes = [kie.http.get(path).json()["code"] for path in paths]
    assert codes[0] == 200
    assert codes.count(429) >= 1


def test_discovery_needs_the_key(kie: Client) -> None:
    answer = httpx.get(f"{kie.sandbox.address}/api/v1/models").json()
    assert answer["code"] == 401


def test_the_price_feed_needs_no_key_and_has_pages(kie: Client) -> None:
    url = f"{kie.sandbox.address}/client/v1/model-pricing"
    page = httpx.post(f"{url}/page", json={"pageNum": 2, "pageSize": 3}).json()["data"]
    total = sum(len(model.prices) for model in CATALOGUE.values())
    assert (len(page["records"]), page["total"], page["pages"]) == (3, total, -(-total // 3))
    assert isinstance(page["records"][0]["creditPrice"], str)
    assert httpx.get(f"{url}/count").json()["data"]["video"] == total


def renewed(kie: Client, url: str) -> Any:
    return kie.http.post("/api/v1/common/download-url", json={"url": url}).json()


def test_an_old_link_is_renewed_for_twenty_minutes(client: ClientFactory) -> None:
    kie = client("--link-seconds", "1")
    url = urls_in(kie.finished(kie.create()["data"]["taskId"]))[0]
    while kie.fetch(url).status_code != 403:
        time.sleep(0.1)
    answer = renewed(kie, url)
    assert kie.fetch(answer["data"]).status_code == 200
    lives = int(httpx.URL(answer["data"]).params["expires"]) - time.time()
    assert 1_100 < lives <= 1_200


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/a.mp4",
        "not a url",
        "http://[",
        "",
        "http://127.0.0.1:1/files/a/b",
    ],
)
def test_a_foreign_address_gets_no_link(kie: Client, url: str) -> None:
    assert renewed(kie, url)["code"] == 422


def test_a_download_link_can_be_refused(client: ClientFactory) -> None:
    kie = client("--fault", "download-link-refused:1")
    url = urls_in(kie.finished(kie.create()["data"]["taskId"]))[0]
    assert [renewed(kie, url)["code"] for _ in range(2)] == [422, 200]


def uploaded(kie: Client, answer: httpx.Response, kind: str) -> dict[str, Any]:
    body = answer.json()
    assert (body["success"], body["code"]) == (True, 200)
    data: dict[str, Any] = body["data"]
    assert (data["success"], data["fileSize"], data["mimeType"]) == (True, len(BYTES), kind)
    assert data["filePath"].startswith("kieai/100001/")
    assert data["downloadUrl"] == f"{kie.sandbox.address}/{data['filePath']}"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", data["uploadedAt"])
    assert kie.fetch(data["downloadUrl"]).content == BYTES
    return data


@pytest.mark.parametrize("prefix", ["", "data:image/png;base64,"])
def test_base64_is_uploaded(kie: Client, prefix: str) -> None:
    body = {
        "base64Data": prefix + base64.b64encode(BYTES).decode(),
        "uploadPath": "images/mine",
        "fileName": "a.png",
    }
    data = uploaded(kie, kie.http.post("/api/file-base64-upload", json=body), "image/png")
    assert (data["fileName"], data["filePath"]) == (
        "a.png",
        "kieai/100001/images/mine/a.png",
    )


def test_a_stream_is_uploaded(kie: Client) -> None:
    answer = kie.http.post(
        "/api/file-stream-upload",
        data={"uploadPath": "images"},
        files={"file": ("b.jpg", BYTES, "image/jpeg")},
    )
    name = uploaded(kie, answer, "image/jpeg")["fileName"]
    assert re.fullmatch(r"\d{13}-[0-9a-z]{11}\.jpg", name)


def test_an_upload_is_called_what_it_is_told_to_be(kie: Client) -> None:
    answer = kie.http.post(
        "/api/file-stream-upload",
        data={"uploadPath": "images", "fileName": "c.jpg"},
        files={"file": ("b.jpg", BYTES, "image/jpeg")},
    )
    assert uploaded(kie, answer, "image/jpeg")["filePath"] == "kieai/100001/images/c.jpg"


def test_a_url_of_here_is_uploaded_and_no_other_is_fetched(kie: Client) -> None:
    body = {"base64Data": base64.b64encode(BYTES).decode(), "uploadPath": "a", "fileName": "c.png"}
    first = kie.http.post("/api/file-base64-upload", json=body).json()["data"]["downloadUrl"]
    again = {"fileUrl": first, "uploadPath": "b", "fileName": "d.png"}
    uploaded(kie, kie.http.post("/api/file-url-upload", json=again), "image/png")
    assert renewed(kie, first)["data"] == first
    elsewhere = again | {"fileUrl": "http://127.0.0.1:9/secret"}
    assert kie.http.post("/api/file-url-upload", json=elsewhere).json()["code"] == 500


@pytest.mark.parametrize(
    "changes",
    [
        {"base64Data": None},
        {"base64Data": "not base64!"},
        {"uploadPath": None},
        {"uploadPath": ".."},
        {"uploadPath": "/etc"},
        {"fileName": "../a.png"},
    ],
)
def test_a_bad_upload_is_refused(kie: Client, changes: dict[str, object]) -> None:
    body = {"base64Data": "QQ==", "uploadPath": "a", "fileName": "a.png"} | changes
    answer = kie.http.post("/api/file-base64-upload", json=body).json()
    assert (answer["success"], answer["code"], answer["data"]) == (False, 400, None)


def test_uploads_need_the_key_and_take_it_nowhere_else(kie: Client) -> None:
    url = f"{kie.sandbox.address}/api/file-base64-upload"
    assert httpx.post(url, json={}).json()["code"] == 401
    assert kie.http.get("/kieai/100001/a/c.png").status_code == 403
