"""The first cards are those that the engine will show, and none where it must look first."""

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.requests import VENDORS
from tests.storage.damage import keep_journal
from tests.storage.filled_library import FilledLibrary, fill_library, new_video
from videogen_desktop.domain.clip import facts_elsewhere
from videogen_desktop.domain.gallery import FIRST_CARDS, GalleryQuery
from videogen_desktop.domain.ledger import Charge
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.services.announcer import library_items
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.file_rows import FileCopy, FileRole
from videogen_desktop.storage.first_look import first_look
from videogen_desktop.storage.library import SqliteLibrary


def _with_files_and_downloads(library: SqliteLibrary, filled: FilledLibrary) -> None:
    """One is whole, one is being fetched and failed, one is gone at the provider."""
    wallet, done = filled.wallet.id, {"origin": Origin.RESCUED, "state": VideoState.COMPLETED}
    paid = {"result_url": "https://example.com/a.mp4", "ended_at": 70, **done}
    with library.writing() as rows:
        for role in FileRole:
            rows.files.put(FileCopy(filled.found.id, role, Path(f"/đĩa/{role}"), 5), 6)
        for number, name in enumerate(("whole", "failed", "gone", "starred")):
            video = new_video(wallet, 10 + number, task_id=name, favourite=True, **paid)
            rows.videos.add(video)
            if name == "whole":
                copy = FileCopy(video.id, FileRole.CLIP, Path("/đĩa/whole.webm"), 5)
                rows.files.put(copy, 6, facts_elsewhere("webm"))
            elif name != "starred":
                rows.downloads.queue(video.id, "https://example.com/a.mp4", 20)
                rows.downloads.failed(video.id, "timeout", 30)
            if name == "gone":
                rows.downloads.gone(video.id, 40)
        rows.videos.add(new_video(wallet, 30, deleted_at=31, task_id="deleted", **done))


def test_they_are_what_the_engine_says_of_them(made: Directories, library: SqliteLibrary) -> None:
    _with_files_and_downloads(library, fill_library(library))
    with library.reading() as rows:
        ids = rows.gallery.first(GalleryQuery(), FIRST_CARDS)
        items = library_items(rows, rows.videos.many(ids), VENDORS)
    page = first_look(made, VENDORS)
    assert page is not None
    assert page.ids == ids
    assert page.items == items
    assert Charge(held=0, spent=7_000) in {item.charge for item in page.items}
    assert {item.clip_failure for item in page.items} == {None, "timeout"}
    assert sum(item.plays_elsewhere for item in page.items) == 1
    assert sum(item.result_gone for item in page.items) == 1
    assert sum(item.expires_at is not None for item in page.items) == 3


def test_no_more_than_the_first_screens(made: Directories, library: SqliteLibrary) -> None:
    filled = fill_library(library)
    with library.writing() as rows:
        for number in range(FIRST_CARDS):
            rows.videos.add(new_video(filled.wallet.id, 100 + number))
    page = first_look(made, VENDORS)
    assert page is not None
    assert len(page.ids) == len(page.items) == FIRST_CARDS


def test_what_is_dated_in_the_future_comes_last(made: Directories, library: SqliteLibrary) -> None:
    filled = fill_library(library)
    far = time.time_ns() // 1_000_000 + 40 * 86_400_000
    with library.writing() as rows:
        late = new_video(
            filled.wallet.id, far, origin=Origin.IMPORTED, state=VideoState.COMPLETED, price=0
        )
        rows.videos.add(late)
    page = first_look(made, VENDORS)
    assert page is not None
    assert len(page.ids) > 2
    assert page.ids[-1] == late.id
    with library.writing() as rows:
        for number in range(FIRST_CARDS):
            rows.videos.add(new_video(filled.wallet.id, 100 + number))
    page = first_look(made, VENDORS)
    assert page is not None
    assert (len(page.ids), late.id in page.ids) == (FIRST_CARDS, False)


def test_after_a_crash_the_checks_come_first(made: Directories, library: SqliteLibrary) -> None:
    fill_library(library)
    made.run_marker.touch()
    assert first_look(made, VENDORS) is None


def test_another_versions_library_is_left_to_the_engine(
    made: Directories, library: SqliteLibrary
) -> None:
    fill_library(library)
    with closing(sqlite3.connect(made.database)) as connection:
        keep_journal(connection)
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    assert first_look(made, VENDORS) is None


@pytest.mark.parametrize("content", [b"", b"not a database " * 500])
def test_what_cannot_be_read_is_left_to_the_engine(places: Directories, content: bytes) -> None:
    places.data.mkdir()
    places.database.write_bytes(content)
    assert first_look(places, VENDORS) is None
    assert places.database.read_bytes() == content


def test_a_library_that_is_not_there_is_not_made(places: Directories) -> None:
    places.data.mkdir()
    assert first_look(places, VENDORS) is None
    assert not any(places.data.iterdir())


def test_a_busy_library_is_left_to_the_engine(made: Directories, library: SqliteLibrary) -> None:
    fill_library(library)
    with closing(sqlite3.connect(made.database)) as connection:
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
        assert first_look(made, VENDORS) is None


def test_it_needs_no_sqlalchemy(made: Directories) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from videogen_desktop.storage.directories import directories\n"
        "from videogen_desktop.providers.vendors import vendors\n"
        "from videogen_desktop.storage.first_look import first_look\n"
        "print(first_look(directories(Path(sys.argv[1])), vendors()), 'sqlalchemy' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(made.data)], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "GalleryPage(ids=VideoList(0 videos), items=()) False"
