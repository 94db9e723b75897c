"""How fast the clip plays, and the menu to change it."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from videogen_desktop.ui.button_menu import forget_hover_after
from videogen_desktop.ui.plain_text import plain_tooltip
from videogen_desktop.ui.shortcuts.table import Command
from videogen_desktop.ui.viewer import wording
from videogen_desktop.ui.viewer.bar_button import BarText
from videogen_desktop.ui.viewer.playback import SPEEDS, SpeedAndVolume


class SpeedButton(BarText):
    """Shows the speed when it is told to `refresh`, and sets it. Main thread."""

    def __init__(self, tuning: SpeedAndVolume, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._tuning = tuning
        self.clicked.connect(self.open_speeds)

    def refresh(self) -> None:
        text = wording.speed(self._tuning.speed)
        if text != self.text():
            self.setText(text)
        name = wording.speed_name()
        self.setAccessibleName(f"{name}, {text}")
        keys = f"{wording.key(Command.SLOWER)} {wording.key(Command.FASTER)}"
        self.setToolTip(plain_tooltip(wording.with_key(name, keys)))

    @Slot()
    def open_speeds(self) -> None:
        """All speeds, as a menu above the button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for speed in reversed(SPEEDS):
            line = menu.addAction(wording.speed(speed))
            line.setCheckable(True)
            line.setChecked(speed == self._tuning.speed)
            line.triggered.connect(partial(self._choose, speed))
            group.addAction(line)
        forget_hover_after(self, menu)
        above = QPoint(0, -menu.sizeHint().height() - 4)
        menu.popup(self.mapToGlobal(above))

    def _choose(self, speed: float, _checked: bool = False) -> None:
        self._tuning.set_speed(speed)
