"""Below the gallery: what can be done with the selection, and copies under way."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from videogen_desktop.ui.gallery.actions import FOR_MANY, CardAction, face_of
from videogen_desktop.ui.library import wording
from videogen_desktop.ui.library.toolbar_sheet import toolbar_sheet
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

_SHOWN_FROM = 2
_NARROW = 720
_ICON = 16


class SelectionBar(QFrame):
    """Shown while several videos are selected or a copy is under way. Main thread."""

    actionRequested = Signal(str)  # a CardAction for everything that is selected
    cleared = Signal()
    copiesCancelled = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryBar")
        self._tokens = tokens
        self._selected = 0
        self._copying = (0, 0, 0)
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = {action: QPushButton() for action in FOR_MANY}
        self._clear = QPushButton()
        self._progress = QLabel()
        self._progress.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(80)
        self._cancel = QPushButton()
        self._lay_out(tokens)
        self.set_tokens(tokens)
        self.retranslate()
        self.hide()

    def _lay_out(self, tokens: Tokens) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.space_5, tokens.space_1, tokens.space_5, tokens.space_1)
        row.setSpacing(tokens.space_1)
        row.addWidget(self._count)
        row.addSpacing(tokens.space_2)
        for action, button in self._buttons.items():
            button.setProperty("kind", "danger" if action is CardAction.DELETE else "quiet")
            button.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
            button.clicked.connect(self._pressed)
            row.addWidget(button)
        self._clear.setProperty("kind", "quiet")
        self._clear.clicked.connect(self.cleared)
        row.addWidget(self._clear)
        row.addStretch(1)
        row.addWidget(self._progress)
        row.addWidget(self._bar)
        self._cancel.setProperty("kind", "quiet")
        self._cancel.clicked.connect(self.copiesCancelled)
        row.addWidget(self._cancel)
        # The bar goes with the selection: a keyboard that was here would go anywhere.
        for button in (*self._buttons.values(), self._clear, self._cancel):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_selected(self, count: int) -> None:
        self._selected = count
        self._show()

    def show_copying(self, done: int, total: int, percent: int) -> None:
        self._copying = (done, total, percent)
        self._show()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.setStyleSheet(toolbar_sheet(tokens))
        for action, button in self._buttons.items():
            colour = tokens.danger if action is CardAction.DELETE else tokens.text_muted
            name = face_of(action).icon
            button.setIcon(themed_icon_before_text(name, colour, tokens.text_faint, _ICON))

    def retranslate(self) -> None:
        self._clear.setText(QCoreApplication.translate("Library", "Clear selection"))
        self._cancel.setText(QCoreApplication.translate("Library", "Cancel saving"))
        for button in (self._clear, self._cancel):
            button.setAccessibleName(button.text())
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QEvent) -> None:
        self._name_buttons()

    def _name_buttons(self) -> None:
        for action, button in self._buttons.items():
            name = _name(action)
            button.setAccessibleName(name)
            button.setToolTip(name)
            # In a narrow window the icons alone.
            button.setText("" if self.width() < _NARROW else name)

    def _show(self) -> None:
        many = self._selected >= _SHOWN_FROM
        done, total, percent = self._copying
        self._count.setText(wording.selected(self._selected))
        self._name_buttons()
        for part in (self._count, self._clear, *self._buttons.values()):
            part.setVisible(many)
        self._progress.setText(wording.copying(done, total, percent))
        self._bar.setValue(percent)
        self._bar.setAccessibleName(self._progress.text())
        for part in (self._progress, self._bar, self._cancel):
            part.setVisible(total > 0)
        self.setVisible(many or total > 0)

    def _pressed(self) -> None:
        pressed = self.sender()
        for action, button in self._buttons.items():
            if button is pressed:
                self.actionRequested.emit(action.value)


def _name(action: CardAction) -> str:
    if action is CardAction.DELETE:
        return QCoreApplication.translate("Library", "Delete")
    if action is CardAction.SAVE:
        return QCoreApplication.translate("Library", "Download")
    if action is CardAction.COLLECT:
        return QCoreApplication.translate("Library", "Collection")
    return face_of(action).text
