"""`make wine-smoke`: what of Windows can be tried on Debian: tests, folder and installer, in Wine.

    PYTHONPATH=packaging python -m windows.wine_smoke [--only tests|folder|installer] [FOLDER ...]

Needs root, about 4 GB below build/wine, npm, and half an hour. FOLDER: only these of the tests.
Exit 0 if all is well but what wine_lacks.toml says that Wine lacks.
"""

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import distribution
from pathlib import Path

from compile_translations import ROOT
from windows import build_installer, inno_setup, wine_python, wine_tests
from windows.wine import Wine

from videogen_desktop import __version__

MEGABYTE = 1_000_000
# 233; PyAV's libraries once lay in it twice.
LARGEST_MEGABYTES = 245
PROMPT = "Một chú mèo nhảy qua suối"
_PATIENCE_SECONDS = 1200


class Smoke:
    """Steps that print what they find; `problems` is empty when all is well."""

    def __init__(self, wine: Wine) -> None:
        self.wine = wine
        self.problems: list[str] = []
        self.source = wine.exchange / "source"
        self.python = ""

    def prepare(self) -> None:
        self.wine.make()
        self.python = self.wine.path(wine_python.make(self.wine.exchange / "python"))
        copy_checkout(self.source)
        site = self.wine.exchange / "python" / "Lib" / "site-packages"
        install_checkout(site, self.wine.path(self.source))

    # --- tests -----------------------------------------------------------------------------------

    def tests(self, folders: tuple[str, ...]) -> None:
        lacking = {
            test: reason
            for test, reason in wine_tests.lacks().items()
            if test.startswith(tuple(f"{folder}/" for folder in folders))
        }
        passed, failed = frozenset[str](), frozenset[str]()
        for folder in folders:
            one = wine_tests.run(self.wine, self.python, self.source, folder)
            passed, failed = passed | one.passed, failed | one.failed
        print(f"tests: {len(passed)} passed, {len(failed)} failed, {len(lacking)} of them known")
        self.problems += wine_tests.problems(wine_tests.Outcome(passed, failed), lacking)

    # --- folder ----------------------------------------------------------------------------------

    def folder(self) -> None:
        self._run("wine", self.python, "-X", "utf8", "-m", "bundle.build", environment=_BUILD)
        built = self.built
        size = sum(path.stat().st_size for path in built.rglob("*") if path.is_file())
        print(f"folder: {size / MEGABYTE:.0f} MB")
        self.problems += folder_problems(built, size)
        terminal, window = (self.wine.path(built / f"{name}.exe") for name in PROGRAMS)
        self._run("wine", terminal, "doctor")
        clip = self.wine.drive / "mèo.mp4"
        clip.unlink(missing_ok=True)
        self._run("wine", terminal, "generate", PROMPT, "--output", "C:\\mèo.mp4", *_APART)
        if not clip.is_file():
            self.problems.append("generate made no clip")
        self._expect("self-test: ok", "wine", window, "--self-test")
        # More than 260 characters, which a program has to say that it can.
        deep = "\\".join(["C:", *["Video ngắn của tôi " + "x" * 80] * 4])
        made = ("generate", PROMPT, "--data-dir", deep, "--provider", "sandbox")
        self._run("wine", terminal, *made)
        # The console's code page is cp1258 here, which has no "ộ".
        self._expect(PROMPT, "wine", terminal, "list", "--data-dir", deep)
        self._expect("C:\\OneDrive\\Phim ảnh\\VideoGen", "sh", "-c", _MOVED.format(terminal))

    @property
    def built(self) -> Path:
        return self.source / "dist" / "videogen-desktop"

    # --- installer -------------------------------------------------------------------------------

    def installer(self) -> None:
        compiler = inno_setup.fetched(self.wine.exchange / "inno-setup")
        output = self.wine.exchange / "installer"
        shutil.rmtree(output, ignore_errors=True)
        # The script, and the icon that is made for it, must be where Wine sees them.
        command = build_installer.command(
            compiler,
            self.built,
            output,
            self.wine.path,
            script=self.source / "packaging" / "windows" / "videogen.iss",
            icon_file=self.wine.exchange / "videogen.ico",
        )
        self._run("wine", *command)
        made = output / f"{build_installer.OUTPUT_NAME}.exe"
        print(f"installer: {made.stat().st_size / MEGABYTE:.1f} MB")
        # A silent installer makes a window that it does not show.
        script = ("wine", self.python, "-X", "utf8", "packaging/smoke.py", self.wine.path(made))
        self._expect("smoke: ok", "sh", "-c", _ON_A_SCREEN, "sh", *script)

    def _expect(self, words: str, *command: str) -> None:
        said = self._run(*command)
        if words not in said:
            print(said)
            self.problems.append(f"{' '.join(command)} does not say {words!r}")

    def _run(self, *command: str, environment: dict[str, str] | None = None) -> str:
        done = self.wine.run(
            *command,
            folder=self.wine.inner(self.source),
            environment=environment,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
        said = done.stdout
        if done.returncode:
            print(said)
            self.problems.append(f"{' '.join(command)} ended with {done.returncode}")
        return said


PROGRAMS = ("videogen", "videogen-desktop")
_BUILD = {"PYTHONPATH": "packaging", "SOURCE_DATE_EPOCH": "1577836800"}
# As OneDrive moves a user's folders; on Windows this one is called `My Video`. What a command
# writes into Wine's registry ends with it.
_MOVED = (
    "wine reg add 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\"
    "User Shell Folders' /v 'My Videos' /d 'C:\\OneDrive\\Phim ảnh' /f && wine '{}' doctor"
)
# Not xvfb-run: it once waited for ever for a signal that had come before it listened.
_ON_A_SCREEN = (
    "Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp 3>/tmp/display & "
    "while [ ! -s /tmp/display ]; do sleep 0.1; done; "
    'DISPLAY=:$(cat /tmp/display) exec "$@"'
)
_APART = ("--data-dir", "C:\\apart\\Đà Nẵng", "--provider", "sandbox")


def copy_checkout(target: Path) -> None:
    """All that is committed or about to be; what was built from an earlier copy stays."""
    for old in target.iterdir() if target.is_dir() else ():
        if old.is_dir() and old.name != "dist":
            shutil.rmtree(old)
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    for name in filter(None, listed.decode().split("\0")):
        source, copy = ROOT / name, target / name
        if source.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)


