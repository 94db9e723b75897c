"""Buttons on the dark ground around the picture, the same in both themes."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from videogen_desktop.ui.plain_text import plain_tooltip
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.viewer import wording

INK = "#f3f3f6"
FAINT_INK = "#8c8c99"
LIT_INK = "#a9a6ff"
_HOVERED = QColor(255, 255, 255, 34)
_GROUND = QColor(14, 14, 20, 170)
_GROUND_HOVERED = QColor(52, 52, 64, 235)
_FOCUS = QColor("#a9a6ff")


class BarButton(QToolButton):
    """An icon in a circle. `grounded`: on a ground of its own, to be read on any picture."""

    def __init__(
        self,
        icon: str,
        diameter: int = 36,
        *,
        grounded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._grounded = grounded
        self._lit = False
        self.setFixedSize(diameter, diameter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A click leaves the keyboard to the player.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_as(self, icon: str, name: str, key: str = "") -> None:
        """The icon, and the name for screen readers and, with its key, the tool tip."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(wording.with_key(name, key) if key else name))
        self.update()

    def set_lit(self, lit: bool) -> None:
        """What it switches is on."""
        self._lit = lit
        self.update()

    @property
    def is_lit(self) -> bool:
        return self._lit

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        size = round(self.width() * 0.54)
        ink = FAINT_INK if not self.isEnabled() else LIT_INK if self._lit else INK
        picture = themed_pixmap(self._icon, ink, size, self.devicePixelRatioF())
        left = (self.width() - size) / 2
        painter.drawPixmap(round(left), round((self.height() - size) / 2), picture)
        if self._lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(LIT_INK))
            painter.drawEllipse(QRectF(self.width() / 2 - 1.5, self.height() - 5, 3, 3))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        area = QRectF(self.rect())
        hovered = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setPen(Qt.PenStyle.NoPen)
        if self._grounded:
            painter.setBrush(_GROUND_HOVERED if hovered else _GROUND)
            painter.drawEllipse(area)
        elif hovered:
            painter.setBrush(_HOVERED)
            painter.drawEllipse(area)
        if self.hasFocus():
            painter.setPen(QPen(_FOCUS, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area.adjusted(1, 1, -1, -1))


class BarText(QToolButton):
    """A few characters, such as the speed; or, `filled`, a whole label."""

    def __init__(self, *, filled: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = filled
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        padding = 32 if self._filled else 18
        width = metrics.horizontalAdvance(self.text()) + padding
        return QSize(width, max(36, metrics.height() + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        hovered = self.isEnabled() and (self.underMouse() or self.isDown())
        ground = QColor(255, 255, 255, 58 if hovered else 34) if self._filled else _HOVERED
        painter.setPen(Qt.PenStyle.NoPen)
        if self._filled or hovered:
            painter.setBrush(ground)
            painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        if self.hasFocus():
            painter.setPen(QPen(_FOCUS, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(QColor(INK if self.isEnabled() else FAINT_INK))
        room = self.width() - 12
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
