"""Takes the statement along: which kind of file, and where to."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from videogen_desktop.ui.button_menu import set_menu
from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

_ICON = 16
CSV, JSON = "csv", "json"


class ExportButton(QPushButton):
    """Main thread only."""

    exportRequested = Signal(str, object)  # "csv" or "json", Path

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "secondary")
        self.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        formats = QMenu(self)
        self._csv = formats.addAction("")
        self._json = formats.addAction("")
        self._csv.triggered.connect(self._ask_csv)
        self._json.triggered.connect(self._ask_json)
        set_menu(self, formats)
        self.retranslate()

    def ask_where(self, kind: str) -> None:
        """Ask for the file's name; does not wait for the answer."""
        title = QCoreApplication.translate("StatementDialog", "Save the statement")
        dialog = file_dialog(self.window(), title, QDir.homePath())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{kind.upper()} (*.{kind})")
        dialog.setDefaultSuffix(kind)
        name = QCoreApplication.translate("StatementDialog", "VideoGen statement")
        dialog.selectFile(f"{name}.{kind}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._chosen, kind))
        dialog.open()

    def set_tokens(self, tokens: Tokens) -> None:
        icon = themed_icon_before_text("download", tokens.text, tokens.text_faint, _ICON)
        self.setIcon(icon)

    def retranslate(self) -> None:
        self.setText(QCoreApplication.translate("StatementDialog", "Export"))
        name = QCoreApplication.translate("StatementDialog", "Export the lines shown")
        self.setAccessibleName(name)
        self._csv.setText(QCoreApplication.translate("StatementDialog", "Spreadsheet (CSV)…"))
        self._json.setText(QCoreApplication.translate("StatementDialog", "Complete data (JSON)…"))

    @Slot()
    def _ask_csv(self) -> None:
        self.ask_where(CSV)

    @Slot()
    def _ask_json(self) -> None:
        self.ask_where(JSON)

    def _chosen(self, kind: str, path: str) -> None:
        self.exportRequested.emit(kind, Path(path))
