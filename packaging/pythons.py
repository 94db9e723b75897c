"""Which Pythons the program was run on, and where this machine has them.

Read by whatever Python is at hand: it must stay readable for one as old as 3.7.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The first and the last ran the whole suite; requires-python in pyproject.toml says the same.
TESTED = ((3, 11), (3, 12), (3, 13))
# The one that installers carry.
SHIPPED = TESTED[0]


def name(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"


def refusal(version: tuple[int, int]) -> str | None:
    """The sentence for a Python that nobody ran the program on; None for a tested one."""
    if version in TESTED:
        return None
    first, last = name(TESTED[0]), name(TESTED[-1])
    return (
        f"VideoGen Desktop was tested on Python {first} to {last} and on no other; "
        f"this one is {name(version)}. Install Python {last} beside it and try again."
    )


def installed(version: tuple[int, int]) -> str | None:
    """The program of that Python, if this machine has one that can make an environment."""
    for command in _candidates(version):
        found = _program(command, version)
        if found:
            return found
    return None


def _candidates(version: tuple[int, int]) -> list[list[str]]:
    if sys.platform == "win32":
        return [["py", f"-{name(version)}"]]
    program = f"python{name(version)}"
    found = shutil.which(program)
    on_path = [[found]] if found else []
    # Where pyenv keeps those that it does not offer on PATH.
    kept = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    folders = sorted(kept.glob(f"{name(version)}.*"), key=_patch_level, reverse=True)
    return on_path + [[str(one / "bin" / program)] for one in folders]


def _patch_level(folder: Path) -> int:
    last = folder.name.rpartition(".")[2]
    return int(last) if last.isdigit() else -1


def _program(command: list[str], version: tuple[int, int]) -> str | None:
    script = "import ensurepip, sys; print(sys.version_info[:2] == %r and sys.executable)"
    probe = [*command, "-c", script % (version,)]
    try:
        done = subprocess.run(probe, check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return None
    said = os.fsdecode(done.stdout).strip()
    return said if said != "False" else None
