"""The question before a library is recovered."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from videogen_desktop.ui.health import recovery_wording as wording
from videogen_desktop.ui.theme.dialog_sheet import dress_question


def recovery_question(parent: QWidget, choice: str) -> QMessageBox:
    """`accepted` follows a yes; `choice` is the name of what was chosen. Main thread."""
    question = QMessageBox(parent)
    question.setObjectName("recoveryQuestion")
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setWindowTitle(wording.title())
    question.setText(wording.question(choice))
    question.setInformativeText(wording.nothing_deleted())
    #: vi: Khôi phục
    yes_words = QCoreApplication.translate("Recovery", "Recover")
    #: vi: Để sau
    no_words = QCoreApplication.translate("Recovery", "Not now")
    yes = question.addButton(yes_words, QMessageBox.ButtonRole.AcceptRole)
    no = question.addButton(no_words, QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(no)
    question.setEscapeButton(no)
    yes.setProperty("kind", "primary")
    no.setProperty("kind", "secondary")
    dress_question(question, "archive-restore", is_grave=False)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return question
