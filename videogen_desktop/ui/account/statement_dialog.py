"""Every movement of the wallet in one table, to be searched and taken along."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDir, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QWidget,
)

from videogen_desktop.ui.account.drift_line import DriftLine
from videogen_desktop.ui.account.filter_bar import FilterBar
from videogen_desktop.ui.account.statement_model import (
    Column,
    SearchableStatement,
    StatementModel,
    StatementTable,
)
from videogen_desktop.ui.account.wording import play_money, wallet_name
from videogen_desktop.ui.button_menu import set_menu
from videogen_desktop.ui.credit_text import dated_worth, plain_number, signed_number
from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

if TYPE_CHECKING:
    from videogen_desktop.domain.credits import CreditRate
    from videogen_desktop.domain.ledger import Movement
    from videogen_desktop.domain.reconciliation import Drift
    from videogen_desktop.domain.wallet import WalletKey

_ICON = 16
CSV, JSON = "csv", "json"
_FIRST_SIZE = QSize(920, 620)


class StatementDialog(ThemedDialog):
    """Not modal: the window stays usable beside it. Main thread only."""

    exportRequested = Signal(str, object)  # "csv" or "json", Path
    videoRequested = Signal(str)
    rescueRequested = Signal()

    def __init__(self, tokens: Tokens, now_ms: Callable[[], int], parent: QWidget) -> None:
        super().__init__(tokens, parent, "statement")
        self._wallet: WalletKey | None = None
        self._wallet_title = ""
        self._is_loading = True
        self._rate: CreditRate | None = None
        self.model = StatementModel(tokens, self)
        self.filters = FilterBar(tokens, now_ms)
        self.table = StatementTable(self.model)
        self._title = plain_label("title")
        self._subtitle = plain_label("muted")
        self._chip = plain_label("chip")
        self._totals = plain_label("muted", wraps=True)
        self._drift: Drift | None = None
        self._now_ms = now_ms
        self._drift_note = QFrame()
        self._drift_note.setProperty("kind", "note")
        self.drift = DriftLine()
        self._drift_note.hide()
        self._none = plain_label("muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setParent(self.table)
        self.export_button = ExportButton()
        self._lay_out(tokens)
        self._connect()
        self.set_tokens(tokens)
        self.retranslate()
        self.filters.text.setFocus()
        self.resize_on_screen(_FIRST_SIZE)

    # --- content -----------------------------------------------------------------------------

    def show_statement(
        self, statement: SearchableStatement, wallet: "WalletKey", title: str
    ) -> None:
        self._wallet, self._wallet_title = wallet, title
        self._is_loading = False
        self.model.show_statement(statement)
        self._refresh()

    def show_drift(self, drift: "Drift | None") -> None:
        """What the provider's balance has that no line explains; None for nothing."""
        self._drift = drift
        self.drift.show_drift(drift, self._now_ms())
        self._drift_note.setVisible(drift is not None)

    def show_worth(self, rate: "CreditRate | None") -> None:
        """What credits are worth to their owner; None: nobody said."""
        self._rate = rate
        self._refresh()

    def movements_shown(self) -> "tuple[Movement, ...]":
        """What an export takes: the movements that the filter lets through, as sorted."""
        return self.model.shown

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        self.model.set_tokens(tokens)
        self.filters.set_tokens(tokens)
        self.export_button.set_tokens(tokens)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Statement"))
        self._title.setText(self.tr("Statement"))
        self._chip.setText(play_money())
        self.export_button.retranslate()
        self.table.setAccessibleName(self.tr("Movements"))
        self.model.retranslate()
        self.show_drift(self._drift)
        self._refresh()

    # --- inner -------------------------------------------------------------------------------

    def _refresh(self) -> None:
        wallet = self._wallet
        self._chip.setVisible(wallet is not None and wallet.is_play_money)
        self._subtitle.setText("" if wallet is None else wallet_name(wallet, self._wallet_title))
        totals = self.model.totals()
        lines = self.tr("%n lines", None, totals.count)
        sums = self.tr("out {out} · in {into} · together {sum}").format(
            out=plain_number(totals.out),
            into=plain_number(totals.into),
            sum=signed_number(totals.into - totals.out),
        )
        is_play_money = wallet is not None and wallet.is_play_money
        together = totals.into - totals.out
        worth = dated_worth(together, self._rate, is_play_money=is_play_money)
        said = "  ·  ".join(part for part in (lines, sums, worth) if part)
        self._totals.setText("" if self._is_loading else said)
        self._none.setText(self._why_nothing())
        self._none.setVisible(totals.count == 0)
        self.export_button.setEnabled(totals.count > 0)
        self._place_none()

    def _why_nothing(self) -> str:
        if self._is_loading:
            return self.tr("Reading the statement…")
        if self.model.all_count:
            return self.tr("No movement matches.")
        return self.tr("This wallet has no movements yet.")

    def _place_none(self) -> None:
        self._none.setGeometry(0, 0, self.table.width(), self.table.height())

    @Slot(object)
    def _filter(self, wanted: object) -> None:
        self.model.set_filter(wanted)  # type: ignore[arg-type]
        self._refresh()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        video_id = self.model.movement(index.row()).video_id
        if video_id is not None:
            self.videoRequested.emit(video_id)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.VIDEO:
            self._open(index)

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.drift.rescueRequested.connect(self.rescueRequested)
        self.table.clicked.connect(self._clicked)
        self.table.activated.connect(self._open)
        self.table.resized.connect(self._place_none)
        self.export_button.exportRequested.connect(self.exportRequested)

    def _lay_out(self, tokens: Tokens) -> None:
        column = self.column
        head = QHBoxLayout()
        head.setSpacing(tokens.space_3)
        head.addWidget(self._title)
        head.addWidget(self._subtitle)
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self.export_button)
        column.addLayout(head)
        note = QHBoxLayout(self._drift_note)
        note.setContentsMargins(tokens.space_3, tokens.space_2, tokens.space_3, tokens.space_2)
        note.addWidget(self.drift)
        column.addWidget(self._drift_note)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        column.addWidget(self._totals)


