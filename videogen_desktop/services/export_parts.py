"""The parts that all ways out of the library share: helpers, part files, errors of the place."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from videogen_desktop.domain.clip_tags import ClipTags, joined_comment
from videogen_desktop.domain.errors import (
    DiskFullError,
    MediaHelperError,
    OutputRefusedError,
    VideoGenError,
)
from videogen_desktop.domain.export import (
    Bars,
    ClipCut,
    ClipPart,
    ExportPlan,
    ExportStage,
    ExportTarget,
    MadeClip,
    PartFacts,
)
from videogen_desktop.domain.video import Video
from videogen_desktop.storage import disk_reserve
from videogen_desktop.storage.unfinished_files import UnfinishedFiles

_FULL = frozenset({"ENOSPC", "EDQUOT", "EFBIG"})
_UNWRITABLE = frozenset({"EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR", "EIO", "EINVAL"})
Progress = Callable[[ExportStage, int, int, int, int], None]


class ClipMaker(Protocol):
    """The export helper."""

    async def prepare(self) -> None: ...

    async def make(self, plan: ExportPlan, destination: Path, progress: Progress) -> MadeClip:
        """Raises NotPlayableError, ExportRefusedError, MediaHelperError."""
        ...

    async def look(self, part: ClipPart) -> PartFacts:
        """Raises as `make`."""
        ...

    async def close(self) -> None: ...


class Describing(Protocol):
    """The media helper, as far as leaving words out needs it."""

    async def write_undescribed(self, path: Path, destination: Path) -> bool:
        """Raises NotPlayableError, MediaHelperError."""
        ...


@dataclass(frozen=True, slots=True)
class Cutting:
    """A cut with what the library has of its video."""

    cut: ClipCut
    video: Video
    clip: Path
    tags: ClipTags

    @property
    def part(self) -> ClipPart:
        return ClipPart(self.clip, self.cut.start_ms, self.cut.end_ms)


@asynccontextmanager
async def noted(unfinished: UnfinishedFiles, part: Path) -> AsyncIterator[Path]:
    """See UnfinishedFiles.noted; its files are touched on other threads."""
    noting = unfinished.noted(part)
    await asyncio.to_thread(noting.__enter__)
    try:
        yield part
    finally:
        await asyncio.shield(asyncio.to_thread(noting.__exit__, None, None, None))


def need_room(output: Path, plan: ExportPlan) -> None:
    """Look whether there is room for about as much as the clips have, before it is written: the
    disk of the library keeps its reserve. Blocks; raises OutputRefusedError."""
    try:
        size = sum(part.path.stat().st_size for part in plan.parts)
        if plan.target is not None and plan.target.most_bytes is not None:
            size = min(size, plan.target.most_bytes)
        if reserve := disk_reserve.reserve_of(output.parent, plan.parts[0].path):
            disk_reserve.need_room(output.parent, size, reserve)
    except DiskFullError as error:
        raise OutputRefusedError(output, "full") from error
    except OSError as error:
        reason = "unwritable" if output.parent.is_dir() else "folder_missing"
        raise OutputRefusedError(output, reason) from error


def output_error(output: Path, error: MediaHelperError) -> VideoGenError:
    """What kept the helper from writing there, where that is what it was. Blocks."""
    reason = str(error.args[0]) if error.args else ""
    if reason in _FULL:
        return OutputRefusedError(output, "full")
    if reason in _UNWRITABLE:
        is_there = output.parent.is_dir()
        return OutputRefusedError(output, "unwritable" if is_there else "folder_missing")
    return error


def plan_of(
    chosen: Sequence[Cutting], target: ExportTarget | None, bars: Bars, *, without_prompt: bool
) -> ExportPlan:
    """A joined file says of itself what its first part says, and lists them all."""
    parts = tuple(one.part for one in chosen)
    if without_prompt:
        return ExportPlan(parts, target, bars)
    first = chosen[0].tags
    if len(chosen) == 1:
        return ExportPlan(parts, target, bars, first.title, first.comment)
    comment = joined_comment([(one.tags, one.cut.start_ms, one.cut.end_ms) for one in chosen])
    return ExportPlan(parts, target, bars, first.title, comment)
