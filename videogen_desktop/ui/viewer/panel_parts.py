"""The parts that the sections of the details panel are made of."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.plain_label import drawable, plain_label, plain_tooltip
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

_COPIED_FOR_MS = 1_500


class CopyButton(QToolButton):
    """Copies a text and shows for a moment that it did."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._text = ""
        self._name = ""
        self.setProperty("kind", "icon")
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._done = QTimer(self, singleShot=True, interval=_COPIED_FOR_MS)
        self._done.timeout.connect(self._show)
        self.clicked.connect(self._copy)

    def offer(self, name: str, text: str) -> None:
        """`name` is what it copies, in words."""
        self._name, self._text = name, text
        self._show()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._done.start()
        self._show()

    @Slot()
    def _show(self) -> None:
        copied = self._done.isActive()
        colour = self._tokens.success if copied else self._tokens.text_muted
        self.setIcon(themed_icon("check" if copied else "copy", colour, 16))
        name = QCoreApplication.translate("Viewer", "Copied")
        if not copied:
            name = QCoreApplication.translate("Viewer", "Copy: {name}").format(name=self._name)
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))


class PlainBlock(QPlainTextEdit):
    """Text that can be selected and not changed, as high as it needs up to a number of lines."""

    def __init__(self, lines: int, *, is_code: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setObjectName("plainBlock")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(10)
        if is_code:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPointSizeF(self.font().pointSizeF() * 0.92)
            self.setFont(font)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)

    def set_text(self, text: str) -> None:
        """Keeps the selection when nothing has changed."""
        shown = drawable(text)
        if shown != self.toPlainText():
            self.setPlainText(shown)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        # The document of a plain text edit measures its height in lines.
        lines = max(1, round(self.document().size().height()))
        line = self.fontMetrics().lineSpacing()
        margins = 2 * round(self.document().documentMargin())
        height = min(lines, self._lines) * line + margins + 2 * self.frameWidth() + 2
        needs_bar = lines > self._lines
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needs_bar else policy.ScrollBarAlwaysOff
        )
        if height != self.height():
            self.setFixedHeight(height)


class Section(QWidget):
    """A heading with a place for a button, and rows below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = plain_label("heading", wraps=True)
        self.head = QHBoxLayout()
        self.head.setSpacing(4)
        self.head.addWidget(self.heading, 1)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.head)
        column.addLayout(self.rows)

    def clear(self) -> None:
        """Take all rows away."""
        while (row := self.rows.takeAt(0)) is not None:
            widget = row.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class Dot(QWidget):
    """A mark of the timeline with the line that joins it to its neighbours."""

    def __init__(self, colour: str, line: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self._colour, self._line = QColor(colour), QColor(line)
        self._first, self._last = first, last
        self.setFixedWidth(18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, x = 14, self.width() // 2
        top = middle if self._first else 0
        bottom = middle if self._last else self.height()
        painter.fillRect(x - 1, top, 2, bottom - top, self._line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        radius = 5 if self._last else 4
        painter.drawEllipse(x - radius, middle - radius, 2 * radius, 2 * radius)
        painter.end()
