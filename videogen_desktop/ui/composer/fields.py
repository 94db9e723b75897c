"""Fields for the further parameters of a model, each of the kind that its declaration asks for."""

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.errors import OptionValueError
from videogen_desktop.domain.parameter import Parameter, WireType
from videogen_desktop.ui.composer.choices import left_to_model
from videogen_desktop.ui.composer.parameters import ParameterButton
from videogen_desktop.ui.option_wording import SEED, by_default, role_name
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.icons import themed_icon, themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.request import OptionValue

_ICON, _MARK = 16, 12
NUMBER_WIDTH = 110
_LARGEST_SEED = 2**31 - 1
NUMBERS = (WireType.INTEGER, WireType.NUMBER)


class Field(QWidget):
    """A parameter with its value. Main thread only."""

    chosen = Signal(object)  # the value; None leaves it to the model

    def __init__(self, parameter: Parameter, tokens: Tokens) -> None:
        super().__init__()
        self.parameter = parameter
        self._tokens = tokens
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    @property
    def is_wide(self) -> bool:
        """Whether it needs a row of its own."""
        return False

    @property
    def rank(self) -> int:
        """Fields with a name above them stand before switches, and wide ones last."""
        return 2 if self.is_wide else 0

    def show_value(self, value: "OptionValue | None") -> None:
        """Without telling anybody."""
        raise NotImplementedError

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def _stand_below_name(self, part: QWidget) -> None:
        name = role_name(self.parameter.role)
        part.setAccessibleName(name)
        self._column.addWidget(plain_label("small", name))
        self._column.addWidget(part)
        self._column.addStretch(1)


