"""Row 18 of the fault table: where nobody may write, everything can be looked at."""

import asyncio
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from tests.cli.conftest import Videogen
from tests.cli.test_broken_disk import in_own_process, without_roots_privilege
from tests.plugins.sandbox_process import SandboxFactory, SandboxProcess
from tests.requests import a_request
from videogen_desktop.cli.main import parse
from videogen_desktop.domain.errors import LibraryReadOnlyError, LibraryUnusableError
from videogen_desktop.domain.events import Event, ProblemReported
from videogen_desktop.engine.opening import EngineOptions, open_engine
from videogen_desktop.program.options import engine_options
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock

PROMPT = "Một con mèo chơi với cuộn len"


@contextmanager
def nobody_may_write(places: Directories) -> Iterator[None]:
    """Every folder and file of the library; root must give up its privilege besides."""
    kept = [places.data, *places.data.rglob("*")]
    modes = {path: path.stat().st_mode for path in kept}
    for path, mode in modes.items():
        path.chmod(mode & 0o555)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def keep_in_wal_mode(database: Path) -> None:
    """As a program does whose SQLite has the fix of the WAL-reset race."""
    with closing(sqlite3.connect(database)) as raw:
        assert raw.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)


@pytest.fixture
def server(sandbox: SandboxFactory, monkeypatch: pytest.MonkeyPatch) -> SandboxProcess:
    running = sandbox("--speed", "100")
    monkeypatch.setenv("VIDEOGEN_API_BASE", running.address)
    monkeypatch.setenv("VIDEOGEN_API_KEY", running.key)
    return running


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities of Linux")
def test_a_library_in_wal_mode_is_read_where_no_file_can_be_put_beside_it(
    videogen: Videogen, places: Directories, server: SandboxProcess
) -> None:
    assert videogen("generate", PROMPT, "--no-wait").code == 0
    keep_in_wal_mode(places.database)
    before = places.database.read_bytes()
    with nobody_may_write(places):
        listed = in_own_process("list", prepare=without_roots_privilege)
        verified = in_own_process("verify", prepare=without_roots_privilege)
    assert (listed.code, PROMPT in listed.out) == (0, True), listed
    assert verified.code == 0, verified
    assert places.database.read_bytes() == before
    assert videogen("verify").code == 0


@pytest.fixture
def window(videogen: Videogen, server: SandboxProcess) -> EngineOptions:
    """What a window opens, with one video in it that is not at its end."""
    assert videogen("generate", PROMPT, "--no-wait").code == 0
    return replace(engine_options(parse(["list"])), takes_requests=True)


def test_a_window_shows_what_it_may_not_write(
    window: EngineOptions, places: Directories, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_lock: FileEngineLock) -> NoReturn:
        raise LibraryUnusableError("read_only")

    async def story() -> None:
        heard: list[Event] = []
        engine = await open_engine(window, heard.append)
        try:
            opened = await engine.opened()
            (item,) = await engine.items(opened.first_page.ids)
            assert (item.video.prompt, opened.vendor.models) == (PROMPT, ())
            assert opened.balance.held or opened.balance.available
            assert [type(e.error) for e in heard if isinstance(e, ProblemReported)] == [
                LibraryReadOnlyError
            ]
            with pytest.raises(LibraryReadOnlyError):
                await engine.generate(a_request("Hai"))
            with pytest.raises(LibraryUnusableError):
                await engine.delete(item.video.id)
            await engine.refresh_balance()
        finally:
            await engine.close()

    before = places.database.read_bytes()
    monkeypatch.setattr(FileEngineLock, "acquire", refused)
    asyncio.run(story())
    assert places.database.read_bytes() == before


def test_a_window_without_a_library_it_may_write_says_so(
    window: EngineOptions, places: Directories, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_lock: FileEngineLock) -> NoReturn:
        raise LibraryUnusableError("read_only")

    async def open_it() -> None:
        await open_engine(window, lambda _event: None)

    monkeypatch.setattr(FileEngineLock, "acquire", refused)
    places.database.unlink()
    with pytest.raises(LibraryUnusableError) as told:
        asyncio.run(open_it())
    assert told.value.condition == "read_only"
    assert not places.database.exists()


@pytest.mark.full
@pytest.mark.skipif(sys.platform != "linux", reason="capabilities of Linux")
def test_the_real_window_opens_on_a_read_only_folder(
    window: EngineOptions, places: Directories, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    picture = tmp_path / "window.png"
    before = places.database.read_bytes()
    with nobody_may_write(places):
        run = in_own_process(
            "window", "--screenshot", os.fspath(picture), prepare=without_roots_privilege
        )
    assert run.code == 0, run.err
    assert picture.stat().st_size
    assert places.database.read_bytes() == before
