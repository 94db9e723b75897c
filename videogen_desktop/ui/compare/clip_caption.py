"""The line below a clip: its number, how it differs, its sound, and the button that picks it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from videogen_desktop.ui.compare import wording
from videogen_desktop.ui.plain_label import plain_label, plain_tooltip
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import DARK
from videogen_desktop.ui.viewer.bar_controls import INK, BarButton, BarTextButton
from videogen_desktop.ui.viewer.top_bar import ElidedText

_NUMBER, _HEART, _SOUND = 24, 16, 32
# Below this the buttons stand under the words.
NARROW_BELOW = 250
ONE_LINE, TWO_LINES = 44, 72


class ClipCaption(QWidget):
    """Main thread. `number` counts from 1, up to `count`."""

    soundRequested = Signal()
    pickRequested = Signal()

    def __init__(self, number: int, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._count = number, count
        self.badge = plain_label(text=str(number))
        self.badge.setFixedSize(_NUMBER, _NUMBER)
        self.badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label = ElidedText(INK)
        self.heart = QLabel()
        self.heart.setPixmap(
            themed_pixmap("heart-filled", DARK.danger, _HEART, self.devicePixelRatioF())
        )
        self.sound = BarButton("volume-x", _SOUND)
        self.pick = BarTextButton(filled=True)
        self.sound.clicked.connect(self.soundRequested)
        self.pick.clicked.connect(self.pickRequested)
        self._lay_out()
        self.set_front(True)

    def _lay_out(self) -> None:
        words, buttons = QHBoxLayout(), QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.badge)
        words.addWidget(self.label, 1)
        words.addWidget(self.heart)
        buttons.setSpacing(4)
        buttons.addStretch(1)
        buttons.addWidget(self.sound)
        buttons.addWidget(self.pick)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(2, 4, 2, 4)
        self._row.setSpacing(0)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)

    def set_narrow(self, narrow: bool) -> None:
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def set_front(self, front: bool) -> None:
        """Whether its clip is seen, or waits behind the other one."""
        ground, ink = (DARK.accent, DARK.on_accent) if front else (DARK.border_strong, INK)
        self.badge.setStyleSheet(
            f"background: {ground}; color: {ink}; border-radius: {_NUMBER // 2}px;"
            " font-weight: 600;"
        )

    def show_clip(
        self, label: str, note: str, *, favourite: bool, is_seen: bool, can_be_picked: bool
    ) -> None:
        """`note` is what is wrong with it."""
        self.label.set_text(label)
        self.heart.setVisible(favourite)
        self.pick.setEnabled(can_be_picked)
        self.sound.setEnabled(is_seen)
        self.pick.setText(wording.pick())
        name = wording.pick_name(self._number, self._count)
        self.pick.setAccessibleName(name)
        self.pick.setToolTip(plain_tooltip(name))
        self.setAccessibleName(wording.clip_name(self._number, label, note))

    def show_sound(self, *, is_heard: bool, is_muted: bool) -> None:
        icon = "volume-2" if is_heard and not is_muted else "volume-x"
        self.sound.set_lit(is_heard)
        self.sound.show_as(icon, wording.hear_name(self._number, is_heard=is_heard))
