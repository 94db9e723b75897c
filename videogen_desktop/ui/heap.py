"""Free memory that the C library keeps, given back to the system."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctypes import CDLL

# malloc.h
_M_MMAP_THRESHOLD = -3
_M_ARENA_MAX = -8
_LARGE_BYTES = 512 * 1024
_ARENAS = 2


def give_memory_back() -> None:
    """Let memory go back to the system: a clip's frames when they are gone, and what the threads
    of a start needed. Before those threads. Idempotent; does nothing where the C library is not
    glibc.

    glibc takes the first large block that is freed as a sign to keep all such blocks in its heap
    from then on, and makes a heap of its own for nearly every thread; each clip has new threads.
    What one clip leaves between its blocks, the next could not use: the process grew with every
    preview, by 5 % from the 20th to the 200th and on from there (measured). An idle window with
    10,000 videos is 5 MB smaller.
    """
    library = _glibc()
    if library is not None:
        library.mallopt(_M_MMAP_THRESHOLD, _LARGE_BYTES)
        # Threads that come from now on share the heaps that there are.
        library.mallopt(_M_ARENA_MAX, _ARENAS)


async def trim() -> None:
    """Give back at once what lies free between what is used; 4 MB when a start is over. On the
    worker: it takes some milliseconds."""
    library = _glibc()
    if library is not None:
        library.malloc_trim(0)


def _glibc() -> "CDLL | None":
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    try:
        library = ctypes.CDLL(None)
        has_all = hasattr(library, "mallopt") and hasattr(library, "malloc_trim")
    except OSError:
        return None
    # Otherwise another C library than glibc.
    return library if has_all else None
