"""Shape, model and age in one menu; the button says how many of them narrow the gallery."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from videogen_desktop.domain.aspect_ratio import NAMED_SHAPES
from videogen_desktop.ui.button_menu import set_menu
from videogen_desktop.ui.library import wording
from videogen_desktop.ui.library.period import Period, days_text
from videogen_desktop.ui.text_format import model_title, shape_label
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

_ICON = 16
_DAYS = (None, 1, 7, 30, 365)


class FilterButton(QPushButton):
    """`changed` after every choice. Main thread."""

    changed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shape: str | None = None
        self.model_id: str | None = None
        self.period = Period()
        self._models: tuple[str, ...] = ()
        self.setProperty("kind", "choice")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        self._choices = QMenu(self)
        set_menu(self, self._choices)
        self.set_tokens(tokens)
        self.retranslate()

    def offer_models(self, model_ids: Sequence[str]) -> None:
        """The models to choose from; one that no version knows stands under its id."""
        self._models = tuple(model_ids)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        icon = themed_icon_before_text("list-filter", tokens.text_muted, tokens.text_faint, _ICON)
        self.setIcon(icon)

    def clear(self) -> None:
        """Nothing is narrowed any more; tells nobody."""
        self.shape = self.model_id = None
        self.period = Period()
        self.retranslate()

    def retranslate(self) -> None:
        self._choices.clear()
        any_shape = QCoreApplication.translate("Library", "Any shape")
        shapes = [(shape, shape_label(shape)) for shape in NAMED_SHAPES]
        self._add("shape", [(None, any_shape), *shapes])
        if len(self._models) > 1:
            any_model = QCoreApplication.translate("Library", "Any model")
            models = [(model_id, model_title(model_id)) for model_id in self._models]
            self._add("model_id", [(None, any_model), *models])
        self._add("period", [(Period(days), wording.days_label(days)) for days in _DAYS])
        self._add_own_period()
        self._show()

    def _add_own_period(self) -> None:
        """The last line of the days: any others."""
        text = QCoreApplication.translate("Library", "Other days…")
        has_own = self.period.first is not None
        line = self._choices.addAction(f"{days_text(self.period)}…" if has_own else text)
        line.setCheckable(True)
        line.setChecked(has_own)
        line.triggered.connect(self.ask_period)

    @Slot()
    def ask_period(self) -> None:
        """Let the user choose two days; until then nothing changes."""
        # A calendar is a large thing to have for nothing at the start.
        from videogen_desktop.ui.library.period_dialog import PeriodDialog

        dialog = PeriodDialog(self.period, self.window())
        dialog.chosen.connect(partial(self._pick, "period"))
        # A line that was clicked checks itself, whatever comes of it.
        dialog.finished.connect(self.retranslate)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

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
        self.retranslate()
        self.changed.emit()

    def _show(self) -> None:
        narrowing = (self.shape, self.model_id, None if self.period.is_open else self.period)
        count = sum(value is not None for value in narrowing)
        text = QCoreApplication.translate("Library", "Filters")
        self.setText(f"{text} · {count}" if count else text)
        self.setAccessibleName(self.text())
        looked_set = self.property("filters") == "true"
        self.setProperty("filters", "true" if count else "false")
        if looked_set != bool(count):
            # Not before it changes: the first use of QStyle costs 13 ms, before the first card.
            self.style().unpolish(self)
            self.style().polish(self)
