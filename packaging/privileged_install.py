"""Installs system packages where that needs no question: as root, with apt. Else names them."""

import os
import shutil
import subprocess
import sys


def possible() -> bool:
    """Whether this process may install Debian packages by itself."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: list[str]) -> bool:
    """Fetch the package lists and install `packages`; False, after apt's own words, on failure."""
    print(f"Installing system packages: {' '.join(packages)} ...", flush=True)
    # A fresh container has no package lists, and another apt may hold the lock for a while.
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        command = [*apt, *arguments]
        done = subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)
        if done.returncode != 0:
            return False
    return True


def command_line(packages: list[str]) -> str:
    """The one line a person types instead, on Debian and its relatives."""
    return f"sudo apt-get install {' '.join(packages)}"
