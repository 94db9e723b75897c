"""What createTask refuses, with Kie's codes; keys; rate limits."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.sandbox.client import Client, ClientFactory

Fields = dict[str, object]

KLING: Fields = {
    "prompt": "Mèo",
    "duration": "5",
    "aspect_ratio": "16:9",
    "sound": False,
}
WAN: Fields = {"prompt": "Mèo", "ratio": "9:16", "duration": 5, "resolution": "720p"}
VEO: Fields = {
    "prompt": "Mèo",
    "model": "veo3_lite",
    "aspect_ratio": "9:16",
    "duration": 8,
}
SANDBOX: Fields = {"prompt": "Mèo", "aspect_ratio": "portrait"}
NAMES = {
    "kling-2.6/text-to-video": KLING,
    "wan/2-7-text-to-video": WAN,
    "veo-3-1": VEO,
    "sandbox/video-1": SANDBOX,
}


@pytest.fixture
def kie(shared: Client) -> Client:
    return shared


@pytest.mark.parametrize(
    ("model", "changes", "cost"),
    [
        ("sandbox/video-1", {}, 100),
        ("kling-2.6/text-to-video", {}, 55),
        ("kling-2.6/text-to-video", {"duration": "10"}, 110),
        ("kling-2.6/text-to-video", {"sound": True}, 110),
        ("kling-2.6/text-to-video", {"duration": "10", "sound": True}, 220),
        ("wan/2-7-text-to-video", {}, 80),
        ("wan/2-7-text-to-video", {"duration": 3, "resolution": "1080p"}, 72),
        ("veo-3-1", {}, 30),
        ("veo-3-1", {"model": "veo3", "resolution": "1080p"}, 255),
        ("veo-3-1", {"model": None}, 60),
    ],
)
def test_every_model_costs_its_price(kie: Client, model: str, changes: Fields, cost: float) -> None:
    answer = kie.post({"model": model, "input": NAMES[model] | changes})
    assert kie.finished(answer["data"]["taskId"])["creditsConsumed"] == cost


@pytest.mark.parametrize(
    ("model", "field"),
    [
        ("sandbox/video-1", "prompt"),
        ("sandbox/video-1", "aspect_ratio"),
        ("kling-2.6/text-to-video", "duration"),
        ("kling-2.6/text-to-video", "aspect_ratio"),
        ("kling-2.6/text-to-video", "sound"),
        ("wan/2-7-text-to-video", "prompt"),
        ("veo-3-1", "prompt"),
    ],
)
def test_a_missing_field_is_code_500_with_its_name(kie: Client, model: str, field: str) -> None:
    given = {name: value for name, value in NAMES[model].items() if name != field}
    answer = kie.post({"model": model, "input": given})
    assert answer == {"code": 500, "msg": f"{field} is required", "data": None}


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        ("sandbox/video-1", {"aspect_ratio": "16:9"}),
        ("sandbox/video-1", {"duration": "5"}),
        ("sandbox/video-1", {"prompt": "a" * 5001}),
        ("sandbox/video-1", {"prompt": 5}),
        ("sandbox/video-1", {"prompt": "\ud800"}),
        ("kling-2.6/text-to-video", {"duration": 5}),
        ("kling-2.6/text-to-video", {"sound": "false"}),
        ("kling-2.6/text-to-video", {"prompt": "a" * 1001}),
        ("wan/2-7-text-to-video", {"duration": "5"}),
        ("wan/2-7-text-to-video", {"duration": 16}),
        ("wan/2-7-text-to-video", {"duration": True}),
        ("wan/2-7-text-to-video", {"resolution": "720P"}),
        ("veo-3-1", {"model": "veo4"}),
        ("veo-3-1", {"duration": 5}),
    ],
)
def test_a_wrong_type_or_value_is_code_422(kie: Client, model: str, changes: Fields) -> None:
    answer = kie.post({"model": model, "input": NAMES[model] | changes})
    assert (answer["code"], answer["data"]) == (422, None)


@pytest.mark.parametrize("model", ["veo3", "sora-2-text-to-video", "sandbox/video-1 ", 7, []])
def test_an_unknown_model_is_refused_in_kies_words(kie: Client, model: str) -> None:
    answer = kie.post({"model": model, "input": SANDBOX})
    assert answer["code"] == 422
    assert answer["msg"].startswith("The model name you specified is not supported.")


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000, b"[]", b"null", b" " * 2_000_000])
def test_a_body_that_is_no_request_is_refused(kie: Client, body: bytes) -> None:
    answer = kie.http.post("/api/v1/jobs/createTask", content=body)
    assert answer.status_code == 200
    assert answer.json()["code"] == 422


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/v1/jobs/createTask"),
        ("GET", "/api/v1/jobs/recordInfo?taskId=1"),
        ("GET", "/api/v1/chat/credit"),
    ],
)
def test_a_wrong_key_is_code_401_in_http_200(
    kie: Client, headers: dict[str, str], method: str, path: str
) -> None:
    del kie.http.headers["Authorization"]
    answer = kie.http.request(method, path, headers=headers)
    assert answer.status_code == 200
    assert answer.json() == {
        "code": 401,
        "msg": "You do not have access permissions",
        "data": None,
    }


def test_the_twenty_first_create_in_ten_seconds_is_dropped(client: ClientFactory) -> None:
    kie = client()
    codes = [kie.create()["code"] for _ in range(22)]
    assert codes == [200] * 20 + [429] * 2
    with kie.sandbox.books() as books:
        assert len(books.tasks()) == 20
        assert len(books.create_requests()) == 22


def test_refused_creates_do_not_use_up_the_window(client: ClientFactory) -> None:
    kie = client()
    assert {kie.create(prompt="")["code"] for _ in range(25)} == {500}
    assert kie.create()["code"] == 200


def test_the_eleventh_record_of_one_task_in_a_second_is_dropped(kie: Client) -> None:
    # Several at once: one by one, a busy machine may need a tenth of a second for each.
    with ThreadPoolExecutor(10) as callers:
        codes = list(callers.map(lambda _: kie.record("a" * 32)["code"], range(60)))
    assert codes.count(422) >= 10
    assert 429 in codes
    assert kie.record("b" * 32)["code"] == 422


def test_there_is_nothing_beside_kies_calls(kie: Client) -> None:
    for path in ("/", "/api/v1/models/a/b", "/files/a", "/api/v1/jobs/createTask/x"):
        answer = kie.http.get(path)
        assert (answer.status_code, answer.json()["code"]) == (404, 404)
