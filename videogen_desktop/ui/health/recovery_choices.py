"""The ways to go on with a damaged library, the best one chosen already."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from videogen_desktop.domain.library_health import BackupFacts, HealthReport, RecoveryChoice
from videogen_desktop.ui.moments import local_minute
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.settings.settings_page import SettingsCard
from videogen_desktop.ui.theme.tokens import Tokens

_HOPELESS = frozenset({"newer"})
_RADIO_INDENT = 24


class _Way(NamedTuple):
    choice: RecoveryChoice
    name: str
    meaning: str


class RecoveryChoices(QWidget):
    """Main thread only. Written anew after a change of language, with what was chosen."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._ways: list[_Way] = []
        self._group = QButtonGroup(self)
        self._card: SettingsCard | None = None
        self.about = plain_label(wraps=True)
        self._no_backup = plain_label("warning", wraps=True)
        self._promise = plain_label("small", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.space_3)
        for part in (self.about, self._no_backup, self._promise):
            self._column.addWidget(part)
        self._column.addStretch(1)

    @property
    def chosen(self) -> tuple[RecoveryChoice, str] | None:
        """The choice and its name; None when there is nothing to choose."""
        number = self._group.checkedId()
        if not 0 <= number < len(self._ways):
            return None
        return self._ways[number].choice, self._ways[number].name

    def choose(self, number: int) -> None:
        self._group.button(number).setChecked(True)

    def show_health(self, health: HealthReport) -> None:
        """Offer what can be done about it."""
        before = max(0, self._group.checkedId())
        self.about.setText(_about_text(health))
        self._ways = _ways(health)
        good = _newest_good(health)
        self._no_backup.setVisible(bool(self._ways) and good is None)
        self._no_backup.setText(_no_good_backup())
        self._promise.setVisible(bool(self._ways))
        self._promise.setText(nothing_deleted())
        self._fill()
        if self._ways:
            self.choose(min(before, len(self._ways) - 1))

    def _fill(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        if self._card is not None:
            self._column.removeWidget(self._card)
            self._card.hide()
            # Not a part of the dialog any more, also until the event loop deletes it.
            self._card.setParent(None)
            self._card.deleteLater()
            self._card = None
        if not self._ways:
            return
        self._card = SettingsCard(self._tokens)
        for number, way in enumerate(self._ways):
            self._card.add(self._row(number, way))
        self._column.insertWidget(2, self._card)

    def _row(self, number: int, way: _Way) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        button = QRadioButton(way.name.replace("&", "&&"))
        button.setAccessibleName(way.name)
        button.setAccessibleDescription(way.meaning)
        self._group.addButton(button, number)
        meaning = plain_label("small", way.meaning, wraps=True)
        meaning.setContentsMargins(_RADIO_INDENT, 0, 0, 0)
        column.addWidget(button)
        column.addWidget(meaning)
        return row


def _newest_good(health: HealthReport) -> BackupFacts | None:
    return next((backup for backup in health.backups if backup.is_good), None)


def _ways(health: HealthReport) -> list[_Way]:
    if not health.findings or _HOPELESS & set(health.findings):
        return []
    is_missing = "missing" in health.findings
    ways = []
    if (backup := _newest_good(health)) is not None:
        meaning = _backup_meaning(backup, is_missing=is_missing)
        ways.append(_Way(RecoveryChoice(backup.path), _from_backup(backup), meaning))
    if not is_missing:
        ways.append(_Way(RecoveryChoice(None), _salvage_name(), _salvage_meaning()))
    nothing = RecoveryChoice(None, salvage=False)
    ways.append(_Way(nothing, _empty_name(), _empty_meaning()))
    return ways


def _about_text(health: HealthReport) -> str:
    """Why something has to be chosen."""
    if not health.findings:
        return QCoreApplication.translate("Recovery", "The library is sound: nothing to recover.")
    if "newer" in health.findings:
        return QCoreApplication.translate(
            "Recovery", "A newer version wrote this library. Install that version."
        )
    if "missing" in health.findings:
        return QCoreApplication.translate(
            "Recovery", "The library's file is missing. Choose how to go on."
        )
    return QCoreApplication.translate(
        "Recovery", "The library's file is damaged. Choose how to go on."
    )


def nothing_deleted() -> str:
    return QCoreApplication.translate(
        "Recovery",
        "Nothing is deleted: the present file is kept as it is in a folder beside it, and clips "
        "that were downloaded stay where they are.",
    )


def _no_good_backup() -> str:
    return QCoreApplication.translate("Recovery", "There is no backup that can be used.")


def _from_backup(backup: BackupFacts) -> str:
    text = QCoreApplication.translate("Recovery", "The backup of {moment}")
    return text.format(moment=local_minute(backup.made_at))


def _backup_meaning(backup: BackupFacts, *, is_missing: bool) -> str:
    parts = []
    if backup.videos is not None:
        parts.append(
            QCoreApplication.translate("Recovery", "It has %n videos.", None, backup.videos)
        )
    if is_missing:
        parts.append(
            QCoreApplication.translate("Recovery", "Videos made after it will be missing.")
        )
    else:
        parts.append(
            QCoreApplication.translate(
                "Recovery",
                "What is newer comes out of the damaged file where it can be read; the rest will "
                "be missing.",
            )
        )
    return " ".join(parts)


def _salvage_name() -> str:
    return QCoreApplication.translate("Recovery", "Only what the damaged file still tells")


def _salvage_meaning() -> str:
    return QCoreApplication.translate(
        "Recovery",
        "A new library is made from the damaged file, without a backup. What cannot be read will "
        "be missing.",
    )


def _empty_name() -> str:
    return QCoreApplication.translate("Recovery", "An empty library")


def _empty_meaning() -> str:
    return QCoreApplication.translate(
        "Recovery", "Clips can be imported from their folder then, and found by their task ids."
    )
