"""The timeline of each video: facts as they became known, never changed."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from videogen_desktop.domain.video import TimelineEvent
from videogen_desktop.storage.tables import video_event


class EventRows:
    """The library's timelines, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def add(self, video_id: str, kind: str, at: int, **detail: object) -> None:
        self._connection.execute(
            insert(video_event).values(
                library_id=self._library_id,
                video_id=video_id,
                kind=kind,
                at=at,
                detail=json.dumps(detail, ensure_ascii=False) if detail else None,
            )
        )

    def add_many(self, video_ids: Sequence[str], kind: str, at: int) -> None:
        """The same fact about each of these videos."""
        rows = [
            {"library_id": self._library_id, "video_id": video_id, "kind": kind, "at": at}
            for video_id in video_ids
        ]
        if rows:
            self._connection.execute(insert(video_event), rows)

    def of_video(self, video_id: str) -> tuple[TimelineEvent, ...]:
        """In the order in which they became known."""
        rows = self._connection.execute(
            select(video_event.c.seq, video_event.c.kind, video_event.c.at, video_event.c.detail)
            .where(
                video_event.c.library_id == self._library_id,
                video_event.c.video_id == video_id,
            )
            .order_by(video_event.c.seq)
        )
        return tuple(
            TimelineEvent(row.seq, row.kind, row.at, json.loads(row.detail) if row.detail else {})
            for row in rows
        )
