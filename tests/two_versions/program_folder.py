"""The program in a folder of its own, as an installer puts it there, under any version."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PACKAGE = ROOT / "videogen_desktop"
_SCRIPT = """#!/bin/sh
PYTHONPATH='{folder}:{system}' exec '{python}' -P -X utf8 -m videogen_desktop {role} "$@"
"""
_MIGRATION = """revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    pass
"""
# A keyring of the system's: it lies in the home of whoever uses it, and in no folder of ours.
_KEYRING = """
import json, os
from pathlib import Path
from keyring.backend import KeyringBackend

class Keyring(KeyringBackend):
    priority = 1
    path = Path(os.environ["HOME"]) / "keyring.json"

    def _entries(self):
        return json.loads(self.path.read_text()) if self.path.exists() else {}

    def get_password(self, service, username):
        return self._entries().get(f"{service} {username}")

    def set_password(self, service, username, password):
        self.path.write_text(json.dumps(self._entries() | {f"{service} {username}": password}))
"""
HANGS_SECONDS = 90


@dataclass(frozen=True, slots=True)
class Said:
    code: int
    out: str
    err: str


class ProgramFolder:
    """A copy of the package with its two programs in `bin`."""

    def __init__(self, folder: Path, version: str) -> None:
        self.folder, self.programs = folder, folder / "bin"
        shutil.copytree(_PACKAGE, folder / "videogen_desktop")
        for shared in ("resources", "build"):
            (folder / shared).symlink_to(ROOT / shared)
        system = folder.parent / "system"
        system.mkdir(exist_ok=True)
        (system / "system_keyring.py").write_text(_KEYRING)
        self.programs.mkdir()
        for name, role in (("videogen", ""), ("videogen-desktop", "window")):
            script = self.programs / name
            places = {"folder": folder, "system": system, "python": sys.executable}
            script.write_text(_SCRIPT.format(**places, role=role))
            script.chmod(0o755)
        self.become(version)

    def become(self, version: str) -> None:
        """An update, in place: whoever runs from here goes on with what it has read."""
        self.replace("__init__.py", '__version__ = "', f'__version__ = "{version}"  # "')

    def know_a_setting(self, name: str, default: str) -> None:
        """As a version of tomorrow does."""
        field = "    unknown: Mapping[str, Any] = _EMPTY\n\n\nclass SettingsChanges"
        self.replace("domain/settings.py", field, f'    {name}: str = "{default}"\n{field}')

    def migrate(self, before: str, revision: str) -> None:
        """From now on this version's libraries have this revision."""
        steps = self.folder / "videogen_desktop" / "storage" / "migrations" / "versions"
        text = _MIGRATION.format(revision=revision, before=before)
        (steps / f"{revision}_of_tomorrow.py").write_text(text)
        head, known = f'HEAD = "{revision}"', f'"{before}", "{revision}")'
        self.replace("storage/library_file.py", f'HEAD = "{before}"', head)
        self.replace("storage/library_file.py", f'"{before}")', known)

    def replace(self, path: str, before: str, after: str) -> None:
        file = self.folder / "videogen_desktop" / path
        text = file.read_text("utf-8")
        assert before in text, f"{before!r} is not in {path}"
        # Whoever has it open keeps the old one, as with an installer.
        new = file.with_suffix(".new")
        new.write_text(text.replace(before, after, 1), "utf-8")
        new.replace(file)

    def remove(self) -> None:
        """Uninstalled."""
        shutil.rmtree(self.folder)


class Home:
    """Somebody's home, in which any number of versions run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        foreign = ("VIDEOGEN_", "XDG_", "PYTHON", "QT_", "PYTEST_")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(foreign)}
        self.environment = kept | {
            "HOME": str(folder),
            "VIDEOGEN_SANDBOX_ARGUMENTS": "--speed 100 --clip small",
            "PYTHON_KEYRING_BACKEND": "system_keyring.Keyring",
            "QT_QPA_PLATFORM": "offscreen",
            "LC_ALL": "C.UTF-8",
        }

    @property
    def data(self) -> Path:
        return self.folder / ".local" / "share" / "VideoGen Desktop"

    @property
    def settings(self) -> Path:
        return self.folder / ".config" / "VideoGen Desktop" / "settings.json"

    def run(self, program: ProgramFolder, *words: str) -> Said:
        """`videogen`, to its end."""
        process = self.start(program, "videogen", *words)
        out, err = process.communicate(timeout=HANGS_SECONDS)
        return Said(process.returncode, out, err)

    def start(self, program: ProgramFolder, name: str, *words: str) -> "subprocess.Popen[str]":
        """The caller ends it."""
        return subprocess.Popen(
            [program.programs / name, *words],
            env=self.environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def contents(self, *, but: tuple[str, ...] = ()) -> Mapping[str, bytes]:
        """Every file with its bytes; `but` are names of folders and files that may change."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not set(path.relative_to(self.folder).parts) & set(but)
        }
