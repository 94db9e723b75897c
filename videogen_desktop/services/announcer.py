"""Tells front ends what changed, as snapshots."""

from collections.abc import Callable, Sequence

from videogen_desktop.domain.errors import DiskFullError, VideoGenError
from videogen_desktop.domain.events import (
    BalanceChanged,
    CopyEnded,
    CopyProgressed,
    DownloadProgressed,
    DriftChanged,
    Event,
    OutboxChanged,
    ProblemReported,
    ReadingTrouble,
    VideoChanged,
    VideoRemoved,
)
from videogen_desktop.domain.expiry import expiry_of
from videogen_desktop.domain.reconciliation import Drift
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.library import Library

Publish = Callable[[Event], None]


def library_items(library: Library, videos: Sequence[Video]) -> tuple[LibraryItem, ...]:
    """The videos with what this machine has of them, in the same order."""
    ids = [video.id for video in videos]
    with library.read() as rows:
        files = rows.files.of_videos(ids)
        downloads = rows.downloads.of_videos(ids)
        elsewhere = rows.files.playing_elsewhere(ids)
    items = []
    for video in videos:
        copies = files.get(video.id, {})
        waiting = downloads.get(video.id)
        items.append(
            LibraryItem(
                video=video,
                clip=copies.get(FileRole.CLIP),
                poster=copies.get(FileRole.POSTER),
                strip=copies.get(FileRole.STRIP),
                clip_failure=waiting.last_failure if waiting else None,
                clip_attempts=waiting.attempts if waiting else 0,
                expires_at=expiry_of(video, has_clip=FileRole.CLIP in copies),
                result_gone=waiting is not None and waiting.gone_at is not None,
                plays_elsewhere=video.id in elsewhere,
            )
        )
    return tuple(items)


class Announcer:
    """Publishes on the worker's thread; the bridge carries it on."""

    def __init__(self, library: Library, publish: Publish) -> None:
        self._library = library
        self._publish = publish

    def changed(self, video: Video) -> None:
        """The video as it now is; a deleted one has left the gallery and is not announced."""
        if video.deleted_at is None:
            self._publish(VideoChanged(library_items(self._library, [video])[0]))

    def changed_many(self, videos: Sequence[Video]) -> None:
        """As `changed` for each, with one reading for all."""
        shown = [video for video in videos if video.deleted_at is None]
        for item in library_items(self._library, shown):
            self._publish(VideoChanged(item))

    def removed(self, video: Video) -> None:
        self._publish(VideoRemoved(video.id, video.revision))

    def balance(self, wallet_id: str) -> None:
        with self._library.read() as rows:
            balance = rows.ledger.balance(wallet_id)
        self._publish(BalanceChanged(balance))

    def download(self, video_id: str, received: int, total: int | None) -> None:
        self._publish(DownloadProgressed(video_id, received, total))

    def copying(self, video_id: str, copied: int, total: int) -> None:
        self._publish(CopyProgressed(video_id, copied, total))

    def copy_ended(self, ended: CopyEnded) -> None:
        self._publish(ended)

    def outbox(self, paused: DiskFullError | None, waiting: int) -> None:
        self._publish(OutboxChanged(paused, waiting))

    def drift(self, wallet_id: str, drift: Drift | None) -> None:
        self._publish(DriftChanged(wallet_id, drift))

    def reading_trouble(self, video_id: str, error: VideoGenError | None) -> None:
        self._publish(ReadingTrouble(video_id, error))

    def problem(self, error: VideoGenError) -> None:
        self._publish(ProblemReported(error))
