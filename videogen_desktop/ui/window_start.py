"""The facts that the root read before the window was made, with the command line."""

from typing import TYPE_CHECKING, NamedTuple, Protocol

from videogen_desktop.domain.settings import Settings
from videogen_desktop.ui.settings.settings_store import WindowPlaces

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    # Nothing of this is needed before the first paint.
    from videogen_desktop.domain.vendor import Vendors
    from videogen_desktop.ui.health.health_presenter import LibraryMaintenance


class DesktopOptions(Protocol):
    """What the command line says about the window; see program.window_options."""

    language: str | None
    theme: str | None
    window_size: tuple[int, int] | None
    self_test: bool
    screenshot: "Path | None"
    viewer: bool
    print_first_paint: bool


class WindowStart(NamedTuple):
    """`know_vendors` is asked once the window shows. `problem` is why the settings could not be
    read: they are the defaults then. `maintenance` is what can be done for the library without an
    engine. `packaged_by` is who else keeps this installation up to date."""

    settings: Settings
    places: WindowPlaces
    know_vendors: "Callable[[], Vendors]"
    problem: BaseException | None = None
    maintenance: "LibraryMaintenance | None" = None
    packaged_by: str | None = None
