"""Sandboxes with a client each, or one for a whole file."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.plugins.sandbox_process import SandboxFactory, SandboxProcess
from tests.sandbox.client import Client, ClientFactory


@pytest.fixture
def client(sandbox: SandboxFactory) -> Iterator[ClientFactory]:
    """Start a sandbox with these arguments, fast unless they slow it, and give a client of it."""
    clients: list[Client] = []

    def start(*arguments: str, **options: Any) -> Client:
        clients.append(Client(sandbox("--speed", "200", *arguments, **options)))
        return clients[-1]

    yield start
    for made in clients:
        made.http.close()


@pytest.fixture(scope="module")
def fast_sandbox(module_sandbox: SandboxFactory) -> SandboxProcess:
    """One sandbox for a whole file, whose tasks end at once."""
    return module_sandbox("--speed", "1000")


@pytest.fixture
def shared(fast_sandbox: SandboxProcess) -> Iterator[Client]:
    """A client of the sandbox that the whole file shares."""
    made = Client(fast_sandbox)
    yield made
    made.http.close()
