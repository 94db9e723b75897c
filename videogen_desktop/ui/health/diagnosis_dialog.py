"""The diagnosis as it will be saved, to be read before anybody gets it."""

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.plain_label import form_button, plain_label, set_role
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

_FIRST_SIZE = QSize(680, 560)


class DiagnosisDialog(ThemedDialog):
    """Not modal. Main thread only."""

    saveRequested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(tokens, parent, "diagnosisDialog")
        self._failure: BaseException | None = None
        self._saved = ""
        self._title = plain_label("title", wraps=True)
        self._about = plain_label(wraps=True)
        self._note = plain_label("small", wraps=True)
        self.preview = QPlainTextEdit()
        self.preview.setObjectName("pasteBox")
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.finish, self.save = form_button(), form_button("primary")
        self._lay_out(tokens)
        self.finish.clicked.connect(self.close)
        self.save.clicked.connect(self.saveRequested)
        self.save.setEnabled(False)
        self.set_tokens(tokens)
        self.retranslate()
        self.resize_on_screen(_FIRST_SIZE)

    @property
    def note(self) -> str:
        """What it says below the text."""
        return self._note.text()

    def show_collecting(self) -> None:
        self._failure, self._saved = None, ""
        self.preview.clear()
        self.save.setEnabled(False)
        self.retranslate()

    def show_text(self, text: str) -> None:
        """All that the file will hold."""
        self.preview.setPlainText(text)
        self.save.setEnabled(True)
        self.save.setFocus()

    def show_saved(self, name: str) -> None:
        self._failure, self._saved = None, name
        self.retranslate()

    def show_failure(self, error: BaseException) -> None:
        self._failure, self._saved = error, ""
        self.retranslate()

    def retranslate(self) -> None:
        title = QCoreApplication.translate("Diagnosis", "Diagnosis")
        self.setWindowTitle(title)
        self._title.setText(title)
        about = QCoreApplication.translate(
            "Diagnosis",
            "This is all that will be saved. Keys, prompts, private links and your home folder are "
            "taken out. Nothing is sent anywhere.",
        )
        self._about.setText(about)
        self.preview.setAccessibleName(title)
        self.preview.setAccessibleDescription(about)
        waiting = QCoreApplication.translate("Diagnosis", "Being collected…")
        self.preview.setPlaceholderText(waiting)
        self.finish.setText(QCoreApplication.translate("Diagnosis", "Close"))
        self.save.setText(QCoreApplication.translate("Diagnosis", "Save as a file…"))
        self._write_note()

    def _write_note(self) -> None:
        words, role = "", "small"
        if self._failure is not None:
            words, role = error_text(self._failure), "danger"
        elif self._saved:
            words = QCoreApplication.translate("Diagnosis", "Saved as {file}")
            words, role = words.format(file=self._saved), "success"
        set_role(self._note, role)
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _lay_out(self, tokens: Tokens) -> None:
        column = self.column
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.preview, 1)
        column.addWidget(self._note)
        self.add_buttons(tokens, self.finish, self.save)
