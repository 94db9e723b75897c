"""A media player as the viewer needs it: at other speeds, and one frame at a time."""

from collections.abc import Callable
from typing import Protocol

from videogen_desktop.ui.player.media_engine import MediaEngine, NoMediaBackendError


class LargeEngine(MediaEngine, Protocol):
    """Main thread only."""

    def set_rate(self, rate: float) -> None:
        """1 is the clip's own speed; it stays for the clips that follow."""
        ...

    @property
    def frame_span(self) -> tuple[float, float] | None:
        """When the frame on the screen begins and ends, in milliseconds."""
        ...


LargeEngineFactory = Callable[[], LargeEngine]


def qt_large_engine() -> LargeEngine:
    """QtMultimedia is imported at the first call. Raises NoMediaBackendError."""
    try:
        from videogen_desktop.ui.viewer.qt_large_engine import QtLargeEngine
    except (ImportError, OSError) as error:
        raise NoMediaBackendError from error
    return QtLargeEngine()
