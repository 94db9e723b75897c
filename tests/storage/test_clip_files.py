"""Files get their name once they are whole, and never in another one's place."""

import asyncio
import errno
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from videogen_desktop.domain.errors import OutputRefusedError
from videogen_desktop.storage.clip_copies import copy_clip
from videogen_desktop.storage.clip_files import ClipFiles, PartFile
from videogen_desktop.storage.disk_reserve import ReserveWatch

_ID = "0f9c2a1e-0000-4000-8000-000000000001"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Đà Nẵng"
    made.mkdir()
    return made


@pytest.fixture
def files(folder: Path) -> ClipFiles:
    return ClipFiles(folder)


def _no_links(*_: Any) -> None:
    raise OSError(errno.EPERM, "a file system without links")


@pytest.fixture(params=["links", "no links"])
def link_support(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """exFAT and some network drives have no links."""
    if request.param == "no links":
        monkeypatch.setattr(Path, "hardlink_to", _no_links)


def test_a_download_goes_on_where_it_ended_and_shows_only_when_it_is_whole(
    files: ClipFiles, folder: Path
) -> None:
    async def walk() -> None:
        part = files.part_path(_ID)
        assert await files.size(part) == 0
        async with await files.open_part(part, 0) as file:
            await file.write(b"hello wor")
        async with await files.open_part(part, 6) as file:
            await file.write(b"you")
        assert part.read_bytes() == b"hello you"
        async with await files.open_part(part, 0) as file:
            await file.write(b"new")
        assert [path.name[0] for path in folder.iterdir()] == ["."]
        target = await files.free_name("Mèo", _ID)
        assert await files.publish(part, target)
        assert [path.name for path in folder.iterdir()] == ["Mèo.mp4"]
        assert target.read_bytes() == b"new"

    asyncio.run(walk())


@pytest.mark.parametrize("held", [None, b"ab"])
def test_a_beginning_that_is_gone_is_not_made_up_with_zeros(
    files: ClipFiles, held: bytes | None
) -> None:
    part = files.part_path(_ID)
    if held is not None:
        part.write_bytes(held)
    with pytest.raises(FileNotFoundError):
        asyncio.run(files.open_part(part, 5))
    assert part.read_bytes() == (held or b"")


@pytest.mark.usefixtures("link_support")
def test_publishing_never_overwrites(files: ClipFiles, folder: Path) -> None:
    part, target = files.part_path(_ID), folder / "clip.mp4"
    part.write_bytes(b"mine")
    target.write_bytes(b"another's")
    assert not asyncio.run(files.publish(part, target))
    assert target.read_bytes() == b"another's"
    assert part.read_bytes() == b"mine"
    assert not asyncio.run(files.was_published(part, target))


@pytest.mark.usefixtures("link_support")
def test_publishing_without_a_part_leaves_nothing(files: ClipFiles, folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        asyncio.run(files.publish(files.part_path(_ID), folder / "clip.mp4"))
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("link_support")
def test_a_published_part_is_gone(files: ClipFiles, folder: Path) -> None:
    part, target = files.part_path(_ID), folder / "clip.mp4"
    part.write_bytes(b"mine")
    assert asyncio.run(files.publish(part, target))
    assert [path.name for path in folder.iterdir()] == ["clip.mp4"]
    assert asyncio.run(files.was_published(part, target))


def test_a_crash_between_the_name_and_the_end_of_the_part_is_completed(
    files: ClipFiles, folder: Path
) -> None:
    part, target = files.part_path(_ID), folder / "clip.mp4"
    for finish in (files.publish, files.was_published):
        part.write_bytes(b"mine")
        target.hardlink_to(part)
        assert asyncio.run(finish(part, target))
        assert target.read_bytes() == b"mine"
        assert not part.exists()
        target.unlink()


def test_a_clip_that_was_never_named_was_not_published(files: ClipFiles, folder: Path) -> None:
    part, target = files.part_path(_ID), folder / "clip.mp4"
    assert not asyncio.run(files.was_published(part, target))
    part.write_bytes(b"mine")
    assert not asyncio.run(files.was_published(part, target))
    target.touch()  # claimed, and then the machine stopped
    assert not asyncio.run(files.was_published(part, target))
    assert part.read_bytes() == b"mine"


def test_there_is_always_a_free_name(files: ClipFiles, folder: Path) -> None:
    names = []
    for _ in range(6):
        target = asyncio.run(files.free_name("Mèo/Chó", _ID))
        target.touch()
        names.append(target.name)
    assert names == [
        "Mèo Chó.mp4",
        "Mèo Chó 0f9c2a1e.mp4",
        f"Mèo Chó {_ID}.mp4",
        *(f"Mèo Chó {_ID} ({number}).mp4" for number in (2, 3, 4)),
    ]
    assert len(os.fsencode(asyncio.run(files.free_name("ế" * 500, _ID)).name)) < 255


def test_discarding_twice_is_fine(files: ClipFiles) -> None:
    part = files.part_path(_ID)
    part.touch()
    for _ in range(2):
        asyncio.run(files.discard(part))
    assert not part.exists()


def test_a_copy_is_whole_or_not_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clip, output = folder / "clip.mp4", folder / "copy.mp4"
    clip.write_bytes(b"video" * 100_000)
    copy_clip(clip, output)
    assert output.read_bytes() == clip.read_bytes()
    with pytest.raises(OutputRefusedError) as caught:
        copy_clip(folder / "missing.mp4", folder / "other.mp4")
    assert caught.value.reason == "unwritable"
    with pytest.raises(OutputRefusedError) as caught:
        copy_clip(clip, output)
    assert caught.value.reason == "exists"

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputRefusedError):
        copy_clip(clip, folder / "half.mp4")
    assert sorted(path.name for path in folder.iterdir()) == ["clip.mp4", "copy.mp4"]


def test_a_part_whose_opening_is_cancelled_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    opened: list[PartFile] = []
    honest = PartFile.__init__

    def slow(part: PartFile, path: Path, offset: int, watch: ReserveWatch) -> None:
        begun.set()
        assert go_on.wait(30)
        honest(part, path, offset, watch)
        opened.append(part)

    monkeypatch.setattr(PartFile, "__init__", slow)

    async def cancelled() -> None:
        opening = asyncio.create_task(ClipFiles(tmp_path).open_part(tmp_path / "a.part", 0))
        await asyncio.to_thread(begun.wait, 30)
        opening.cancel()
        asyncio.get_running_loop().call_later(0.05, go_on.set)
        with pytest.raises(asyncio.CancelledError):
            await opening

    asyncio.run(cancelled())
    assert [part._file.closed for part in opened] == [True]
