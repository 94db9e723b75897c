"""Checks by name the system libraries that the PySide6 wheel needs on Linux and does not bring.

    python packaging/system_libraries.py      exit 0 if all are there or were installed, else 1

The program has the table, because it says the same to people: program/system_libraries.py.
"""

import shutil
import sys
from pathlib import Path

import privileged_install

# Before there is an environment that knows the program: a release begins with this script.
sys.path.append(str(Path(__file__).resolve().parent.parent))

from videogen_desktop.program.system_libraries import advice, debian_packages, missing_libraries

# What tests/hands needs for a desktop without a screen: a file of it -> Debian package.
DESKTOP_TOOLS = {
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/dbus-daemon": "dbus-daemon",
    "/usr/bin/ibus-daemon": "ibus",
    "/usr/bin/openbox": "openbox",
    "/usr/bin/setxkbmap": "x11-xkb-utils",
    "/usr/bin/xclip": "xclip",
    "/usr/bin/xdotool": "xdotool",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/share/ibus/component/unikey.xml": "ibus-unikey",
}

# What reads the files of packaging/linux: a program -> Debian package.
FILE_CHECKERS = {
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "man": "man-db",
}
# What makes and tries the packages, for `make test-full`.
PACKAGERS = {
    "debootstrap": "debootstrap",
    "dpkg-deb": "dpkg",
    "fish": "fish",
    "flatpak-builder": "flatpak-builder",
    "lintian": "lintian",
    "mksquashfs": "squashfs-tools",
    "rpmbuild": "rpm",
    "squashfuse": "squashfuse",
    "zsh": "zsh",
}


def ensure_tracer() -> bool:
    """Whether strace is here now, with which tests/watching sees who opens the library on Linux:
    installs it where that is possible, else says what is left out."""
    if sys.platform != "linux" or shutil.which("strace"):
        return True
    if privileged_install.possible() and privileged_install.install(["strace"]):
        return True
    remedy = privileged_install.command_line(["strace"])
    print(f"tests/watching is skipped; on Debian it needs: {remedy}", flush=True)
    return False


def ensure_libraries() -> bool:
    """Whether all are there now: installs them where that is possible, else prints the command."""
    missing = missing_libraries()
    if missing and privileged_install.possible():
        privileged_install.install(debian_packages(missing))
        missing = missing_libraries()
    if missing:
        print(advice(missing), file=sys.stderr, flush=True)
    return not missing


def missing_desktop_tools() -> list[str]:
    """What the tests with hands lack on this machine; they are skipped where anything is."""
    return [path for path in DESKTOP_TOOLS if not Path(path).exists()]


def ensure_desktop_tools() -> None:
    """Installs them where that is possible, else says what the tests with hands wait for."""
    missing = missing_desktop_tools()
    packages = [DESKTOP_TOOLS[path] for path in missing]
    if missing and privileged_install.possible():
        privileged_install.install(packages)
        missing = missing_desktop_tools()
    if missing:
        remedy = privileged_install.command_line(packages)
        print(f"tests/hands is skipped; on Debian it needs: {remedy}", flush=True)


def ensure_packagers(full: bool) -> None:
    """Installs what the tests of packaging/linux need, where that is possible; else says what is
    left out."""
    tools = FILE_CHECKERS | (PACKAGERS if full else {})
    missing = [tools[name] for name in tools if shutil.which(name) is None]
    if sys.platform != "linux" or not missing:
        return
    if not (privileged_install.possible() and privileged_install.install(missing)):
        remedy = privileged_install.command_line(missing)
        print(f"Some tests of packaging/linux are skipped; on Debian: {remedy}", flush=True)


if __name__ == "__main__":
    sys.exit(0 if ensure_libraries() else 1)
