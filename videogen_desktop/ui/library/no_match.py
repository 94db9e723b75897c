"""What the gallery shows when no video fits the search and the filters."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_PICTURE = 40


class NoMatch(QWidget):
    """Says so, and offers to show everything again. Main thread."""

    cleared = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._title = QLabel()
        self._hint = QLabel()
        self._button = QPushButton()
        self._button.setProperty("kind", "sample")
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.cleared)
        column = QVBoxLayout(self)
        column.setSpacing(tokens.space_2)
        column.addStretch(2)
        for label, role in ((self._picture, ""), (self._title, "title"), (self._hint, "muted")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(bool(role))
            label.setProperty("role", role)
            column.addWidget(label)
        column.addSpacing(tokens.space_2)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_tokens(tokens)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(themed_pixmap("search", tokens.text_faint, _PICTURE, ratio))

    def retranslate(self) -> None:
        self._title.setText(QCoreApplication.translate("Library", "No video fits"))
        self._hint.setText(
            QCoreApplication.translate("Library", "Try another word, or remove a filter.")
        )
        text = QCoreApplication.translate("Library", "Clear search and filters")
        self._button.setText(text)
        self._button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
