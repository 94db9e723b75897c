"""Short messages at the top centre of the window, or of what is in front of it."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
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

from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.theme.icons import themed_icon, themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

SHOWN_FOR_MS = 5000
# As long as a deleted video's files wait for the undo.
SHOWN_WITH_ACTION_MS = 10_000
_ICON = 20
_AT_MOST = 3
_WIDEST = 560
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
# What alerts are shown over, and below which part of it; the same twice for its upper edge.
Front = tuple[QWidget, QWidget]


class Tone(StrEnum):
    SUCCESS = "success"
    ERROR = "error"


_ICON_NAMES = {Tone.SUCCESS: "circle-check", Tone.ERROR: "circle-alert"}


class AlertAction(NamedTuple):
    """What an alert offers to do about its message, and what else; it goes when either was done."""

    text: str
    run: Callable[[], object]
    other: "AlertAction | None" = None


def all_offers(action: AlertAction | None) -> Iterator[AlertAction]:
    """It, and what else is offered with it."""
    while action is not None:
        yield action
        action = action.other


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
        self._acts = [self._offer(one) for one in all_offers(action)]
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
        for act in self._acts:
            act.setStyleSheet(f"color: {tokens.text}; font-weight: 600;")
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
        for act in self._acts:
            row.addWidget(act)
        row.addWidget(self._copy)
        row.addWidget(self._close)

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "icon")
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _offer(self, action: AlertAction) -> QPushButton:
        button = QPushButton(action.text)
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._run, action))
        return button

    def _run(self, action: AlertAction, _checked: bool = False) -> None:
        action.run()
        self.closed.emit()

    @Slot()
    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.text)


class AlertStack(QObject):
    """Keeps up to three alerts at the top centre of what is in front, the newest first.

    `front` says what that is now, and which row of controls in it they begin under while it is
    shown: an alert comes when something was clicked, and the next click goes there. Main thread.
    """

    def __init__(self, front: Callable[[], Front], tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._front = front
        self._host, self._below = front()
        self._tokens = tokens
        self._alerts: list[Alert] = []
        self._watch()

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(alert.text for alert in self._alerts)

    def success(self, text: str, action: AlertAction | None = None) -> None:
        self._show(Tone.SUCCESS, text, action)

    def error(self, text: str, action: AlertAction | None = None) -> None:
        self._show(Tone.ERROR, text, action)

    @Slot()
    def follow(self) -> None:
        """Something else may be in front now: show them over that."""
        host, below = self._front()
        if host is not self._host:
            for widget in {self._host, self._below}:
                widget.removeEventFilter(self)
            self._host, self._below = host, below
            self._watch()
            for alert in self._alerts:
                alert.setParent(host)
                alert.show()
        self._place()

    def withdraw(self, action: AlertAction) -> None:
        """What this offered was done in another way."""
        for alert in [alert for alert in self._alerts if alert.offers(action)]:
            self._remove(alert)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for alert in self._alerts:
            alert.set_tokens(tokens)

    def retranslate(self) -> None:
        for alert in self._alerts:
            alert.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Hide and watched is self._host:
            # A dialog that closes would take its alerts along.
            self.follow()
        elif event.type() in _MOVING:
            self._place()
        return False

    def _watch(self) -> None:
        for widget in {self._host, self._below}:
            widget.installEventFilter(self)

    def _show(self, tone: Tone, text: str, action: AlertAction | None = None) -> None:
        for alert in self._alerts:
            if action is None and alert.is_same(tone, text):
                alert.show_again()
                return
        self.follow()
        alert = Alert(tone, text, self._tokens, self._host, action)
        alert.closed.connect(self._remove_sender)
        self._alerts.insert(0, alert)
        for surplus in self._alerts[_AT_MOST:]:
            self._remove(surplus)
        alert.show()
        self._place()
        announce(self._host, text, is_urgent=tone is Tone.ERROR)

    @Slot()
    def _remove_sender(self) -> None:
        alert = self.sender()
        if isinstance(alert, Alert):
            self._remove(alert)

    def _remove(self, alert: Alert) -> None:
        if alert in self._alerts:
            self._alerts.remove(alert)
            alert.hide()
            alert.deleteLater()
            self._place()

    def _place(self) -> None:
        margin = self._tokens.space_4
        room = self._host.width() - 2 * margin
        top = self._first_top()
        for alert in self._alerts:
            width = min(room, _WIDEST, alert.natural_width())
            height = max(alert.heightForWidth(width), alert.minimumSizeHint().height())
            alert.setGeometry((self._host.width() - width) // 2, top, width, height)
            alert.raise_()
            top += height + self._tokens.space_2

    def _first_top(self) -> int:
        if self._below is self._host or self._below.isHidden():
            return self._tokens.space_4
        return (
            self._below.mapTo(self._host, self._below.rect().bottomLeft()).y()
            + self._tokens.space_2
        )
