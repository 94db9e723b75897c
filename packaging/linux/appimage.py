"""`make appimage`: one file that runs on any Linux with the libraries of a desktop.

    PYTHONPATH=packaging python -m linux.appimage --runtime FILE [--folder FOLDER]

It lies in dist/. Needs mksquashfs (Debian: squashfs-tools), and the official runtime that mounts
the file and is its beginning: appimage/runtime.sha256 has its address and its checksum. No other
one is taken, and nothing is fetched here: a release does that.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bundle.build import DIST, build, commit_time
from linux.package_tree import lay_out
from linux.shares import HERE

from videogen_desktop import APPLICATION_ID, __version__

PIN = HERE / "appimage" / "runtime.sha256"
# Fast to read while the program starts, and 10 % larger than the smallest; bytes of a block.
_COMPRESSION = ("-comp", "zstd", "-b", "1048576")
_LEVEL = 19


def pinned() -> tuple[str, str]:
    """The address of the runtime, and its SHA-256."""
    address, checksum = PIN.read_text("utf-8").splitlines()
    return address.removeprefix("# "), checksum.split()[0]


def refusal(runtime: Path | None) -> str | None:
    """Why this file must not become the beginning of an AppImage; None if it may."""
    address, checksum = pinned()
    if runtime is None or not runtime.is_file():
        return f"The runtime is missing: fetch {address}\nand name it with --runtime FILE."
    found = hashlib.sha256(runtime.read_bytes()).hexdigest()
    if found != checksum:
        return f"{runtime} is not the runtime of {address}:\n{found} instead of {checksum}."
    return None


def build_appimage(
    folder: Path, runtime: Path, target: Path = DIST, *, level: int = _LEVEL
) -> Path:
    """Pack `folder` behind `runtime`; returns the file. Raises CalledProcessError, OSError."""
    image = target / f"VideoGen_Desktop-{__version__}-{platform.machine()}.AppImage"
    with tempfile.TemporaryDirectory() as temporary:
        root, packed = Path(temporary) / "root", Path(temporary) / "root.squashfs"
        root.mkdir()
        lay_out(folder, root / "usr")
        entry, icon = f"{APPLICATION_ID}.desktop", f"{APPLICATION_ID}.png"
        (root / entry).symlink_to(f"usr/share/applications/{entry}")
        (root / icon).symlink_to(f"usr/share/icons/hicolor/256x256/apps/{icon}")
        (root / ".DirIcon").symlink_to(icon)
        shutil.copy(HERE / "appimage" / "AppRun", root / "AppRun")
        options = [*_COMPRESSION, "-Xcompression-level", str(level), "-all-root", "-noappend"]
        command = ["mksquashfs", str(root), str(packed), *options, "-quiet", "-no-progress"]
        environment = os.environ | {"SOURCE_DATE_EPOCH": commit_time()}
        subprocess.run(command, check=True, env=environment)
        with image.open("wb") as file:
            for part in (runtime, packed):
                with part.open("rb") as source:
                    shutil.copyfileobj(source, file)
    image.chmod(0o755)
    return image


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the AppImage.")
    parser.add_argument("--runtime", type=Path, help="the official runtime, fetched before")
    parser.add_argument("--folder", type=Path, help="a folder of `make bundle`; else it is built")
    options = parser.parse_args()
    refused = refusal(options.runtime)
    if refused is not None:
        print(refused, file=sys.stderr)
        return 1
    image = build_appimage(options.folder or build(), options.runtime)
    print(f"{image}: {image.stat().st_size / 1_000_000:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
