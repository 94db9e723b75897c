"""The choice of shape: a row of buttons, each drawn as the shape itself, or a menu of many."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QWidget

from videogen_desktop.domain.aspect_ratio import (
    LANDSCAPE,
    PORTRAIT,
    SQUARE,
    closest_shape,
    exact_ratio,
    named_shape,
    width_over_height,
)
from videogen_desktop.ui.option_wording import ASPECT_RATIO, value_text
from videogen_desktop.ui.theme.icons import (
    ICON_GAP,
    Box,
    svg_bytes,
    svg_pixmap,
    themed_pixmap,
    with_gap,
)
from videogen_desktop.ui.theme.tokens import Tokens

_SIDE = 18
# In a menu's button, which is as high as the others.
_SMALL = 15
# Of 16:9 in full width.
_AREA = 16 * 9
# More of them are told apart by their drawings: the row has other choices to hold.
_NAMED = 2
# More than these stand in a menu.
_SIDE_BY_SIDE = 3


class AspectSelector(QWidget):
    """Exactly one shape is chosen; arrow keys move the choice. Main thread only."""

    chosen = Signal(str)
    closed = Signal()  # the menu of many shapes, with or without a choice

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._shows_names = True
        self._menu: ShapeMenu | None = None
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.offer((LANDSCAPE, PORTRAIT))

    @property
    def current(self) -> str:
        """The shape as the model spells it."""
        if self._menu is not None and not self._menu.isHidden():
            return self._menu.current
        button = self._group.checkedButton()
        return button.aspect_ratio if isinstance(button, AspectButton) else LANDSCAPE

    @property
    def shapes(self) -> tuple[str, ...]:
        """All that are offered."""
        if self._menu is not None and not self._menu.isHidden():
            return self._menu.shapes
        return tuple(button.aspect_ratio for button in self.buttons())

    def choose(self, aspect_ratio: str) -> None:
        """Choose this shape, or the one that stands for it here; another one changes nothing."""
        offered = self.shapes
        wanted = aspect_ratio if aspect_ratio in offered else closest_shape(aspect_ratio, offered)
        if wanted is None:
            return
        if self._menu is not None and not self._menu.isHidden():
            self._menu.choose(wanted)
        for button in self.buttons():
            button.setChecked(button.aspect_ratio == wanted)

    def offer(self, aspect_ratios: Sequence[str]) -> None:
        """Show these shapes, which the model can make; the choice is kept where it can be."""
        if self.shapes == tuple(aspect_ratios):
            return
        before = self.current
        for old in self.buttons():
            self._group.removeButton(old)
            old.setParent(None)
            old.deleteLater()
        if len(aspect_ratios) > _SIDE_BY_SIDE:
            self._offer_menu(tuple(aspect_ratios))
        else:
            self._offer_buttons(aspect_ratios)
        self.choose(before)

    def _offer_menu(self, aspect_ratios: tuple[str, ...]) -> None:
        if self._menu is None:
            self._menu = ShapeMenu(self._tokens, self)
            self._menu.chosen.connect(self.chosen)
            self._menu.closed.connect(self.closed)
            self._row.addWidget(self._menu)
        self._menu.show()
        self._menu.offer(aspect_ratios)

    def _offer_buttons(self, aspect_ratios: Sequence[str]) -> None:
        if self._menu is not None:
            self._menu.hide()
        for aspect_ratio in aspect_ratios:
            button = AspectButton(aspect_ratio, self._tokens, self, shows_name=False)
            self._group.addButton(button)
            self._row.addWidget(button)
        self.retranslate()
        self.show_names(self._shows_names)
        self.buttons()[0].setChecked(True)

    def show_names(self, shown: bool) -> None:
        """Without names the selector fits a narrow window; tooltips still say them."""
        self._shows_names = shown
        is_shown = self._names_fit()
        for button in self.buttons():
            button.show_name(is_shown)

    @property
    def shows_names(self) -> bool:
        return self._names_fit()

    @property
    def names_width(self) -> int:
        """What the names take, shown or not; 0 where they never are."""
        if len(self.buttons()) > _NAMED:
            return 0
        return sum(button.name_width for button in self.buttons())

    def _names_fit(self) -> bool:
        return self._shows_names and len(self.buttons()) <= _NAMED

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for button in self.buttons():
            button.set_tokens(tokens)
        if self._menu is not None:
            self._menu.set_tokens(tokens)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Shape of the video"))
        names = {
            LANDSCAPE: (self.tr("Landscape"), self.tr("Landscape, {ratio}")),
            PORTRAIT: (self.tr("Portrait"), self.tr("Portrait, {ratio}")),
            SQUARE: (self.tr("Square"), self.tr("Square, {ratio}")),
        }
        for button in self.buttons():
            shape = button.aspect_ratio
            itself = value_text(ASPECT_RATIO, shape)
            name, full_name = names.get(named_shape(shape) or "", (itself, itself))
            full_name = full_name.format(ratio=exact_ratio(shape))
            button.set_name(name)
            button.setToolTip(full_name)
            button.setAccessibleName(full_name)

    def buttons(self) -> "list[AspectButton]":
        """From the left."""
        return [button for button in self._group.buttons() if isinstance(button, AspectButton)]

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.current)


class ShapeMenu(QPushButton):
    """Shows one shape of many; its menu has all of them. Main thread only."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        from videogen_desktop.ui.button_menu import forget_hover_after

        super().__init__(parent)
        self._tokens = tokens
        self.shapes: tuple[str, ...] = ()
        self.current = ""
        self.setObjectName("parameterButton")
        self.setProperty("focusPolicy", "TabFocus")
        self.setAutoDefault(False)
        self.setIconSize(QSize(_SMALL + ICON_GAP, _SMALL))
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        menu.aboutToHide.connect(self.closed)
        forget_hover_after(self, menu)
        self.setMenu(menu)

    def offer(self, shapes: tuple[str, ...]) -> None:
        self.shapes = shapes
        self.choose(self.current if self.current in shapes else shapes[0])

    def choose(self, shape: str) -> None:
        """Show this shape without telling anybody."""
        self.current = shape
        self._write()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _fill(self) -> None:
        from videogen_desktop.ui.button_menu import add_choices

        menu = self.menu()
        menu.clear()
        add_choices(
            menu,
            [
                (value_text(ASPECT_RATIO, shape), shape == self.current, partial(self._pick, shape))
                for shape in self.shapes
            ],
        )

    def _pick(self, shape: str, _checked: bool = False) -> None:
        if shape != self.current:
            self.choose(shape)
            self.chosen.emit(shape)

    def _write(self) -> None:
        if not self.current:
            return
        text = value_text(ASPECT_RATIO, self.current)
        colour, ratio = self._tokens.text_muted, self.devicePixelRatioF()
        self.setIcon(QIcon(with_gap(_drawn(self.current, colour, _SMALL, ratio))))
        self.setText(text)
        name = self.tr("Shape of the video: {shape}").format(shape=text)
        self.setToolTip(name)
        self.setAccessibleName(name)


