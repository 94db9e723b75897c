"""The disk image for macOS, made of the application of `make bundle`.

    PYTHONPATH=packaging python -m macos.build_dmg FOLDER       (on macOS)

It lies beside the application. Signed where SIGNING_IDENTITY is set, and notarised where
NOTARY_KEY, NOTARY_KEY_ID and NOTARY_ISSUER are; without them macOS asks before the first start.
"""

import argparse
import os
import platform
import sys
from pathlib import Path

import icon
from compile_translations import ROOT
from macos import signing
from macos.application import NAME

from videogen_desktop import __version__


def image_name(machine: str) -> str:
    return f"videogen-desktop-{__version__}-macos-{machine}.dmg"


def appearance(application: Path) -> dict[str, object]:
    """What dmgbuild is told: the application, and where to drag it."""
    return {
        "files": [str(application)],
        "symlinks": {"Applications": "/Applications"},
        "icon": str(icon.for_macos(ROOT / "build" / "videogen.icns")),
        "icon_locations": {application.name: (160, 140), "Applications": (480, 140)},
        "background": "builtin-arrow",
        # LZMA, since macOS 10.15.
        "format": "ULMO",
    }


def build(folder: Path, identity: str, notary: signing.Notary | None) -> Path:
    """Raises CalledProcessError, OSError."""
    import dmgbuild

    application = folder / f"{NAME}.app"
    if identity:
        signing.sign_application(application, identity)
    image = folder / image_name(platform.machine())
    dmgbuild.build_dmg(str(image), NAME, settings=appearance(application))
    if identity:
        signing.run(signing.signing(image, identity))
    if identity and notary is not None:
        signing.notarise(image, notary)
    return image


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the disk image for macOS.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder.resolve()
    print(build(folder, os.environ.get("SIGNING_IDENTITY", ""), signing.Notary.of(os.environ)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
