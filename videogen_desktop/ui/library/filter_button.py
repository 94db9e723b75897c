"""Shape, model and age in one menu; the button says how many of them narrow the gallery."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QSize, QTime, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.catalogue import VideoModel
from videogen_desktop.ui.gallery.wording import shape_label
from videogen_desktop.ui.library import wording
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

_ICON = 16
_DAYS = (None, 1, 7, 30, 365)


class FilterButton(QPushButton):
    """`changed` after every choice. Main thread."""

    changed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aspect_ratio: AspectRatio | None = None
        self.model_id: str | None = None
        self.days: int | None = None
        self._models: tuple[VideoModel, ...] = ()
        self.setProperty("kind", "choice")
        self.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        self._choices = QMenu(self)
        self.setMenu(self._choices)
        self.set_tokens(tokens)
        self.retranslate()

    def offer_models(self, models: Sequence[VideoModel]) -> None:
        self._models = tuple(models)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        icon = themed_icon_before_text("list-filter", tokens.text_muted, tokens.text_faint, _ICON)
        self.setIcon(icon)

    def clear(self) -> None:
        """Nothing is narrowed any more; tells nobody."""
        self.aspect_ratio = self.model_id = self.days = None
        self.retranslate()

    def created_from(self) -> int | None:
        """The beginning of the first day in UTC milliseconds, by this computer's own clock."""
        if self.days is None:
            return None
        first = QDate.currentDate().addDays(1 - self.days)
        return QDateTime(first, QTime(0, 0)).toMSecsSinceEpoch()

    def retranslate(self) -> None:
        self._choices.clear()
        #: vi: Mọi khung hình
        any_shape = QCoreApplication.translate("Library", "Any shape")
        shapes = [(shape, shape_label(shape)) for shape in AspectRatio]
        self._add("aspect_ratio", [(None, any_shape), *shapes])
        if len(self._models) > 1:
            #: vi: Mọi mô hình
            any_model = QCoreApplication.translate("Library", "Any model")
            models = [(model.id, model.title) for model in self._models]
            self._add("model_id", [(None, any_model), *models])
        self._add("days", [(days, wording.days_label(days)) for days in _DAYS])
        self._show()

    def _add(self, name: str, values: Sequence[tuple[Any, str]]) -> None:
        if self._choices.actions():
            self._choices.addSeparator()
        group = QActionGroup(self._choices)
        for value, text in values:
            line = self._choices.addAction(text.replace("&", "&&"))
            line.setCheckable(True)
            line.setChecked(getattr(self, name) == value)
            line.triggered.connect(partial(self._pick, name, value))
            group.addAction(line)

    def _pick(self, name: str, value: Any, _checked: bool = False) -> None:
        setattr(self, name, value)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        count = sum(value is not None for value in (self.aspect_ratio, self.model_id, self.days))
        #: vi: Bộ lọc
        text = QCoreApplication.translate("Library", "Filters")
        self.setText(f"{text} · {count}" if count else text)
        self.setAccessibleName(self.text())
        self.setProperty("filters", "true" if count else "false")
        self.style().unpolish(self)
        self.style().polish(self)
