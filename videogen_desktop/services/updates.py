"""Looking for a newer version: only with the user's consent, once a day, and only looking."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import MalformedAnswerError, ProviderError
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.updates import Release, UpdateSource, published
from videogen_desktop.executable import packager
from videogen_desktop.services.preferences import Preferences

_log = logging.getLogger(__name__)

DAY_MS = 24 * 3_600_000


class Updates:
    """Worker's loop only. What it finds it notes in the settings, for the window and the terminal;
    `packaged_by` says who else keeps this installation up to date: then nobody is asked."""

    def __init__(
        self,
        preferences: Preferences,
        network: Callable[[], Awaitable[HttpSettings]],
        clock: Clock,
        source: UpdateSource,
        packaged_by: Callable[[], str | None] = packager,
    ) -> None:
        self._preferences = preferences
        self._network = network
        self._clock = clock
        self._source = source
        self._packaged_by = packaged_by
        self._one_at_a_time = asyncio.Lock()

    async def look(self) -> Settings:
        """Ask for the file if the user said yes and a day has passed; the settings as they are now.

        An answer that is refused or does not come changes nothing and is heard of tomorrow again,
        or at the next call where the network was not there at all. Raises OSError where the day
        cannot be noted: then nobody was asked.
        """
        async with self._one_at_a_time:
            before, settings = await self._noted()
            if before is None:
                return settings
            try:
                release = await self._read()
            except ProviderError as error:
                _log.info("no news of versions: %s %s", type(error).__name__, error.message)
                return await self._forgiven(before, error)
            return await self._preferences.edit(lambda now: _told(now, release))

    async def _noted(self) -> tuple[int | None, Settings]:
        """When it was asked before, if it is due now. The day is noted first: whoever dies or
        hangs in between does not ask at each start."""
        now_ms, before = self._clock.now_ms(), None
        is_ours = self._packaged_by() is None

        def noted(settings: Settings) -> Settings:
            nonlocal before
            if not is_ours or not _is_due(settings, now_ms):
                return settings
            before = settings.update_checked_ms
            return settings._replace(update_checked_ms=now_ms)

        settings = await self._preferences.edit(noted)
        return before, settings

    async def _read(self) -> Release:
        # httpx takes a fifth of a second to import: a window without consent never does this.
        from videogen_desktop.providers.published_file import published_file

        body = await published_file(self._source.feed, await self._network())
        try:
            return published(body, self._source.host)
        except ValueError as error:
            raise MalformedAnswerError(str(error)) from error

    async def _forgiven(self, before: int, error: ProviderError) -> Settings:
        from videogen_desktop.providers.published_file import NOT_ASKED

        if error.code != NOT_ASKED:
            return self._preferences.settings
        return await self._preferences.change(update_checked_ms=before)


def _is_due(settings: Settings, now_ms: int) -> bool:
    # A clock that was ahead once does not end it for years.
    passed = now_ms - settings.update_checked_ms
    return settings.update_check and not 0 <= passed < DAY_MS


def _told(settings: Settings, release: Release) -> Settings:
    # Who took the consent back meanwhile is told nothing.
    if not settings.update_check:
        return settings
    return settings._replace(update_version=release.version, update_page=release.page)
