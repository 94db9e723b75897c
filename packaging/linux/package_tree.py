"""The tree that every package of Linux installs: the folder of `make bundle`, links, share/."""

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path

from bundle.build import DIST, NAME, build
from bundle.libraries import libraries
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection
from linux import shares

from videogen_desktop.executable import PACKAGED_BY
from videogen_desktop.program.system_libraries import LIBRARIES

PROGRAMS = ("videogen", "videogen-desktop")


def lay_out(
    folder: Path, root: Path, packaged_by: str | None = None, *, with_libraries: bool = True
) -> None:
    """Write the tree below `root`, which is /usr of a system, or /app of Flatpak.

    `packaged_by` says who brings updates, so that the window does not ask for any.

    Without libraries it has none that the table of system libraries names: the package depends on
    them, and two of one in a process end it.
    """
    own = root / "lib" / NAME
    shutil.copytree(folder, own, symlinks=True)
    if not with_libraries:
        for name in LIBRARIES:
            (own / "_internal" / name).unlink(missing_ok=True)
    if packaged_by is not None:
        (own / PACKAGED_BY).write_text(f"{packaged_by}\n", "utf-8")
    (root / "bin").mkdir()
    for name in PROGRAMS:
        (root / "bin" / name).symlink_to(f"../lib/{NAME}/{name}")
    shares.install(root / "share")
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            is_run = path.is_dir() or (path.parent == own and path.name in PROGRAMS)
            path.chmod(0o755 if is_run else 0o644)


def least_glibc(folder: Path) -> str:
    """The oldest one that every library of the folder can be loaded with, such as 2.35."""
    versions = {one for library in libraries(folder) for one in _glibc_versions(library.path)}
    return ".".join(map(str, max(versions)))


def _glibc_versions(path: Path) -> Iterator[tuple[int, ...]]:
    with path.open("rb") as file:
        for section in ELFFile(file).iter_sections():
            if isinstance(section, GNUVerNeedSection):
                for _, needed in section.iter_versions():
                    for one in needed:
                        number = one.name.removeprefix("GLIBC_")
                        if number != one.name and number[0].isdigit():
                            yield tuple(map(int, number.split(".")))


def asked_folder(description: str) -> Path:
    """What the command line of a packer names: a built folder, or one is built first."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--folder", type=Path, help="a folder of `make bundle`; else it is built")
    given: Path | None = parser.parse_args().folder
    return given or build(DIST)
