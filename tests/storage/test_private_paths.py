"""What the program keeps is readable by its owner alone, whatever the umask is."""

import asyncio
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import ended, start_process
from videogen_desktop.domain.settings import Settings
from videogen_desktop.storage.backup import back_up
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.library import open_library
from videogen_desktop.storage.private_paths import make_private, private_folder
from videogen_desktop.storage.settings import save_settings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
OTHERS = 0o077


@pytest.fixture(params=[0o000, 0o022], ids=["umask 000", "umask 022"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def _open_to_others(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): stat.filemode(path.stat().st_mode)
        for path in (folder, *folder.rglob("*"))
        if path.stat().st_mode & OTHERS and "videos" not in path.parts
    }


def _at(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_whole_job_leaves_nothing_open_to_others(tmp_path: Path, umask: int) -> None:
    data = tmp_path / "a" / "data"
    words = ("generate", "Một con mèo", "--yes", "--data-dir", str(data))
    quick = {"VIDEOGEN_SANDBOX_ARGUMENTS": "--speed 100 --clip small"}
    assert ended(start_process(*words, environment=quick)).code == 0
    shown = {path for path in _open_to_others(data) if not path.startswith("cache")}
    # What is below a folder that nobody else enters is out of reach; what counts is there twice.
    assert {name for name in shown if not name.startswith("sandbox")} == set()
    assert _at(data / "sandbox") == _at(data / "cache") == 0o700
    assert _at(tmp_path / "a") == 0o700
    (clip,) = (data / "videos").glob("*.mp4")
    assert _at(clip) == 0o666 & ~umask


def test_what_was_open_to_others_no_longer_is(made: Directories, umask: int) -> None:
    save_settings(made.settings, Settings())
    back_up(made.database, made.backups, "0" * 36, 1)
    kept = [made.task_journal, made.database.with_name("library.sqlite-journal")]
    kept += [made.engine_lock, made.logs / "videogen.log", made.logs / "videogen.log.1"]
    made.logs.mkdir()
    for path in kept:
        path.touch()
    for path in (made.data, *made.data.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    open_library(made, 2).close()
    assert _open_to_others(made.data) == {}


def test_a_copy_elsewhere_is_private_and_its_folder_the_users(
    made: Directories, tmp_path: Path, umask: int
) -> None:
    elsewhere = tmp_path / "disk"
    elsewhere.mkdir()
    copy = back_up(made.database, elsewhere, "0" * 36, 1)
    assert _at(copy) == 0o600
    assert _at(elsewhere) == 0o777 & ~umask


def test_a_part_is_private_until_it_is_the_users_clip(tmp_path: Path) -> None:
    files = ClipFiles(tmp_path / "videos")
    part = files.part_path("x")

    async def download() -> Path:
        async with await files.open_part(part, 0) as file:
            await file.write(b"clip")
        assert _at(part) == 0o600
        target = await files.free_name("x", "x")
        assert await files.publish(part, target)
        return target

    clip = asyncio.run(download())
    umask = os.umask(0)
    os.umask(umask)
    assert _at(clip) == 0o666 & ~umask


def test_a_folder_that_others_need_keeps_its_rights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared, home = tmp_path / "tmp", tmp_path / "home" / "me"
    shared.mkdir()
    shared.chmod(0o1777)
    home.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    for folder in (shared, home, home.parent):
        before = _at(folder)
        private_folder(folder)
        assert _at(folder) == before
    make_private(directories(shared).database)  # there is none
