"""Buttons and sliders on the dark ground around the picture, the same in both themes."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolButton, QWidget

from videogen_desktop.ui.clip_slider import ClipSlider
from videogen_desktop.ui.plain_label import plain_tooltip
from videogen_desktop.ui.shortcuts.table import Command, Place, key_text
from videogen_desktop.ui.theme.icons import themed_pixmap

INK = "#f3f3f6"
FAINT_INK = "#8c8c99"
LIT_INK = "#a9a6ff"
_HOVERED = QColor(255, 255, 255, 34)
_GROUND = QColor(14, 14, 20, 170)
_GROUND_HOVERED = QColor(52, 52, 64, 235)
_FOCUS = QColor(LIT_INK)
_GROOVE = QColor(255, 255, 255, 70)
_GROOVE_DONE = QColor(LIT_INK)
_HANDLE = QColor("#ffffff")
_HANDLE_FOCUS = QColor(169, 166, 255, 110)
_RADIUS = 7.0


class _BarControl(QToolButton):
    """Looks hovered as soon as the pointer comes; a click leaves the keyboard to the player."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def is_hovered(self) -> bool:
        """It would take a click, or just does."""
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()


class BarButton(_BarControl):
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

    def show_as(
        self,
        icon: str,
        name: str,
        command: Command | None = None,
        place: Place = Place.VIEWER,
    ) -> None:
        """The icon, and the name for screen readers and, with the command's key, the tool tip."""
        self._icon = icon
        self.setAccessibleName(name)
        tip = name if command is None else with_keys(name, command, place=place)
        self.setToolTip(plain_tooltip(tip))
        self.update()

    def set_lit(self, lit: bool) -> None:
        """What it switches is on."""
        self._lit = lit
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
        hovered = self.is_hovered
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


class BarTextButton(_BarControl):
    """A few characters, such as the speed; or, `filled`, a whole label."""

    def __init__(self, *, filled: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = filled

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        padding = 32 if self._filled else 18
        width = metrics.horizontalAdvance(self.text()) + padding
        return QSize(width, max(36, metrics.height() + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        hovered = self.is_hovered
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


class BarSlider(ClipSlider):
    """The position in the clip, or the volume. Main thread."""

    pointed = Signal(int, int)  # value under the pointer, x; the value is -1 when it has left

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_RADIUS, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(96, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 24)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        x = event.position().x()
        self.pointed.emit(self.value_at(x), round(x))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(-1, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.isEnabled() and (self.underMouse() or self.isSliderDown() or self.hasFocus())
        handle = self.paint_groove(painter, 5.0 if active else 4.0, _GROOVE, _GROOVE_DONE)
        if self.hasFocus():
            painter.setBrush(_HANDLE_FOCUS)
            painter.drawEllipse(handle, _RADIUS + 3, _RADIUS + 3)
        if self.isEnabled():
            painter.setBrush(_HANDLE)
            radius = _RADIUS if active else _RADIUS - 1.5
            painter.drawEllipse(handle, radius, radius)
        painter.end()


def with_keys(name: str, *commands: Command, place: Place = Place.VIEWER) -> str:
    """A control's name with the keys that do the same, as the system and the language write
    them; the first key of each."""
    keys = " ".join(key_text(place, command) for command in commands)
    return f"{name} ({keys})"
