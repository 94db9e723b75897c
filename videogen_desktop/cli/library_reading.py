"""Opens the library for a command that only reads; without a library there is nothing to read."""

import gc
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
    with ExitStack() as stack:
        stack.enter_context(_no_garbage_collection())
        from videogen_desktop.storage.library import open_reader

        try:
            library = stack.enter_context(open_reader(places))
        except LibraryMissingError:
            library = None
        yield library


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Importing SQLAlchemy allocates much and drops little: looking for garbage meanwhile cost a
    sixth of `videogen list` (measured)."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
