"""Moving a library out of the way: all of its files together, none of them changed."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from videogen_desktop.storage.durable_names import flush_folder
from videogen_desktop.storage.failures import file_faults
from videogen_desktop.storage.library_file import library_files


def set_aside(database: Path, at_ms: int) -> Path | None:
    """Move the files into a new folder beside them, named for the time; None without any.

    Only for the holder of the engine lock. Raises LibraryUnusableError.
    """
    files = library_files(database)
    if not files:
        return None
    with file_faults():
        folder = _new_folder(database.parent, at_ms)
        # The database last: as long as it has its name, nothing has happened.
        for file in reversed(files):
            file.rename(folder / file.name)
        flush_folder(folder)
        flush_folder(database.parent)
    return folder


def _new_folder(parent: Path, at_ms: int) -> Path:
    moment = datetime.fromtimestamp(at_ms / 1000, UTC)
    stem = f"damaged-{moment:%Y%m%dT%H%M%SZ}"
    for number in count(1):
        folder = parent / (stem if number == 1 else f"{stem}-{number}")
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            continue
        return folder
    raise AssertionError
