"""What a process uses, as Linux tells it."""

import os
from pathlib import Path

_PROC = Path("/proc")


def resident_mb(process_id: int | str = "self") -> float:
    """Its memory in RAM, in MiB, what it shares with others included."""
    pages = int((_PROC / str(process_id) / "statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def thread_count(process_id: int | str = "self") -> int:
    return len(list((_PROC / str(process_id) / "task").iterdir()))


def processor_seconds(process_id: int) -> float:
    """Of the process and of its children that have ended."""
    stat = (_PROC / str(process_id) / "stat").read_text(encoding="utf-8")
    # The name before it may hold spaces and brackets.
    values = stat.rpartition(")")[2].split()
    return sum(map(int, values[11:15])) / os.sysconf("SC_CLK_TCK")


def children(process_id: int) -> list[int]:
    """Every descendant that lives."""
    found: list[int] = []
    for task in (_PROC / str(process_id) / "task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            found += [int(child), *children(int(child))]
    return found
