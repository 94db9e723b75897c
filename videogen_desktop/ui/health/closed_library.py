"""The page in place of the gallery while the library does not open."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from videogen_desktop.domain.errors import (
    EngineLockedError,
    LedgerRulesChangedError,
    LibraryDamagedError,
    LibraryUnusableError,
    NewerLibraryError,
)
from videogen_desktop.ui.centred_page import CentredPage
from videogen_desktop.ui.errors import what_happened
from videogen_desktop.ui.moments import local_minute
from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_PICTURE = 44
_WIDEST = 560


class ClosedWords(NamedTuple):
    """`icon` is one of the set."""

    icon: str
    title: str
    happened: str
    kept: str


class ClosedLibrary(CentredPage):
    """What happened, what was not lost, and what can be done. Main thread only."""

    retryRequested = Signal()
    recoveryRequested = Signal()
    folderRequested = Signal()
    diagnosisRequested = Signal()

    def __init__(self, tokens: Tokens, error: BaseException) -> None:
        super().__init__(tokens, _WIDEST)
        self._error = error
        self._tokens = tokens
        self._picture = plain_label()
        self._title = plain_label("title", wraps=True)
        self._happened = plain_label(wraps=True)
        self._kept = plain_label("muted", wraps=True)
        self.recover, self.retry = form_button("primary"), form_button("primary")
        self.retry_beside = form_button()
        self.folder = form_button("link")
        self.diagnosis = form_button("link")
        self._lay_out(tokens)
        self.recover.clicked.connect(self.recoveryRequested)
        self.retry.clicked.connect(self.retryRequested)
        self.retry_beside.clicked.connect(self.retryRequested)
        self.folder.clicked.connect(self.folderRequested)
        self.diagnosis.clicked.connect(self.diagnosisRequested)
        self.set_tokens(tokens)
        self.show_error(error)

    @property
    def error(self) -> BaseException:
        return self._error

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join(label.text() for label in (self._title, self._happened, self._kept))

    def show_error(self, error: BaseException) -> None:
        """Say this; what is offered fits it."""
        self._error = error
        is_recoverable = can_be_recovered(error)
        self.recover.setVisible(is_recoverable)
        self.retry.setVisible(not is_recoverable)
        self.retry_beside.setVisible(is_recoverable)
        is_locked = isinstance(error, EngineLockedError)
        self.folder.setVisible(not is_locked)
        self.diagnosis.setVisible(not is_locked)
        self._draw()
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.setStyleSheet(dialog_sheet(tokens))
        self._draw()

    def _draw(self) -> None:
        tokens, icon = self._tokens, closed_words(self._error).icon
        is_calm = isinstance(self._error, EngineLockedError)
        colour = tokens.accent if is_calm else tokens.warning
        pixmap = themed_pixmap(icon, colour, _PICTURE, self.devicePixelRatioF())
        self._picture.setPixmap(pixmap)

    def retranslate(self) -> None:
        words = closed_words(self._error)
        self._title.setText(words.title)
        self._happened.setText(words.happened)
        self._kept.setText(words.kept)
        self.recover.setText(QCoreApplication.translate("Health", "Recover…"))
        again = QCoreApplication.translate("Health", "Try again")
        self.retry.setText(again)
        self.retry_beside.setText(again)
        self.folder.setText(QCoreApplication.translate("Health", "Open the folder"))
        self.diagnosis.setText(QCoreApplication.translate("Health", "Diagnosis…"))

    def _lay_out(self, tokens: Tokens) -> None:
        words = QVBoxLayout(self.frame)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(tokens.space_2)
        for label in (self._picture, self._title, self._happened, self._kept):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.addWidget(label)
        words.addSpacing(tokens.space_3)
        words.addLayout(_in_the_middle(tokens, self.recover, self.retry, self.retry_beside))
        words.addLayout(_in_the_middle(tokens, self.folder, self.diagnosis))
        self.add_frame()


def _in_the_middle(tokens: Tokens, *buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(tokens.space_2)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def closed_words(error: BaseException) -> ClosedWords:
    """What the window says in place of the cards."""
    if isinstance(error, EngineLockedError):
        return _locked()
    if isinstance(error, NewerLibraryError):
        return _newer()
    if isinstance(error, LibraryDamagedError):
        return _damaged(error)
    if isinstance(error, LedgerRulesChangedError):
        return _rules_changed()
    return ClosedWords("triangle-alert", _title(), what_happened(error), _untouched())


def can_be_recovered(error: BaseException) -> bool:
    """Whether a backup or a rescue of what is readable would help."""
    is_damage = isinstance(error, LibraryUnusableError) and error.condition == "damaged"
    return is_damage or isinstance(error, LedgerRulesChangedError)


def _title() -> str:
    return QCoreApplication.translate("Health", "The library could not be opened")


def _untouched() -> str:
    return QCoreApplication.translate(
        "Health", "Nothing was changed: your videos and credits are as they were."
    )


def _locked() -> ClosedWords:
    title = QCoreApplication.translate("Health", "The library is in use")
    happened = QCoreApplication.translate(
        "Health", "Another program is at work on this library, usually a videogen command."
    )
    kept = QCoreApplication.translate(
        "Health", "Nothing is lost. This window opens the library as soon as that one is done."
    )
    return ClosedWords("lock", title, happened, kept)


def _newer() -> ClosedWords:
    happened = QCoreApplication.translate(
        "Health", "A newer version of VideoGen wrote this library; this one cannot read it."
    )
    kept = QCoreApplication.translate(
        "Health", "The library was not touched. Install the newer version and open it again."
    )
    return ClosedWords("triangle-alert", _title(), happened, kept)


def _damaged(error: LibraryDamagedError) -> ClosedWords:
    if "missing" in error.findings:
        happened = QCoreApplication.translate(
            "Health", "The library's file is not in its place, but there are backups of it."
        )
    else:
        happened = QCoreApplication.translate(
            "Health", "The library's file is damaged, so VideoGen writes nothing into it."
        )
    return ClosedWords("archive-restore", _title(), happened, _what_is_left(error))


def _what_is_left(error: LibraryDamagedError) -> str:
    text = QCoreApplication.translate(
        "Health", "The clips that were downloaded are still on the disk, and nothing was deleted."
    )
    if error.backup is None:
        rest = QCoreApplication.translate(
            "Health", "There is no good backup, but what can still be read can be saved."
        )
    else:
        rest = QCoreApplication.translate("Health", "The newest good backup: {moment}.")
        rest = rest.format(moment=local_minute(error.backup.made_at))
    return f"{text} {rest}"


def _rules_changed() -> ClosedWords:
    happened = QCoreApplication.translate(
        "Health", "The rules inside the library were changed: its money can no longer be trusted."
    )
    return ClosedWords("archive-restore", _title(), happened, _untouched())
