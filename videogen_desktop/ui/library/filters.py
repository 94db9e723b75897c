"""The choices that narrow the gallery: shape, model and period, the state, the collection."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QDateTime,
    QLocale,
    QSize,
    Qt,
    QTime,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QWidget

from videogen_desktop.domain.aspect_ratio import NAMED_SHAPES
from videogen_desktop.domain.gallery import Collection, GalleryCounts, StatusGroup
from videogen_desktop.ui.button_menu import add_choices, set_menu
from videogen_desktop.ui.library import wording
from videogen_desktop.ui.menu_choice import MenuChoice
from videogen_desktop.ui.text_format import shape_label
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

_ICON = 16
_DAYS = (None, 1, 7, 30, 365)
_STATUSES: tuple[StatusGroup | None, ...] = (None, *StatusGroup)
# Always there, so that the row does not jump when the first one fails.
_ALWAYS = (None, StatusGroup.RUNNING, StatusGroup.COMPLETED, StatusGroup.FAILED)


class FilterButton(QPushButton):
    """Shape, model and period in one menu; says how many of them narrow the gallery. `changed`
    after every choice. Main thread."""

    changed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shape: str | None = None
        self.model_id: str | None = None
        self.period = Period()
        self._models: Mapping[str, str] = {}
        self.setProperty("kind", "choice")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        self._choices = QMenu(self)
        set_menu(self, self._choices)
        self.set_tokens(tokens)
        self.retranslate()

    def offer_models(self, titles: Mapping[str, str]) -> None:
        """The models to choose from; one that no version knows stands under its id."""
        self._models = titles
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
            models = list(self._models.items())
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
        from videogen_desktop.ui.library.dialogs import PeriodDialog

        dialog = PeriodDialog(self.period, self.window())
        dialog.chosen.connect(partial(self.pick, "period"))
        # A line that was clicked checks itself, whatever comes of it.
        dialog.finished.connect(self.retranslate)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _add(self, name: str, values: Sequence[tuple[Any, str]]) -> None:
        if self._choices.actions():
            self._choices.addSeparator()
        current = getattr(self, name)
        add_choices(
            self._choices,
            [(text, value == current, partial(self.pick, name, value)) for value, text in values],
        )

    def pick(self, name: str, value: Any, _checked: bool = False) -> None:
        """Narrow by one of `shape`, `model_id` and `period`."""
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


class Period(NamedTuple):
    """The days to show, by this computer's own clock: the last `days`, or those from `first` to
    `last`, both included; None is open."""

    days: int | None = None
    first: QDate | None = None
    last: QDate | None = None

    @property
    def is_open(self) -> bool:
        """Whether it leaves nothing out."""
        return self == Period()

    def bounds(self) -> tuple[int | None, int | None]:
        """UTC milliseconds of the beginning, and of the moment after the end."""
        first = self.first
        if self.days is not None:
            first = QDate.currentDate().addDays(1 - self.days)
        after = None if self.last is None else self.last.addDays(1)
        return _midnight(first), _midnight(after)


def days_text(period: Period) -> str:
    """The two days of a period that has both, as the language writes them."""
    shown = (
        QLocale().toString(day, QLocale.FormatType.ShortFormat)
        for day in (period.first, period.last)
        if day is not None
    )
    return " – ".join(shown)


def _midnight(day: QDate | None) -> int | None:
    return None if day is None else QDateTime(day, QTime(0, 0)).toMSecsSinceEpoch()


class StatusChips(QWidget):
    """The states as chips with how many videos each has, so that failures can be watched; one of
    them is on. Main thread."""

    chosen = Signal(object)  # StatusGroup | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = GalleryCounts(0)
        self._known = False
        self._current: StatusGroup | None = None
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._chips: dict[StatusGroup | None, QPushButton] = {}
        for number, status in enumerate(_STATUSES):
            chip = QPushButton()
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(chip, number)
            self._chips[status] = chip
            row.addWidget(chip)
        self._chips[None].setChecked(True)
        self._group.idClicked.connect(self._clicked)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Library", "Status"))
        self._show()

    def show_counts(self, counts: GalleryCounts) -> None:
        self._counts, self._known = counts, True
        self._show()

    def choose(self, status: StatusGroup | None) -> None:
        """Show this one as chosen without telling anybody."""
        self._current = status
        self._chips[status].setChecked(True)
        self._show()

    def count(self, status: StatusGroup | None) -> int | None:
        if not self._known:
            return None
        return self._counts.total if status is None else self._counts.by_status.get(status, 0)

    def _show(self) -> None:
        for status, chip in self._chips.items():
            count = self.count(status)
            text = wording.counted(wording.status_label(status), count)
            chip.setText(text)
            chip.setAccessibleName(text)
            chip.setVisible(status in _ALWAYS or status is self._current or bool(count))

    def _clicked(self, number: int) -> None:
        self._current = _STATUSES[number]
        self._show()
        self.chosen.emit(self._current)


class CollectionChoice(MenuChoice):
    """The collection that is shown; its menu also renames and deletes that one. None chooses every
    video. Not visible while there is no collection. Main thread."""

    renameRequested = Signal(object)  # Collection
    removeRequested = Signal(object)  # Collection
    listRequested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        self._known: tuple[Collection, ...] = ()
        self._lines: list[QAction] = []
        # Where the collections stand beside the cards; and where that list was put away.
        self.is_spared = False
        self.offers_list = False
        super().__init__(tokens, parent)

    def offer_collections(self, collections: Sequence[Collection]) -> None:
        self._known = tuple(collections)
        every = QCoreApplication.translate("Library", "All collections")
        names: list[tuple[Any, str]] = [(None, every)]
        names += [(entry.id, wording.counted(entry.name, entry.videos)) for entry in self._known]
        self.offer(QCoreApplication.translate("Library", "Collection"), names)
        self.show_if_needed()

    def set_offers_list(self, on: bool) -> None:
        self.offers_list = on
        self.offer_collections(self._known)

    def show_if_needed(self) -> None:
        self.setVisible(bool(self._known) and not self.is_spared)

    def retranslate(self) -> None:
        self.offer_collections(self._known)

    def _show(self) -> None:
        super()._show()
        for line in self._lines:
            self.menu().removeAction(line)
            line.deleteLater()
        self._lines = [] if self._chosen() is None else self._own_lines()
        if self.offers_list:
            between = self.menu().addSeparator()
            text = QCoreApplication.translate("Library", "Show beside the cards")
            line = self.menu().addAction(text)
            line.triggered.connect(self.listRequested)
            self._lines += [between, line]

    def _own_lines(self) -> list[QAction]:
        between = self.menu().addSeparator()
        rename = self.menu().addAction(QCoreApplication.translate("Library", "Rename collection…"))
        rename.triggered.connect(self._rename)
        remove = self.menu().addAction(QCoreApplication.translate("Library", "Delete collection…"))
        remove.triggered.connect(self._remove)
        return [between, rename, remove]

    def _fill(self) -> None:
        # It empties the whole menu.
        self._lines = []
        super()._fill()

    def _chosen(self) -> Collection | None:
        return next((entry for entry in self._known if entry.id == self.current), None)

    @Slot()
    def _rename(self) -> None:
        self.renameRequested.emit(self._chosen())

    @Slot()
    def _remove(self) -> None:
        self.removeRequested.emit(self._chosen())
