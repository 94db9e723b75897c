"""Every fault does what the menu says."""

import time
from typing import Any

import httpx
import pytest

from tests.sandbox.client import Client, ClientFactory, urls_in
from videogen_desktop.sandbox.faults import FAULTS, FaultPlan, UnknownFaultError
from videogen_desktop.sandbox.records import Task


def tasks_of(kie: Client) -> tuple[Task, ...]:
    with kie.sandbox.books() as books:
        return books.tasks()


def first_url(record: Any) -> str:
    return urls_in(record)[0]


def test_a_counted_fault_strikes_that_often() -> None:
    plan = FaultPlan(["fail:2", "html-502"])
    assert [plan.strikes("fail") for _ in range(4)] == [True, True, False, False]
    assert all(plan.strikes("html-502") for _ in range(4))
    assert not plan.strikes("moderation")


@pytest.mark.parametrize("text", ["", "nope", "fail:", "fail:0", "fail:-1", "fail:x", "Fail"])
def test_a_fault_that_is_not_on_the_menu_is_refused(text: str) -> None:
    with pytest.raises(UnknownFaultError):
        FaultPlan([text])


def test_every_fault_says_what_it_does() -> None:
    assert all(len(meaning) > 20 for meaning in FAULTS.values())


def test_a_refused_key_is_refused_for_every_call(client: ClientFactory) -> None:
    kie = client("--fault", "refused-key")
    assert kie.create()["code"] == 401
    assert kie.record("a" * 32)["code"] == 401
    assert kie.http.get("/api/v1/chat/credit").json()["code"] == 401
    assert tasks_of(kie) == ()


def test_a_lost_answer_is_a_reset_and_a_charged_task(client: ClientFactory) -> None:
    kie = client("--fault", "lost-answer:1")
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        kie.create()
    (task,) = tasks_of(kie)
    assert kie.finished(task.task_id)["state"] == "success"
    assert kie.credit() == 9_900
    assert kie.create()["code"] == 200


def test_a_stalled_answer_leaves_a_task_behind(client: ClientFactory) -> None:
    kie = client("--fault", "stalled-answer")
    kie.http.timeout = httpx.Timeout(5, read=0.5)
    with pytest.raises(httpx.ReadTimeout):
        kie.create()
    assert len(tasks_of(kie)) == 1


def test_an_empty_body_hides_a_task(client: ClientFactory) -> None:
    kie = client("--fault", "empty-body")
    answer = kie.http.post(
        "/api/v1/jobs/createTask",
        json={"model": "sandbox/video-1", "input": {"prompt": "a", "aspect_ratio": "portrait"}},
    )
    assert (answer.status_code, answer.content) == (200, b"")
    assert len(tasks_of(kie)) == 1


@pytest.mark.parametrize(("fault", "tasks"), [("html-502", 0), ("html-502-created", 1)])
def test_a_gateway_page_comes_with_and_without_a_task(
    client: ClientFactory, fault: str, tasks: int
) -> None:
    kie = client("--fault", fault)
    body = {"model": "sandbox/video-1", "input": {"prompt": "a", "aspect_ratio": "portrait"}}
    answer = kie.http.post("/api/v1/jobs/createTask", json=body)
    assert answer.status_code == 502
    assert answer.headers["content-type"].startswith("text/html")
    assert len(tasks_of(kie)) == tasks


def test_refusals_create_nothing(client: ClientFactory) -> None:
    names = ("rate-limited", "server-error", "maintenance", "key-cap")
    kie = client(*(part for name in names for part in ("--fault", f"{name}:1")))
    assert [kie.create()["code"] for _ in names] == [429, 500, 455, 433]
    assert tasks_of(kie) == ()
    assert kie.create()["code"] == 200


def test_failed_tasks_say_why_and_cost_nothing(client: ClientFactory) -> None:
    kie = client("--fault", "fail:1", "--fault", "moderation:1")
    records = [kie.finished(kie.create()["data"]["taskId"]) for _ in range(2)]
    assert [record["failCode"] for record in records] == ["500", "SENSITIVE_WORD_ERROR"]
    for record in records:
        assert record["state"] == "fail"
        assert record["failMsg"]
        assert (record["creditsConsumed"], record["resultJson"]) == (0, "")
    assert kie.credit() == 10_000


def test_a_501_envelope_ends_a_task_without_data(client: ClientFactory) -> None:
    kie = client("--fault", "fail-501")
    task_id = kie.create()["data"]["taskId"]
    answer = kie.until(task_id, lambda answer: answer["code"] == 501)[-1]
    assert answer["data"] is None
    assert kie.credit() == 10_000


