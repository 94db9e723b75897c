import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.raw_books import RawBooks
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.library import SqliteLibrary, open_library


@pytest.fixture(scope="session")
def first_books() -> Iterator[RawBooks]:
    raw = RawBooks()
    yield raw
    raw.close()


@pytest.fixture
def books(first_books: RawBooks) -> Iterator[RawBooks]:
    raw = RawBooks(first_books.sql)
    yield raw
    raw.close()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty library, made once: the migration takes longer than most tests."""
    places = directories(tmp_path_factory.mktemp("migrated"))
    open_library(places, 1).close()
    return places.database


@pytest.fixture
def places(tmp_path: Path) -> Directories:
    """Folders of which none exists yet."""
    return directories(tmp_path / "Đà Nẵng")


@pytest.fixture
def made(places: Directories, migrated: Path) -> Directories:
    """Folders with an empty library."""
    places.data.mkdir()
    shutil.copy(migrated, places.database)
    return places


@pytest.fixture
def library(made: Directories) -> Iterator[SqliteLibrary]:
    opened = open_library(made, 1)
    yield opened
    opened.close()
