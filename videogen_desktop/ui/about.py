"""What this program is, and under which terms."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, qVersion
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from videogen_desktop import __version__
from videogen_desktop.ui.header import PROGRAM_NAME, program_icon
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.tokens import current_tokens

_MARK = 48


def about_box(window: QWidget) -> QMessageBox:
    """Name, version and licences; goes when it is closed. Main thread."""
    box = QMessageBox(window)
    box.setObjectName("about")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("About", "About VideoGen"))
    box.setText(f"{PROGRAM_NAME} {__version__}")
    terms = QCoreApplication.translate(
        "About",
        "Free software under the MIT licence. Its window is made with Qt {version} (LGPL 3).",
    )
    box.setInformativeText(terms.format(version=qVersion()))
    box.setIconPixmap(program_icon().pixmap(QSize(_MARK, _MARK), box.devicePixelRatioF()))
    close = QCoreApplication.translate("About", "Close")
    box.addButton(close, QMessageBox.ButtonRole.RejectRole).setProperty("kind", "primary")
    label = box.findChild(QLabel, "qt_msgbox_label")
    if isinstance(label, QLabel):
        label.setProperty("role", "heading")
    box.setStyleSheet(dialog_sheet(current_tokens(box.palette())))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
