"""A folder for one simulated program after the other, where nothing waits for a disk."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine

from videogen_desktop.storage import database
from videogen_desktop.storage.database import Opening, make_engine

# Memory, where there is any: three commits a step would wait for a disk.
_QUICK_FOLDER = Path("/dev/shm")  # noqa: S108


@contextmanager
def quick_folder() -> Iterator[Path]:
    """For one program after the other: an engine made for a file knows all of its statements by
    the second life, and compiling them again would be half of every life."""
    engines: dict[tuple[Path, Opening], Engine] = {}

    def known(path: Path, opening: Opening, *, busy_timeout_ms: int) -> Engine:
        if (path, opening) not in engines:
            made = make_engine(path, opening, busy_timeout_ms=busy_timeout_ms)
            engines[path, opening] = made
        return engines[path, opening]

    parent = _QUICK_FOLDER if _QUICK_FOLDER.is_dir() else None
    with (
        tempfile.TemporaryDirectory(prefix="videogen-machine-", dir=parent) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(database, "make_engine", known)
        yield Path(folder)
