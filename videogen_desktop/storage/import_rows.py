"""What an import asks the library, so that no clip comes in twice."""

from pathlib import Path

from sqlalchemy import Connection, select

from videogen_desktop.domain.states import Origin
from videogen_desktop.storage.file_rows import FileCopy, FileRole
from videogen_desktop.storage.tables import file_copy, video


class ImportRows:
    """Within one transaction, over all wallets and over deleted videos too."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def has_file(self, path: Path) -> bool:
        """Whether a video has its clip there."""
        query = select(file_copy.c.video_id).where(
            file_copy.c.path == str(path), file_copy.c.role == FileRole.CLIP
        )
        return self._connection.execute(query).first() is not None

    def video_of(self, video_id: str, task_id: str | None) -> str | None:
        """The id of the video with this id, else of the first one that is this task."""
        known = video.c.id == video_id
        if task_id is not None:
            known |= video.c.task_id == task_id
        query = select(video.c.id).where(video.c.library_id == self._library_id, known)
        found = self._connection.execute(query.order_by(video.c.id != video_id, video.c.seq))
        return found.scalars().first()

    def imported_from(self, sha256: str) -> str | None:
        """The id of the video that was imported from a file with this content."""
        query = select(video.c.id).where(
            video.c.library_id == self._library_id,
            video.c.origin == Origin.IMPORTED,
            video.c.request_sha256 == sha256,
        )
        return self._connection.execute(query).scalars().first()

    def clips_of_size(self, size: int) -> tuple[FileCopy, ...]:
        """The clips that could be the same file, judged by their bytes."""
        query = select(file_copy).where(
            file_copy.c.role == FileRole.CLIP, file_copy.c.bytes == size
        )
        return tuple(
            FileCopy(row.video_id, FileRole.CLIP, Path(row.path), row.bytes)
            for row in self._connection.execute(query)
        )
