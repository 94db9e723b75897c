"""Rescues tasks and waits for the files of those that are done; imports the engine."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from videogen_desktop.cli.outcomes import is_final
from videogen_desktop.cli.running import InterruptedByUserError, Interruption
from videogen_desktop.domain.events import Event, VideoChanged
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.tasks import Rescue
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.engine.opening import open_engine
from videogen_desktop.engine.options import EngineOptions
from videogen_desktop.services.wallet_engine import WalletEngine


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a task, and its video as it is by now."""

    rescue: Rescue
    item: LibraryItem | None


class Rescuing:
    """Everything runs on one loop."""

    def __init__(self, options: EngineOptions, task_ids: Sequence[str]) -> None:
        self._options = options
        self._task_ids = task_ids
        self._rescues: list[Rescue] = []
        self._changed = asyncio.Event()
        self.was_interrupted = False

    async def run(self, stop: Interruption) -> tuple[Found, ...]:
        """What was found until the end, or until the user said stop. Raises VideoGenError."""
        engine = await open_engine(self._options, self._heard)
        try:
            await stop.unless(self._work(engine))
        except InterruptedByUserError:
            self.was_interrupted = True
        finally:
            found = await self._found(engine)
            await stop.closing(engine.close())
        return found

    async def _work(self, engine: WalletEngine) -> None:
        for task_id in self._task_ids:
            self._rescues.append(await engine.rescuer.rescue(task_id))
        while not all(_is_settled(one.item) for one in await self._found(engine)):
            await self._changed.wait()
            self._changed.clear()

    async def _found(self, engine: WalletEngine) -> tuple[Found, ...]:
        ids = [rescue.video.id for rescue in self._rescues if rescue.video]
        items = {item.video.id: item for item in await engine.items(ids)}
        return tuple(
            Found(rescue, items.get(rescue.video.id) if rescue.video else None)
            for rescue in self._rescues
        )

    def _heard(self, event: Event) -> None:
        if isinstance(event, VideoChanged):
            self._changed.set()


def _is_settled(item: LibraryItem | None) -> bool:
    """Nothing to wait for: what still runs at the provider is for `resume`."""
    return item is None or item.video.state is not VideoState.COMPLETED or is_final(item)
