"""The page of files: where clips are kept and saved, whether they are kept at all, and the log."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from videogen_desktop.ui.export.name_template_edit import NameTemplateEdit
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
        self.saving = SavingCard(tokens, store)
        clips, logs = SettingsCard(tokens), SettingsCard(tokens)
        clips.add(self._folder_row)
        clips.add(self._cdn_row)
        clips.add_below(self._cdn_warning)
        logs.add(self._logs_row)
        self.add(clips)
        self.add(self.saving)
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
        self.saving.show_settings()

    def set_tokens(self, tokens: Tokens) -> None:
        self.saving.set_tokens(tokens)
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
        warning = self.tr("Links expire: what you paid for can be lost.")
        self._cdn_warning.setText(warning)
        title = self.tr("Logs")
        meaning = self.tr("Useful with a report; keys and private links are never written there.")
        self._logs_row.name(title, meaning)
        self.saving.retranslate()
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


class SavingCard(SettingsCard):
    """Where one click saves, under which names, and with what the file says of itself. Main thread
    only."""

    def __init__(self, tokens: Tokens, store: SettingsStore) -> None:
        super().__init__(tokens)
        self._store = store
        self.change_folder = form_button()
        self.forget_folder = form_button("link")
        self.template = NameTemplateEdit(tokens)
        self.without_prompt = ToggleSwitch(tokens)
        buttons = side_by_side(self.change_folder, self.forget_folder)
        self._folder_row = SettingRow(tokens, buttons)
        self._name_row = SettingRow(tokens, self.template, fills=True)
        self._prompt_row = SettingRow(tokens, self.without_prompt, beside=True)
        for row in (self._folder_row, self._name_row, self._prompt_row):
            self.add(row)
        self.change_folder.clicked.connect(self._ask_folder)
        self.forget_folder.clicked.connect(self._forget_folder)
        self.template.finished.connect(self._write_template)
        self.without_prompt.toggled.connect(self._choose_without_prompt)

    def show_settings(self) -> None:
        settings = self._store.settings
        where = settings.save_folder or self.tr("You are asked the first time.")
        self._folder_row.name(self.tr("Where one click saves videos"), where)
        self.forget_folder.setVisible(settings.save_folder is not None)
        if not self.template.edit.hasFocus():
            self.template.show_template(settings.save_template)
        self.without_prompt.setChecked(settings.save_without_prompt)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in this theme from now on."""
        self.without_prompt.set_tokens(tokens)

    def retranslate(self) -> None:
        """Write the texts again."""
        self.change_folder.setText(self.tr("Choose a folder…"))
        self.forget_folder.setText(self.tr("Ask again"))
        self._name_row.name(self.tr("Names of saved files"))
        meaning = self.tr("Saved files say nothing of what was asked for; yours keep it.")
        self._prompt_row.name(self.tr("Leave the prompt out of saved files"), meaning)

    @Slot()
    def _ask_folder(self) -> None:
        title = self.tr("Where one click saves videos")
        dialog = file_dialog(self, title, self._store.settings.save_folder or "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.choose_folder)
        dialog.open()

    @Slot(str)
    def choose_folder(self, folder: str) -> None:
        self._store.change(save_folder=folder)
        self.show_settings()

    @Slot()
    def _forget_folder(self) -> None:
        self._store.change(save_folder=None)
        self.show_settings()

    @Slot()
    def _write_template(self) -> None:
        # What cannot be read stays on the page, with the reason; the one before goes on.
        if self.template.is_valid:
            self._store.change(save_template=self.template.stored)

    @Slot(bool)
    def _choose_without_prompt(self, is_on: bool) -> None:
        self._store.change(save_without_prompt=is_on)
