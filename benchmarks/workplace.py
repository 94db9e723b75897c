"""Where the measurements happen: a temporary folder and the library that several share."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.library import make_library

_VIDEOS = 1_000
# What the user's own shell says about accounts and folders is no part of a measurement.
_OURS = "VIDEOGEN_"


@dataclass(slots=True)
class Workplace:
    """`environment` is what every measured process gets."""

    folder: Path
    environment: dict[str, str]
    videos: int = _VIDEOS

    def library(self) -> Path:
        """The data directory with the seeded library; made at the first call."""
        data_dir = self.folder / "library"
        if not data_dir.exists():
            make_library(data_dir, self.videos)
        return data_dir


@contextmanager
def workplace() -> Iterator[Workplace]:
    """One for the whole run; everything in it is gone at the end."""
    environment = {name: v for name, v in os.environ.items() if not name.startswith(_OURS)}
    with TemporaryDirectory(prefix="videogen-bench-", ignore_cleanup_errors=True) as folder:
        yield Workplace(Path(folder), environment)
