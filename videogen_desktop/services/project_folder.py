"""A folder for an editing program: clips numbered in order, and lists of their order and cuts."""

import asyncio
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from videogen_desktop import held_files
from videogen_desktop.domain.edit_lists import EditedClip, edl, fcpxml
from videogen_desktop.domain.errors import MediaHelperError, NotPlayableError, OutputRefusedError
from videogen_desktop.domain.export import ClipPart, ExportStage
from videogen_desktop.domain.file_names import safe_stem, suffix_of_copy
from videogen_desktop.domain.text import beginning
from videogen_desktop.services.export_parts import (
    ClipMaker,
    Describing,
    Progress,
    noted,
    output_error,
)
from videogen_desktop.storage.clip_copies import copy_clip, write_text
from videogen_desktop.storage.durable_names import flush_folder
from videogen_desktop.storage.unfinished_files import UnfinishedFiles, part_beside

# Programs show some twenty letters of a name.
_TITLE_LETTERS = 40


class ProjectFolder:
    """Worker's loop. The folder has a hidden name until all of it is there."""

    def __init__(
        self, maker: ClipMaker, describing: Describing, unfinished: UnfinishedFiles
    ) -> None:
        self._maker = maker
        self._describing = describing
        self._unfinished = unfinished

    async def write(
        self,
        folder: Path,
        name: str,
        parts: Sequence[tuple[ClipPart, str]],
        progress: Progress,
        *,
        without_prompt: bool,
    ) -> tuple[Path, int]:
        """The new folder of the parts, each with its title, and how many of them say what was asked
        for though it was to be left out. Raises OutputRefusedError, ClipMissingError,
        NotPlayableError, ExportRefusedError, MediaHelperError."""
        stem = safe_stem(name)
        target = await asyncio.to_thread(_free_folder, folder, stem)
        async with noted(self._unfinished, part_beside(target)) as made:
            await asyncio.to_thread(_make_folder, made, target)
            clips, kept = [], 0
            for number, (part, title) in enumerate(parts, 1):
                progress(ExportStage.COPYING, number - 1, len(parts), number, len(parts))
                file = _name(number, len(parts), title, part.path)
                facts = await self._maker.look(part)
                is_bare = await self._copied(part.path, made / file, without_prompt=without_prompt)
                kept += without_prompt and not is_bare
                clips.append(EditedClip(target.absolute() / file, facts))
            for suffix, text in (("edl", edl(stem, clips)), ("fcpxml", fcpxml(stem, clips))):
                await asyncio.to_thread(write_text, made / f"{stem}.{suffix}", text)
            await asyncio.to_thread(_give_name, made, target)
        return target, kept

    async def _copied(self, clip: Path, copy: Path, *, without_prompt: bool) -> bool:
        """Whether the copy says nothing of what was asked for, where that is wanted."""
        is_bare = without_prompt
        if without_prompt:
            try:
                if await self._describing.write_undescribed(clip, copy):
                    return True
            except NotPlayableError:
                # It has to stay as it is.
                is_bare = False
            except MediaHelperError as error:
                raise await asyncio.to_thread(output_error, copy, error) from error
        await asyncio.to_thread(copy_clip, clip, copy)
        return is_bare


def _name(number: int, count_: int, title: str, clip: Path) -> str:
    digits = max(len(str(count_)), 2)
    stem = safe_stem(f"{number:0{digits}} {beginning(title, _TITLE_LETTERS)}")
    return f"{stem}{suffix_of_copy(clip)}"


def _free_folder(folder: Path, stem: str) -> Path:
    if not folder.is_dir():
        raise OutputRefusedError(folder / stem, "folder_missing")
    names = (stem if number == 1 else f"{stem} ({number})" for number in count(1))
    return next(path for name in names if not (path := folder / name).exists())


def _make_folder(made: Path, target: Path) -> None:
    try:
        made.mkdir()
    except OSError as error:
        raise OutputRefusedError(target, "unwritable") from error


def _give_name(made: Path, target: Path) -> None:
    if target.exists():
        # Whoever was faster keeps it.
        raise OutputRefusedError(target, "exists")
    try:
        flush_folder(made)
        held_files.replace(made, target)
        flush_folder(target.parent)
    except OSError as error:
        raise OutputRefusedError(target, "unwritable") from error
