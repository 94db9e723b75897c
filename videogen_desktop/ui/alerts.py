"""Short messages at the top centre of the window."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.alert import Alert, AlertAction, Tone
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.theme.tokens import Tokens

_AT_MOST = 3
_WIDEST = 560
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class AlertStack(QObject):
    """Keeps up to three alerts at the top centre of `host`, the newest first. Main thread.

    They begin under `below`, a row of controls in `host`, while that is shown: an alert comes when
    something was clicked, and the next click goes there.
    """

    def __init__(self, host: QWidget, below: QWidget, tokens: Tokens) -> None:
        super().__init__(host)
        self._host, self._below = host, below
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

    def move_to(self, host: QWidget, below: QWidget) -> None:
        """Show them over another part of the window."""
        self._host.removeEventFilter(self)
        self._below.removeEventFilter(self)
        self._host, self._below = host, below
        self._watch()
        for alert in self._alerts:
            alert.setParent(host)
            alert.show()
        self._place()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for alert in self._alerts:
            alert.set_tokens(tokens)

    def retranslate(self) -> None:
        for alert in self._alerts:
            alert.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._place()
        return False

    def _watch(self) -> None:
        for widget in (self._host, self._below):
            widget.installEventFilter(self)

    def _show(self, tone: Tone, text: str, action: AlertAction | None = None) -> None:
        for alert in self._alerts:
            if action is None and alert.is_same(tone, text):
                alert.show_again()
                return
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
        if self._below.isHidden():
            return self._tokens.space_4
        return (
            self._below.mapTo(self._host, self._below.rect().bottomLeft()).y()
            + self._tokens.space_2
        )
