"""Libraries as earlier versions of the program left them; see tests/fixtures/libraries."""

import gzip
import shutil
from pathlib import Path

from videogen_desktop.storage.directories import Directories

LIBRARIES = Path(__file__).parent.parent / "fixtures" / "libraries"
VERSIONS = sorted(folder.name for folder in LIBRARIES.iterdir())


def put_earlier_library(version: str, places: Directories) -> None:
    """Make `places` the data folder as that version (a commit's short id) left it."""
    shutil.copytree(LIBRARIES / version, places.data)
    packed = places.data / "library.sqlite.gz"
    places.database.write_bytes(gzip.decompress(packed.read_bytes()))
