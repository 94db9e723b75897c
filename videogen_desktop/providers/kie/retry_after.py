"""The time for which a provider asks to be left alone."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_MS = 5 * 60 * 1000
_MOST_DIGITS = 18


def retry_after_ms(header: str | None, now_ms: int) -> int | None:
    """Read a Retry-After header: seconds or an HTTP date, at most 5 minutes.

    None for a missing header and for garbage: the caller has its own pace.
    """
    text = (header or "").strip()
    if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
        return min(int(text) * 1000, LONGEST_MS)
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        wait = moment - datetime.fromtimestamp(now_ms / 1000, UTC)
        wait_ms = int(wait.total_seconds() * 1000)
    # email.utils raises several of these on garbage, by Python version.
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None
    return max(0, min(wait_ms, LONGEST_MS))
