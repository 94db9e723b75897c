"""The window's font: the system's, unless that one cannot carry Vietnamese text well."""

import logging

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QFontMetricsF

from videogen_desktop.resources import ResourceMissingError, resource_path
from videogen_desktop.ui.theme.tokens import Tokens

_log = logging.getLogger(__name__)

_VIETNAMESE_PROBE = "Ếễữđ"
_TALLEST = "ẾỄẨ"
# The two weights that the window is set in.
_BUNDLED = ("Regular", "SemiBold")
# What Qt asks for where no desktop names a font of its own: whatever lies around.
_NO_CHOICE_OF_ANYBODY = frozenset({"", "sans", "sans serif", "sans-serif"})
_SMALLEST_POINTS = 10.0


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
