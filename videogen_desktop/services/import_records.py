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
from videogen_desktop.services.opening import wallet_of
from videogen_desktop.storage.file_rows import FileCopy, FileRole
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

    async def has_file(self, path: Path) -> bool:
        return await self._library.read(lambda rows: rows.files.has_clip(path))

    async def of_size(self, size: int) -> tuple[FileCopy, ...]:
        return await self._library.read(lambda rows: rows.files.clips_of_size(size))

    async def known(self, found: FoundClip) -> str | None:
        """The id of the video that this clip is, by video id, task id or content."""
        return await self._library.read(lambda rows: _known(rows, found))

    async def found_again(self, video_id: str, found: FoundClip) -> bool:
        """Take the file as the clip of a known video that has none here; False if it has one, was
        deleted, or has not ended: then its own end will bring the clip."""
        now = self._clock.now_ms()
        video = await self._library.write(lambda rows: _found_again(rows, video_id, found, now))
        return await self._told(video) is not None

    async def add(self, found: FoundClip) -> str | None:
        """A row of origin `imported`: it has no money, whatever its tags say it cost. None where it
        came in meanwhile."""
        now, new_id, wallet_id = self._clock.now_ms(), self._new_id(), self._new_id()
        provider = found.tags.provider if found.tags else self._vendors.practice.name
        key = (self._vendors.get(provider) or self._vendors.practice).wallet

        def change(rows: LibraryRows) -> Video | None:
            if _is_known(rows, found):
                return None
            # The library's first wallet of the provider: which server it was, no clip says.
            ours = [one for one in rows.wallets.every() if one.key.provider == provider]
            wallet = next(iter(ours), None) or wallet_of(rows, key, wallet_id, now)
            return _added(rows, found, _video(found, wallet.id, new_id, now), now)

        return await self._told(await self._library.write(change))

    async def _told(self, video: Video | None) -> str | None:
        if video is None:
            return None
        self._clip_is_here(video.id)
        await self._announcer.changed(video)
        return video.id


def _known(rows: LibraryRows, found: FoundClip) -> str | None:
    by_tags = None
    if found.tags is not None:
        by_tags = rows.videos.known_as(found.tags.video_id, found.tags.task_id)
    return by_tags or rows.videos.imported_from(found.sha256)


def _found_again(rows: LibraryRows, video_id: str, found: FoundClip, now: int) -> Video | None:
    video = rows.videos.get(video_id)
    clip = rows.files.of_videos([video_id]).get(video_id, {}).get(FileRole.CLIP)
    is_here = clip is not None and clip.exists()
    if is_here or video.deleted_at is not None or video.state is not VideoState.COMPLETED:
        return None
    _put(rows, video, found, now)
    number = video.result_number or 1
    rows.downloads.done(video_id, number)
    rows.events.add(video_id, "imported", now)
    return rows.videos.change(video, now, result_number=number)


def _is_known(rows: LibraryRows, found: FoundClip) -> bool:
    # Once more, where it is added: another import may have brought it.
    return _known(rows, found) is not None or rows.files.has_clip(found.path)


def _added(rows: LibraryRows, found: FoundClip, video: Video, now: int) -> Video:
    rows.videos.add(video)
    _put(rows, video, found, now)
    rows.events.add(video.id, "imported", now)
    return video


def _put(rows: LibraryRows, video: Video, found: FoundClip, now: int) -> None:
    copy = FileCopy(video.id, FileRole.CLIP, found.path, found.bytes)
    rows.files.put(copy, now, found.facts)


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
