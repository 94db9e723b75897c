from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.raw_books import RawBooks
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.library import Library, open_library


@pytest.fixture
def books() -> Iterator[RawBooks]:
    raw = RawBooks()
    yield raw
    raw.close()


@pytest.fixture
def places(tmp_path: Path) -> Directories:
    return directories(tmp_path / "Đà Nẵng")


@pytest.fixture
def library(places: Directories) -> Iterator[Library]:
    opened = open_library(places, 1)
    yield opened
    opened.close()
