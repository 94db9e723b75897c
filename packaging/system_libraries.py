"""Checks by name the system libraries that the PySide6 wheel needs on Linux and does not bring.

    python packaging/system_libraries.py      exit 0 if all are there or were installed, else 1

The table was measured on PySide6 6.11.3: what libQt6Core, Gui, Widgets, Multimedia, Network, Svg,
the xcb, wayland and offscreen platforms, FFmpeg's plug-in and lrelease are linked against.
"""

import ctypes
import shutil
import sys
from pathlib import Path

import privileged_install

# Library name -> Debian package. rpm distributions find a package by the library's name.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libbrotlidec.so.1": "libbrotli1",
    "libbz2.so.1": "libbz2-1.0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

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


def missing_libraries() -> list[str]:
    """The names the dynamic linker cannot load; none on macOS and Windows: the wheel is whole."""
    return [name for name in LIBRARIES if not _loads(name)] if sys.platform == "linux" else []


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def debian_packages(libraries: list[str]) -> list[str]:
    return sorted({LIBRARIES[name] for name in libraries})


def advice(libraries: list[str]) -> str:
    """What is missing, and what a person types about it."""
    if shutil.which("apt-get"):
        remedy = privileged_install.command_line(debian_packages(libraries))
    elif shutil.which("dnf"):
        remedy = "sudo dnf install " + " ".join(f"'{name}()(64bit)'" for name in libraries)
    else:
        remedy = "(install the packages of your distribution that contain these files)"
    return f"Qt needs system libraries that are not here: {', '.join(libraries)}\n{remedy}"


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


if __name__ == "__main__":
    sys.exit(0 if ensure_libraries() else 1)
