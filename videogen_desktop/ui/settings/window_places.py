"""The folders that the window shows or opens; the root knows where they are."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WindowPlaces:
    """`videos` is where clips go unless the user chose another folder."""

    logs: Path
    videos: Path
