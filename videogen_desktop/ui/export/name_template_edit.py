"""The template of file names, with a name as it comes out while one types."""

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from videogen_desktop.domain.errors import NameTemplateError
from videogen_desktop.domain.file_names import DEFAULT_TEMPLATE, NameParts, NameTemplate
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.plain_label import form_button, plain_label, set_role
from videogen_desktop.ui.theme.tokens import Tokens

_ENGLISH_TEMPLATE = "{date} {title} {model} {number}"
_EXAMPLE_DAY = "2026-11-30"


def usual_template() -> str:
    """What is there before somebody writes one, in the fields' names of the language of now."""
    is_vietnamese = QLocale().language() is QLocale.Language.Vietnamese
    return DEFAULT_TEMPLATE if is_vietnamese else _ENGLISH_TEMPLATE


def example_parts() -> NameParts:
    """A video to name where there is none yet."""
    title = QCoreApplication.translate("Export", "Old town by lantern light")
    return NameParts(_EXAMPLE_DAY, title, "Veo 3.1")


class NameTemplateEdit(QWidget):
    """Main thread. `changed` comes with every stroke, `finished` when one has done."""

    changed = Signal()
    finished = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: NameParts | None = None
        self._suffix = ".mp4"
        self.edit = QLineEdit()
        self.fields = [form_button("choice") for _ in range(4)]
        self.example = plain_label("small", wraps=True)
        self.example.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy.Policy
        self.example.setSizePolicy(policy.Ignored, policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_2)
        column.addWidget(self.edit)
        row = QHBoxLayout()
        row.setSpacing(tokens.space_1)
        for button in self.fields:
            button.clicked.connect(self._insert)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.example)
        self.edit.textChanged.connect(self._show_example)
        self.edit.textChanged.connect(self.changed)
        self.edit.editingFinished.connect(self.finished)
        self.retranslate()

    @property
    def template(self) -> str:
        """As it stands there; the usual one where nothing does."""
        return self.edit.text().strip() or usual_template()

    @property
    def stored(self) -> str:
        """For the settings: empty for the usual one, which follows the language."""
        return "" if self.template == usual_template() else self.template

    @property
    def is_valid(self) -> bool:
        return self._problem() is None

    def show_template(self, template: str, parts: NameParts | None = None) -> None:
        """`parts` are what the example is made of."""
        self._parts = parts or self._parts
        text = template or usual_template()
        if text != self.edit.text():
            self.edit.setText(text)
        self._show_example()

    def retranslate(self) -> None:
        self.edit.setPlaceholderText(usual_template())
        self.edit.setAccessibleName(QCoreApplication.translate("Export", "File name"))
        known = NameTemplate.FIELDS
        is_vietnamese = usual_template() == DEFAULT_TEMPLATE
        names = known[: len(known) // 2] if is_vietnamese else known[len(known) // 2 :]
        insert = QCoreApplication.translate("Export", "Insert {field}")
        for button, name in zip(self.fields, names, strict=True):
            button.setText(f"{{{name}}}")
            button.setAccessibleName(insert.format(field=name))
        self._show_example()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """For two lines at least, whatever stands there: nothing below moves while one types."""
        self.example.ensurePolished()
        two = 2 * self.example.fontMetrics().lineSpacing() + 2
        self.example.setMinimumHeight(max(two, self.example.heightForWidth(self.width())))

    @Slot()
    def _insert(self) -> None:
        button = self.sender()
        if not isinstance(button, QPushButton):
            return
        before = self.edit.text()[: self.edit.cursorPosition()]
        gap = " " if before and not before.endswith(" ") else ""
        self.edit.insert(gap + button.text())
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _problem(self) -> NameTemplateError | None:
        try:
            NameTemplate(self.template)
        except NameTemplateError as error:
            return error
        return None

    @Slot()
    def _show_example(self) -> None:
        problem = self._problem()
        self.edit.setProperty("wrong", problem is not None)
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)
        set_role(self.example, "small" if problem is None else "danger")
        if problem is not None:
            self.example.setText(error_text(problem))
        else:
            stem = next(NameTemplate(self.template).stems(self._parts or example_parts()))
            words = QCoreApplication.translate("Export", "For example: {name}")
            self.example.setText(words.format(name=stem + self._suffix))
        self._make_room()
