"""The child process that copies a file of a database.

POSIX drops all locks of a process on a file when any part of the process closes that file, and
they are what SQLite keeps other writers out with: while it may have a database open here, nothing
else opens its files here, not even for reading.
"""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

from videogen_desktop.executable import own_command

# The hidden first argument that `videogen_desktop.__main__` knows.
ROLE = "copy-file"


def copy_in_child(source: Path, target: Path) -> None:
    """Copy the bytes of `source` to `target` and wait for it, on any thread. Raises OSError."""
    command = own_command(ROLE, os.fspath(source), os.fspath(target))
    done = subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        creationflags=_creation_flags(),
    )
    if done.returncode:
        number = done.returncode if done.returncode in errno.errorcode else errno.EIO
        raise OSError(number, os.strerror(number), os.fspath(target))


def _creation_flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    else:
        return 0


def main() -> int:
    """The child: exits with 0, or the number of the system's error."""
    source, target = sys.argv[1:]
    try:
        shutil.copyfile(source, target)
    except OSError as error:
        return error.errno or errno.EIO
    return 0