class SwitchBox(QCheckBox):
    """A check box whose mark is one of the window's icons: a style sheet has no coloured ones."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        super().__init__(text)
        self._tokens = tokens

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxIndicator
        box = self.style().subElementRect(element, option, self)
        mark = QRect(0, 0, _MARK, _MARK)
        mark.moveCenter(box.center())
        ratio = self.devicePixelRatioF()
        pixmap = themed_pixmap("check", self._tokens.on_accent, _MARK, ratio)
        painter = QPainter(self)
        painter.drawPixmap(mark, pixmap)


class SwitchField(Field):
    """On or off."""

    def __init__(self, parameter: Parameter, tokens: Tokens) -> None:
        super().__init__(parameter, tokens)
        self.box = SwitchBox(role_name(parameter.role).replace("&", "&&"), tokens)
        # A click leaves the keyboard where it is.
        self.box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Beside fields with a name above them it stands as high as what is below the name.
        self._column.addStretch(1)
        self._column.addWidget(self.box)
        self.box.clicked.connect(self._tell)

    @property
    def rank(self) -> int:
        return 1

    def show_value(self, value: "OptionValue | None") -> None:
        self.box.setChecked(bool(value))

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        self.box.set_tokens(tokens)

    @Slot(bool)
    def _tell(self, is_on: bool) -> None:
        self.chosen.emit(is_on)


class MenuField(Field):
    """One of a few values."""

    def __init__(self, parameter: Parameter, tokens: Tokens) -> None:
        super().__init__(parameter, tokens)
        self.button = ParameterButton(tokens, self)
        self.button.names_itself = False
        self.button.chosen.connect(self.chosen)
        self._stand_below_name(self.button)
        # Its own direction is the other way round, for the arrow.
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self._column.setAlignment(self.button, left)

    def show_value(self, value: "OptionValue | None") -> None:
        self.button.offer(self.parameter, value)

    def set_tokens(self, tokens: Tokens) -> None:
        self.button.set_tokens(tokens)


class TextField(Field):
    """A line of text; empty, it is left to the model."""

    def __init__(self, parameter: Parameter, tokens: Tokens) -> None:
        super().__init__(parameter, tokens)
        self.line = QLineEdit()
        if parameter.longest is not None:
            self.line.setMaxLength(parameter.longest)
        self.line.textEdited.connect(self._tell)
        self._stand_below_name(self.line)

    @property
    def is_wide(self) -> bool:
        return (self.parameter.longest or 0) > 100 or self.parameter.role == "negative_prompt"

    def show_value(self, value: "OptionValue | None") -> None:
        text = "" if value is None else str(value)
        if text != self.line.text():
            self.line.setText(text)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self.chosen.emit(text if text.strip() else None)


class NumberLine(QLineEdit):
    """A number within its bounds; what is outside is moved to the nearest bound when the keyboard
    leaves. Empty, it is left to the model where that is allowed."""

    numberChosen = Signal(object)

    def __init__(self, parameter: Parameter) -> None:
        super().__init__()
        self._parameter = parameter
        self._value: OptionValue | None = None
        self.setPlaceholderText(by_default() if left_to_model(parameter) else "")
        self.setToolTip(bounds_text(parameter))
        self.setMinimumWidth(NUMBER_WIDTH)
        self.textEdited.connect(self._tell)
        self.editingFinished.connect(self._settle)

    def show_number(self, value: "OptionValue | None") -> None:
        """Without telling anybody; what is being written stays."""
        self._value = value
        if not self.hasFocus():
            self._write()

    @Slot(str)
    def _tell(self, text: str) -> None:
        value = self._read(text)
        is_wrong = bool(text.strip()) and value is None
        if self.property("wrong") != is_wrong:
            self.setProperty("wrong", is_wrong)
            self.style().polish(self)
        if not is_wrong:
            self._choose(value)

    @Slot()
    def _settle(self) -> None:
        number, is_number = QLocale().toDouble(self.text())
        if not self.text().strip():
            is_free = left_to_model(self._parameter)
            self._choose(None if is_free else self._parameter.default)
        elif is_number and self._read(self.text()) is None:
            self._choose(self._nearest(number))
        self._write()
        self._tell(self.text())

    def _nearest(self, number: float) -> "OptionValue | None":
        low, high = self._parameter.minimum, self._parameter.maximum
        number = max(number, number if low is None else low)
        number = min(number, number if high is None else high)
        read = self._read(number_text(number))
        return self._value if read is None else read

    def _choose(self, value: "OptionValue | None") -> None:
        if value != self._value:
            self._value = value
            self.numberChosen.emit(value)

    def _read(self, text: str) -> "OptionValue | None":
        number, is_number = QLocale().toDouble(text)
        if not is_number:
            return None
        is_whole = number == int(number) if abs(number) < 1e15 else False
        try:
            return self._parameter.checked(int(number) if is_whole else number)
        except OptionValueError:
            return None

    def _write(self) -> None:
        value = self._value
        self.setText(number_text(value) if isinstance(value, int | float) else "")


class NumberField(Field):
    """A number within bounds; a seed has a dice beside it."""

    def __init__(self, parameter: Parameter, tokens: Tokens) -> None:
        super().__init__(parameter, tokens)
        self.line = NumberLine(parameter)
        self.line.numberChosen.connect(self.chosen)
        self.dice: QToolButton | None = None
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        if parameter.role == SEED:
            self.dice = icon_button(QCoreApplication.translate("Advanced", "Throw a number"))
            self.dice.clicked.connect(self._throw)
            row.addWidget(self.dice)
        self._stand_below_name(frame)
        self.line.setAccessibleName(role_name(parameter.role))
        self.set_tokens(tokens)

    def show_value(self, value: "OptionValue | None") -> None:
        self.line.show_number(value)

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        if self.dice is not None:
            self.dice.setIcon(themed_icon("dices", tokens.text_muted, _ICON))

    @Slot()
    def _throw(self) -> None:
        low = max(0, int(self.parameter.minimum or 0))
        high = int(min(self.parameter.maximum or _LARGEST_SEED, _LARGEST_SEED))
        # A seed is no secret.
        number = random.randint(low, high)
        self.line.show_number(number)
        self.chosen.emit(number)


def bounds_text(parameter: Parameter) -> str:
    """Within what a number must be; "" where anything goes."""
    low, high = parameter.minimum, parameter.maximum
    if low is None or high is None:
        return ""
    words = QCoreApplication.translate("Advanced", "From {low} to {high}")
    return words.format(low=number_text(low), high=number_text(high))


def number_text(number: float) -> str:
    """As people write it here, without signs between thousands: it is to be read back."""
    return f"{number:.12g}".replace(".", QLocale().decimalPoint())


def icon_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "icon")
    button.setIconSize(QSize(_ICON, _ICON))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
