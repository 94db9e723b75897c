"""The limits of a helper process: what it may use, which cannot be undone. Windows has none."""

import contextlib
import os
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of address space and of the largest file, open files, and how much it yields."""

    address_space: int
    largest_file: int
    open_files: int
    niceness: int


if sys.platform != "win32":
    import resource

    def restrict_process(limits: Limits) -> None:
        """For the rest of this process, which also leaves no core."""
        _lower(resource.RLIMIT_AS, limits.address_space)
        _lower(resource.RLIMIT_FSIZE, limits.largest_file)
        _lower(resource.RLIMIT_NOFILE, limits.open_files)
        _lower(resource.RLIMIT_CORE, 0)
        with contextlib.suppress(OSError):
            os.nice(limits.niceness)

    def allow_cpu_seconds(seconds: int) -> None:
        """The kernel ends this process when it burns so many from here on.

        The client's deadline comes first; this is for a helper that spins in a decoder after its
        client was killed, when nobody is left to end it.
        """
        used = int(time.process_time()) + 1
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        _set_soft(resource.RLIMIT_CPU, used + seconds, hard)

    def allow_file_bytes(size: int) -> None:
        """The next file may have `size` bytes; more fails with EFBIG."""
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        _set_soft(resource.RLIMIT_FSIZE, size, hard)

    def _lower(limit: int, value: int) -> None:
        hard = resource.getrlimit(limit)[1]
        lowest = value if hard == resource.RLIM_INFINITY else min(value, hard)
        _set_soft(limit, lowest, lowest)

    def _set_soft(limit: int, soft: int, hard: int) -> None:
        lowest = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
        # macOS refuses RLIMIT_AS on some versions; a missing limit must not cost the job.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (lowest, hard))

else:

    def restrict_process(limits: Limits) -> None:
        """Nothing to do: the client starts the helper with a low priority class."""

    def allow_cpu_seconds(seconds: int) -> None:
        """Nothing to do: the client's deadline is the only bound."""

    def allow_file_bytes(size: int) -> None:
        """Nothing to do: Windows has no such limit."""
