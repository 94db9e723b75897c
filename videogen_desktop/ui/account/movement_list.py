"""The last movements of the wallet, one line each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from videogen_desktop.ui.account.wording import kind_and_prompt, movement_about, movement_name
from videogen_desktop.ui.credit_text import signed_number
from videogen_desktop.ui.moments import short_moment
from videogen_desktop.ui.plain_label import plain_label, plain_tooltip
from videogen_desktop.ui.text_format import one_line
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.ledger import Movement

MOST = 5
_ROOM = 8


class MovementRow(QAbstractButton):
    """Kind, prompt, time and amount; opens the video it is about. Main thread only."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._movement: Movement | None = None
        self._time = ""
        self._amounts: tuple[str, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def movement(self) -> "Movement | None":
        return self._movement

    def show_movement(self, movement: "Movement", now_ms: int, amounts: Sequence[str]) -> None:
        """`amounts` are those of all rows: the times beside them stand below each other."""
        self._movement = movement
        self._amounts = tuple(amounts)
        self._time = short_moment(movement.at, now_ms)
        is_link = movement.video_id is not None
        self.setEnabled(is_link)
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        prompt = one_line(movement.prompt or "")
        self.setToolTip(plain_tooltip(prompt))
        amount = signed_number(movement.amount)
        parts = (movement_name(movement), movement_about(movement), self._time, amount)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() + 12)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        movement, tokens = self._movement, self._tokens
        if movement is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        row = QRectF(self.rect()).adjusted(_ROOM, 0, -_ROOM, 0)
        row = self._paint_amount(painter, row, movement)
        text = kind_and_prompt(movement)
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.text_muted))
        elided = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(row.width()))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = self._tokens
        is_hovered = self.underMouse() and self.isEnabled()
        painter.setPen(QColor(tokens.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface_hover) if is_hovered else Qt.BrushStyle.NoBrush)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(ground, tokens.radius_small, tokens.radius_small)

    def _paint_amount(self, painter: QPainter, row: QRectF, movement: "Movement") -> QRectF:
        """Paints the right end; returns the room that is left."""
        tokens, metrics = self._tokens, self.fontMetrics()
        amount = signed_number(movement.amount)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setFont(bold)
        painter.setPen(QColor(tokens.success if movement.amount > 0 else tokens.text))
        painter.drawText(row, right, amount)
        width = max(painter.fontMetrics().horizontalAdvance(text) for text in self._amounts)
        painter.setFont(self.font())
        time_area = row.adjusted(0, 0, -width - 14, 0)
        painter.setPen(QColor(tokens.text_faint))
        painter.drawText(time_area, right, self._time)
        return time_area.adjusted(0, 0, -metrics.horizontalAdvance(self._time) - 12, 0)


class MovementList(QWidget):
    """Main thread only."""

    videoRequested = Signal(str)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._movements: tuple[Movement, ...] = ()
        self._now_ms = 0
        self._room_for = MOST
        self._nothing = plain_label("muted")
        self._rows = [MovementRow(tokens) for _ in range(MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        for row in self._rows:
            row.clicked.connect(self._open)
            column.addWidget(row)
        self._fill()

    def show_movements(self, movements: "Sequence[Movement]", now_ms: int) -> None:
        """The newest of these, which come newest first."""
        self._movements = tuple(movements)
        self._now_ms = now_ms
        self._fill()

    def show_at_most(self, count: int) -> None:
        """Fewer lines, for a screen that is not high enough."""
        self._room_for = count
        self._fill()

    def set_tokens(self, tokens: Tokens) -> None:
        for row in self._rows:
            row.set_tokens(tokens)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        self._nothing.setText(self.tr("No movements yet."))
        self._nothing.setVisible(not self._movements)
        shown = self._movements[: self._room_for]
        amounts = [signed_number(movement.amount) for movement in shown]
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(shown))
            if number < len(shown):
                row.show_movement(shown[number], self._now_ms, amounts)

    @Slot()
    def _open(self) -> None:
        row = self.sender()
        movement = row.movement if isinstance(row, MovementRow) else None
        if movement is not None and movement.video_id is not None:
            self.videoRequested.emit(movement.video_id)
