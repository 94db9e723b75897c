"""The media player that a preview needs, as a protocol: its rules can be tested without one."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QImage


class MediaStatus(Enum):
    """The medium as the engine sees it. BUSY is everything in which it must not be unloaded."""

    NO_MEDIA = "no_media"
    BUSY = "busy"
    LOADED = "loaded"
    ENDED = "ended"
    INVALID = "invalid"


class NoMediaBackendError(Exception):
    """This computer cannot play video at all (broken or missing QtMultimedia)."""


class VideoFrame(Protocol):
    """One decoded picture, cheap to hold; `toImage` converts it."""

    def toImage(self) -> QImage: ...


class EngineListener(Protocol):
    """Told by the engine, on the main thread; by a real one never from within its own signals."""

    def status_changed(self) -> None: ...

    def frame_arrived(self, frame: VideoFrame) -> None: ...

    def position_changed(self) -> None: ...

    def failed(self, message: str) -> None: ...


class MediaEngine(Protocol):
    """One player. Main thread only; times are milliseconds. Opens local files, never a network."""

    def listen(self, listener: EngineListener) -> None: ...

    @property
    def status(self) -> MediaStatus: ...

    @property
    def position(self) -> int: ...

    @property
    def duration(self) -> int: ...

    def open(self, path: Path) -> None: ...

    def play(self) -> None: ...

    def pause(self) -> None: ...

    def stop(self) -> None: ...

    def seek(self, position: int) -> None: ...

    def set_volume(self, volume: float | None) -> None:
        """0 to 1, or None for no sound at all: then no audio device is opened."""
        ...

    def unload(self) -> None: ...

    def close(self) -> None:
        """Stop and free everything; the engine is not used again."""
        ...


EngineFactory = Callable[[], MediaEngine]
