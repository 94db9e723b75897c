"""The system libraries that Qt needs on Linux and its wheel does not bring, and who has them.

The table was measured on PySide6 6.11.3: what libQt6Core, Gui, Widgets, Multimedia, Network, Svg,
the xcb, wayland and offscreen platforms, FFmpeg's plug-in and lrelease are linked against. Read
only where something could not be loaded, and by packaging/.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Packages(NamedTuple):
    """What a library is in. Those who install .rpm ask for the library by its own name."""

    debian: str
    arch: str


_XCB = "libxcb"
_WAYLAND = "wayland"
LIBRARIES = {
    "libEGL.so.1": Packages("libegl1", "libglvnd"),
    "libGL.so.1": Packages("libgl1", "libglvnd"),
    "libX11-xcb.so.1": Packages("libx11-xcb1", "libx11"),
    "libX11.so.6": Packages("libx11-6", "libx11"),
    "libXext.so.6": Packages("libxext6", "libxext"),
    "libXrandr.so.2": Packages("libxrandr2", "libxrandr"),
    "libbrotlidec.so.1": Packages("libbrotli1", "brotli"),
    "libbz2.so.1": Packages("libbz2-1.0", "bzip2"),
    "libdbus-1.so.3": Packages("libdbus-1-3", "dbus"),
    "libdrm.so.2": Packages("libdrm2", "libdrm"),
    "libfontconfig.so.1": Packages("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": Packages("libfreetype6", "freetype2"),
    "libglib-2.0.so.0": Packages("libglib2.0-0", "glib2"),
    "libgssapi_krb5.so.2": Packages("libgssapi-krb5-2", "krb5"),
    "libgthread-2.0.so.0": Packages("libglib2.0-0", "glib2"),
    "libpulse.so.0": Packages("libpulse0", "libpulse"),
    "libwayland-client.so.0": Packages("libwayland-client0", _WAYLAND),
    "libwayland-cursor.so.0": Packages("libwayland-cursor0", _WAYLAND),
    "libwayland-egl.so.1": Packages("libwayland-egl1", _WAYLAND),
    "libxcb-cursor.so.0": Packages("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-glx.so.0": Packages("libxcb-glx0", _XCB),
    "libxcb-icccm.so.4": Packages("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": Packages("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": Packages("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": Packages("libxcb-randr0", _XCB),
    "libxcb-render-util.so.0": Packages("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": Packages("libxcb-render0", _XCB),
    "libxcb-shape.so.0": Packages("libxcb-shape0", _XCB),
    "libxcb-shm.so.0": Packages("libxcb-shm0", _XCB),
    "libxcb-sync.so.1": Packages("libxcb-sync1", _XCB),
    "libxcb-util.so.1": Packages("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": Packages("libxcb-xfixes0", _XCB),
    "libxcb-xkb.so.1": Packages("libxcb-xkb1", _XCB),
    "libxcb.so.1": Packages("libxcb1", _XCB),
    "libxkbcommon-x11.so.0": Packages("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": Packages("libxkbcommon0", "libxkbcommon"),
    "libz.so.1": Packages("zlib1g", "zlib"),
    "libzstd.so.1": Packages("libzstd1", "zstd"),
}

_NO_SCREEN = (
    "The window needs a screen, and there is none here: neither DISPLAY nor WAYLAND_DISPLAY is set."
)
# Qt's own sentence here advises to reinstall the program.
_NO_PLATFORM = "no Qt platform plugin could be initialized"
_TERMINAL = "`videogen` works without any of it: `videogen --help`."


def missing_libraries() -> list[str]:
    """The names the dynamic linker cannot load; none on macOS and Windows: the wheel is whole."""
    return [name for name in LIBRARIES if not _loads(name)] if sys.platform == "linux" else []


def _loads(name: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def debian_packages(libraries: Iterable[str]) -> list[str]:
    return sorted({LIBRARIES[name].debian for name in libraries})


def advice(libraries: list[str]) -> str:
    """What is missing, and what a person types about it on this system."""
    missing = f"Qt needs system libraries that are not here: {', '.join(libraries)}"
    return f"{missing}\n{_remedy(libraries)}"


def _remedy(libraries: list[str]) -> str:
    by_name = " ".join(f"'{name}()(64bit)'" for name in libraries)
    if shutil.which("apt-get"):
        return f"sudo apt-get install {' '.join(debian_packages(libraries))}"
    if shutil.which("dnf"):
        return f"sudo dnf install {by_name}"
    if shutil.which("zypper"):
        return f"sudo zypper install {by_name}"
    if shutil.which("pacman"):
        return f"sudo pacman -S {' '.join(sorted({LIBRARIES[name].arch for name in libraries}))}"
    return "(install the packages of your distribution that contain these files)"


def is_of_system(error: ImportError) -> bool:
    """Whether the linker refused a library, and not that a module of Python is missing."""
    return sys.platform == "linux" and ".so" in f"{error.path} {error}"


def why_no_window(said: str, environment: Mapping[str, str] = os.environ) -> str:
    """The sentences for a window that could not begin; `said` is what Qt or the linker said."""
    missing = missing_libraries()
    if missing:
        reason = advice(missing)
    elif sys.platform == "linux" and not _has_screen(environment):
        reason = _NO_SCREEN
    elif sys.platform == "linux" and _NO_PLATFORM in said and _screens(environment):
        reason = _no_answer(_screens(environment))
    else:
        reason = said
    return f"videogen-desktop: {reason}\n{_TERMINAL}\n"


def _has_screen(environment: Mapping[str, str]) -> bool:
    return bool(_screens(environment) or environment.get("QT_QPA_PLATFORM"))


def _screens(environment: Mapping[str, str]) -> dict[str, str]:
    named = {name: environment.get(name, "") for name in ("DISPLAY", "WAYLAND_DISPLAY")}
    return {name: value for name, value in named.items() if value}


def _no_answer(screens: Mapping[str, str]) -> str:
    named = " or ".join(f"{name} names ({value})" for name, value in screens.items())
    return f"The screen that {named} does not answer: it is gone, or belongs to another user."
