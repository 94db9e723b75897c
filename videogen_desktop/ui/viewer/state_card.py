"""Instead of the player: where the video stands, whether it cost anything, what can be done."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery import progress_wording
from videogen_desktop.ui.gallery.actions import CardAction, actions_for, face_of
from videogen_desktop.ui.player.preview_player import PlaybackProblem
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import DARK
from videogen_desktop.ui.viewer import state_wording, wording
from videogen_desktop.ui.viewer.bar_button import FAINT_INK, INK, BarText

_ICON = 44
_EVERY_MS = 1_000
_OFFERED = (CardAction.SEND, CardAction.CANCEL, CardAction.RETRY)
# The stage is dark in both themes.
_LOOKS = {
    VideoState.RESERVED: ("clock", FAINT_INK),
    VideoState.SENDING: ("send", DARK.accent),
    VideoState.UNCONFIRMED: ("circle-question-mark", DARK.warning),
    VideoState.PENDING: ("hourglass", DARK.accent),
    VideoState.PROCESSING: ("sparkles", DARK.accent),
    VideoState.COMPLETED: ("download", DARK.accent),
    VideoState.FAILED: ("circle-x", DARK.danger),
    VideoState.CANCELLED: ("ban", FAINT_INK),
}


class StateCard(QWidget):
    """`actionRequested` carries a CardAction value. Main thread."""

    actionRequested = Signal(str)
    checkRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: LibraryItem | None = None
        self._problem: PlaybackProblem | None = None
        self._received: tuple[int, int | None] | None = None
        self._is_checking = False
        self.usual_ms: Mapping[str, int] = {}
        self._icon = QLabel()
        self.headline = _label(INK, 1.25)
        self.sentence = _label(INK)
        self.cost = _label(FAINT_INK)
        self.quote = _label(FAINT_INK)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(240, 6)
        self.check = BarText(filled=True)
        self.check.clicked.connect(self.checkRequested)
        self.check_note = _label(FAINT_INK)
        self._note = ""
        self.buttons = {action: BarText(filled=True) for action in (*_OFFERED, CardAction.OPEN)}
        for action, button in self.buttons.items():
            button.clicked.connect(partial(self._request, action))
        self._lay_out()
        self._every_second = QTimer(self, interval=_EVERY_MS)
        self._every_second.timeout.connect(self._show_sentence)

    def _lay_out(self) -> None:
        self.setStyleSheet(
            "QProgressBar { background: #2b2b35; border: none; border-radius: 3px; }"
            f"QProgressBar::chunk {{ background: {DARK.accent}; border-radius: 3px; }}"
        )
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._icon, 0, centre)
        column.addSpacing(6)
        column.addWidget(self.headline)
        column.addWidget(self.progress, 0, centre)
        for label in (self.sentence, self.cost, self.quote):
            column.addWidget(label)
        column.addSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (*self.buttons.values(), self.check):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.check_note)
        column.addStretch(1)

    def show_item(self, item: LibraryItem | None, problem: PlaybackProblem | None = None) -> None:
        """`problem` is why a clip that is here does not play."""
        if item is None or self._item is None or item.video.id != self._item.video.id:
            self._received = None
            self._is_checking = False
            self._note = ""
        self._item, self._problem = item, problem
        self.refresh()

    def show_download(self, received: int, total: int | None) -> None:
        self._received = (received, total)
        self.refresh()

    def set_checking(self, checking: bool, note: str = "") -> None:
        """`note` says how the check ended."""
        self._is_checking, self._note = checking, note
        self.refresh()

    def refresh(self) -> None:
        item = self._item
        self.setVisible(item is not None)
        if item is None:
            self._every_second.stop()
            return
        icon, colour = _LOOKS[item.video.state]
        if self._problem is not None:
            icon, colour = "monitor-play", DARK.warning
        self._icon.setPixmap(themed_pixmap(icon, colour, _ICON, self.devicePixelRatioF()))
        self.headline.setText(state_wording.headline(item, self._problem))
        self._show_sentence()
        played = self._problem is None
        _show(self.cost, state_wording.cost(item.video) if played else "")
        _show(self.quote, state_wording.quote(item.video) if played else "")
        self._show_progress(item)
        self._show_buttons(item)

    def _show_sentence(self) -> None:
        item = self._item
        if item is None:
            return
        running = progress_wording.is_running(item.video)
        usual = self.usual_ms.get(item.video.model_id)
        text = state_wording.sentence(item, self._problem, self._received, usual)
        _show(self.sentence, text)
        if running and not self._every_second.isActive():
            self._every_second.start()
        elif not running:
            self._every_second.stop()

    def _show_progress(self, item: LibraryItem) -> None:
        percent = item.video.progress_percent
        if self._received is not None and self._received[1] and item.clip is None:
            percent = min(100, self._received[0] * 100 // self._received[1])
        running = progress_wording.is_running(item.video) or self._received is not None
        self.progress.setVisible(running and self._problem is None)
        self.progress.setValue(percent)
        self.progress.setAccessibleName(self.headline.text())

    def _show_buttons(self, item: LibraryItem) -> None:
        possible = actions_for(item)
        for action, button in self.buttons.items():
            wanted = action is not CardAction.OPEN or self._problem is not None
            missing = self._problem is PlaybackProblem.MISSING and action is CardAction.OPEN
            button.setVisible(action in possible and wanted and not missing)
            button.setText(face_of(action).text)
            button.setAccessibleName(button.text())
        self.check.setVisible(state_wording.can_be_checked(item))
        self.check.setEnabled(not self._is_checking)
        text = wording.checking() if self._is_checking else wording.check_again()
        self.check.setText(text)
        self.check.setAccessibleName(text)
        self.check.updateGeometry()
        _show(self.check_note, self._note)

    def _request(self, action: CardAction, _checked: bool = False) -> None:
        self.actionRequested.emit(action.value)


def _label(colour: str, factor: float = 1.0) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    weight = "font-weight: 600;" if factor > 1 else ""
    points = label.font().pointSizeF() * factor
    label.setStyleSheet(f"color: {colour}; font-size: {points:.1f}pt; {weight}")
    return label


def _show(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
