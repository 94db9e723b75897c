"""The line of a running export below the cards: it goes on while one does something else."""

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from videogen_desktop.domain.export import ExportStage
from videogen_desktop.ui.library.toolbar import toolbar_sheet
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.text_format import percent_label
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_ICON, _BAR_WIDTH = 18, 160


class ExportBar(QFrame):
    """Shown while an export runs. Main thread."""

    cancelled = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryBar")
        self._stage: ExportStage | None = None
        self._percent = 0
        self._icon = plain_label("icon")
        self.said = plain_label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(40)
        self.bar.setMaximumWidth(_BAR_WIDTH)
        self.cancel = QPushButton()
        self.cancel.setProperty("kind", "quiet")
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.space_5, tokens.space_1, tokens.space_5, tokens.space_1)
        row.setSpacing(tokens.space_2)
        row.addWidget(self._icon)
        row.addWidget(self.said)
        row.addWidget(self.bar, 1)
        row.addStretch(1)
        row.addWidget(self.cancel)
        self.set_tokens(tokens)
        self.retranslate()
        self.hide()

    def show_progress(self, stage: ExportStage | None, percent: int) -> None:
        """None before the first word of it."""
        self._stage, self._percent = stage, percent
        self._write()
        self.show()

    def set_tokens(self, tokens: Tokens) -> None:
        self.setStyleSheet(toolbar_sheet(tokens))
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(themed_pixmap("scissors", tokens.text_muted, _ICON, ratio))

    def retranslate(self) -> None:
        self.cancel.setText(QCoreApplication.translate("Export", "Cancel the export"))
        self.cancel.setAccessibleName(self.cancel.text())
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _write(self) -> None:
        words = {
            None: QCoreApplication.translate("Export", "The export begins…"),
            ExportStage.COPYING: QCoreApplication.translate("Export", "Putting clips together"),
            ExportStage.LISTENING: QCoreApplication.translate("Export", "Listening to the sound"),
            ExportStage.ENCODING: QCoreApplication.translate("Export", "Making the video"),
        }
        text = words[self._stage]
        if self._stage is not None:
            text = f"{text} · {percent_label(self._percent)}"
        self.said.setText(text)
        self.bar.setValue(self._percent)
        self.bar.setAccessibleName(text)
