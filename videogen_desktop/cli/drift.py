"""What the provider's balance has that the ledger does not explain, as a line and as JSON."""

import time

from videogen_desktop.cli.output import JsonObject, credits_text, local_time, rfc3339
from videogen_desktop.domain.credits import credits_as_number
from videogen_desktop.domain.reconciliation import BalanceReading, Drift

_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60))


def reading_object(reading: BalanceReading | None) -> JsonObject:
    """What the provider said last, and what of it is unexplained; nulls before the first."""
    drift = reading.unexplained if reading else None
    return {
        "provider": credits_as_number(reading.amount) if reading else None,
        "confirmed_at": rfc3339(reading.read_at if reading else None),
        "unexplained": drift_object(drift),
    }


def drift_object(drift: Drift | None) -> JsonObject | None:
    """The amount in credits; above zero is more than the ledger explains."""
    if drift is None:
        return None
    return {"amount": credits_as_number(drift.amount), "since": rfc3339(drift.since)}


def drift_line(drift: Drift, now_ms: int | None = None) -> str:
    """For people: how much, since when, and how long that is."""
    now = int(time.time() * 1000) if now_ms is None else now_ms
    amount = credits_text(drift.amount, signed=True)
    age = _age((now - drift.since) // 1000)
    return f"Unexplained: {amount} credits since {local_time(drift.since)} ({age})."


def _age(seconds: int) -> str:
    for name, length in _UNITS:
        count = seconds // length
        if count:
            return f"{count} {name}{'s' if count > 1 else ''}"
    return "less than a minute"
