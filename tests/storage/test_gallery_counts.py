"""What a large library is asked at every start is answered from an index."""

import pytest
from sqlalchemy import Connection, event

from tests.storage.filled_library import fill_library
from videogen_desktop.domain.gallery import GalleryQuery, GallerySort, StatusGroup
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
        assert "ix_video_state" in plan_of_last(rows.connection, asked)
        assert rows.files.having_any(rows.videos.deleted()) == ()
        assert "ix_video_deleted" in plan_of_last(rows.connection, asked)
        event.remove(rows.connection, "before_cursor_execute", note)


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
                assert "USING INDEX ix_video_gallery (library_id=? AND created_at" in plan
                # Backwards the index has the ids of one moment the other way round.
                sorted_ties = 0 if sort is GallerySort.NEWEST else 1
                assert plan.count("TEMP B-TREE") == plan.count("RIGHT PART") == sorted_ties
        event.remove(rows.connection, "before_cursor_execute", note)
