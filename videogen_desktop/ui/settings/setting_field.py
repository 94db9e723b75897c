"""A setting whose control takes the whole width below its words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.tokens import Tokens


class SettingField(QWidget):
    """Main thread only."""

    def __init__(self, tokens: Tokens, control: QWidget) -> None:
        super().__init__()
        self._control = control
        self._title = plain_label("", wraps=True)
        self._meaning = plain_label("small", wraps=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._meaning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_2)
        column.addLayout(words)
        column.addWidget(control)

    def name(self, title: str, meaning: str) -> None:
        """Write the words, which a screen reader says of the control too."""
        self._title.setText(title)
        self._meaning.setText(meaning)
        self._control.setAccessibleName(title)
        self._control.setAccessibleDescription(meaning)
