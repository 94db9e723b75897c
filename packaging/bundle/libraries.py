"""The native libraries of a folder on Linux: what they need, where they look, what is too much."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from elftools.common.exceptions import ELFError
from elftools.elf.elffile import ELFFile

_OWN_FOLDER = "$ORIGIN"
_ENTRY_BYTES = 16  # of a dynamic section, for 64 bits
_RUN_PATHS = {"DT_RPATH", "DT_RUNPATH"}
# The one that builds may not have imported it: some hang on symbols of others.
_LOADS = "import ctypes, sys; ctypes.CDLL(sys.argv[1])"


@dataclass(frozen=True)
class Library:
    """An ELF file: the names that it needs, and the folders it looks for them in."""

    path: Path
    needed: tuple[str, ...]
    run_paths: tuple[str, ...]
    has_symbols: bool

    def own_folders(self) -> list[Path]:
        """Where the loader looks for what it needs, beside the usual places."""
        paths = [one for one in self.run_paths if not is_foreign(one)]
        return [Path(one.replace(_OWN_FOLDER, str(self.path.parent), 1)) for one in paths]


def libraries(folder: Path) -> Iterator[Library]:
    """Every ELF file below `folder`, in the order of their paths; links are not followed."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                found = _read(path, file) if file.read(4) == b"\x7fELF" else None
            if found is not None:
                yield found


def _read(path: Path, file: Any) -> Library | None:
    try:
        elf = ELFFile(file)
        entries = [entry for _, _, entry in _dynamic(elf)]
    except ELFError:
        return None
    needed = tuple(entry.needed for entry in entries if entry.entry.d_tag == "DT_NEEDED")
    found = [entry for entry in entries if entry.entry.d_tag in _RUN_PATHS]
    texts = [entry.rpath if entry.entry.d_tag == "DT_RPATH" else entry.runpath for entry in found]
    run_paths = tuple(one for text in texts for one in text.split(":") if one)
    return Library(path, needed, run_paths, elf.get_section_by_name(".symtab") is not None)


def _dynamic(elf: Any) -> list[tuple[int, int, Any]]:
    """(where in the file the table begins, number of the entry, entry)"""
    return [
        (segment["p_offset"], number, entry)
        for segment in elf.iter_segments("PT_DYNAMIC")
        for number, entry in enumerate(segment.iter_tags())
    ]


def is_foreign(run_path: str) -> bool:
    """A folder of the build machine: who owns it elsewhere would choose our libraries."""
    return not run_path.startswith(_OWN_FOLDER)


def forget_run_path(library: Library) -> None:
    """Take the search path out of the file, as chrpath -d does: later entries move up."""
    with library.path.open("r+b") as file:
        entries = _dynamic(ELFFile(file))
        start = entries[0][0]
        file.seek(start)
        table = [file.read(_ENTRY_BYTES) for _ in entries]
        kept = [table[number] for _, number, one in entries if one.entry.d_tag not in _RUN_PATHS]
        file.seek(start)
        file.write(b"".join(kept).ljust(len(table) * _ENTRY_BYTES, b"\0"))


def strip(library: Library) -> bool:
    """Take the symbols out that only a debugger reads; False where the file did not survive it.

    Files that patchelf has rewritten often do not: strip lays their segments where no loader
    takes them. Each is tried, because which they are changes with every release of a wheel.
    """
    smaller = library.path.with_name(f"{library.path.name}.stripped")
    try:
        command = ["strip", "--strip-unneeded", "-o", str(smaller), str(library.path)]
        done = subprocess.run(command, check=False, capture_output=True)
        if done.returncode or (_loads(library.path) and not _loads(smaller)):
            return False
        shutil.copymode(library.path, smaller)
        smaller.replace(library.path)
    finally:
        smaller.unlink(missing_ok=True)
    return True


def _loads(path: Path) -> bool:
    command = [sys.executable, "-c", _LOADS, str(path)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0
