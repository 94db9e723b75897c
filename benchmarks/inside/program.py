"""The real program in this process, from its own root, with a script in the place of the person."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from videogen_desktop import app
from videogen_desktop.ui import desktop
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow

Numbers = dict[str, object]
Script = Callable[[MainWindow, EngineBridge], Numbers]
_SIZE = "1280x800"


class ScriptedRun(QObject):
    """Follows the script once the library is open and its first cards are painted. Main thread.

    What `Desktop` expects of any run that ends by itself.
    """

    finished = Signal(int, str)

    def __init__(self, window: MainWindow, bridge: EngineBridge, script: Script) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._script = script
        self._has_card = False
        self.first_card_ns = 0
        window.completed.connect(self._completed)
        bridge.openFailed.connect(self._fail)

    @Slot()
    def _completed(self) -> None:
        model = self._window.library.model
        # The first cards come with their ids, or one after the other.
        model.modelReset.connect(self._look)
        model.dataChanged.connect(self._look)
        self._look()

    @Slot()
    def _look(self) -> None:
        model = self._window.library.model
        if not self._has_card and model.rowCount() and model.item_at(0) is not None:
            self._has_card = True
            self._window.library.view.viewport().installEventFilter(self)
            self._window.library.view.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint and not self.first_card_ns:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._follow)
        return False

    @Slot()
    def _follow(self) -> None:
        self.first_card_ns = time.monotonic_ns()
        try:
            said = self._script(self._window, self._bridge)
        except Exception as error:  # noqa: BLE001 - Qt would only print it, and the run never end
            said = {"failure": f"{type(error).__name__}: {error}"}
        self.finished.emit(0, json.dumps(said))

    @Slot(object)
    def _fail(self, error: BaseException) -> None:
        said = {"failure": f"the library did not open: {type(error).__name__}: {error}"}
        self.finished.emit(0, json.dumps(said))


def run_program(data_dir: Path, script: Script, *options: str) -> int:
    """Open the window on this library and follow the script; its numbers are printed as JSON."""
    runs: list[ScriptedRun] = []

    def scripted(_arguments: object, window: MainWindow, bridge: EngineBridge, _: object) -> object:
        runs.append(ScriptedRun(window, bridge, script))
        return runs[0]

    command = ["--provider", "sandbox", "--data-dir", str(data_dir), "--window-size", _SIZE]
    with mock.patch.object(desktop, "scripted_run", scripted):
        return app.main([*command, *options])


def first_card_ns(window: MainWindow) -> int:
    """When the first frame with a real card was painted, on the monotonic clock."""
    run = window.findChild(ScriptedRun)
    assert run is not None
    return run.first_card_ns


def turn_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Let the window live until the condition holds; False when it did not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        QApplication.processEvents()
        time.sleep(0.001)
    return True


def rest(seconds: float) -> None:
    """Let the window live."""
    turn_until(lambda: False, seconds)


def print_numbers(numbers: Numbers) -> None:
    sys.stdout.write(json.dumps(numbers) + "\n")
