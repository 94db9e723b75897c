"""One setting: what it is called, what it means, and its control."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.tokens import Tokens


class SettingRow(QWidget):
    """A switch stands beside the words; anything wider stands below them."""

    def __init__(self, tokens: Tokens, control: QWidget, *, beside: bool = False) -> None:
        super().__init__()
        self._control = control
        self._given_name = ""
        self._title = plain_label("", wraps=True)
        self._meaning = plain_label("small", wraps=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._meaning)
        if beside:
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(tokens.space_4)
            row.addLayout(words, 1)
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
            return
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_2)
        column.addLayout(words)
        column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def meaning(self) -> str:
        return self._meaning.text()

    def name(self, title: str, meaning: str = "") -> None:
        self._title.setText(title)
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))
        if self._control.accessibleName() == self._given_name:
            # Not where it has a name of its own.
            self._control.setAccessibleName(title)
            self._given_name = title
        self._control.setAccessibleDescription(meaning)


class SettingsCard(QFrame):
    """A group of settings on one ground, with rules between them."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._parts: list[tuple[QWidget, QFrame | None]] = []
        self._column = QVBoxLayout(self)
        space = tokens.space_4
        self._column.setContentsMargins(space, tokens.space_3, space, tokens.space_3)
        self._column.setSpacing(tokens.space_3)

    def add(self, part: QWidget) -> None:
        rule = None
        if self._parts:
            rule = QFrame()
            rule.setProperty("kind", "rule")
            self._column.addWidget(rule)
        self._column.addWidget(part)
        self._parts.append((part, rule))
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._show_rules()
        return False

    def _show_rules(self) -> None:
        """None beside a part that is hidden."""
        has_one_above = False
        for part, rule in self._parts:
            if rule is not None:
                rule.setVisible(has_one_above and not part.isHidden())
            has_one_above = has_one_above or not part.isHidden()

    def add_below(self, part: QWidget) -> None:
        """A part that belongs to the setting above it."""
        self._column.addWidget(part)


def caption(text: str = "") -> QLabel:
    """The heading of a card."""
    return plain_label("caption", text)
