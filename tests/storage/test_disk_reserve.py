"""What writes a lot leaves the reserve of the disk free, on a disk that is really full."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.plugins.small_disk import MIB, SmallDisk
from videogen_desktop.domain.errors import (
    DiskFullError,
    LibraryUnusableError,
    OutputRefusedError,
)
from videogen_desktop.storage.backup import back_up, findings_of_copy
from videogen_desktop.storage.clip_copies import copy_clip, copy_to_first_free
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.disk_reserve import RESERVE_BYTES, free_bytes
from videogen_desktop.storage.library import open_library
from videogen_desktop.storage.unfinished_files import UnfinishedFiles

AT = 1_795_000_000_000
CLIP_BYTES = 4 * MIB


@pytest.fixture
def clip(small_disk: SmallDisk) -> Path:
    clip = small_disk.path / "clip.mp4"
    clip.write_bytes(bytes(CLIP_BYTES))
    return clip


def save_as(clip: Path, target: Path) -> None:
    saved(clip, target, lambda _copied, _total: None)


def saved(clip: Path, target: Path, progress: Callable[[int, int], None]) -> None:
    notes = UnfinishedFiles(clip.parent.parent / "notes")
    asyncio.run(copy_to_first_free(clip, [target], progress, unfinished=notes))


@pytest.mark.parametrize("copy", [save_as, copy_clip])
def test_a_copy_beside_the_library_leaves_the_reserve(
    small_disk: SmallDisk, clip: Path, copy: Callable[[Path, Path], None]
) -> None:
    small_disk.fill_to(RESERVE_BYTES + CLIP_BYTES)
    with pytest.raises(OutputRefusedError) as refused:
        copy(clip, small_disk.path / "a.mp4")
    assert refused.value.reason == "full"
    assert {path.name for path in small_disk.path.iterdir()} == {"clip.mp4", "others"}
    small_disk.give_back()
    copy(clip, small_disk.path / "a.mp4")
    assert free_bytes(small_disk.path) >= RESERVE_BYTES


def test_a_copy_that_others_leave_no_room_for_ends_before_the_reserve(
    small_disk: SmallDisk, clip: Path
) -> None:
    least: list[int] = []

    def others_write(copied: int, _total: int) -> None:
        if copied == MIB:
            small_disk.fill_to(RESERVE_BYTES + 3 * MIB)
        least.append(free_bytes(small_disk.path))

    with pytest.raises(OutputRefusedError) as refused:
        saved(clip, small_disk.path / "a.mp4", others_write)
    assert refused.value.reason == "full"
    assert min(least) >= RESERVE_BYTES
    assert {path.name for path in small_disk.path.iterdir()} == {"clip.mp4", "others"}


def test_a_stick_may_be_filled_to_its_last_byte(small_disk: SmallDisk, tmp_path: Path) -> None:
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(bytes(CLIP_BYTES))
    small_disk.fill_to(CLIP_BYTES)
    save_as(clip, small_disk.path / "a.mp4")
    assert free_bytes(small_disk.path) == 0
    with pytest.raises(OutputRefusedError) as refused:
        save_as(clip, small_disk.path / "b.mp4")
    assert refused.value.reason == "full"
    assert {path.name for path in small_disk.path.iterdir()} == {"a.mp4", "others"}


def a_library(folder: Path) -> tuple[Directories, str]:
    places = directories(folder / "data")
    library = open_library(places, AT)
    library.close()
    return places, library.library_id


def test_a_backup_and_a_look_leave_the_reserve_and_no_part(small_disk: SmallDisk) -> None:
    places, library_id = a_library(small_disk.path)
    good = back_up(places.database, places.backups, library_id, AT)
    small_disk.fill_to(RESERVE_BYTES)
    for write in (
        lambda: back_up(places.database, places.backups, library_id, AT + 1),
        lambda: findings_of_copy(places.database, places.backups),
    ):
        with pytest.raises(LibraryUnusableError) as unusable:
            write()
        assert unusable.value.condition == "disk_full"
        assert list(places.backups.iterdir()) == [good]
    small_disk.give_back()
    assert findings_of_copy(places.database, places.backups) == ()


def test_a_second_folder_on_a_disk_of_its_own_needs_no_reserve(
    small_disk: SmallDisk, tmp_path: Path
) -> None:
    places, library_id = a_library(tmp_path)
    small_disk.fill_to(8 * MIB)
    assert back_up(places.database, small_disk.path, library_id, AT).exists()
    small_disk.fill()
    with pytest.raises(LibraryUnusableError) as unusable:
        back_up(places.database, small_disk.path, library_id, AT + 3_600_000)
    assert unusable.value.condition == "disk_full"
    assert len(list(small_disk.path.glob("library-*"))) == 1


def test_no_room_is_found_for_the_copy_with_tags_of_a_clip_that_said_no_length(
    small_disk: SmallDisk,
) -> None:
    files = ClipFiles(small_disk.path)
    small_disk.fill_to(RESERVE_BYTES + 6 * MIB)
    asyncio.run(files.need_copy_space(MIB))
    with pytest.raises(DiskFullError):
        asyncio.run(files.need_copy_space(3 * MIB))
