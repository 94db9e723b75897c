"""The question before a library is recovered."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from videogen_desktop.ui.health import recovery_wording as wording
from videogen_desktop.ui.question import QuestionWords, question_box


def recovery_question(parent: QWidget, choice: str) -> QMessageBox:
    """`accepted` follows a yes; `choice` is the name of what was chosen. Main thread."""
    yes = QCoreApplication.translate("Recovery", "Recover")
    no = QCoreApplication.translate("Recovery", "Not now")
    text, kept = wording.question(choice), wording.nothing_deleted()
    words = QuestionWords(wording.title(), text, kept, yes, no)
    question, _yes = question_box(parent, "recoveryQuestion", words, "archive-restore")
    return question
