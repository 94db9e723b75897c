"""Over the picture while copies are saved: how far they are, and how to stop them."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.gallery.actions import copying_face
from videogen_desktop.ui.library import wording as library_wording
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.plain_text import plain_tooltip
from videogen_desktop.ui.text_format import percent_label
from videogen_desktop.ui.theme.tokens import DARK
from videogen_desktop.ui.viewer.bar_button import INK, BarText

_EDGE = 14
_BAR_WIDTH, _BAR_HEIGHT = 96, 6
# The stage is dark in both themes.
_SHEET = f"""
QFrame#copyNote {{ background: rgba(14, 14, 20, 242); border: 1px solid {DARK.border};
    border-radius: 10px; }}
QLabel {{ color: {INK}; background: transparent; }}
QProgressBar {{ background: {DARK.border_strong}; border: none; border-radius: 3px; }}
QProgressBar::chunk {{ background: {DARK.accent}; border-radius: 3px; }}
"""


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
        self.cancel = BarText()
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
