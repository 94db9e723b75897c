"""The files of deleted videos on their way to the system's bin."""

import asyncio
import logging
from collections.abc import Callable

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import NotBinnedError, VideoGenError
from videogen_desktop.services.phases import RemovalPhases
from videogen_desktop.storage.clip_files import Trash
from videogen_desktop.storage.file_rows import FileRole

_log = logging.getLogger(__name__)

UNDO_MS = 10_000


class Remover:
    """Files of deleted videos go to the system's bin, once the undo has run out.

    A clip that the bin does not take (a network drive has none, another program has it open) stays
    where it is, and that is told once a run: nothing is ever removed for good. Worker thread only.
    """

    def __init__(
        self,
        phases: RemovalPhases,
        trash: Trash,
        clock: Clock,
        tell: Callable[[VideoGenError], None],
    ) -> None:
        self._phases = phases
        self._trash = trash
        self._clock = clock
        self._tell = tell
        self._is_told = False
        self._waiting: dict[str, asyncio.Task[None]] = {}

    def remove_later(self, video_id: str) -> None:
        """Bin the video's files in ten seconds; a program that ends before does it next time."""
        task = asyncio.create_task(self._remove(video_id, UNDO_MS), name=f"bin {video_id}")
        self._waiting[video_id] = task

    def keep(self, video_id: str) -> None:
        """The delete was undone."""
        if task := self._waiting.pop(video_id, None):
            task.cancel()

    async def remove_left_over(self) -> None:
        """At a start: what was deleted before and still lies on the disk."""
        for video_id in await self._phases.left_over():
            self._waiting[video_id] = asyncio.create_task(
                self._remove(video_id, 0), name=f"bin {video_id}"
            )

    async def close(self) -> None:
        """Leave what waits to the next start."""
        waiting = list(self._waiting.values())
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    async def _remove(self, video_id: str, after_ms: int) -> None:
        await self._clock.sleep(after_ms)
        # None where the undo was written in this very moment.
        files = await self._phases.files_of_deleted(video_id)
        for role, path in files.items():
            try:
                await self._trash.take(path)
            except OSError as error:
                # Open in another program, or on a drive that is not there: next start.
                _log.warning("a file of %s stays: %s", video_id, error.errno)
                if role is FileRole.CLIP and not self._is_told:
                    self._is_told = True
                    self._tell(NotBinnedError(path))
                continue
            await self._phases.forget(video_id, role)
        self._waiting.pop(video_id, None)
