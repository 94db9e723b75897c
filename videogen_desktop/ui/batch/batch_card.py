"""A batch in the queue: how far it is, and what can be done with it."""

from PySide6.QtCore import QCoreApplication, QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QProgressBar, QVBoxLayout

from videogen_desktop.domain.batch_order import BatchStanding
from videogen_desktop.domain.states import VideoState
from videogen_desktop.ui.button_menu import set_menu
from videogen_desktop.ui.composer.card import FoldingRow
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.moments import local_minute
from videogen_desktop.ui.plain_label import form_button, plain_label, set_role
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

_ICON = 14
CSV, XLSX = "csv", "xlsx"
_LONGEST_NAME = 60


class BatchCard(QFrame):
    """Main thread only."""

    pauseRequested = Signal(str)  # the batch's id
    startRequested = Signal(str)
    cancelRequested = Signal(str)
    resultRequested = Signal(str, str)  # "csv" or "xlsx"

    def __init__(self, tokens: Tokens, standing: BatchStanding) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.standing = standing
        self._tokens = tokens
        self._name, self._when = plain_label("amount"), plain_label("small")
        self._words = plain_label("small", wraps=True)
        self._why = plain_label("warning", wraps=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.go, self.cancel, self.result = (
            form_button(),
            form_button("quiet"),
            form_button("quiet"),
        )
        self._formats = QMenu(self.result)
        self._csv = self._formats.addAction("")
        self._xlsx = self._formats.addAction("")
        self._lay_out(tokens)
        self._connect()
        self.set_tokens(tokens)
        self.retranslate()

    def show_standing(self, standing: BatchStanding) -> None:
        """How it stands now."""
        self.standing = standing
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._draw_icon()

    def retranslate(self) -> None:
        standing = self.standing
        self._name.setText(standing.batch.name[:_LONGEST_NAME])
        self._when.setText(local_minute(standing.batch.created_at))
        self._words.setText(standing_text(standing))
        set_role(self._words, "warning" if standing.is_stopped else "small")
        why = standing.stopped_by
        self._why.setText("" if why is None else error_text(why))
        self._why.setVisible(why is not None)
        self.bar.setRange(0, max(1, standing.videos))
        self.bar.setValue(standing.ended)
        self.bar.setVisible(standing.ended < standing.videos)
        self.bar.setAccessibleName(standing_text(standing))
        self._write_buttons()

    def _write_buttons(self) -> None:
        standing, translate = self.standing, QCoreApplication.translate
        self.go.setVisible(standing.waiting > 0)
        pause, send = translate("BatchQueue", "Pause"), translate("BatchQueue", "Send them")
        self.go.setText(pause if standing.is_running else send)
        self.go.setProperty("kind", "secondary" if standing.is_running else "primary")
        self.go.style().unpolish(self.go)
        self.go.style().polish(self.go)
        self._draw_icon()
        self.cancel.setVisible(standing.waiting > 0)
        self.cancel.setText(translate("BatchQueue", "Cancel what was not sent"))
        self.result.setText(translate("BatchQueue", "Save the results"))
        self._csv.setText(translate("BatchQueue", "Table (CSV)…"))
        self._xlsx.setText(translate("BatchQueue", "Excel (XLSX)…"))

    def _draw_icon(self) -> None:
        tokens = self._tokens
        is_running = self.standing.is_running
        colour = tokens.text if is_running else tokens.on_accent
        name = "pause" if is_running else "send"
        self.go.setIcon(themed_icon_before_text(name, colour, tokens.text_faint, _ICON))

    @Slot()
    def _go(self) -> None:
        signal = self.pauseRequested if self.standing.is_running else self.startRequested
        signal.emit(self.standing.batch.id)

    @Slot()
    def _cancel(self) -> None:
        self.cancelRequested.emit(self.standing.batch.id)

    @Slot(object)
    def _save(self, line: object) -> None:
        kind = XLSX if line is self._xlsx else CSV
        self.resultRequested.emit(self.standing.batch.id, kind)

    def _connect(self) -> None:
        self.go.clicked.connect(self._go)
        self.cancel.clicked.connect(self._cancel)
        self._formats.triggered.connect(self._save)
        set_menu(self.result, self._formats)

    def _lay_out(self, tokens: Tokens) -> None:
        self.go.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        head = QHBoxLayout()
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._when)
        buttons = FoldingRow(tokens.space_1, self.result)
        for button in (self.go, self.cancel):
            buttons.add(button)
        column = QVBoxLayout(self)
        side, above = tokens.space_4, tokens.space_3
        column.setContentsMargins(side, above, side, above)
        column.setSpacing(tokens.space_2)
        column.addLayout(head)
        for part in (self.bar, self._words, self._why):
            column.addWidget(part)
        column.addWidget(buttons)


def standing_text(standing: BatchStanding) -> str:
    """How far it is, in words: what waits for the user first."""
    if standing.is_stopped and not standing.is_running:
        stopped = QCoreApplication.translate(
            "BatchQueue", "%n videos were not sent yet.", None, standing.waiting
        )
        rest = _counted(standing, with_waiting=False)
        return f"{stopped} {rest}".strip()
    return _counted(standing, with_waiting=True)


def _counted(standing: BatchStanding, *, with_waiting: bool) -> str:
    translate, states = QCoreApplication.translate, standing.states
    unclear = states.get(VideoState.UNCONFIRMED, 0)
    counted = (
        (states.get(VideoState.COMPLETED, 0), translate("BatchQueue", "{count} done")),
        (standing.under_way, translate("BatchQueue", "{count} being made")),
        (standing.waiting if with_waiting else 0, translate("BatchQueue", "{count} waiting")),
        (states.get(VideoState.FAILED, 0), translate("BatchQueue", "{count} failed")),
        (states.get(VideoState.CANCELLED, 0), translate("BatchQueue", "{count} cancelled")),
        (unclear, translate("BatchQueue", "{count} unclear")),
    )
    return " · ".join(words.format(count=count) for count, words in counted if count)
