"""A heartbeat on the UI thread: how late it is says how long the thread was busy or waited."""

import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from benchmarks.inside.frames import shares

EVERY_MS = 5


class Heartbeat(QObject):
    """Beats every 5 ms until `stop`. Main thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.late: list[float] = []
        self.computed: list[float] = []
        self._timer = QTimer(self, interval=EVERY_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = self._worked = 0.0

    def start(self) -> None:
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.late.append(max(0.0, (now - self._last) * 1_000 - EVERY_MS))
        self.computed.append((worked - self._worked) * 1_000)
        self._last, self._worked = now, worked

    def numbers(self) -> dict[str, object]:
        """Milliseconds late; `computed` is what the UI thread worked between two beats."""
        return {"beats": len(self.late), **shares(self.late), "computed": shares(self.computed)}
