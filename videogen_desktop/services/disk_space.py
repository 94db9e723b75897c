"""A full disk stops the downloads once, for all of them, and they go on when there is room."""

import logging

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import DiskFullError, LibraryUnusableError
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.disk_reserve import is_full

_log = logging.getLogger(__name__)

FIRST_LOOK_MS = 10_000
LONGEST_LOOK_MS = 60_000
# What is free says nothing about a quota: after this long it is simply tried again, and then ever
# more rarely.
TRY_ANYWAY_MS = 600_000
LONGEST_TRY_MS = 3_600_000


def says_full(error: Exception) -> bool:
    """Whether this is the disk, or the user's quota on it, being full."""
    if isinstance(error, LibraryUnusableError):
        return error.condition == "disk_full"
    if isinstance(error, OSError):
        return is_full(error)
    return isinstance(error, DiskFullError)


class DiskSpace:
    """Whether the outbox waits for room. Worker thread only.

    A clip that does not fit waits for as much as it needs and lets smaller ones by; where even the
    reserve is not free, or the system itself said no, all of them wait.
    """

    def __init__(self, files: ClipFiles, announcer: Announcer, clock: Clock) -> None:
        self._files = files
        self._announcer = announcer
        self._clock = clock
        self._lacking: DiskFullError | None = None
        self._all_wait = False
        self._look_after_ms = FIRST_LOOK_MS
        self._try_after_ms = TRY_ANYWAY_MS
        self._look_at = 0
        self._try_at = 0

    @property
    def lacking(self) -> DiskFullError | None:
        """What the downloads wait for; None while they need not."""
        return self._lacking

    @property
    def all_wait(self) -> bool:
        """Whether no download may start, whatever its size."""
        return self._lacking is not None and self._all_wait

    async def ran_out(self, error: Exception) -> None:
        """One download met the end of the disk."""
        lacking = error if isinstance(error, DiskFullError) else await self._measured()
        all_wait = error is not lacking or lacking.free < self._files.least_bytes
        now = self._clock.monotonic_ms()
        if self._lacking is None:
            _log.warning("downloads wait for %s bytes of disk", lacking.needed)
            self._announcer.problem(lacking)
            self._look_after_ms = FIRST_LOOK_MS
            self._look_at = now + self._look_after_ms
            self._try_at = now + self._try_after_ms
            self._lacking, self._all_wait = lacking, all_wait
        else:
            # Whichever fits first goes on first.
            self._lacking = min(self._lacking, lacking, key=lambda one: one.needed)
            self._all_wait = self._all_wait or all_wait

    def tell(self, waiting: int) -> None:
        """So many downloads wait."""
        self._announcer.outbox(self._lacking, waiting)

    async def look(self) -> bool:
        """Whether the downloads go on from now: there is room, or long enough was waited."""
        now = self._clock.monotonic_ms()
        if self._lacking is None or now < min(self._look_at, self._try_at):
            return False
        free = await self._free()
        has_room = free >= self._lacking.needed
        if not has_room and now < self._try_at:
            self._look_after_ms = min(self._look_after_ms * 2, LONGEST_LOOK_MS)
            self._look_at = now + self._look_after_ms
            return False
        longer = min(self._try_after_ms * 2, LONGEST_TRY_MS)
        self._try_after_ms = TRY_ANYWAY_MS if has_room else longer
        self._lacking = None
        return True

    def until_look_ms(self) -> int | None:
        """How long until `look` has something to see; None while nothing waits."""
        if self._lacking is None:
            return None
        return max(min(self._look_at, self._try_at) - self._clock.monotonic_ms(), 0)

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
