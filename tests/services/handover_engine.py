"""A running engine that takes requests, and the database as another process sees it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import ScriptedProvider
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.handover import Handover
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.video import Video
from videogen_desktop.services.handovers import LOOK_EVERY_MS, Handovers
from videogen_desktop.services.phases import Claim
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import SqliteLibrary, open_guest

RUN = "run-1"
ID = "00000000-0000-4000-8000-00000000aaaa"
ASKED = Handover(ID, RUN, "terminal", a_request(), False, 1)


@dataclass
class HandoverEngine:
    """A running engine that takes requests, and the database as another process sees it.

    `meanwhile` happens while the engine connects, `late_failure` after the POST has left.
    """

    rig: Rig
    guest: SqliteLibrary
    requesters: Path
    taken: list[str]
    handovers: Handovers
    failure: VideoGenError | None = None
    late_failure: VideoGenError | None = None
    meanwhile: Callable[[], Awaitable[None] | None] = lambda: None

    async def look(self) -> None:
        """Let the engine look for news."""
        await self.rig.clock.sleep(2 * LOOK_EVERY_MS)

    def ask(self, asked: Handover = ASKED) -> None:
        with self.guest.writing() as rows:
            rows.handovers.ask(asked)

    async def create(
        self, request: VideoRequest, asked: Handover, claim: Claim
    ) -> tuple[Video, ...]:
        self.taken.append(asked.id)
        if self.failure is not None:
            raise self.failure
        if (meanwhile := self.meanwhile()) is not None:
            await meanwhile
        videos = await self.rig.engine.create(
            request,
            asked.requested_by,
            takes=asked.takes,
            confirmed=asked.confirmed,
            request_id=asked.id,
            claim=claim,
        )
        if self.late_failure is not None:
            raise self.late_failure
        return videos


@asynccontextmanager
async def taking_requests(folder: Path) -> AsyncIterator[HandoverEngine]:
    places = directories(folder)
    async with running(folder, ScriptedProvider()) as rig:
        with open_guest(places) as guest:
            handovers = Handovers(rig.library, rig.wallet_id, places.requesters, rig.clock, RUN)
            engine = HandoverEngine(rig, guest, places.requesters, [], handovers)
            loop = asyncio.create_task(handovers.run(engine.create, rig.engine.cancel))
            await engine.look()
            yield engine
            await handovers.stop()
            loop.cancel()
            with suppress(asyncio.CancelledError):
                await loop
            await handovers.close()
