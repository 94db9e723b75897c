"""Where a program of the machine lives and dies: a folder in memory, and a loop without threads."""

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
from sqlalchemy import Engine

from tests.services.virtual_time import VirtualTimeLoop
from videogen_desktop.storage import database
from videogen_desktop.storage.database import Database
from videogen_desktop.storage.sqlite_engine import Opening, make_engine

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


class ProgramDeadError(BaseException):
    """Something of a killed program tried to go on."""


class DeadDatabase(Database):
    """Nothing goes in or out any more."""

    def write(self) -> NoReturn:
        raise ProgramDeadError

    read = write

    def close(self) -> None:
        pass


class InOrderLoop(VirtualTimeLoop):
    """Threads would make two runs of one example differ: their work is done at once."""

    def run_in_executor(  # type: ignore[override]
        self, executor: Executor | None, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:  # noqa: BLE001 - it is the caller's
            future.set_exception(error)
        return future
