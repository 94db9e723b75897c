"""The folder of `make bundle`, run where next to nothing else is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import pythons

# It starts under load of a whole run, and decodes.
DEADLINE_SECONDS = 120

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads and runs ELF files")
as_shipped = pytest.mark.skipif(
    sys.version_info[:2] != pythons.SHIPPED, reason="installers carry another Python"
)


class Folder:
    """The built folder at `path`, and a home that is empty."""

    def __init__(self, path: Path, home: Path) -> None:
        self.path, self.home = path, home

    @property
    def internal(self) -> Path:
        return self.path / "_internal"

    def environment(self, **others: str) -> dict[str, str]:
        return {
            "HOME": str(self.home),
            "PATH": os.defpath,
            "LC_ALL": "C",
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            **others,
        }

    def run(self, name: str, *arguments: str) -> str:
        """What the program prints, with next to nothing in its environment."""
        return said_by([str(self.path / name), *arguments], self.environment(), self.home)

    def copy(self, target: Path) -> "Folder":
        """The same in another place, whose files may be replaced and not written to."""
        shutil.copytree(self.path, target, symlinks=True, copy_function=os.link)
        return Folder(target, self.home)


def said_by(command: list[str], environment: dict[str, str], working: Path) -> str:
    """What it prints in all; it must end with 0."""
    done = subprocess.run(
        command,
        cwd=working,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=DEADLINE_SECONDS,
    )
    said = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 0, f"{command}: {done.returncode}\n{said}"
    return said
