"""What a folder of `make bundle` is made of, for its notices and its bill of materials.

A component is an entry of a `*.toml` beside this file. Packages of Python say version and texts in
their own metadata; everything else says them here, because wheels hide what they carry.
"""

import json
import platform
import re
import shutil
import sqlite3
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib.metadata import PathDistribution, packages_distributions, version
from pathlib import Path, PurePosixPath
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TEXTS = HERE / "texts"
# Below these a folder, or an application of macOS, has what Python imports.
_INNER = ("_internal", "Contents/Frameworks", "Contents/Resources", "Contents/MacOS")
# ELF; Windows; Mach-O of 64 bits, and of several processors in one.
_NATIVE = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
_LICENCE_FILES = re.compile(r"(?i)(licen[cs]e|copying|notice|ofl)")
# Whoever passes these on gives their sources too.
_COPYLEFT = re.compile(r"\b(L?GPL|MPL)-")


class UnknownFilesError(Exception):
    """Native files that belong to no component, or to several; `problems` names each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class Component:
    """An entry. `name` is its key and, of a package of Python, the normalized name.

    `carrier` is the package and its version in whose wheels it was found. `found` is a pattern for
    its version in one of its files. `mark` is what its file contains, whatever that is named.
    `inside` is the component in whose own files it is, so that it has none.
    """

    name: str
    title: str
    license: str
    version: str = ""
    source: str = ""
    build: str = ""
    copyright: str = ""
    carrier: str = ""
    found: str = ""
    mark: str = ""
    inside: str = ""
    texts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def needs_source(self) -> bool:
        return _COPYLEFT.search(self.license) is not None

    def owns(self, path: str, content: bytes) -> bool:
        if self.mark:
            return self.mark.encode() in content
        # Windows writes the same name in either case.
        return any(fnmatchcase(path.lower(), pattern.lower()) for pattern in self.files)


@dataclass(frozen=True)
class Part:
    """What the wheel of a package says in a bill of materials of its own."""

    name: str
    version: str
    license: str
    address: str  # a package URL


@dataclass(frozen=True)
class Present:
    """A component that is in a folder, at this version, with its files and texts there."""

    component: Component
    version: str
    files: tuple[Path, ...] = ()
    licences: tuple[Path, ...] = ()
    is_package: bool = False
    bills: tuple[Path, ...] = ()

    @property
    def source(self) -> str:
        return self.component.source.format(version=self.version)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Name and text of every licence that it comes with, its own before common ones."""
        own = [(f"{self.component.name}/{path.name}", path) for path in self.licences]
        for name, path in [*own, *((name, text_path(name)) for name in self.component.texts)]:
            yield name, path.read_text("utf-8", errors="replace")

    def parts(self) -> list[Part]:
        """The crates of Rust that are linked into its library, by name, each once.

        What else wheels name in their bills is not always in them: Pillow's says libimagequant.
        """
        bills = (json.loads(bill.read_text("utf-8")) for bill in self.bills)
        parts = {_part(one) for bill in bills for one in bill.get("components", ())}
        crates = [part for part in parts if part.address.startswith("pkg:cargo/")]
        return sorted(crates, key=lambda part: (part.name.lower(), part.version))


def _part(said: dict[str, Any]) -> Part:
    """An entry of a bill of CycloneDX."""
    licences = [
        one.get("expression") or one["license"].get("id") or one["license"].get("name", "")
        for one in said.get("licenses", ())
    ]
    address = said.get("purl", "").partition("?")[0]
    return Part(said["name"], said.get("version", ""), " AND ".join(licences), address)


@dataclass(frozen=True)
class _Package:
    version: str
    licences: tuple[Path, ...]
    bills: tuple[Path, ...]


def text_path(name: str) -> Path:
    """Of a text in `texts/`, or of a file of the project, named by its path there."""
    return ROOT / name if "/" in name else TEXTS / f"{name}.txt"


def components() -> tuple[Component, ...]:
    """Every entry of every file."""
    entries = (
        entry
        for path in sorted(HERE.glob("*.toml"))
        for entry in tomllib.loads(path.read_text("utf-8")).items()
    )
    return tuple(_component(name, entry) for name, entry in entries)


def _component(name: str, entry: dict[str, Any]) -> Component:
    lists = {key: tuple(value) for key, value in entry.items() if isinstance(value, list)}
    return Component(**{"name": name, "title": name, **entry, **lists})


