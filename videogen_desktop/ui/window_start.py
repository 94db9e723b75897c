"""What the root read before the window was made."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from videogen_desktop.domain.settings import Settings
from videogen_desktop.ui.settings.window_places import WindowPlaces

if TYPE_CHECKING:
    # Nothing of this is needed before the first paint.
    from videogen_desktop.ui.health.health_presenter import LibraryMaintenance


class WindowStart(NamedTuple):
    """`problem` is why the settings could not be read: they are the defaults then. `maintenance` is
    what can be done for the library without an engine."""

    settings: Settings
    places: WindowPlaces
    problem: BaseException | None = None
    maintenance: "LibraryMaintenance | None" = None

    @classmethod
    def with_defaults(cls, folder: Path) -> "WindowStart":
        """For windows that read nothing, such as those of tests."""
        return cls(Settings(), WindowPlaces(folder / "logs", folder / "videos"))
