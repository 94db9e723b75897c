"""What the worker hands over, delivered on the main thread in order, a little at a time."""

import logging
import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_log = logging.getLogger(__name__)

# Qt runs all that was posted before it looks at timers, paints or keys: what twenty jobs say at
# once held the window up for 13 ms.
_BUDGET_SECONDS = 0.002


class Arrivals(QObject):
    """Made on the main thread; `put` is called on any. Nothing is delivered before `begin`."""

    _crossed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deliveries: deque[Callable[[], None]] = deque()
        self._is_announced = False
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._deliver)

    def begin(self) -> None:
        """From now on each delivery is called in its turn, also what has come already."""
        # Not at the top: ui/theme/icons.py says what this class costs.
        from PySide6.QtCore import Qt

        self._crossed.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._rest.start()

    def put(self, delivery: Callable[[], None]) -> None:
        """Have it called on the main thread, after all that came before it."""
        self._deliveries.append(delivery)
        if self._is_announced:
            return
        self._is_announced = True
        # RuntimeError: the application has gone and took the C++ object with it.
        try:
            self._crossed.emit()
        except RuntimeError:
            _log.debug("something arrived after the window had gone")

    @Slot()
    def _deliver(self) -> None:
        self._is_announced = False
        ends = time.perf_counter() + _BUDGET_SECONDS
        # What comes meanwhile is announced again: each turn ends.
        for _ in range(len(self._deliveries)):
            if not self._deliveries:
                return
            delivery = self._deliveries.popleft()
            if self._deliveries:
                # Already now: this one may open a dialog with a loop of its own, or fail.
                self._rest.start()
            delivery()
            if time.perf_counter() > ends:
                return