def normalized(name: str) -> str:
    """The one spelling of a package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def present(folder: Path) -> list[Present]:
    """Everything in the folder, by its title. Raises UnknownFilesError."""
    known = components()
    owned = _owned(folder, known)
    packages = dict(map(_package, sorted(folder.rglob("*.dist-info"))))
    unknown = {*packages, *_imported(folder)} - {one.name for one in known}
    if unknown:
        raise UnknownFilesError(
            f"{name}: no entry in packaging/notices" for name in sorted(unknown)
        )
    there = {name for name, files in owned.items() if files} | packages.keys()
    found = [
        _present(one, tuple(owned[one.inside or one.name]), packages.get(one.name))
        for one in known
        if (one.inside or one.name) in there
    ]
    return sorted(found, key=lambda one: one.component.title.lower())


def native_files(folder: Path) -> Iterator[Path]:
    """Programs and libraries of any system; links are not followed."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4).startswith(_NATIVE):
                    yield path


def inner_path(path: PurePosixPath) -> str:
    """The path below what Python imports: the patterns are the same on each system."""
    text = path.as_posix()
    for start in _INNER:
        _, found, rest = text.partition(f"{start}/")
        if found:
            return rest
    return text


def owners(path: str, content: bytes, known: Iterable[Component]) -> list[Component]:
    """Whose it is. What is marked is what its mark says, whatever its name is."""
    found = [one for one in known if one.owns(path, content)]
    return [one for one in found if one.mark] or found


def _owned(folder: Path, known: tuple[Component, ...]) -> dict[str, list[Path]]:
    owned: dict[str, list[Path]] = {one.name: [] for one in known}
    problems = []
    for path in native_files(folder):
        inner = inner_path(PurePosixPath(path.relative_to(folder).as_posix()))
        found = owners(inner, path.read_bytes(), known)
        if len(found) == 1:
            owned[found[0].name].append(path)
        else:
            whose = " and ".join(one.name for one in found) or "no entry in packaging/notices"
            problems.append(f"{inner}: {whose}")
    if problems:
        raise UnknownFilesError(problems)
    return owned


def _imported(folder: Path) -> set[str]:
    """The packages of this environment whose modules lie in the folder, metadata or not."""
    whose = packages_distributions()
    modules = {path.name.partition(".")[0] for path in folder.glob("_internal/*")}
    return {normalized(name) for module in modules for name in whose.get(module, ())}


def _package(metadata: Path) -> tuple[str, _Package]:
    """Of a folder `*.dist-info`: the name, and what it says."""
    distribution = PathDistribution(metadata)
    files = (path for path in sorted(metadata.rglob("*")) if path.is_file())
    licences = [path for path in files if _LICENCE_FILES.match(path.name)]
    texts = tuple(path for path in licences if path.suffix not in (".py", ".pyc"))
    bills = tuple(sorted(metadata.glob("sboms/*.json")))
    return normalized(distribution.metadata["Name"]), _Package(distribution.version, texts, bills)


def _present(one: Component, files: tuple[Path, ...], package: _Package | None) -> Present:
    if package is not None:
        return Present(one, package.version, files, package.licences, True, package.bills)
    return Present(one, _version(one, files), () if one.inside else files)


def _version(one: Component, files: tuple[Path, ...]) -> str:
    machine = {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "pyinstaller": version("pyinstaller"),
    }
    said = one.version.format_map(machine)
    for path in () if said else files:
        said = said or _found_version(one.found, path) or _packaged_version(path.name)
    return said or "of the system that built it"


def _found_version(pattern: str, path: Path) -> str:
    match = re.search(pattern.encode(), path.read_bytes()) if pattern else None
    return match[1].decode() if match else ""


def _packaged_version(name: str) -> str:
    """Of the Debian package that this machine has the library from; empty elsewhere."""
    if shutil.which("dpkg-query") is None:
        return ""
    package = _printed("dpkg-query", "--search", f"*/{name}").partition(": ")[0]
    said = _printed("dpkg-query", "--show", "--showformat=${Version}", package) if package else ""
    return f"{said} (Debian)" if said else ""


def _printed(*command: str) -> str:
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    return done.stdout if done.returncode == 0 else ""
