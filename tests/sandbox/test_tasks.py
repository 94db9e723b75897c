"""A task's life as a client of the API sees it."""

import json
import re
import time

from tests.sandbox.client import Client, ClientFactory, is_over, urls_in

HEX_ID = re.compile(r"[0-9a-f]{32}")


def test_an_accepted_task_is_named_by_one_hexadecimal_id(shared: Client) -> None:
    answer = shared.create()
    assert (answer["code"], answer["msg"]) == (200, "success")
    assert HEX_ID.fullmatch(answer["data"]["taskId"])
    assert answer["data"]["recordId"] == answer["data"]["taskId"]


def test_a_task_goes_through_kies_states_in_order(client: ClientFactory) -> None:
    kie = client("--speed", "5")
    task_id = kie.create()["data"]["taskId"]
    answers = kie.until(task_id, lambda answer: answer["data"] and answer["data"]["resultJson"])
    words = [answer["data"]["state"] if answer["data"] else answer["msg"] for answer in answers]
    order = ["recordInfo is null", "waiting", "queuing", "generating", "success"]
    assert words == sorted(words, key=order.index)
    assert words[-1] == "success"
    assert {"waiting", "queuing", "generating"} & set(words)


def test_a_new_task_cannot_be_seen_at_once(client: ClientFactory) -> None:
    kie = client("--speed", "0.1")
    answer = kie.record(kie.create()["data"]["taskId"])
    assert answer == {"code": 422, "msg": "recordInfo is null", "data": None}


def test_an_unknown_task_has_no_record(shared: Client) -> None:
    assert shared.record("0" * 32) == {"code": 422, "msg": "recordInfo is null", "data": None}


def test_a_missing_task_id_is_a_bad_parameter(shared: Client) -> None:
    answer = shared.http.get("/api/v1/jobs/recordInfo")
    assert answer.status_code == 200
    assert answer.json() == {"code": 400, "msg": "taskId parameter is required", "data": None}


def test_a_running_record_has_kies_empty_fields(client: ClientFactory) -> None:
    kie = client("--speed", "2")
    task_id = kie.create()["data"]["taskId"]
    record = kie.until(task_id, lambda answer: answer["data"])[-1]["data"]
    assert record["state"] == "waiting"
    empty = ("failCode", "failMsg", "completeTime", "costTime")
    assert {name: record[name] for name in empty} == dict.fromkeys(empty)
    assert record["resultJson"] == ""


def test_what_a_task_will_cost_is_there_and_final_while_it_waits(client: ClientFactory) -> None:
    kie = client("--speed", "8")
    task_id = kie.create()["data"]["taskId"]
    answers = kie.until(task_id, is_over)
    told = [answer["data"] for answer in answers if answer["data"]]
    assert told[0]["state"] == "waiting"
    assert {record["creditsConsumed"] for record in told} == {100.0}


def test_a_successful_record_tells_cost_times_and_result(client: ClientFactory) -> None:
    kie = client("--speed", "10")
    before = time.time_ns() // 1_000_000
    task_id = kie.create(prompt="Trăng", duration=5)["data"]["taskId"]
    record = kie.finished(task_id)
    took = record["completeTime"] - record["createTime"]
    assert 930 <= took <= 1_070
    assert before <= record["createTime"]
    assert record["costTime"] == round(took / 1000)
    assert record["creditsConsumed"] == 100.0
    assert isinstance(record["creditsConsumed"], float)
    assert len(urls_in(record)) == 1


def test_param_is_json_text_whose_input_is_json_text_again(shared: Client) -> None:
    body = {
        "model": "sandbox/video-1",
        "input": {"prompt": "Ếch", "aspect_ratio": "portrait"},
        "callBackUrl": "https://example.com/hook",
    }
    record = shared.finished(shared.post(body)["data"]["taskId"])
    param = json.loads(record["param"])
    assert json.loads(param.pop("input")) == body["input"]
    assert param == {"model": "sandbox/video-1", "callBackUrl": "https://example.com/hook"}


def test_two_tasks_of_one_prompt_are_two_tasks(shared: Client) -> None:
    first, second = shared.create()["data"], shared.create()["data"]
    assert first["taskId"] != second["taskId"]
