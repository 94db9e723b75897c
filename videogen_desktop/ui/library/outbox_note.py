"""Says that downloads wait for space on the disk, for as long as they do."""

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from videogen_desktop.domain.events import OutboxChanged
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_ICON = 18


class OutboxNote(QFrame):
    """A calm line above the cards. Main thread."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outboxNote")
        self._event: OutboxChanged | None = None
        self._icon = plain_label("icon")
        self.said, self._room = plain_label(wraps=True), plain_label("small", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.space_5, tokens.space_2, tokens.space_5, tokens.space_2)
        row.setSpacing(tokens.space_3)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.said)
        words.addWidget(self._room)
        row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_tokens(tokens)
        self.hide()

    def follow(self, event: OutboxChanged | None) -> None:
        """Show it while the downloads wait; None while nothing is known."""
        waited = self._event is not None
        self._event = event if event is not None and event.paused is not None else None
        self.setVisible(self._event is not None)
        self._write()
        if self._event is not None:
            announce(self, self.said.text())
        elif waited and event is not None:
            announce(self, _goes_on())

    def set_tokens(self, tokens: Tokens) -> None:
        self.setStyleSheet(
            f"QFrame#outboxNote {{ background: {tokens.warning_soft}; border: none; }}"
            f"QLabel {{ color: {tokens.warning}; }}"
        )
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(themed_pixmap("hard-drive", tokens.warning, _ICON, ratio))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        if self._event is None or self._event.paused is None:
            return
        paused = self._event.paused
        size = QLocale.DataSizeFormat.DataSizeTraditionalFormat
        where = QCoreApplication.translate("Library", "{needed} needed, {free} free in {folder}.")
        self._room.setText(
            where.format(
                needed=QLocale().formattedDataSize(paused.needed, 1, size),
                free=QLocale().formattedDataSize(paused.free, 1, size),
                folder=paused.folder,
            )
        )
        self.said.setText(_waits(self._event.waiting))


def _waits(count: int) -> str:
    return QCoreApplication.translate(
        "Library",
        "The disk is full: %n downloads wait and go on by themselves once there is space.",
        None,
        count,
    )


def _goes_on() -> str:
    return QCoreApplication.translate("Library", "There is space again: the downloads go on.")
