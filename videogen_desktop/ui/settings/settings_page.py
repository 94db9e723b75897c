"""A page of the settings dialog, and what stands on it: cards of settings with their controls."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.settings.settings_store import SettingsStore
from videogen_desktop.ui.theme.tokens import Tokens

_GAP = 2
_WIDTH, _HEIGHT, _EDGE = 40, 22, 3


class SettingsPage(QScrollArea):
    """Shows the store's settings and changes them. Main thread only."""

    def __init__(self, tokens: Tokens, store: SettingsStore) -> None:
        super().__init__()
        self.store = store
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
        """Show what the store has."""

    def retranslate(self) -> None:
        """Write the texts again."""

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in this theme from now on."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_settings()
        super().changeEvent(event)


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


class SettingRow(QWidget):
    """One setting: what it is called, what it means, and its control.

    A switch stands beside the words; anything wider stands below them, and what `fills` the row
    takes its whole width.
    """

    def __init__(
        self, tokens: Tokens, control: QWidget, *, beside: bool = False, fills: bool = False
    ) -> None:
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
        if fills:
            column.addWidget(control)
        else:
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


def caption(text: str = "") -> QLabel:
    """The heading of a card."""
    return plain_label("caption", text)


class SegmentedChoice(QFrame):
    """Side by side, or below each other where there is no room for that. Arrow keys go
    along it, the space bar chooses. Main thread only."""

    chosen = Signal(object)

    def __init__(self, values: Sequence[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segments")
        self._values = tuple(values)
        self._group = QButtonGroup(self)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        row.setSpacing(_GAP)
        for number, _value in enumerate(self._values):
            button = QPushButton()
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(self._tell)

    @property
    def current(self) -> Any:
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def choose(self, value: Any) -> None:
        """Show this value without telling anybody."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def name(self, caption: str, names: Sequence[str]) -> None:
        """What the alternatives are called; `caption` is what a screen reader says first."""
        self.setAccessibleName(caption)
        for button, name in zip(self._group.buttons(), names, strict=True):
            button.setText(name.replace("&", "&&"))
            button.setAccessibleName(f"{caption}: {name}")

    def sizeHint(self) -> QSize:
        return QSize(self._width_of_row(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        widest = max(button.sizeHint().width() for button in self._group.buttons())
        return QSize(widest + 2 * _GAP, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        fits = self.width() >= self._width_of_row()
        self._row.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def _width_of_row(self) -> int:
        buttons = self._group.buttons()
        return sum(button.sizeHint().width() for button in buttons) + _GAP * (len(buttons) + 1)

    @Slot(int)
    def _tell(self, number: int) -> None:
        self.chosen.emit(self._values[number])


class ToggleSwitch(QAbstractButton):
    """Checked means on; space and a click toggle it. Main thread only."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH + 2 * _EDGE, _HEIGHT + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, top = (self.width() - _WIDTH) / 2, (self.height() - _HEIGHT) / 2
        track = QRectF(left, top, _WIDTH, _HEIGHT)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
            ring = track.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        off = tokens.text_faint if self.underMouse() else tokens.border_strong
        painter.setBrush(QColor(tokens.accent if self.isChecked() else off))
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        side = _HEIGHT - 6
        x = track.right() - side - 3 if self.isChecked() else track.left() + 3
        painter.setBrush(QColor(tokens.on_accent if self.isChecked() else tokens.surface))
        painter.drawEllipse(QRectF(x, track.top() + 3, side, side))
