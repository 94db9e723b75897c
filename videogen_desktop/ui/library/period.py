"""Which days the gallery shows, by this computer's own clock."""

from typing import NamedTuple

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime


class Period(NamedTuple):
    """The last `days` days, or those from `first` to `last`, both included; None is open."""

    days: int | None = None
    first: QDate | None = None
    last: QDate | None = None

    @property
    def is_open(self) -> bool:
        """Whether it leaves nothing out."""
        return self == Period()

    def bounds(self) -> tuple[int | None, int | None]:
        """UTC milliseconds of the beginning, and of the moment after the end."""
        first = self.first
        if self.days is not None:
            first = QDate.currentDate().addDays(1 - self.days)
        after = None if self.last is None else self.last.addDays(1)
        return _midnight(first), _midnight(after)


def days_text(period: Period) -> str:
    """The two days of a period that has both, as the language writes them."""
    shown = (
        QLocale().toString(day, QLocale.FormatType.ShortFormat)
        for day in (period.first, period.last)
        if day is not None
    )
    return " – ".join(shown)


def _midnight(day: QDate | None) -> int | None:
    return None if day is None else QDateTime(day, QTime(0, 0)).toMSecsSinceEpoch()
