import time
from array import array
from datetime import date

import pytest

from videogen_desktop.domain.video_list import DateOrder, VideoList
from videogen_desktop.ui.gallery.day_headings import day_text
from videogen_desktop.ui.gallery.days import days_of


def at(year: int, month: int, day: int, hour: int = 12) -> int:
    return int(time.mktime((year, month, day, hour, 0, 0, 0, 0, -1)))


def listed(seconds: list[int], order: DateOrder) -> VideoList:
    videos = VideoList(order=order)
    ids = [str(number) for number in range(len(seconds))]
    videos.append_marked(ids, bytes(len(ids)), array("I", seconds))
    return videos


MOMENTS = [at(2026, 11, 30, 23), at(2026, 11, 30, 0), at(2026, 11, 29), at(2025, 3, 1), 0, 0]
DAYS = [(2, date(2026, 11, 30)), (1, date(2026, 11, 29)), (1, date(2025, 3, 1)), (2, None)]


def test_each_day_has_its_rows_and_those_without_a_date_come_last() -> None:
    days = days_of(listed(MOMENTS, DateOrder.NEWEST_FIRST))
    assert [(day.videos, day.date) for day in days] == DAYS
    assert [day.start for day in days] == [0, 2, 3, 4]
    oldest = [*sorted(MOMENTS[:4]), 0, 0]
    days = days_of(listed(oldest, DateOrder.OLDEST_FIRST))
    assert [(day.videos, day.date) for day in days] == [*reversed(DAYS[:3]), DAYS[3]]


def test_days_are_those_of_an_order_by_date_only() -> None:
    assert days_of(listed(MOMENTS, DateOrder.NONE)) == []
    assert days_of(VideoList(order=DateOrder.NEWEST_FIRST)) == []


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 30), "Today"),
        (date(2026, 11, 29), "Yesterday"),
        (date(2026, 11, 28), "Saturday, November 28"),
        (date(2025, 12, 31), "Wednesday, December 31, 2025"),
        (date(2026, 12, 1), "Tuesday, December 1"),
        (None, "Date unknown"),
    ],
)
def test_a_day_is_called_as_one_says_it(qapp: object, day: date | None, words: str) -> None:
    assert day_text(day, date(2026, 11, 30)) == words
