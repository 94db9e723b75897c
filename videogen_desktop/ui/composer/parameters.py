"""The choices of the chosen model beside its shape: length, resolution, sound and others."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from videogen_desktop.ui.option_wording import AUDIO, role_name, value_text
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.domain.parameter import Parameter
    from videogen_desktop.domain.request import Options, OptionValue

_SHAPE = "aspect_ratio"
_ICON = QSize(14, 14)


class ParameterBar(QWidget):
    """One button for each parameter, drawn from what the model declares. Main thread only."""

    chosen = Signal()
    closed = Signal()  # a menu, with or without a choice

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._buttons: dict[str, ParameterButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.space_1)
        self.hide()

    @property
    def options(self) -> "dict[str, OptionValue]":
        """By role what is chosen now."""
        return {role: button.value for role, button in self._buttons.items()}

    def offer(self, model: "VideoModel | None") -> None:
        """Show this model's parameters; what was chosen stays where it can."""
        before = self.options
        for old in self._buttons.values():
            old.setParent(None)
            old.deleteLater()
        self._buttons = {}
        for parameter in () if model is None else model.parameters:
            if parameter.role != _SHAPE and parameter.values:
                self._add(parameter)
        self.setVisible(bool(self._buttons))
        if model is not None:
            self.choose(model.kept_options(before))

    def choose(self, options: "Options") -> None:
        """Show these; of a parameter that is not here nothing happens."""
        for role, value in options.items():
            if role in self._buttons:
                self._buttons[role].show_value(value)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for button in self._buttons.values():
            button.set_tokens(tokens)

    def _add(self, parameter: "Parameter") -> None:
        button = ParameterButton(parameter, self._tokens, self)
        button.chosen.connect(self.chosen)
        button.closed.connect(self.closed)
        self._buttons[parameter.role] = button
        self._row.addWidget(button)


class ParameterButton(QPushButton):
    """Shows a parameter's value; its menu has all of them, or a click turns it on and off."""

    chosen = Signal()
    closed = Signal()

    def __init__(self, parameter: "Parameter", tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._parameter = parameter
        self._tokens = tokens
        first = parameter.default if parameter.default is not None else parameter.values[0]
        self.value: OptionValue = first
        self.setObjectName("parameterButton")
        self.setProperty("focusPolicy", "TabFocus")
        self.setAutoDefault(False)
        self.setIconSize(_ICON)
        if isinstance(first, bool):
            self.clicked.connect(self._toggle)
        else:
            self.setProperty("layoutDirection", "RightToLeft")  # the arrow stands after the value
            self._add_menu()
        self.show_value(first)

    def show_value(self, value: "OptionValue") -> None:
        self.value = value
        self._write()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _toggle(self) -> None:
        self._choose(not self.value)

    def _choose(self, value: "OptionValue", _checked: bool = False) -> None:
        if value != self.value:
            self.show_value(value)
            self.chosen.emit()

    def _add_menu(self) -> None:
        from videogen_desktop.ui.button_menu import forget_hover_after

        menu = QMenu(self)
        menu.setProperty("layoutDirection", "LeftToRight")
        menu.aboutToShow.connect(self._fill)
        menu.aboutToHide.connect(self.closed)
        forget_hover_after(self, menu)
        self.setMenu(menu)

    def _fill(self) -> None:
        from videogen_desktop.ui.button_menu import add_choices

        menu, role = self.menu(), self._parameter.role
        menu.clear()
        add_choices(
            menu,
            [
                (value_text(role, value), value == self.value, partial(self._choose, value))
                for value in self._parameter.values
            ],
        )

    def _write(self) -> None:
        role, tokens = self._parameter.role, self._tokens
        name, text = role_name(role), value_text(role, self.value)
        if isinstance(self.value, bool):
            is_sound = role == AUDIO
            icon = ("volume-2" if self.value else "volume-x") if is_sound else "check"
            colour = tokens.accent if self.value else tokens.text_muted
            self.setText("" if is_sound else name)
            self.setIcon(themed_icon(icon, colour, _ICON.width()))
        else:
            self.setText(text.replace("&", "&&"))
            self.setIcon(themed_icon("chevron-down", tokens.text_muted, _ICON.width()))
        self.setToolTip(f"{name}: {text}")
        self.setAccessibleName(f"{name}: {text}")
