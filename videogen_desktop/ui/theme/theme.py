"""The theme that is on, the system's choice or the user's, with its palette and font."""

import logging
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from videogen_desktop.resources import ResourceMissingError, resource_path
from videogen_desktop.ui.theme.stylesheet import stylesheet_from
from videogen_desktop.ui.theme.tokens import DARK, LIGHT, Tokens, current_tokens

_log = logging.getLogger(__name__)
_VIETNAMESE_PROBE = "Ếễữđ"
_TALLEST = "ẾỄẨ"
# The two weights that the window is set in.
_BUNDLED = ("Regular", "SemiBold")
# What Qt asks for where no desktop names a font of its own: whatever lies around.
_NO_CHOICE_OF_ANYBODY = frozenset({"", "sans", "sans serif", "sans-serif"})
_SMALLEST_POINTS = 10.0


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


def palette_from(tokens: Tokens) -> QPalette:
    """A complete palette: active, inactive and disabled."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in {
        role.Window: tokens.background,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.surface_hover,
        role.ToolTipBase: tokens.surface_raised,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.text_faint,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Light: tokens.surface_raised,
        role.Midlight: tokens.surface_hover,
        role.Mid: tokens.border,
        role.Dark: tokens.border_strong,
        role.Shadow: tokens.border_strong,
    }.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.text_faint))
    return palette


def window_font(system: QFont) -> QFont:
    """The system's font, or the bundled one where the system's lacks Vietnamese or is only the
    last resort of a machine without a desktop. Never smaller than 10 points. Main thread."""
    font = QFont(system)
    if _needs_replacement(system):
        family = _bundled_family()
        if family is not None:
            font.setFamilies([family, *system.families()])
    if font.pointSizeF() < _SMALLEST_POINTS:
        font.setPointSizeF(_SMALLEST_POINTS)
    return font


def room_for_marks(font: QFont, tokens: Tokens) -> int:
    """Pixels that stacked marks reach above the line of the largest title. Main thread."""
    largest = QFont(font)
    largest.setPointSizeF(font.pointSizeF() * tokens.text_title)
    metrics = QFontMetrics(largest)
    return max(0, -metrics.tightBoundingRect(_TALLEST).top() - metrics.ascent()) + 2


def _needs_replacement(font: QFont) -> bool:
    # Asked first: the other question loads the font.
    if font.family().lower() in _NO_CHOICE_OF_ANYBODY:
        return True
    metrics = QFontMetricsF(font)
    return not all(metrics.inFontUcs4(ord(character)) for character in _VIETNAMESE_PROBE)


def _bundled_family() -> str | None:
    families: list[str] = []
    for weight in _BUNDLED:
        try:
            path = resource_path(f"fonts/BeVietnamPro-{weight}.ttf")
        except ResourceMissingError as error:
            _log.warning("%s", error)
            continue
        number = QFontDatabase.addApplicationFont(str(path))
        families.extend(QFontDatabase.applicationFontFamilies(number))
    return next((family for family in families if family == "Be Vietnam Pro"), None)
