"""Which files a program and its children open, watched from outside with strace: C and Qt too."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

STRACE = shutil.which("strace")
# The files of every database of ours: the library, the sandbox's books, and copies of the library.
_DATABASES = re.compile(r"/(library|sandbox)\.sqlite[^/]*$|/backups/[^/]+$")
# 12 openat(AT_FDCWD</here>, "name", O_RDONLY|O_CLOEXEC) = 3</here/name>
_OPENING = re.compile(r"^(\d+) +(?:open|openat|openat2|creat|dup|dup2|dup3)\(.*\) = \d+<([^>]*)>$")
# A call that another thread's came into is written in two lines.
_BEGUN = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
_STARTED = re.compile(r"^(\d+) +execve\((.*)\) = 0$")
# What SQLite opens a file of a database with since 3.36, on every system; nobody else here asks
# not to follow a link.
_SQLITE = "O_NOFOLLOW"


class Openings(NamedTuple):
    """Lines of the trace about files of databases."""

    by_sqlite: tuple[str, ...]
    by_others: tuple[str, ...]


def watched(
    command: Sequence[str], trace: Path, outside: Sequence[str], environment: Mapping[str, str]
) -> Openings:
    """Run the command to its end (it must exit with 0) and return what was opened.

    A process of its own whose command line holds one of the words `outside` may open them.
    """
    assert STRACE is not None
    calls = "trace=openat,?open,?openat2,?creat,?dup,?dup2,dup3,execve"
    strace = [STRACE, "-f", "--seccomp-bpf", "-y", "-qq", "-s", "200", "-e", "signal=none"]
    done = subprocess.run(
        [*strace, "-e", calls, "-o", os.fspath(trace), *command],
        capture_output=True,
        env={**os.environ, **environment},
        text=True,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4_000:]
    return _openings(trace.read_text(errors="replace").splitlines(), outside)


def _openings(lines: Sequence[str], outside: Sequence[str]) -> Openings:
    by_sqlite: list[str] = []
    by_others: list[str] = []
    apart: set[str] = set()
    begun: dict[str, str] = {}
    for raw in lines:
        line = raw
        if match := _BEGUN.match(raw):
            begun[match[1]] = match[2]
            continue
        if match := _RESUMED.match(raw):
            line = f"{match[1]} {begun.pop(match[1], '')}{match[2]}"
        if (match := _STARTED.match(line)) and any(f'"{word}"' in match[2] for word in outside):
            apart.add(match[1])
        match = _OPENING.match(line)
        if match is None or not _DATABASES.search(match[2]) or match[1] in apart:
            continue
        (by_sqlite if _SQLITE in line else by_others).append(line)
    return Openings(tuple(by_sqlite), tuple(by_others))
