"""The choice of model: a button with the model's title, and the list behind it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.ui.composer.model_list import ModelList

# Hundredths of a credit for the present choices; None where nobody knows.
PriceOf = Callable[["VideoModel"], int | None]


class ModelSelector(QPushButton):
    """Shown only where there is a choice. Main thread only."""

    chosen = Signal(object)  # VideoModel
    closed = Signal()  # its list, with or without a choice

    def __init__(self, tokens: Tokens, price_of: PriceOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelButton")
        self.setProperty("focusPolicy", "TabFocus")
        self.setIconSize(QSize(14, 14))
        self.setProperty("layoutDirection", "RightToLeft")  # the arrow stands after the title
        self._tokens = tokens
        self._price_of = price_of
        self._models: tuple[VideoModel, ...] = ()
        self._usual_ms: Mapping[str, int] = {}
        self._current: VideoModel | None = None
        self._list: ModelList | None = None
        self.clicked.connect(self.open_list)
        self.set_tokens(tokens)
        self.hide()

    @property
    def current(self) -> "VideoModel | None":
        return self._current

    @property
    def list(self) -> "ModelList | None":
        """Made when it is first opened."""
        return self._list

    def offer(self, models: "Sequence[VideoModel]", usual_ms: Mapping[str, int]) -> None:
        """Offer these; the first is the default. One model alone needs no choice. `usual_ms` are
        the usual times of runs, by model, where the user's own say them."""
        self._models = tuple(models)
        self._usual_ms = usual_ms
        known = {model.id: model for model in self._models}
        before = None if self._current is None else self._current.id
        # Read anew, a model may have other prices and fields than a moment ago.
        self._current = known.get(before or "") or next(iter(self._models), None)
        self.setVisible(len(self._models) > 1)
        self._write()

    def choose(self, model: "VideoModel") -> None:
        if model in self._models and model != self._current:
            self._current = model
            self._write()
            self.chosen.emit(model)

    def choose_id(self, model_id: str | None) -> None:
        """Choose the model of this id, or the one that stands in for it, where it is on offer."""
        # Not at the top: the first frame has no dates.
        from datetime import UTC, datetime

        from videogen_desktop.domain.offer import stand_in

        model = stand_in(model_id or "", self._models, datetime.now(UTC).date())
        if model is not None:
            self.choose(model)

    @Slot()
    def open_list(self) -> None:
        """Show what there is to choose from, with the keyboard in its search."""
        from videogen_desktop.ui.composer.model_list import ModelList

        if self._list is None:
            # The window's child: a reader does not look for windows within a button.
            self._list = ModelList(self._tokens, self.window())
            self._list.chosen.connect(self.choose)
            self._list.closed.connect(self._closed)
        # What only goes on with a finished clip is chosen at the clip.
        models = [one for one in self._models if not one.needs_parent or one == self._current]
        self._list.offer(models, self._current, self._price_of, self._usual_ms)
        self._list.open_at(self)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.setIcon(themed_icon("chevron-down", tokens.text_muted, 14))
        if self._list is not None:
            self._list.set_tokens(tokens)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    @Slot()
    def _closed(self) -> None:
        self.setDown(False)
        self.closed.emit()

    def _write(self) -> None:
        title = self._current.title if self._current is not None else ""
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(self.tr("Model: {title}").format(title=title))
