"""Every file that this process makes, fills, flushes, names or removes below one folder."""

import builtins
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.kill_matrix.points import Points
from tests.kill_matrix.replacing import replace_in

_VERBS = (
    *("fsync", "ftruncate", "link", "mkdir", "remove", "rename", "replace", "rmdir", "symlink"),
    *("truncate", "unlink"),
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def hook_files(points: Points, folder: Path) -> None:
    """Before and after each, and before each piece that is written."""
    _hook_names(points, folder)
    _hook_contents(points, folder)


def _hook_names(points: Points, folder: Path) -> None:
    hooked = {verb: _pointed(points, folder, verb, getattr(os, verb)) for verb in _VERBS}
    make = os.open

    def opened(path: Any, flags: int, *arguments: Any, **options: Any) -> int:
        if flags & _WRITES and (name := _name(path, folder)):
            points.reach(f"before open {name}")
        return make(path, flags, *arguments, **options)

    replace_in(os, open=opened, **hooked)


def _pointed(
    points: Points, folder: Path, verb: str, work: Callable[..., Any]
) -> Callable[..., Any]:
    def done(*arguments: Any, **options: Any) -> Any:
        # The last of two names: that is where something comes to be.
        names = [found for found in (_name(given, folder) for given in arguments[:2]) if found]
        if not names:
            return work(*arguments, **options)
        points.reach(f"before {verb} {names[-1]}")
        result = work(*arguments, **options)
        points.reach(f"after {verb} {names[-1]}")
        return result

    return done


def _name(given: Any, folder: Path) -> str | None:
    """The file's name if it lies in the folder; also a descriptor's."""
    try:
        is_number = isinstance(given, int)
        where = Path(f"/proc/self/fd/{given}").readlink() if is_number else Path(os.fsdecode(given))
    except (OSError, TypeError):
        return None
    return str(where.relative_to(folder)) if where.is_relative_to(folder) else None


def _hook_contents(points: Points, folder: Path) -> None:
    make = io.open

    def opened(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        name = _name(file, folder) if set(mode) & set("wax+") else None
        if name is None:
            return make(file, mode, *arguments, **options)
        points.reach(f"before open {name}")
        return _PointedFile(make(file, mode, *arguments, **options), points, name)

    replace_in(io, open=opened)
    replace_in(builtins, open=opened)


class _PointedFile:
    def __init__(self, file: Any, points: Points, name: str) -> None:
        self._file = file
        self._points = points
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "_PointedFile":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def write(self, chunk: Any) -> Any:
        self._points.reach(f"before write {self._name}")
        return self._file.write(chunk)

    def flush(self) -> None:
        self._points.reach(f"before flush {self._name}")
        self._file.flush()

    def close(self) -> None:
        if not self._file.closed:
            self._points.reach(f"before close {self._name}")
        self._file.close()
