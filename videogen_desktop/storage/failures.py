"""Database failures told apart: the environment's (the user can act) and our own defects."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from videogen_desktop.domain.errors import LibraryUnusableError

_ENVIRONMENT = {
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_READONLY": "read_only",
    "SQLITE_PERM": "read_only",
    "SQLITE_IOERR": "disk_error",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_FULL": "disk_full",
    "SQLITE_CANTOPEN": "cannot_open",
    "SQLITE_PROTOCOL": "busy",
}
_ENVIRONMENT_OF_FILES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EIO: "disk_error",
}


# Windows: another program has the file, or a part of it, open. To Python it is a matter of rights.
_IN_USE_ON_WINDOWS = frozenset({32, 33})


def condition_of(error: BaseException | None) -> str | None:
    """The short name of an environment fault, None for anything else."""
    if not isinstance(error, sqlite3.Error):
        return None
    name: str = getattr(error, "sqlite_errorname", "") or ""
    for prefix, condition in _ENVIRONMENT.items():
        if name == prefix or name.startswith(prefix + "_"):
            return condition
    return None


@contextmanager
def environment_faults() -> Iterator[None]:
    """Turn the environment's faults into LibraryUnusableError; let our defects through."""
    # The lock comes first, and half a second of imports after it.
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as error:
        condition = condition_of(error.orig)
        if condition is None:
            raise
        raise LibraryUnusableError(condition) from error
    except sqlite3.Error as error:
        condition = condition_of(error)
        if condition is None:
            raise
        raise LibraryUnusableError(condition) from error


@contextmanager
def file_faults() -> Iterator[None]:
    """The same for folders and files around the database. Raises LibraryUnusableError."""
    try:
        yield
    except OSError as error:
        raise LibraryUnusableError(_condition_of_file(error)) from error


def _condition_of_file(error: OSError) -> str:
    if getattr(error, "winerror", None) in _IN_USE_ON_WINDOWS:
        return "in_use"
    return _ENVIRONMENT_OF_FILES.get(error.errno or 0, "cannot_open")
