"""Many videos at once, as the window knows them: the ways in, and the table at its first use."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from videogen_desktop.ui.batch.composer_entry import BatchEntry
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.domain.batch_order import BatchStanding
    from videogen_desktop.domain.events import Event
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.ui.batch.batch_presenter import BatchPresenter
    from videogen_desktop.ui.main_window import MainWindow


_ASK_AFTER_MS = 1_000


class ManyVideos(QObject):
    """Made once the window stands. Main thread only."""

    def __init__(self, bridge: EngineBridge, window: "MainWindow", tokens: Tokens) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._tokens = tokens
        self._is_open = False
        self._batches: BatchPresenter | None = None
        self.entry = BatchEntry(window.composer, tokens, window)
        self.entry.opened.connect(self.open)
        self.entry.pasted.connect(self.paste)
        self._ask_due = QTimer(self, singleShot=True, interval=_ASK_AFTER_MS)
        self._ask_due.timeout.connect(self._look_for_waiting)
        window.libraryOpened.connect(self._library_opened)
        bridge.eventArrived.connect(self._follow)

    @property
    def batches(self) -> "BatchPresenter":
        """Made when it is first wanted: the table is 2 MB that few hours of a window need."""
        from videogen_desktop.ui.batch.batch_presenter import BatchPresenter

        if self._batches is None:
            window = self._window
            made = BatchPresenter(self._bridge, window.composer, window, self._tokens)
            made.problemFound.connect(window.show_problem)
            made.created.connect(self._created)
            made.resultSaved.connect(self._saved)
            self._batches = made
        return self._batches

    @Slot()
    def open(self) -> None:
        """Open with what the composer holds: lines, or a description with variables."""
        if not self._is_open:
            return
        prompt = self._window.composer.prompt.toPlainText()
        if self.entry.has_variables:
            self.batches.open_template(prompt)
        elif self.entry.lines:
            self.batches.open_lines(prompt)
        else:
            self.batches.open()

    @Slot()
    def paste(self) -> None:
        """Open with the lines, the columns of a spreadsheet, or the file on the clipboard."""
        if self._is_open:
            self.batches.open()
            self.batches.dialog.paste()

    @Slot(object)
    def take_file(self, path: Path) -> None:
        """Open with the rows of this file."""
        if self._is_open:
            self.batches.take_file(path)

    def note(self) -> None:
        """Keep what is half made; the window goes, or the library does."""
        if self._batches is not None:
            self._batches.note()

    def leave_library(self) -> None:
        """It is being closed."""
        self._is_open = False
        self._ask_due.stop()
        if self._batches is not None:
            self._batches.leave_library()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.entry.set_tokens(tokens)
        if self._batches is not None:
            self._batches.set_tokens(tokens)

    @Slot()
    def _library_opened(self) -> None:
        self._is_open = True
        self.entry.show()
        if self._batches is not None:
            self._batches.library_opened()
        # The first cards come before it.
        self._ask_due.start()

    @Slot()
    def _look_for_waiting(self) -> None:
        self._bridge.ask(_stopped, self._ask_about, _forget)

    def _ask_about(self, standings: "Sequence[BatchStanding]") -> None:
        """What an earlier run reserved and did not send waits for the user's word."""
        if not standings or not self._is_open:
            return
        from videogen_desktop.ui.batch.queue_presenter import restart_question

        question, yes = restart_question(self._window, standings)
        ids = tuple(one.batch.id for one in standings)
        yes.clicked.connect(partial(self._send, ids))
        question.open()

    def _send(self, ids: "Sequence[str]", _checked: bool = False) -> None:
        for batch_id in ids:
            self._bridge.ask(partial(_start, batch_id))

    @Slot(object)
    def _saved(self, path: Path) -> None:
        words = self.tr("The results were saved as {file}")
        self._window.alerts.success(words.format(file=path.name))

    @Slot(object)
    def _follow(self, event: "Event") -> None:
        if self._batches is not None:
            self._batches.follow(event)

    @Slot(int)
    def _created(self, videos: int) -> None:
        from videogen_desktop.ui.alerts import AlertAction

        words = self.tr("%n videos are being made.", None, videos)
        action = AlertAction(self.tr("Show the queue"), partial(self.batches.open_queue))
        self._window.alerts.success(words, action)


async def _stopped(engine: "WalletEngine") -> "tuple[BatchStanding, ...]":
    from videogen_desktop.services.batch import stopped_batches

    return await stopped_batches(engine)


async def _start(batch_id: str, engine: "WalletEngine") -> None:
    await engine.batches.resume(batch_id)


def _forget(_error: BaseException) -> None:
    """The queue says what is wrong with it where it is looked at."""
