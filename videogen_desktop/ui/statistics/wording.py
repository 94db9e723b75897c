"""The names of measures and periods, and numbers of them as people read them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from videogen_desktop.domain.statistics import Measure
from videogen_desktop.ui.credit_text import plain_number

_CONTEXT = "Statistics"
_MEASURES = {
    Measure.MADE: QT_TRANSLATE_NOOP("Statistics", "Made"),
    Measure.WATCHED: QT_TRANSLATE_NOOP("Statistics", "Watched"),
    Measure.EXPORTED: QT_TRANSLATE_NOOP("Statistics", "Exported"),
    Measure.SHARED: QT_TRANSLATE_NOOP("Statistics", "Shared"),
    Measure.FAILED: QT_TRANSLATE_NOOP("Statistics", "Failed"),
    Measure.SPENT: QT_TRANSLATE_NOOP("Statistics", "Credits spent"),
}
# Local days with today; None: all since the first video.
PERIODS: tuple[int | None, ...] = (7, 30, 365, None)


def measure_name(measure: Measure) -> str:
    return QCoreApplication.translate(_CONTEXT, str(_MEASURES[measure]))


def period_name(days: int | None) -> str:
    if days is None:
        return QCoreApplication.translate("Statistics", "Since the first video")
    if days == 365:
        return QCoreApplication.translate("Statistics", "Last 12 months")
    return QCoreApplication.translate("Statistics", "Last %n days", None, days)


def amount(measure: Measure, value: int) -> str:
    """A number of videos or uses, or of credits."""
    return plain_number(value) if measure is Measure.SPENT else QLocale().toString(value)
