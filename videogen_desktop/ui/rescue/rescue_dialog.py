"""The rescue dialog: task ids are pasted, and each gets a row that says what became of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.tasks import task_ids_in
from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.rescue.rescue_row import RescueRow
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

# A longer list stays in the box, for the next round.
MOST_AT_ONCE = 30
_FIRST_SIZE = QSize(560, 520)
_BOX_LINES = 4


class RescueDialog(ThemedDialog):
    """Not modal. Knows nothing of the engine. Main thread only."""

    searchRequested = Signal(object)  # tuple[str, ...]
    videoRequested = Signal(str)
    joinRequested = Signal(str, str)  # task id, video id
    rescueRequested = Signal(str, bool)  # task id, whether it may ask first

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(tokens, parent, "rescueDialog")
        self._tokens = tokens
        self._is_busy = False
        self._rows: dict[str, RescueRow] = {}
        self._title, self._about = plain_label("title", wraps=True), plain_label(wraps=True)
        self.box = QPlainTextEdit()
        self.box.setObjectName("pasteBox")
        self.box.setTabChangesFocus(True)
        self.search = form_button("primary")
        self.finish = form_button()
        self._list = QVBoxLayout()
        self._scroll = QScrollArea()
        self._lay_out(tokens)
        self.set_tokens(tokens)
        self.retranslate()
        self.box.textChanged.connect(self._typed)
        self.search.clicked.connect(self._search)
        self.finish.clicked.connect(self.close)
        self._typed()
        self.box.setFocus()
        self.resize_on_screen(_FIRST_SIZE)

    # --- what became of them -----------------------------------------------------------------

    @property
    def rows(self) -> tuple[RescueRow, ...]:
        """From the top."""
        return tuple(self._rows.values())

    def row(self, task_id: str) -> RescueRow | None:
        return self._rows.get(task_id)

    def show_ids(self, task_ids: Sequence[str]) -> None:
        """A row for each; what was found before goes."""
        self.clear()
        for task_id in task_ids:
            row = RescueRow(self._tokens, task_id)
            row.videoRequested.connect(self.videoRequested)
            row.joinRequested.connect(self.joinRequested)
            row.rescueRequested.connect(self.rescueRequested)
            self._list.insertWidget(self._list.count() - 1, row)
            self._rows[task_id] = row
        self._scroll.setVisible(bool(self._rows))

    def clear(self) -> None:
        """Nothing was searched for."""
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()
        self._scroll.hide()

    def set_busy(self, busy: bool) -> None:
        """While ids are being read."""
        self._is_busy = busy
        self._typed()

    # --- what the user does ------------------------------------------------------------------

    @Slot()
    def _typed(self) -> None:
        self.search.setEnabled(not self._is_busy and bool(task_ids_in(self.box.toPlainText())))

    @Slot()
    def _search(self) -> None:
        found = task_ids_in(self.box.toPlainText())
        self.box.setPlainText("\n".join(found[MOST_AT_ONCE:]))
        self.show_ids(found[:MOST_AT_ONCE])
        self.searchRequested.emit(found[:MOST_AT_ONCE])

    # --- looks -------------------------------------------------------------------------------

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        super().set_tokens(tokens)
        lines = _BOX_LINES * self.box.fontMetrics().lineSpacing()
        self.box.setMinimumHeight(lines + 2 * tokens.space_3)
        for row in self._rows.values():
            row.set_tokens(tokens)

    def retranslate(self) -> None:
        title = QCoreApplication.translate("Rescue", "Find videos by their task ids")
        self.setWindowTitle(title)
        self._title.setText(title)
        about = QCoreApplication.translate(
            "Rescue",
            "Paste one or more task ids. Each is read with your own key "
            "and its video brought into the library; it costs nothing more.",
        )
        self._about.setText(about)
        name = QCoreApplication.translate("Rescue", "Task ids")
        self.box.setAccessibleName(name)
        self.box.setAccessibleDescription(about)
        self.box.setPlaceholderText(
            QCoreApplication.translate("Rescue", "Such as 5f3c… with one id on each line")
        )
        self.search.setText(QCoreApplication.translate("Rescue", "Find"))
        self.finish.setText(QCoreApplication.translate("Rescue", "Close"))
        for row in self._rows.values():
            row.refresh()

    def _lay_out(self, tokens: Tokens) -> None:
        inside = QWidget()
        inside.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(tokens.space_2)
        self._list.addStretch(1)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.hide()
        column = self.column
        for part in (self._title, self._about):
            column.addWidget(part)
        column.addWidget(self.box, 1)
        column.addWidget(self._scroll, 3)
        self.add_buttons(tokens, self.finish, self.search)
