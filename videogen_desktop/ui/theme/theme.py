"""Which theme is on: the system's choice or the user's, applied live."""

from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from videogen_desktop.ui.theme.fonts import room_for_marks, window_font
from videogen_desktop.ui.theme.palette import palette_from
from videogen_desktop.ui.theme.stylesheet import stylesheet_from
from videogen_desktop.ui.theme.tokens import DARK, LIGHT, Tokens, current_tokens


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Keeps palette, style sheet and font of the application in step. Main thread only.

    `changed` carries the new Tokens; widgets that paint by themselves listen to it.
    """

    changed = Signal(object)

    def __init__(self, application: QApplication, choice: ThemeChoice) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        application.setFont(window_font(application.font()))
        # What the system's own palette looks like: its name for it is asked after the first paint.
        self._tokens = self._chosen_tokens() or current_tokens(application.palette())
        self._apply()
        application.styleHints().colorSchemeChanged.connect(self.follow_system)

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    def choose(self, choice: ThemeChoice) -> None:
        """Follow the system from now on, or stay with one theme."""
        self._choice = choice
        self.follow_system()

    def follow_font(self) -> None:
        """The user made the system's font larger while we run: the type sizes follow.

        Called by the window: an event filter on the application would see every event there is.
        """
        self._apply_stylesheet()

    @Slot()
    def follow_system(self) -> None:
        """Ask again what is wanted, and show it."""
        wanted = self._chosen_tokens() or self._tokens_of_system()
        if wanted is not self._tokens:
            self._tokens = wanted
            self._apply()
            self.changed.emit(wanted)

    def _chosen_tokens(self) -> Tokens | None:
        if self._choice is ThemeChoice.SYSTEM:
            return None
        return DARK if self._choice is ThemeChoice.DARK else LIGHT

    def _tokens_of_system(self) -> Tokens:
        from PySide6.QtCore import Qt

        is_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if is_dark else LIGHT

    def _apply(self) -> None:
        self._application.setPalette(palette_from(self._tokens))
        self._apply_stylesheet()

    def _apply_stylesheet(self) -> None:
        font = self._application.font()
        points = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
        mark_room = room_for_marks(font, self._tokens)
        platform = self._application.platformName()
        sheet = stylesheet_from(self._tokens, points, mark_room, platform)
        if sheet != self._application.styleSheet():
            self._application.setStyleSheet(sheet)
