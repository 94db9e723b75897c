"""The page of files: where clips are kept, whether they are kept at all, and the log."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.plain_label import form_button, plain_label, side_by_side
from videogen_desktop.ui.settings.settings_page import (
    SettingRow,
    SettingsCard,
    SettingsPage,
    ToggleSwitch,
)
from videogen_desktop.ui.settings.settings_store import SettingsStore, WindowPlaces
from videogen_desktop.ui.theme.tokens import Tokens


class FilesPage(SettingsPage):
    """Folder and storing count from the next opening of the library. Main thread only."""

    openFailed = Signal()

    def __init__(self, tokens: Tokens, store: SettingsStore, places: WindowPlaces) -> None:
        super().__init__(tokens, store)
        self._places = places
        self.change_folder = form_button()
        self.default_folder = form_button("link")
        self.cdn_only = ToggleSwitch(tokens)
        self.open_logs = form_button()
        self._folder_row = SettingRow(tokens, side_by_side(self.change_folder, self.default_folder))
        self._cdn_row = SettingRow(tokens, self.cdn_only, beside=True)
        self._cdn_warning = plain_label("warning", wraps=True)
        self._logs_row = SettingRow(tokens, self.open_logs, beside=True)
        clips, logs = SettingsCard(tokens), SettingsCard(tokens)
        clips.add(self._folder_row)
        clips.add(self._cdn_row)
        clips.add_below(self._cdn_warning)
        logs.add(self._logs_row)
        self.add(clips)
        self.add(logs)
        self.change_folder.clicked.connect(self._ask_folder)
        self.default_folder.clicked.connect(self._use_default)
        self.cdn_only.toggled.connect(self._choose_cdn_only)
        self.open_logs.clicked.connect(self._open_logs)
        self.retranslate()
        self.show_settings()

    def show_settings(self) -> None:
        settings = self.store.settings
        folder = settings.videos_folder or str(self._places.videos)
        self._folder_row.name(self.tr("Where clips are saved"), folder)
        self.default_folder.setVisible(settings.videos_folder is not None)
        self.cdn_only.setChecked(settings.cdn_only)
        self._cdn_warning.setVisible(settings.cdn_only)

    def set_tokens(self, tokens: Tokens) -> None:
        self.cdn_only.set_tokens(tokens)

    def retranslate(self) -> None:
        self.head(self.tr("Files"))
        self.change_folder.setText(self.tr("Choose a folder…"))
        self.default_folder.setText(self.tr("Use the default folder"))
        title = self.tr("CDN only")
        meaning = self.tr(
            "Keeps no copy of your own: clips live in a bounded cache and are fetched again."
        )
        self._cdn_row.name(title, meaning)
        warning = self.tr("The provider's links expire: what you paid for can be lost.")
        self._cdn_warning.setText(warning)
        title = self.tr("Logs")
        meaning = self.tr("Useful with a report; keys and private links are never written there.")
        self._logs_row.name(title, meaning)
        self.open_logs.setText(self.tr("Open the folder"))

    @Slot()
    def _ask_folder(self) -> None:
        settings = self.store.settings
        title = self.tr("Choose where clips are saved")
        dialog = file_dialog(self, title, settings.videos_folder or str(self._places.videos))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.choose_folder)
        dialog.open()

    @Slot(str)
    def choose_folder(self, folder: str) -> None:
        is_default = Path(folder) == self._places.videos
        self.store.change(videos_folder=None if is_default else folder)
        self.show_settings()

    @Slot()
    def _use_default(self) -> None:
        self.store.change(videos_folder=None)
        self.show_settings()

    @Slot(bool)
    def _choose_cdn_only(self, is_on: bool) -> None:
        self.store.change(cdn_only=is_on)
        self._cdn_warning.setVisible(is_on)

    @Slot()
    def _open_logs(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._places.logs))):
            self.openFailed.emit()
