"""How the programs of `make bundle` look to Windows and macOS; bundle/videogen.spec asks."""

import platform
import sys
from typing import Any

import icon
from compile_translations import ROOT
from macos import application
from windows import version_resource

_BUILT = ROOT / "build"


def of_program(name: str) -> dict[str, Any]:
    """More for PyInstaller's EXE: elsewhere than on Windows a program is a bare file."""
    if sys.platform == "win32":
        return {
            "icon": str(icon.for_windows(_BUILT / "videogen.ico")),
            "version": str(version_resource.write(name, _BUILT)),
        }
    else:
        return {}


def of_application() -> dict[str, Any]:
    """For PyInstaller's BUNDLE on macOS."""
    return {
        "name": f"{application.NAME}.app",
        "icon": str(icon.for_macos(_BUILT / "videogen.icns")),
        "bundle_identifier": application.IDENTIFIER,
        "info_plist": application.information(platform.machine()),
    }


def localized() -> list[tuple[str, str, str]]:
    return application.localized()
