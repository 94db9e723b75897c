"""Moments as people read them: in the local time zone, as the language writes them."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTimeZone

from videogen_desktop.domain.clock import has_date, is_past


def unknown_date() -> str:
    """What stands where a stored number is no date, or one that cannot be."""
    return QCoreApplication.translate("Moments", "date unknown")


def past_moment(at: int, now_ms: int) -> str:
    """Day and time, to the second, of what has happened: that lies in no future."""
    return local_moment(at) if is_past(at, now_ms) else unknown_date()


def local_date(at: int, zone: QTimeZone | None = None) -> str:
    """The day of a UTC moment in milliseconds."""
    if not has_date(at):
        return unknown_date()
    return QLocale().toString(_local(at, zone).date(), QLocale.FormatType.ShortFormat)


def day_text(day: date) -> str:
    """A calendar day in figures, the year in full."""
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    full = short if "yyyy" in short else short.replace("yy", "yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), full)


def local_time(at: int, zone: QTimeZone | None = None) -> str:
    """The time of day, to the second; empty where the date is unknown."""
    return _local(at, zone).time().toString("HH:mm:ss") if has_date(at) else ""


def local_moment(at: int, zone: QTimeZone | None = None) -> str:
    """Day and time, to the second."""
    return f"{local_date(at, zone)} {local_time(at, zone)}".strip()


def local_minute(at: int) -> str:
    """Day and time, to the minute."""
    return f"{local_date(at)} {_clock(at)}".strip()


def short_moment(at: int, now_ms: int) -> str:
    """The time alone for today, the date alone for other days."""
    is_today = has_date(at) and at >= local_midnight_ms(now_ms)
    return _clock(at) if is_today else local_date(at)


def local_midnight_ms(now_ms: int, days_back: int = 0) -> int:
    """When the local day of `now_ms` began, or the one `days_back` before; UTC milliseconds."""
    day = datetime.fromtimestamp(now_ms / 1000).astimezone()
    midnight = day.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    # Without a zone again: a day back may cross into summer time.
    return int((midnight - timedelta(days=days_back)).timestamp() * 1000)


def _clock(at: int) -> str:
    return _local(at).time().toString("HH:mm") if has_date(at) else ""


def _local(at: int, zone: QTimeZone | None = None) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(at, zone or QTimeZone.systemTimeZone())
