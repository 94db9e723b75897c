"""What must hold for the folder of `make bundle` on Linux, whatever it was built on.

PYTHONPATH=packaging python -m bundle.check     exit 0 if all of it holds, else 1
"""

import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from bundle.contents import TRIM
from bundle.libraries import Library, is_foreign, libraries

from videogen_desktop.program.system_libraries import LIBRARIES

MEGABYTE = 1_000_000


def report(folder: Path, packed: Path | None = None) -> int:
    """Print the size and every problem; the exit code."""
    problems = list(size_problems(folder, packed))
    if sys.platform == "linux":
        problems += library_problems(folder)
    sizes = [f"{size(folder) / MEGABYTE:.1f} MB"]
    if packed is not None:
        sizes.append(f"packed {packed.stat().st_size / MEGABYTE:.1f} MB")
    print(f"{folder}: {', '.join(sizes)}")
    for problem in problems:
        print(f"PROBLEM: {problem}", file=sys.stderr)
    return 1 if problems else 0


def size(folder: Path) -> int:
    """Bytes of all files; a link has none."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def size_problems(folder: Path, packed: Path | None) -> Iterator[str]:
    ceilings: dict[str, int] = TRIM["ceilings"]
    if size(folder) > ceilings["unpacked"] * MEGABYTE:
        yield f"the folder is larger than {ceilings['unpacked']} MB"
    if packed is not None and packed.stat().st_size > ceilings["packed"] * MEGABYTE:
        yield f"the archive is larger than {ceilings['packed']} MB"


def library_problems(folder: Path) -> list[str]:
    """Links that lead nowhere; libraries that are foreign, not found or found elsewhere."""
    dangling = [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()]
    return [
        *(f"{path.name} leads nowhere" for path in dangling),
        *(problem for one in libraries(folder) for problem in _problems(one, folder / "_internal")),
    ]


def _problems(library: Library, internal: Path) -> Iterator[str]:
    system = TRIM["system"]
    name = library.path.name
    if any(fnmatch(name, pattern) for pattern in system["forbidden"]):
        yield f"{name} must be the system's own"
    for run_path in filter(is_foreign, library.run_paths):
        yield f"{name} looks for libraries in {run_path}"
    # The boot loader puts `_internal` on the search path.
    folders = [*library.own_folders(), internal]
    expected = {*LIBRARIES, *system["expected"]}
    for needed in () if name in system["optional"] else library.needed:
        if needed not in expected and not any((folder / needed).exists() for folder in folders):
            yield f"{name} needs {needed}, which is neither here nor expected of a system"


if __name__ == "__main__":
    from bundle.build import DIST, NAME

    sys.exit(report(DIST / NAME))
