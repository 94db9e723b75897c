"""One line over a card, or over the viewer's bar, in which a title is written."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from videogen_desktop.domain.video import LONGEST_TITLE
from videogen_desktop.ui.text_format import one_line

_KEEPS_OPEN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_LONGEST_HINT = 80


class TitleEditor(QLineEdit):
    """Enter, or going elsewhere, writes; Escape leaves it as it was. It goes by itself then, and
    `focus` has the keyboard. Main thread."""

    written = Signal(str)

    def __init__(self, host: QWidget, focus: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("titleEditor")
        self.setMaxLength(LONGEST_TITLE)
        self.setAccessibleName(QCoreApplication.translate("Library", "Title"))
        self._focus = focus
        self._before = ""
        self._has_ended = False
        host.installEventFilter(self)

    def open_at(self, area: QRect, title: str, prompt: str) -> None:
        """`area` is a part of its host; `prompt` is what is shown without a title."""
        self._before = title
        self.setText(title)
        hint = one_line(prompt, _LONGEST_HINT)
        self.setPlaceholderText(hint or self.accessibleName())
        self.setGeometry(area)
        self.show()
        self.raise_()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Write what stands in it; idempotent."""
        self._end(is_kept=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end(is_kept=False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(is_kept=True)
        else:
            super().keyPressEvent(event)
            # The cards and the viewer have letters of their own.
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _KEEPS_OPEN:
            self._end(is_kept=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What it stands over moves away beneath it.
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Hide):
            self._end(is_kept=True)
        return False

    def _end(self, *, is_kept: bool) -> None:
        if self._has_ended:
            return
        self._has_ended = True
        had_keyboard = self.hasFocus()
        self.hide()
        if had_keyboard:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_kept and self.text().strip() != self._before:
            self.written.emit(self.text())
        self.deleteLater()
