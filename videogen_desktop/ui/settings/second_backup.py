"""Where a second copy of every backup goes: another disk, or nowhere."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.form_parts import form_button, side_by_side
from videogen_desktop.ui.settings.setting_row import SettingRow
from videogen_desktop.ui.settings.settings_keeper import SettingsKeeper
from videogen_desktop.ui.theme.tokens import Tokens


class SecondBackupRow(SettingRow):
    """Main thread only."""

    def __init__(self, tokens: Tokens, keeper: SettingsKeeper) -> None:
        self._keeper = keeper
        self.choose, self.none = form_button(), form_button("link")
        super().__init__(tokens, side_by_side(self.choose, self.none))
        self.choose.clicked.connect(self._ask)
        self.none.clicked.connect(self._use_none)

    def retranslate(self) -> None:
        self.choose.setText(QCoreApplication.translate("SafetyPage", "Choose a folder…"))
        self.none.setText(QCoreApplication.translate("SafetyPage", "No second folder"))
        self.show_settings()

    def show_settings(self) -> None:
        folder = self._keeper.settings.backup_folder
        title = QCoreApplication.translate("SafetyPage", "Second folder for backups")
        hint = QCoreApplication.translate(
            "SafetyPage", "Best on another disk: it is still there when this one fails."
        )
        self.name(title, folder or hint)
        self.none.setVisible(folder is not None)

    @Slot(str)
    def choose_folder(self, folder: str) -> None:
        self._keeper.change(backup_folder=folder)
        self.show_settings()

    @Slot()
    def _use_none(self) -> None:
        self._keeper.change(backup_folder=None)
        self.show_settings()

    @Slot()
    def _ask(self) -> None:
        title = QCoreApplication.translate("SafetyPage", "Choose a second folder for backups")
        dialog = file_dialog(self, title, self._keeper.settings.backup_folder or "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.choose_folder)
        dialog.open()
