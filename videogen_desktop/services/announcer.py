"""Changes, told to front ends as snapshots."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from videogen_desktop.domain.errors import DiskFullError, LibraryUnusableError, VideoGenError
from videogen_desktop.domain.events import (
    BalanceChanged,
    BatchChanged,
    CopyEnded,
    CopyProgressed,
    DownloadProgressed,
    DriftChanged,
    Event,
    ExportEnded,
    ExportProgressed,
    OutboxChanged,
    ProblemReported,
    QueueChanged,
    ReadingTrouble,
    VideoChanged,
    VideoRemoved,
)
from videogen_desktop.domain.ledger import Charge
from videogen_desktop.domain.reconciliation import Drift
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import HeldAnswer, LibraryItem, Video, expiry_of
from videogen_desktop.storage.download_rows import Download
from videogen_desktop.storage.file_rows import FileRole, SeenClip
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

Publish = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class _Said:
    """What the library says of some videos beside their rows: money, and by wallet how long its
    results are kept."""

    charges: Mapping[str, Charge]
    kept_ms: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class _Here:
    """What this machine has of them; it may have it in another place than the library is."""

    files: Mapping[str, Mapping[FileRole, Path]]
    downloads: Mapping[str, Download]
    clips: Mapping[str, SeenClip]


def library_items(
    rows: LibraryRows, videos: Sequence[Video], vendors: Vendors
) -> tuple[LibraryItem, ...]:
    """The videos with what this machine has of them and what the ledger says of each, in the same
    order; in the transaction that read the videos, so that all of it is of one moment."""
    if not videos:
        return ()
    ids = [video.id for video in videos]
    said, here = _Said(rows.ledger.charges(ids), {}), _Here({}, {}, {})
    # Before it is completed a video has neither files nor a result that expires; each of these
    # readings stood before the POST of a new one (1.2 ms of 9).
    if any(video.state is VideoState.COMPLETED for video in videos):
        kept_ms = {one.id: vendors.result_kept_ms(one.key.provider) for one in rows.wallets.every()}
        said = replace(said, kept_ms=kept_ms)
        here = _Here(
            rows.files.of_videos(ids),
            rows.downloads.of_videos(ids),
            rows.files.seen_clips(ids),
        )
    return tuple(_item(video, said, here, vendors.titles(video.model_id)) for video in videos)


def _item(video: Video, said: _Said, here: _Here, titles: tuple[str, str]) -> LibraryItem:
    copies = here.files.get(video.id, {})
    has_clip, clip = FileRole.CLIP in copies, here.clips.get(video.id)
    # Beside a clip that is here only further results of its task are still to come.
    waiting = None if has_clip else here.downloads.get(video.id)
    return LibraryItem(
        video=video,
        clip=copies.get(FileRole.CLIP),
        poster=copies.get(FileRole.POSTER),
        strip=copies.get(FileRole.STRIP),
        clip_failure=waiting.last_failure if waiting else None,
        clip_attempts=waiting.attempts if waiting else 0,
        expires_at=expiry_of(video, said.kept_ms.get(video.wallet_id), has_clip=has_clip),
        result_gone=waiting is not None and waiting.gone_at is not None,
        plays_elsewhere=clip is not None and clip.is_elsewhere,
        sides=None if clip is None else clip.sides,
        charge=said.charges.get(video.id),
        model_title=titles[0],
        vendor_title=titles[1],
    )


class Announcer:
    """Publishes on the worker's thread; the bridge carries it on.

    It tells of what has happened already, so nothing here raises: a library that could not be read
    at that moment, or a listener with a defect, once kept an accepted video from being followed.
    """

    def __init__(self, library: Library, publish: Publish, vendors: Vendors) -> None:
        self._library = library
        self._listener = publish
        self._vendors = vendors
        self._held: dict[str, HeldAnswer] = {}
        self._reported: dict[str, int] = {}
        self._untold: set[str] = set()
        self._untold_wallets: set[str] = set()
        self._followers: list[Callable[[Video], None]] = []

    def follow(self, heard: Callable[[Video], None]) -> None:
        """Have it hear of each video that is different, deleted ones too; it must not raise."""
        self._followers.append(heard)

    async def changed(self, video: Video) -> None:
        """The video as it now is; a deleted one has left the gallery and is not announced."""
        await self.changed_many([video])

    async def changed_many(self, videos: Sequence[Video]) -> None:
        """As `changed` for each, with one reading for all."""
        self._tell_followers(videos)
        shown = [video for video in videos if video.deleted_at is None]
        try:
            items = await self.items(shown)
        except LibraryUnusableError as error:
            _log.warning("told without files: %s", error.condition)
            self._untold.update(video.id for video in shown)
            # Before it is completed a video has none.
            items = tuple(
                self._without_files(video)
                for video in shown
                if video.state is not VideoState.COMPLETED
            )
        else:
            await self._catch_up()
        for item in items:
            self._publish(VideoChanged(item))

    async def items(self, videos: Sequence[Video]) -> tuple[LibraryItem, ...]:
        """See `library_items`, with the answers that are held. Raises LibraryUnusableError."""
        items = await self._library.read(lambda rows: library_items(rows, videos, self._vendors))
        if not self._held and not self._reported:
            return items
        return tuple(map(self.remembered, items))

    def remembered(self, item: LibraryItem) -> LibraryItem:
        """With what only memory knows of it."""
        video = item.video
        reported = None if video.is_terminal else self._reported.get(video.id)
        return replace(item, held=self._held.get(video.id), reported=reported)

    def _without_files(self, video: Video) -> LibraryItem:
        held, (model, vendor) = self._held.get(video.id), self._vendors.titles(video.model_id)
        return LibraryItem(video, held=held, model_title=model, vendor_title=vendor)

    async def hold(self, video: Video, held: HeldAnswer) -> bool:
        """An answer about the video cannot be written for now; False where that was told."""
        if self._held.get(video.id) == held:
            return False
        self._held[video.id] = held
        await self.changed(video)
        return True

    def let_go(self, video_id: str) -> None:
        """It stands in the library: what is announced next says so."""
        self._held.pop(video_id, None)

    def reported(self, video_id: str, amount: int) -> bool:
        """The provider says what a video that has not ended costs, in hundredths; False where it
        had said so before. It is shown with what is announced next."""
        if self._reported.get(video_id) == amount:
            return False
        self._reported[video_id] = amount
        return True

    def forget_reported(self, video_id: str) -> None:
        """It has ended: what it cost stands in the library."""
        self._reported.pop(video_id, None)

    def _tell_followers(self, videos: Sequence[Video]) -> None:
        for heard in self._followers:
            for video in videos:
                heard(video)

    def removed(self, video: Video) -> None:
        self._tell_followers([video])
        self._publish(VideoRemoved(video.id, video.revision))

    async def balance(self, wallet_id: str) -> None:
        try:
            balance = await self._library.read(lambda rows: rows.ledger.balance(wallet_id))
        except LibraryUnusableError as error:
            _log.warning("no balance told: %s", error.condition)
            self._untold_wallets.add(wallet_id)
            return
        self._publish(BalanceChanged(balance))

    async def _catch_up(self) -> None:
        """The library can be read again: tell what could not be told, or not whole."""
        ids, wallets = self._untold, self._untold_wallets
        self._untold, self._untold_wallets = set(), set()
        if ids:
            try:
                videos = await self._library.read(lambda rows: rows.videos.many(tuple(ids)))
            except LibraryUnusableError:
                # It was only there for a moment.
                self._untold |= ids
            else:
                await self.changed_many(videos)
        for wallet_id in wallets:
            await self.balance(wallet_id)

    def _publish(self, event: Event) -> None:
        try:
            self._listener(event)
        except Exception:  # noqa: BLE001 - the money does not wait for who listens
            _log.exception("a listener failed at %s", type(event).__name__)

    def download(self, video_id: str, received: int, total: int | None) -> None:
        self._publish(DownloadProgressed(video_id, received, total))

    def copying(self, video_id: str, copied: int, total: int) -> None:
        self._publish(CopyProgressed(video_id, copied, total))

    def copy_ended(self, ended: CopyEnded) -> None:
        self._publish(ended)

    def exporting(self, told: ExportProgressed | ExportEnded) -> None:
        self._publish(told)

    def outbox(self, paused: DiskFullError | None, waiting: int) -> None:
        self._publish(OutboxChanged(paused, waiting))

    def drift(self, wallet_id: str, drift: Drift | None) -> None:
        self._publish(DriftChanged(wallet_id, drift))

    def reading_trouble(self, video_id: str, error: VideoGenError | None, since: int = 0) -> None:
        self._publish(ReadingTrouble(video_id, error, since))

    def batches(self, event: BatchChanged | QueueChanged) -> None:
        self._publish(event)

    def problem(self, error: VideoGenError) -> None:
        self._publish(ProblemReported(error))
