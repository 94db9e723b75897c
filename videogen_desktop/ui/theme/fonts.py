"""The window's font: the system's, unless that one cannot carry Vietnamese text well."""

import logging

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from videogen_desktop.resources import ResourceMissingError, resource_path

_log = logging.getLogger(__name__)

_VIETNAMESE_PROBE = "Ếễữđ"
# The two weights that the window is set in.
_BUNDLED = ("Regular", "SemiBold")
# What X11 falls back to where no desktop names a font of its own.
_NO_CHOICE_OF_ANYBODY = ("DejaVu Sans", "Bitstream Vera Sans", "Liberation Sans")
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


def _needs_replacement(font: QFont) -> bool:
    metrics = QFontMetricsF(font)
    if not all(metrics.inFontUcs4(ord(character)) for character in _VIETNAMESE_PROBE):
        return True
    real = QFontInfo(font).family()
    return real in _NO_CHOICE_OF_ANYBODY and font.family() != real


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
