"""Reconciling the ledger with the provider's balance: what must agree, and what is unexplained."""

from dataclasses import dataclass
from enum import StrEnum

# Two readings this far apart must say the same before the ledger follows the provider.
CONFIRM_AFTER_MS = 60_000
# A task that may still run is deducted later: until then a full balance says nothing.
STILL_RUNNING_MS = 30 * 60_000


@dataclass(frozen=True, slots=True)
class ExpectedBalance:
    """What the provider's balance can be, in hundredths, if the ledger is right.

    With A available, R the prices of `reserved` and U the prices of what is sent and not ended,
    that is [A + R, A + R + U]: a vendor may deduct as late as when a task succeeds.
    """

    lowest: int
    highest: int

    def or_also(self, other: "ExpectedBalance") -> "ExpectedBalance":
        """Both at once: the ledger moved while the balance was read."""
        return ExpectedBalance(min(self.lowest, other.lowest), max(self.highest, other.highest))

    def drift(self, balance: int) -> int:
        """How far the balance lies outside: above zero is more than expected."""
        if balance < self.lowest:
            return balance - self.lowest
        return max(balance - self.highest, 0)


@dataclass(frozen=True, slots=True)
class Drift:
    """What the provider has more (or, below zero, less) than the ledger explains.

    Hundredths of a credit; `since` is when it was first seen, `seen_at` when it was last, both
    UTC milliseconds. Once two readings agree it becomes a row of the ledger and is no drift.
    """

    amount: int
    since: int
    seen_at: int


@dataclass(frozen=True, slots=True)
class BalanceReading:
    """What the provider said last. `drift` is zero, and `drift_since` None, when all fits."""

    wallet_id: str
    read_at: int
    amount: int
    raw: str
    drift: int = 0
    drift_since: int | None = None

    @property
    def unexplained(self) -> Drift | None:
        if self.drift_since is None:
            return None
        return Drift(self.drift, self.drift_since, self.read_at)

    def is_confirmed(self, now: int) -> bool:
        """Whether the drift was there long enough to be believed."""
        return self.drift_since is not None and now - self.drift_since >= CONFIRM_AFTER_MS


def next_reading(
    wallet_id: str, now: int, amount: int, raw: str, drift: int, before: BalanceReading | None
) -> BalanceReading:
    """The new reading; a drift that is the same as before keeps its age."""
    if drift == 0:
        return BalanceReading(wallet_id, now, amount, raw)
    since = before.drift_since if before is not None and before.drift == drift else None
    # A clock that was set back would make an age of what has none.
    if since is None or since > now:
        since = now
    return BalanceReading(wallet_id, now, amount, raw, drift, since)


class Indication(StrEnum):
    """What a balance suggests about one unconfirmed video; never a proof."""

    CHARGED = "charged"
    NOT_CHARGED = "not_charged"
    TOO_EARLY = "too_early"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class BalanceHint:
    """The provider's balance against the ledger, for whoever has to settle a video.

    Others may spend from the same account: it is shown and decides nothing. Amounts in
    hundredths, `read_at` in UTC milliseconds. `if_charged` and `if_not_charged` are what the
    balance could be in either case.
    """

    video_id: str
    indication: Indication
    balance: int
    read_at: int
    if_charged: ExpectedBalance
    if_not_charged: ExpectedBalance


def balance_hint(
    video_id: str, price: int, sent_at: int, reading: BalanceReading, expected: ExpectedBalance
) -> BalanceHint:
    """What the reading says about a video of this price that is counted as not ended."""
    charged = ExpectedBalance(expected.lowest, max(expected.highest - price, expected.lowest))
    free = ExpectedBalance(min(expected.lowest + price, expected.highest), expected.highest)
    fits_charged = charged.drift(reading.amount) == 0
    fits_free = free.drift(reading.amount) == 0
    indication = Indication.UNCLEAR
    if fits_charged and not fits_free:
        indication = Indication.CHARGED
    elif fits_free and not fits_charged:
        is_early = reading.read_at - sent_at < STILL_RUNNING_MS
        indication = Indication.TOO_EARLY if is_early else Indication.NOT_CHARGED
    return BalanceHint(video_id, indication, reading.amount, reading.read_at, charged, free)
