"""Joins the queue of batches to the engine: pause, go on, another order, cancel, results."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDir, QObject, Qt, Signal, Slot

from videogen_desktop.domain.batch_columns import MODEL, PROMPT
from videogen_desktop.ui.batch.batch_card import standing_text
from videogen_desktop.ui.batch.queue_page import QueuePage
from videogen_desktop.ui.batch.wording import column_name
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.gallery.wording import state_label
from videogen_desktop.ui.option_wording import role_name, value_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

    from videogen_desktop.domain.batch_order import BatchStanding
    from videogen_desktop.domain.events import Event
    from videogen_desktop.domain.request import OptionValue
    from videogen_desktop.domain.video import LibraryItem
    from videogen_desktop.services.batch.results import ResultWords
    from videogen_desktop.services.wallet_engine import WalletEngine

_LONGEST_NAME = 60


class QueuePresenter(QObject):
    """Main thread only."""

    changed = Signal(int)  # how many batches are on their way
    problemFound = Signal(object)  # BaseException
    saved = Signal(object)  # Path of a table of results

    def __init__(self, bridge: EngineBridge, page: QueuePage, window: "QWidget") -> None:
        super().__init__(page)
        self._bridge = bridge
        self._window = window
        self._question: QMessageBox | None = None
        self.page = page
        page.pauseRequested.connect(self._pause)
        page.startRequested.connect(self._start)
        page.cancelRequested.connect(self._ask_cancel)
        page.resultRequested.connect(self._ask_where)
        page.videosCancelled.connect(self._cancel_videos)
        page.model.moved.connect(self._move)
        page.model.promptsWanted.connect(self._read_prompts)

    def read(self) -> None:
        """Ask for all of it anew."""
        self._bridge.ask(_standings, self._show, self._failed)
        self._bridge.ask(_waiting, self.page.show_queue, self._failed)

    def follow(self, event: "Event") -> None:
        """What the engine says of a batch, or of what waits."""
        from videogen_desktop.domain.events import BatchChanged, QueueChanged

        if isinstance(event, BatchChanged):
            self.page.show_standing(event.standing)
            self.changed.emit(self.page.running)
        elif isinstance(event, QueueChanged):
            self.page.show_queue(event.waiting)

    def leave_library(self) -> None:
        if self._question is not None:
            self._question.reject()
        self.page.forget()
        self.changed.emit(0)

    def _show(self, standings: "Sequence[BatchStanding]") -> None:
        self.page.show_standings(standings)
        self.changed.emit(self.page.running)

    def _failed(self, error: BaseException) -> None:
        self.problemFound.emit(error)

    # --- what the user says ------------------------------------------------------------------

    @Slot(str)
    def _pause(self, batch_id: str) -> None:
        self._bridge.ask(lambda engine: engine.batches.pause(batch_id), failed=self._failed)

    @Slot(str)
    def _start(self, batch_id: str) -> None:
        self._bridge.ask(lambda engine: engine.batches.resume(batch_id), failed=self._failed)

    @Slot(object, object)
    def _move(self, ids: tuple[str, ...], before: str | None) -> None:
        self._bridge.ask(lambda engine: engine.batches.move(ids, before), failed=self._failed)

    @Slot(object)
    def _cancel_videos(self, ids: tuple[str, ...]) -> None:
        self._bridge.ask(lambda engine: engine.batches.cancel(ids), failed=self._failed)

    @Slot(str)
    def _ask_cancel(self, batch_id: str) -> None:
        """Before it is taken out of the queue as a whole."""
        from videogen_desktop.ui.question import QuestionWords, question_box

        waiting = self.page.cards[batch_id].standing.waiting
        translate = QCoreApplication.translate
        title = QCoreApplication.translate("BatchQueue", "Cancel %n videos?", None, waiting)
        follows = translate(
            "BatchQueue",
            "They were not sent: their credits come back. What was sent goes on.",
        )
        yes, no = translate("BatchQueue", "Cancel them"), translate("BatchQueue", "Keep them")
        words = QuestionWords(title, title, follows, yes, no)
        question, verb = question_box(self._window, "cancelBatch", words, "ban", is_grave=True)
        verb.clicked.connect(partial(self._cancel_batch, batch_id))
        question.finished.connect(self._answered)
        self._question = question
        question.open()

    def _cancel_batch(self, batch_id: str, _checked: bool = False) -> None:
        self._bridge.ask(
            lambda engine: engine.batches.cancel_waiting(batch_id), failed=self._failed
        )

    @Slot()
    def _answered(self) -> None:
        self._question = None

    @Slot(object)
    def _read_prompts(self, ids: tuple[str, ...]) -> None:
        self._bridge.ask(lambda engine: engine.items(ids), self._show_prompts, self._failed)

    def _show_prompts(self, items: "Sequence[LibraryItem]") -> None:
        self.page.show_prompts({one.video.id: one.video.request.prompt for one in items})

    # --- results -----------------------------------------------------------------------------

    @Slot(str, str)
    def _ask_where(self, batch_id: str, kind: str) -> None:
        from PySide6.QtWidgets import QFileDialog

        from videogen_desktop.domain.file_names import safe_stem
        from videogen_desktop.ui.file_dialog import file_dialog

        title = QCoreApplication.translate("BatchQueue", "Save the results")
        dialog = file_dialog(self._window, title, QDir.homePath())
        dialog.setObjectName("batchResult")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{kind.upper()} (*.{kind})")
        dialog.setDefaultSuffix(kind)
        name = self.page.cards[batch_id].standing.batch.name[:_LONGEST_NAME]
        dialog.selectFile(f"{safe_stem(name)}.{kind}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._save, batch_id))
        dialog.open()

    def _save(self, batch_id: str, path: str) -> None:
        target, words = Path(path), _result_words()
        self._bridge.ask(
            partial(_save_results, batch_id, target, words),
            lambda _done: self.saved.emit(target),
            self._failed,
        )


def restart_question(
    window: "QWidget", standings: "Sequence[BatchStanding]"
) -> "tuple[QMessageBox, QPushButton]":
    """Asks whether what an earlier run did not send is wanted still: the question, and the button
    that says yes. Main thread."""
    from videogen_desktop.ui.question import QuestionWords, question_box

    translate = QCoreApplication.translate
    waiting = sum(one.waiting for one in standings)
    title = QCoreApplication.translate(
        "BatchQueue", "Send the %n videos that are still waiting?", None, waiting
    )
    names = "\n".join(
        f"{one.batch.name[:_LONGEST_NAME]}: {standing_text(one)}" for one in standings
    )
    follows = translate(
        "BatchQueue",
        "They were set aside before the program was closed, and their credits are held. They can "
        "also be sent or cancelled later, in the queue.",
    )
    yes = QCoreApplication.translate("BatchQueue", "Send %n videos", None, waiting)
    no = translate("BatchQueue", "Not now")
    words = QuestionWords(title, title, f"{names}\n\n{follows}", yes, no)
    return question_box(window, "batchRestart", words, "clock")


async def _save_results(
    batch_id: str, path: Path, words: "ResultWords", engine: "WalletEngine"
) -> None:
    import asyncio

    from videogen_desktop.services.batch.results import write_results

    videos = await engine.batches.videos(batch_id)
    items = await engine.announcer.items(videos)
    await asyncio.to_thread(write_results, path, items, words)


def _result_words() -> "ResultWords":
    """In the language of now: they are written on the worker's thread."""
    from videogen_desktop.domain.states import VideoState
    from videogen_desktop.services.batch.results import ResultWords
    from videogen_desktop.ui.gallery.failure_wording import failure_headline

    translate = QCoreApplication.translate
    headings = (
        translate("BatchResult", "Row"),
        column_name(PROMPT),
        column_name(MODEL),
        translate("BatchResult", "Options"),
        translate("BatchResult", "State"),
        translate("BatchResult", "Reason"),
        translate("BatchResult", "Cost in credits"),
        translate("BatchResult", "File"),
        translate("BatchResult", "Task ID"),
        translate("BatchResult", "Video ID"),
    )
    states = {state.value: state_label(state) for state in VideoState}
    return ResultWords(headings, states, failure_headline, _option_text)


def _option_text(role: str, value: "OptionValue") -> str:
    return f"{role_name(role)}: {value_text(role, value)}"


async def _standings(engine: "WalletEngine") -> "tuple[BatchStanding, ...]":
    return await engine.batches.standings()


async def _waiting(engine: "WalletEngine") -> tuple[str, ...]:
    return await engine.batches.waiting()
