"""The real engine over one folder, attached to a sandbox that is somebody else's child."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from tests.kill_matrix.replacing import replace_in
from tests.kill_matrix.stories import Story
from tests.kill_matrix.world import World
from tests.requests import SANDBOX_WALLET
from videogen_desktop.engine import starting
from videogen_desktop.engine.opening import EngineOptions, open_engine
from videogen_desktop.media.client import MediaHelper
from videogen_desktop.providers.sandbox import child
from videogen_desktop.services import safekeeping, stills
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.storage.directories import directories

_NEVER_MS = 10**9
_PATIENCE_MS = 100_000
_SOON_MS = 100


class AttachedSandbox:
    """Stands for SandboxChild: the sandbox runs already, and outlives the engine."""

    is_running = True

    def __init__(self, announcement: str) -> None:
        said = json.loads(announcement)
        self.address, self.key = said["address"], said["key"]
        self.webhook_key = said["webhook_key"]

    async def launch(self) -> None: ...

    async def start(self) -> None: ...

    async def stop(self) -> None: ...


@asynccontextmanager
async def engine_in(
    world: World, story: Story, *, is_told: bool = False
) -> AsyncIterator[WalletEngine]:
    """Open the engine as the program does, and close it in order. While a story `is_told`,
    nothing comes at a moment of its own."""
    arrange(world, is_told=is_told)
    options = EngineOptions(
        directories(world.data),
        WalletChoice(SANDBOX_WALLET),
        settings=story.settings,
        takes_requests=story.takes_requests,
    )
    engine = await open_engine(options, lambda _event: None)
    try:
        yield engine
    finally:
        await engine.close()


def arrange(world: World, *, is_told: bool) -> None:
    """What this process opens from now on is attached to the world's sandbox, clock and helper."""
    replace_in(child, SandboxChild=lambda *_, **__: AttachedSandbox(world.sandbox))
    replace_in(
        starting,
        SystemClock=lambda: world.clock,
        own_command=lambda *_: list(world.helper),
        # It runs with a low priority, and here beside much else.
        MediaHelper=partial(MediaHelper, job_deadline_ms=_PATIENCE_MS),
    )
    # Stories of their own ask for what comes by itself.
    replace_in(safekeeping, FIRST_LOOK_MS=_NEVER_MS)
    replace_in(stills, START_MS=_NEVER_MS if is_told else _SOON_MS)
