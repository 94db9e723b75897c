"""What to do when the system's keyring does not take the key: an honest choice of three."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from videogen_desktop.ui.form_parts import form_button
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.tokens import Tokens

_EDGE = 12


class KeyringChoice(QFrame):
    """Never a file in plain text: retry, keep in memory, or cancel. Main thread only."""

    retryChosen = Signal()
    thisRunChosen = Signal()
    cancelChosen = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setProperty("kind", "note")
        self._condition = "missing"
        self._why = plain_label(wraps=True)
        self._means = plain_label("small", wraps=True)
        self.retry, self.this_run, self.cancel = form_button(), form_button(), form_button("quiet")
        self.retry.clicked.connect(self.retryChosen)
        self.this_run.clicked.connect(self.thisRunChosen)
        self.cancel.clicked.connect(self.cancelChosen)
        column = QVBoxLayout(self)
        space = tokens.space_3
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(tokens.space_2)
        column.addWidget(self._why)
        column.addWidget(self._means)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(tokens.space_2)
        for button in (self.retry, self.this_run, self.cancel):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        self.retranslate()

    def show_condition(self, condition: str) -> None:
        """ "missing", "locked" or "failed", as KeyStoreUnavailableError says."""
        self._condition = condition
        self.retranslate()

    def set_tokens(self, _tokens: Tokens) -> None:
        """The style sheet does all of it."""

    def minimumSizeHint(self) -> QSize:
        widest = max(button.sizeHint().width() for button in (self.retry, self.this_run))
        return QSize(widest + 2 * _EDGE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(
            button.sizeHint().width() + _EDGE for button in (self.retry, self.this_run, self.cancel)
        )
        direction = QBoxLayout.Direction
        is_narrow = event.size().width() < needed + _EDGE
        self._buttons.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._why.setText(self._reason())
        means = self.tr(
            "The key works but is not kept. For this run only means: enter it again next time."
        )
        self._means.setText(means)
        self.retry.setText(self.tr("Try again"))
        self.this_run.setText(self.tr("Keep for this run only"))
        self.cancel.setText(self.tr("Cancel"))

    def _reason(self) -> str:
        if self._condition == "missing":
            return self.tr("This computer has no system keyring that could hold the key.")
        if self._condition == "locked":
            return self.tr("The system's keyring is locked and was not opened.")
        return self.tr("The system's keyring did not take the key.")
