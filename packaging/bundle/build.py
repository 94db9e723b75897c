"""`make bundle`: the folder that every installer carries, made by PyInstaller and checked.

    PYTHONPATH=packaging python -m bundle.build [--pack]

It lies in dist/videogen-desktop; `--pack` puts the folder into an archive beside it. Building
twice in the same checkout with the same Python gives the same bytes. On Linux it needs strip and
a C compiler (Debian: build-essential).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pythons
import sbom
from bundle import check, libraries
from bundle.contents import HERE, TRIM
from compile_translations import COMPILED, ROOT, compile_catalogues
from notices import third_party
from notices.components import UnknownFilesError

NAME = "videogen-desktop"
DIST = ROOT / "dist"
# What has no history: 1 January 2020.
_NO_COMMIT = "1577836800"


def build(dist: Path = DIST) -> Path:
    """Make the folder anew below `dist`; returns it.

    Raises CalledProcessError, and UnknownFilesError where something in it has no licence.
    """
    compile_catalogues(COMPILED)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean"]
    options = ["--log-level", "ERROR", "--distpath", str(dist), "--workpath", str(dist / "work")]
    environment = {
        **os.environ,
        "PYTHONPATH": str(HERE.parent),
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": commit_time(),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
    specification = str(HERE / "videogen.spec")
    subprocess.run([*command, *options, specification], check=True, cwd=ROOT, env=environment)
    if sys.platform == "linux":
        slim_down(dist / NAME)
    shutil.rmtree(dist / "work")
    describe(dist / NAME)
    return dist / NAME


def describe(folder: Path) -> None:
    """Say in the folder, and in an application beside it, whose work is in it."""
    written = [third_party.write(folder), sbom.write(folder, int(commit_time()))]
    for application in folder.parent.glob("*.app"):
        for path in written:
            shutil.copy(path, application / "Contents" / "Resources" / path.name)


def commit_time() -> str:
    """Seconds since 1970, for all that is stamped."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given or not (ROOT / ".git").exists():
        return given or _NO_COMMIT
    command = ["git", "log", "-1", "--format=%ct"]
    return subprocess.check_output(command, cwd=ROOT, encoding="utf-8").strip()


def slim_down(folder: Path) -> None:
    """Stand-ins for what is never called, no symbols for debuggers, no paths of this machine."""
    for pattern, source in TRIM["stand_ins"].items():
        for path in (folder / "_internal").glob(pattern):
            stand_in(path, HERE / source)
    for library in libraries.libraries(folder):
        if any(map(libraries.is_foreign, library.run_paths)):
            libraries.forget_run_path(library)
        if library.has_symbols:
            libraries.strip(library)


def stand_in(path: Path, source: Path) -> None:
    """Compile `source` to the library at `path`, under its name."""
    options = ["-shared", "-fPIC", "-O2", "-s", "-nostdlib", "-Wl,--build-id=none"]
    name = f"-Wl,-soname,{path.name}"
    subprocess.run(["cc", *options, name, "-o", str(path), str(source)], check=True)


def pack(folder: Path) -> Path:
    """One archive beside the folder, in which nothing tells who made it and when."""
    packed, moment = folder.with_name(f"{NAME}.tar.xz"), int(commit_time())

    def anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        member.mtime = moment
        return member

    with tarfile.open(packed, "w:xz", preset=6) as archive:
        for path in sorted(folder.rglob("*")):
            inner = f"{NAME}/{path.relative_to(folder)}"
            archive.add(path, inner, recursive=False, filter=anonymous)
    return packed


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the folder that installers carry.")
    parser.add_argument("--pack", action="store_true", help="also make one archive of it")
    options = parser.parse_args()
    if sys.platform == "linux":
        missing = [tool for tool in ("strip", "cc") if shutil.which(tool) is None]
        if missing:
            print(f"{' and '.join(missing)} not found (Debian: apt-get install build-essential)")
            return 1
    if sys.version_info[:2] != pythons.SHIPPED:
        print(f"Installers carry Python {pythons.name(pythons.SHIPPED)}, and this folder another")
    try:
        folder = build()
    except UnknownFilesError as error:
        print(*(f"PROBLEM: {problem}" for problem in error.problems), sep="\n", file=sys.stderr)
        return 1
    return check.report(folder, pack(folder) if options.pack else None)


if __name__ == "__main__":
    sys.exit(main())
