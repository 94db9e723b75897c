"""This machine's copies of a video's files; a path never stands in the library's own tables."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Result, Select, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.storage.tables import file_copy


class FileRole(StrEnum):
    CLIP = "clip"
    POSTER = "poster"
    STRIP = "strip"


@dataclass(frozen=True, slots=True)
class FileCopy:
    """A file on this disk; `bytes` is its size when it was written."""

    video_id: str
    role: FileRole
    path: Path
    bytes: int


# Built once: SQLAlchemy's construction costs more than SQLite's answer.
_PATHS = select(file_copy.c.video_id, file_copy.c.role, file_copy.c.path)
_OF_VIDEOS = _PATHS.where(file_copy.c.video_id.in_(bindparam("ids", expanding=True)))
# Stands for the codec of a clip that only another player shows.
ELSEWHERE = ""
_CLIPS = select(
    file_copy.c.video_id, file_copy.c.video_codec, file_copy.c.width, file_copy.c.height
).where(
    file_copy.c.video_id.in_(bindparam("ids", expanding=True)), file_copy.c.role == FileRole.CLIP
)
_HAVING_ANY = (
    select(file_copy.c.video_id)
    .where(file_copy.c.video_id.in_(bindparam("ids", expanding=True)))
    .distinct()
)
_HAVING_CLIP = select(file_copy.c.video_id).where(
    file_copy.c.video_id.in_(bindparam("ids", expanding=True)),
    file_copy.c.role == FileRole.CLIP,
    func.coalesce(file_copy.c.video_codec, "?") != ELSEWHERE,
)
# SQLite takes 32,766 parameters.
_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class ClipOnDisk:
    """Size in pixels, duration in milliseconds, bytes."""

    width: int | None
    height: int | None
    duration_ms: int | None
    bytes: int


class SeenClip(NamedTuple):
    """Width and height in pixels, where they are known, and whether nothing in this program decodes
    it."""

    sides: tuple[int, int] | None
    is_elsewhere: bool


class FileRows:
    """The file copies, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, copy: FileCopy, at: int, facts: ClipFacts | None = None) -> None:
        """Add the copy, or replace what was known of it."""
        values = {"path": str(copy.path), "bytes": copy.bytes, "created_at": at}
        if facts is not None:
            seen = facts.first_frame_decodes
            values |= {
                "width": facts.width if seen else None,
                "height": facts.height if seen else None,
                "duration_ms": facts.duration_ms if seen else None,
                "video_codec": facts.video_codec if seen else ELSEWHERE,
                "audio_codec": facts.audio_codec,
            }
        self._connection.execute(
            insert(file_copy)
            .values(video_id=copy.video_id, role=copy.role, **values)
            .on_conflict_do_update(index_elements=["video_id", "role"], set_=values)
        )

    def of_videos(self, video_ids: Sequence[str]) -> dict[str, dict[FileRole, Path]]:
        """Where each video's files are, by role."""
        return _paths(self._connection.execute(_OF_VIDEOS, {"ids": list(video_ids)}))

    def seen_clips(self, video_ids: Sequence[str]) -> dict[str, SeenClip]:
        """What was seen of each clip that is here."""
        found: dict[str, SeenClip] = {}
        for start in range(0, len(video_ids), _AT_ONCE):
            ids = list(video_ids[start : start + _AT_ONCE])
            for video_id, codec, width, height in self._connection.execute(_CLIPS, {"ids": ids}):
                sides = (width, height) if width and height else None
                found[video_id] = SeenClip(sides, codec == ELSEWHERE)
        return found

    def clip_facts(self, video_id: str) -> ClipOnDisk | None:
        """What is known of the clip; None while there is none."""
        row = self._connection.execute(
            select(
                file_copy.c.width, file_copy.c.height, file_copy.c.duration_ms, file_copy.c.bytes
            ).where(file_copy.c.video_id == video_id, file_copy.c.role == FileRole.CLIP)
        ).first()
        return None if row is None else ClipOnDisk(*row)

    def clips_below(self, folder: Path) -> tuple[FileCopy, ...]:
        """The clips in a folder, oldest first."""
        rows = self._connection.execute(
            select(file_copy)
            .where(file_copy.c.role == FileRole.CLIP)
            .order_by(file_copy.c.created_at, file_copy.c.video_id)
        )
        copies = (FileCopy(row.video_id, FileRole.CLIP, Path(row.path), row.bytes) for row in rows)
        return tuple(copy for copy in copies if copy.path.parent == folder)

    def having_any(self, video_ids: Sequence[str]) -> tuple[str, ...]:
        """Those of the videos that have a file here, in the order asked for."""
        return self._those(_HAVING_ANY, video_ids)

    def having_clip(self, video_ids: Sequence[str]) -> tuple[str, ...]:
        """Those of the videos whose clip is here and decodes, in the order asked for."""
        return self._those(_HAVING_CLIP, video_ids)

    def _those(self, query: Select[str], video_ids: Sequence[str]) -> tuple[str, ...]:
        found = set[str]()
        for start in range(0, len(video_ids), _AT_ONCE):
            ids = video_ids[start : start + _AT_ONCE]
            found.update(self._connection.execute(query, {"ids": ids}).scalars().all())
        return tuple(video_id for video_id in video_ids if video_id in found)

    def has_any(self, paths: Collection[Path]) -> bool:
        """Whether a file of the library is one of these."""
        wanted = [str(path) for path in paths]
        query = select(file_copy.c.video_id).where(file_copy.c.path.in_(wanted)).limit(1)
        return self._connection.execute(query).first() is not None

    def has_clip(self, path: Path) -> bool:
        """Whether a video has its clip there."""
        query = select(file_copy.c.video_id).where(
            file_copy.c.path == str(path), file_copy.c.role == FileRole.CLIP
        )
        return self._connection.execute(query).first() is not None

    def clips_of_size(self, size: int) -> tuple[FileCopy, ...]:
        """The clips that could be the same file, judged by their bytes."""
        query = select(file_copy).where(
            file_copy.c.role == FileRole.CLIP, file_copy.c.bytes == size
        )
        return tuple(
            FileCopy(row.video_id, FileRole.CLIP, Path(row.path), row.bytes)
            for row in self._connection.execute(query)
        )

    def forget(self, video_id: str, role: FileRole) -> None:
        """The file is no longer ours."""
        self._connection.execute(
            delete(file_copy).where(file_copy.c.video_id == video_id, file_copy.c.role == role)
        )

    def every(self) -> dict[str, dict[FileRole, Path]]:
        return _paths(self._connection.execute(_PATHS))


def _paths(rows: Result[str, str, str]) -> dict[str, dict[FileRole, Path]]:
    found: dict[str, dict[FileRole, Path]] = {}
    # All at once and by position: row by row they took twice as long, and the interpreter's lock
    # went to and fro at each (measured).
    for video_id, role, path in rows.all():
        found.setdefault(video_id, {})[FileRole(role)] = Path(path)
    return found
