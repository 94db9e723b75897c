from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.health.conftest import BACKUP, OpenClosed
from videogen_desktop.domain.errors import (
    EngineLockedError,
    LedgerRulesChangedError,
    LibraryDamagedError,
    LibraryUnusableError,
    NewerLibraryError,
    OutdatedLibraryError,
)
from videogen_desktop.ui.health import health_presenter

LIBRARY = Path("library.sqlite")
LOCKED = EngineLockedError(Path("engine.lock"))
DAMAGED = LibraryDamagedError(LIBRARY, ("unreadable",), BACKUP)


@pytest.mark.parametrize(
    ("error", "words", "is_recoverable"),
    [
        (DAMAGED, "newest good backup", True),
        (LibraryDamagedError(LIBRARY, ("missing",)), "not in its place", True),
        (LibraryDamagedError(LIBRARY, ("unreadable",)), "There is no good backup", True),
        (LedgerRulesChangedError(LIBRARY), "rules inside the library", True),
        (NewerLibraryError(LIBRARY, "9"), "newer version", False),
        (OutdatedLibraryError(LIBRARY, "1"), "older than the program", False),
        (LibraryUnusableError("disk_full"), "the disk is full", False),
        (LOCKED, "Another program", False),
        (RuntimeError(), "inside the program", False),
    ],
)
def test_a_library_that_does_not_open_says_why_and_what_can_be_done(
    open_closed: OpenClosed, error: BaseException, words: str, is_recoverable: bool
) -> None:
    running = open_closed(error)
    closed = running.health.closed
    assert closed is not None
    assert closed.isVisible()
    assert not running.window.library.panel.isVisible()
    assert words in closed.text
    assert closed.recover.isVisible() is is_recoverable
    assert closed.retry.isVisible() is not is_recoverable
    assert closed.folder.isVisible() is (error is not LOCKED)
    # It stays, so no alert says the same once more.
    assert running.alerts() == ()


def test_what_another_program_uses_opens_by_itself(
    qtbot: QtBot, open_closed: OpenClosed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health_presenter, "RETRY_EVERY_MS", 1)
    running = open_closed(LOCKED, LOCKED, LOCKED)
    first = running.health.closed
    qtbot.waitUntil(lambda: bool(running.engines))
    qtbot.waitUntil(lambda: running.health.closed is None)
    assert first is not None
    assert running.window.library.panel.isVisible()
    assert running.window.header.badge.text() == "1,000 credits"


def test_trying_again_opens_a_library_that_has_recovered(
    qtbot: QtBot, open_closed: OpenClosed
) -> None:
    running = open_closed(LibraryUnusableError("busy"), LibraryUnusableError("disk_full"))
    closed = running.health.closed
    assert closed is not None
    assert "busy" in closed.text
    closed.retry.click()
    qtbot.waitUntil(lambda: "disk" in closed.text or running.health.closed is None)
    assert running.health.closed is closed
    closed.retry.click()
    qtbot.waitUntil(lambda: running.health.closed is None)
    assert running.window.library.panel.isVisible()


def test_nothing_but_a_lock_is_tried_again_by_itself(open_closed: OpenClosed) -> None:
    running = open_closed(DAMAGED)
    assert not running.health.will_retry
    assert open_closed(LOCKED).health.will_retry
