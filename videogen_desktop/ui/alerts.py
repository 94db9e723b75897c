"""Short messages at the top centre of the window, or of what is in front of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.alert import Alert, AlertAction, Tone
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.theme.tokens import Tokens

_AT_MOST = 3
_WIDEST = 560
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


# What alerts are shown over, and below which part of it; the same twice for its upper edge.
Front = tuple[QWidget, QWidget]


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
