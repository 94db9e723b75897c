"""The sandbox's text helper: what any server of texts answers, and its bad days."""

import json
from typing import Any

import httpx
import pytest

from tests.sandbox.client import Client, ClientFactory

TRANSLATE = "Translate the description into English."


def ask(client: Client, text: str, system: str = "Improve it.", **more: Any) -> httpx.Response:
    body = {
        "model": "trial-writer",
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": text}],
        **more,
    }
    return client.http.post("/v1/chat/completions", json=body)


def said(answer: httpx.Response) -> str:
    text: str = answer.json()["choices"][0]["message"]["content"]
    return text


def test_it_lists_its_models_and_writes_without_any_key(shared: Client) -> None:
    listed = httpx.get(f"{shared.sandbox.address}/v1/models").json()
    assert "trial-writer" in [one["id"] for one in listed["data"]]
    assert said(ask(shared, "Một con mèo trên bãi biển", TRANSLATE)) == "A cat on the beach"
    better = said(ask(shared, "Một con mèo."))
    assert better.startswith("Một con mèo, ánh sáng")
    assert said(ask(shared, better)) == better


def test_a_stream_has_the_same_words_as_the_whole(shared: Client) -> None:
    lines = ask(shared, "A cat", stream=True).text.splitlines()
    events = [line.removeprefix("data: ") for line in lines if line]
    assert events[-1] == "[DONE]"
    parts = [json.loads(one)["choices"][0]["delta"].get("content", "") for one in events[:-1]]
    assert "".join(parts) == said(ask(shared, "A cat"))


def test_what_it_cannot_answer_is_refused_as_others_do(shared: Client) -> None:
    assert ask(shared, "A cat", model="gpt-9").status_code == 404
    assert shared.http.post("/v1/chat/completions", content=b"[" * 5_000).status_code == 400
    assert shared.http.post("/v1/chat/completions", json={"messages": 5}).status_code == 400


BAD_DAYS = {
    "text-refused-key": (401, "API key"),
    "text-rate-limited": (429, "Rate limit"),
    "text-error": (503, "loaded"),
    "text-moved": (307, ""),
    "text-garbage": (200, "<!doctype html>"),
    "text-empty": (200, '" \\n "'),
    "text-huge": (200, "dài"),
    "text-thinking": (200, "<think>"),
}


def test_its_bad_days_come_as_often_as_asked(client: ClientFactory) -> None:
    faults = [part for fault in BAD_DAYS for part in ("--fault", f"{fault}:1")]
    sandbox = client(*faults, "--fault", "text-endless:1")
    for fault, (status, words) in list(BAD_DAYS.items())[:5]:
        answer = ask(sandbox, "A cat")
        assert (answer.status_code, words in answer.text) == (status, True), fault
    with sandbox.http.stream("POST", "/v1/chat/completions", json=_body()) as endless:
        parts = endless.iter_lines()
        assert [next(parts) for _ in range(3)][2].startswith("data:")
    for fault, (status, words) in list(BAD_DAYS.items())[5:]:
        answer = ask(sandbox, "A cat")
        assert (answer.status_code, words in answer.text) == (status, True), fault
    assert said(ask(sandbox, "A cat")).startswith("A cat,")


@pytest.mark.full
def test_an_answer_can_take_its_time(client: ClientFactory) -> None:
    answer = ask(client("--fault", "text-slow:1"), "A cat")
    assert answer.elapsed.total_seconds() > 2


def _body() -> dict[str, object]:
    return {"model": "trial-writer", "messages": [{"role": "user", "content": "A cat"}]}
