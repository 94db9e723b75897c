"""The buttons of the state card: the actions of a video that does not play."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from videogen_desktop.domain.errors import IllegalTransitionError
from videogen_desktop.domain.reconciliation import BalanceHint, Indication
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.errors import what_happened
from videogen_desktop.ui.gallery.actions import CardAction, actions_for, face_of
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.player.preview_player import PlaybackProblem
from videogen_desktop.ui.vendor_words import by_vendor
from videogen_desktop.ui.viewer.bar_controls import BarTextButton

_GAP, _WIDEST = 8, 460
_CHECKED = (VideoState.PENDING, VideoState.PROCESSING)
_OFFERED = (
    *(CardAction.SEND, CardAction.CANCEL, CardAction.RETRY),
    *(CardAction.OPEN, CardAction.FETCH),
)


class StateButtons(QWidget):
    """What can be done with the video. `actionRequested` carries a CardAction value. Main
    thread."""

    actionRequested = Signal(str)
    checkRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = BarTextButton(filled=True)
        self.check.clicked.connect(self.checkRequested)
        self._buttons = {action: BarTextButton(filled=True) for action in _OFFERED}
        for action, button in self._buttons.items():
            button.clicked.connect(partial(self._request, action))
        self._row = ButtonRow((*self._buttons.values(), self.check))
        self.setLayout(self._row)

    def show_for(
        self, item: LibraryItem, problem: PlaybackProblem | None, *, is_checking: bool
    ) -> None:
        offered = _offered(item, problem)
        for action, button in self._buttons.items():
            button.setVisible(action in offered)
            _name(button, face_of(action).text)
        can_be_checked = _can_be_checked(item)
        self.check.setVisible(can_be_checked)
        _show_checking(self.check, is_checking)
        self.setVisible(bool(offered) or can_be_checked)
        self._row.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._row.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._row.fit(self.width())

    def _request(self, action: CardAction, _checked: bool = False) -> None:
        self.actionRequested.emit(action.value)


def _offered(item: LibraryItem, problem: PlaybackProblem | None) -> set[CardAction]:
    offered = set(actions_for(item)) & set(_OFFERED)
    if problem in (None, PlaybackProblem.MISSING) and not item.plays_elsewhere:
        offered.discard(CardAction.OPEN)
    return offered


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
        self.task, self.check = BarTextButton(filled=True), BarTextButton(filled=True)
        self.charged, self.not_charged = BarTextButton(filled=True), BarTextButton(filled=True)
        self._question = plain_label("muted", wraps=True)
        for label in (self.hint, self._caveat, self._question):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        self.task.clicked.connect(self.taskRequested)
        self.check.clicked.connect(self.checkRequested)
        self.charged.clicked.connect(self.chargedRequested)
        self.not_charged.clicked.connect(self.notChargedRequested)

    # --- the hint ----------------------------------------------------------------------------

    def show_asking(self, vendor: str) -> None:
        self._say(lambda: by_vendor(_asking_for_balance(), vendor))

    def show_hint(self, hint: BalanceHint, vendor: str) -> None:
        self._say(lambda: by_vendor(_hint_text(hint), vendor), is_hint=True)

    def show_no_hint(self, error: BaseException) -> None:
        """The balance could not be read."""
        if isinstance(error, IllegalTransitionError):
            # It has just become clear.
            self.forget_hint()
        else:
            self._say(lambda: _no_hint(what_happened(error)))

    def forget_hint(self) -> None:
        """Another video, or nothing to say."""
        self._say(str)

    # --- the video ---------------------------------------------------------------------------

    def show_for(self, item: LibraryItem, *, is_checking: bool) -> None:
        """A video that is clear shows nothing."""
        video = item.video
        shown = video.state is VideoState.UNCONFIRMED
        self.setVisible(shown)
        if not shown:
            return
        # Where the record has gone, the id is known.
        self.task.setVisible(video.reason is Reason.SENT_UNKNOWN)
        _show_checking(self.check, is_checking)
        _name(self.task, QCoreApplication.translate("Settling", "Enter the task id…"))
        _name(self.charged, QCoreApplication.translate("Settling", "Charged"))
        _name(self.not_charged, QCoreApplication.translate("Settling", "Not charged"))
        question = QCoreApplication.translate(
            "Settling", "Have you looked at {vendor}'s own history? The credits were:"
        )
        self._question.setText(by_vendor(question, item.vendor_title))
        self._write_hint()
        self._choose_directions()

    # --- inner -------------------------------------------------------------------------------

    def _say(self, hint: Callable[[], str], *, is_hint: bool = False) -> None:
        self._hint, self._is_only_a_hint = hint, is_hint
        self._write_hint()

    def _write_hint(self) -> None:
        self.hint.setText(self._hint())
        caveat = QCoreApplication.translate(
            "Settling", "This is only a hint: the account may be used elsewhere too."
        )
        self._caveat.setText(caveat if self._is_only_a_hint else "")
        self._caveat.setVisible(self._is_only_a_hint)
        self.hint_box.setVisible(bool(self.hint.text()))

    def _choose_directions(self) -> None:
        for row in self._rows:
            row.fit(self.width())

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
        first = ButtonRow((self.task, self.check))
        second = ButtonRow((self.charged, self.not_charged))
        self._rows = (first, second)
        column.addLayout(first)
        column.addSpacing(_GAP)
        column.addWidget(self._question)
        column.addLayout(second)


class ButtonRow(QBoxLayout):
    """Buttons beside each other where there is room, else below. Main thread."""

    def __init__(self, buttons: Sequence[BarTextButton]) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._buttons = buttons
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(_GAP)
        self.addStretch(1)
        for button in buttons:
            self.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.addStretch(1)

    def fit(self, width: int) -> None:
        """Choose the direction; the buttons that are hidden take no room."""
        shown = [button for button in self._buttons if not button.isHidden()]
        needed = sum(button.sizeHint().width() + _GAP for button in shown)
        directions = QBoxLayout.Direction
        self.setDirection(directions.LeftToRight if needed <= width else directions.TopToBottom)


def _name(button: BarTextButton, text: str) -> None:
    if text != button.text():
        button.setText(text)
        button.setAccessibleName(text)
        button.updateGeometry()


def _asking_for_balance() -> str:
    return QCoreApplication.translate("Settling", "Asking {vendor} for the balance…")


def _no_hint(why: str) -> str:
    text = QCoreApplication.translate("Settling", "The balance could not be read. {why}")
    return text.format(why=why)


def _hint_text(found: BalanceHint) -> str:
    """What the provider's balance suggests; never a proof."""
    return _indication(found.indication).replace("{amount}", credits_text(found.balance))


def _indication(indication: Indication) -> str:
    if indication is Indication.CHARGED:
        return QCoreApplication.translate(
            "Settling", "{vendor} has {amount} left: it looks as if this video was charged."
        )
    if indication is Indication.NOT_CHARGED:
        return QCoreApplication.translate(
            "Settling", "{vendor} has {amount} left: it looks as if this video was not charged."
        )
    if indication is Indication.TOO_EARLY:
        return QCoreApplication.translate(
            "Settling",
            "{vendor} has {amount} left: not charged so far, but the video may still be "
            "running there.",
        )
    return QCoreApplication.translate(
        "Settling", "{vendor} has {amount} left, which does not tell whether it was charged."
    )


def _can_be_checked(item: LibraryItem) -> bool:
    """Whether the provider's record can say anything new; an unclear video has its own button."""
    return item.video.task_id is not None and item.video.state in _CHECKED


def _show_checking(button: BarTextButton, is_checking: bool) -> None:
    """“Check again”, or that it is under way."""
    again = QCoreApplication.translate("Viewer", "Check again")
    button.setEnabled(not is_checking)
    _name(button, QCoreApplication.translate("Viewer", "Checking…") if is_checking else again)
