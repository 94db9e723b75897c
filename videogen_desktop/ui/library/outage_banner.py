"""A line above the cards while nothing is heard of videos that are being made: why, since when."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from videogen_desktop.domain.errors import KeyMissingError, KeyRejectedError
from videogen_desktop.domain.events import ReadingTrouble
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.gallery.wording import trouble
from videogen_desktop.ui.moments import short_moment
from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_ICON = 18
_KEY_ERRORS = (KeyMissingError, KeyRejectedError)


class OutageBanner(QFrame):
    """One line for any number of videos. Main thread."""

    keyRequested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outage")
        self._troubles: Sequence[ReadingTrouble] = ()
        self._icon = plain_label("icon")
        self.said = plain_label(wraps=True)
        self.key = form_button()
        self.key.clicked.connect(self.keyRequested)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.space_5, tokens.space_2, tokens.space_5, tokens.space_2)
        row.setSpacing(tokens.space_3)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.said, 1)
        row.addWidget(self.key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_tokens(tokens)
        self.hide()

    def follow(self, troubles: Sequence[ReadingTrouble]) -> None:
        """Every video of which nothing is heard, the latest last; none: all is well again."""
        before, self._troubles = self.said.text(), troubles
        self.setVisible(bool(troubles))
        self._write()
        if troubles and self.said.text() != before:
            announce(self, self.said.text())

    def set_tokens(self, tokens: Tokens) -> None:
        self.setStyleSheet(
            f"{dialog_sheet(tokens)} QFrame#outage {{ background: {tokens.warning_soft};"
            f" border: none; }} QLabel {{ color: {tokens.warning}; }}"
        )
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(themed_pixmap("triangle-alert", tokens.warning, _ICON, ratio))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        if not self._troubles:
            self.said.setText("")
            return
        latest = self._troubles[-1]
        since = min(one.since for one in self._troubles)
        is_key = isinstance(latest.error, _KEY_ERRORS)
        self.key.setVisible(is_key)
        self.key.setText(QCoreApplication.translate("Library", "Enter the key…"))
        text = _for_the_key(len(self._troubles)) if is_key else _goes_on(len(self._troubles))
        why = "" if latest.error is None else trouble(latest.error)
        text = text.replace("{why}", why).replace("{time}", short_moment(since, latest.since))
        self.said.setText(text)
        self.setAccessibleName(text)


def _for_the_key(videos: int) -> str:
    return QCoreApplication.translate(
        "Library", "{why} since {time}. %n videos wait for it; they go on there.", None, videos
    )


def _goes_on(videos: int) -> str:
    return QCoreApplication.translate(
        "Library",
        "{why} since {time}. %n videos go on there, and VideoGen asks again by itself.",
        None,
        videos,
    )
