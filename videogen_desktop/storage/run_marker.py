"""A file that is there while an engine runs: found at a start, it says that one was cut off."""

import contextlib
from pathlib import Path


class RunMarker:
    """Only for the holder of the engine lock."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def is_set(self) -> bool:
        return self._path.exists()

    def set(self) -> None:
        """A folder that takes no file is reported by what needs it more."""
        with contextlib.suppress(OSError):
            self._path.touch()

    def clear(self) -> None:
        """The library was closed in order."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
