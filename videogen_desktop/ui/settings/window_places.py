"""The folders that the window shows or opens; the root knows where they are."""

from pathlib import Path
from typing import NamedTuple


class WindowPlaces(NamedTuple):
    """`videos` is where clips go unless the user chose another folder."""

    logs: Path
    videos: Path
