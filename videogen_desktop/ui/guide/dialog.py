"""The window of the guide: its sections at the left, its text beside them."""

from PySide6.QtCore import QLocale, QSize, Qt, Slot
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.resources import resource_path
from videogen_desktop.ui.guide.page import GuidePage
from videogen_desktop.ui.page_link import open_page
from videogen_desktop.ui.plain_label import form_button, plain_tooltip
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

_FIRST_SIZE, _SMALLEST_SIZE = QSize(1060, 780), QSize(360, 320)
_CONTENTS, _NARROW = 250, 760


class GuideDialog(ThemedDialog):
    """Not modal; goes when it is closed, for its pictures take memory. Main thread only.

    Raises ResourceMissingError where the guide does not ship.
    """

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(tokens, parent, "guide")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.page = GuidePage(tokens)
        self._sections = QButtonGroup(self)
        self._contents = QScrollArea()
        self._contents.setWidgetResizable(True)
        self._contents.setFrameShape(QFrame.Shape.NoFrame)
        self._contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._contents.setFixedWidth(_CONTENTS)
        self._lay_out()
        self.page.sectionReached.connect(self._mark)
        self.page.pageAsked.connect(self._open)
        self._sections.idClicked.connect(self.page.go_to)
        self.set_tokens(tokens)
        self.retranslate()
        self.setMinimumSize(_SMALLEST_SIZE)
        self.resize_on_screen(_FIRST_SIZE)
        # The arrows scroll at once.
        self.page.setFocus()

    def set_tokens(self, tokens: Tokens) -> None:
        sheet = f"QTextBrowser {{ background: {tokens.surface}; color: {tokens.text}; }}"
        super().set_tokens(tokens)
        self.setStyleSheet(self.styleSheet() + sheet)
        self.page.set_tokens(tokens)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("User guide"))
        self.page.setAccessibleName(self.windowTitle())
        self._contents.setAccessibleName(self.tr("Contents"))
        is_vietnamese = QLocale().language() is QLocale.Language.Vietnamese
        self.page.read(resource_path(f"guide/{'vi' if is_vietnamese else 'en'}.md"))
        self._list_sections()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._contents.setVisible(self.width() >= _NARROW)

    def _list_sections(self) -> None:
        for button in self._sections.buttons():
            self._sections.removeButton(button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 16, 8, 12)
        column.setSpacing(2)
        for number, section in enumerate(self.page.sections):
            button = form_button("section")
            button.setCheckable(True)
            button.setText(section.title)
            self._sections.addButton(button, number)
            column.addWidget(button)
        column.addStretch(1)
        self._contents.setWidget(content)
        self._mark(0)

    @Slot(int)
    def _mark(self, number: int) -> None:
        button = self._sections.button(number)
        if button is not None:
            button.setChecked(True)
            self._contents.ensureWidgetVisible(button)

    @Slot(str)
    def _open(self, page: str) -> None:
        if not open_page(page):
            # Without a browser the address is still of use.
            QToolTip.showText(QCursor.pos(), plain_tooltip(page), self)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._contents)
        row.addWidget(self.page, 1)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(row)
