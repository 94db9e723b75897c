"""The menu of the header: what is asked for seldom, and the help."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from videogen_desktop.ui.plain_label import plain_tooltip
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.ui.guide.dialog import GuideDialog
    from videogen_desktop.ui.shortcuts.dialog import ShortcutsDialog

_DOTS = 20


class HeaderMenu(QToolButton):
    """Main thread only."""

    rescueRequested = Signal()
    importRequested = Signal()
    statisticsRequested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "icon")
        self.setIconSize(QSize(_DOTS, _DOTS))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lines: QMenu | None = None
        self._dialog: ShortcutsDialog | None = None
        self._guide: GuideDialog | None = None
        self.set_tokens(tokens)
        self.retranslate()

    def complete(self) -> None:
        """After the first frame, in which it is a button only: its lines."""
        self._lines = QMenu(self)
        self.rescue = self._lines.addAction("")
        self.rescue.triggered.connect(self.rescueRequested)
        self.import_folder = self._lines.addAction("")
        self.import_folder.triggered.connect(self.importRequested)
        self.statistics = self._lines.addAction("")
        self.statistics.triggered.connect(self.statisticsRequested)
        self.guide = self._lines.addAction("")
        self.guide.triggered.connect(self.show_guide)
        self.shortcuts = self._lines.addAction("")
        self.shortcuts.triggered.connect(self.show_shortcuts)
        self.about = self._lines.addAction("")
        self.about.triggered.connect(self.show_about)
        self._lines.aboutToShow.connect(self._draw_icons)
        self.setMenu(self._lines)
        self.retranslate()

    def take_keys(self) -> None:
        """After the first frame: the keys, which count in the whole window."""
        from videogen_desktop.ui.button_menu import forget_hover_after
        from videogen_desktop.ui.shortcuts.table import Command, Place, keys_for

        if self._lines is not None:
            forget_hover_after(self, self._lines)
        self.shortcuts.setShortcuts(keys_for(Place.WINDOW, Command.SHORTCUTS))
        # In the menu alone it would end with this button: in a narrow window, under the viewer.
        self.window().addAction(self.shortcuts)

    @Slot()
    def show_shortcuts(self) -> None:
        """Show the dialog, made at the first use."""
        from videogen_desktop.ui.shortcuts.dialog import ShortcutsDialog

        if self._dialog is None:
            self._dialog = ShortcutsDialog(self._tokens, self.window())
            self._dialog.guideRequested.connect(self.show_guide)
        self._dialog.bring_to_front()

    @Slot()
    def show_guide(self) -> None:
        """Show the guide, made anew whenever it was closed."""
        from videogen_desktop.ui.guide.dialog import GuideDialog

        if self._guide is None:
            self._guide = GuideDialog(self._tokens, self.window())
            self._guide.finished.connect(self._forget_guide)
        self._guide.bring_to_front()

    @Slot()
    def _forget_guide(self) -> None:
        self._guide = None

    @Slot()
    def show_about(self) -> None:
        """Version, terms and licences."""
        from videogen_desktop.ui.about import about_box

        about_box(self.window()).open()

    @property
    def dialog(self) -> "ShortcutsDialog | None":
        return self._dialog

    def set_tokens(self, tokens: Tokens) -> None:
        self.setIcon(themed_icon("ellipsis", tokens.text_muted, _DOTS))
        self._tokens = tokens
        if self._dialog is not None:
            self._dialog.set_tokens(tokens)
        if self._guide is not None:
            self._guide.set_tokens(tokens)

    @Slot()
    def _draw_icons(self) -> None:
        # Not before somebody looks: the window's first frame waits for none of them.
        self.rescue.setIcon(themed_icon("search", self._tokens.text))
        self.import_folder.setIcon(themed_icon("folder-input", self._tokens.text))
        self.statistics.setIcon(themed_icon("chart-column", self._tokens.text))
        self.shortcuts.setIcon(themed_icon("keyboard", self._tokens.text))
        self.guide.setIcon(themed_icon("book-open", self._tokens.text))
        self.about.setIcon(themed_icon("info", self._tokens.text))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        name = self.tr("More actions")
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        if self._lines is None:
            return
        self.rescue.setText(self.tr("Find videos by their task ids…"))
        self.import_folder.setText(self.tr("Import videos from a folder…"))
        self.statistics.setText(self.tr("Statistics…"))
        self.shortcuts.setText(self.tr("Keyboard shortcuts…"))
        self.guide.setText(self.tr("User guide"))
        self.about.setText(self.tr("About VideoGen"))
