"""Makes the project-local .venv: every dependency from the hash-pinned lock, then the program.

    python3 packaging/setup_environment.py            (Windows: py packaging\\setup_environment.py)
    ... --check                                       exit 0 if there is nothing to do, else 1

Runs with any bare Python >= 3.11, standard library only. A second call finds the mark of the first
one and ends at once; a changed lock, a changed pyproject.toml or a moved folder renews it.
"""

import sys

# Whatever Python is at hand reads this far, and says what it lacks.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("VideoGen Desktop needs Python 3.11 or newer; this one is " + sys.version.split()[0])

import hashlib
import subprocess
from importlib.util import find_spec
from pathlib import Path

import privileged_install

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
MARK = ENVIRONMENT / "setup-complete"
LOCK = ROOT / "requirements.lock"
SCRIPTS = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = SCRIPTS / ("python.exe" if sys.platform == "win32" else "python")


def wanted_mark() -> str:
    """What a complete environment is marked with; scripts in it name the folder it was made in."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_complete() -> bool:
    return MARK.is_file() and MARK.read_text() == wanted_mark() and PYTHON.exists()


def require_ensurepip() -> None:
    """Debian and Ubuntu keep ensurepip in a package of its own."""
    if find_spec("ensurepip") is not None:
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    package = f"python{version}-venv"
    if privileged_install.possible() and privileged_install.install([package]):
        return
    command = privileged_install.command_line([package])
    sys.exit(f"Python {version} comes without its venv module. Type this and try again:\n{command}")


def create_environment() -> None:
    if is_usable():
        return
    require_ensurepip()
    print("Creating .venv ...", flush=True)
    # In a child: this process was started before ensurepip was installed, perhaps.
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)


def is_usable() -> bool:
    """Whether .venv was made in this very folder (its scripts name it) and has a fitting Python."""
    configuration = ENVIRONMENT / "pyvenv.cfg"
    if not configuration.is_file() or str(ENVIRONMENT) not in configuration.read_text("utf-8"):
        return False
    probe = [str(PYTHON), "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))"]
    try:
        return subprocess.run(probe, check=False, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def pip(*arguments: str) -> bool:
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, check=False, cwd=ROOT).returncode == 0


def install() -> bool:
    # The progress bars are for people; a log wants none of them.
    noise = [] if sys.stdout.isatty() else ["--quiet"]
    print("Installing the pinned dependencies (once; about 300 MB to fetch) ...", flush=True)
    if not pip("install", *noise, "--require-hashes", "-r", str(LOCK)):
        return False
    own = ("--no-deps", "--no-build-isolation", "--editable", ".")
    return pip("install", "--quiet", *own)


def main() -> None:
    if is_complete():
        return
    if "--check" in sys.argv[1:]:
        sys.exit(1)
    create_environment()
    MARK.unlink(missing_ok=True)
    if not install():
        sys.exit("The set-up did not finish: pip's message above says why. Nothing else was run.")
    MARK.write_text(wanted_mark())
    print("The environment is ready.", flush=True)


if __name__ == "__main__":
    main()
