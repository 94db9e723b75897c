"""Part files, and part folders, where others are: noted while they are written, so that the next
start removes what a process left that died.

A note is two small files of the data directory: the part's path, and a lock that its writer holds.
"""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from videogen_desktop import held_files
from videogen_desktop.domain.text import beginning
from videogen_desktop.storage.private_paths import private_folder

PART_SUFFIX = ".part"
_NOTE, _LOCK = ".path", ".lock"
# A long name with its additions must stay below what a file system takes.
_PART_LETTERS = 40


def part_beside(target: Path) -> Path:
    """A hidden name beside the target that no other part has."""
    stem = beginning(target.stem, _PART_LETTERS)
    return target.with_name(f".{stem}.{secrets.token_hex(4)}{PART_SUFFIX}")


class UnfinishedFiles:
    """Every method blocks. `folder` is made when the first part is noted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextlib.contextmanager
    def noted(self, part: Path) -> Iterator[Path]:
        """Note the part until the block ends; what is left of it then is removed.

        Where nothing can be noted, a library that may only be read for one, it is written all the
        same. Entered and left on any thread. Raises OSError where the part cannot be removed.
        """
        name = secrets.token_hex(8)
        note, lock = self._folder / f"{name}{_NOTE}", _lock(self._folder / f"{name}{_LOCK}")
        with contextlib.suppress(OSError):
            private_folder(self._folder)
            lock.acquire(timeout=0)
            note.write_bytes(os.fsencode(part))
        try:
            yield part
            _remove_part(part)
        except BaseException:
            with contextlib.suppress(OSError):
                _remove_part(part)
            raise
        finally:
            if not os.path.lexists(part):
                _forget(note, lock)
            lock.release()

    def remove_left(self) -> None:
        """Remove the parts, and the notes, whose writers live no more. What cannot be removed now
        (a drive that is not here) is tried at the next start; nothing is raised."""
        with contextlib.suppress(OSError):
            for note in sorted(self._folder.glob(f"*{_NOTE}")):
                with contextlib.suppress(OSError):
                    _remove_left(note)


def _remove_left(note: Path) -> None:
    lock = _lock(note.with_suffix(_LOCK))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return
    try:
        part = Path(os.fsdecode(note.read_bytes()))
        if _is_part(part):
            if not part.parent.is_dir():
                return
            _remove_part(part)
        _forget(note, lock)
    finally:
        lock.release()


def _remove_part(part: Path) -> None:
    """A file, or the folder of a project."""
    if part.is_dir() and not part.is_symlink():
        held_files.once_let_go(lambda: shutil.rmtree(part))
    else:
        held_files.remove(part)


def _lock(path: Path) -> FileLock:
    # By default filelock counts per thread, and a copy is begun on one and ended on another.
    return FileLock(path, mode=0o600, thread_local=False)


def _forget(note: Path, lock: FileLock) -> None:
    with contextlib.suppress(OSError):
        held_files.remove(note)
    lock.release()
    with contextlib.suppress(OSError):
        held_files.remove(Path(lock.lock_file))


def _is_part(path: Path) -> bool:
    """A note that was spoiled must not name a file of the user's."""
    return path.is_absolute() and path.name.startswith(".") and path.suffix == PART_SUFFIX
