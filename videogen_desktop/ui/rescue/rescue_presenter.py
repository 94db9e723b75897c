"""Joins the rescue dialog to the rescuer: one id after the other."""

from collections import deque
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.tasks import Rescue
from videogen_desktop.domain.video import Video
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.rescue.rescue_dialog import RescueDialog
from videogen_desktop.ui.theme.tokens import Tokens


class RescuePresenter(QObject):
    """Main thread only. What was asked before another search, or before the wallet was left, is
    answered to nobody."""

    videoRequested = Signal(str)

    def __init__(self, bridge: EngineBridge, window: QWidget, tokens: Tokens) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._generation = 0
        self._left: deque[tuple[str, bool]] = deque()
        self._is_asking = False
        self.dialog = RescueDialog(tokens, window)
        self.dialog.searchRequested.connect(self._search)
        self.dialog.rescueRequested.connect(self._add)
        self.dialog.joinRequested.connect(self._join)
        self.dialog.videoRequested.connect(self._show_video)

    def open(self, text: str = "") -> None:
        """Show the dialog, with these ids in its box if there are any."""
        if text:
            self.dialog.box.setPlainText(text)
        self.dialog.bring_to_front()

    def leave_wallet(self) -> None:
        """Another wallet is being opened: its tasks are others."""
        self._forget()
        self.dialog.clear()
        self.dialog.close()

    def set_tokens(self, tokens: Tokens) -> None:
        self.dialog.set_tokens(tokens)

    # --- asking ------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._generation += 1
        self._left.clear()
        self._is_asking = False
        self.dialog.set_busy(False)

    @Slot(object)
    def _search(self, task_ids: Sequence[str]) -> None:
        self._forget()
        self._left.extend((task_id, True) for task_id in task_ids)
        self._ask_next()

    @Slot(str, bool)
    def _add(self, task_id: str, asks_first: bool) -> None:
        self._left.append((task_id, asks_first))
        if not self._is_asking:
            self._ask_next()

    def _ask_next(self) -> None:
        self._is_asking = bool(self._left)
        self.dialog.set_busy(self._is_asking)
        if not self._left:
            return
        task_id, asks_first = self._left.popleft()
        row = self.dialog.row(task_id)
        if row is not None:
            row.show_reading()
        self._bridge.ask(
            lambda engine: engine.rescuer.rescue(task_id, asks_first=asks_first),
            partial(self._came, self._generation),
            partial(self._failed, self._generation, task_id),
        )

    def _came(self, generation: int, rescue: Rescue) -> None:
        row = self.dialog.row(rescue.task_id)
        if generation != self._generation or row is None:
            return
        row.show_rescue(rescue)
        self._ask_next()

    def _failed(self, generation: int, task_id: str, error: BaseException) -> None:
        """Nothing can be read now: not this one, and so none of those that wait."""
        if generation != self._generation:
            return
        waiting = [task_id, *(other for other, _asks in self._left)]
        self._left.clear()
        for other in waiting:
            row = self.dialog.row(other)
            if row is not None:
                row.show_failure(error)
        self._ask_next()

    @Slot(str, str)
    def _join(self, task_id: str, video_id: str) -> None:
        row = self.dialog.row(task_id)
        if row is not None:
            row.show_reading()
        self._bridge.ask(
            lambda engine: engine.settling.enter_task(video_id, task_id),
            partial(self._joined, self._generation, task_id),
            partial(self._not_joined, self._generation, task_id),
        )

    def _joined(self, generation: int, task_id: str, video: Video) -> None:
        row = self.dialog.row(task_id)
        if generation == self._generation and row is not None:
            row.show_joined(video)

    def _not_joined(self, generation: int, task_id: str, error: BaseException) -> None:
        row = self.dialog.row(task_id)
        if generation == self._generation and row is not None:
            row.show_failure(error)

    @Slot(str)
    def _show_video(self, video_id: str) -> None:
        # It stays as it is, for the next of several.
        self.dialog.hide()
        self.videoRequested.emit(video_id)
