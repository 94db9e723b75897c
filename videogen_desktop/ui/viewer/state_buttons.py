"""What can be done about a video that does not play."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.actions import CardAction, actions_for, face_of
from videogen_desktop.ui.player.preview_player import PlaybackProblem
from videogen_desktop.ui.viewer import state_wording, wording
from videogen_desktop.ui.viewer.bar_button import BarText

_OFFERED = (
    *(CardAction.SEND, CardAction.CANCEL, CardAction.RETRY),
    *(CardAction.OPEN, CardAction.FETCH),
)
_GAP = 8


class StateButtons(QWidget):
    """Beside each other where there is room, else below. `actionRequested` carries a CardAction
    value. Main thread."""

    actionRequested = Signal(str)
    checkRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = BarText(filled=True)
        self.check.clicked.connect(self.checkRequested)
        self._buttons = {action: BarText(filled=True) for action in _OFFERED}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addStretch(1)
        for action, button in self._buttons.items():
            button.clicked.connect(partial(self._request, action))
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignHCenter)
        self._row.addStretch(1)

    def show_for(
        self, item: LibraryItem, problem: PlaybackProblem | None, *, is_checking: bool
    ) -> None:
        offered = _offered(item, problem)
        for action, button in self._buttons.items():
            button.setVisible(action in offered)
            _name(button, face_of(action).text)
        can_be_checked = state_wording.can_be_checked(item)
        self.check.setVisible(can_be_checked)
        self.check.setEnabled(not is_checking)
        _name(self.check, wording.checking() if is_checking else wording.check_again())
        self.setVisible(bool(offered) or can_be_checked)
        self._choose_direction()

    def _choose_direction(self) -> None:
        shown = [part for part in (*self._buttons.values(), self.check) if not part.isHidden()]
        wide = sum(part.sizeHint().width() + _GAP for part in shown) <= self.width()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._choose_direction()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._choose_direction()

    def _request(self, action: CardAction, _checked: bool = False) -> None:
        self.actionRequested.emit(action.value)


def _offered(item: LibraryItem, problem: PlaybackProblem | None) -> set[CardAction]:
    offered = set(actions_for(item)) & set(_OFFERED)
    if problem in (None, PlaybackProblem.MISSING) and not item.plays_elsewhere:
        offered.discard(CardAction.OPEN)
    return offered


def _name(button: BarText, text: str) -> None:
    if text != button.text():
        button.setText(text)
        button.setAccessibleName(text)
        button.updateGeometry()
