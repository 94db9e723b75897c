"""A question with an explicit verb for yes, and words of its own for no."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from videogen_desktop.ui.theme.dialog_sheet import dress_question


class QuestionWords(NamedTuple):
    """Plain text. `consequences` is what a yes brings; `yes` and `no` stand on the buttons."""

    title: str
    text: str
    consequences: str
    yes: str
    no: str


def question_box(
    window: QWidget,
    name: str,
    words: QuestionWords,
    icon: str,
    *,
    is_grave: bool = False,
    is_yes_usual: bool = False,
) -> tuple[QMessageBox, QPushButton]:
    """The question, not yet shown, and the button that says yes. Main thread.

    `is_grave`: something would be lost. Enter says no unless `is_yes_usual`; Escape always does.
    The box goes when it is closed; `name` is the object's.
    """
    box = QMessageBox(window)
    box.setObjectName(name)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(words.title)
    box.setText(words.text)
    box.setInformativeText(words.consequences)
    roles = QMessageBox.ButtonRole
    yes = box.addButton(words.yes, roles.DestructiveRole if is_grave else roles.AcceptRole)
    no = box.addButton(words.no, roles.RejectRole)
    box.setDefaultButton(yes if is_yes_usual else no)
    box.setEscapeButton(no)
    yes.setProperty("kind", "danger" if is_grave else "primary")
    no.setProperty("kind", "secondary")
    dress_question(box, icon, is_grave=is_grave)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box, yes
