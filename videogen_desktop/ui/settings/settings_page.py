"""A page of the settings dialog: cards below each other, scrolled where there is no room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.settings.settings_keeper import SettingsKeeper
from videogen_desktop.ui.theme.tokens import Tokens


class SettingsPage(QScrollArea):
    """Shows the keeper's settings and changes them. Main thread only."""

    def __init__(self, tokens: Tokens, keeper: SettingsKeeper) -> None:
        super().__init__()
        self.keeper = keeper
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._heading = plain_label("title")
        content = QWidget()
        self._column = QVBoxLayout(content)
        space = tokens.space_4
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(tokens.space_3)
        self._column.addWidget(self._heading)
        self._column.addStretch(1)
        self.setWidget(content)

    def add(self, part: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, part)

    def head(self, text: str) -> None:
        self._heading.setText(text)

    def show_settings(self) -> None:
        """Show what the keeper has."""

    def retranslate(self) -> None:
        """Write the texts again."""

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in this theme from now on."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_settings()
        super().changeEvent(event)
