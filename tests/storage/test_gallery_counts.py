"""What a large library is asked at every start is answered from an index."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Connection, event

from tests.storage.filled_library import fill_library
from videogen_desktop.domain.gallery import GalleryQuery, GallerySort, StatusGroup
from videogen_desktop.storage.gallery_rows import GalleryRows
from videogen_desktop.storage.library import SqliteLibrary


def plan_of_last(connection: Connection, asked: list[tuple[str, object]]) -> str:
    statement, parameters = asked[-1]
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
    return " ".join(row.detail for row in rows)


def test_counts_and_left_over_files_need_no_look_at_every_video(library: SqliteLibrary) -> None:
    asked: list[tuple[str, object]] = []

    def note(*call: object) -> None:
        asked.append((str(call[2]), call[3]))

    with library.reading() as rows:
        event.listen(rows.connection, "before_cursor_execute", note)
        found = rows.gallery.count_slice(GalleryQuery(status=StatusGroup.FAILED), 0)
        assert found.after is None
        assert rows.files.having_any(rows.videos.deleted()) == ()
        assert "ix_video_deleted" in plan_of_last(rows.connection, asked)
        event.remove(rows.connection, "before_cursor_execute", note)


NEW = GalleryQuery(status=StatusGroup.NEW)
INDEXED: dict[str, tuple[Callable[[GalleryRows], object], str]] = {
    "states": (
        lambda rows: rows.count_slice(GalleryQuery(), 0),
        "ix_video_state (library_id=? AND state=? AND rowid>? AND rowid<?)",
    ),
    "how many are new": (
        lambda rows: rows.count_slice(GalleryQuery(), 0),
        "ix_video_seen (library_id=? AND state=? AND seen_at=?)",
    ),
    "new since": (
        lambda rows: rows.first(replace(NEW, new_since=7), 60),
        "ix_video_seen (library_id=? AND state=? AND seen_at>?) USE TEMP",
    ),
    "where cards stand": (
        lambda rows: rows.marked_slice(GalleryQuery(), None, 7),
        "USING COVERING INDEX ix_video_gallery (library_id=?)",
    ),
    "models": (lambda rows: rows.models(), "ix_video_model_id (library_id=? AND model_id>?)"),
}


@pytest.mark.parametrize("name", INDEXED)
def test_a_million_videos_are_not_read_for_it(library: SqliteLibrary, name: str) -> None:
    asked: list[tuple[str, object]] = []

    def note(*call: object) -> None:
        asked.append((str(call[2]), call[3]))

    ask, expected = INDEXED[name]
    with library.reading() as rows:
        event.listen(rows.connection, "before_cursor_execute", note)
        ask(rows.gallery)
        event.remove(rows.connection, "before_cursor_execute", note)
        assert expected in " ".join(plan_of_last(rows.connection, [one]) for one in asked)


def test_a_family_needs_no_look_at_every_video(library: SqliteLibrary) -> None:
    asked: list[tuple[str, object]] = []

    def note(*call: object) -> None:
        asked.append((str(call[2]), call[3]))

    with library.reading() as rows:
        event.listen(rows.connection, "before_cursor_execute", note)
        for relatives, index in (
            (rows.videos.children_of, "ix_video_parent_id"),
            (rows.videos.takes_of, "ix_video_take_group_id"),
        ):
            assert relatives("a") == ()
            assert index in plan_of_last(rows.connection, asked)
        event.remove(rows.connection, "before_cursor_execute", note)


@pytest.mark.parametrize("sort", [GallerySort.NEWEST, GallerySort.OLDEST])
def test_a_part_by_date_is_a_range_of_the_index_and_needs_no_sort(
    library: SqliteLibrary, sort: GallerySort
) -> None:
    fill_library(library)
    asked: list[tuple[str, object]] = []
    with library.reading() as rows:
        (first, *_) = rows.gallery.first(GalleryQuery(sort=sort), 1)

        def note(*call: object) -> None:
            asked.append((str(call[2]), call[3]))

        event.listen(rows.connection, "before_cursor_execute", note)
        for part in (
            GalleryQuery(sort=sort, created_before=50),
            GalleryQuery(sort=sort, created_from=50),
        ):
            rows.gallery.first(part, 60)
            plans = [plan_of_last(rows.connection, asked)]
            for after in (None, first):
                rows.gallery.slice(part, after)
                plans.append(plan_of_last(rows.connection, asked))
            for plan in plans:
                assert "USING COVERING INDEX ix_video_gallery (library_id=? AND created_at" in plan
                # Backwards the index has the ids of one moment the other way round.
                sorted_ties = 0 if sort is GallerySort.NEWEST else 1
                assert plan.count("TEMP B-TREE") == plan.count("RIGHT PART") == sorted_ties
        event.remove(rows.connection, "before_cursor_execute", note)
