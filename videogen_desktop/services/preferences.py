"""The user's settings while the program runs: one owner, written to the disk with every change."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from videogen_desktop.domain.settings import Settings
from videogen_desktop.storage.settings import save_settings


class Preferences:
    """Every method runs on the worker's loop; the file is written in a thread."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self._path = path
        self._settings = settings
        self._one_at_a_time = asyncio.Lock()

    @property
    def settings(self) -> Settings:
        return self._settings

    async def change(self, **changes: Any) -> Settings:
        """Replace some fields and write the file. Raises OSError; then nothing has changed."""
        return await self.edit(lambda settings: settings._replace(**changes))

    async def edit(self, edited: Callable[[Settings], Settings]) -> Settings:
        """Apply `edited` to the settings as they are by then. Raises OSError."""
        async with self._one_at_a_time:
            settings = edited(self._settings)
            if settings != self._settings:
                await asyncio.to_thread(save_settings, self._path, settings)
                self._settings = settings
        return settings
