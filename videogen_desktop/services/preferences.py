"""The user's settings while the program runs: one owner, written to the disk with every change."""

import asyncio
import logging
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from videogen_desktop.domain.settings import Settings, SettingsChanges
from videogen_desktop.storage.settings import save_settings

if TYPE_CHECKING:
    from videogen_desktop.services.drafts import Drafts
    from videogen_desktop.services.network import ProxyPassword

_log = logging.getLogger(__name__)


class Preferences:
    """Every method runs on the worker's loop; the file is written in a thread."""

    def __init__(
        self, path: Path, settings: Settings, password: "ProxyPassword | None" = None
    ) -> None:
        """`password` keeps the proxy's out of the file."""
        self._password = password
        self._path = path
        self._settings = settings
        self._one_at_a_time = asyncio.Lock()

    @property
    def settings(self) -> Settings:
        return self._settings

    @cached_property
    def drafts(self) -> "Drafts":
        """What is too large for the settings; made when something half made is first kept."""
        from videogen_desktop.services.drafts import Drafts

        return Drafts(self._path.parent / "drafts")

    async def change(self, **changes: Unpack[SettingsChanges]) -> Settings:
        """Replace some fields and write the file. Raises OSError; then nothing has changed."""
        return await self.edit(lambda settings: settings._replace(**changes))

    async def edit(self, edited: Callable[[Settings], Settings]) -> Settings:
        """Apply `edited` to the settings as they are by then. Raises OSError."""
        async with self._one_at_a_time:
            settings = edited(self._settings)
            if settings != self._settings:
                settings = await self._without_password(settings)
                await asyncio.to_thread(save_settings, self._path, settings)
                self._settings = settings
        return settings

    async def keep_password_apart(self) -> None:
        """Move what an earlier version wrote into the file to where it belongs. Raises nothing: the
        next start tries again."""
        async with self._one_at_a_time:
            settings = await self._without_password(self._settings)
            if settings == self._settings:
                return
            try:
                await asyncio.to_thread(save_settings, self._path, settings)
            except OSError as error:
                _log.warning("the settings still hold a password: %s", type(error).__name__)
                return
            self._settings = settings

    async def password_place(self) -> str | None:
        """The place of the proxy's password, see ProxyPassword.place."""
        return None if self._password is None else await self._password.place(self._settings)

    async def _without_password(self, settings: Settings) -> Settings:
        if self._password is None:
            return settings
        is_new = settings.proxy_url != self._settings.proxy_url
        return await self._password.taken_out(settings, is_new=is_new)
