"""Two to four clips over the whole window: played as one, and one of them is kept."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from videogen_desktop.domain.events import Event, VideoChanged, VideoRemoved
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.compare import wording
from videogen_desktop.ui.compare.joint_playback import JointPlayback
from videogen_desktop.ui.compare.stage import Look, Stage
from videogen_desktop.ui.shortcuts.table import Command, Place, bindings, command_of, digit_of
from videogen_desktop.ui.viewer.bar_controls import FAINT_INK, INK, BarButton
from videogen_desktop.ui.viewer.canvas import GROUND
from videogen_desktop.ui.viewer.control_bar import ControlBar
from videogen_desktop.ui.viewer.top_bar import ElidedText

_SHORT_MS, _LONG_MS = 1_000, 3_000
_LOUDER, _DIVIDER_STEP = 0.05, 0.02
# A key that is held this long shows the other clip only for as long as it is.
_HELD_MS = 350
_HINT_FROM = 900
Act = Callable[[], None]


class CompareView(QWidget):
    """Fills `host` while it is open, and hides `covered`. Main thread.

    `picked` carries the item that is kept and those that were seen beside it; `closed` comes when
    the window is given back, and `close_down` must be called before it goes.
    """

    picked = Signal(object, object)  # LibraryItem, tuple[LibraryItem, ...]
    opened = Signal()
    closed = Signal()

    def __init__(self, host: QWidget, covered: QWidget, joint: JointPlayback | None = None) -> None:
        super().__init__(host)
        self._host, self._covered = host, covered
        self._focus_before: QWidget | None = None
        self._is_open = False
        self.joint = joint or JointPlayback()
        self.joint.setParent(self)
        self.stage = Stage(self.joint, self)
        self.bar = CompareBar(self)
        self.controls = ControlBar(self.joint, self)
        # A frame is taken from one clip, and these are several.
        self.controls.use_frame.hide()
        self.controls.full.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stage, 1)
        column.addWidget(self.controls)
        self._keys = bindings(Place.COMPARE)
        self._acts = self._player_acts() | self._own_acts()
        self._held = QElapsedTimer()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect()
        self.hide()
        host.installEventFilter(self)

    def _connect(self) -> None:
        self.joint.changed.connect(self._follow)
        self.stage.heardWanted.connect(self.joint.hear)
        self.stage.pickWanted.connect(self.pick)
        self.bar.closeRequested.connect(self.close_view)
        self.bar.lookRequested.connect(self._set_look)

    # --- opening and closing ---------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        return self._is_open

    @property
    def items(self) -> tuple[LibraryItem, ...]:
        """What is known of those that are compared."""
        return tuple(tile.item for tile in self.stage.tiles)

    def open(self, items: Sequence[LibraryItem]) -> None:
        """Cover the window with these, two to four."""
        if not self._is_open:
            self._focus_before = self.window().focusWidget()
            self.setGeometry(self._host.rect())
            self._covered.hide()
            self.show()
            self.raise_()
        self._is_open = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.joint.open([_file_of(item) for item in items])
        self.stage.show_clips(items)
        self._retranslate()
        self._follow()
        announce(self, self.bar.title.text)
        self.opened.emit()

    @Slot()
    def close_view(self) -> None:
        """Let the clips go and give the window back."""
        if not self._is_open:
            return
        self._is_open = False
        self.joint.close()
        self.stage.clear()
        self._covered.show()
        self.hide()
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_before = None
        self.closed.emit()

    def close_down(self) -> None:
        """The window goes; idempotent."""
        self.joint.abandon()

    # --- what the engine says --------------------------------------------------------------

    @Slot(object)
    def apply(self, event: Event) -> None:
        """Follow one event."""
        if isinstance(event, VideoChanged):
            self._change(event.item)
        elif isinstance(event, VideoRemoved):
            self._remove(event.video_id)

    def _change(self, item: LibraryItem) -> None:
        for number, tile in enumerate(self.stage.tiles):
            known = tile.item
            if known.video.id != item.video.id or item.video.revision < known.video.revision:
                continue
            was, now = _file_of(known), _file_of(item)
            tile.item, tile.is_gone = item, False
            if was != now or (now is not None and self.joint.clips[number].problem is not None):
                self.joint.set_file(number, now)
            self._follow()

    def _remove(self, video_id: str) -> None:
        for number, tile in enumerate(self.stage.tiles):
            if tile.item.video.id == video_id and not tile.is_gone:
                tile.is_gone = True
                self.joint.set_file(number, None)
                self._follow()

    @Slot()
    def _follow(self) -> None:
        if self._is_open:
            self.stage.refresh()
            lengths = [clip.duration for clip in self.joint.clips if clip.is_playable]
            differ = bool(lengths) and max(lengths) - min(lengths) > _SHORT_MS / 4
            count, can_pick = len(self.stage.tiles), bool(self.stage.pickable())
            self.bar.show_state(count, self.stage.look, can_pick=can_pick, lengths_differ=differ)

    # --- what the user asks for ------------------------------------------------------------

    @Slot(int)
    def pick(self, number: int) -> None:
        """Keep this clip, counted from 0. What could not be seen beside it stays too."""
        seen = self.stage.pickable()
        if number in seen:
            tiles = self.stage.tiles
            kept = tiles[number].item
            others = tuple(tiles[other].item for other in seen if other != number)
            self.picked.emit(kept, others)

    @Slot(object)
    def _set_look(self, look: Look) -> None:
        self.stage.set_look(look)
        self._follow()

    def _toggle_wipe(self) -> None:
        wipes = self.stage.look is Look.WIPE
        self._set_look(Look.SIDE_BY_SIDE if wipes else Look.WIPE)

    def _flip(self) -> None:
        if self.stage.look is Look.FLIP:
            self.stage.flip()
        else:
            self._set_look(Look.FLIP)
        self._held.start()

    def _hear_next(self) -> None:
        count = len(self.joint.clips)
        after = [(self.joint.heard + step) % count for step in range(1, count + 1)]
        for number in after:
            if self.joint.clips[number].is_playable:
                self.joint.hear(number)
                return

    def _player_acts(self) -> dict[Command, Act]:
        joint, tuning = self.joint, self.joint.tuning
        return {
            Command.PLAY: joint.toggle,
            Command.SECOND_BACK: lambda: joint.skip(-_SHORT_MS),
            Command.SECOND_ON: lambda: joint.skip(_SHORT_MS),
            Command.JUMP_BACK: lambda: joint.skip(-_LONG_MS),
            Command.JUMP_ON: lambda: joint.skip(_LONG_MS),
            Command.FRAME_BACK: lambda: joint.step(-1),
            Command.FRAME_ON: lambda: joint.step(1),
            Command.SLOWER: lambda: tuning.change_speed(-1),
            Command.FASTER: lambda: tuning.change_speed(1),
            Command.TO_START: lambda: joint.seek(0),
            Command.TO_END: lambda: joint.seek(joint.duration),
            Command.MUTE: lambda: tuning.set_muted(not tuning.is_muted),
            Command.REPEAT: lambda: joint.set_looping(not joint.is_looping),
            Command.LOUDER: lambda: tuning.set_volume(tuning.volume + _LOUDER),
            Command.QUIETER: lambda: tuning.set_volume(tuning.volume - _LOUDER),
        }

    def _own_acts(self) -> dict[Command, Act]:
        return {
            Command.NEXT_SOUND: self._hear_next,
            Command.WIPE: self._toggle_wipe,
            Command.FLIP: self._flip,
            Command.DIVIDER_LEFT: lambda: self.stage.move_divider(-_DIVIDER_STEP),
            Command.DIVIDER_RIGHT: lambda: self.stage.move_divider(_DIVIDER_STEP),
            Command.LEAVE_COMPARISON: self.close_view,
        }

    # --- Qt --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event, self._keys)
        if command is None:
            super().keyPressEvent(event)
        elif command is Command.PICK:
            self.pick(digit_of(event) - 1)
        elif command is not Command.FLIP or not event.isAutoRepeat():
            self._acts[command]()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        is_flip = command_of(event, self._keys) is Command.FLIP and not event.isAutoRepeat()
        if is_flip and self._held.isValid() and self._held.hasExpired(_HELD_MS):
            self.stage.flip()
        if is_flip:
            self._held.invalidate()
        super().keyReleaseEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Compare", "Comparing clips"))
        self.controls.retranslate()
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._host.rect())
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), GROUND)
        painter.end()


class CompareBar(QWidget):
    """Above the clips: what this is, how one is picked, and how two are looked at. Main thread."""

    closeRequested = Signal()
    lookRequested = Signal(object)  # Look

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.close_button = BarButton("x")
        self.close_button.clicked.connect(self.closeRequested)
        self.title, self.hint = ElidedText(INK), ElidedText(FAINT_INK)
        self.looks = {
            Look.SIDE_BY_SIDE: BarButton("columns-2"),
            Look.WIPE: BarButton("square-split-horizontal"),
            Look.FLIP: BarButton("layers-2"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(2)
        row.addWidget(self.close_button)
        row.addSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(12)
        row.addWidget(self.hint, 1)
        row.addSpacing(8)
        for look, button in self.looks.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._request, look))
            row.addWidget(button)

    def show_state(self, count: int, look: Look, *, can_pick: bool, lengths_differ: bool) -> None:
        self.title.set_text(wording.heading(count))
        rule = wording.rule_of_lengths()
        hints = [wording.hint(count)] if can_pick and self.width() >= _HINT_FROM else []
        self.hint.set_text(" · ".join([*hints, rule] if lengths_differ else hints))
        leave = QCoreApplication.translate("Compare", "Leave the comparison")
        self.close_button.show_as("x", leave, Command.LEAVE_COMPARISON, Place.COMPARE)
        for each, button in self.looks.items():
            icon, name, command = _face(each)
            button.setVisible(count == 2)
            button.setChecked(each is look)
            button.set_lit(each is look)
            button.show_as(icon, name, command, Place.COMPARE)

    def _request(self, look: Look, _checked: bool = False) -> None:
        self.lookRequested.emit(look)


def _face(look: Look) -> tuple[str, str, Command | None]:
    if look is Look.WIPE:
        name = QCoreApplication.translate("Compare", "Wipe from one to the other")
        return "square-split-horizontal", name, Command.WIPE
    if look is Look.FLIP:
        name = QCoreApplication.translate("Compare", "One over the other, and flip")
        return "layers-2", name, Command.FLIP
    return "columns-2", QCoreApplication.translate("Compare", "Side by side"), None


def _file_of(item: LibraryItem) -> Path | None:
    return None if item.plays_elsewhere else item.clip
