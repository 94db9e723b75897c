"""Clips back into the library: a folder of them, or the request of one that was dropped."""

import asyncio
import logging
from collections.abc import Callable, Collection, Coroutine, Sequence
from pathlib import Path
from typing import Any, Protocol

from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.clip_tags import (
    DroppedClip,
    ImportOutcome,
    ImportReport,
    parse_comment,
)
from videogen_desktop.domain.errors import (
    ClipMissingError,
    MediaHelperError,
    NotPlayableError,
    UntaggedClipError,
)
from videogen_desktop.services.import_records import FoundClip, ImportRecords
from videogen_desktop.services.waiting import Stop
from videogen_desktop.storage.clip_files import clips_below, sha256_of, size_and_time

_log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]


class TagReader(Protocol):
    """The media helper, as far as importing needs it."""

    async def probe(self, path: Path) -> ClipFacts:
        """Raises NotPlayableError, MediaHelperError."""
        ...

    async def read_tags(self, path: Path) -> tuple[str, str]:
        """Title and comment. Raises NotPlayableError, MediaHelperError."""
        ...


def _nobody(_done: int, _total: int) -> None:
    pass


class Importer:
    """Every method runs on the worker's loop. Nothing here ever writes into the ledger."""

    def __init__(
        self,
        records: ImportRecords,
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
