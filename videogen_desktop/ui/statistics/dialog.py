"""The page of figures: tiles, a chart over time, and the models and collections behind it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDir, QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.statistics import Measure, Statistics
from videogen_desktop.ui.account.wording import play_money, wallet_name
from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.menu_choice import MenuChoice
from videogen_desktop.ui.moments import day_text
from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.statistics.bar_chart import BarChart
from videogen_desktop.ui.statistics.bars import Bar, bars_of
from videogen_desktop.ui.statistics.measure_tile import MeasureTile
from videogen_desktop.ui.statistics.ranked_bars import RankedBars
from videogen_desktop.ui.statistics.wording import PERIODS, amount, measure_name, period_name
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

if TYPE_CHECKING:
    from videogen_desktop.domain.wallet import WalletKey

_FIRST_SIZE = QSize(900, 660)
_NARROW = 620
_ICON = 16
_USUAL_DAYS = 30
_WEEK = 7


class StatisticsDialog(ThemedDialog):
    """Not modal: the window stays usable beside it. Main thread only."""

    periodChosen = Signal()
    exportRequested = Signal(object)  # Path

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(tokens, parent, "statistics")
        self.statistics: Statistics | None = None
        self._wallet: WalletKey | None = None
        self._wallet_title = ""
        self._title, self._subtitle = plain_label("title"), plain_label("muted")
        self._chip = plain_label("chip")
        self.period = MenuChoice(tokens)
        self.period.choose(_USUAL_DAYS)
        self.export_button = form_button()
        self.export_button.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        self.tiles = {measure: MeasureTile(measure, tokens) for measure in Measure}
        self._group = QButtonGroup(self)
        for tile in self.tiles.values():
            self._group.addButton(tile)
        self.tiles[Measure.MADE].setChecked(True)
        self.chart = BarChart(tokens, self._said, _label, self._number)
        self.models, self.collections = RankedBars(tokens), RankedBars(tokens)
        self._by_model, self._by_collection = plain_label("heading"), plain_label("heading")
        self._grid, self._lists = QGridLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(tokens)
        self._group.buttonClicked.connect(self._show_measure)
        self.period.chosen.connect(self.periodChosen)
        self.export_button.clicked.connect(self.ask_where)
        self.set_tokens(tokens)
        self.retranslate()
        self.resize_on_screen(_FIRST_SIZE)

    @property
    def measure(self) -> Measure:
        return next(measure for measure, tile in self.tiles.items() if tile.isChecked())

    def show_wallet(self, wallet: "WalletKey", title: str) -> None:
        self._wallet, self._wallet_title = wallet, title
        self.retranslate()

    def show_statistics(self, statistics: Statistics) -> None:
        self.statistics = statistics
        self._refresh()

    @Slot()
    def ask_where(self) -> None:
        """Ask for the file's name; does not wait for the answer."""
        dialog = file_dialog(self, self.tr("Save the statistics"), QDir.homePath())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self.tr("VideoGen statistics") + ".csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    @Slot(str)
    def _chosen(self, path: str) -> None:
        self.exportRequested.emit(Path(path))

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        for tile in self.tiles.values():
            tile.set_tokens(tokens)
        for part in (self.chart, self.models, self.collections, self.period):
            part.set_tokens(tokens)
        icon = themed_icon_before_text("download", tokens.text, tokens.text_faint, _ICON)
        self.export_button.setIcon(icon)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Statistics"))
        self._title.setText(self.tr("Statistics"))
        wallet = self._wallet
        self._subtitle.setText("" if wallet is None else wallet_name(wallet, self._wallet_title))
        self._chip.setText(play_money())
        self._chip.setVisible(wallet is not None and wallet.is_play_money)
        self.period.offer(self.tr("Period"), [(days, period_name(days)) for days in PERIODS])
        self._by_model.setText(self.tr("By model"))
        self._by_collection.setText(self.tr("By collection"))
        self.models.setAccessibleName(self._by_model.text())
        self.collections.setAccessibleName(self._by_collection.text())
        self._arrange()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # --- inner -------------------------------------------------------------------------------

    def _refresh(self) -> None:
        found = self.statistics
        for measure, tile in self.tiles.items():
            tile.show_value(None if found is None else found.total(measure))
        self.export_button.setEnabled(found is not None)
        self._show_measure()

    @Slot()
    def _show_measure(self) -> None:
        found, measure = self.statistics, self.measure
        self.chart.setAccessibleName(measure_name(measure))
        if found is None:
            return
        self.chart.show_bars(bars_of(found, measure))
        self.chart.setAccessibleDescription(self.tiles[measure].accessibleName())
        none = self.tr("Nothing in this period")
        self.models.show_rows(found.models, measure, none)
        self.collections.show_rows(found.collections, measure, none)

    def _said(self, bar: Bar) -> str:
        first, last = day_text(bar.first), day_text(bar.last)
        days = first if first == last else f"{first} – {last}"
        return f"{days}: {self._number(bar.value)}"

    def _number(self, value: int) -> str:
        return amount(self.measure, value)

    def _arrange(self) -> None:
        """Tiles in one line or three, the lists beside or below each other."""
        is_narrow = self.width() < _NARROW
        self._subtitle.setVisible(not is_narrow)
        name = self.tr("Export (CSV)…")
        self.export_button.setText("" if is_narrow else name)
        self.export_button.setAccessibleName(name)
        self.export_button.setToolTip(name if is_narrow else "")
        each = 2 if is_narrow else len(self.tiles)
        for number, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, number // each, number % each)
        directions = QBoxLayout.Direction
        self._lists.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def _lay_out(self, tokens: Tokens) -> None:
        head = QHBoxLayout()
        head.setSpacing(tokens.space_3)
        for part in (self._title, self._subtitle, self._chip):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.period)
        head.addWidget(self.export_button)
        self._grid.setSpacing(tokens.space_2)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, tokens.space_1, 0)
        column.setSpacing(tokens.space_4)
        column.addLayout(self._grid)
        column.addWidget(self.chart, 1)
        self._lists.setSpacing(tokens.space_6)
        pairs = ((self._by_model, self.models), (self._by_collection, self.collections))
        for heading, bars in pairs:
            ranked = QVBoxLayout()
            ranked.setSpacing(tokens.space_2)
            ranked.addWidget(heading)
            ranked.addWidget(bars)
            ranked.addStretch(1)
            self._lists.addLayout(ranked, 1)
        column.addLayout(self._lists)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addLayout(head)
        self.column.addWidget(scroll, 1)


def _label(bar: Bar) -> str:
    """Below a bar: its first day, shortly, or its month."""
    first = QDate(bar.first.year, bar.first.month, bar.first.day)
    if (bar.last - bar.first).days >= _WEEK:
        return QLocale().toString(first, "MM/yyyy")
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return QLocale().toString(first, "d/M" if short.index("d") < short.index("M") else "M/d")
