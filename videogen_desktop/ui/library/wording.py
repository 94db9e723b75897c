"""The words of the gallery's bars."""

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.domain.gallery import GallerySort, StatusGroup
from videogen_desktop.domain.text import shortened
from videogen_desktop.ui.text_format import percent_label

LONGEST_SHOWN = 40


def status_label(status: StatusGroup | None) -> str:
    if status is None:
        return QCoreApplication.translate("Library", "All")
    if status is StatusGroup.RUNNING:
        return QCoreApplication.translate("Library", "Running")
    if status is StatusGroup.COMPLETED:
        return QCoreApplication.translate("Library", "Completed")
    if status is StatusGroup.FAILED:
        return QCoreApplication.translate("Library", "Failed")
    if status is StatusGroup.UNCONFIRMED:
        return QCoreApplication.translate("Library", "Unclear")
    if status is StatusGroup.NEW:
        return QCoreApplication.translate("Library", "New")
    return QCoreApplication.translate("Library", "Cancelled")


def counted(label: str, count: int | None) -> str:
    return label if count is None else f"{label}  {QLocale().toString(count)}"


def sort_label(sort: GallerySort) -> str:
    if sort is GallerySort.OLDEST:
        return QCoreApplication.translate("Library", "Oldest first")
    if sort is GallerySort.PROMPT:
        return QCoreApplication.translate("Library", "Prompt A–Z")
    return QCoreApplication.translate("Library", "Newest first")


def days_label(days: int | None) -> str:
    if days is None:
        return QCoreApplication.translate("Library", "Any time")
    if days == 1:
        return QCoreApplication.translate("Library", "Today")
    return QCoreApplication.translate("Library", "Last %n days", None, days)


def number_of_videos(count: int) -> str:
    return QCoreApplication.translate("Library", "%n videos", None, count)


def found(count: int, *, in_all: bool) -> str:
    """What a screen reader says of an answer; `in_all`: nothing was searched for."""
    if count:
        return number_of_videos(count)
    if in_all:
        return QCoreApplication.translate("Library", "There are no videos yet")
    return QCoreApplication.translate("Library", "No video fits")


def selected(count: int) -> str:
    return QCoreApplication.translate("Library", "%n videos selected", None, count)


def copying(done: int, total: int, percent: int) -> str:
    text = QCoreApplication.translate("Library", "Saving %1 of %2 videos · %3")
    locale = QLocale()
    numbers = (locale.toString(done), locale.toString(total), percent_label(percent))
    for place, number in zip(("%1", "%2", "%3"), numbers, strict=True):
        text = text.replace(place, number)
    return text


def shown_name(name: str) -> str:
    """A collection's name, as long as it is shown."""
    return shortened(name, LONGEST_SHOWN)
