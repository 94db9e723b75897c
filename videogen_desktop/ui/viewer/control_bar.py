"""The bar below the picture: the player's controls."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from videogen_desktop.ui.button_menu import add_choices, forget_hover_after
from videogen_desktop.ui.library.follow_up_presenter import (
    FramePlace,
    place_text,
    use_frame_text,
)
from videogen_desktop.ui.plain_label import plain_tooltip
from videogen_desktop.ui.shortcuts.table import Command
from videogen_desktop.ui.text_format import clock_text, exact_clock_text
from videogen_desktop.ui.viewer.bar_controls import (
    INK,
    BarButton,
    BarSlider,
    BarTextButton,
    with_keys,
)
from videogen_desktop.ui.viewer.playback import SPEEDS, Playback, SpeedAndVolume

if TYPE_CHECKING:
    from videogen_desktop.ui.compare.joint_playback import JointPlayback

_WIDE_FROM = 560
_MS_PER_KEY, _MS_PER_PAGE = 500, 2_000


class SpeedButton(BarTextButton):
    """Shows the speed when it is told to `refresh`, and sets it. Main thread."""

    def __init__(self, tuning: SpeedAndVolume, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._tuning = tuning
        self.clicked.connect(self.open_speeds)

    def refresh(self) -> None:
        text = _speed_text(self._tuning.speed)
        if text != self.text():
            self.setText(text)
        name = QCoreApplication.translate("Viewer", "Playback speed")
        self.setAccessibleName(f"{name}, {text}")
        self.setToolTip(plain_tooltip(with_keys(name, Command.SLOWER, Command.FASTER)))

    @Slot()
    def open_speeds(self) -> None:
        """All speeds, as a menu above the button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_choices(
            menu,
            [
                (_speed_text(speed), speed == self._tuning.speed, partial(self._choose, speed))
                for speed in reversed(SPEEDS)
            ],
        )
        forget_hover_after(self, menu)
        above = QPoint(0, -menu.sizeHint().height() - 4)
        menu.popup(self.mapToGlobal(above))

    def _choose(self, speed: float, _checked: bool = False) -> None:
        self._tuning.set_speed(speed)


