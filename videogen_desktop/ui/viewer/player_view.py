"""The dark half of the viewer: the picture, the controls around it, and the note of copies."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QProgressBar, QWidget

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.gallery.actions import copying_face
from videogen_desktop.ui.library import wording as library_wording
from videogen_desktop.ui.plain_label import plain_label, plain_tooltip
from videogen_desktop.ui.shortcuts.table import Command
from videogen_desktop.ui.text_format import percent_label
from videogen_desktop.ui.theme.tokens import DARK, Tokens
from videogen_desktop.ui.viewer.bar_controls import INK, BarButton, BarTextButton
from videogen_desktop.ui.viewer.canvas import GROUND, Canvas, SeekPreview
from videogen_desktop.ui.viewer.control_bar import ControlBar
from videogen_desktop.ui.viewer.playback import Playback
from videogen_desktop.ui.viewer.state_card import StateCard
from videogen_desktop.ui.viewer.top_bar import TopBar

_BAR_WIDTH, _BAR_HEIGHT = 96, 6
# This half of the viewer is dark in both themes.
_SHEET = f"""
QFrame#copyNote {{ background: rgba(14, 14, 20, 242); border: 1px solid {DARK.border};
    border-radius: 10px; }}
QLabel {{ color: {INK}; background: transparent; }}
QProgressBar {{ background: {DARK.border_strong}; border: none; border-radius: 3px; }}
QProgressBar::chunk {{ background: {DARK.accent}; border-radius: 3px; }}
"""
# A button to the next video; how far it and what lies over the picture are from the edge.
_ARROW, _EDGE = 44, 14
# In full screen the controls leave the picture alone after this.
CONTROLS_SHOWN_MS = 2_500


class PlayerView(QWidget):
    """Shows one item: its player, or where it stands. Main thread."""

    def __init__(self, playback: Playback, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playback = playback
        self._full_screen = False
        self._clip: Path | None = None
        self._item: LibraryItem | None = None
        self._has_neighbours = (False, False)
        self.canvas = Canvas(self)
        self.card = StateCard(self)
        self.card.hide()
        self.previous = BarButton("chevron-left", _ARROW, grounded=True, parent=self)
        self.next = BarButton("chevron-right", _ARROW, grounded=True, parent=self)
        self.bar = TopBar(tokens, self)
        self.controls = ControlBar(playback, self)
        self.copy_note = CopyNote(self)
        self._preview = SeekPreview(self)
        parts = (self.canvas, self.controls, self.bar, self.previous, self.next)
        self._activity = UserActivity(parts, self)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._playback.frameChanged.connect(self._show_frame)
        self._playback.changed.connect(self._follow)
        self.canvas.clicked.connect(self._playback.toggle)
        self.controls.pointed.connect(self._show_preview)
        self.copy_note.changed.connect(self._arrange)
        self._activity.resumed.connect(self._show_controls)
        self._activity.ceased.connect(self.hide_controls)

    # --- showing ---------------------------------------------------------------------------

    def show_item(self, item: LibraryItem | None) -> None:
        """Play its clip if it has one, else say where it stands; a clip that plays goes on."""
        is_other = self._item is None or item is None or item.video.id != self._item.video.id
        self._item = item
        clip = None if item is None or item.plays_elsewhere else item.clip
        if is_other:
            self.canvas.show_poster(None if item is None else item.poster)
            self._preview.set_strip(None if item is None else item.strip)
        if clip is None:
            self._clip = None
            self._playback.close()
        elif is_other or clip != self._clip:
            self._clip = clip
            self._playback.open(clip)
        self._follow()

    def release(self) -> None:
        """No file is held any more, once the playback says `released`."""
        self._item = self._clip = None
        self._playback.close()
        self.canvas.show_poster(None)
        self.canvas.set_busy(False)
        self.card.show_item(None)

    def set_neighbours(self, has_previous: bool, has_next: bool) -> None:
        self._has_neighbours = has_previous, has_next
        self._set_controls_shown(self._controls_wanted())

    def set_full_screen(self, full: bool) -> None:
        """The picture has the whole screen, and the controls come with the pointer."""
        self._full_screen = self._activity.is_watched = full
        self.controls.set_full_screen(full)
        self.bar.set_full_screen(full)
        self._arrange()
        self.wake()

    def retranslate(self) -> None:
        before = QCoreApplication.translate("Viewer", "Previous video")
        self.previous.show_as("chevron-left", before, Command.PREVIOUS_VIDEO)
        after = QCoreApplication.translate("Viewer", "Next video")
        self.next.show_as("chevron-right", after, Command.NEXT_VIDEO)
        self.controls.retranslate()
        self.bar.retranslate()
        self.card.refresh()

    # --- following the player --------------------------------------------------------------

    @Slot()
    def _show_frame(self) -> None:
        self.canvas.show_frame(self._playback.image())

    @Slot()
    def _follow(self) -> None:
        problem = self._playback.problem
        has_player = self._clip is not None and problem is None
        self.canvas.set_busy(self._item is None or (has_player and self._playback.is_loading))
        self.controls.setVisible(has_player and self._controls_wanted())
        if has_player or self._item is None:
            self.card.show_item(None)
        else:
            self.card.show_item(self._item, problem if self._clip is not None else None)
        self.canvas.set_dimmed(self.card.isVisibleTo(self))
        if self._full_screen and not self._activity.is_recent:
            self.wake()
        self._arrange()

    @Slot(int, int)
    def _show_preview(self, position: int, x: int) -> None:
        if position < 0:
            self._preview.hide()
            return
        where = self.controls.x() + x
        self._preview.show_at(position, self._playback.duration, where, self.controls.y() + 2)

    # --- controls that come and go ---------------------------------------------------------

    @Slot()
    def wake(self) -> None:
        """The user is there: show the controls, for a while in full screen."""
        self._activity.wake()

    @Slot()
    def _show_controls(self) -> None:
        self.unsetCursor()
        self._set_controls_shown(True)

    def _controls_wanted(self) -> bool:
        return not self._full_screen or self.bar.isVisibleTo(self)

    @Slot()
    def hide_controls(self) -> None:
        """Leave the full screen to the picture, unless the user may want one of them now."""
        busy = not self._playback.is_playing or QApplication.activePopupWidget() is not None
        pointer = self.mapFromGlobal(QCursor.pos())
        hovered = any(part.geometry().contains(pointer) for part in (self.controls, self.bar))
        if not self._full_screen or busy or hovered:
            return
        self._set_controls_shown(False)
        self.setCursor(QCursor(Qt.CursorShape.BlankCursor))

    def _set_controls_shown(self, shown: bool) -> None:
        has_player = self._clip is not None and self._playback.problem is None
        self.bar.setVisible(shown)
        self.controls.setVisible(shown and has_player)
        self.previous.setVisible(shown and self._has_neighbours[0])
        self.next.setVisible(shown and self._has_neighbours[1])
        if not shown:
            self._preview.hide()

    # --- layout ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        top, below = self.bar.sizeHint().height(), self.controls.sizeHint().height()
        self.bar.setGeometry(0, 0, width, top)
        self.controls.setGeometry(0, height - below, width, below)
        room = QRect(0, 0, width, height)
        if not self._full_screen:
            room.setTop(top)
            if self.controls.isVisibleTo(self):
                room.setBottom(height - below)
        self.canvas.setGeometry(room)
        has_controls = self.controls.isVisibleTo(self)
        taken = self.copy_note.sit_above(height - below if has_controls else height, width)
        self.card.setGeometry(room.adjusted(_ARROW + _EDGE, 0, -_ARROW - _EDGE, -taken))
        middle = room.center().y() - _ARROW // 2
        self.previous.move(_EDGE, middle)
        self.next.move(width - _ARROW - _EDGE, middle)
        self.card.raise_()
        for part in (self.previous, self.next, self.bar, self.controls, self.copy_note):
            part.raise_()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.wake()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), GROUND)
        painter.end()


class UserActivity(QObject):
    """Whether the user is there: in full screen the controls come with the pointer, and go again.

    `resumed` comes with every sign of the user, and `ceased` some time after the last one while
    this `is_watched`. Main thread.
    """

    resumed = Signal()
    ceased = Signal()

    def __init__(self, parts: Iterable[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self.is_watched = False
        self._rest = QTimer(self, singleShot=True, interval=CONTROLS_SHOWN_MS)
        self._rest.timeout.connect(self.ceased)
        for part in parts:
            part.setMouseTracking(True)
            part.installEventFilter(self)

    @property
    def is_recent(self) -> bool:
        """The last sign of the user is a moment ago."""
        return self._rest.isActive()

    @Slot()
    def wake(self) -> None:
        """The user is there."""
        self._rest.stop()
        self.resumed.emit()
        if self.is_watched:
            self._rest.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.is_watched and event.type() in (QEvent.Type.MouseMove, QEvent.Type.KeyPress):
            self.wake()
        return False


class CopyNote(QFrame):
    """Hidden while no copy is on its way. Main thread."""

    cancelRequested = Signal()
    # Its width follows its words.
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copyNote")
        self.setStyleSheet(_SHEET)
        self._copying = (0, 0, 0)
        self.said = plain_label()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(_BAR_WIDTH, _BAR_HEIGHT)
        self.cancel = BarTextButton()
        self.cancel.clicked.connect(self.cancelRequested)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 6, 4)
        row.setSpacing(12)
        row.addWidget(self.said, 1)
        row.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.cancel)
        self.retranslate()
        self.hide()

    def show_copying(self, done: int, total: int, percent: int) -> None:
        """A `total` of 0 says that no copy is on its way any more."""
        begins = total > 0 and self._copying[1] == 0
        self._copying = (done, total, percent)
        self._write()
        self.setVisible(total > 0)
        self.changed.emit()
        if begins:
            announce(self, self.said.text())

    def sit_above(self, bottom: int, room: int) -> int:
        """In the middle of what is `room` wide; returns how much of the height it takes."""
        if self.isHidden():
            return 0
        self.said.setWordWrap(False)
        wanted = self.sizeHint()
        width, height = min(wanted.width(), room - 2 * _EDGE), wanted.height()
        if width < wanted.width():
            self.said.setWordWrap(True)
            height = max(height, self._row.heightForWidth(width))
        self.setGeometry((room - width) // 2, bottom - height - _EDGE, width, height)
        return height + _EDGE

    def retranslate(self) -> None:
        self.cancel.setText(QCoreApplication.translate("Viewer", "Cancel"))
        name = copying_face().text
        self.cancel.setAccessibleName(name)
        self.cancel.setToolTip(plain_tooltip(name))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _write(self) -> None:
        done, total, percent = self._copying
        if total == 1:
            text = QCoreApplication.translate("Viewer", "Saving a copy · %1")
            text = text.replace("%1", percent_label(percent))
        else:
            text = library_wording.copying(done, total, percent)
        self.said.setText(text)
        self.progress.setValue(percent)
        self.progress.setAccessibleName(text)
