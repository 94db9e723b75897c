"""Clips back into the library: a folder of them, or the request of one that was dropped."""

import asyncio
import logging
from collections.abc import Callable, Collection, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from videogen_desktop.domain.aspect_ratio import LANDSCAPE, PORTRAIT
from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.clip_tags import (
    ClipTags,
    DroppedClip,
    ImportOutcome,
    ImportReport,
    parse_comment,
)
from videogen_desktop.domain.clock import Clock, is_past
from videogen_desktop.domain.errors import (
    ClipMissingError,
    MediaHelperError,
    NotPlayableError,
    UntaggedClipError,
)
from videogen_desktop.domain.parameter import ASPECT_RATIO
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import Video
from videogen_desktop.services.account import wallet_of
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.waiting import Stop
from videogen_desktop.storage.clip_files import clips_below, sha256_of, size_and_time
from videogen_desktop.storage.file_rows import FileCopy, FileRole
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

UNKNOWN_MODEL = "unknown"
Progress = Callable[[int, int], None]


class TagReader(Protocol):
    """The media helper, as far as importing needs it."""

    async def probe(self, path: Path) -> ClipFacts:
        """Raises NotPlayableError, MediaHelperError."""
        ...

    async def read_tags(self, path: Path) -> tuple[str, str]:
        """Title and comment. Raises NotPlayableError, MediaHelperError."""
        ...


@dataclass(frozen=True, slots=True)
class FoundClip:
    """A file that plays; `tags` None when it says nothing of itself. Time in UTC milliseconds."""

    path: Path
    bytes: int
    written_at: int
    sha256: str
    facts: ClipFacts
    tags: ClipTags | None


def _nobody(_done: int, _total: int) -> None:
    pass


