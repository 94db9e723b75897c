"""How long the provider likely keeps a result that is not on this disk yet."""

from PySide6.QtCore import QCoreApplication

from videogen_desktop.domain.expiry import ExpiryStage, expiry_stage
from videogen_desktop.domain.video import LibraryItem

_HOUR, _DAY = 3_600_000, 86_400_000
_IN_DAYS_FROM = 2 * _DAY


def note(item: LibraryItem, now: int) -> str:
    """One short sentence; empty where the clip is here, or there is nothing to wait for.

    `now` in UTC milliseconds.
    """
    if item.expires_at is None or item.clip is not None or item.result_gone:
        return ""
    left = item.expires_at - now
    if left <= 0:
        return QCoreApplication.translate("Gallery", "Has likely expired at the provider")
    if left >= _IN_DAYS_FROM:
        days = round(left / _DAY)
        return QCoreApplication.translate(
            "Gallery", "The provider keeps it for about %n days", None, days
        )
    if left >= _HOUR:
        hours = left // _HOUR
        return QCoreApplication.translate(
            "Gallery", "The provider keeps it for about %n hours", None, hours
        )
    return QCoreApplication.translate("Gallery", "The provider keeps it for less than an hour")


def is_urgent(item: LibraryItem, now: int) -> bool:
    """Whether the note should catch the eye: from 72 hours before the end."""
    if not note(item, now) or item.expires_at is None:
        return False
    return expiry_stage(item.expires_at, now) is not ExpiryStage.FAR
