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
    #: vi: Bộ sưu tập mới
    title = QCoreApplication.translate("Library", "New collection")
    #: vi: Tạo
    verb = QCoreApplication.translate("Library", "Create")
    if name:
        #: vi: Đổi tên bộ sưu tập
        title = QCoreApplication.translate("Library", "Rename collection")
        #: vi: Đổi tên
        verb = QCoreApplication.translate("Library", "Rename")
    #: vi: Tên bộ sưu tập:
    label = QCoreApplication.translate("Library", "Name of the collection:")
    if is_taken:
        #: vi: Đã có bộ sưu tập tên này. Hãy chọn tên khác:
        label = QCoreApplication.translate(
            "Library", "Another collection has this name. Choose a different one:"
        )
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(name)
    dialog.setOkButtonText(verb)
    #: vi: Hủy
    dialog.setCancelButtonText(QCoreApplication.translate("Library", "Cancel"))
    dress_input(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def removal_question(window: QWidget, name: str) -> tuple[QMessageBox, QPushButton]:
    """The question, and the button that says yes."""
    #: vi: Xóa bộ sưu tập
    verb = QCoreApplication.translate("Library", "Delete collection")
    #: vi: Xóa bộ sưu tập “%1”?
    text = QCoreApplication.translate("Library", "Delete the collection “%1”?")
    text = text.replace("%1", shown_name(name))
    #: vi: Các video trong đó vẫn ở lại thư viện.
    kept = QCoreApplication.translate("Library", "Its videos stay in the library.")
    #: vi: Giữ lại
    keep = QCoreApplication.translate("Library", "Keep")
    words = QuestionWords(verb, text, kept, verb, keep)
    return question_box(window, "removeCollectionQuestion", words, "trash-2", is_grave=True)
