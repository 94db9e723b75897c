"""Makes the project-local .venv: every dependency from the hash-pinned lock, then the program.

    python3 packaging/setup_environment.py            (Windows: py packaging\\setup_environment.py)
    ... --check                                       exit 0 if there is nothing to do, else 1
    ... --folder .venv-3.13                           another environment, of this Python

Runs with any tested Python, standard library only. A second call finds the mark of the first one
and ends at once; a changed lock, a changed pyproject.toml or a moved folder renews it.
"""

import sys

import pythons

# Whatever Python is at hand reads this far, and says what is wrong with it.
refusal = pythons.refusal(sys.version_info[:2])
if refusal:
    sys.exit(refusal)

import argparse
import hashlib
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import privileged_install
from compile_translations import COMPILED, stale_compilations

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
_PROBE = "import sys, pip, pythons; sys.exit(bool(pythons.refusal(sys.version_info[:2])))"


@dataclass(frozen=True)
class Environment:
    """A virtual environment at `folder`, an absolute path."""

    folder: Path

    @property
    def python(self) -> Path:
        windows = sys.platform == "win32"
        return self.folder / ("Scripts" if windows else "bin") / f"python{'.exe' * windows}"

    @property
    def mark(self) -> Path:
        return self.folder / "setup-complete"

    def is_complete(self) -> bool:
        marked = self.mark.is_file() and self.mark.read_text("utf-8") == wanted_mark()
        return marked and self.python.exists()

    def is_usable(self) -> bool:
        """Whether it was made in this very folder (its scripts name it), by a tested Python."""
        configuration = self.folder / "pyvenv.cfg"
        if not configuration.is_file() or str(self.folder) not in configuration.read_text("utf-8"):
            return False
        try:
            probe = [str(self.python), "-c", _PROBE]
            scripts = Path(__file__).parent
            done = subprocess.run(probe, check=False, stderr=subprocess.DEVNULL, cwd=scripts)
        except OSError:
            return False
        return done.returncode == 0

    def create(self) -> None:
        require_ensurepip()
        print(f"Creating {self.folder.name} ...", flush=True)
        # In a child: this process was started before ensurepip was installed, perhaps.
        command = [sys.executable, "-m", "venv", "--clear", str(self.folder)]
        subprocess.run(command, check=True)

    def run(self, *arguments: str) -> bool:
        """Whether this environment's Python ends with 0."""
        command = [str(self.python), *arguments]
        return subprocess.run(command, check=False, cwd=ROOT).returncode == 0

    def install(self) -> bool:
        pip = ("-m", "pip", "--disable-pip-version-check", "install")
        # The progress bars are for people; a log wants none of them.
        noise = [] if sys.stdout.isatty() else ["--quiet"]
        print("Installing the pinned dependencies (once; about 300 MB to fetch) ...", flush=True)
        if not self.run(*pip, *noise, "--require-hashes", "-r", str(LOCK)):
            return False
        return self.run(*pip, "--quiet", "--no-deps", "--no-build-isolation", "--editable", ".")


def wanted_mark() -> str:
    """What a complete environment is marked with; scripts in it name the folder it was made in."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def require_ensurepip() -> None:
    """Debian and Ubuntu keep ensurepip in a package of its own."""
    if find_spec("ensurepip") is not None:
        return
    version = pythons.name(sys.version_info[:2])
    package = f"python{version}-venv"
    if privileged_install.possible() and privileged_install.install([package]):
        return
    command = privileged_install.command_line([package])
    sys.exit(f"Python {version} comes without its venv module. Type this and try again:\n{command}")


def complete(environment: Environment) -> None:
    """Do all that is missing; ends the process with a sentence where that cannot be done."""
    if not environment.is_complete():
        if not environment.is_usable():
            environment.create()
        environment.mark.unlink(missing_ok=True)
        if not environment.install():
            sys.exit(
                "The set-up did not finish: pip's message above says why. Nothing else was run."
            )
        environment.mark.write_text(wanted_mark(), "utf-8")
    # Without system libraries that `make run` brings or names, Linux cannot: it compiles again.
    if stale_compilations(COMPILED) and not environment.run("packaging/compile_translations.py"):
        print("The texts of the window are not compiled yet: `make run` does it.", flush=True)
    print("The environment is ready.", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the environment of the project.")
    parser.add_argument("--check", action="store_true", help="only see whether there is work")
    parser.add_argument("--folder", default=".venv", help="where, below the project's folder")
    options = parser.parse_args()
    environment = Environment(ROOT / options.folder)
    if environment.is_complete() and not stale_compilations(COMPILED):
        return
    if options.check:
        sys.exit(1)
    complete(environment)


if __name__ == "__main__":
    main()
