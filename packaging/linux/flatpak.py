"""`make flatpak`: the tree that the manifest of Flatpak packs, in dist/flatpak.

    PYTHONPATH=packaging python -m linux.flatpak [--folder FOLDER]

`flatpak-builder --repo=REPO BUILD packaging/linux/flatpak/*.yaml` goes on from there, where the
runtime of the manifest is installed.
"""

import shutil
import sys
from pathlib import Path

from bundle.build import DIST
from linux.package_tree import asked_folder, lay_out
from linux.shares import HERE

from videogen_desktop import APPLICATION_ID

MANIFEST = HERE / "flatpak" / f"{APPLICATION_ID}.yaml"


def lay_out_flatpak(folder: Path, target: Path = DIST) -> Path:
    """Write what becomes /app, anew; returns it. It keeps every library: the runtime may lack
    some, and which they are changes with it."""
    tree = target / "flatpak"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    lay_out(folder, tree, "flatpak")
    return tree


def main() -> int:
    print(lay_out_flatpak(asked_folder("Lay out what the manifest of Flatpak packs.")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
