"""The one question before saving is one click: into which folder, and under which name."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from videogen_desktop.domain.file_names import NameParts
from videogen_desktop.ui.export.name_template_edit import NameTemplateEdit
from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.plain_label import breakable, form_button, plain_label, side_by_side
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

_WIDTH, _HEIGHT, _ICON = 520, 330, 20


class SaveDialog(ThemedDialog):
    """`chosen` carries the folder and the template. Main thread only."""

    chosen = Signal(str, str)

    def __init__(
        self,
        tokens: Tokens,
        parent: QWidget,
        folder: Path,
        template: str,
        parts: NameParts | None,
        *,
        lost: Path | None = None,
    ) -> None:
        """`lost` is the folder of before, where it is not there any more."""
        super().__init__(tokens, parent, "saveDialog")
        self.setModal(True)
        self._folder, self._lost = folder, lost
        self._title = plain_label("title", wraps=True)
        self._about = plain_label(wraps=True)
        self._folder_caption, self._name_caption = plain_label("caption"), plain_label("caption")
        self._icon = plain_label("icon")
        self._where = plain_label(wraps=True)
        self.choose = form_button()
        self.template = NameTemplateEdit(tokens)
        self.cancel, self.save = form_button(), form_button("primary")
        self.save.setDefault(True)
        self._lay_out(tokens)
        self.template.show_template(template, parts)
        self.template.changed.connect(self._allow)
        self.choose.clicked.connect(self._ask_folder)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._choose)
        self.set_tokens(tokens)
        self.retranslate()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize_on_screen(QSize(min(_WIDTH, parent.width() - 24), _HEIGHT))
        self.save.setFocus()

    def _lay_out(self, tokens: Tokens) -> None:
        column = self.column
        column.addWidget(self._title)
        column.addWidget(self._about)
        where = side_by_side(self._icon, self._where, self.choose)
        policy = QSizePolicy.Policy
        self._where.setSizePolicy(policy.Expanding, policy.Preferred)
        for caption, control in (
            (self._folder_caption, where),
            (self._name_caption, self.template),
        ):
            group = QVBoxLayout()
            group.setSpacing(tokens.space_1)
            group.addWidget(caption)
            group.addWidget(control)
            column.addLayout(group)
        column.addStretch(1)
        self.add_buttons(tokens, self.cancel, self.save)

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(themed_pixmap("folder-open", tokens.text_muted, _ICON, ratio))

    def retranslate(self) -> None:
        title = QCoreApplication.translate("Export", "Where to save your videos?")
        self.setWindowTitle(title)
        self._title.setText(title)
        if self._lost is None:
            about = QCoreApplication.translate(
                "Export", "From the next time on, one click saves a video there."
            )
        else:
            about = QCoreApplication.translate("Export", "The folder “{name}” is not there now.")
            about = about.format(name=self._lost.name)
        self._about.setText(about)
        self._folder_caption.setText(QCoreApplication.translate("Export", "Folder"))
        self._name_caption.setText(QCoreApplication.translate("Export", "File name"))
        self.choose.setText(QCoreApplication.translate("Export", "Choose a folder…"))
        self.cancel.setText(QCoreApplication.translate("Export", "Cancel"))
        self.save.setText(QCoreApplication.translate("Export", "Save"))
        self._show_folder()

    def show_folder(self, folder: str) -> None:
        """The one that was chosen."""
        self._folder = Path(folder)
        self._show_folder()

    def _show_folder(self) -> None:
        self._where.setText(breakable(str(self._folder)))
        self._where.setAccessibleName(str(self._folder))

    @Slot()
    def _allow(self) -> None:
        self.save.setEnabled(self.template.is_valid)

    @Slot()
    def _ask_folder(self) -> None:
        dialog = file_dialog(self, self.choose.text(), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.show_folder)
        dialog.open()

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(str(self._folder), self.template.stored)
        self.accept()
