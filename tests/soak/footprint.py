"""What a process holds: memory, handles, threads. Linux only."""

import threading
from pathlib import Path

_PAGE_BYTES = 4096


def resident_bytes(pid: int | str = "self") -> int:
    """Resident memory of a process; 0 for one that has ended."""
    try:
        fields = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:
        return 0
    return int(fields[1]) * _PAGE_BYTES


def children_named(word: str) -> tuple[int, ...]:
    """Our direct children whose command line has the word."""
    found = []
    for task in Path("/proc/self/task").iterdir():
        for pid in (task / "children").read_text().split():
            command = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
            if word in command:
                found.append(int(pid))
    return tuple(found)


def open_handles() -> tuple[str, ...]:
    """What our file descriptors point at, sorted."""
    found = []
    for entry in Path("/proc/self/fd").iterdir():
        try:
            found.append(str(entry.readlink()))
        except OSError:
            continue
    return tuple(sorted(found))


def thread_names() -> tuple[str, ...]:
    return tuple(sorted(thread.name for thread in threading.enumerate()))
