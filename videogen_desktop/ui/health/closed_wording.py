"""Why a library does not open, and what was not lost. Vietnamese stands above each call."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.errors import (
    EngineLockedError,
    LedgerRulesChangedError,
    LibraryDamagedError,
    LibraryUnusableError,
    NewerLibraryError,
)
from videogen_desktop.ui.errors import what_happened
from videogen_desktop.ui.moments import local_minute


class ClosedWords(NamedTuple):
    """`icon` is one of the set."""

    icon: str
    title: str
    happened: str
    kept: str


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
