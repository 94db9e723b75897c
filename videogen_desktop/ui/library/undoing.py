"""Changes by hand that can be taken back: of titles, and of collections."""

import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from videogen_desktop.ui.alerts import SHOWN_WITH_ACTION_MS, AlertAction


class _Undoable(NamedTuple):
    action: AlertAction
    until: float  # on the monotonic clock, in seconds


class Undoing(QObject):
    """Main thread. `offered` carries what was done and how to take it back, `undone` the
    AlertAction that offered what was taken back by key."""

    offered = Signal(str, object)  # text, AlertAction
    undone = Signal(object)  # AlertAction

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._undoable: list[_Undoable] = []

    def offer(self, text: str, undo: Callable[[], object]) -> None:
        """`undo` takes back what `text` says was done, all of it at once."""
        word = QCoreApplication.translate("Library", "Undo")
        action = AlertAction(word, partial(self._undo, undo))
        self._undoable.append(_Undoable(action, time.monotonic() + SHOWN_WITH_ACTION_MS / 1_000))
        self.offered.emit(text, action)

    @property
    def latest(self) -> float:
        """Until when the last one is offered; 0 where nothing is."""
        now = time.monotonic()
        self._undoable = [entry for entry in self._undoable if now < entry.until]
        return self._undoable[-1].until if self._undoable else 0.0

    def undo_last(self) -> None:
        if self.latest:
            last = self._undoable[-1].action
            last.run()
            self.undone.emit(last)

    def _undo(self, undo: Callable[[], object]) -> None:
        self._undoable = [entry for entry in self._undoable if not _is_of(entry.action, undo)]
        undo()


def _is_of(action: AlertAction, undo: Callable[[], object]) -> bool:
    return isinstance(action.run, partial) and action.run.args[0] is undo
