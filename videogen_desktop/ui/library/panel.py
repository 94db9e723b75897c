"""The gallery with its toolbar and the note about a full disk above, the selection bar below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.events import OutboxChanged, ReadingTrouble
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.gallery.actions import COMPARABLE, WITH_BUTTON, CardAction, face_of
from videogen_desktop.ui.gallery.view import GalleryView
from videogen_desktop.ui.library import wording
from videogen_desktop.ui.library.toolbar import LibraryToolbar, toolbar_sheet
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.icons import (
    ICON_GAP,
    themed_icon,
    themed_icon_before_text,
    themed_pixmap,
)
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.ui.export.export_bar import ExportBar
    from videogen_desktop.ui.library.collections_list import CollectionsList
    from videogen_desktop.ui.library.outage_banner import OutageBanner
    from videogen_desktop.ui.library.quiet_note import QuietNote

_NOTE_ICON = 18
_SHOWN_FROM = 2
_NARROW = 720
# Room for the collections beside the cards.
_WIDE = 1_000
_BUTTON_ICON = 16


class LibraryPanel(QWidget):
    """Only layout. Main thread."""

    keyRequested = Signal()

    def __init__(self, view: GalleryView, tokens: Tokens) -> None:
        super().__init__()
        self.view = view
        self.toolbar = LibraryToolbar(tokens)
        self.outbox = OutboxNote(tokens)
        self.bar = SelectionBar(tokens)
        self._tokens = tokens
        self._note: QuietNote | None = None
        self._beside: CollectionsList | None = None
        self._is_beside_wanted = True
        self._outage: OutageBanner | None = None
        self._bars: list[QuietNote | ExportBar | OutageBanner] = []
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.outbox)
        column.addWidget(self.toolbar)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(view, 1)
        column.addLayout(self._middle, 1)
        column.addWidget(self.bar)
        self.toolbar.hide()
        self.setTabOrder(self.toolbar, view)
        self.setTabOrder(view, self.bar)

    def put_beside(self, widget: "CollectionsList") -> None:
        """Before the cards, in a window that is wide enough for both."""
        self._beside = widget
        self._middle.insertWidget(0, widget)
        self.setTabOrder(widget, self.view)
        self._arrange()

    def show_beside(self, on: bool) -> None:
        """Whether what stands beside the cards is wanted."""
        self._is_beside_wanted = on
        self._arrange()

    def _arrange(self) -> None:
        if self._beside is not None:
            shown = self._is_beside_wanted and self.width() >= _WIDE
            self._beside.setVisible(shown)
            self.toolbar.set_collections_listed(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def note(self) -> "QuietNote":
        """Made when there is something to be said."""
        from videogen_desktop.ui.library.quiet_note import QuietNote

        if self._note is None:
            self._note = QuietNote(self._tokens)
            self._column.addWidget(self._note)
            self._bars.append(self._note)
        return self._note

    @property
    def outage(self) -> "OutageBanner":
        """Made at the first outage."""
        from videogen_desktop.ui.library.outage_banner import OutageBanner

        if self._outage is None:
            self._outage = OutageBanner(self._tokens)
            self._outage.keyRequested.connect(self.keyRequested)
            self._column.insertWidget(0, self._outage)
            self._bars.append(self._outage)
        return self._outage

    @Slot(tuple)
    def follow_outage(self, troubles: tuple[ReadingTrouble, ...]) -> None:
        """See OutageBanner.follow."""
        if troubles or self._outage is not None:
            self.outage.follow(troubles)

    def add_bar(self, bar: "ExportBar") -> None:
        """Another line below the cards, above what is said there."""
        self._column.insertWidget(self._column.indexOf(self.bar) + 1, bar)
        self._bars.append(bar)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for bar in self._bars:
            bar.set_tokens(tokens)
        if self._beside is not None:
            self._beside.set_tokens(tokens)
        self.outbox.set_tokens(tokens)
        self.toolbar.set_tokens(tokens)
        self.bar.set_tokens(tokens)
        self.view.set_tokens(tokens)

    def menu_place(self) -> QPoint:
        """Where a menu about cards opens, on the screen: at the button, the card or the pointer."""
        focused = QApplication.focusWidget()
        if focused is not None and self.bar.isAncestorOf(focused):
            return focused.mapToGlobal(QPoint(0, 0))
        return self.view.menu_place()


class OutboxNote(QFrame):
    """A calm line above the cards: downloads wait for space on the disk, for as long as they do.
    Main thread."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outboxNote")
        self._event: OutboxChanged | None = None
        self._icon = plain_label("icon")
        self.said, self.room = plain_label(wraps=True), plain_label("small", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.space_5, tokens.space_2, tokens.space_5, tokens.space_2)
        row.setSpacing(tokens.space_3)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.said)
        words.addWidget(self.room)
        row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_tokens(tokens)
        self.hide()

    def follow(self, event: OutboxChanged | None) -> None:
        """Show it while the downloads wait; None while nothing is known."""
        waited = self._event is not None
        self._event = event if event is not None and event.paused is not None else None
        self.setVisible(self._event is not None)
        self._write()
        if self._event is not None:
            announce(self, self.said.text())
        elif waited and event is not None:
            announce(self, _resumed_text())

    def set_tokens(self, tokens: Tokens) -> None:
        self.setStyleSheet(
            f"QFrame#outboxNote {{ background: {tokens.warning_soft}; border: none; }}"
            f"QLabel {{ color: {tokens.warning}; }}"
        )
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(themed_pixmap("hard-drive", tokens.warning, _NOTE_ICON, ratio))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        if self._event is None or self._event.paused is None:
            return
        paused = self._event.paused
        size = QLocale.DataSizeFormat.DataSizeTraditionalFormat
        where = QCoreApplication.translate("Library", "{needed} needed, {free} free in {folder}.")
        self.room.setText(
            where.format(
                needed=QLocale().formattedDataSize(paused.needed, 1, size),
                free=QLocale().formattedDataSize(paused.free, 1, size),
                folder=paused.folder,
            )
        )
        self.said.setText(_waiting_text(self._event.waiting))


