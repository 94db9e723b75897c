"""One clip played large, with the bar that trims it: both ends to the frame."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.export.cut_clip import CutClip
from videogen_desktop.ui.export.folding_row import FoldingRow
from videogen_desktop.ui.export.trim_bar import TrimBar
from videogen_desktop.ui.plain_label import form_button, plain_label, plain_tooltip, side_by_side
from videogen_desktop.ui.shortcuts.table import Command, Place, key_text
from videogen_desktop.ui.text_format import exact_clock_text
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer.canvas import Canvas
from videogen_desktop.ui.viewer.playback import Playback

_ICON = 18
_LEAST = QSize(220, 150)


class TrimView(QWidget):
    """`cutChanged` says that the clip's ends, or what is known of its length, are others. Main
    thread."""

    cutChanged = Signal()

    def __init__(
        self, tokens: Tokens, playback: Playback | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._clip: CutClip | None = None
        self.playback = playback or Playback()
        self.playback.setParent(self)
        self.canvas = Canvas(self)
        self.canvas.setMinimumSize(_LEAST)
        self.bar = TrimBar(tokens, self)
        self.play, self.back, self.on = QToolButton(), QToolButton(), QToolButton()
        self.begin_here, self.end_here = form_button(), form_button()
        self.place, self.said = plain_label("small"), plain_label("small", wraps=True)
        self._is_fresh = False
        self._lay_out(tokens)
        self._connect()
        self.set_tokens(tokens)
        self.retranslate()

    def _lay_out(self, tokens: Tokens) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_2)
        policy = QSizePolicy.Policy
        self.canvas.setSizePolicy(policy.Expanding, policy.Expanding)
        column.addWidget(self.canvas, 1)
        column.addWidget(FoldingRow((self.place,), (self.said,), spacing=tokens.space_2))
        column.addWidget(self.bar)
        steps = (self.back, self.play, self.on)
        for button in steps:
            button.setProperty("kind", "icon")
            button.setIconSize(QSize(_ICON, _ICON))
        ends = FoldingRow((self.begin_here, self.end_here), spacing=tokens.space_1)
        moving = side_by_side(*steps, spacing=tokens.space_1)
        column.addWidget(FoldingRow((moving, ends), spacing=tokens.space_2))

    def _connect(self) -> None:
        playback = self.playback
        playback.frameChanged.connect(self._show_frame)
        playback.positionChanged.connect(self._show_position)
        playback.changed.connect(self._follow)
        self.canvas.clicked.connect(playback.toggle)
        self.play.clicked.connect(playback.toggle)
        self.back.clicked.connect(self.step_back)
        self.on.clicked.connect(self.step_on)
        self.begin_here.clicked.connect(self.cut_start)
        self.end_here.clicked.connect(self.cut_end)
        self.bar.sought.connect(self._see)
        self.bar.cutMoved.connect(self._cut_moved)

    def show_clip(self, clip: CutClip | None) -> None:
        """Play this one; what was shown is let go first."""
        if clip is self._clip:
            return
        self._clip = clip
        self._is_fresh = True
        self.bar.show_clip(clip)
        self.canvas.show_poster(None if clip is None else clip.item.poster)
        if clip is None or clip.item.clip is None:
            self.playback.close()
        else:
            self.playback.open(clip.item.clip)
        self._write()

    def refresh(self) -> None:
        """More is known of the clip."""
        self.bar.update()
        self._write()

    def close_down(self) -> None:
        """The dialog goes: no file is held any more; idempotent."""
        self._clip = None
        self.playback.abandon()

    # --- cutting -----------------------------------------------------------------------------

    @Slot()
    def cut_start(self) -> None:
        """The frame that is shown is the first that goes out."""
        span = self.playback.frame_span
        if self._clip is not None and span is not None:
            self.playback.pause()
            self._clip.begin_at(round(span[0]))
            self._cut_moved()

    @Slot()
    def cut_end(self) -> None:
        """The frame that is shown is the last that goes out."""
        span = self.playback.frame_span
        if self._clip is not None and span is not None:
            self.playback.pause()
            self._clip.end_at(round(span[1]))
            self._cut_moved()

    @Slot()
    def step_back(self) -> None:
        self.playback.step(-1)

    @Slot()
    def step_on(self) -> None:
        self.playback.step(1)

    @Slot(int)
    def _see(self, moment: int) -> None:
        self.playback.pause()
        self.playback.seek(moment)

    @Slot()
    def _cut_moved(self) -> None:
        self.bar.update()
        self._write()
        self.cutChanged.emit()

    # --- following ---------------------------------------------------------------------------

    @Slot()
    def _show_frame(self) -> None:
        self.canvas.show_frame(self.playback.image())
        if self._is_fresh and self._clip is not None:
            # It rests where it begins: one trims before one watches.
            self._is_fresh = False
            self._see(self._clip.start_ms)

    @Slot()
    def _show_position(self) -> None:
        position, clip = self.playback.position, self._clip
        self.bar.show_position(position)
        self.place.setText(exact_clock_text(position))
        if clip is None or clip.end_ms is None or not self.playback.is_playing:
            return
        # It plays what goes out, and begins again where that begins.
        if position >= clip.end_ms:
            self.playback.seek(clip.start_ms)

    @Slot()
    def _follow(self) -> None:
        clip, duration = self._clip, self.playback.duration
        if clip is not None and duration and clip.duration_ms != duration:
            clip.duration_ms = duration
            self._cut_moved()
        self._show_playing()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.back.setIcon(themed_icon("step-back", tokens.text, _ICON))
        self.on.setIcon(themed_icon("step-forward", tokens.text, _ICON))
        self.bar.set_tokens(tokens)
        self._show_playing()

    def _show_playing(self) -> None:
        plays = self.playback.is_playing
        icon = "pause" if plays else "play"
        self.play.setIcon(themed_icon(icon, self._tokens.text, _ICON))
        name = QCoreApplication.translate("Export", "Play")
        if plays:
            name = QCoreApplication.translate("Export", "Pause")
        _name(self.play, name, Command.PLAY)

    def retranslate(self) -> None:
        names = (
            (self.back, QCoreApplication.translate("Export", "One frame back"), Command.FRAME_BACK),
            (self.on, QCoreApplication.translate("Export", "One frame on"), Command.FRAME_ON),
            (
                self.begin_here,
                QCoreApplication.translate("Export", "Set start"),
                Command.TRIM_START,
            ),
            (self.end_here, QCoreApplication.translate("Export", "Set end"), Command.TRIM_END),
        )
        for button, name, command in names:
            _name(button, name, command)
        self.begin_here.setText(self.begin_here.accessibleName())
        self.end_here.setText(self.end_here.accessibleName())
        self.bar.setAccessibleName(
            QCoreApplication.translate("Export", "What is taken of the clip")
        )
        self._show_playing()
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _write(self) -> None:
        clip = self._clip
        if clip is None or not clip.duration_ms:
            self.said.setText("")
            return
        words = QCoreApplication.translate("Export", "{start} to {end}")
        text = words.format(
            start=exact_clock_text(clip.start_ms), end=exact_clock_text(clip.last_ms)
        )
        self.said.setText(text)
        self.bar.setAccessibleDescription(text)


def _name(button: QAbstractButton, name: str, command: Command) -> None:
    button.setAccessibleName(name)
    button.setToolTip(plain_tooltip(f"{name} ({key_text(Place.EXPORT, command)})"))
