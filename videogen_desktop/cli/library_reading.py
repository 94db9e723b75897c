"""Opens the library for a command that only reads; without a library there is nothing to read."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from videogen_desktop.cli.output import wallet_names
from videogen_desktop.domain.errors import LibraryMissingError, VideoNotFoundError

if TYPE_CHECKING:
    from videogen_desktop.domain.video import Video
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


def find_video(places: "Directories", prefix: str) -> "tuple[Video, str]":
    """The one video whose id begins so, deleted or not, and its wallet's name.

    Raises VideoNotFoundError, StorageError.
    """
    with reading(places) as library:
        if library is None:
            raise VideoNotFoundError(prefix)
        with library.reading() as rows:
            video = rows.videos.find(prefix)
            return video, wallet_names(rows.wallets.every())[video.wallet_id]
