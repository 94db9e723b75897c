"""The choice of model, shown only where there is one."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.model import VideoModel


class ModelSelector(QPushButton):
    """A button with the model's title; its menu names every model with its price."""

    chosen = Signal(object)  # VideoModel
    closed = Signal()  # its menu, with or without a choice

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelButton")
        self.setProperty("focusPolicy", "TabFocus")
        self.setIconSize(QSize(14, 14))
        self.setProperty("layoutDirection", "RightToLeft")  # the arrow stands after the title
        self._models: tuple[VideoModel, ...] = ()
        self._current: VideoModel | None = None
        self._choices = QMenu(self)
        self._choices.setProperty("layoutDirection", "LeftToRight")
        self._choices.aboutToHide.connect(self.closed)
        self.setMenu(self._choices)
        self.set_tokens(tokens)
        self.hide()

    @property
    def current(self) -> "VideoModel | None":
        return self._current

    def offer(self, models: "Sequence[VideoModel]") -> None:
        """Offer these; the first is the default. One model alone needs no choice."""
        from videogen_desktop.ui.button_menu import forget_hover_after

        if not self._models:
            # Not before the first frame: connecting it takes 6 ms, and nobody can open it yet.
            forget_hover_after(self, self._choices)
        self._models = tuple(models)
        if self._current not in self._models:
            self._current = self._models[0] if self._models else None
        self.setVisible(len(self._models) > 1)
        self._fill()

    def choose(self, model: "VideoModel", _checked: bool = False) -> None:
        if model in self._models and model != self._current:
            self._current = model
            self._fill()
            self.chosen.emit(model)

    def choose_id(self, model_id: str | None) -> None:
        """Choose the model of this id where it is on offer."""
        for model in self._models:
            if model.id == model_id:
                self.choose(model)

    def set_tokens(self, tokens: Tokens) -> None:
        self.setIcon(themed_icon("chevron-down", tokens.text_muted, 14))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        self._choices.clear()
        if self._models:
            from videogen_desktop.ui.button_menu import add_choices

            add_choices(
                self._choices,
                [
                    (_priced(model), model == self._current, partial(self.choose, model))
                    for model in self._models
                ],
            )
        title = self._current.title if self._current is not None else ""
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(self.tr("Model: {title}").format(title=title))


def _priced(model: "VideoModel") -> str:
    price = model.price({})
    return model.title if price is None else f"{model.title}  ·  {credits_text(price)}"
