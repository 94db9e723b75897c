"""Opens the library for a command that only reads; without a library there is nothing to read."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from videogen_desktop.domain.errors import LibraryMissingError

if TYPE_CHECKING:
    from videogen_desktop.storage.directories import Directories
    from videogen_desktop.storage.library import Library


@contextmanager
def reading(places: "Directories") -> "Iterator[Library | None]":
    """The library, or None on a machine that has none yet; nothing is ever made.

    Raises StorageError.
    """
    if not places.database.exists():
        yield None
        return
    from videogen_desktop.storage.library import open_reader

    with ExitStack() as stack:
        try:
            library = stack.enter_context(open_reader(places))
        except LibraryMissingError:
            library = None
        yield library