class Importer:
    """Every method runs on the worker's loop. Nothing here ever writes into the ledger."""

    def __init__(
        self,
        records: "ImportRecords",
        media: TagReader,
        offered: Collection[str] = (),
        title: Callable[[str], str] = str,
    ) -> None:
        """`offered` are the ids of the models that a dropped clip's request can be made with,
        `title` what any vendor calls a model."""
        self._records = records
        self._media = media
        self._offered = frozenset(offered)
        self._title = title
        self._runs: dict[Stop, asyncio.Event] = {}

    async def stop(self) -> None:
        """End what is being imported and return when it has ended. The file under way is left
        out; what came in before stays."""
        runs = dict(self._runs)
        for stop in runs:
            stop.ask()
        for ended in runs.values():
            await ended.wait()

    async def dropped(self, path: Path) -> DroppedClip:
        """The request in a clip of ours, to restore the form with; nothing is written.

        Raises UntaggedClipError, NotPlayableError, ClipMissingError, MediaHelperError.
        """
        if not await asyncio.to_thread(path.is_file):
            raise ClipMissingError(path)
        _, comment = await self._media.read_tags(path)
        tags = parse_comment(comment)
        if tags is None:
            raise UntaggedClipError(path)
        return DroppedClip(
            request=tags.request,
            is_offered=tags.request.model_id in self._offered,
            cost=tags.cost,
            video_id=tags.video_id,
            model_title=self._title(tags.request.model_id),
        )

    async def import_folder(
        self, folder: Path, progress: Progress = _nobody, *, untagged: bool = False
    ) -> ImportReport:
        """Bring the clips in the folder and below into the library, where they lie.

        Clips that say nothing of themselves are left out, unless `untagged`: then the file's name
        is the prompt. What is known by path, video, task or content is not added again. Raises
        OSError when the folder cannot be read.
        """
        return await self._import_all(
            lambda stop: clips_below(folder, stop.is_asked), progress, untagged=untagged
        )

    async def import_paths(
        self, chosen: Sequence[Path], progress: Progress = _nobody, *, untagged: bool = False
    ) -> ImportReport:
        """The same with files, whatever they are called, and several folders."""
        return await self._import_all(
            lambda stop: _clips_of(chosen, stop), progress, untagged=untagged
        )

    async def _import_all(
        self,
        find: Callable[[Stop], Coroutine[Any, Any, Sequence[Path]]],
        progress: Progress,
        *,
        untagged: bool,
    ) -> ImportReport:
        stop, ended = Stop(), asyncio.Event()
        self._runs[stop] = ended
        try:
            paths = await stop.unless(find(stop))
            if paths is None:
                return ImportReport(is_stopped=True)
            return await self._import_each(paths, progress, stop, untagged=untagged)
        finally:
            del self._runs[stop]
            ended.set()

    async def _import_each(
        self, paths: Sequence[Path], progress: Progress, stop: Stop, *, untagged: bool
    ) -> ImportReport:
        files: dict[Path, ImportOutcome] = {}
        added: list[str] = []
        for number, path in enumerate(paths):
            progress(number, len(paths))
            came = await stop.unless(self._import(path, untagged=untagged))
            if came is None:
                return ImportReport(files, tuple(added), is_stopped=True, left=len(paths) - number)
            files[path], new_id = came
            if new_id is not None:
                added.append(new_id)
        progress(len(paths), len(paths))
        return ImportReport(files, tuple(added))

    async def _import(self, path: Path, *, untagged: bool) -> tuple[ImportOutcome, str | None]:
        try:
            return await self._imported(path, untagged=untagged)
        except (OSError, UnicodeError) as error:
            # Also a name that is not UTF-8: the library could not keep it.
            _log.warning("a clip to import cannot be read: %s", type(error).__name__)
            return ImportOutcome.UNREADABLE, None

    async def _imported(self, path: Path, *, untagged: bool) -> tuple[ImportOutcome, str | None]:
        if await self._records.has_file(path):
            return ImportOutcome.KNOWN, None
        # What may not be read is not called unplayable.
        size, written_at = await size_and_time(path)
        try:
            tags = parse_comment((await self._media.read_tags(path))[1])
            if tags is None and not untagged:
                return ImportOutcome.UNTAGGED, None
            facts = await self._media.probe(path)
        except NotPlayableError:
            return ImportOutcome.NOT_PLAYABLE, None
        except MediaHelperError:
            return ImportOutcome.UNREADABLE, None
        found = FoundClip(path, size, written_at, await sha256_of(path), facts, tags)
        known = await self._records.known(found) or await self._same_file(found)
        if known is not None:
            again = await self._records.found_again(known, found)
            return (ImportOutcome.FOUND_AGAIN if again else ImportOutcome.KNOWN), None
        added = await self._records.add(found)
        return (ImportOutcome.KNOWN if added is None else ImportOutcome.ADDED), added

    async def _same_file(self, found: FoundClip) -> str | None:
        for copy in await self._records.of_size(found.bytes):
            try:
                if await sha256_of(copy.path) == found.sha256:
                    return copy.video_id
            except OSError:
                continue
        return None


async def _clips_of(chosen: Sequence[Path], stop: Stop) -> list[Path]:
    paths: list[Path] = []
    for path in chosen:
        try:
            is_folder = await asyncio.to_thread(path.is_dir)
            found = await clips_below(path, stop.is_asked) if is_folder else [path.absolute()]
        except OSError:
            # The others come in; reading this one says why it did not.
            found = [path.absolute()]
        paths.extend(found)
    return paths


class ImportRecords:
    """The library's side of an import: it knows some clips already, and gets rows of the others.
    Worker thread only."""

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
        title=tags.own_title if tags else None,
        # Whoever imports clips has them, and has watched them.
        seen_at=now,
    )


def _untagged(found: FoundClip) -> VideoRequest:
    shape = LANDSCAPE if found.facts.width >= found.facts.height else PORTRAIT
    return VideoRequest(UNKNOWN_MODEL, found.path.stem, {ASPECT_RATIO: shape})


def _as_id(text: str, otherwise: str) -> str:
    is_uuid = len(text) == len(otherwise) and not set(text) - set("0123456789abcdef-")
    return text if is_uuid else otherwise
