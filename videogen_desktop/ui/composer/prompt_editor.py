"""The prompt editor: grows with its text, submits on Enter, leaves Enter to input methods."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QSize, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

if TYPE_CHECKING:
    from videogen_desktop.domain.model import VideoModel

# Stacked marks (Ế, Ễ) reach above the first line.
_MARK_ROOM = 4
_FEWEST_LINES = 2
_MOST_LINES = 7
# ibus with Unikey ends the word at Enter, and passes that same Enter on a moment later.
_SAME_KEY_MS = 300


class PromptEditor(QPlainTextEdit):
    """Plain text only. Enter submits and Shift+Enter breaks the line.

    While an input method composes (Telex, VNI, ibus, fcitx), Enter belongs to it: one that
    reaches the editor all the same is swallowed, also when it has just ended the word, or it would
    send what nobody has read again, and pay for it.
    """

    submitted = Signal()
    filesPasted = Signal(QMimeData)  # files, or a picture without a text
    focusChanged = Signal(bool)
    # Ctrl+Z without any typing to take back: something else may be.
    nothingToUndo = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
        self.setProperty("verticalScrollBarPolicy", "ScrollBarAlwaysOff")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(_MARK_ROOM)
        self._preedit = ""
        self._has_swallowed = False
        self._word_ended = QElapsedTimer()
        self._lines = 0
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def offer(self, model: "VideoModel | None") -> None:
        """Say what the model wants to read here."""
        if model is None or model.prompt_wire:
            self.setPlaceholderText(self.tr("Describe the video you want to make…"))
        else:
            self.setPlaceholderText(self.tr("This model takes no description"))

    @property
    def is_composing(self) -> bool:
        return bool(self._preedit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        was_composing, self._preedit = self.is_composing, event.preeditString()
        if was_composing and not self._preedit and not self._has_swallowed:
            self._word_ended.start()
        if not self._preedit:
            self._has_swallowed = False
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence

        # Whatever key comes first after a word is the one that ended it.
        has_ended_word = self._word_ended.isValid() and self._word_ended.elapsed() < _SAME_KEY_MS
        self._word_ended.invalidate()
        if event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self.nothingToUndo.emit()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        event.accept()
        if self.is_composing or has_ended_word:
            self._has_swallowed = self.is_composing
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif not event.isAutoRepeat() and self.toPlainText().strip():
            # A held key must not pay twice, nor the second of two Enters: the pictures that were
            # sent still stand in the form, and with them the text may be left out.
            self.submitted.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files are the window's: their addresses would be no prompt.
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        has_files = any(url.isLocalFile() for url in source.urls())
        has_picture = any(kind.startswith("image/") for kind in source.formats())
        if has_files or ((has_picture or source.hasImage()) and not source.text()):
            self.filesPasted.emit(source)
            return
        # Only the text of what is pasted or dropped: no markup, no files, no NUL.
        if source.hasText():
            self.insertPlainText(source.text().replace("\0", ""))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focusChanged.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # The input method commits or drops its text with the focus.
        self._preedit = ""
        super().focusOutEvent(event)
        self.focusChanged.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lines = 0
            self._grow()

    def sizeHint(self) -> QSize:
        return QSize(320, self._height_of(max(self._lines, _FEWEST_LINES)))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    @Slot()
    def _grow(self) -> None:
        # A QPlainTextEdit counts its document's height in lines, not in pixels.
        needed = round(self.document().size().height())
        lines = min(max(needed, _FEWEST_LINES), _MOST_LINES)
        policy = "ScrollBarAsNeeded" if needed > _MOST_LINES else "ScrollBarAlwaysOff"
        self.setProperty("verticalScrollBarPolicy", policy)
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def _height_of(self, lines: int) -> int:
        # "Ễg" reaches as high and as low as Vietnamese does; lineSpacing covers both.
        margins = self.contentsMargins()
        return (
            lines * self.fontMetrics().lineSpacing()
            + margins.top()
            + margins.bottom()
            # A pixel or two short of it, and the first of three lines scrolls out of sight.
            + 2 * _MARK_ROOM
            + 2
        )


def drop_sent(editor: QPlainTextEdit, sent: str) -> None:
    """Take what was sent out of the editor, so that Ctrl+Z brings it back. What was typed after it
    meanwhile is the next description already, and stays."""
    cursor = editor.textCursor()
    if sent and editor.toPlainText().startswith(sent):
        at_end = len(sent.encode("utf-16-le")) // 2
        cursor.setPosition(0)
        cursor.setPosition(at_end, cursor.MoveMode.KeepAnchor)
    else:
        cursor.select(cursor.SelectionType.Document)
    cursor.removeSelectedText()
