"""What the helper process may use. Only the helper calls this; nothing here can be undone.

Windows has none of these limits: there the client's deadline and low priority remain.
"""

import contextlib
import os
import sys
import time

# Measured with PyAV 18.1: 8K H.264 needs 0.47 GiB of address space, 4K HEVC 0.25 GiB.
ADDRESS_SPACE_BYTES = 2 << 30
FILE_SIZE_BYTES = 64 << 20
# A tagged copy of the largest clip that is downloaded, with room for its index.
LARGEST_COPY_BYTES = 9 << 28
OPEN_FILES = 32
JOB_CPU_SECONDS = 60
NICENESS = 5

if sys.platform != "win32":
    import resource

    def restrict_process() -> None:
        """Bound memory, written files and open files, leave no core, and lower the priority."""
        _lower(resource.RLIMIT_AS, ADDRESS_SPACE_BYTES)
        _lower(resource.RLIMIT_FSIZE, LARGEST_COPY_BYTES)
        allow_file_bytes(FILE_SIZE_BYTES)
        _lower(resource.RLIMIT_NOFILE, OPEN_FILES)
        _lower(resource.RLIMIT_CORE, 0)
        with contextlib.suppress(OSError):
            os.nice(NICENESS)

    def allow_cpu_for_one_job() -> None:
        """The kernel ends this process when the next job burns `JOB_CPU_SECONDS`.

        The client's deadline comes first; this is for a helper that spins in a decoder after its
        client was killed, when nobody is left to end it.
        """
        used = int(time.process_time()) + 1
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        _set_soft(resource.RLIMIT_CPU, used + JOB_CPU_SECONDS, hard)

    def allow_file_bytes(size: int) -> None:
        """The next file may have `size` bytes; more fails with EFBIG."""
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        _set_soft(resource.RLIMIT_FSIZE, max(size, FILE_SIZE_BYTES), hard)

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

    def restrict_process() -> None:
        """Nothing to do: the client starts the helper with a low priority class."""

    def allow_cpu_for_one_job() -> None:
        """Nothing to do: the client's deadline is the only bound."""

    def allow_file_bytes(size: int) -> None:
        """Nothing to do: Windows has no such limit."""
