"""One short message, which goes by itself."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from videogen_desktop.ui.theme.icons import themed_icon, themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

SHOWN_FOR_MS = 5000
# As long as a deleted video's files wait for the undo.
SHOWN_WITH_ACTION_MS = 10_000
_ICON = 20


class Tone(StrEnum):
    SUCCESS = "success"
    ERROR = "error"


class AlertAction(NamedTuple):
    """What an alert offers to do about its message; the alert goes when it was done."""

    text: str
    run: Callable[[], object]


_ICON_NAMES = {Tone.SUCCESS: "circle-check", Tone.ERROR: "circle-alert"}


class Alert(QFrame):
    """One message; goes by itself, but not while the pointer rests on it."""

    closed = Signal()

    def __init__(
        self,
        tone: Tone,
        text: str,
        tokens: Tokens,
        parent: QWidget,
        action: AlertAction | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("alert")
        self.setProperty("tone", tone.value)
        self._tone = tone
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setText(text)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = action
        self._act = QPushButton("" if action is None else action.text)
        self._act.setProperty("kind", "quiet")
        self._act.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._act.setVisible(action is not None)
        self._act.clicked.connect(self._run_action)
        self._copy = self._button()
        self._copy.setVisible(tone is Tone.ERROR)
        self._copy.clicked.connect(self._copy_text)
        self._close = self._button()
        self._close.clicked.connect(self.closed)
        self._lay_out(tokens)
        shown_for = SHOWN_FOR_MS if action is None else SHOWN_WITH_ACTION_MS
        self._timer = QTimer(self, singleShot=True, interval=shown_for)
        self._timer.timeout.connect(self.closed)
        self._timer.start()
        self.set_tokens(tokens)
        self.retranslate()

    @property
    def text(self) -> str:
        return self._text.text()

    def natural_width(self) -> int:
        """Wide enough for the text on one line, however long that is."""
        text = self._text.fontMetrics().horizontalAdvance(self._text.text())
        rest = self.sizeHint().width() - self._text.sizeHint().width()
        # A label with a style sheet indents its text by half an x on either side.
        return text + rest + 2 * self._text.fontMetrics().averageCharWidth()

    def is_same(self, tone: Tone, text: str) -> bool:
        return self._tone is tone and self.text == text and self._action is None

    def offers(self, action: AlertAction) -> bool:
        return self._action == action

    def show_again(self) -> None:
        """The same message came once more: it stays for its full time from now."""
        self._timer.start()

    def set_tokens(self, tokens: Tokens) -> None:
        colour = tokens.success if self._tone is Tone.SUCCESS else tokens.danger
        name = _ICON_NAMES[self._tone]
        self._icon.setPixmap(themed_pixmap(name, colour, _ICON, self.devicePixelRatioF()))
        self._act.setStyleSheet(f"color: {tokens.text}; font-weight: 600;")
        self._copy.setIcon(themed_icon("copy", tokens.text_muted, 16))
        self._close.setIcon(themed_icon("x", tokens.text_muted, 16))

    def retranslate(self) -> None:
        self._copy.setToolTip(self.tr("Copy the message"))
        self._copy.setAccessibleName(self._copy.toolTip())
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self._close.toolTip())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def _lay_out(self, tokens: Tokens) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.space_3 + 2, tokens.space_2, tokens.space_2, tokens.space_2)
        row.setSpacing(tokens.space_2)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._act)
        row.addWidget(self._copy)
        row.addWidget(self._close)

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "icon")
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @Slot()
    def _run_action(self) -> None:
        if self._action is not None:
            self._action.run()
        self.closed.emit()

    @Slot()
    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
