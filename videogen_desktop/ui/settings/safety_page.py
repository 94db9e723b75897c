"""The page of safety: backups, clips that come back into the library, and first help."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog

from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.errors import what_happened
from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.moments import local_minute
from videogen_desktop.ui.plain_label import form_button, plain_label, side_by_side
from videogen_desktop.ui.settings.settings_page import SettingRow, SettingsCard, SettingsPage
from videogen_desktop.ui.settings.settings_store import SettingsStore
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.library_health import BackupFacts
    from videogen_desktop.services.wallet_engine import WalletEngine


class SecondBackupRow(SettingRow):
    """Main thread only."""

    def __init__(self, tokens: Tokens, store: SettingsStore) -> None:
        self._store = store
        self.choose, self.none = form_button(), form_button("link")
        super().__init__(tokens, side_by_side(self.choose, self.none))
        self.choose.clicked.connect(self._ask)
        self.none.clicked.connect(self._use_none)

    def retranslate(self) -> None:
        self.choose.setText(QCoreApplication.translate("SafetyPage", "Choose a folder…"))
        self.none.setText(QCoreApplication.translate("SafetyPage", "No second folder"))
        self.show_settings()

    def show_settings(self) -> None:
        folder = self._store.settings.backup_folder
        title = QCoreApplication.translate("SafetyPage", "Second folder for backups")
        hint = QCoreApplication.translate(
            "SafetyPage", "Best on another disk: it is still there when this one fails."
        )
        self.name(title, folder or hint)
        self.none.setVisible(folder is not None)

    @Slot(str)
    def choose_folder(self, folder: str) -> None:
        self._store.change(backup_folder=folder)
        self.show_settings()

    @Slot()
    def _use_none(self) -> None:
        self._store.change(backup_folder=None)
        self.show_settings()

    @Slot()
    def _ask(self) -> None:
        title = QCoreApplication.translate("SafetyPage", "Choose a second folder for backups")
        dialog = file_dialog(self, title, self._store.settings.backup_folder or "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.choose_folder)
        dialog.open()


class SafetyPage(SettingsPage):
    """Backups are looked at whenever it is shown. Main thread only."""

    recoveryRequested = Signal()
    importRequested = Signal()
    diagnosisRequested = Signal()

    def __init__(self, tokens: Tokens, store: SettingsStore, bridge: EngineBridge) -> None:
        super().__init__(tokens, store)
        self._bridge = bridge
        self._backups: tuple[BackupFacts, ...] | None = None
        self._is_saving = False
        # How many were made here: what was looked for before one is old.
        self._made = 0
        self._failure: BaseException | None = None
        self.back_up, self.recover = form_button(), form_button()
        self.import_folder, self.diagnose = form_button(), form_button()
        self._failed = plain_label("danger", wraps=True)
        self._failed.hide()
        self._last_row = SettingRow(tokens, self.back_up, beside=True)
        self.second = SecondBackupRow(tokens, store)
        self._recovery_row = SettingRow(tokens, self.recover, beside=True)
        self._import_row = SettingRow(tokens, self.import_folder, beside=True)
        self._diagnosis_row = SettingRow(tokens, self.diagnose, beside=True)
        backups, clips, help_ = SettingsCard(tokens), SettingsCard(tokens), SettingsCard(tokens)
        backups.add(self._last_row)
        backups.add_below(self._failed)
        backups.add(self.second)
        backups.add(self._recovery_row)
        clips.add(self._import_row)
        help_.add(self._diagnosis_row)
        for card in (backups, clips, help_):
            self.add(card)
        self.back_up.clicked.connect(self._back_up)
        self.recover.clicked.connect(self.recoveryRequested)
        self.import_folder.clicked.connect(self.importRequested)
        self.diagnose.clicked.connect(self.diagnosisRequested)
        self.retranslate()

    @property
    def last_backup(self) -> str:
        """What it says of the newest one."""
        return self._last_row.meaning

    def show_backups(self, backups: "tuple[BackupFacts, ...]") -> None:
        """Newest first."""
        self._backups = backups
        self._write_backups()

    def show_settings(self) -> None:
        self.second.show_settings()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def retranslate(self) -> None:
        self.head(self.tr("Safety"))
        self.back_up.setText(self.tr("Back up now"))
        title = self.tr("Recover the library")
        meaning = self.tr("When its file is damaged: go on from a backup; nothing is deleted.")
        self._recovery_row.name(title, meaning)
        self.recover.setText(self.tr("Look at it…"))
        title = self.tr("Import videos from a folder")
        meaning = self.tr("Brings clips that VideoGen made back into the library, where they lie.")
        self._import_row.name(title, meaning)
        self.import_folder.setText(self.tr("Choose a folder…"))
        title = self.tr("Diagnosis")
        meaning = self.tr("For a report of a fault, without keys and prompts. You see it first.")
        self._diagnosis_row.name(title, meaning)
        self.diagnose.setText(self.tr("Diagnosis…"))
        self.second.retranslate()
        self._write_backups()

    # --- backups -----------------------------------------------------------------------------

    def _look(self) -> None:
        self._bridge.ask(_backups_of, partial(self._found, self._made), self._not_done)

    def _found(self, made: int, backups: "tuple[BackupFacts, ...]") -> None:
        if made == self._made:
            self.show_backups(backups)
        else:
            # It was looked for before one was made that it would hide.
            self._look()

    @Slot()
    def _back_up(self) -> None:
        self._is_saving = True
        self._failure = None
        self._write_backups()
        self._bridge.ask(lambda engine: engine.safekeeping.back_up(), self._backed_up, self._lost)

    def _backed_up(self, backup: "BackupFacts") -> None:
        self._is_saving = False
        self._made += 1
        self.show_backups((backup, *(self._backups or ())))

    def _lost(self, error: BaseException) -> None:
        self._is_saving = False
        self._not_done(error)

    def _not_done(self, error: BaseException) -> None:
        self._failure = error
        self._write_backups()

    def _write_backups(self) -> None:
        self._last_row.name(self.tr("Newest backup"), self._last())
        self.back_up.setEnabled(not self._is_saving)
        failure = self._failure
        self._failed.setText("" if failure is None else what_happened(failure))
        self._failed.setVisible(failure is not None)

    def _last(self) -> str:
        if self._is_saving:
            return self.tr("A backup is being made…")
        if self._backups is None:
            return self.tr("VideoGen backs the library up by itself when it has changed.")
        good = next((backup for backup in self._backups if backup.is_good), None)
        if good is None:
            return self.tr("There is no backup that can be used yet.")
        moment = local_minute(good.made_at)
        if good.videos is None:
            return moment
        words = self.tr("{moment} · %n videos", "", good.videos)
        return words.format(moment=moment)


async def _backups_of(engine: "WalletEngine") -> "tuple[BackupFacts, ...]":
    found: tuple[BackupFacts, ...] = await engine.safekeeping.backups()
    return found
