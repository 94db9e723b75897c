"""Where the measurements happen: a temporary folder and the libraries that several share."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.library import make_library
from videogen_desktop.storage.directories import directories

_VIDEOS = 1_000
# What is more than these was imported, which takes seconds.
_MOST_MADE = 100_000
# What the user's own shell says about accounts and folders is no part of a measurement.
_OURS = "VIDEOGEN_"


@dataclass(slots=True)
class Workplace:
    """`environment` is what every measured process gets; `quick` asks for a look at everything
    instead of figures one can rely on."""

    folder: Path
    environment: dict[str, str]
    videos: int = _VIDEOS
    quick: bool = False
    seconds_to_make: dict[int, float] = field(default_factory=dict)
    seconds_computed: dict[int, float] = field(default_factory=dict)
    _copies: int = 0

    def library(self, videos: int | None = None, *, at_rest: bool = False) -> Path:
        """The data directory with the seeded library of so many; made at the first call.
        `at_rest`: nothing is under way in it."""
        number = self.videos if videos is None else videos
        data_dir = self.folder / f"library-{number}{'-at-rest' if at_rest else ''}"
        if not data_dir.exists():
            began, worked = time.monotonic(), time.process_time()
            imports = max(0, number - _MOST_MADE)
            make_library(data_dir, number - imports, at_rest=at_rest, imports=imports)
            self.seconds_to_make[number] = time.monotonic() - began
            self.seconds_computed[number] = time.process_time() - worked
        return data_dir

    def copy_of_library(self, videos: int, *, at_rest: bool = False) -> Path:
        """A data directory of its own whose videos' files are those of the shared one."""
        made = directories(self.library(videos, at_rest=at_rest))
        self._copies += 1
        places = directories(self.folder / f"copy-{self._copies}")
        places.data.mkdir()
        shutil.copyfile(made.database, places.database)
        shutil.copytree(made.local_server("sandbox"), places.local_server("sandbox"))
        return places.data

    def count(self, thorough: int, quick: int) -> int:
        return quick if self.quick else thorough

    @property
    def without_screen(self) -> dict[str, str]:
        """The environment for windows that Qt paints in software, whatever the display."""
        return self.environment | {"QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def workplace(*, quick: bool = False) -> Iterator[Workplace]:
    """One for the whole run; everything in it is gone at the end."""
    environment = {name: v for name, v in os.environ.items() if not name.startswith(_OURS)}
    # Nobody's second start compiles the program. Where Python may not keep what it compiled, that
    # was 35 ms of each measured start; the rivals, which are one file, hardly paid.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory(prefix="videogen-bench-", ignore_cleanup_errors=True) as folder:
        yield Workplace(Path(folder), environment, quick=quick)
