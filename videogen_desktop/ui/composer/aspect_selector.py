"""The choice of shape."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.ui.composer.aspect_button import AspectButton
from videogen_desktop.ui.theme.tokens import Tokens


class AspectSelector(QWidget):
    """Exactly one shape is chosen; arrow keys move the choice. Main thread only."""

    chosen = Signal(object)  # AspectRatio

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._shows_names = True
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.offer((AspectRatio.LANDSCAPE, AspectRatio.PORTRAIT))

    @property
    def current(self) -> AspectRatio:
        button = self._group.checkedButton()
        return button.aspect_ratio if isinstance(button, AspectButton) else AspectRatio.LANDSCAPE

    def choose(self, aspect_ratio: AspectRatio) -> None:
        for button in self._buttons():
            button.setChecked(button.aspect_ratio is aspect_ratio)

    def offer(self, aspect_ratios: Sequence[AspectRatio]) -> None:
        """Show these shapes, which the model can make; the choice is kept where it can be."""
        if tuple(button.aspect_ratio for button in self._buttons()) == tuple(aspect_ratios):
            return
        before = self.current
        for old in self._buttons():
            self._group.removeButton(old)
            old.setParent(None)
            old.deleteLater()
        for aspect_ratio in aspect_ratios:
            button = AspectButton(aspect_ratio, self._tokens, self, shows_name=self._shows_names)
            self._group.addButton(button)
            self._row.addWidget(button)
        self.retranslate()
        self.choose(before if before in aspect_ratios else aspect_ratios[0])

    def show_names(self, shown: bool) -> None:
        """Without names the selector fits a narrow window; tooltips still say them."""
        self._shows_names = shown
        for button in self._buttons():
            button.show_name(shown)

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
            AspectRatio.LANDSCAPE: (self.tr("Landscape"), self.tr("Landscape, 16:9")),
            AspectRatio.PORTRAIT: (self.tr("Portrait"), self.tr("Portrait, 9:16")),
        }
        for button in self._buttons():
            name, full_name = names[button.aspect_ratio]
            button.set_name(name)
            button.setToolTip(full_name)
            button.setAccessibleName(full_name)

    def _buttons(self) -> list[AspectButton]:
        return [button for button in self._group.buttons() if isinstance(button, AspectButton)]

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.current)