class ExportButton(QPushButton):
    """Main thread only."""

    exportRequested = Signal(str, object)  # "csv" or "json", Path

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "secondary")
        self.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        formats = QMenu(self)
        self._csv = formats.addAction("")
        self._json = formats.addAction("")
        self._csv.triggered.connect(self._ask_csv)
        self._json.triggered.connect(self._ask_json)
        set_menu(self, formats)
        self.retranslate()

    def ask_where(self, kind: str) -> None:
        """Ask for the file's name; does not wait for the answer."""
        title = QCoreApplication.translate("StatementDialog", "Save the statement")
        dialog = file_dialog(self.window(), title, QDir.homePath())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{kind.upper()} (*.{kind})")
        dialog.setDefaultSuffix(kind)
        name = QCoreApplication.translate("StatementDialog", "VideoGen statement")
        dialog.selectFile(f"{name}.{kind}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._chosen, kind))
        dialog.open()

    def set_tokens(self, tokens: Tokens) -> None:
        icon = themed_icon_before_text("download", tokens.text, tokens.text_faint, _ICON)
        self.setIcon(icon)

    def retranslate(self) -> None:
        self.setText(QCoreApplication.translate("StatementDialog", "Export"))
        name = QCoreApplication.translate("StatementDialog", "Export the lines shown")
        self.setAccessibleName(name)
        self._csv.setText(QCoreApplication.translate("StatementDialog", "Spreadsheet (CSV)…"))
        self._json.setText(QCoreApplication.translate("StatementDialog", "Complete data (JSON)…"))

    @Slot()
    def _ask_csv(self) -> None:
        self.ask_where(CSV)

    @Slot()
    def _ask_json(self) -> None:
        self.ask_where(JSON)

    def _chosen(self, kind: str, path: str) -> None:
        self.exportRequested.emit(kind, Path(path))
