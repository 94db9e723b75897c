"""In the place of rows while there are none: what to do, or that something is being read."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from videogen_desktop.ui.batch import wording
from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text, themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_PICTURE, _ICON = 40, 16
_WIDEST = 420


class EmptyTable(QWidget):
    """Lies over its whole parent. Main thread only."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = plain_label("icon")
        self._heading = plain_label("heading", wraps=True)
        self._text = plain_label("muted", wraps=True)
        self.paste_button, self.open_button = form_button("secondary"), form_button("secondary")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self._busy = ""
        self._lay_out(tokens)
        self.set_tokens(tokens)
        self.retranslate()

    def show_busy(self, words: str) -> None:
        """Something is being read; "" for nothing."""
        self._busy = words
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(themed_pixmap("sheet", tokens.text_faint, _PICTURE, ratio))
        colours = (tokens.text, tokens.text_faint)
        self.paste_button.setIcon(themed_icon_before_text("copy", *colours, _ICON))
        self.open_button.setIcon(themed_icon_before_text("folder-open", *colours, _ICON))

    def retranslate(self) -> None:
        self._heading.setText(self._busy or wording.empty_heading())
        self._text.setText(wording.empty_text())
        self.paste_button.setText(wording.paste())
        self.open_button.setText(wording.open_file())
        self.bar.setVisible(bool(self._busy))
        for part in (self._text, self.paste_button, self.open_button):
            part.setVisible(not self._busy)

    def _lay_out(self, tokens: Tokens) -> None:
        middle = Qt.AlignmentFlag.AlignCenter
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setSpacing(tokens.space_3)
        for label in (self._picture, self._heading, self._text):
            label.setAlignment(middle)
            column.addWidget(label)
        column.addWidget(self.bar)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.paste_button, self.open_button):
            button.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(2)
