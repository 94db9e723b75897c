"""A line below the cards about the last thing done: nothing covers the next card's controls.

An alert at the top stood over the buttons of the middle card, which the next click was meant for.
"""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from videogen_desktop.ui.alerts import SHOWN_FOR_MS, SHOWN_WITH_ACTION_MS, AlertAction, all_offers
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.library.toolbar import toolbar_sheet
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.icons import themed_icon, themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_ICON, _CLOSE = 18, 16


class QuietNote(QFrame):
    """One line below the cards; goes by itself, but not while the pointer rests on it. Main
    thread."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryBar")
        self._icon = plain_label("icon")
        self.said = plain_label()
        self._acts: list[QPushButton] = []
        self._close = QToolButton()
        self._close.setProperty("kind", "icon")
        self._close.setIconSize(QSize(_CLOSE, _CLOSE))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.hide)
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(tokens.space_5, tokens.space_1, tokens.space_5, tokens.space_1)
        self._row.setSpacing(tokens.space_2)
        self._row.addWidget(self._icon)
        self._row.addWidget(self.said)
        self._row.addStretch(1)
        self._row.addWidget(self._close)
        self.set_tokens(tokens)
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty while it says nothing."""
        return "" if self.isHidden() else self.said.text()

    def say(self, text: str, action: AlertAction | None = None) -> None:
        """In place of what was said before."""
        for act in self._acts:
            self._row.removeWidget(act)
            act.deleteLater()
        self._acts = [self._offer(one) for one in all_offers(action)]
        for number, act in enumerate(self._acts):
            self._row.insertWidget(2 + number, act)
        self.said.setText(text)
        self._due.setInterval(SHOWN_FOR_MS if action is None else SHOWN_WITH_ACTION_MS)
        self._due.start()
        self.show()
        announce(self, text)

    def set_tokens(self, tokens: Tokens) -> None:
        self.setStyleSheet(toolbar_sheet(tokens))
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(themed_pixmap("circle-check", tokens.success, _ICON, ratio))
        self._close.setIcon(themed_icon("x", tokens.text_muted, _CLOSE))

    def retranslate(self) -> None:
        self._close.setToolTip(QCoreApplication.translate("Library", "Close"))
        self._close.setAccessibleName(self._close.toolTip())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._due.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._due.start()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._due.stop()
        super().hideEvent(event)

    def _offer(self, action: AlertAction) -> QPushButton:
        button = QPushButton(action.text)
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._run, action))
        return button

    def _run(self, action: AlertAction, _checked: bool = False) -> None:
        self.hide()
        action.run()
