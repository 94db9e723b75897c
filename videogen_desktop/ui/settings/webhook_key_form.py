"""The form for the key that callbacks are signed with."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from videogen_desktop.domain.errors import KeyStoreUnavailableError
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.plain_label import form_button, plain_label, set_role, side_by_side
from videogen_desktop.ui.theme.tokens import Tokens

# As long as the shortest of the platforms' keyrings takes.
_LONGEST = 1024


class WebhookKeyForm(QWidget):
    """Masked while it is typed; it leaves the field once it is kept. Main thread only."""

    saveRequested = Signal(str, bool)  # key, for this run only

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._has_key = self._is_kept = False
        self._problem: BaseException | None = None
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setMaxLength(_LONGEST)
        hints = Qt.InputMethodHint
        self.key.setInputMethodHints(hints.ImhHiddenText | hints.ImhSensitiveData)
        self.save, self.this_run = form_button(), form_button("link")
        self._said = plain_label("small", wraps=True)
        self.this_run.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_2)
        column.addWidget(self.key)
        buttons = side_by_side(self.save, self.this_run)
        column.addWidget(buttons, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._said)
        self.key.textChanged.connect(self._refresh)
        self.save.clicked.connect(self._save)
        self.this_run.clicked.connect(self._keep_for_this_run)
        self.retranslate()
        self._refresh()

    def show_has_key(self, has_key: bool) -> None:
        """Whether one is kept already."""
        self._has_key = has_key
        kept = self.tr("A key is kept; enter another to replace it")
        self.key.setPlaceholderText(kept if has_key else "webhookHmacKey")

    def show_kept(self) -> None:
        """The key is no longer needed here."""
        self.key.clear()
        self.this_run.hide()
        self._is_kept, self._problem = True, None
        self.show_has_key(has_key=True)
        self._write_said()

    def show_problem(self, error: BaseException) -> None:
        """Why it was not kept; without a keyring it can be kept until the program ends."""
        self.this_run.setVisible(isinstance(error, KeyStoreUnavailableError))
        self._is_kept, self._problem = False, error
        self._write_said()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.key.setAccessibleName(self.tr("Webhook signing key"))
        self.save.setText(self.tr("Keep the signing key"))
        self.this_run.setText(self.tr("Keep for this run only"))
        self.show_has_key(self._has_key)
        self._write_said()

    def _write_said(self) -> None:
        role, words = "small", ""
        if self._problem is not None:
            role, words = "danger", error_text(self._problem)
        elif self._is_kept:
            role, words = "success", self.tr("The signing key is kept.")
        set_role(self._said, role)
        self._said.setText(words)
        self._said.setVisible(bool(words))

    @Slot()
    def _refresh(self) -> None:
        self.save.setEnabled(bool(self.key.text().strip()))

    @Slot()
    def _save(self) -> None:
        self._is_kept, self._problem = False, None
        self._write_said()
        self.saveRequested.emit(self.key.text().strip(), False)

    @Slot()
    def _keep_for_this_run(self) -> None:
        self.saveRequested.emit(self.key.text().strip(), True)
