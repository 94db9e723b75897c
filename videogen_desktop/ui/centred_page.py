"""The page that stands in place of the cards: the empty library and the one that does not open."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from videogen_desktop.ui.theme.tokens import Tokens

# The height of a line at a font of 10 points.
_LINE = 16


class CentredPage(QScrollArea):
    """Its parts stand in the middle, and scroll where a low window or a large font leaves too
    little room. Main thread only.

    Whoever derives from it fills `column` from above and calls `add_frame` at its end; `frame`
    grows no wider than `widest`, in device-independent pixels at a font of 10 points.
    """

    def __init__(self, tokens: Tokens, widest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._widest = widest
        self.frame = QWidget()
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        space = tokens.space_4
        self.column.setContentsMargins(space, space, space, space)
        self.column.addStretch(2)
        self._follow_font()

    def add_frame(self) -> None:
        """The last part of the column."""
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self.frame, 1000)
        centred.addStretch(1)
        self.column.addLayout(centred)
        self.column.addStretch(3)
        self.setWidget(self._content)
        # The gallery's own ground shows through.
        for part in (self.viewport(), self._content):
            part.setAutoFillBackground(False)

    def retranslate(self) -> None:
        """Write every text in the language of now."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.FontChange:
            self._follow_font()
        super().changeEvent(event)

    def _follow_font(self) -> None:
        scale = max(1.0, self.fontMetrics().height() / _LINE)
        self.frame.setMaximumWidth(round(self._widest * scale))
