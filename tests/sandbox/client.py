"""A small client of the fake Kie, for the tests of the sandbox itself."""

import json
import ssl
import time
from collections.abc import Callable
from typing import Any

import httpx

from tests.plugins.sandbox_process import SandboxProcess

PATIENCE_SECONDS = 30.0
# More than the ten looks in a second that Kie allows for one task are refused.
POLL_SECONDS = 0.11
# httpx reads every certificate of the system for each client (40 ms); nothing here is TLS.
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
INPUT = {"prompt": "Một con mèo chơi với cuộn len", "aspect_ratio": "landscape"}


class Client:
    """Calls of the jobs API that return the decoded envelope."""

    def __init__(self, running: SandboxProcess) -> None:
        self.sandbox = running
        self.http = httpx.Client(
            base_url=running.address, headers=running.headers, timeout=20, verify=NO_CERTIFICATES
        )

    def post(self, body: object) -> Any:
        content = json.dumps(body)
        return self.http.post("/api/v1/jobs/createTask", content=content).json()

    def create(self, model: str = "sandbox/video-1", **changes: object) -> Any:
        return self.post({"model": model, "input": INPUT | changes})

    def record(self, task_id: str) -> Any:
        return self.http.get("/api/v1/jobs/recordInfo", params={"taskId": task_id}).json()

    def credit(self) -> Any:
        return self.http.get("/api/v1/chat/credit").json()["data"]

    def until(self, task_id: str, reached: Callable[[Any], Any]) -> list[Any]:
        """Poll under the limit until an answer satisfies ``reached``; all answers."""
        answers = [self.record(task_id)]
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not reached(answers[-1]):
            assert time.monotonic() < deadline, answers[-1]
            time.sleep(POLL_SECONDS)
            answers.append(self.record(task_id))
        return answers

    def finished(self, task_id: str) -> Any:
        """The record when it has come to an end."""
        return self.until(task_id, is_over)[-1]["data"]

    def fetch(self, url: str, **headers: str) -> httpx.Response:
        """GET a result as a download would: without the key."""
        return httpx.get(url, headers=headers, timeout=20, verify=NO_CERTIFICATES)


ClientFactory = Callable[..., Client]


def urls_in(record: Any) -> list[str]:
    """The addresses of a record's results."""
    urls: list[str] = json.loads(record["resultJson"])["resultUrls"]
    return urls


def is_over(answer: Any) -> bool:
    """Whether a recordInfo answer is the end of the task."""
    data = answer["data"]
    return answer["code"] == 501 or (data is not None and data["state"] in {"success", "fail"})
