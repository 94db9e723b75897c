"""A file that is there while an engine runs: found at a start, it says that one was cut off."""

import contextlib
from pathlib import Path

from videogen_desktop.storage.private_paths import private_file


class RunMarker:
    """Only for the holder of the engine lock."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def is_set(self) -> bool:
        return self._path.exists()

    def set(self) -> None:
        """A folder that takes no file is reported by what needs it more."""
        with contextlib.suppress(OSError):
            private_file(self._path)

    def clear(self) -> None:
        """The library was closed in order."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
