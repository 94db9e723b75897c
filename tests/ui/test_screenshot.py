from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow
from tests.ui.gallery.cards import card
from videogen_desktop.ui.scripted_runs import Screenshot


@pytest.mark.parametrize("in_viewer", [False, True])
def test_a_picture_of_the_viewer_needs_a_clip(
    qtbot: QtBot, open_running: OpenRunningWindow, tmp_path: Path, in_viewer: bool
) -> None:
    running = open_running(items=[card("a")])
    target = tmp_path / "window.png"
    run = Screenshot(running.window, running.bridge, target, in_viewer=in_viewer)
    with qtbot.waitSignal(run.finished, timeout=60_000) as ended:
        running.window.libraryOpened.emit()
    assert ended.args is not None
    assert ended.args[0] == int(in_viewer)
    assert ("no card in sight has a clip" in ended.args[1]) is in_viewer
    assert QImage(str(target)).size() == running.window.size()
