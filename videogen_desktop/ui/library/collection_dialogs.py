"""The two questions about a collection: its name, and whether it may go."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox, QPushButton, QWidget

from videogen_desktop.ui.library.collection_name import shown_name
from videogen_desktop.ui.question import QuestionWords, question_box
from videogen_desktop.ui.theme.dialog_sheet import dress_input


def name_dialog(window: QWidget, name: str = "", *, is_taken: bool = False) -> QInputDialog:
    """Asks for the name of a new collection, or for another one instead of `name`."""
    dialog = QInputDialog(window)
    dialog.setObjectName("collectionName")
    title = QCoreApplication.translate("Library", "New collection")
    verb = QCoreApplication.translate("Library", "Create")
    if name:
        title = QCoreApplication.translate("Library", "Rename collection")
        verb = QCoreApplication.translate("Library", "Rename")
    label = QCoreApplication.translate("Library", "Name of the collection:")
    if is_taken:
        label = QCoreApplication.translate(
            "Library", "Another collection has this name. Choose a different one:"
        )
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(name)
    dialog.setOkButtonText(verb)
    dialog.setCancelButtonText(QCoreApplication.translate("Library", "Cancel"))
    dress_input(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def removal_question(window: QWidget, name: str) -> tuple[QMessageBox, QPushButton]:
    """The question, and the button that says yes."""
    verb = QCoreApplication.translate("Library", "Delete collection")
    text = QCoreApplication.translate("Library", "Delete the collection “%1”?")
    text = text.replace("%1", shown_name(name))
    kept = QCoreApplication.translate("Library", "Its videos stay in the library.")
    keep = QCoreApplication.translate("Library", "Keep")
    words = QuestionWords(verb, text, kept, verb, keep)
    return question_box(window, "removeCollectionQuestion", words, "trash-2", is_grave=True)
