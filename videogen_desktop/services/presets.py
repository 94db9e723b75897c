"""Styles: those that ship and the user's own, which stand in the library."""

from collections.abc import Callable
from functools import cache

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.preset import FILE, Preset, preset_name, presets_of
from videogen_desktop.domain.request import Options
from videogen_desktop.domain.saved_prompt import own_preset
from videogen_desktop.resources import resource_path
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows


@cache
def shipped_presets() -> tuple[Preset, ...]:
    """Raises ResourceMissingError, ValueError: the installation is damaged."""
    return presets_of(resource_path(FILE).read_text(encoding="utf-8"))


def every_preset(rows: LibraryRows) -> tuple[Preset, ...]:
    """The user's own, then those that ship."""
    return (*rows.presets.every(), *shipped_presets())


class Presets:
    """Every method runs on the worker's loop. Raises LibraryUnusableError where the library cannot
    be read or written."""

    def __init__(self, library: Library, clock: Clock, new_id: Callable[[], str]) -> None:
        self._library = library
        self._clock = clock
        self._new_id = new_id

    async def every(self) -> tuple[Preset, ...]:
        """The user's own, then those that ship."""
        return await self._library.read(every_preset)

    async def add(self, name: str, fragment: str, options: Options) -> Preset | None:
        """None for a name that is empty or another own style's, and for a style of nothing."""
        made = own_preset(self._new_id(), name, fragment, options)
        if not made.name("") or not (made.fragment or made.request.options):
            return None
        now = self._clock.now_ms()
        is_added = await self._library.write(lambda rows: rows.presets.add(made, now))
        return made if is_added else None

    async def change(self, preset: Preset, name: str, fragment: str) -> Preset | None:
        """The same style with another name or other words. None as of `add`."""
        made = own_preset(preset.id, preset_name(name), fragment, preset.request.options)
        if not made.name("") or not (made.fragment or made.request.options):
            return None
        now = self._clock.now_ms()
        is_changed = await self._library.write(lambda rows: rows.presets.change(made, now))
        return made if is_changed else None

    async def remove(self, preset_id: str) -> None:
        """Videos that were made with it stay as they are: they have its words."""
        await self._library.write(lambda rows: rows.presets.remove(preset_id))

    async def restore(self, preset: Preset) -> bool:
        """Undo a removal. False where another one took its name meanwhile."""
        now = self._clock.now_ms()
        return await self._library.write(lambda rows: rows.presets.add(preset, now))
