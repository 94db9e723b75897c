"""The diagnosis of a running engine, with its own keys known and left out."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.storage.directories import Directories

if TYPE_CHECKING:
    from videogen_desktop.services.diagnostics import DiagnosticsBundle


class Diagnosing:
    """Every method runs on the worker's loop."""

    def __init__(
        self,
        places: Directories,
        preferences: Preferences,
        find_key: Callable[[], Awaitable[str | None]],
        vendors: Vendors,
    ) -> None:
        self._places = places
        self._preferences = preferences
        self._find_key = find_key
        self._vendors = vendors

    async def collect(self) -> "DiagnosticsBundle":
        """To be shown, and then saved with its own `save`; see `diagnostics`."""
        # 15 ms that no start needs.
        from videogen_desktop.services.diagnostics import diagnostics

        try:
            key = await self._find_key()
        except VideoGenError:
            # A keyring that is locked gave nobody its key in this run either.
            key = None
        return await diagnostics(
            self._places, self._preferences.settings, self._vendors, (key or "",)
        )
