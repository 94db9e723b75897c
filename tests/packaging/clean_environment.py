"""A virtual environment that holds a wheel and what it declares, and nothing of the checkout."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

# A first start compiles what it imports, on a machine that may be busy.
DEADLINE_SECONDS = 120


class CleanEnvironment:
    """Made by the standard library's venv at `folder`, without even pip in it."""

    def __init__(self, folder: Path) -> None:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
        self.folder = folder
        self.site_packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder)}))
        self._scripts = Path(sysconfig.get_path("scripts", "venv", {"base": str(folder)}))

    def program(self, name: str) -> str:
        return str(self._scripts / (f"{name}.exe" if sys.platform == "win32" else name))

    def pip(self, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
        """Run the outer pip on this environment; raises CalledProcessError."""
        outer = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
        command = [*outer, "--python", self.program("python"), *arguments]
        subprocess.run(command, check=True, env=environment)

    def run(self, name: str, *arguments: str, home: Path) -> str:
        """What the program prints, run in `home` with next to nothing in its environment."""
        kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        done = subprocess.run(
            [self.program(name), *arguments],
            cwd=home,
            env={
                **kept,
                "HOME": str(home),
                "PATH": f"{self._scripts}{os.pathsep}{os.defpath}",
                "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
                "QT_QPA_PLATFORM": "offscreen",
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=DEADLINE_SECONDS,
        )
        said = done.stdout.decode() + done.stderr.decode()
        assert done.returncode == 0, f"{name} {arguments} ended with {done.returncode}:\n{said}"
        return done.stdout.decode()

    def link_dependencies(self, name: str) -> None:
        """Give the installed distribution `name` what it declares, at this interpreter's versions.

        The files are links to those of the environment that runs the tests, which came from the
        lock: the same result as fetching them, 25 s quicker and without a network.
        """
        (own,) = Distribution.discover(name=name, path=[str(self.site_packages)])
        pending, linked = list(_requirements(own, {""})), set[tuple[str, frozenset[str]]]()
        while pending:
            wanted = pending.pop()
            key = (wanted.name.lower(), frozenset(wanted.extras))
            if key not in linked:
                linked.add(key)
                found = distribution(wanted.name)
                _link_files(found, self.site_packages)
                pending += _requirements(found, {"", *wanted.extras})


def _requirements(owner: Distribution, extras: set[str]) -> Iterable[Requirement]:
    for requirement in map(Requirement, owner.requires or []):
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
            yield requirement


def _link_files(source: Distribution, target: Path) -> None:
    for entry in source.files or []:
        # Console scripts stand outside, and name the interpreter they were made for.
        if entry.parts[0] == ".." or (target / entry).exists():
            continue
        (target / entry).parent.mkdir(parents=True, exist_ok=True)
        original = Path(str(source.locate_file(entry)))
        try:
            os.link(original, target / entry)
        except OSError:
            # Another file system, or one without links.
            shutil.copy2(original, target / entry)
