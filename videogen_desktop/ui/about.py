"""The About box: version and terms; and the notices, with everybody's licences."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QMessageBox, QPlainTextEdit, QWidget

from videogen_desktop import __version__
from videogen_desktop.resources import notices_path
from videogen_desktop.ui.header import PROGRAM_NAME, program_icon
from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.tokens import Tokens, current_tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

_MARK = 48
# Qt's own text column is too narrow to read; what stands beside it has to fit a narrow window too.
_COLUMN, _BESIDE = 360, 150
# The notices' lines are of 100 characters.
_FIRST_SIZE = QSize(980, 680)
# As packaging/notices titles it: a folder may have left x265 out.
_X265 = "\nx265 ("
_DISTRIBUTION = "videogen-desktop"


def about_box(window: QWidget) -> QMessageBox:
    """Name, version and terms; goes when it is closed. Main thread."""
    box = QMessageBox(window)
    box.setObjectName("about")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("About", "About VideoGen"))
    box.setText(f"{PROGRAM_NAME} {__version__}")
    box.setInformativeText(_terms(_read(notices_path())))
    box.setIconPixmap(program_icon().pixmap(QSize(_MARK, _MARK), box.devicePixelRatioF()))
    licences = QCoreApplication.translate("About", "Licences…")
    more = box.addButton(licences, QMessageBox.ButtonRole.HelpRole)
    more.setObjectName("licences")
    more.setProperty("kind", "secondary")
    more.clicked.connect(lambda: show_notices(window))
    close = QCoreApplication.translate("About", "Close")
    last = box.addButton(close, QMessageBox.ButtonRole.RejectRole)
    last.setProperty("kind", "primary")
    box.setDefaultButton(last)
    label = box.findChild(QLabel, "qt_msgbox_label")
    if isinstance(label, QLabel):
        label.setProperty("role", "heading")
    terms = box.findChild(QLabel, "qt_msgbox_informativelabel")
    if isinstance(terms, QLabel):
        terms.setMinimumWidth(min(_COLUMN, window.width() - _BESIDE))
    box.setStyleSheet(dialog_sheet(current_tokens(box.palette())))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def _read(path: Path | None) -> str | None:
    return None if path is None else path.read_text("utf-8", errors="replace")


def _terms(notices: str | None) -> str:
    if notices is None:
        return QCoreApplication.translate(
            "About",
            "Free software under the MIT licence. The libraries installed beside it have licences "
            "of their own: Qt {qt} the LGPL 3; FFmpeg, x264 and x265, which PyAV brings, the GPL.",
        ).format(qt=qVersion())
    codecs = "x264, x265" if _X265 in notices else "x264"
    return QCoreApplication.translate(
        "About",
        "Free software: the program under the MIT licence, and all that is installed with it "
        "under the GPL, version 3 or later. It contains Qt {qt} (LGPL 3), FFmpeg and {codecs} "
        "(GPL), and the work of many others.",
    ).format(qt=qVersion(), codecs=codecs)


def show_notices(window: QWidget) -> "NoticesDialog":
    """Open the notices before the window; they go when they are closed. Main thread."""
    dialog = NoticesDialog(current_tokens(window.palette()), window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.bring_to_front()
    return dialog


class NoticesDialog(ThemedDialog):
    """Whose work is in the program, and each licence's text. Not modal. Main thread only."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent, "notices")
        self._title = plain_label("title", wraps=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        # The lines are as long as licences have them.
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.finish = form_button("primary")
        self.finish.setDefault(True)
        self.finish.clicked.connect(self.close)
        self.column.addWidget(self._title)
        self.column.addWidget(self.text, 1)
        self.add_buttons(tokens, self.finish)
        self.set_tokens(tokens)
        self.retranslate()
        # The keys scroll at once.
        self.text.setFocus()
        self.resize_on_screen(_FIRST_SIZE)

    def retranslate(self) -> None:
        title = QCoreApplication.translate("About", "Licences")
        self.setWindowTitle(title)
        self._title.setText(title)
        self.text.setAccessibleName(title)
        self.text.setPlainText(_read(notices_path()) or _of_an_installation())
        self.finish.setText(QCoreApplication.translate("About", "Close"))


def _of_an_installation() -> str:
    """What holds in a checkout and where pip installed the program: others' work lies beside it."""
    beside = QCoreApplication.translate(
        "About",
        "VideoGen Desktop itself is under the MIT licence, which follows. This installation "
        "contains nobody else's work but a font (Be Vietnam Pro, SIL Open Font License) and icons "
        "(Lucide, ISC). The libraries that it uses were installed beside it; the licence of each "
        "is in the folder *.dist-info of its name, in:\n{folder}\n\nQt is under the LGPL 3. PyAV "
        "brings FFmpeg with x264 and x265, which are under the GPL, version 2 or later: whoever "
        "passes all of it on together does so under the GPL, version 3 or later.",
    )
    try:
        own = distribution(_DISTRIBUTION)
    except PackageNotFoundError:
        return beside.format(folder="site-packages")
    folder = str(own.locate_file(""))
    return "\n\n".join([beside.format(folder=folder), own.read_text("licenses/LICENSE") or ""])
