"""Files and folders for their owner alone, whatever the umask is, also where they were there.

Prompts, addresses and money are nobody else's business on a shared machine. Clips in the user's own
folder of videos keep the system's rules. On Windows the profile's own rights do this.
"""

import contextlib
import os
import stat
import sys
from pathlib import Path

from videogen_desktop.storage.directories import Directories

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
# Read once, before there are threads: reading it means setting it.
_UMASK = os.umask(0o077)
os.umask(_UMASK)


def private_folder(folder: Path) -> None:
    """Make it and what is missing above it, for the owner alone. Raises OSError."""
    for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    make_private(folder)
    if not folder.is_dir():
        folder.mkdir()  # raises what is in the way


def private_file(path: Path) -> None:
    """Make it where it is missing; never a database, which SQLite alone opens. Raises OSError."""
    if not path.exists():
        path.touch(mode=0o600)
    make_private(path)


def make_private(path: Path) -> None:
    """Take others' rights away; what cannot be changed (a USB stick, another's file) stays."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        mode = path.stat().st_mode
        if mode & _OTHERS and not _is_everybodys(path, mode):
            path.chmod(stat.S_IMODE(mode) & ~_OTHERS)


def give_to_user(path: Path) -> None:
    """A file of the user's own: the rights that the system gives to any new file."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            path.chmod(0o666 & ~_UMASK)


def make_all_private(places: Directories) -> None:
    """What earlier versions left open to others, and what SQLite has just made."""
    with contextlib.suppress(OSError):
        # Posters are put there from the helper's process.
        private_folder(places.cache)
    for folder in (places.data, places.config, places.logs, *_below(places)):
        make_private(folder)
    own = ("library.sqlite*", "tasks.jsonl*", "engine.*", "window.*", "checked.*", "settings.*")
    for folder, names in (
        *((folder, own) for folder in {places.data, places.config}),
        (places.backups, ("*",)),
        (places.logs, ("*",)),
        (places.local_server("sandbox"), ("*",)),
    ):
        for name in names:
            for path in folder.glob(name):
                make_private(path)


def _below(places: Directories) -> tuple[Path, ...]:
    kept = (
        *(places.backups, places.requesters, places.inputs),
        places.local_server("sandbox"),
    )
    return (*kept, *places.data.glob("damaged-*"))


def _is_everybodys(path: Path, mode: int) -> bool:
    """A shared folder, or one that the user's home lies in, was named as the place for data."""
    if not stat.S_ISDIR(mode):
        return False
    home = Path.home()
    return bool(mode & stat.S_ISVTX) or path == home or path in home.parents