class AspectButton(QPushButton):
    """Checked when chosen. Main thread only."""

    def __init__(
        self, aspect_ratio: str, tokens: Tokens, parent: QWidget, *, shows_name: bool
    ) -> None:
        super().__init__(parent)
        self.aspect_ratio = aspect_ratio
        self._name = ""
        self._shows_name = shows_name
        self._tokens = tokens
        self.setProperty("kind", "aspect")
        self.setCheckable(True)
        self.setProperty("focusPolicy", "TabFocus")
        self.setAutoDefault(False)
        self._draw()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._draw()

    def set_name(self, name: str) -> None:
        self._name = name
        self._write()

    @property
    def name_width(self) -> int:
        """How much wider the button is with its name than without."""
        return self.fontMetrics().horizontalAdvance(self._name) + ICON_GAP

    def show_name(self, shown: bool) -> None:
        if shown != self._shows_name:
            self._shows_name = shown
            self._write()
            self._draw()

    def _write(self) -> None:
        self.setText(self._name.replace("&", "&&") if self._shows_name else "")

    def _draw(self) -> None:
        tokens = self._tokens
        icon = QIcon()
        for colour, mode, state in (
            (tokens.text_muted, QIcon.Mode.Normal, QIcon.State.Off),
            (tokens.accent, QIcon.Mode.Normal, QIcon.State.On),
            (tokens.text_faint, QIcon.Mode.Disabled, QIcon.State.Off),
            (tokens.text_faint, QIcon.Mode.Disabled, QIcon.State.On),
        ):
            pixmap = _drawn(self.aspect_ratio, colour, _SIDE, self.devicePixelRatioF())
            icon.addPixmap(with_gap(pixmap) if self._shows_name else pixmap, mode, state)
        self.setIconSize(QSize(_SIDE + (ICON_GAP if self._shows_name else 0), _SIDE))
        self.setIcon(icon)


def _drawn(aspect_ratio: str, colour: str, side: int, ratio: float) -> QPixmap:
    """A picture of the shape; one that is left to the model has none of its own."""
    if width_over_height(aspect_ratio) is None:
        return themed_pixmap("scan", colour, side, ratio)
    return svg_pixmap(svg_bytes(_SIDE, _SIDE, [_shape(aspect_ratio, colour)]), side, ratio)


def _shape(aspect_ratio: str, colour: str) -> Box:
    """The shape itself, each with the same area: a square of full width would look heavier."""
    ratio = width_over_height(aspect_ratio) or 1
    width = (_AREA * ratio) ** 0.5
    height = width / ratio
    left, top = (_SIDE - width) / 2, (_SIDE - height) / 2
    return Box(left, top, width, height, 2.5, line=colour, line_width=1.8)
