"""`videogen doctor --backup-to FOLDER`: a checked copy of the library on another disk."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from videogen_desktop.storage.directories import Directories


def back_up_to(folder: Path, places: "Directories") -> int:
    """Also while a window works on the library. Older copies in the folder make room as those of
    the program do, once the new one has passed every check.

    Raises LibraryMissingError, LibraryUnusableError, LibraryDamagedError.
    """
    from videogen_desktop.storage.backup import back_up
    from videogen_desktop.storage.library import open_reader

    folder = folder.expanduser().absolute()
    if not folder.is_dir():
        print(f"videogen: There is no folder {folder}; is its disk there?", file=sys.stderr)
        return ExitCode.NOT_ACCEPTED
    with open_reader(places) as library:
        library_id = library.library_id
    copy = back_up(places.database, folder, library_id, time.time_ns() // 1_000_000)
    print(f"Backed up as {copy}; it was opened and checked.")
    return ExitCode.DONE
