"""Giving a whole, flushed file its name, and making that durable."""

import errno
import os
import sys
from pathlib import Path

from videogen_desktop import held_files
from videogen_desktop.storage.private_paths import give_to_user


def give_name(part: Path, target: Path, *, overwrite: bool = False) -> bool:
    """Give a whole, flushed part its name; False when another file has taken it.

    The file is the user's own from then on. Raises OSError.
    """
    give_to_user(part)
    if overwrite:
        held_files.replace(part, target)
    elif not _named(part, target):
        return False
    held_files.remove(part)
    flush_folder(target.parent)
    return True


def _named(part: Path, target: Path) -> bool:
    try:
        _link(part, target)
    except FileExistsError:
        return part.exists() and part.samefile(target)
    return True


def _link(part: Path, target: Path) -> None:
    # A rename would replace another clip of the same prompt; a link never does.
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        # exFAT and some network drives have no links.
        _claim_and_rename(part, target)


def _claim_and_rename(part: Path, target: Path) -> None:
    with target.open("xb"):
        pass
    try:
        held_files.replace(part, target)
    except BaseException:
        held_files.remove(target)
        raise


def flush_folder(folder: Path) -> None:
    """Make names given in the folder durable. Raises OSError."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems flush files but no folders.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)
