"""A terminal works on the library when the window starts: the window waits, and then goes on."""

import signal
import sys

import pytest

from tests.cli.conftest import ended, start_process
from tests.ui.acceptance.conftest import OpenDesktop
from tests.ui.acceptance.test_damaged_library import closed_state
from videogen_desktop.domain.errors import EngineLockedError
from videogen_desktop.domain.states import ACCEPTED_STATES
from videogen_desktop.storage.directories import Directories
from videogen_desktop.ui.health import health_presenter

PROMPT = "Một con mèo tam thể đi chợ"
# Slow enough to be at work for as long as anybody looks.
SLOW = {"VIDEOGEN_SANDBOX_ARGUMENTS": "--clip small --speed 0.1"}


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_window_waits_for_a_terminal_and_goes_on_with_its_video(
    open_desktop: OpenDesktop, places: Directories, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health_presenter, "RETRY_EVERY_MS", 100)
    words = ("--data-dir", str(places.data), "generate", PROMPT)
    terminal = start_process(*words, "--json", environment=SLOW)
    try:
        # One line for each state: from here on it only waits.
        assert any("Waiting at the provider" in line for line in terminal.stderr)
        running = open_desktop(opens=False)
        closed = closed_state(running)
        assert isinstance(closed.error, EngineLockedError)
        assert not running.window.composer.button.isEnabled()
        terminal.send_signal(signal.SIGINT)
        run = ended(terminal)
    finally:
        terminal.kill()
        terminal.communicate()
    assert run.code == 130, run.err
    # Nobody presses anything: it opens by itself, with what the terminal paid for.
    running.until(running.ids)
    assert running.maintenance is not None
    assert running.maintenance.health.closed is None
    (video_id,) = running.ids()
    video = running.item(video_id).video
    assert (video.prompt, video.state in ACCEPTED_STATES) == (PROMPT, True)
    assert running.problems() == []
