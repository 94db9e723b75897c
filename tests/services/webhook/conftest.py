"""The whole engine on the embedded sandbox, with callbacks on."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.plugins.warm_processes import OwnCommand
from tests.requests import SANDBOX_WALLET, a_request
from videogen_desktop.domain.events import Event, ProblemReported
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.webhook import ReceiverState, ReceiverStatus
from videogen_desktop.engine import opening, starting
from videogen_desktop.engine.opening import EngineOptions
from videogen_desktop.providers.sandbox import child
from videogen_desktop.sandbox.books import Books
from videogen_desktop.services.run_history import PollSchedule
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.storage.directories import Directories, directories

HOUR_MS = 3_600_000


@dataclass
class Opened:
    """An engine, where it keeps its things, and what it told."""

    engine: WalletEngine
    places: Directories
    events: list[Event] = field(default_factory=list)

    async def generated(self, prompt: str = "Một con mèo") -> Video:
        return await self.engine.generate(a_request(prompt))

    async def video(self, video_id: str) -> Video:
        (item,) = await self.engine.items([video_id])
        return item.video

    async def status(self) -> ReceiverStatus:
        """How the receiver stands once it has tried to start."""
        while True:
            status = await self.engine.webhook.status()
            if status.state is not ReceiverState.STARTING:
                return status
            await self.engine.balance()

    def books(self) -> Books:
        return Books.open(self.places.local_server("sandbox"))

    def problems(self) -> list[BaseException]:
        return [event.error for event in self.events if isinstance(event, ProblemReported)]


OpenEngine = Callable[..., AbstractAsyncContextManager[Opened]]


@pytest.fixture
def no_polling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read by itself: the next poll of everything is an hour away."""
    monkeypatch.setattr(PollSchedule, "delay_after", lambda _schedule, _elapsed: HOUR_MS)


@pytest.fixture
def open_engine(
    tmp_path: Path, warm_command: OwnCommand, monkeypatch: pytest.MonkeyPatch
) -> OpenEngine:
    """Opens the engine: the arguments are options of its sandbox."""
    for user in (starting, child):
        monkeypatch.setattr(user, "own_command", warm_command)

    @asynccontextmanager
    async def opened(*sandbox: str, port: int = 0) -> AsyncIterator[Opened]:
        places = directories(tmp_path / "data")
        options = EngineOptions(
            places,
            WalletChoice(SANDBOX_WALLET),
            ("--clip", "small", "--speed", "100", *sandbox),
            Settings(webhook=True, webhook_port=port),
        )
        events: list[Event] = []
        engine = await opening.open_engine(options, events.append)
        try:
            await engine.balance()
            yield Opened(engine, places, events)
        finally:
            await engine.close()

    return opened
