"""The library's side of an import: what is known already, and the row of what is new."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from videogen_desktop.domain.aspect_ratio import LANDSCAPE, PORTRAIT
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.clip_tags import ClipTags
from videogen_desktop.domain.clock import Clock, is_past
from videogen_desktop.domain.model import ASPECT_RATIO
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.opening import find_or_add_wallet
from videogen_desktop.storage.file_rows import FileCopy, FileRole
from videogen_desktop.storage.import_rows import ImportRows
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

UNKNOWN_MODEL = "unknown"


@dataclass(frozen=True, slots=True)
class FoundClip:
    """A file that plays; `tags` None when it says nothing of itself. Time in UTC milliseconds."""

    path: Path
    bytes: int
    written_at: int
    sha256: str
    facts: ClipFacts
    tags: ClipTags | None


class ImportRecords:
    """Worker thread only."""

    def __init__(
        self,
        library: Library,
        announcer: Announcer,
        clock: Clock,
        new_id: Callable[[], str],
        vendors: Vendors,
        clip_is_here: Callable[[str], None] = lambda _video_id: None,
    ) -> None:
        """`clip_is_here` is told of each video that has its clip from now on."""
        self._library = library
        self._announcer = announcer
        self._clock = clock
        self._new_id = new_id
        self._vendors = vendors
        self._clip_is_here = clip_is_here

    def has_file(self, path: Path) -> bool:
        with self._library.reading() as rows:
            return self._imports(rows).has_file(path)

    def of_size(self, size: int) -> tuple[FileCopy, ...]:
        with self._library.reading() as rows:
            return self._imports(rows).clips_of_size(size)

    def known(self, found: FoundClip) -> str | None:
        """The id of the video that this clip is, by video id, task id or content."""
        with self._library.reading() as rows:
            imports = self._imports(rows)
            by_tags = None
            if found.tags is not None:
                by_tags = imports.video_of(found.tags.video_id, found.tags.task_id)
            return by_tags or imports.imported_from(found.sha256)

    def found_again(self, video_id: str, found: FoundClip) -> bool:
        """Take the file as the clip of a known video that has none here; False if it has one, was
        deleted, or has not ended: then its own end will bring the clip."""
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            video = rows.videos.get(video_id)
            clip = rows.files.of_videos([video_id]).get(video_id, {}).get(FileRole.CLIP)
            is_here = clip is not None and clip.exists()
            if is_here or video.deleted_at is not None or video.state is not VideoState.COMPLETED:
                return False
            self._put(rows, video, found, now)
            number = video.result_number or 1
            rows.downloads.done(video_id, number)
            rows.events.add(video_id, "imported", now)
            video = rows.videos.change(video, now, result_number=number)
        self._announcer.changed(video)
        self._clip_is_here(video.id)
        return True

    def add(self, found: FoundClip) -> str:
        """A row of origin `imported`: it has no money, whatever its tags say it cost."""
        wallet_id = self._wallet_of(found.tags)
        video = _video(found, wallet_id, self._new_id(), self._clock.now_ms())
        with self._library.writing() as rows:
            rows.videos.add(video)
            self._put(rows, video, found, self._clock.now_ms())
            rows.events.add(video.id, "imported", self._clock.now_ms())
        self._announcer.changed(video)
        self._clip_is_here(video.id)
        return video.id

    def _put(self, rows: LibraryRows, video: Video, found: FoundClip, now: int) -> None:
        copy = FileCopy(video.id, FileRole.CLIP, found.path, found.bytes)
        rows.files.put(copy, now, found.facts)

    def _wallet_of(self, tags: ClipTags | None) -> str:
        """The library's first wallet of the provider: which server it was, no clip says."""
        practice = self._vendors.practice
        provider = tags.provider if tags else practice.name
        with self._library.reading() as rows:
            for wallet in rows.wallets.every():
                if wallet.key.provider == provider:
                    return wallet.id
        key = (self._vendors.get(provider) or practice).wallet
        return find_or_add_wallet(self._library, key, self._new_id, self._clock.now_ms()).id

    def _imports(self, rows: LibraryRows) -> ImportRows:
        return ImportRows(rows.connection, self._library.library_id)


def _video(found: FoundClip, wallet_id: str, new_id: str, now: int) -> Video:
    tags = found.tags
    written_at = found.written_at if is_past(found.written_at, now) else 0
    # Where the tags name no moment that can be, it is unknown: the file's date is that of a copy.
    created_at = tags.created_at if tags else written_at
    return Video(
        # The id of its own: the same clip imported on two machines is one video.
        id=_as_id(tags.video_id, new_id) if tags else new_id,
        wallet_id=wallet_id,
        request=tags.request if tags else _untagged(found),
        price=tags.cost if tags else 0,
        # Nobody asked for it here: what identifies it is its content.
        request_sha256=found.sha256,
        state=VideoState.COMPLETED,
        created_at=created_at if is_past(created_at, now) else 0,
        updated_at=written_at or now,
        revision=1,
        task_id=tags.task_id if tags else None,
        origin=Origin.IMPORTED,
        ended_at=written_at or now,
    )


def _untagged(found: FoundClip) -> VideoRequest:
    shape = LANDSCAPE if found.facts.width >= found.facts.height else PORTRAIT
    return VideoRequest(UNKNOWN_MODEL, found.path.stem, {ASPECT_RATIO: shape})


def _as_id(text: str, otherwise: str) -> str:
    is_uuid = len(text) == len(otherwise) and not set(text) - set("0123456789abcdef-")
    return text if is_uuid else otherwise
