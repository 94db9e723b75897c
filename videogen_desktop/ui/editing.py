"""Undo, cut, copy and paste, for whatever has the keyboard."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

_Key = QKeySequence.StandardKey
# PySide's stubs call what QT_TRANSLATE_NOOP returns an object.
EDITING: dict[_Key, object] = {
    _Key.Undo: QT_TRANSLATE_NOOP("MenuBar", "Undo"),
    _Key.Redo: QT_TRANSLATE_NOOP("MenuBar", "Redo"),
    _Key.Cut: QT_TRANSLATE_NOOP("MenuBar", "Cut"),
    _Key.Copy: QT_TRANSLATE_NOOP("MenuBar", "Copy"),
    _Key.Paste: QT_TRANSLATE_NOOP("MenuBar", "Paste"),
    _Key.SelectAll: QT_TRANSLATE_NOOP("MenuBar", "Select All"),
}


def press(key: _Key) -> None:
    """To whatever has the keyboard: cards copy their prompt, entries what is selected."""
    part, keys = QApplication.focusWidget(), QKeySequence.keyBindings(key)
    if part is None or not keys:
        return
    combined = keys[0][0]  # type: ignore[index]
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        pressed = QKeyEvent(kind, combined.key(), combined.keyboardModifiers())
        QApplication.sendEvent(part, pressed)
