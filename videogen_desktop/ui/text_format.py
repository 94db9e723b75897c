"""Short texts for facts that several parts of the window show: a prompt on one line, a shape, a
model, an age, a length, a percentage."""

import re

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.domain.aspect_ratio import PORTRAIT, SQUARE, named_shape
from videogen_desktop.domain.clock import is_past
from videogen_desktop.domain.text import beginning
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.moments import local_date, unknown_date
from videogen_desktop.ui.plain_label import drawable

_LONGEST = 400
_SECOND, _MINUTE, _HOUR, _DAY, _WEEK = 1_000, 60_000, 3_600_000, 86_400_000, 7 * 86_400_000
_SPACE = re.compile(r"\s+")
# Overrides and isolates would let a prompt reorder what stands around it on the card.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def one_line(prompt: str, most: int = _LONGEST) -> str:
    """The beginning of a prompt as one line of plain text."""
    line = _SPACE.sub(" ", _REORDERING.sub(" ", beginning(prompt, most))).strip()
    return drawable(line)


def without_prompt() -> str:
    """In place of the prompt of a video that was made of pictures or of another video alone."""
    return QCoreApplication.translate("Gallery", "No prompt")


def shape_label(shape: str) -> str:
    """The shape by its name, whatever its exact ratio; "" where there is none."""
    name = named_shape(shape)
    if name is None:
        return shape
    if name == PORTRAIT:
        return QCoreApplication.translate("Gallery", "Portrait")
    if name == SQUARE:
        return QCoreApplication.translate("Gallery", "Square")
    return QCoreApplication.translate("Gallery", "Landscape")


def model_title(item: LibraryItem) -> str:
    """As its vendor calls it; a model that no version knows by its id."""
    return item.model_title or item.video.model_id


def age_label(created_at: int, now: int) -> str:
    """How long ago, both in UTC milliseconds; a date after a week."""
    if not is_past(created_at, now):
        return unknown_date()
    age = max(0, now - created_at)
    if age < _MINUTE:
        return QCoreApplication.translate("Gallery", "Just now")
    if age < _HOUR:
        minutes = age // _MINUTE
        return QCoreApplication.translate("Gallery", "%n min ago", None, minutes)
    if age < _DAY:
        hours = age // _HOUR
        return QCoreApplication.translate("Gallery", "%n h ago", None, hours)
    if age < _WEEK:
        days = age // _DAY
        return QCoreApplication.translate("Gallery", "%n d ago", None, days)
    return local_date(created_at)


def clock_text(milliseconds: int) -> str:
    """Minutes and seconds, as a clock shows them; hours when there are some."""
    seconds = milliseconds // _SECOND
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def exact_clock_text(milliseconds: int) -> str:
    """The same with hundredths of a second, for who looks at single frames."""
    hundredths = milliseconds % _SECOND // 10
    return f"{clock_text(milliseconds)}{QLocale().decimalPoint()}{hundredths:02}"


def percent_label(percent: int) -> str:
    """The one way a percentage is written; other texts have a place for it."""
    return QCoreApplication.translate("Gallery", "%1%").replace("%1", QLocale().toString(percent))


def duration_text(milliseconds: int) -> str:
    """Such as 8,0 giây or 1:02."""
    if milliseconds >= _MINUTE:
        minutes, rest = divmod(round(milliseconds / _SECOND), 60)
        return f"{minutes}:{rest:02}"
    number = QLocale().toString(milliseconds / _SECOND, "f", 1)
    return QCoreApplication.translate("Viewer", "{number} s").format(number=number)


def file_size_text(number: int) -> str:
    """A number of bytes, as kB and MB of 1024."""
    return QLocale().formattedDataSize(number, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
