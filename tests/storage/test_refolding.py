"""A library written before folding changed is found by today's words after a migration."""

import sqlite3
from contextlib import closing

from tests.storage.earlier_library import put_earlier_library
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import SqliteLibrary, open_library
from videogen_desktop.storage.verify import verify

NOW = 1_796_011_400_000
# The version of commit 3e2cf6e left the Icelandic letter as it was.
AS_FOLDED_BEFORE = "prompt = 'Ðà Nẵng về đêm', prompt_folded = 'ða nang ve đem'"


def _found(library: SqliteLibrary, words: str) -> tuple[str, ...]:
    with library.reading() as rows:
        return rows.gallery.first(GalleryQuery(text=words), 200)


def test_old_prompts_are_found_by_plain_letters(places: Directories) -> None:
    put_earlier_library("3e2cf6e", places)
    with closing(sqlite3.connect(places.database, isolation_level=None)) as connection:
        (typed,) = connection.execute(
            "SELECT id FROM video WHERE deleted_at IS NULL LIMIT 1"
        ).fetchone()
        rule = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'video_frozen'")
        (frozen,) = rule.fetchone()
        connection.execute("DROP TRIGGER video_frozen")
        connection.execute(f"UPDATE video SET {AS_FOLDED_BEFORE} WHERE id = ?", (typed,))  # noqa: S608
        connection.execute(frozen)
        connection.execute("INSERT INTO video_search (video_search) VALUES ('rebuild')")
        before = dict(connection.execute("SELECT id, revision FROM video").fetchall())

    library = open_library(places, NOW)
    assert typed in _found(library, "da nang ve dem")
    assert _found(library, "Ðà") == _found(library, "đà")
    with library.reading() as rows:
        videos = {video.id: video for video in rows.videos.every()}
    assert videos[typed].prompt == "Ðà Nẵng về đêm"
    moved_on = {one for one, video in videos.items() if video.revision != before[one]}
    assert moved_on == {typed}
    assert {one.rule for one in verify(library)} <= {"body_changed"}
    library.close()