def _waiting_text(count: int) -> str:
    return QCoreApplication.translate(
        "Library",
        "The disk is full: %n downloads wait and go on by themselves once there is space.",
        None,
        count,
    )


def _resumed_text() -> str:
    return QCoreApplication.translate("Library", "There is space again: the downloads go on.")


class SelectionBar(QFrame):
    """Below the gallery: what can be done with the selection, and copies under way. Shown while
    there is either. Main thread."""

    actionRequested = Signal(str)  # a CardAction for everything that is selected
    cleared = Signal()
    copiesCancelled = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryBar")
        self._tokens = tokens
        self._selected = 0
        self._copying = (0, 0, 0)
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = {action: QPushButton() for action in WITH_BUTTON}
        self._clear = QPushButton()
        self._progress = QLabel()
        self._progress.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(80)
        self._cancel = QPushButton()
        self._lay_out(tokens)
        self.set_tokens(tokens)
        self.retranslate()
        self.hide()

    def _lay_out(self, tokens: Tokens) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.space_5, tokens.space_1, tokens.space_5, tokens.space_1)
        row.setSpacing(tokens.space_1)
        row.addWidget(self._count)
        row.addSpacing(tokens.space_2)
        for action, button in self._buttons.items():
            button.setProperty("kind", "danger" if action is CardAction.DELETE else "quiet")
            button.setIconSize(QSize(_BUTTON_ICON + ICON_GAP, _BUTTON_ICON))
            button.clicked.connect(self._pressed)
            row.addWidget(button)
        self._clear.setProperty("kind", "quiet")
        self._clear.clicked.connect(self.cleared)
        row.addWidget(self._clear)
        row.addStretch(1)
        row.addWidget(self._progress)
        row.addWidget(self._bar)
        self._cancel.setProperty("kind", "quiet")
        self._cancel.clicked.connect(self.copiesCancelled)
        row.addWidget(self._cancel)
        # The bar goes with the selection: a keyboard that was here would go anywhere.
        for button in (*self._buttons.values(), self._clear, self._cancel):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_selected(self, count: int) -> None:
        self._selected = count
        self._show()

    def show_copying(self, done: int, total: int, percent: int) -> None:
        self._copying = (done, total, percent)
        self._show()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.setStyleSheet(toolbar_sheet(tokens))
        self._cross = themed_icon("x", tokens.text_muted, _BUTTON_ICON)
        for action, button in self._buttons.items():
            colour = tokens.danger if action is CardAction.DELETE else tokens.text_muted
            name = face_of(action).icon
            button.setIcon(themed_icon_before_text(name, colour, tokens.text_faint, _BUTTON_ICON))

    def retranslate(self) -> None:
        clear = QCoreApplication.translate("Library", "Clear selection")
        self._clear.setAccessibleName(clear)
        self._cancel.setText(QCoreApplication.translate("Library", "Cancel saving"))
        self._cancel.setAccessibleName(self._cancel.text())
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QEvent) -> None:
        self._name_buttons()

    def _name_buttons(self) -> None:
        for action, button in self._buttons.items():
            name = _button_name(action)
            button.setAccessibleName(name)
            button.setToolTip(name)
            # In a narrow window the icons alone.
            button.setText("" if self.width() < _NARROW else name)
        clear = QCoreApplication.translate("Library", "Clear selection")
        self._clear.setText("" if self.width() < _NARROW else clear)
        self._clear.setToolTip(clear)
        self._clear.setIcon(self._cross if self.width() < _NARROW else QIcon())

    def _show(self) -> None:
        many = self._selected >= _SHOWN_FROM
        done, total, percent = self._copying
        self._count.setText(wording.selected(self._selected))
        self._name_buttons()
        for part in (self._count, self._clear, *self._buttons.values()):
            part.setVisible(many)
        self._buttons[CardAction.COMPARE].setVisible(self._selected in COMPARABLE)
        self._progress.setText(wording.copying(done, total, percent))
        self._bar.setValue(percent)
        self._bar.setAccessibleName(self._progress.text())
        for part in (self._progress, self._bar, self._cancel):
            part.setVisible(total > 0)
        self.setVisible(many or total > 0)

    def _pressed(self) -> None:
        pressed = self.sender()
        for action, button in self._buttons.items():
            if button is pressed:
                self.actionRequested.emit(action.value)


def _button_name(action: CardAction) -> str:
    if action is CardAction.DELETE:
        return QCoreApplication.translate("Library", "Delete")
    if action is CardAction.SAVE:
        return QCoreApplication.translate("Library", "Save")
    if action is CardAction.COMPARE:
        return QCoreApplication.translate("Library", "Compare")
    if action is CardAction.COLLECT:
        return QCoreApplication.translate("Library", "Collection")
    if action is CardAction.EXPORT:
        return QCoreApplication.translate("Library", "Join…")
    return face_of(action).text
