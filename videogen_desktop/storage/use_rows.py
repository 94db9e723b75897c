"""The uses of videos on this machine: played, exported, shared."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select

from videogen_desktop.domain.export import UseKind
from videogen_desktop.storage.tables import video_use


class UseRows:
    """The uses of this machine, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, video_ids: Sequence[str], kind: UseKind, target: str | None, at: int) -> None:
        """One use of each of the videos; `target` says whereto, `at` is in UTC milliseconds."""
        if video_ids:
            values = {"kind": kind.value, "target": target, "at": at}
            rows = [{"video_id": video_id, **values} for video_id in video_ids]
            self._connection.execute(insert(video_use), rows)

    def take_back(self, video_id: str, kind: UseKind, at: int) -> None:
        """One use of then was none."""
        of_then = (video_use.c.video_id == video_id, video_use.c.at == at)
        last = select(func.max(video_use.c.seq)).where(*of_then, video_use.c.kind == kind.value)
        self._connection.execute(delete(video_use).where(video_use.c.seq == last.scalar_subquery()))

    def counts(self, video_id: str) -> dict[UseKind, int]:
        """How often this was done with the video; nothing of what never was."""
        found = self._connection.execute(
            select(video_use.c.kind, func.count())
            .where(video_use.c.video_id == video_id)
            .group_by(video_use.c.kind)
        )
        return {UseKind(kind): count for kind, count in found}
