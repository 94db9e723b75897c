"""A bare Debian of its own in a folder: what a package meets on a machine that has nothing yet.

Made by debootstrap from the mirror that this machine's own apt uses. What is mounted in it is
mounted for its own processes only, and gone with the last of them.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

# Fetching and unpacking beside a whole run of tests.
DEADLINE_SECONDS = 900
_ENTER = """
root=$1 shared=$2; shift 2
mount -t proc proc "$root/proc"
for folder in /tmp "$shared"; do
    mkdir -p "$root$folder"
    mount --bind "$folder" "$root$folder"
done
exec chroot "$root" "$@"
"""
# An ordinary person of that system.
PERSON = ("--userspec", "1000:1000")
HOME = "/home/an"


def why_not() -> str:
    """What this machine lacks for it; empty where it has all."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "making a root needs root"
    missing = [name for name in ("debootstrap", "apt-get", "unshare") if not shutil.which(name)]
    return f"not installed here: {', '.join(missing)}" if missing else ""


needs_roots = pytest.mark.skipif(bool(why_not()), reason=why_not() or "roots can be made")


def mirror() -> str:
    """The address that this machine's own packages come from. Skips where there is none."""
    command = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Label: Debian"]
    found = subprocess.check_output(command, text=True).split()
    if not found:
        pytest.skip("this machine's apt knows no mirror of Debian")
    return found[0]


class DebianRoot:
    """`release` is the name of one, such as bookworm; made at `path`, which takes a minute."""

    def __init__(self, path: Path, release: str) -> None:
        self.path = path
        command = ["debootstrap", "--variant=minbase", release, str(path), mirror()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE_SECONDS)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr
        # Services are not started where nobody is logged in.
        policy = path / "usr" / "sbin" / "policy-rc.d"
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
        self.home = path / HOME[1:]
        self.home.mkdir()
        os.chown(self.home, 1000, 1000)

    def command(self, *words: str) -> list[str]:
        """The command line that runs `words` in there, in this very process."""
        shared = tempfile.gettempdir()
        enter = ["unshare", "--mount", "sh", "-euc", _ENTER, "enter", str(self.path), shared]
        return [*enter, *words]

    def apt(self, *words: str) -> str:
        options = ["--yes", "--quiet", "--no-install-recommends"]
        return self.run("apt-get", *options, *words, DEBIAN_FRONTEND="noninteractive")

    def run(self, *words: str, **variables: str) -> str:
        """What it prints; it must end with 0."""
        done = self.attempt(*words, **variables)
        assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}"
        return done.stdout

    def attempt(self, *words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": HOME}
        return subprocess.run(
            self.command(*words),
            env=environment | variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=DEADLINE_SECONDS,
        )

    def as_person(self, *words: str) -> str:
        """Run by the one who lives in /home."""
        return self.run("chroot", *PERSON, "/", *words)

    def programs(self, folder: Path) -> Path:
        """A folder of programs that are those in here, started from outside."""
        folder.mkdir()
        for name in ("videogen", "videogen-desktop"):
            words = " ".join(f"'{word}'" for word in self.command(name))
            (folder / name).write_text(f'#!/bin/sh\nexec {words} "$@"\n')
            (folder / name).chmod(0o755)
        return folder
