"""The way from the composer to many videos at once: one button, which speaks up when several lines
or a description with variables were written."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from videogen_desktop.ui.plain_label import form_button, plain_tooltip
from videogen_desktop.ui.shortcuts.table import Command, Place, key_text, keys_for
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.ui.composer.composer import Composer

_ICON = 16
# A description may well have a paragraph of a style below it.
_FEWEST_LINES = 3


class BatchEntry(QObject):
    """Made once the window stands, and small: nothing of the table is loaded. Main thread only."""

    opened = Signal()  # with what the composer holds
    pasted = Signal()  # what is on the clipboard

    def __init__(self, composer: "Composer", tokens: Tokens, window: QWidget) -> None:
        super().__init__(window)
        self._composer = composer
        self._tokens = tokens
        self._lines = 0
        self._has_variables = False
        self.button: QPushButton = form_button("quiet")
        self.button.setObjectName("batchButton")
        # Where no library opens it is never placed, and goes with the form.
        self.button.setParent(composer)
        self.button.hide()
        self._is_placed = False
        self.button.setProperty("focusPolicy", "TabFocus")
        self.button.clicked.connect(self.opened)
        self.button.installEventFilter(self)
        composer.prompt.textChanged.connect(self._look)
        for command, signal in ((Command.BATCH, self.opened), (Command.PASTE_BATCH, self.pasted)):
            for key in keys_for(Place.WINDOW, command):
                shortcut = QShortcut(key, window)
                shortcut.activated.connect(signal)
        self._look()
        self._write()

    def show(self) -> None:
        """In the form's row, behind what models bring there: those are made with the first ones."""
        if not self._is_placed:
            self._is_placed = True
            self._composer.folding.add(self.button)
            self.button.show()

    @property
    def lines(self) -> int:
        """How many descriptions stand in the composer, where it is several; else 0."""
        return self._lines

    @property
    def has_variables(self) -> bool:
        return self._has_variables

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._write()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        return super().eventFilter(watched, event)

    @Slot()
    def _look(self) -> None:
        lines, has_variables = 0, False
        text = self._composer.prompt.toPlainText()
        if "\n" in text:
            lines = sum(1 for line in text.split("\n") if line.strip())
        if "{" in text:
            from videogen_desktop.domain.prompt_template import variables_in

            has_variables = any(True for line in text.split("\n") for _at in variables_in(line))
        lines = lines if lines >= _FEWEST_LINES and not has_variables else 0
        if (lines, has_variables) != (self._lines, self._has_variables):
            self._lines, self._has_variables = lines, has_variables
            self._write()

    def _write(self) -> None:
        tokens = self._tokens
        speaks = bool(self._lines or self._has_variables)
        words = self._words() if speaks else ""
        kind = "link" if speaks else "quiet"
        if self.button.property("kind") != kind:
            self.button.setProperty("kind", kind)
            self.button.style().unpolish(self.button)
            self.button.style().polish(self.button)
        if speaks:
            icon = themed_icon_before_text("sheet", tokens.accent, tokens.text_faint, _ICON)
        else:
            icon = themed_icon("sheet", tokens.text_muted, _ICON)
        self.button.setIcon(icon)
        self.button.setIconSize(QSize(_ICON + (ICON_GAP if speaks else 0), _ICON))
        self.button.setText(words)
        name = QCoreApplication.translate("BatchEntry", "Many videos at once")
        self.button.setAccessibleName(words or name)
        hint = f"{name} ({key_text(Place.WINDOW, Command.BATCH)})"
        self.button.setToolTip(plain_tooltip(hint))

    def _words(self) -> str:
        if self._has_variables:
            return QCoreApplication.translate("BatchEntry", "Fill in the variables…")
        return QCoreApplication.translate(
            "BatchEntry", "%n lines: create %n videos…", None, self._lines
        )
