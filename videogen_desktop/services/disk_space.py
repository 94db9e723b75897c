"""A full disk stops the downloads once, for all of them, and they go on when there is room."""

import errno
import logging

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import DiskFullError, LibraryUnusableError
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.storage.clip_files import ClipFiles

_log = logging.getLogger(__name__)

LOOK_EVERY_MS = 10_000
# What is free says nothing about a quota: after this long it is simply tried again.
TRY_ANYWAY_MS = 600_000
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


def says_full(error: Exception) -> bool:
    """Whether this is the disk, or the user's quota on it, being full."""
    if isinstance(error, LibraryUnusableError):
        return error.condition == "disk_full"
    if isinstance(error, OSError):
        return error.errno in _FULL
    return isinstance(error, DiskFullError)


class DiskSpace:
    """Whether the outbox waits for room. Worker thread only."""

    def __init__(self, files: ClipFiles, announcer: Announcer, clock: Clock) -> None:
        self._files = files
        self._announcer = announcer
        self._clock = clock
        self._lacking: DiskFullError | None = None

    @property
    def lacking(self) -> DiskFullError | None:
        """What the downloads wait for; None while they need not."""
        return self._lacking

    async def ran_out(self, error: Exception, waiting: int) -> None:
        """Tell it, once until there is room again."""
        lacking = error if isinstance(error, DiskFullError) else await self._measured()
        if self._lacking is None:
            _log.warning("downloads wait for %s bytes of disk", lacking.needed)
            self._announcer.problem(lacking)
            self._announcer.outbox(lacking, waiting)
        self._lacking = lacking

    async def until_there_is_room(self, waiting: int) -> None:
        """Look at the disk every ten seconds while the downloads wait."""
        waited = 0
        while self._lacking is not None:
            await self._clock.sleep(LOOK_EVERY_MS)
            waited += LOOK_EVERY_MS
            if waited >= TRY_ANYWAY_MS or await self._free() >= self._lacking.needed:
                self._lacking = None
                self._announcer.outbox(None, waiting)

    async def _measured(self) -> DiskFullError:
        # The system said no: what is free now is too little, whatever the figure.
        free = await self._free()
        return DiskFullError(self._files.folder, free + self._files.reserve_bytes, free)

    async def _free(self) -> int:
        try:
            return await self._files.free_bytes()
        except OSError:
            # A drive that was taken out; it may come back.
            return 0
