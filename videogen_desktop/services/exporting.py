"""The way out of the library: copies under names of a template, joins, targets, project folders."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

from videogen_desktop.domain.clip_tags import tags_of
from videogen_desktop.domain.clock import Clock, has_date
from videogen_desktop.domain.errors import (
    ClipMissingError,
    ExportRefusedError,
    LibraryUnusableError,
    MediaHelperError,
    NotPlayableError,
    OutputRefusedError,
    VideoGenError,
)
from videogen_desktop.domain.events import CopyEnded, ExportEnded, ExportProgressed
from videogen_desktop.domain.export import (
    Bars,
    ClipCut,
    ExportPlan,
    ExportStage,
    ExportTarget,
    UseKind,
    video_ids,
)
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
from videogen_desktop.services.export_parts import (
    ClipMaker,
    Cutting,
    Describing,
    Progress,
    need_room,
    noted,
    output_error,
    plan_of,
)
from videogen_desktop.storage.clip_copies import publish
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows
from videogen_desktop.storage.unfinished_files import UnfinishedFiles, part_beside

_log = logging.getLogger(__name__)

# Whereto a use is counted that has no target's name.
JOIN, PROJECT = "join", "project"
MOST_CLIPS = 500


class Exporter:
    """Every method runs on the worker's loop.

    What takes long has an id of the caller's and is told of: ExportProgressed while it goes on, and
    one ExportEnded, which is returned too. Nothing unfinished ever has its final name, and no file
    is overwritten unless that was asked for.
    """

    def __init__(
        self,
        library: Library,
        copier: Copier,
        maker: ClipMaker,
        describing: Describing,
        unfinished: UnfinishedFiles,
        announcer: Announcer,
        clock: Clock,
        vendors: Vendors,
        zone: tzinfo | None = None,
    ) -> None:
        """`zone` is whose calendar names the day of a video; None is the system's."""
        self._library = library
        self._copier = copier
        self._maker = maker
        self._describing = describing
        self._unfinished = unfinished
        self._announcer = announcer
        self._clock = clock
        self._vendors = vendors
        self._zone = zone
        self._tasks: dict[str, asyncio.Task[ExportEnded]] = {}

    async def prepare(self) -> None:
        """Start the helper that joins and encodes, so that what is asked next need not wait."""
        await self._maker.prepare()

    async def save(
        self,
        video_ids: Sequence[str],
        folder: Path,
        template: str = DEFAULT_TEMPLATE,
        *,
        without_prompt: bool = False,
    ) -> tuple[CopyEnded, ...]:
        """Copy each clip into `folder`, in this order, under the first name of the template that no
        file has; told as Copier tells. `without_prompt` leaves out what the file says of itself in
        words; one with content credentials stays as it is, which is told with it.

        Returns how each ended; what came to be is counted. Raises NameTemplateError.
        """
        names, without = NameTemplate(template), without_prompt
        return tuple(
            [await self._saved(one, folder, names, without_prompt=without) for one in video_ids]
        )

    async def join(
        self,
        export_id: str,
        cuts: Sequence[ClipCut],
        output: Path,
        *,
        target: ExportTarget | None = None,
        bars: Bars = Bars.BLURRED,
        without_prompt: bool = False,
        overwrite: bool = False,
    ) -> ExportEnded:
        """One file of the cuts in order: copied where they match, else encoded anew as the first
        is, or as the target wants it. With `overwrite` a file there is replaced, never one of the
        library's own."""

        async def work() -> ExportEnded:
            chosen = await self._chosen(cuts)
            await self._check_output(output, overwrite=overwrite)
            plan = plan_of(chosen, target, bars, without_prompt=without_prompt)
            made = await self._made(export_id, plan, iter((output,)), overwrite=overwrite)
            name = JOIN if target is None else target.name
            await self._counted(video_ids(cuts), name)
            return ExportEnded(export_id, (made,))

        return await self._run(export_id, work())

    async def export(
        self,
        export_id: str,
        cuts: Sequence[ClipCut],
        folder: Path,
        target: ExportTarget,
        template: str = DEFAULT_TEMPLATE,
        *,
        bars: Bars = Bars.BLURRED,
        without_prompt: bool = False,
    ) -> ExportEnded:
        """Each cut as a file of its own in `folder`, made fit for the target, under a name of the
        template that no file has. Raises NameTemplateError."""
        names, done = NameTemplate(template), list[Path]()

        async def work() -> ExportEnded:
            chosen = await self._chosen(cuts)
            for number, one in enumerate(chosen, 1):
                plan = plan_of([one], target, bars, without_prompt=without_prompt)
                free = self._free_names(names, one.video, Path("a.mp4"), folder)
                place = number, len(chosen)
                done.append(await self._made(export_id, plan, free, place=place))
                await self._counted([one.video.id], target.name)
            return ExportEnded(export_id, tuple(done))

        return await self._run(export_id, work(), done)

    async def project(
        self,
        export_id: str,
        cuts: Sequence[ClipCut],
        folder: Path,
        name: str,
        *,
        without_prompt: bool = False,
    ) -> ExportEnded:
        """A new folder of that name in `folder`, for an editing program: the whole clips numbered
        in order, an EDL and an FCPXML of their order with its cuts. A name that is taken gets a
        number."""
        from videogen_desktop.services.project_folder import ProjectFolder

        async def work() -> ExportEnded:
            chosen = await self._chosen(cuts)
            writing = ProjectFolder(self._maker, self._describing, self._unfinished)
            parts = [(one.part, one.video.title or one.video.prompt) for one in chosen]
            told = self._telling(export_id)
            wanted = (folder, name, parts, told)
            made, kept = await writing.write(*wanted, without_prompt=without_prompt)
            await self._counted(video_ids(cuts), PROJECT)
            return ExportEnded(export_id, (made,), keeping_words=kept)

        return await self._run(export_id, work())

    async def count(
        self, video_ids: Sequence[str], kind: UseKind, target: str | None = None
    ) -> None:
        """Remember on this machine what was done with the videos, now; `target` says whereto: the
        name of an ExportTarget, of a place that was shared with, or `copying.FOLDER`."""
        now = self._clock.now_ms()
        await self._library.write(lambda rows: rows.uses.add(video_ids, kind, target, now))

    async def _counted(self, video_ids: Sequence[str], target: str) -> None:
        """As an export, whatever became of the library: the files are there."""
        try:
            await self.count(video_ids, UseKind.EXPORT, target)
        except LibraryUnusableError as error:
            _log.warning("an export was not counted: %s", error.condition)

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
        await self._maker.close()

    def name_parts(self, video: Video) -> NameParts:
        """What a template's fields stand for in the video's name."""
        when = video.created_at if has_date(video.created_at) else 0
        day = datetime.fromtimestamp(when / 1000, UTC).astimezone(self._zone)
        title = video.title or video.prompt
        return NameParts(f"{day:%Y-%m-%d}", title, self._vendors.title(video.model_id))

    # --- one export -------------------------------------------------------------------------

    async def _run(
        self,
        export_id: str,
        work: Coroutine[Any, Any, ExportEnded],
        done: Sequence[Path] = (),
    ) -> ExportEnded:
        task = asyncio.create_task(self._ended(export_id, work, done), name=f"export {export_id}")
        self._tasks[export_id] = task
        task.add_done_callback(lambda _task: self._tasks.pop(export_id, None))
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            # Whoever waited has gone; nobody else would end it.
            task.cancel()
            await asyncio.wait([task])
            raise

    async def _ended(
        self, export_id: str, work: Coroutine[Any, Any, ExportEnded], done: Sequence[Path]
    ) -> ExportEnded:
        try:
            ended = await work
        except asyncio.CancelledError:
            ended = ExportEnded(export_id, tuple(done), is_cancelled=True)
        except VideoGenError as error:
            ended = ExportEnded(export_id, tuple(done), error)
        self._announcer.exporting(ended)
        return ended

    async def _chosen(self, cuts: Sequence[ClipCut]) -> list[Cutting]:
        if not 0 < len(cuts) <= MOST_CLIPS:
            raise ExportRefusedError("no_clips")

        def chosen(rows: LibraryRows) -> list[Cutting]:
            wanted = video_ids(cuts)
            videos = {video_id: rows.videos.get(video_id) for video_id in wanted}
            files = rows.files.of_videos(wanted)
            providers = {one.id: one.key.provider for one in rows.wallets.every()}
            found = []
            for cut in cuts:
                video, clip = videos[cut.video_id], files.get(cut.video_id, {}).get(FileRole.CLIP)
                if clip is None:
                    raise ClipMissingError
                tags = tags_of(video, providers[video.wallet_id])
                found.append(Cutting(cut, video, clip, tags))
            return found

        found = await self._library.read(chosen)
        for one in found:
            if not await asyncio.to_thread(one.clip.is_file):
                raise ClipMissingError(one.clip)
        return found

    async def _check_output(self, output: Path, *, overwrite: bool) -> None:
        if await asyncio.to_thread(output.exists) and not overwrite:
            raise OutputRefusedError(output, "exists")
        same = {output, await asyncio.to_thread(output.resolve)}
        if await self._library.read(lambda rows: rows.files.has_any(same)):
            raise OutputRefusedError(output, "in_library")

    async def _made(
        self,
        export_id: str,
        plan: ExportPlan,
        names: Iterator[Path],
        *,
        place: tuple[int, int] | None = None,
        overwrite: bool = False,
    ) -> Path:
        """The file under the first of the names that is free, or that may be overwritten."""
        first = next(names)
        await asyncio.to_thread(need_room, first, plan)
        async with noted(self._unfinished, part_beside(first)) as part:
            try:
                await self._maker.make(plan, part, self._telling(export_id, place))
            except MediaHelperError as error:
                raise await asyncio.to_thread(output_error, first, error) from error

            def every() -> Iterator[Path]:
                yield first
                yield from names

            return await publish(part, every(), overwrite=overwrite)

    def _telling(self, export_id: str, place: tuple[int, int] | None = None) -> Progress:
        def tell(stage: ExportStage, done: int, total: int, number: int, count: int) -> None:
            told = ExportProgressed(export_id, stage, done, total, number, count)
            if place is not None:
                told = replace(told, number=place[0], count=place[1])
            self._announcer.exporting(told)

        return tell

    # --- copies -----------------------------------------------------------------------------

    async def _saved(
        self, video_id: str, folder: Path, names: NameTemplate, *, without_prompt: bool
    ) -> CopyEnded:
        def free(video: Video, clip: Path, place: Path) -> Iterator[Path]:
            return self._free_names(names, video, clip, place)

        keeps_words = False
        if without_prompt:
            try:
                ended = await self._saved_without(video_id, folder, free)
            except NotPlayableError:
                keeps_words = True
            else:
                if ended is not None:
                    self._announcer.copy_ended(ended)
                    return ended
        return await self._copier.copy_named(video_id, folder, free, keeps_words=keeps_words)

    async def _saved_without(
        self, video_id: str, folder: Path, free: Callable[[Video, Path, Path], Iterator[Path]]
    ) -> CopyEnded | None:
        """None where the clip says nothing. Raises NotPlayableError where it has to stay as it
        is."""
        try:
            (one,) = await self._chosen([ClipCut(video_id)])
            first = next(free(one.video, one.clip, folder))
            async with noted(self._unfinished, part_beside(first)) as part:
                try:
                    if not await self._describing.write_undescribed(one.clip, part):
                        return None
                except MediaHelperError as error:
                    raise await asyncio.to_thread(output_error, first, error) from error
                target = await publish(part, free(one.video, one.clip, folder))
        except NotPlayableError:
            raise
        except VideoGenError as error:
            return CopyEnded(video_id, folder, error)
        await self._copier.made(video_id, target)
        return CopyEnded(video_id, target)

    def _free_names(
        self, template: NameTemplate, video: Video, clip: Path, folder: Path
    ) -> Iterator[Path]:
        suffix = suffix_of_copy(clip)
        return (folder / f"{stem}{suffix}" for stem in template.stems(self.name_parts(video)))
