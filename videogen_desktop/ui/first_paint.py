"""The run of the window that is timed: `--print-first-paint`."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow

_PAINT_PATIENCE_MS = 20_000


class FirstPaint(QObject):
    """`--print-first-paint`, for benchmarks. Imports nothing that the window does not: it would be
    timed too.

    Takes the time of the first frame and of the first frame with a real card. Main thread.

    `finished` carries 0 and one line of JSON: nanoseconds on the monotonic clock (which all
    processes of a machine share) and since the epoch. The card's are null for an empty library.
    """

    finished = Signal(int, str)

    def __init__(self, window: MainWindow, bridge: EngineBridge) -> None:
        super().__init__(window)
        self._window = window
        self._times: dict[str, int | None] = {}
        self._has_card = False
        window.firstPainted.connect(self._window_painted)
        window.libraryOpened.connect(self._opened)
        bridge.openFailed.connect(self._fail)
        window.completed.connect(self._completed)
        QTimer.singleShot(_PAINT_PATIENCE_MS, self, self._tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._has_card:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._card_painted)
        return False

    @Slot()
    def _window_painted(self) -> None:
        self._note("first_paint")

    @Slot()
    def _completed(self) -> None:
        model = self._window.library.model
        model.modelReset.connect(self._card_known)
        model.dataChanged.connect(self._card_known)

    @Slot()
    def _opened(self) -> None:
        if self._window.library.model.rowCount() == 0:
            self._times.update(first_card_monotonic_ns=None, first_card_epoch_ns=None)
            self._tell()

    @Slot()
    def _card_known(self) -> None:
        model = self._window.library.model
        if not self._has_card and model.rowCount() and model.item_at(0) is not None:
            self._has_card = True
            self._window.library.view.viewport().installEventFilter(self)
            self._window.library.view.viewport().update()

    @Slot()
    def _card_painted(self) -> None:
        self._note("first_card")
        self._tell()

    @Slot(object)
    def _fail(self, error: BaseException) -> None:
        self.finished.emit(1, f"the library did not open: {type(error).__name__}: {error}")

    def _note(self, what: str) -> None:
        self._times[f"{what}_monotonic_ns"] = time.monotonic_ns()
        self._times[f"{what}_epoch_ns"] = time.time_ns()

    @Slot()
    def _tell(self) -> None:
        import json

        self.finished.emit(0, json.dumps(self._times))
