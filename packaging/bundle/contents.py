"""What goes into the folder of `make bundle`; bundle/videogen.spec asks, trim.toml says.

A table of contents is PyInstaller's: (path in the folder, path here, kind).
"""

import sys
import tomllib
from collections.abc import Iterable
from fnmatch import fnmatch
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath
from typing import Any

from compile_translations import COMPILED, ROOT

HERE = Path(__file__).resolve().parent
ENTRIES = HERE / "entries"
TRIM: dict[str, Any] = tomllib.loads((HERE / "trim.toml").read_text("utf-8"))
PACKAGE = "videogen_desktop"
_MIGRATIONS = f"{PACKAGE}/storage/migrations"
SHIPPED_RESOURCES = ("fonts", "guide", "icons", "models", "self-test")
# Files here -> the folder in the bundle that has the same below it.
DATA = {
    # Not `screenshots`, which are for README.md.
    **{f"resources/{name}/**/*": f"{PACKAGE}/data" for name in SHIPPED_RESOURCES},
    "resources/*.json": f"{PACKAGE}/data",
    # Alembic runs these as files and not as modules.
    f"{_MIGRATIONS}/*.mako": ".",
    f"{_MIGRATIONS}/env.py": ".",
    f"{_MIGRATIONS}/sql/*.sql": ".",
    f"{_MIGRATIONS}/versions/*.py": ".",
}
# Of an installation that nobody repeats; `direct_url.json` names a folder of the build machine.
_NOT_METADATA = ("RECORD", "INSTALLER", "REQUESTED", "WHEEL", "direct_url.json")

_NATIVE = ("BINARY", "EXTENSION")

Entry = tuple[str, str, str]


def data_files() -> list[tuple[str, str]]:
    """Files of the project, each with its folder in the bundle."""
    found = [
        (str(path), str(PurePosixPath(folder) / path.parent.relative_to(ROOT).as_posix()))
        for pattern, folder in DATA.items()
        for path in matches(pattern)
    ]
    return found + [(str(path), f"{PACKAGE}/data/i18n") for path in sorted(COMPILED.glob("*.qm"))]


def matches(pattern: str) -> list[Path]:
    return sorted(path for path in ROOT.glob(pattern) if path.is_file())


def own_modules() -> list[str]:
    """Every module of the program: commands and vendors are imported by names made at run time."""
    files = sorted((ROOT / PACKAGE).rglob("*.py"))
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files]
    # Alembic's files, see DATA; they import what no module of the program does.
    migrations = _MIGRATIONS.replace("/", ".")
    kept = [name for name in names if not name.startswith((f"{migrations}.env", f"{migrations}.v"))]
    return [name.removesuffix(".__init__") for name in kept]


def hidden_modules() -> list[str]:
    """What PyInstaller cannot see, because its name is made at run time or stands in metadata."""
    backends = distribution("keyring").entry_points.select(group="keyring.backends")
    return [*own_modules(), *sorted(entry.module for entry in backends), "logging.config"]


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of a table of contents that go into the folder.

    On macOS a framework is made of links. Elsewhere they would put every wheel's libraries on the
    search path of all others, and each finds its own without.
    """
    is_made_of_links = sys.platform == "darwin"
    linked = [one for one in entries if one[2] != "SYMLINK" or is_made_of_links]
    wanted = [one for one in linked if is_wanted(one)]
    reached = _needed_by([one for one in wanted if not _is_shared(_path(one[0]))], wanted)
    return [
        one for one in wanted if not _is_shared(_path(one[0])) or library_name(one[0]) in reached
    ]


def _path(name: str) -> PurePosixPath:
    return PurePosixPath(name.replace("\\", "/"))


def _is_shared(path: PurePosixPath) -> bool:
    """A library that is there for others of its wheel: a plug-in or a module for Python is not."""
    is_qt = path.parts[0] == "PySide6" and path.name.removeprefix("lib").startswith("Qt6")
    return is_qt or path.parent.suffix == ".libs" or path.parts[:3] == ("PySide6", "Qt", "lib")


def library_name(path: str) -> str:
    """By which libraries know one another; Windows' are named in any case.

    A framework of macOS is its library, and a folder of links and a list that belong to it.
    """
    inner = _path(path)
    frameworks = [part for part in inner.parts if part.endswith(".framework")]
    return (frameworks[0].removesuffix(".framework") if frameworks else inner.name).lower()


def _needed_by(entries: list[Entry], wanted: list[Entry]) -> set[str]:
    """The names of all libraries that these load, and those load, to the last.

    They are looked for in the table, and not where PyInstaller finds them: on Windows a wheel puts
    its folder of libraries on the search path when it is imported.
    """
    from PyInstaller.depend.bindepend import get_imports

    places = {library_name(name): source for name, source, kind in wanted if kind in _NATIVE}
    names, pending = set[str](), [source for _, source, kind in entries if kind in _NATIVE]
    while pending:
        found = {library_name(name) for name, _ in get_imports(pending.pop())} - names
        pending += [places[name] for name in found if name in places]
        names |= found
    return names


def is_wanted(entry: Entry) -> bool:
    """Whether it goes into the folder, as far as its own name and place tell."""
    path, source, kind = _path(entry[0]), Path(entry[1]), entry[2]
    if path.parts[0] == "PySide6":
        return _is_wanted_of_qt(path)
    if path.parent.suffix == ".dist-info":
        return path.name not in _NOT_METADATA
    # Modules of the Python that builds lie there too, where the system brought it.
    if sys.platform == "linux" and kind == "BINARY" and _is_of_this_system(source):
        return any(fnmatch(path.name, wanted) for wanted in TRIM["system"]["carried"])
    return "__pycache__" not in path.parts


def _is_wanted_of_qt(path: PurePosixPath) -> bool:
    qt: dict[str, list[str]] = TRIM["qt"]
    inner = path.as_posix().split("/plugins/", 1)
    if len(inner) == 2:
        return any(fnmatch(inner[1], wanted) for wanted in qt["plugins"])
    left_out = {"translations", "qml", "resources", *qt["left_out"]}
    return left_out.isdisjoint(path.parts)


def _is_of_this_system(source: Path) -> bool:
    """From the system's own folders, and not from a wheel or a Python built beside it."""
    folders = (Path("/lib"), Path("/lib64"), Path("/usr/lib"), Path("/usr/lib64"))
    return any(map(source.is_relative_to, folders))
