"""Libraries written by earlier versions open with everything that was in them.

Each folder of `tests/fixtures/libraries` is named for the commit that wrote it: made with real runs
against the sandbox (completed, failed, refused, unclear, settled differently, deleted), with
`benchmarks.library` for every other life, and with collections and callbacks. `5d46e83` opened the
one before it and went on: a task of several results, a failure, a lost answer, another price.
`e8b3130` did the same with that one, and with models whose length, size and sound were chosen.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.requests import VENDORS
from tests.storage.earlier_library import VERSIONS, put_earlier_library
from videogen_desktop.domain.aspect_ratio import named_shape
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.library_health import RecoveryChoice
from videogen_desktop.domain.request import digest, request_of
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.earlier_requests import earlier_request_json
from videogen_desktop.storage.library import open_library
from videogen_desktop.storage.rebuilding import rebuild
from videogen_desktop.storage.schema import CURRENT
from videogen_desktop.storage.task_journal import TaskJournal
from videogen_desktop.storage.verify import verify

# What only a running engine has, and what SQLite and Alembic keep for themselves.
PASSING = ("engine_run", "handover", "alembic_version")
Rows = list[dict[str, object]]


@pytest.fixture(params=VERSIONS)
def earlier(request: pytest.FixtureRequest, places: Directories) -> Directories:
    """A data folder as that version left it."""
    put_earlier_library(request.param, places)
    return places


def _tables(path: Path) -> dict[str, Rows]:
    """Every row of every table of ours, by name."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
            " AND name NOT GLOB 'video_search*' ORDER BY name"
        ).fetchall()
        return {
            name: [dict(row) for row in connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2")]  # noqa: S608
            for (name,) in names
            if name not in PASSING
        }


def _told_as_before(before: Rows, after: Rows) -> Rows:
    """The rows of today in the words of that version: without columns that came later, and with
    what a request was before it was one value."""
    return [
        {name: (row | _asked_apart(row))[name] for name in old}
        for old, row in zip(before, after, strict=True)
    ]


def _asked_apart(row: dict[str, object]) -> dict[str, object]:
    if "request" not in row:
        return {}
    request = request_of(str(row["request"]))
    return {"prompt": request.prompt, "aspect_ratio": row["shape"]}


def _one_for_each_signature(deliveries: Rows) -> Rows:
    """Callbacks as the revision 0002 keeps them: the first of a signature counts the others too."""
    found: dict[tuple[object, ...], dict[str, object]] = {}
    for row in deliveries:
        same = found.setdefault((row["wallet_id"], row["task_id"], row["signed_at"]), dict(row))
        if same["seq"] != row["seq"]:
            times = (same["times"], row["times"])
            same["times"] = sum(one for one in times if isinstance(one, int))
            same["last_received_at"] = row["last_received_at"]
    return list(found.values())


def test_every_row_of_it_is_there(earlier: Directories) -> None:
    before = _tables(earlier.database)
    assert len(before["video"]) > 100
    open_library(earlier, 1_796_011_400_000).close()
    before["webhook_delivery"] = _one_for_each_signature(before["webhook_delivery"])
    after = _tables(earlier.database)
    assert {name: _told_as_before(rows, after[name]) for name, rows in before.items()} == before


def test_what_is_sent_for_a_reserved_video_is_what_would_have_been(earlier: Directories) -> None:
    library = open_library(earlier, 1_796_011_400_000)
    with library.reading() as rows:
        videos = rows.videos.every()
    made = [video for video in videos if video.origin is Origin.GENERATED]
    assert made
    for video in made:
        assert video.body is not None
        assert digest(video.body) == video.request_sha256
        assert VENDORS.model(video.model_id) is not None
        assert named_shape(video.request.aspect_ratio) in ("landscape", "portrait")
    assert {video.body for video in videos if video.origin is not Origin.GENERATED} <= {None}
    library.close()


def test_nothing_that_was_finished_then_is_new(earlier: Directories) -> None:
    library = open_library(earlier, 1_796_011_400_000)
    with library.reading() as rows:
        videos = rows.videos.every()
    finished = {video.id for video in videos if video.state is VideoState.COMPLETED}
    assert {video.id for video in videos if video.seen_at is not None} == finished != set()
    library.close()


def test_its_books_hold(earlier: Directories) -> None:
    library = open_library(earlier, 1_796_011_400_000)
    assert verify(library) == ()
    library.close()


def test_what_can_be_read_of_a_damaged_one_is_brought_over(earlier: Directories) -> None:
    before = _tables(earlier.database)
    rebuild(earlier, RecoveryChoice(None), 1_796_011_400_000)
    library = open_library(earlier, 1_796_011_400_000)
    with library.reading() as rows:
        assert {video.id for video in rows.videos.every()} == {row["id"] for row in before["video"]}
        assert all(
            video.seen_at for video in rows.videos.every() if video.state is VideoState.COMPLETED
        )
    assert verify(library) == ()
    library.close()


def test_it_is_found_by_its_words_and_its_collections(earlier: Directories) -> None:
    library = open_library(earlier, 1_796_011_400_000)
    with library.reading() as rows:
        assert rows.gallery.first(GalleryQuery(text="da lat mua dem"), 10)
        assert {one.name: one.videos for one in rows.collections.every()} == {
            "Đà Lạt": 3,  # a fourth one is deleted
            "Khách hàng 2026": 3,
        }
    library.close()
    assert TaskJournal(earlier.task_journal).read()


def test_a_migration_leaves_a_backup_of_it_as_it_was(earlier: Directories) -> None:
    before = _tables(earlier.database)
    with closing(sqlite3.connect(earlier.database)) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    open_library(earlier, 1_796_011_400_000).close()
    kept = list(earlier.backups.glob("*.sqlite")) if earlier.backups.exists() else []
    assert [_tables(backup) for backup in kept] == ([] if revision == CURRENT.head else [before])


def test_a_request_of_then_is_written_to_the_letter() -> None:
    """Whatever the domain makes of one today: a migrated library must not depend on it."""
    assert earlier_request_json("Mưa “đêm”", "landscape", "kling-2.6/text-to-video") == (
        '{"inputs":{},"model":"kling-2.6/text-to-video",'
        '"options":{"aspect_ratio":"16:9","audio":true,"duration":5},'
        '"prompt":"Mưa “đêm”","version":1}'
    )
    assert earlier_request_json("x", "square", "gone") == (
        '{"inputs":{},"model":"gone","options":{"aspect_ratio":"square"},"prompt":"x","version":1}'
    )


def test_a_parent_that_a_newer_version_wrote_into_a_request_counts(places: Directories) -> None:
    """Before there was a column for it, it was carried along as one more unknown member."""
    put_earlier_library("e8b3130", places)
    parent = "0a0b0c0d-0000-4000-8000-000000000000"
    with closing(sqlite3.connect(places.database)) as connection:
        connection.execute("DROP TRIGGER video_frozen")
        written = ("json_set(request, '$.parent', 5)", f"json_set(request, '$.parent', '{parent}')")
        for state, request in zip(("reserved", "cancelled"), written, strict=True):
            connection.execute(f"UPDATE video SET request = {request} WHERE state = '{state}'")  # noqa: S608
        connection.commit()
    library = open_library(places, 1_796_011_400_000)
    assert verify(library) == ()
    with library.reading() as rows:
        found = {video.state.value: video for video in rows.videos.every()}
    assert found["cancelled"].parent_id == parent
    assert (found["reserved"].parent_id, found["reserved"].request.unknown) == (None, {"parent": 5})
    library.close()
