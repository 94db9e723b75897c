"""SHA256SUMS of all that a release passes on, as `sha256sum --check` reads it.

PYTHONPATH=packaging python -m release.checksums [FOLDER]     of its files; dist/ otherwise
"""

import hashlib
import sys
from pathlib import Path

from compile_translations import ROOT

NAME = "SHA256SUMS"


def write_checksums(folder: Path) -> Path:
    """Of every file directly in `folder`, by name. Raises OSError, and ValueError where there is
    none, or one whose name the format cannot hold."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != NAME)
    if not files:
        raise ValueError(f"nothing to pass on in {folder}")
    odd = [path.name for path in files if "\n" in path.name or "\\" in path.name]
    if odd:
        raise ValueError(f"a name that the format cannot hold: {odd[0]!r}")
    target = folder / NAME
    lines = (f"{digest(path)} *{path.name}\n" for path in files)
    target.write_text("".join(lines), "utf-8", newline="\n")
    return target


def wrong(folder: Path) -> list[str]:
    """Names whose bytes are others than those that were written down, or that are not there or
    not in the list. Raises OSError where there is no list."""
    lines = (folder / NAME).read_text("utf-8").splitlines()
    listed = {name: known for known, _, name in (line.partition(" *") for line in lines)}
    here = {path.name: path for path in folder.iterdir() if path.is_file() and path.name != NAME}
    names = listed.keys() | here.keys()
    return sorted(
        name for name in names if name not in here or listed.get(name) != digest(here[name])
    )


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"
    try:
        print(write_checksums(folder))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
