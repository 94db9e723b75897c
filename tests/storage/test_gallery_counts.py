"""What a large library is asked at every start is answered from an index."""

from sqlalchemy import Connection, event

from videogen_desktop.domain.gallery import GalleryQuery, StatusGroup
from videogen_desktop.storage.library import Library


def plan_of_last(connection: Connection, asked: list[tuple[str, object]]) -> str:
    statement, parameters = asked[-1]
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
    return " ".join(row.detail for row in rows)


def test_counts_and_left_over_files_need_no_look_at_every_video(library: Library) -> None:
    asked: list[tuple[str, object]] = []

    def note(*call: object) -> None:
        asked.append((str(call[2]), call[3]))

    with library.read() as rows:
        event.listen(rows.connection, "before_cursor_execute", note)
        found = rows.gallery.count_slice(GalleryQuery(status=StatusGroup.FAILED), 0)
        assert found.after is None
        assert "ix_video_state" in plan_of_last(rows.connection, asked)
        assert rows.files.of_deleted_videos() == ()
        assert "ix_video_deleted" in plan_of_last(rows.connection, asked)
        event.remove(rows.connection, "before_cursor_execute", note)
