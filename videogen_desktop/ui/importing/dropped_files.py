"""What is being dragged over the window: one clip, several, or something else."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData

_CLIPS = frozenset({".mp4", ".mov", ".m4v"})


class DropKind(StrEnum):
    """What would become of it."""

    RESTORE = "restore"
    IMPORT = "import"
    FOREIGN = "foreign"


class DroppedFiles(NamedTuple):
    """`paths` are what can be taken."""

    kind: DropKind
    paths: tuple[Path, ...] = ()


def dropped_files(data: QMimeData) -> DroppedFiles | None:
    """None for what is no file, such as text: it is not the window's."""
    local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if not local:
        return None
    folders = [path for path in local if path.is_dir()]
    clips = [path for path in local if path not in folders and path.suffix.lower() in _CLIPS]
    if not folders and len(clips) == 1:
        return DroppedFiles(DropKind.RESTORE, tuple(clips))
    if folders or clips:
        return DroppedFiles(DropKind.IMPORT, (*folders, *clips))
    return DroppedFiles(DropKind.FOREIGN)
