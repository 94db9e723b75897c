"""What the root read before the window was made."""

from dataclasses import dataclass
from pathlib import Path

from videogen_desktop.domain.settings import Settings
from videogen_desktop.ui.settings.window_places import WindowPlaces


@dataclass(frozen=True, slots=True)
class WindowStart:
    """`problem` is why the settings could not be read: they are the defaults then."""

    settings: Settings
    places: WindowPlaces
    problem: BaseException | None = None

    @classmethod
    def with_defaults(cls, folder: Path) -> "WindowStart":
        """For windows that read nothing, such as those of tests."""
        return cls(Settings(), WindowPlaces(folder / "logs", folder / "videos"))
