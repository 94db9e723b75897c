"""The program's own root, run in this process, and what a person does at its window."""

from collections.abc import Callable
from pathlib import Path
from typing import Unpack

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.requests import VENDORS
from videogen_desktop import app
from videogen_desktop.domain.events import BalanceChanged, Event, ProblemReported, VideoChanged
from videogen_desktop.domain.settings import SettingsChanges
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.program.window_options import window_options
from videogen_desktop.services.worker import BackgroundWorker
from videogen_desktop.ui.account.statement_dialog import StatementDialog
from videogen_desktop.ui.desktop import Desktop
from videogen_desktop.ui.library.library_presenter import LibraryPresenter
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.maintenance_presenter import MaintenancePresenter
from videogen_desktop.ui.theme.tokens import DARK
from videogen_desktop.ui.viewer.viewer import Viewer

# How long a machine that is busy with other things may need for anything here.
PATIENCE_MS = 30_000


class RunningDesktop(Desktop):
    """Started and ended as `run` does it; the loop in between is the test's own."""

    def __init__(self, qtbot: QtBot, *options: str, vendors: Vendors = VENDORS) -> None:
        arguments = window_options(options, lambda: vendors)
        opener = app._EngineOpener(arguments)
        super().__init__(arguments, app._window_start(arguments), BackgroundWorker, opener.open)
        self._qtbot = qtbot
        self.events: list[Event] = []
        self._bridge.eventArrived.connect(self.events.append)
        self._is_ended = False

    def open(self) -> None:
        with self._qtbot.waitSignal(self.window.libraryOpened, timeout=PATIENCE_MS):
            self.window.show()

    def fail_to_open(self) -> None:
        """Open the window of a library that cannot be used."""
        self.window.show()
        self.until(
            lambda: self.maintenance is not None and self.maintenance.health.closed is not None
        )

    def end(self) -> None:
        """Close the window, and do what `run` does when it was closed. Idempotent."""
        if self._is_ended:
            return
        self._is_ended = True
        self.window.close()
        signals = self._quit_signals
        if signals is not None:
            signals.remove()
            signals.deleteLater()
        self._stop()
        for part in (self.window, self._theme, self):
            part.deleteLater()
        self._translation.remove()

    def _started(self) -> None:
        """As a program of its own it would freeze what exists: no leak could be seen then."""

    # --- what is seen ------------------------------------------------------------------------

    @property
    def window(self) -> MainWindow:
        return self._window

    @property
    def library(self) -> LibraryPresenter:
        return self._window.library

    def until(self, condition: Callable[[], object]) -> None:
        """Wait until it is true."""
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Let what was begun go on for a moment that nothing else tells the end of."""
        self._qtbot.wait(300)

    def ids(self) -> tuple[str, ...]:
        """The cards from the top."""
        return self.library.model.all_ids()

    def item(self, video_id: str) -> LibraryItem:
        """The card's snapshot, once it is here."""
        model = self.library.model
        row = model.row_of(video_id)
        assert row is not None
        self.until(lambda: model.wanted_item(row) is not None)
        item = model.item(video_id)
        assert item is not None
        return item

    def spoken(self, video_id: str) -> str:
        """What a screen reader says of the card."""
        row = self.library.model.row_of(video_id)
        assert row is not None
        index = self.library.model.index(row)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def explained(self, video_id: str) -> str:
        """What a screen reader adds: what went wrong, and whether it cost anything."""
        row = self.library.model.row_of(video_id)
        assert row is not None
        index = self.library.model.index(row)
        return str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))

    def states(self, video_id: str) -> list[VideoState]:
        """Every state that the engine told of the video, in order and without repetitions."""
        states: list[VideoState] = []
        for item in self.changes(video_id):
            if item.video.state not in states[-1:]:
                states.append(item.video.state)
        return states

    def changes(self, video_id: str) -> list[LibraryItem]:
        changed = (event.item for event in self.events if isinstance(event, VideoChanged))
        return [item for item in changed if item.video.id == video_id]

    def balances(self) -> list[BalanceChanged]:
        return [event for event in self.events if isinstance(event, BalanceChanged)]

    def problems(self) -> list[ProblemReported]:
        return [event for event in self.events if isinstance(event, ProblemReported)]

    def alerts(self) -> tuple[str, ...]:
        return self.window.alerts.texts

    @property
    def maintenance(self) -> MaintenancePresenter | None:
        return self._presenter.maintenance

    def welcomes(self) -> bool:
        """Whether the first run's greeting is shown."""
        welcome = self._presenter.welcome
        return welcome is not None and welcome.isVisible()

    def is_dark(self) -> bool:
        return self._theme.tokens is DARK

    # --- what a person does ------------------------------------------------------------------

    def choose(self, **settings: Unpack[SettingsChanges]) -> None:
        """Change settings as their dialog does."""
        self._presenter.store.change(**settings)

    def write(self, prompt: str) -> None:
        """As an input method hands it over: Qt's own key events know no Vietnamese."""
        committed = QInputMethodEvent()
        committed.setCommitString(prompt)
        QCoreApplication.sendEvent(self.window.composer.prompt, committed)
        assert self.window.composer.prompt.toPlainText() == prompt

    def press_enter(self) -> None:
        self._qtbot.keyClick(self.window.composer.prompt, Qt.Key.Key_Return)

    def create(self, prompt: str) -> str:
        """Write, press Enter, and return the id of the card that came."""
        before = set(self.ids())
        self.write(prompt)
        self.until(self.window.composer.button.isEnabled)
        self.press_enter()
        self.until(lambda: set(self.ids()) - before)
        (video_id,) = set(self.ids()) - before
        self.until(lambda: not self.window.composer.prompt.toPlainText())
        return video_id

    def until_ended(self, video_id: str) -> LibraryItem:
        """Wait for the end, and of a success for its clip and poster."""
        self.until(lambda: is_at_rest(self.item(video_id)))
        return self.item(video_id)

    def press(
        self,
        video_id: str,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Go to the card and press a key."""
        self.item(video_id)
        assert self.library.view.select_video(video_id)
        self._qtbot.keyClick(self.library.view, key, modifiers)

    def play(self, video_id: str) -> None:
        """Start the preview and wait until it has moved."""
        self.press(video_id, Qt.Key.Key_Space)
        self.until(lambda: self.position(video_id) > 0)

    def is_moving(self, video_id: str) -> bool:
        """Whether the preview plays and its position grows from here."""
        start = self.position(video_id)
        self.until(lambda: self.position(video_id) != start)
        return self.library.players.is_playing(video_id) and self.position(video_id) > start

    def open_viewer(self, video_id: str) -> Viewer:
        """Go from the card to the large player and wait until it has moved."""
        self.press(video_id, Qt.Key.Key_Return)
        viewer = self.window.viewer.viewer
        assert (viewer.video_id, viewer.isVisible()) == (video_id, True)
        self.until(lambda: viewer.playback.position > 0)
        return viewer

    def position(self, video_id: str) -> int:
        return self.library.players.position(video_id)[0]

    def save_dialog(self, video_id: str) -> QFileDialog:
        """Ask for a copy; the dialog that comes."""
        self.library.view.commands.act(video_id, "save_to")
        self.until(lambda: self.window.findChildren(QFileDialog))
        (dialog,) = self.window.findChildren(QFileDialog)
        return dialog

    def save(self, video_id: str, target: Path) -> None:
        """Save a copy there, as if the dialog had been told so."""
        dialog = self.save_dialog(video_id)
        dialog.fileSelected.emit(str(target))
        dialog.close()

    def answer_deletion(self, video_id: str, answer: str) -> None:
        """Press Delete, and the button with this text in the question that comes."""
        self.press(video_id, Qt.Key.Key_Delete)
        self.answer_question(answer)

    def answer_question(self, answer: str) -> None:
        self.until(lambda: self.window.findChildren(QMessageBox))
        (question,) = self.window.findChildren(QMessageBox)
        self._click(question, answer)
        self.until(lambda: not self.window.findChildren(QMessageBox))

    def choose_from_menu(self, video_id: str, text: str) -> None:
        """Choose what the card's menu calls so."""
        menu = self.library.view.commands.card_menu(video_id)
        assert menu is not None
        (action,) = [action for action in menu.actions() if action.text() == text]
        action.trigger()
        menu.deleteLater()

    def press_alert_button(self, text: str) -> None:
        """Do what an alert offers."""
        self._click(self.window.library_area, text)

    def statement(self) -> list[list[str]]:
        """Open the badge's panel and from there the statement; its lines as they are shown."""
        badge = self.window.header.badge
        self._qtbot.mouseClick(badge, Qt.MouseButton.LeftButton)
        self._click(badge.panel, "Xem sao kê")
        self.until(lambda: self.window.findChildren(StatementDialog))
        (dialog,) = self.window.findChildren(StatementDialog)
        model = dialog.model
        self.until(model.rowCount)
        rows, columns = range(model.rowCount()), range(model.columnCount())
        shown = [[str(model.index(row, column).data()) for column in columns] for row in rows]
        dialog.close()
        return shown

    def _click(self, parent: QWidget, text: str) -> None:
        (button,) = [
            button
            for button in parent.findChildren(QPushButton)
            if button.text() == text and button.isVisibleTo(parent)
        ]
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def is_at_rest(item: LibraryItem) -> bool:
    """Nothing more will happen to it by itself."""
    if item.video.state is VideoState.COMPLETED:
        return item.clip is not None and item.poster is not None and item.strip is not None
    return item.video.is_terminal
