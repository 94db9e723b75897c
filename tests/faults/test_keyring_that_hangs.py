"""Row 29 of the fault table: a keyring that waits for the user keeps nobody else waiting."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from videogen_desktop.domain.errors import KeyMissingError
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.engine.opening import EngineOptions, open_engine
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.storage.directories import directories

BASE = "https://api.example"


class Hanging(KeyringBackend):
    """Shows a dialog that nobody answers, until `answered` is set."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.asked = threading.Event()
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.set()
        self.answered.wait(60)
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError


@pytest.fixture
def hanging() -> Iterator[Hanging]:
    before = keyring.get_keyring()
    backend = Hanging()
    keyring.set_keyring(backend)
    yield backend
    backend.answered.set()
    keyring.set_keyring(before)


def test_the_library_is_there_while_the_keyring_waits(tmp_path: Path, hanging: Hanging) -> None:
    async def story() -> None:
        wallet = WalletChoice(WalletKey("kie", BASE, "credit"))
        options = EngineOptions(directories(tmp_path), wallet)
        engine = await open_engine(options, lambda _event: None)
        try:
            balance = asyncio.create_task(engine.balance())
            await asyncio.to_thread(hanging.asked.wait, 60)
            assert (await engine.opened()).first_page.ids == ()
            assert not balance.done()
            hanging.answered.set()
            with pytest.raises(KeyMissingError):
                await balance
        finally:
            hanging.answered.set()
            await engine.close()

    asyncio.run(story())
