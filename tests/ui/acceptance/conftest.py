"""The real window on the real engine, over HTTP to the embedded sandbox, in a folder of its own."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.plugins.warm_processes import OwnCommand
from tests.requests import VENDORS
from tests.ui.acceptance.running_desktop import RunningDesktop
from videogen_desktop.domain.ledger import Balance, Movement, movement_of
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import Video
from videogen_desktop.engine import starting
from videogen_desktop.providers.sandbox import child
from videogen_desktop.sandbox.books import Books
from videogen_desktop.services.sending import Sender
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.library import open_reader
from videogen_desktop.storage.verify import verify
from videogen_desktop.ui import desktop
from videogen_desktop.ui.failure_hooks import FailureHooks

OpenDesktop = Callable[..., RunningDesktop]
HoldBack = Callable[[], None]

SECONDS_HELD_BACK = 30


@pytest.fixture(autouse=True)
def quick_children(warm_command: OwnCommand, monkeypatch: pytest.MonkeyPatch) -> None:
    for user in (starting, child):
        monkeypatch.setattr(user, "own_command", warm_command)


@pytest.fixture
def places(tmp_path: Path) -> Directories:
    """Where every window of the test keeps its things."""
    return directories(tmp_path / "data")


@pytest.fixture
def own_look(qapp: QApplication) -> Iterator[None]:
    """What a window makes of the application is undone."""
    palette, font, locale = qapp.palette(), qapp.font(), QLocale()
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    QLocale.setDefault(locale)


@pytest.fixture
def open_desktop(
    qtbot: QtBot,
    qapp: QApplication,
    own_look: None,
    places: Directories,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> Iterator[OpenDesktop]:
    """Opens the program's window: `sandbox` are options of its sandbox, the rest its own; `opens`
    is whether the library does.

    A window that does not end in order fails the test.
    """
    monkeypatch.setattr(desktop, "_application", lambda _without_screen: qapp)
    # Failures nobody caught belong to pytest-qt, which fails the test for them.
    monkeypatch.setattr(FailureHooks, "install", lambda _hooks: None)
    monkeypatch.setattr(FailureHooks, "remove", lambda _hooks: None)
    opened: list[RunningDesktop] = []

    def open_one(
        *options: str,
        sandbox: str = "--speed 100",
        opens: bool = True,
        vendors: Vendors = VENDORS,
    ) -> RunningDesktop:
        monkeypatch.setenv("VIDEOGEN_SANDBOX_ARGUMENTS", f"--clip small {sandbox}")
        running = RunningDesktop(
            qtbot, "--data-dir", str(places.data), "--theme", "light", *options, vendors=vendors
        )
        opened.append(running)
        running.open() if opens else running.fail_to_open()
        return running

    yield open_one
    for running in opened:
        running.end()
    complaints = [r.getMessage() for r in caplog.records if r.name == desktop.__name__]
    assert complaints == []


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> list[httpx.URL]:
    """The address of every HTTP request that leaves this process."""
    addresses: list[httpx.URL] = []
    send = httpx.AsyncClient.send

    async def noted(
        client: httpx.AsyncClient, request: httpx.Request, **options: Any
    ) -> httpx.Response:
        addresses.append(request.url)
        return await send(client, request, **options)

    monkeypatch.setattr(httpx.AsyncClient, "send", noted)
    return addresses


@pytest.fixture
def answers_held_back(monkeypatch: pytest.MonkeyPatch) -> HoldBack:
    """From the call on, the answer to a paid request arrives only once the engine is ending."""

    def hold_back() -> None:
        ending = threading.Event()
        send, stop = httpx.AsyncClient.send, Sender.stop

        async def late(
            client: httpx.AsyncClient, request: httpx.Request, **options: Any
        ) -> httpx.Response:
            answer = await send(client, request, **options)
            if request.method == "POST":
                assert await asyncio.to_thread(ending.wait, SECONDS_HELD_BACK)
            return answer

        def noted(sender: Sender) -> None:
            stop(sender)
            ending.set()

        monkeypatch.setattr(httpx.AsyncClient, "send", late)
        monkeypatch.setattr(Sender, "stop", noted)

    return hold_back


@pytest.fixture
def sandbox_books(places: Directories) -> Callable[[], Books]:
    """The sandbox's own books; close them (they are a context manager)."""
    return lambda: Books.open(places.local_server("sandbox"))


class OnDisk:
    """The library as another program would find it; every look checks the whole ledger."""

    def __init__(self, places: Directories) -> None:
        self._places = places

    def videos(self) -> tuple[Video, ...]:
        with open_reader(self._places) as library:
            assert verify(library) == ()
            with library.reading() as rows:
                return tuple(rows.videos.every())

    def video(self) -> Video:
        (video,) = self.videos()
        return video

    def video_with(self, video_id: str) -> Video:
        (video,) = [video for video in self.videos() if video.id == video_id]
        return video

    def statement(self) -> list[Movement]:
        """Every movement of the only wallet, oldest first."""
        with open_reader(self._places) as library, library.reading() as rows:
            lines = [movement_of(entry) for entry in rows.ledger.entries()]
        return [line for line in lines if line is not None]

    def balance(self) -> Balance:
        with open_reader(self._places) as library, library.reading() as rows:
            (wallet,) = rows.wallets.every()
            return rows.ledger.balance(wallet.id)

    def unfinished_files(self) -> list[Path]:
        """Parts of downloads and copies that nobody will finish."""
        return [path for path in self._places.data.rglob("*.part") if path.is_file()]


@pytest.fixture
def on_disk(places: Directories) -> OnDisk:
    return OnDisk(places)
