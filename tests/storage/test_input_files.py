"""Files that go into requests: one for each content, whole or not there, whoever brings them."""

import asyncio
import hashlib
import multiprocessing
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from videogen_desktop.domain.errors import InputLostError, LibraryUnusableError
from videogen_desktop.storage import disk_reserve
from videogen_desktop.storage.input_files import InputFiles

BODY = os.urandom(3_000_000)
SHA256 = hashlib.sha256(BODY).hexdigest()


async def kept(files: InputFiles, body: bytes = BODY, mime: str = "image/png") -> tuple[str, int]:
    part = await files.new_part(len(body))
    part.write_bytes(body)
    return await files.keep(part, mime)


def everything(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_file_lies_under_what_it_holds_for_its_owner_to_read(tmp_path: Path) -> None:
    files = InputFiles(tmp_path / "inputs")
    assert asyncio.run(kept(files)) == (SHA256, len(BODY))
    path = tmp_path / "inputs" / SHA256[:2] / f"{SHA256}.png"
    assert everything(tmp_path) == [path]
    assert path.read_bytes() == BODY
    assert asyncio.run(files.path_of(SHA256)) == asyncio.run(files.checked(SHA256)) == path
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o400
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_same_content_twice_is_one_file_that_is_not_touched(tmp_path: Path) -> None:
    files = InputFiles(tmp_path)
    asyncio.run(kept(files))
    path = asyncio.run(files.path_of(SHA256))
    before = path.stat()
    assert asyncio.run(kept(files)) == (SHA256, len(BODY))
    assert everything(tmp_path) == [path]
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_damaged_file_is_lost_until_it_is_brought_again(tmp_path: Path) -> None:
    files = InputFiles(tmp_path)
    asyncio.run(kept(files))
    path = asyncio.run(files.path_of(SHA256))
    path.chmod(0o600)
    path.write_bytes(BODY[:-1])
    path.chmod(0o400)
    with pytest.raises(InputLostError):
        asyncio.run(files.checked(SHA256))
    asyncio.run(kept(files))
    assert asyncio.run(files.checked(SHA256)).read_bytes() == BODY


@pytest.mark.parametrize(
    "name", ["0" * 64, "../secret", SHA256.upper(), SHA256[:-1], f"{SHA256}\n", "", "\0" * 64]
)
def test_what_is_not_kept_is_lost_and_no_name_leads_elsewhere(tmp_path: Path, name: str) -> None:
    files = InputFiles(tmp_path / "a" / "inputs")
    asyncio.run(kept(files))
    (tmp_path / "secret.png").write_bytes(b"of nobody's request")
    with pytest.raises(InputLostError) as lost:
        asyncio.run(files.path_of(name))
    assert lost.value.sha256 == name
    assert asyncio.run(files.missing([SHA256, name, SHA256])) == (name,)


def test_a_part_that_is_discarded_leaves_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        files = InputFiles(tmp_path)
        part = await files.new_part(10)
        part.write_bytes(b"half")
        await files.discard(part)
        await files.discard(part)

    asyncio.run(story())
    assert everything(tmp_path) == []


def test_what_a_dead_process_left_is_removed_and_what_a_living_one_does_stays(
    tmp_path: Path,
) -> None:
    files = InputFiles(tmp_path)
    dead, living = (asyncio.run(files.new_part(10)) for _ in range(2))
    yesterday = time.time() - 86_400
    os.utime(dead, (yesterday, yesterday))
    asyncio.run(kept(files))
    assert not dead.exists()
    assert living.exists()


def test_without_room_nothing_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk_reserve, "free_bytes", lambda _folder: 80 << 20)
    files = InputFiles(tmp_path)
    asyncio.run(files.discard(asyncio.run(files.new_part(1 << 20))))
    with pytest.raises(LibraryUnusableError) as full:
        asyncio.run(files.new_part(40 << 20))
    assert full.value.condition == "disk_full"
    assert everything(tmp_path) == []


def test_a_folder_that_is_none_says_so(tmp_path: Path) -> None:
    (tmp_path / "inputs").write_text("in the way")
    with pytest.raises(LibraryUnusableError):
        asyncio.run(InputFiles(tmp_path / "inputs").new_part(1))


def _bring(folder: Path, ready: "multiprocessing.synchronize.Barrier") -> None:
    async def story() -> None:
        files = InputFiles(folder)
        for number in range(40):
            body = number.to_bytes(4) * 1_000
            part = await files.new_part(len(body))
            part.write_bytes(body)
            ready.wait(60)
            await files.keep(part, "image/jpeg")

    asyncio.run(story())


def test_processes_that_bring_the_same_at_once_leave_each_once_and_whole(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(3)
    bringers = [context.Process(target=_bring, args=(tmp_path, ready)) for _ in range(3)]
    for one in bringers:
        one.start()
    for one in bringers:
        one.join(120)
    assert [one.exitcode for one in bringers] == [0, 0, 0]
    found = everything(tmp_path)
    assert len(found) == 40
    assert all(hashlib.sha256(path.read_bytes()).hexdigest() == path.stem for path in found)
