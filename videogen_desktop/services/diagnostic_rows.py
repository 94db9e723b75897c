"""What diagnostics read of a library: numbers, and what to leave out."""

from videogen_desktop.domain.errors import StorageError
from videogen_desktop.domain.file_names import safe_stem
from videogen_desktop.storage.diagnostic_rows import counts, newest_prompts
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import open_reader

# Older ones have left the log that is read.
_MOST_PROMPTS = 5_000


def library_counts(places: Directories) -> dict[str, object]:
    """Rows by table, and videos by state; why they cannot be read, otherwise."""
    try:
        with open_reader(places) as library, library.reading() as rows:
            return counts(rows.connection)
    except StorageError as error:
        return {"error": type(error).__name__}


def redacted_prompts(places: Directories) -> frozenset[str]:
    """The newest prompts as a log or a path could hold them: whole, by line, as a file's name."""
    try:
        with open_reader(places) as library, library.reading() as rows:
            prompts = newest_prompts(rows.connection, _MOST_PROMPTS)
    except StorageError:
        return frozenset()
    lines = (line.strip() for prompt in prompts for line in prompt.splitlines())
    return frozenset((*prompts, *lines, *map(safe_stem, prompts)))