class ControlBar(QWidget):
    """Follows what plays, and commands it. Main thread."""

    fullScreenRequested = Signal()
    pointed = Signal(int, int)  # milliseconds (-1: left), x in this widget
    frameRequested = Signal(object)  # FramePlace | None: where a video begins

    def __init__(self, playback: "Playback | JointPlayback", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playback = playback
        self._full_screen = False
        self._over_picture = False
        # Where the frame that is shown could go.
        self.frame_places: Callable[[], Sequence[FramePlace]] = tuple
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.seek = BarSlider()
        self.seek.setSingleStep(_MS_PER_KEY)
        self.seek.setPageStep(_MS_PER_PAGE)
        self.play = BarButton("play", 44)
        self.back = BarButton("step-back")
        self.forward = BarButton("step-forward")
        self.use_frame = BarButton("image-plus")
        self.time = QLabel()
        self.time.setTextFormat(Qt.TextFormat.PlainText)
        self.time.setStyleSheet(f"color: {INK};")
        self.speed = SpeedButton(self._playback.tuning)
        self.loop = BarButton("repeat")
        self.mute = BarButton("volume-2")
        self.volume = BarSlider()
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(5)
        self.volume.setFixedWidth(96)
        self.full = BarButton("maximize")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in (self.play, self.back, self.forward, self.use_frame):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.time)
        row.addStretch(1)
        for control in (self.speed, self.loop, self.mute, self.volume, self.full):
            row.addWidget(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 10)
        column.setSpacing(0)
        column.addWidget(self.seek)
        column.addLayout(row)

    def _connect(self) -> None:
        playback = self._playback
        playback.changed.connect(self.refresh)
        playback.positionChanged.connect(self.show_position)
        self.seek.sought.connect(playback.seek)
        self.seek.sliderPressed.connect(playback.begin_scrubbing)
        self.seek.sliderReleased.connect(playback.end_scrubbing)
        self.seek.pointed.connect(self._tell_pointed)
        self.play.clicked.connect(playback.toggle)
        self.back.clicked.connect(self._step_back)
        self.forward.clicked.connect(self._step_forward)
        self.use_frame.clicked.connect(self.open_places)
        self.loop.clicked.connect(self._toggle_loop)
        self.mute.clicked.connect(self._toggle_mute)
        self.volume.sought.connect(self._set_volume)
        self.full.clicked.connect(self.fullScreenRequested)

    # --- following -------------------------------------------------------------------------

    def set_full_screen(self, full: bool) -> None:
        """In full screen it lies over the picture."""
        self._full_screen = self._over_picture = full
        self.refresh()
        self.update()

    @Slot()
    def retranslate(self) -> None:
        self.seek.setAccessibleName(QCoreApplication.translate("Viewer", "Playback position"))
        self.volume.setAccessibleName(QCoreApplication.translate("Viewer", "Volume"))
        back = QCoreApplication.translate("Viewer", "One frame back")
        self.back.show_as("step-back", back, Command.FRAME_BACK)
        forward = QCoreApplication.translate("Viewer", "One frame forward")
        self.forward.show_as("step-forward", forward, Command.FRAME_ON)
        self.use_frame.show_as("image-plus", use_frame_text(), Command.USE_FRAME)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        playback = self._playback
        usable = playback.is_open and not playback.is_loading
        for control in (self.seek, self.back, self.forward, self.use_frame):
            control.setEnabled(usable)
        self.play.setEnabled(playback.is_open)
        icon = "rotate-ccw" if playback.at_end else "pause" if playback.is_playing else "play"
        self.play.show_as(icon, _play_name(playback.is_playing, playback.at_end), Command.PLAY)
        self.loop.show_as("repeat", _loop_name(playback.is_looping), Command.REPEAT)
        self.loop.set_lit(playback.is_looping)
        self.speed.refresh()
        self._show_volume()
        corner = "minimize" if self._full_screen else "maximize"
        self.full.show_as(corner, _full_screen_name(self._full_screen), Command.FULL_SCREEN)
        self.show_position()

    @Slot()
    def show_position(self) -> None:
        position, duration = self._playback.position, self._playback.duration
        self.seek.show_value(position, duration)
        # Single frames are looked at while it rests, and a second has thirty of them.
        shown = clock_text if self._playback.is_playing else exact_clock_text
        text = f"{shown(position)} / {clock_text(duration)}" if duration else ""
        if text != self.time.text():
            self.time.setText(text)

    def _show_volume(self) -> None:
        playback = self._playback
        volume = 0.0 if playback.tuning.is_muted else playback.tuning.volume
        icon = "volume-x" if volume == 0 else "volume-1" if volume < 0.5 else "volume-2"
        self.mute.show_as(icon, _mute_name(playback.tuning.is_muted), Command.MUTE)
        self.volume.show_value(round(volume * 100), 100)

    # --- commands --------------------------------------------------------------------------

    @Slot()
    def open_places(self) -> None:
        """Where the frame can go, as a menu above the button; at once where there is one place."""
        self._playback.pause()
        places = self.frame_places()
        if len(places) < 2:
            self.frameRequested.emit(None)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in places:
            line = menu.addAction(place_text(place))
            line.triggered.connect(partial(self._use_frame, place))
        forget_hover_after(self.use_frame, menu)
        above = QPoint(0, -menu.sizeHint().height() - 4)
        menu.popup(self.use_frame.mapToGlobal(above))

    def _use_frame(self, place: FramePlace, _checked: bool = False) -> None:
        self.frameRequested.emit(place)

    @Slot()
    def _step_back(self) -> None:
        self._playback.step(-1)

    @Slot()
    def _step_forward(self) -> None:
        self._playback.step(1)

    @Slot()
    def _toggle_loop(self) -> None:
        self._playback.set_looping(not self._playback.is_looping)

    @Slot()
    def _toggle_mute(self) -> None:
        self._playback.tuning.set_muted(not self._playback.tuning.is_muted)

    @Slot(int)
    def _set_volume(self, percent: int) -> None:
        self._playback.tuning.set_volume(percent / 100)

    @Slot(int, int)
    def _tell_pointed(self, position: int, x: int) -> None:
        usable = self.seek.isEnabled() and position >= 0
        self.pointed.emit(position if usable else -1, self.seek.x() + x)

    # --- Qt --------------------------------------------------------------------------------

    def resizeEvent(self, event: object) -> None:
        wide = self.width() >= _WIDE_FROM
        for control in (self.back, self.forward, self.volume):
            control.setVisible(wide)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._over_picture:
            return
        painter = QPainter(self)
        shade = QLinearGradient(0, 0, 0, self.height())
        shade.setColorAt(0, QColor(0, 0, 0, 0))
        shade.setColorAt(0.5, QColor(0, 0, 0, 130))
        shade.setColorAt(1, QColor(0, 0, 0, 210))
        painter.fillRect(self.rect(), shade)
        painter.end()


def _play_name(playing: bool, at_end: bool) -> str:
    if playing:
        return QCoreApplication.translate("Viewer", "Pause")
    if at_end:
        return QCoreApplication.translate("Viewer", "Play again")
    return QCoreApplication.translate("Viewer", "Play")


def _mute_name(muted: bool) -> str:
    if muted:
        return QCoreApplication.translate("Viewer", "Unmute")
    return QCoreApplication.translate("Viewer", "Mute")


def _loop_name(looping: bool) -> str:
    if looping:
        return QCoreApplication.translate("Viewer", "Stop repeating")
    return QCoreApplication.translate("Viewer", "Repeat")


def _full_screen_name(full: bool) -> str:
    if full:
        return QCoreApplication.translate("Viewer", "Leave full screen")
    return QCoreApplication.translate("Viewer", "Full screen")


def _speed_text(factor: float) -> str:
    """Such as 0,25× or 2×."""
    return QLocale().toString(factor, "g", 3) + "×"
