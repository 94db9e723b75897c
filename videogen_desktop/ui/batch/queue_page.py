"""The queue of the batches: what is sent, what waits and what has ended."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.batch_order import BatchStanding
from videogen_desktop.ui.batch.batch_card import BatchCard
from videogen_desktop.ui.batch.queue_model import QueueModel, QueueView
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.tokens import Tokens

_NARROW = 700
_LIST = """
QListView {{ background: {surface}; color: {text}; border: 1px solid {border};
    border-radius: {radius}px; outline: none; padding: 4px; }}
QListView::item {{ padding: 7px 6px; border-bottom: 1px solid {border}; }}
QListView::item:selected {{ background: {accent_soft}; color: {text}; }}
"""


class QueuePage(QWidget):
    """Main thread only."""

    pauseRequested = Signal(str)  # a batch's id
    startRequested = Signal(str)
    cancelRequested = Signal(str)
    resultRequested = Signal(str, str)
    videosCancelled = Signal(object)  # tuple of ids

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self.cards: dict[str, BatchCard] = {}
        self.model = QueueModel(self)
        self.view = QueueView(self.model)
        self._heading, self._hint = plain_label("amount"), plain_label("small", wraps=True)
        self._none = plain_label("muted", wraps=True)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._waiting = QWidget()
        self._lay_out(tokens)
        self.view.cancelRequested.connect(self.videosCancelled)
        self.set_tokens(tokens)
        self.retranslate()

    @property
    def running(self) -> int:
        """How many batches have something that waits or is being made."""
        cards = self.cards.values()
        return sum(1 for card in cards if card.standing.waiting or card.standing.under_way)

    def show_standings(self, standings: Sequence[BatchStanding]) -> None:
        """All that is known of, newest first."""
        for standing in reversed(standings):
            self.show_standing(standing)
        self._show_none()

    def show_standing(self, standing: BatchStanding) -> None:
        """How one of them stands now; one that is new stands first."""
        card = self.cards.get(standing.batch.id)
        if card is not None:
            card.show_standing(standing)
            return
        card = BatchCard(self._tokens, standing)
        card.pauseRequested.connect(self.pauseRequested)
        card.startRequested.connect(self.startRequested)
        card.cancelRequested.connect(self.cancelRequested)
        card.resultRequested.connect(self.resultRequested)
        self.cards[standing.batch.id] = card
        self._cards.insertWidget(0, card)
        self._show_none()

    def show_queue(self, waiting: Sequence[str]) -> None:
        """What waits, in its order."""
        self.view.show_ids(waiting)
        self._waiting.setVisible(bool(waiting))
        self._write_heading()

    def show_prompts(self, prompts: Mapping[str, str]) -> None:
        self.model.show_prompts(prompts)

    def forget(self) -> None:
        """Another library is being opened."""
        for card in self.cards.values():
            self._cards.removeWidget(card)
            card.deleteLater()
        self.cards.clear()
        self.show_queue(())
        self._show_none()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.view.setStyleSheet(_LIST.format(**tokens._asdict()))
        for card in self.cards.values():
            card.set_tokens(tokens)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._hint.setText(
            translate("BatchQueue", "Drag to change the order, or use Alt+Up and Alt+Down.")
        )
        self._none.setText(
            translate("BatchQueue", "Nothing yet: what you create here stands in a queue.")
        )
        self._write_heading()
        for card in self.cards.values():
            card.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways, is_wide = QBoxLayout.Direction, event.size().width() >= _NARROW
        self._sides.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)

    def _write_heading(self) -> None:
        count = self.model.rowCount()
        heading = QCoreApplication.translate("BatchQueue", "Waiting to be sent: %n", None, count)
        self._heading.setText(heading)
        self.view.setAccessibleName(heading)

    def _show_none(self) -> None:
        self._none.setVisible(not self.cards)
        self._scroll.setVisible(bool(self.cards))

    def _lay_out(self, tokens: Tokens) -> None:
        inside = QWidget()
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(tokens.space_3)
        self._cards.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        waiting = QVBoxLayout(self._waiting)
        waiting.setContentsMargins(0, 0, 0, 0)
        waiting.setSpacing(tokens.space_2)
        for part in (self._heading, self.view, self._hint):
            waiting.addWidget(part)
        self._waiting.hide()
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(tokens.space_4)
        self._sides.addWidget(self._none, 1)
        self._sides.addWidget(self._scroll, 1)
        self._sides.addWidget(self._waiting, 1)
        self._show_none()
