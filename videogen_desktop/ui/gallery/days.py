"""The days of a list by date: which rows belong to each."""

import time
from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from videogen_desktop.domain.video_list import DateOrder, VideoList


class Day(NamedTuple):
    """The rows of a day of this machine's clock, from `start` on; without a date, of all whose date
    cannot be."""

    start: int
    videos: int
    date: date | None


def days_of(videos: VideoList) -> list[Day]:
    """From the top; none where the order is not by date. Looks at two rows of each day."""
    if videos.order is DateOrder.NONE:
        return []
    dated, days = videos.dated, list[Day]()
    # From old to new a day's end is found three times as quickly, a million videos' in 10 ms.
    seconds, is_newest = videos.seconds[:dated], videos.order is DateOrder.NEWEST_FIRST
    if is_newest:
        seconds.reverse()
    place = 0
    while place < dated:
        day = date(*time.localtime(seconds[place])[:3])
        # A clock that was set back puts an hour into two days.
        end = max(place + 1, bisect_right(seconds, bounds_of(day)[1], place))
        days.append(Day(dated - end if is_newest else place, end - place, day))
        place = end
    if is_newest:
        days.reverse()
    if dated < len(videos):
        days.append(Day(dated, len(videos) - dated, None))
    return days


def bounds_of(day: date) -> tuple[int, int]:
    """Its first second and its last one."""
    return _midnight(day), _midnight(day, 1) - 1


def today() -> date:
    return date(*time.localtime()[:3])


def _midnight(day: date, after: int = 0) -> int:
    """Its first second, or that of so many days `after` it."""
    return int(time.mktime((day.year, day.month, day.day + after, 0, 0, 0, 0, 0, -1)))
