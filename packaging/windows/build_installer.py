"""The installer for Windows, made of the folder of `make bundle` by Inno Setup.

    PYTHONPATH=packaging python -m windows.build_installer FOLDER     (on Windows; needs npm)

It lies in dist/. `make wine-smoke` compiles the same one under Wine.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import icon
from compile_translations import ROOT
from windows import inno_setup

from videogen_desktop import __version__
from videogen_desktop.program.windows import APP_USER_MODEL_ID, RUNNING_MUTEX

HERE = Path(__file__).resolve().parent
OUTPUT_NAME = f"videogen-desktop-{__version__}-windows-x86_64-setup"


def command(
    compiler: Path,
    folder: Path,
    output: Path,
    as_windows: Callable[[Path], str] = str,
    *,
    script: Path = HERE / "videogen.iss",
    icon_file: Path = ROOT / "build" / "videogen.ico",
) -> list[str]:
    """The compiler's command line, in paths of `as_windows`; makes the icon."""
    defined = {
        "Version": __version__,
        "AppUserModelID": APP_USER_MODEL_ID,
        "RunningMutex": RUNNING_MUTEX,
        "Folder": as_windows(folder),
        "Icon": as_windows(icon.for_windows(icon_file)),
        "OutputFolder": as_windows(output),
        "OutputName": OUTPUT_NAME,
    }
    definitions = [f"/D{name}={value}" for name, value in defined.items()]
    return [as_windows(compiler), "/Q", *definitions, as_windows(script)]


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the installer for Windows.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder.resolve()
    compiler = inno_setup.fetched(ROOT / "build" / "inno-setup")
    output = ROOT / "dist"
    subprocess.run(command(compiler, folder, output), check=True)
    print(output / f"{OUTPUT_NAME}.exe")
    return 0


if __name__ == "__main__":
    sys.exit(main())
