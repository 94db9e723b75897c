"""`generate` while a window runs: the request goes through the database, and is paid once."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import FAST, Videogen, ended, start_process
from videogen_desktop.cli.main import parse
from videogen_desktop.domain.events import Event, VideoChanged
from videogen_desktop.domain.states import VideoState
from videogen_desktop.engine.opening import open_engine
from videogen_desktop.program.options import engine_options
from videogen_desktop.sandbox.books import Books
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.services.worker import BackgroundWorker
from videogen_desktop.storage.directories import Directories

PROMPT = "Một con mèo chơi với cuộn len"
PATIENCE = 60


class OpenWindow:
    """The engine that a window runs, on a thread of its own."""

    def __init__(self) -> None:
        self._worker = BackgroundWorker()
        self._engine: WalletEngine | None = None
        self._reached: dict[VideoState, threading.Event] = {}

    def __enter__(self) -> "OpenWindow":
        self._worker.start()
        options = engine_options(parse(["list"]))
        options = replace(options, takes_requests=True)
        opening = self._worker.submit(open_engine(options, self._heard))
        self._engine = opening.result(PATIENCE)
        return self

    def close(self) -> None:
        engine, self._engine = self._engine, None
        if engine is not None:
            self._worker.submit(engine.close()).result(PATIENCE)

    def __exit__(self, *_error: object) -> None:
        with contextlib.suppress(Exception):
            self.close()
        assert self._worker.stop(PATIENCE * 1000)

    def until(self, state: VideoState) -> None:
        assert self._event(state).wait(PATIENCE)

    def _event(self, state: VideoState) -> threading.Event:
        return self._reached.setdefault(state, threading.Event())

    def _heard(self, event: Event) -> None:
        if isinstance(event, VideoChanged):
            self._event(event.item.video.state).set()


@pytest.fixture
def window(places: Directories) -> Iterator[OpenWindow]:
    with OpenWindow() as window:
        yield window


@pytest.mark.usefixtures("window")
def test_the_window_makes_it_and_the_terminal_gets_it(
    videogen: Videogen, sandbox_books: Callable[[], Books], tmp_path: Path
) -> None:
    output = tmp_path / "cat.mp4"
    run = videogen("generate", PROMPT, "--aspect", "portrait", "--output", str(output), "--json")
    assert run.code == 0, run.err
    assert run.json["state"] == "completed"
    assert output.read_bytes() == Path(run.json["file"]).read_bytes()
    assert "Completed" in run.err
    shown = videogen("show", run.json["id"], "--json").json
    assert shown["prompt"] == PROMPT
    assert videogen("verify").code == 0
    with sandbox_books() as books:
        assert [charge.amount for charge in books.charges()] == [100_00]


def test_what_the_window_refuses_the_terminal_says(
    videogen: Videogen, faults: Callable[..., None], sandbox_books: Callable[[], Books]
) -> None:
    faults(options="--credits 99")
    with OpenWindow():
        run = videogen("generate", PROMPT, "--json")
    assert run.code == 3
    assert "99 available" in run.json["error"]
    with sandbox_books() as books:
        assert list(books.create_requests()) == []


def test_a_window_in_another_wallet_is_not_asked(
    videogen: Videogen, window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIDEOGEN_API_KEY", "key-of-this-run")
    run = videogen("generate", PROMPT, "--api-base", "http://127.0.0.1:9", "--json")
    assert run.code == 6
    assert "another wallet" in run.json["error"]
    assert videogen("list", "--json").json["videos"] == []


def test_the_terminal_goes_on_alone_when_the_window_closes(
    videogen: Videogen,
    window: OpenWindow,
    sandbox_books: Callable[[], Books],
    tmp_path: Path,
) -> None:
    output = tmp_path / "cat.mp4"
    slow = {"VIDEOGEN_SANDBOX_ARGUMENTS": FAST}
    terminal = start_process(
        "generate", PROMPT, "--output", str(output), "--json", environment=slow
    )
    window.until(VideoState.PENDING)
    window.close()
    run = ended(terminal)
    assert run.code == 0, run.err
    assert output.is_file()
    with sandbox_books() as books:
        assert len(books.create_requests()) == 1
