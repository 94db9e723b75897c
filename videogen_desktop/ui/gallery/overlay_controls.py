"""The controls that the overlay puts on a card: its buttons, and the bar of a clip that plays.

They are real widgets, drawn to be read on any picture.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from videogen_desktop.ui.clip_slider import ClipSlider
from videogen_desktop.ui.gallery.actions import SELECTING, CardAction, face_of
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.text_format import clock_text
from videogen_desktop.ui.theme.icons import themed_pixmap

BAR_HEIGHT = 40
_BAR_BUTTON, _BAR_EDGE = 30, 8
_GROOVE, _HANDLE = 4, 6
_GROOVE_REST = QColor(255, 255, 255, 90)
_GROOVE_DONE = QColor(255, 255, 255)
_BUTTON_REST = QColor(14, 14, 20, 170)
_BUTTON_HOVERED = QColor(40, 40, 52, 235)
_WHITE = "#ffffff"
_FOCUS = QColor("#ffffff")


class CardButton(QToolButton):
    """A click with Ctrl or Shift selects the card and a drag takes it along, as anywhere on it."""

    dragStarted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed_at: QPointF | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if event.modifiers() & SELECTING:
            event.ignore()
            return
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = (event.position() - self._pressed_at).manhattanLength()
        if way >= QApplication.startDragDistance():
            # Not pressed any more: letting go is no click.
            self._pressed_at = None
            self.setDown(False)
            self.dragStarted.emit()


class RoundButton(CardButton):
    """An icon in a dark circle."""

    def __init__(self, icon: str, diameter: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._diameter = diameter
        self._plain = False
        self.setFixedSize(diameter, diameter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_plain(self, plain: bool) -> None:
        """Without the circle, where something dark lies behind already."""
        self._plain = plain

    def show_action(self, icon: str, name: str) -> None:
        """The icon, and the name for screen readers and the tool tip."""
        self._icon_name = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        hovered = self.underMouse() or self.isDown()
        if hovered or not self._plain:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_BUTTON_HOVERED if hovered else _BUTTON_REST)
            painter.drawEllipse(area)
        if self.hasFocus():
            painter.setPen(QPen(_FOCUS, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area.adjusted(1, 1, -1, -1))
        size = round(self._diameter * 0.5)
        icon = themed_pixmap(self._icon_name, _WHITE, size, self.devicePixelRatioF())
        left, top = (self.width() - size) / 2, (self.height() - size) / 2
        painter.drawPixmap(round(left), round(top), icon)
        painter.end()


class TextButton(CardButton):
    """A short label in a dark rounded bar."""

    _PADDING = 12

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + 2 * self._PADDING
        return QSize(width, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(_FOCUS, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        hovered = self.underMouse() or self.isDown()
        painter.setBrush(_BUTTON_HOVERED if hovered else QColor(14, 14, 20, 215))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(QColor(_WHITE))
        room = self.width() - 2 * (self._PADDING - 4)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class PlaybackBar(QWidget):
    """Along the lower edge of a playing card: pause, where the clip is, sound. Of one video at a
    time. Main thread. `playRequested` plays or pauses."""

    playRequested = Signal()

    def __init__(self, pool: PlayerPool, parent: QWidget) -> None:
        super().__init__(parent)
        self._pool = pool
        self._video_id = ""
        self.toggle = RoundButton("pause", _BAR_BUTTON, self)
        self.toggle.set_plain(True)
        self._scrubber = Scrubber(self)
        self._time = QLabel(self)
        self._time.setTextFormat(Qt.TextFormat.PlainText)
        self._time.setStyleSheet("color: white; background: transparent;")
        self._time.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._mute = RoundButton("volume-x", _BAR_BUTTON, self)
        self._mute.set_plain(True)
        self.toggle.clicked.connect(self.playRequested)
        self._mute.clicked.connect(self._toggle_mute)
        self._scrubber.sought.connect(self._seek)

    def retranslate(self) -> None:
        self._scrubber.setAccessibleName(QCoreApplication.translate("Gallery", "Playback position"))

    def show_for(self, video_id: str) -> None:
        """Follow this video's player."""
        self._video_id = video_id
        face = face_of(CardAction.PLAY, self._pool.is_playing(video_id))
        self.toggle.show_action(face.icon, face.text)
        self._show_mute()
        self.show_position()

    def show_position(self) -> None:
        """Follow the clip's position."""
        position, duration = self._pool.position(self._video_id)
        self._scrubber.show_value(position, duration)
        text = f"{clock_text(position)} / {clock_text(duration)}"
        if text != self._time.text():
            self._time.setText(text)

    def resizeEvent(self, event: QEvent) -> None:
        top = self.height() - BAR_HEIGHT + (BAR_HEIGHT - _BAR_BUTTON) // 2
        self.toggle.move(_BAR_EDGE - 2, top)
        self._mute.move(self.width() - _BAR_BUTTON - _BAR_EDGE + 2, top)
        room = self._time.fontMetrics().horizontalAdvance("0:00 / 0:00") + 4
        self._time.setGeometry(self._mute.x() - room - 2, top, room, _BAR_BUTTON)
        start = _BAR_EDGE + _BAR_BUTTON
        self._scrubber.setGeometry(start, top, self._time.x() - start - 4, _BAR_BUTTON)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shade = QLinearGradient(0, 0, 0, self.height())
        shade.setColorAt(0, QColor(0, 0, 0, 0))
        shade.setColorAt(1, QColor(0, 0, 0, 190))
        painter.fillRect(self.rect(), shade)
        painter.end()

    def _toggle_mute(self) -> None:
        self._pool.set_muted(self._video_id, not self._pool.is_muted(self._video_id))

    def _seek(self, position: int) -> None:
        self._pool.seek(self._video_id, position)

    def _show_mute(self) -> None:
        if self._pool.is_muted(self._video_id):
            self._mute.show_action("volume-x", QCoreApplication.translate("Gallery", "Unmute"))
        else:
            self._mute.show_action("volume-2", QCoreApplication.translate("Gallery", "Mute"))


class Scrubber(ClipSlider):
    """The thin bar on a playing card: where the clip is, and where to go; in milliseconds. Main
    thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HANDLE, parent)
        self.setSingleStep(500)
        self.setPageStep(2_000)

    def sizeHint(self) -> QSize:
        return QSize(60, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        handle = self.paint_groove(painter, _GROOVE, _GROOVE_REST, _GROOVE_DONE)
        radius = _HANDLE if self.hasFocus() or self.underMouse() else _HANDLE - 1
        painter.drawEllipse(handle, radius, radius)
        painter.end()
