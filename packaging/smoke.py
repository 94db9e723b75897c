"""Installs an installer, tries the program as a user would, and removes it: nothing of it stays,
what the user made does.

    python packaging/smoke.py INSTALLER       a -setup.exe, .dmg or .deb of this system

For the machines of the release workflow, which are thrown away: it runs as this user, with this
user's folders. Needs nothing but the standard library; exit 0 if all of it holds.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

PROMPT = "Một chú mèo nhảy qua suối"
# The first start of a new program is read by virus scanners from end to end.
DEADLINE_SECONDS = 300
_REMOVAL_SECONDS = 60
# As in windows/videogen.iss.
WINDOWS_ID = "{985C5548-98F2-460E-A3D0-E7DDCF1B2DCA}"


class Installation(NamedTuple):
    """What an installer did, and how to undo it."""

    terminal: Path
    window: Path
    remove: Callable[[], object]
    # What of it is still there, which must be nothing then.
    left: Callable[[], list[str]]


class SmokeError(Exception):
    """What does not hold, in a sentence."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Try an installer on a machine of its own.")
    parser.add_argument("installer", type=Path)
    installer = parser.parse_args().installer.resolve()
    install = INSTALLERS[installer.suffix]
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            try_installer(lambda: install(installer), Path(folder))
    except (SmokeError, subprocess.SubprocessError) as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    print("smoke: ok")
    return 0


def try_installer(install: Callable[[], Installation], folder: Path) -> None:
    """Twice: the second installation finds what the first has made. Raises SmokeError."""
    installed = install()
    run(installed.terminal, "doctor")
    run(installed.window, "--self-test")
    clip = folder / "mèo.mp4"
    run(installed.terminal, "generate", PROMPT, "--provider", "sandbox", "--output", str(clip))
    require(clip.is_file() and clip.stat().st_size > 0, f"{clip} was not made")
    remove(installed)
    again = install()
    prompts = [one["prompt"] for one in json.loads(run(again.terminal, "list", "--json"))["videos"]]
    require(PROMPT in prompts, f"the library is not found again: {prompts}")
    remove(again)


def remove(installed: Installation) -> None:
    installed.remove()
    # An uninstaller of Windows goes on after its process has ended.
    deadline = time.monotonic() + _REMOVAL_SECONDS
    while (left := installed.left()) and time.monotonic() < deadline:
        time.sleep(0.5)
    require(not left, f"it leaves {', '.join(left[:5])}")


def existing(*paths: Path) -> list[str]:
    return [str(path) for path in paths if path.exists()]


def run(program: Path | str, *arguments: str) -> str:
    """What it printed; SmokeError with it where the program ends with anything but 0."""
    print("+", program, *arguments, flush=True)
    command = [str(program), *arguments]
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=DEADLINE_SECONDS,
        encoding="utf-8",
        errors="replace",
    )
    print(done.stdout, done.stderr, sep="", end="", flush=True)
    require(done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}")
    return done.stdout


def require(holds: bool, sentence: str) -> None:
    if not holds:
        raise SmokeError(sentence)


# --- installers -----------------------------------------------------------------------------------


def install_on_windows(installer: Path) -> Installation:
    silently = ("/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART")
    run(installer, *silently)
    folder = Path(os.environ["LOCALAPPDATA"]) / "Programs" / "VideoGen Desktop"
    menu = Path(os.environ["APPDATA"]) / "Microsoft" / "Windows" / "Start Menu" / "Programs"
    shortcut = menu / "VideoGen Desktop.lnk"
    require(shortcut.is_file(), f"{shortcut} was not made")
    require(bool(registered_on_windows()), "it stands in no list of programs")
    return Installation(
        terminal=folder / "videogen.exe",
        window=folder / "videogen-desktop.exe",
        remove=lambda: run(folder / "unins000.exe", *silently),
        left=lambda: existing(folder, shortcut) + registered_on_windows(),
    )


def registered_on_windows() -> list[str]:
    """The entry in the list of programs that Windows shows, if there is one."""
    if sys.platform != "win32":
        return []
    else:
        import winreg

        key = f"Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{WINDOWS_ID}_is1"
        try:
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, key).Close()
        except FileNotFoundError:
            return []
        return [key]


def install_on_macos(image: Path) -> Installation:
    name = "VideoGen Desktop.app"
    target = Path("/Applications") / name
    with mounted(image) as volume:
        run("ditto", str(volume / name), str(target))
    run("codesign", "--verify", "--deep", "--strict", str(target))
    programs = target / "Contents" / "MacOS"
    return Installation(
        terminal=programs / "videogen",
        window=programs / "videogen-desktop",
        remove=lambda: run("rm", "-R", str(target)),
        left=lambda: existing(target),
    )


@contextmanager
def mounted(image: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        run("hdiutil", "attach", "-nobrowse", "-readonly", "-mountpoint", folder, str(image))
        try:
            yield Path(folder)
        finally:
            run("hdiutil", "detach", folder)


def install_on_debian(package: Path) -> Installation:
    run("sudo", "apt-get", "update", "-qq")
    run("sudo", "apt-get", "install", "-qq", "--yes", str(package))
    name = "videogen-desktop"
    listed = map(Path, run("dpkg", "-L", name).splitlines())
    own = [path for path in listed if path.is_file() or path.is_symlink() or name in path.parts]
    return Installation(
        terminal=Path("/usr/bin/videogen"),
        window=Path("/usr/bin/videogen-desktop"),
        remove=lambda: run("sudo", "apt-get", "purge", "-qq", "--yes", name),
        left=lambda: existing(*own),
    )


INSTALLERS = {".exe": install_on_windows, ".dmg": install_on_macos, ".deb": install_on_debian}

if __name__ == "__main__":
    sys.exit(main())
