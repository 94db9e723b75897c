"""The dialog in which a batch is put together, and in which its queue is seen."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.batch import sheet, wording
from videogen_desktop.ui.batch.empty_table import EmptyTable
from videogen_desktop.ui.batch.queue_page import QueuePage
from videogen_desktop.ui.batch.table_model import BatchTableModel
from videogen_desktop.ui.batch.table_view import BatchTableView
from videogen_desktop.ui.batch.template_page import TemplatePage
from videogen_desktop.ui.button_menu import set_menu
from videogen_desktop.ui.plain_label import form_button, plain_label, plain_tooltip, set_role
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

_FIRST_SIZE, _SMALLEST = QSize(1040, 660), QSize(360, 320)
_ICON = 16
_NARROW = 640
# The table's corners are round, and its heads lie in them; a cell's editor stands out.
_SHEET = """
QHeaderView::section, QTableCornerButton::section {{ background: transparent; }}
QPlainTextEdit#batchPrompt {{
    background: {surface}; color: {text}; border: 1px solid {accent};
    border-radius: {radius_small}px; padding: 3px 4px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
"""
# What a file of rows is called.
FILE_NAMES = (".csv", ".tsv", ".jsonl", ".xlsx", ".txt")


class Page(IntEnum):
    TABLE = 0
    TEMPLATE = 1
    QUEUE = 2


class BatchDialog(ThemedDialog):
    """Not modal: the window stays usable beside it. Enter creates what the button says. Main thread
    only."""

    textPasted = Signal(str)
    fileDropped = Signal(object)  # Path
    fileWanted = Signal()
    createRequested = Signal()
    mostWanted = Signal()  # how much may be held, where nobody knows the price

    def __init__(
        self,
        tokens: Tokens,
        parent: QWidget,
        price_of_one: Callable[[], int | None],
    ) -> None:
        super().__init__(tokens, parent, "batchDialog")
        self.model = BatchTableModel(tokens, self)
        self.table = BatchTableView(tokens, self.model)
        self.template = TemplatePage(tokens, price_of_one)
        self.queue = QueuePage(tokens)
        self._columns: tuple[str, ...] = ()
        self._running = 0
        self._title = plain_label("title")
        self.tabs = [QPushButton() for _page in Page]
        self.pages = QStackedWidget()
        self.open_button, self.columns_button = form_button(), form_button()
        self._defaults = plain_label("small", wraps=True)
        self.said = plain_label("small", wraps=True)
        self.first_problem, self.bound = form_button("link"), form_button("link")
        self.empty = EmptyTable(tokens, self.table)
        self.create_button = form_button("primary")
        self._lay_out(tokens)
        self._connect()
        self.setAcceptDrops(True)
        self.set_tokens(tokens)
        self.retranslate()
        # Its parts give way where it is narrow: none of them says how narrow it can be.
        self.column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(_SMALLEST)
        self.resize_on_screen(_FIRST_SIZE)

    # --- what the presenter says -------------------------------------------------------------

    @property
    def page(self) -> Page:
        return Page(self.pages.currentIndex())

    def show_page(self, page: Page) -> None:
        self.tabs[page].setChecked(True)
        self.pages.setCurrentIndex(page)
        self._fit()
        focused = {Page.TABLE: self.table, Page.TEMPLATE: self.template.template}
        focused.get(page, self.queue).setFocus()

    def show_running(self, batches: int) -> None:
        """How many batches are on their way."""
        self._running = batches
        self.tabs[Page.QUEUE].setText(wording.queue_tab(batches))

    def show_defaults(self, parts: Sequence[str]) -> None:
        """The composer's choices, as they are said."""
        self._defaults.setText(wording.defaults_text(parts))
        self._defaults.setVisible(bool(parts))

    def offer_columns(self, columns: Sequence[str]) -> None:
        """What a row can say, by what it means."""
        self._columns = tuple(columns)

    def show_state(
        self,
        words: str,
        *,
        is_warning: bool = False,
        has_problem: bool = False,
        lacks_price: bool = False,
    ) -> None:
        """One line beside the button. `has_problem`: a row has one, which can be shown;
        `lacks_price`: none but that nobody knows what it costs."""
        set_role(self.said, "warning" if is_warning else "small")
        self.said.setText(words)
        self.first_problem.setVisible(has_problem)
        self.bound.setVisible(lacks_price)

    def show_create(self, words: str, *, can_create: bool) -> None:
        """What the button says, and whether it can be pressed."""
        had_focus = self.create_button.hasFocus()
        self.create_button.setText(words)
        self.create_button.setEnabled(can_create)
        if had_focus and not can_create:
            self.table.setFocus()

    def show_busy(self, words: str) -> None:
        """In place of an empty table: something is being read. "" for nothing."""
        self.empty.show_busy(words)
        self._show_empty()

    def retranslate(self) -> None:
        self.setWindowTitle(wording.title())
        self._title.setText(wording.title())
        self.tabs[Page.TABLE].setText(wording.table_tab())
        self.tabs[Page.TEMPLATE].setText(wording.template_tab())
        self.show_running(self._running)
        self._fit()
        self.first_problem.setText(wording.to_first_problem())
        self.bound.setText(wording.hold_at_most())
        self.table.setAccessibleName(wording.table_tab())
        self.model.retranslate()
        self.empty.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        self.setStyleSheet(self.styleSheet() + _SHEET.format(**tokens._asdict()))
        for part in (self.model, self.table, self.template, self.queue, self.empty):
            part.set_tokens(tokens)
        colours = (tokens.text, tokens.text_faint)
        self.open_button.setIcon(themed_icon_before_text("folder-open", *colours, _ICON))
        self.columns_button.setIcon(themed_icon_before_text("plus", *colours, _ICON))
        sparkles = themed_icon_before_text("sparkles", tokens.on_accent, tokens.text_faint, _ICON)
        self.create_button.setIcon(sparkles)

    # --- what is dropped and pasted ----------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if rows_file(event.mimeData()) is not None or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        path = rows_file(event.mimeData())
        self.show_page(Page.TABLE)
        if path is not None:
            self.fileDropped.emit(path)
        elif event.mimeData().text().strip():
            self.textPasted.emit(event.mimeData().text())

    @Slot()
    def paste(self) -> None:
        """Take what another program has put on the clipboard: a file of rows, or text."""
        data = QGuiApplication.clipboard().mimeData()
        path = rows_file(data)
        if path is not None:
            self.fileDropped.emit(path)
        elif data.text().strip():
            self.textPasted.emit(data.text())

    # --- within ------------------------------------------------------------------------------

    @Slot(int)
    def _choose_page(self, page: int) -> None:
        self.show_page(Page(page))

    @Slot()
    def _fill_columns(self) -> None:
        menu = self.columns_button.menu()
        menu.clear()
        there = {column.means for column in self.model.table.columns}
        for means in self._columns:
            line = menu.addAction(wording.column_name(means).replace("&", "&&"))
            line.setEnabled(means not in there)
            line.setData(means)

    @Slot(object)
    def _add_column(self, line: object) -> None:
        means = line.data()  # type: ignore[attr-defined]
        self.model.show_table(sheet.with_column(self.model.table, means))

    @Slot()
    def _to_table(self) -> None:
        rows = self.template.rows()
        if rows:
            self.model.show_table(sheet.joined(self.model.table, sheet.of_descriptions(rows)))
            self.show_page(Page.TABLE)

    @Slot()
    def _next_problem(self) -> None:
        self.table.go_to_problem(1)

    @Slot()
    def _show_template(self) -> None:
        count = self.template.count
        self.fill_button.setText(wording.into_table(count))
        self.fill_button.setEnabled(count > 0)

    @Slot()
    def _show_empty(self) -> None:
        self.empty.setVisible(self.model.rowCount() == 0)
        self.empty.setGeometry(self.table.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Narrow: the title is in the frame, buttons are pictures, and words stand above them."""
        is_wide = self.width() >= _NARROW
        self._title.setVisible(is_wide)
        words = (wording.open_file(), wording.columns_menu())
        for button, name in zip((self.open_button, self.columns_button), words, strict=True):
            button.setVisible(self.page is Page.TABLE)
            button.setText(name if is_wide else "")
            button.setIconSize(QSize(_ICON + (ICON_GAP if is_wide else 0), _ICON))
            button.setAccessibleName(name)
            button.setToolTip(plain_tooltip("" if is_wide else name))
        ways = QBoxLayout.Direction
        self._action_row.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._actions.setVisible(self.page is Page.TABLE)
        self.fill_button.setVisible(self.page is Page.TEMPLATE)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._choose_page)
        self.table.pasteWanted.connect(self.paste)
        self.table.resized.connect(self._show_empty)
        self.model.modelReset.connect(self._show_empty)
        self.open_button.clicked.connect(self.fileWanted)
        self.empty.open_button.clicked.connect(self.fileWanted)
        self.empty.paste_button.clicked.connect(self.paste)
        self.first_problem.clicked.connect(self._next_problem)
        self.bound.clicked.connect(self.mostWanted)
        self.create_button.clicked.connect(self.createRequested)
        self.template.changed.connect(self._show_template)
        self.fill_button.clicked.connect(self._to_table)
        columns = QMenu(self.columns_button)
        columns.aboutToShow.connect(self._fill_columns)
        columns.triggered.connect(self._add_column)
        set_menu(self.columns_button, columns)

    def _lay_out(self, tokens: Tokens) -> None:
        head = QHBoxLayout()
        head.setSpacing(tokens.space_3)
        head.addWidget(self._title)
        head.addWidget(self._tab_row())
        head.addStretch(1)
        head.addWidget(self.columns_button)
        head.addWidget(self.open_button)
        for page in (self._table_page(tokens), self.template, self.queue):
            self.pages.addWidget(page)
        self.fill_button = form_button("primary")
        self.create_button.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        self.create_button.setDefault(True)
        self._actions = QWidget()
        self._action_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._actions)
        self._action_row.setContentsMargins(0, 0, 0, 0)
        self._action_row.setSpacing(tokens.space_2)
        self._action_row.addWidget(self.said, 1)
        self._action_row.addWidget(self.first_problem)
        self._action_row.addWidget(self.bound)
        self._action_row.addWidget(self.create_button)
        filling = QHBoxLayout()
        filling.addStretch(1)
        filling.addWidget(self.fill_button)
        self.first_problem.hide()
        self.bound.hide()
        self.column.addLayout(head)
        self.column.addWidget(self.pages, 1)
        self.column.addWidget(self._actions)
        self.column.addLayout(filling)

    def _tab_row(self) -> QFrame:
        row = QFrame()
        row.setProperty("kind", "segments")
        tabs = QHBoxLayout(row)
        tabs.setContentsMargins(2, 2, 2, 2)
        tabs.setSpacing(2)
        self._group = QButtonGroup(self)
        for page, tab in zip(Page, self.tabs, strict=True):
            tab.setProperty("kind", "segment")
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            tab.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(tab, page)
            tabs.addWidget(tab)
        return row

    def _table_page(self, tokens: Tokens) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_2)
        column.addWidget(self._defaults)
        column.addWidget(self.table, 1)
        return page


def rows_file(data: QMimeData) -> Path | None:
    """The file of rows that is dragged or pasted; None where it is none, or several."""
    local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if len(local) != 1 or local[0].suffix.lower() not in FILE_NAMES:
        return None
    return local[0]
