"""A file system of a few megabytes, mounted for one test: it can really be full."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from videogen_desktop.storage.disk_reserve import RESERVE_BYTES, free_bytes

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """A file system in memory, mounted at `path`."""

    path: Path

    def resize(self, mebibytes: int) -> None:
        options = f"remount,size={mebibytes}m"
        subprocess.run(["mount", "-o", options, self.path], check=True, timeout=30)

    def fill(self) -> None:
        """To its last byte."""
        with (self.path / "others").open("ab", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(MIB // 16))

    def fill_to(self, left_bytes: int) -> None:
        with (self.path / "others").open("ab") as file:
            file.write(bytes(free_bytes(self.path) - left_bytes))

    def give_back(self) -> None:
        (self.path / "others").unlink()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """With room for the reserve and 16 MiB."""
    if sys.platform != "linux":
        pytest.skip("a file system in memory is mounted on Linux only")
    path = tmp_path / "disk"
    path.mkdir()
    size = f"size={RESERVE_BYTES // MIB + 16}m"
    mount = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(path)]
    try:
        done = subprocess.run(mount, capture_output=True, text=True, timeout=30, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if done.returncode:
        pytest.skip(f"no file system may be mounted here: {done.stderr.strip()}")
    try:
        yield SmallDisk(path)
    finally:
        subprocess.run(["umount", "--lazy", path], check=True, timeout=30)
