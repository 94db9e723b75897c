"""What can be done about a video of which nobody knows whether it was charged."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from videogen_desktop.domain.errors import IllegalTransitionError
from videogen_desktop.domain.reconciliation import BalanceHint
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.ui.errors import what_happened
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.settling import wording as words
from videogen_desktop.ui.viewer import wording
from videogen_desktop.ui.viewer.bar_button import BarText

_GAP, _WIDEST = 8, 460


class UnconfirmedChoices(QWidget):
    """The balance as a hint, and the four ways out. Main thread."""

    checkRequested = Signal()
    taskRequested = Signal()
    chargedRequested = Signal()
    notChargedRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint: Callable[[], str] = str
        self._is_only_a_hint = False
        self.hint_box = QFrame()
        self.hint_box.setObjectName("balanceHint")
        self.hint, self._caveat = plain_label(wraps=True), plain_label("muted", wraps=True)
        self.task, self.check = BarText(filled=True), BarText(filled=True)
        self.charged, self.not_charged = BarText(filled=True), BarText(filled=True)
        self._question = plain_label("muted", wraps=True)
        for label in (self.hint, self._caveat, self._question):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        self.task.clicked.connect(self.taskRequested)
        self.check.clicked.connect(self.checkRequested)
        self.charged.clicked.connect(self.chargedRequested)
        self.not_charged.clicked.connect(self.notChargedRequested)

    # --- the hint ----------------------------------------------------------------------------

    def show_asking(self) -> None:
        self._say(words.asking_for_balance)

    def show_hint(self, hint: BalanceHint) -> None:
        self._say(lambda: words.hint(hint), is_hint=True)

    def show_no_hint(self, error: BaseException) -> None:
        """The balance could not be read."""
        if isinstance(error, IllegalTransitionError):
            # It has just become clear.
            self.forget_hint()
        else:
            self._say(lambda: words.no_hint(what_happened(error)))

    def forget_hint(self) -> None:
        """Another video, or nothing to say."""
        self._say(str)

    # --- the video ---------------------------------------------------------------------------

    def show_for(self, video: Video | None, *, is_checking: bool) -> None:
        """None, or a video that is clear, shows nothing."""
        shown = video is not None and video.state is VideoState.UNCONFIRMED
        self.setVisible(shown)
        if not shown or video is None:
            return
        # Where the record has gone, the id is known.
        self.task.setVisible(video.reason is Reason.SENT_UNKNOWN)
        self.check.setEnabled(not is_checking)
        _name(self.task, words.enter_task())
        _name(self.check, wording.checking() if is_checking else wording.check_again())
        _name(self.charged, words.charged())
        _name(self.not_charged, words.not_charged())
        self._question.setText(words.what_did_you_see())
        self._write_hint()
        self._choose_directions()

    # --- inner -------------------------------------------------------------------------------

    def _say(self, hint: Callable[[], str], *, is_hint: bool = False) -> None:
        self._hint, self._is_only_a_hint = hint, is_hint
        self._write_hint()

    def _write_hint(self) -> None:
        self.hint.setText(self._hint())
        self._caveat.setText(words.only_a_hint() if self._is_only_a_hint else "")
        self._caveat.setVisible(self._is_only_a_hint)
        self.hint_box.setVisible(bool(self.hint.text()))

    def _choose_directions(self) -> None:
        directions = QBoxLayout.Direction
        for row, buttons in self._rows:
            shown = [button for button in buttons if not button.isHidden()]
            needed = sum(button.sizeHint().width() + _GAP for button in shown)
            fits = needed <= self.width()
            row.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_directions()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._choose_directions()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self.hint_box)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.setSpacing(0)
        inside.addWidget(self.hint)
        inside.addWidget(self._caveat)
        self.hint_box.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        # As wide as it may be: centred alone it would take its least width.
        centred = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        centred.addStretch(1)
        centred.addWidget(self.hint_box, 1_000)
        centred.addStretch(1)
        column.addLayout(centred)
        first = _row((self.task, self.check))
        second = _row((self.charged, self.not_charged))
        self._rows = (
            (first, (self.task, self.check)),
            (second, (self.charged, self.not_charged)),
        )
        column.addLayout(first)
        column.addSpacing(_GAP)
        column.addWidget(self._question)
        column.addLayout(second)


def _row(buttons: Sequence[BarText]) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(_GAP)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
    row.addStretch(1)
    return row


def _name(button: BarText, text: str) -> None:
    if text != button.text():
        button.setText(text)
        button.setAccessibleName(text)
        button.updateGeometry()