def install_checkout(site: Path, source: str) -> None:
    """As `pip install --editable` does it: children of tests find the package there too."""
    for old in site.glob("videogen_desktop-*.dist-info"):
        shutil.rmtree(old)
    (site / "videogen_desktop.pth").write_text(source + "\n", "utf-8")
    metadata = site / f"videogen_desktop-{__version__}.dist-info"
    metadata.mkdir()
    own = distribution("videogen-desktop")
    for name in ("METADATA", "entry_points.txt"):
        (metadata / name).write_text(own.read_text(name) or "", "utf-8")


def folder_problems(folder: Path, size: int) -> Iterator[str]:
    """What must hold for the folder of Windows."""
    if size > LARGEST_MEGABYTES * MEGABYTE:
        yield f"the folder is larger than {LARGEST_MEGABYTES} MB"
    places: dict[str, list[str]] = {}
    for path in folder.rglob("*.dll"):
        places.setdefault(path.name.lower(), []).append(str(path.relative_to(folder)))
        if path.name.lower() in {"icuuc.dll", "bcryptprimitives.dll"}:
            yield f"{path.name} is Windows' own"
        if len(places[path.name.lower()]) > 1 and path.stat().st_size > MEGABYTE:
            yield f"{path.name} lies in it in {' and '.join(places[path.name.lower()])}"
    for program in PROGRAMS:
        # Texts of a version resource are UTF-16.
        if __version__.encode("utf-16-le") not in (folder / f"{program}.exe").read_bytes():
            yield f"{program}.exe does not say its version"


def main() -> int:
    parser = argparse.ArgumentParser(description="Try on Debian what can be tried of Windows.")
    parser.add_argument("--only", choices=("tests", "folder", "installer"))
    parser.add_argument("folders", nargs="*", default=wine_tests.FOLDERS)
    options = parser.parse_args()
    smoke = Smoke(Wine(ROOT / "build" / "wine"))
    steps: dict[str, Callable[[], None]] = {
        "prepare": smoke.prepare,
        "folder": smoke.folder,
        "installer": smoke.installer,
        "tests": lambda: smoke.tests(tuple(options.folders)),
    }
    for name, step in steps.items():
        if name == "prepare" or options.only in (None, name):
            started = time.monotonic()
            step()
            print(f"{name}: {time.monotonic() - started:.0f} s", flush=True)
    for problem in smoke.problems:
        print(f"PROBLEM: {problem}", file=sys.stderr)
    return 1 if smoke.problems else 0


if __name__ == "__main__":
    sys.exit(main())
