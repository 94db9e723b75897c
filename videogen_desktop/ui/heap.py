"""What the C library keeps of the memory that was given back to it."""

import sys
from contextlib import suppress

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
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    # AttributeError: another C library than glibc.
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.mallopt(_M_MMAP_THRESHOLD, _LARGE_BYTES)
        # Threads that come from now on share the heaps that there are.
        library.mallopt(_M_ARENA_MAX, _ARENAS)
