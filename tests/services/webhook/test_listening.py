"""Where the receiver listens, and what keeps it from doing so."""

import socket
import subprocess
import sys
from typing import Any

import pytest

from tests.services.webhook.callback_client import PATH, VIDEO, Sent
from tests.services.webhook.listening import ADDRESS, Listening, told
from videogen_desktop.domain.errors import KeyStoreUnavailableError, WebhookUnavailableError
from videogen_desktop.domain.webhook import ReceiverState


def test_it_listens_on_loopback_only() -> None:
    async def work(one: Listening) -> None:
        with socket.socket() as other:
            assert other.connect_ex(("127.0.0.2", one.port)) != 0

    told(work)


def test_the_address_names_the_video() -> None:
    async def work(one: Listening) -> None:
        url = one.receiver.callback_url(VIDEO)
        assert url == f"{ADDRESS}{PATH}?video={VIDEO}"

    told(work)


def test_a_provider_on_this_machine_needs_no_tunnel() -> None:
    async def work(one: Listening) -> None:
        url = one.receiver.callback_url(VIDEO)
        assert url == f"http://127.0.0.1:{one.port}{PATH}?video={VIDEO}"

    told(work, address=None, is_local=True)


@pytest.mark.parametrize(
    ("options", "condition"),
    [
        ({"address": None}, "no_address"),
        ({"key": None}, "no_key"),
        ({"key": ""}, "no_key"),
        ({"key": KeyStoreUnavailableError("locked")}, "no_keyring"),
        ({"port": 70_000}, "port_refused"),
    ],
)
def test_what_is_missing_is_one_problem_and_no_address_is_given(
    options: dict[str, Any], condition: str
) -> None:
    async def work(one: Listening) -> None:
        (problem,) = one.problems
        assert isinstance(problem, WebhookUnavailableError)
        assert (problem.condition, one.receiver.status.problem) == (condition, condition)
        assert one.receiver.status.state is ReceiverState.FAILED
        assert one.receiver.callback_url(VIDEO) is None

    told(work, **options)


def test_a_taken_port_is_one_problem() -> None:
    async def work(one: Listening) -> None:
        (problem,) = one.problems
        assert isinstance(problem, WebhookUnavailableError)
        assert (problem.condition, problem.port) == ("port_taken", port)

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told(work, port=port)


def test_the_port_is_free_again_afterwards() -> None:
    ports = []

    async def work(one: Listening) -> None:
        assert await one.status(Sent(one.port)) == 200
        ports.append(one.port)

    told(work)
    told(work, port=ports[0])
    assert ports[0] == ports[1]


def test_whoever_wants_no_callbacks_imports_no_server() -> None:
    code = (
        "import sys; import videogen_desktop.engine.building;"
        "ours = 'videogen_desktop.services.webhook.receiver';"
        "late = ('starlette', 'uvicorn', 'h11', 'httpx', ours);"
        "print([name for name in late if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (ended.stdout.strip(), ended.stderr) == ("[]", "")