def test_success_without_a_url_is_charged(client: ClientFactory) -> None:
    kie = client("--fault", "success-without-url")
    record = kie.finished(kie.create()["data"]["taskId"])
    assert urls_in(record) == []
    assert kie.credit() == 9_900


def test_a_different_charge_is_what_is_deducted(client: ClientFactory) -> None:
    kie = client("--fault", "charged-differently:1")
    assert kie.finished(kie.create()["data"]["taskId"])["creditsConsumed"] == 85.5
    assert kie.credit() == 9_914.5


def test_status_can_be_a_gateway_page_a_refusal_or_nothing(client: ClientFactory) -> None:
    kie = client(
        *("--fault", "html-502-status:1"),
        *("--fault", "rate-limited-status:1"),
        *("--fault", "empty-body-status:1"),
    )
    path = "/api/v1/jobs/recordInfo?taskId=" + "a" * 32
    first, second, third, fourth = (kie.http.get(path) for _ in range(4))
    assert first.status_code == 502
    assert second.json()["code"] == 429
    assert (third.status_code, third.content) == (200, b"")
    assert fourth.json()["code"] == 422


def test_a_record_can_be_gone(client: ClientFactory) -> None:
    kie = client("--fault", "record-gone:3", "--speed", "1000")
    task_id = kie.create()["data"]["taskId"]
    answers = kie.until(task_id, lambda answer: answer["code"] == 200)
    assert [answer["msg"] for answer in answers[:3]] == ["recordInfo is null"] * 3


def test_an_unknown_state_passes(client: ClientFactory) -> None:
    kie = client("--fault", "unknown-state", "--speed", "5")
    task_id = kie.create()["data"]["taskId"]
    answers = kie.until(task_id, lambda answer: answer["data"] and answer["data"]["resultJson"])
    assert {answer["data"]["state"] for answer in answers if answer["data"]} == {
        "finalizing_frames",
        "success",
    }


def test_success_can_come_under_code_505(client: ClientFactory) -> None:
    kie = client("--fault", "success-505")
    task_id = kie.create()["data"]["taskId"]
    answer = kie.until(task_id, lambda answer: answer["data"] and answer["data"]["resultJson"])[-1]
    assert (answer["code"], answer["data"]["state"]) == (505, "success")


def test_result_json_can_be_broken(client: ClientFactory) -> None:
    kie = client("--fault", "invalid-result-json")
    record = kie.finished(kie.create()["data"]["taskId"])
    assert record["resultJson"] == '{"resultUrls":['


def test_a_truncated_file_ends_before_its_length(client: ClientFactory) -> None:
    kie = client("--fault", "truncated-file:1")
    url = first_url(kie.finished(kie.create()["data"]["taskId"]))
    received = 0
    with (
        pytest.raises(httpx.RemoteProtocolError),
        httpx.stream("GET", url, timeout=20) as answer,
    ):
        length = int(answer.headers["content-length"])
        for chunk in answer.iter_raw():
            received += len(chunk)
    assert 0 < received < length
    assert len(kie.fetch(url).content) == length


def test_a_short_file_looks_whole_but_is_half(client: ClientFactory) -> None:
    kie = client("--fault", "short-file:1")
    url = first_url(kie.finished(kie.create()["data"]["taskId"]))
    short = kie.fetch(url)
    assert short.status_code == 200
    assert "content-length" not in short.headers
    whole = kie.fetch(url).content
    assert whole.startswith(short.content)
    assert len(short.content) == len(whole) // 2


def test_a_slow_file_is_whole_in_the_end(client: ClientFactory) -> None:
    kie = client("--fault", "slow-file:1")
    url = first_url(kie.finished(kie.create()["data"]["taskId"]))
    started = time.monotonic()
    slow = kie.fetch(url)
    assert time.monotonic() - started > 2
    assert slow.content == kie.fetch(url).content


def test_an_expired_link_is_forbidden(client: ClientFactory) -> None:
    kie = client("--fault", "expired-link:1")
    url = first_url(kie.finished(kie.create()["data"]["taskId"]))
    assert kie.fetch(url).status_code == 403
    assert kie.fetch(url).status_code == 200


def test_a_login_page_stands_before_a_results_own_link_only(client: ClientFactory) -> None:
    kie = client("--fault", "login-page", "--fault", "several-results")
    urls = urls_in(kie.finished(kie.create()["data"]["taskId"]))
    for url in urls:
        page = kie.fetch(url)
        assert (page.status_code, page.text[:9]) == (200, "<!doctype")
        answer = kie.http.post("/api/v1/common/download-url", json={"url": url})
        renewed = answer.json()["data"]
        assert httpx.URL(renewed).path == httpx.URL(url).path
        assert not kie.fetch(renewed).text.startswith("<!doctype")
