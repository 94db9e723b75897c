"""The choices of the chosen model beside its shape: length, resolution, sound and quality."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from videogen_desktop.ui.composer.choices import left_to_model
from videogen_desktop.ui.option_wording import AUDIO, by_default, in_order, role_name, value_text
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.domain.parameter import Parameter
    from videogen_desktop.domain.request import Options, OptionValue

_SHAPE = "aspect_ratio"
_ICON = QSize(14, 14)


class ParameterBar(QWidget):
    """One button for each parameter of the row, drawn from what the model declares. Main thread
    only.

    A button is kept for the next model that has its parameter: making one is most of a change.
    """

    chosen = Signal(str, object)  # a role, and its value or None
    closed = Signal()  # a menu, with or without a choice

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._buttons: dict[str, ParameterButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.space_1 + 2)

    def offer(self, model: "VideoModel | None", options: "Options") -> None:
        """Show this model's parameters with these values."""
        parameters = () if model is None else model.parameters
        offered = {one.role: one for one in parameters if one.is_in_bar and one.role != _SHAPE}
        for place, (role, _none) in enumerate(in_order(dict.fromkeys(offered, ""))):
            button = self._buttons.get(role) or self._made(role)
            if self._row.indexOf(button) != place:
                self._row.insertWidget(place, button)
            button.offer(offered[role], options.get(role))
        for role, button in self._buttons.items():
            button.setVisible(role in offered)
        self.setVisible(bool(offered))

    def button(self, role: str) -> "ParameterButton | None":
        """Of a parameter that the model has."""
        button = self._buttons.get(role)
        return None if button is None or button.isHidden() else button

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for button in self._buttons.values():
            button.set_tokens(tokens)

    def _made(self, role: str) -> "ParameterButton":
        button = ParameterButton(self._tokens, self)
        button.chosen.connect(partial(self.chosen.emit, role))
        button.closed.connect(self.closed)
        self._buttons[role] = button
        return button


class ParameterButton(QPushButton):
    """Shows a parameter's value; its menu has all of them, or a click turns it on and off."""

    chosen = Signal(object)  # the value; None leaves it to the model
    closed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._parameter: Parameter | None = None
        self._tokens = tokens
        self._menu: QMenu | None = None
        self.value: OptionValue | None = None
        # Whether the name stands on it where there is no value.
        self.names_itself = True
        self.setObjectName("parameterButton")
        self.setProperty("focusPolicy", "TabFocus")
        self.setAutoDefault(False)
        self.setIconSize(_ICON)
        self.clicked.connect(self._toggle)

    def offer(self, parameter: "Parameter", value: "OptionValue | None") -> None:
        """Show this parameter with this value."""
        if (parameter, value) == (self._parameter, self.value):
            return
        self._parameter, self.value = parameter, value
        if not self._is_switch:
            self._need_menu()
        elif self.menu() is not None:
            self.setMenu(None)  # type: ignore[arg-type]
        # The arrow stands after the value.
        self.setProperty("layoutDirection", "LeftToRight" if self._is_switch else "RightToLeft")
        self._write()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    @property
    def _is_switch(self) -> bool:
        parameter = self._parameter
        if parameter is None or not all(isinstance(one, bool) for one in parameter.values):
            return False
        return not left_to_model(parameter)

    def _toggle(self) -> None:
        if self._is_switch:
            self._choose(not self.value)

    def _choose(self, value: "OptionValue | None", _checked: bool = False) -> None:
        if value != self.value:
            self.value = value
            self._write()
            self.chosen.emit(value)

    def _need_menu(self) -> None:
        from videogen_desktop.ui.button_menu import forget_hover_after

        if self._menu is None:
            self._menu = QMenu(self)
            self._menu.setProperty("layoutDirection", "LeftToRight")
            self._menu.aboutToShow.connect(self._fill)
            self._menu.aboutToHide.connect(self.closed)
            forget_hover_after(self, self._menu)
        if self.menu() is None:
            self.setMenu(self._menu)

    def _fill(self) -> None:
        from videogen_desktop.ui.button_menu import add_choices

        menu, parameter = self._menu, self._parameter
        if menu is None or parameter is None:
            return
        menu.clear()
        values: list[OptionValue | None] = list(parameter.values)
        if left_to_model(parameter):
            values.insert(0, None)
        add_choices(
            menu,
            [
                (self._text(value), value == self.value, partial(self._choose, value))
                for value in values
            ],
        )

    def _text(self, value: "OptionValue | None") -> str:
        if self._parameter is None or value is None:
            return by_default()
        return value_text(self._parameter.role, value)

    def _write(self) -> None:
        if self._parameter is None:
            return
        role, tokens = self._parameter.role, self._tokens
        name, text = role_name(role), self._text(self.value)
        if self._is_switch:
            is_sound = role == AUDIO
            icon = ("volume-2" if self.value else "volume-x") if is_sound else "check"
            colour = tokens.accent if self.value else tokens.text_muted
            self.setText("" if is_sound else name)
            self.setIcon(themed_icon(icon, colour, _ICON.width()))
        else:
            is_named = self.names_itself and self.value is None
            self.setText((name if is_named else text).replace("&", "&&"))
            self.setIcon(themed_icon("chevron-down", tokens.text_muted, _ICON.width()))
        self.setToolTip(f"{name}: {text}")
        self.setAccessibleName(f"{name}: {text}")
