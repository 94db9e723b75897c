"""Every movement of the wallet in one table, to be searched and taken along."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.account.drift_line import DriftLine
from videogen_desktop.ui.account.filter_bar import FilterBar
from videogen_desktop.ui.account.statement_filter import SearchableStatement
from videogen_desktop.ui.account.statement_model import Column, StatementModel
from videogen_desktop.ui.account.statement_table import StatementTable
from videogen_desktop.ui.account.wording import play_money, wallet_name
from videogen_desktop.ui.credit_text import signed_number
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.account import Movement
    from videogen_desktop.domain.reconciliation import Drift
    from videogen_desktop.domain.wallet import WalletKey

_FIRST_SIZE = QSize(920, 620)
_ICON = 16
CSV, JSON = "csv", "json"


class StatementDialog(QDialog):
    """Not modal: the window stays usable beside it. Main thread only."""

    exportRequested = Signal(str, object)  # "csv" or "json", Path
    videoRequested = Signal(str)
    rescueRequested = Signal()

    def __init__(self, tokens: Tokens, now_ms: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("statement")
        self._wallet: WalletKey | None = None
        self._is_loading = True
        self.model = StatementModel(tokens, self)
        self.filters = FilterBar(tokens, now_ms)
        self.table = StatementTable(self.model)
        self._title = plain_label("title")
        self._subtitle = plain_label("muted")
        self._chip = plain_label("chip")
        self._totals = plain_label("muted")
        self._drift: Drift | None = None
        self._now_ms = now_ms
        self._drift_note = QFrame()
        self._drift_note.setProperty("kind", "note")
        self.drift = DriftLine()
        self._drift_note.hide()
        self._none = plain_label("muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setParent(self.table)
        self.export_button = QPushButton()
        self.export_button.setProperty("kind", "secondary")
        self.export_button.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        self._formats = QMenu(self.export_button)
        self._csv = self._formats.addAction("")
        self._json = self._formats.addAction("")
        self.export_button.setMenu(self._formats)
        self._lay_out(tokens)
        self._connect()
        self.set_tokens(tokens)
        self.retranslate()
        self.filters.text.setFocus()
        self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize() - QSize(40, 60)))

    # --- content -----------------------------------------------------------------------------

    def show_statement(self, statement: SearchableStatement, wallet: "WalletKey") -> None:
        self._wallet = wallet
        self._is_loading = False
        self.model.show_statement(statement)
        self._refresh()

    def show_drift(self, drift: "Drift | None") -> None:
        """What the provider's balance has that no line explains; None for nothing."""
        self._drift = drift
        self.drift.show_drift(drift, self._now_ms())
        self._drift_note.setVisible(drift is not None)

    def movements_shown(self) -> "tuple[Movement, ...]":
        """What an export takes: the movements that the filter lets through, as sorted."""
        return self.model.shown

    def set_tokens(self, tokens: Tokens) -> None:
        self.setStyleSheet(dialog_sheet(tokens))
        self.model.set_tokens(tokens)
        self.filters.set_tokens(tokens)
        icon = themed_icon_before_text("download", tokens.text, tokens.text_faint, _ICON)
        self.export_button.setIcon(icon)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        #: vi: Sao kê
        self.setWindowTitle(self.tr("Statement"))
        self._title.setText(self.tr("Statement"))
        self._chip.setText(play_money())
        #: vi: Xuất tệp
        self.export_button.setText(self.tr("Export"))
        #: vi: Xuất các dòng đang hiện ra tệp
        self.export_button.setAccessibleName(self.tr("Export the lines shown"))
        #: vi: Bảng tính (CSV)…
        self._csv.setText(self.tr("Spreadsheet (CSV)…"))
        #: vi: Dữ liệu đầy đủ (JSON)…
        self._json.setText(self.tr("Complete data (JSON)…"))
        #: vi: Các giao dịch
        self.table.setAccessibleName(self.tr("Movements"))
        self.model.retranslate()
        self.show_drift(self._drift)
        self._refresh()

    # --- inner -------------------------------------------------------------------------------

    def _refresh(self) -> None:
        wallet = self._wallet
        self._chip.setVisible(wallet is not None and wallet.api_base == "")
        self._subtitle.setText("" if wallet is None else wallet_name(wallet))
        totals = self.model.totals()
        #: vi: %n dòng
        lines = self.tr("%n lines", None, totals.count)
        #: vi: ra {out} · vào {into} · tổng {sum}
        sums = self.tr("out {out} · in {into} · together {sum}").format(
            out=signed_number(-totals.out),
            into=signed_number(totals.into),
            sum=signed_number(totals.into - totals.out),
        )
        self._totals.setText("" if self._is_loading else f"{lines}  ·  {sums}")
        self._none.setText(self._why_nothing())
        self._none.setVisible(totals.count == 0)
        self.export_button.setEnabled(totals.count > 0)
        self._place_none()

    def _why_nothing(self) -> str:
        if self._is_loading:
            #: vi: Đang đọc sao kê…
            return self.tr("Reading the statement…")
        if self.model.all_count:
            #: vi: Không có giao dịch nào khớp.
            return self.tr("No movement matches.")
        #: vi: Ví này chưa có giao dịch nào.
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

    @Slot()
    def _ask_csv(self) -> None:
        self._ask_where(CSV)

    @Slot()
    def _ask_json(self) -> None:
        self._ask_where(JSON)

    def _ask_where(self, kind: str) -> None:
        #: vi: Lưu sao kê
        dialog = QFileDialog(self, self.tr("Save the statement"), QDir.homePath())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{kind.upper()} (*.{kind})")
        dialog.setDefaultSuffix(kind)
        #: vi: Sao kê VideoGen
        dialog.selectFile(self.tr("VideoGen statement") + f".{kind}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._csv_chosen if kind == CSV else self._json_chosen)
        dialog.open()

    @Slot(str)
    def _csv_chosen(self, path: str) -> None:
        self.exportRequested.emit(CSV, Path(path))

    @Slot(str)
    def _json_chosen(self, path: str) -> None:
        self.exportRequested.emit(JSON, Path(path))

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.drift.rescueRequested.connect(self.rescueRequested)
        self.table.clicked.connect(self._clicked)
        self.table.activated.connect(self._open)
        self.table.resized.connect(self._place_none)
        self._csv.triggered.connect(self._ask_csv)
        self._json.triggered.connect(self._ask_json)

    def _lay_out(self, tokens: Tokens) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.space_5, tokens.space_4, tokens.space_5, tokens.space_4)
        column.setSpacing(tokens.space_3)
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
