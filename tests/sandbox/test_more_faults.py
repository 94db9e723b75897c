"""The rest of the menu: every fault does what it says."""

import json
import time
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.sandbox.client import Client, ClientFactory, urls_in
from videogen_desktop.sandbox.faults import FAULTS

BODY = {"model": "sandbox/video-1", "input": {"prompt": "a", "aspect_ratio": "portrait"}}


def created(kie: Client) -> httpx.Response:
    return kie.http.post("/api/v1/jobs/createTask", json=BODY)


def read(kie: Client, task_id: str) -> httpx.Response:
    return kie.http.get("/api/v1/jobs/recordInfo", params={"taskId": task_id})


def tasks(kie: Client) -> int:
    with kie.sandbox.books() as books:
        return len(books.tasks())


def url_of(record: Any) -> str:
    return urls_in(record)[0]


def test_every_fault_has_a_test_that_names_it() -> None:
    texts = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [name for name in FAULTS if f'"{name}' not in texts] == []


def test_a_refused_key_can_come_as_http_401(client: ClientFactory) -> None:
    kie = client("--fault", "refused-key-http:1")
    answer = created(kie)
    assert (answer.status_code, answer.json()["code"], tasks(kie)) == (401, 401, 0)
    assert created(kie).json()["code"] == 200


def test_an_agent_can_be_blocked_in_front_of_everything(client: ClientFactory) -> None:
    kie = client("--fault", "blocked-agent:2")
    for answer in (created(kie), read(kie, "a")):
        assert (answer.status_code, answer.text) == (403, "error code: 1010")
    assert tasks(kie) == 0


def test_json_can_be_cut_in_half_after_a_task_was_made(client: ClientFactory) -> None:
    kie = client("--fault", "truncated-json:1")
    answer = created(kie)
    assert answer.text.startswith('{"code":200')
    with pytest.raises(json.JSONDecodeError):
        answer.json()
    assert tasks(kie) == 1


def test_a_refusal_of_pace_can_be_http_429_with_a_hint(client: ClientFactory) -> None:
    kie = client("--fault", "rate-limited-http:1")
    answer = created(kie)
    assert (answer.status_code, answer.headers["retry-after"], tasks(kie)) == (429, "1", 0)


@pytest.mark.parametrize(("fault", "code"), [("retired-model", 422), ("feature-off", 505)])
def test_a_model_can_be_gone(client: ClientFactory, fault: str, code: int) -> None:
    kie = client("--fault", f"{fault}:1")
    assert (created(kie).json()["code"], tasks(kie)) == (code, 0)
    assert created(kie).json()["code"] == 200


def test_a_task_can_end_with_408_and_nothing_else(client: ClientFactory) -> None:
    kie = client("--fault", "fail-408")
    task_id = created(kie).json()["data"]["taskId"]
    answer = kie.until(task_id, lambda answer: answer["code"] == 408)[-1]
    assert (answer["data"], kie.credit()) == (None, 10_000)


def test_a_failure_can_say_nothing(client: ClientFactory) -> None:
    kie = client("--fault", "fail-unsaid")
    record = kie.finished(created(kie).json()["data"]["taskId"])
    assert (record["state"], record["failCode"], record["failMsg"]) == ("fail", "", "")


def test_a_record_can_be_cut_in_half(client: ClientFactory) -> None:
    kie = client("--fault", "truncated-json-status:1", "--speed", "10000")
    task_id = created(kie).json()["data"]["taskId"]
    while (answer := read(kie, task_id)).text.endswith("}"):
        time.sleep(0.11)
    with pytest.raises(json.JSONDecodeError):
        answer.json()
    assert kie.finished(task_id)["state"] == "success"


def test_a_reading_can_be_reset(client: ClientFactory) -> None:
    kie = client("--fault", "lost-answer-status:1")
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        read(kie, "a" * 32)
    assert read(kie, "a" * 32).status_code == 200


def test_a_reading_can_stall(client: ClientFactory) -> None:
    kie = client("--fault", "stalled-status:1")
    kie.http.timeout = httpx.Timeout(5, read=0.3)
    with pytest.raises(httpx.ReadTimeout):
        read(kie, "a" * 32)


def test_a_running_record_can_come_under_code_249(client: ClientFactory) -> None:
    kie = client("--fault", "running-249", "--speed", "5")
    task_id = created(kie).json()["data"]["taskId"]
    answers = kie.until(task_id, lambda answer: answer["data"] and answer["data"]["resultJson"])
    codes = {answer["code"] for answer in answers if answer["data"]}
    assert codes == {249, 200}


def test_the_cost_time_can_be_in_milliseconds(client: ClientFactory) -> None:
    kie = client("--fault", "cost-time-ms", "--speed", "10")
    record = kie.finished(created(kie).json()["data"]["taskId"])
    assert record["costTime"] == record["completeTime"] - record["createTime"] > 900


def test_the_clock_can_be_an_hour_ahead(client: ClientFactory) -> None:
    kie = client("--fault", "clock-skew")
    answer = created(kie)
    (date,) = answer.headers.get_list("date")
    assert 3_500 < parsedate_to_datetime(date).timestamp() - time.time() < 3_700
    record = kie.finished(answer.json()["data"]["taskId"])
    assert 3_500_000 < record["createTime"] - time.time() * 1000 < 3_700_000


def test_a_file_can_be_missing(client: ClientFactory) -> None:
    kie = client("--fault", "missing-file:1")
    url = url_of(kie.finished(created(kie).json()["data"]["taskId"]))
    assert [kie.fetch(url).status_code for _ in range(2)] == [404, 200]


def test_a_task_can_have_several_results(client: ClientFactory) -> None:
    kie = client("--fault", "several-results")
    record = kie.finished(kie.create()["data"]["taskId"])
    urls = json.loads(record["resultJson"])["resultUrls"]
    assert urls == urls_in(record)
    kinds = [kie.fetch(url).headers["content-type"] for url in urls]
    assert kinds == ["image/png", "video/mp4", "video/mp4"]
    assert kie.fetch(urls[0]).content.startswith(b"\x89PNG")
