"""The way out of the library: copies under names of a template, joins, targets, folders."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from videogen_desktop.domain.clock import Clock, has_date
from videogen_desktop.domain.events import CopyEnded, ExportEnded
from videogen_desktop.domain.export import UseKind
from videogen_desktop.domain.file_names import (
    DEFAULT_TEMPLATE,
    NameParts,
    NameTemplate,
    suffix_of_copy,
)
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.copying import Copier
from videogen_desktop.storage.library import Library

FOLDER = "folder"


class Exporter:
    """Every method runs on the worker's loop.

    What takes long has an id of the caller's and is told of: ExportProgressed while it goes on, and
    one ExportEnded. Nothing unfinished ever has its final name, and no file is overwritten unless
    that was asked for.
    """

    def __init__(
        self,
        library: Library,
        copier: Copier,
        announcer: Announcer,
        clock: Clock,
        vendors: Vendors,
        zone: tzinfo | None = None,
    ) -> None:
        """`zone` is whose calendar names the day of a video; None is the system's."""
        self._library = library
        self._copier = copier
        self._announcer = announcer
        self._clock = clock
        self._vendors = vendors
        self._zone = zone
        self._tasks: dict[str, asyncio.Task[ExportEnded]] = {}

    async def save(
        self,
        video_ids: Sequence[str],
        folder: Path,
        template: str = DEFAULT_TEMPLATE,
        *,
        without_prompt: bool = False,
    ) -> tuple[CopyEnded, ...]:
        """Copy each clip into `folder`, in this order, under the first name of the template that no
        file has; told as Copier tells. `without_prompt` leaves out what the file says of itself.

        Returns how each ended; what came to be is counted. Raises NameTemplateError.
        """
        names = NameTemplate(template)
        ends = []
        for video_id in video_ids:
            ended = await self._copier.copy_named(
                video_id, folder, lambda *there: self._free_names(names, *there)
            )
            ends.append(ended)
            if ended.error is None and not ended.is_cancelled:
                await self.count([video_id], UseKind.EXPORT, FOLDER)
        return tuple(ends)

    async def count(
        self, video_ids: Sequence[str], kind: UseKind, target: str | None = None
    ) -> None:
        """Remember on this machine what was done with the videos, now; `target` says whereto: the
        name of an ExportTarget, of a place that was shared with, or `FOLDER`."""
        now = self._clock.now_ms()
        await self._library.write(lambda rows: rows.uses.add(video_ids, kind, target, now))

    async def cancel(self, export_id: str) -> None:
        """End the export and return when nothing of it is left; one that has ended is fine."""
        task = self._tasks.get(export_id)
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    async def close(self) -> None:
        """End every export."""
        for export_id in list(self._tasks):
            await self.cancel(export_id)

    def name_parts(self, video: Video) -> NameParts:
        """What a template's fields stand for in the video's name."""
        when = video.created_at if has_date(video.created_at) else 0
        day = datetime.fromtimestamp(when / 1000, UTC).astimezone(self._zone)
        title = video.title or video.prompt
        return NameParts(f"{day:%Y-%m-%d}", title, self._vendors.title(video.model_id))

    def _free_names(
        self, template: NameTemplate, video: Video, clip: Path, folder: Path
    ) -> Iterator[Path]:
        suffix = suffix_of_copy(clip)
        return (folder / f"{stem}{suffix}" for stem in template.stems(self.name_parts(video)))
