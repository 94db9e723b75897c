"""The choice of shape."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from videogen_desktop.domain.aspect_ratio import (
    LANDSCAPE,
    PORTRAIT,
    SQUARE,
    closest_shape,
    named_shape,
)
from videogen_desktop.ui.composer.aspect_button import AspectButton
from videogen_desktop.ui.theme.tokens import Tokens

# More of them are told apart by their drawings: the row has other choices to hold.
_NAMED = 2


class AspectSelector(QWidget):
    """Exactly one shape is chosen; arrow keys move the choice. Main thread only."""

    chosen = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._shows_names = True
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.offer((LANDSCAPE, PORTRAIT))

    @property
    def current(self) -> str:
        """The shape as the model spells it."""
        button = self._group.checkedButton()
        return button.aspect_ratio if isinstance(button, AspectButton) else LANDSCAPE

    def choose(self, aspect_ratio: str) -> None:
        """Choose this shape, or the one that stands for it here; another one changes nothing."""
        offered = [button.aspect_ratio for button in self._buttons()]
        wanted = aspect_ratio if aspect_ratio in offered else closest_shape(aspect_ratio, offered)
        for button in self._buttons():
            if wanted is not None:
                button.setChecked(button.aspect_ratio == wanted)

    def offer(self, aspect_ratios: Sequence[str]) -> None:
        """Show these shapes, which the model can make; the choice is kept where it can be."""
        if tuple(button.aspect_ratio for button in self._buttons()) == tuple(aspect_ratios):
            return
        before = self.current
        for old in self._buttons():
            self._group.removeButton(old)
            old.setParent(None)
            old.deleteLater()
        for aspect_ratio in aspect_ratios:
            button = AspectButton(aspect_ratio, self._tokens, self, shows_name=False)
            self._group.addButton(button)
            self._row.addWidget(button)
        self.retranslate()
        self.show_names(self._shows_names)
        self._buttons()[0].setChecked(True)
        self.choose(before)

    def show_names(self, shown: bool) -> None:
        """Without names the selector fits a narrow window; tooltips still say them."""
        self._shows_names = shown
        is_shown = self._names_fit()
        for button in self._buttons():
            button.show_name(is_shown)

    @property
    def shows_names(self) -> bool:
        return self._names_fit()

    @property
    def names_width(self) -> int:
        """What the names take, shown or not; 0 where they never are."""
        if len(self._buttons()) > _NAMED:
            return 0
        return sum(button.name_width for button in self._buttons())

    def _names_fit(self) -> bool:
        return self._shows_names and len(self._buttons()) <= _NAMED

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for button in self._buttons():
            button.set_tokens(tokens)

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
        usual = {LANDSCAPE: "16:9", PORTRAIT: "9:16", SQUARE: "1:1"}
        for button in self._buttons():
            shape = button.aspect_ratio
            name, full_name = names.get(named_shape(shape) or "", (shape, shape))
            full_name = full_name.format(ratio=usual.get(shape, shape))
            button.set_name(name)
            button.setToolTip(full_name)
            button.setAccessibleName(full_name)

    def _buttons(self) -> list[AspectButton]:
        return [button for button in self._group.buttons() if isinstance(button, AspectButton)]

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.current)
