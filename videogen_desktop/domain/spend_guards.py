"""Limits that a wallet's owner sets on themselves, checked before anything is reserved."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

# What stands for a limit that was set and cannot be read: nothing is spent until it is set again.
UNREADABLE = -1
# The name of limits whose wallets cannot be read: they hold for every wallet but play money.
ANY_WALLET = "*"

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from videogen_desktop.domain.wallet import WalletKey

# The same request again while the first is not a few seconds old is most often a slip.
REPEAT_WITHIN_MS = 10_000
# More at once from one desk is most often a slip.
_USUAL_IN_FLIGHT = 20


@dataclass(frozen=True, slots=True)
class SpendGuards:
    """A wallet's limits; None is no limit. The caps are in hundredths of a credit.

    What counts against a cap is what was committed: every price reserved in the period by the
    user's own calendar, less what came back, whenever it did.
    """

    day_cap: int | None = None
    month_cap: int | None = None
    in_flight_cap: int | None = None

    @property
    def are_readable(self) -> bool:
        return UNREADABLE not in (self.day_cap, self.month_cap, self.in_flight_cap)

    def stricter(self, other: "SpendGuards") -> "SpendGuards":
        """What holds where both do."""
        both = ((getattr(self, name), getattr(other, name)) for name in self.__slots__)
        set_ones = ([limit for limit in pair if limit is not None] for pair in both)
        return SpendGuards(*(min(limits, default=None) for limits in set_ones))


@dataclass(frozen=True, slots=True)
class Spending:
    """What a wallet has committed in this day and month, and how many videos are under way."""

    guards: SpendGuards
    day: int
    month: int
    in_flight: int


def guards_of(stored: "Mapping[str, SpendGuards]", key: "WalletKey") -> SpendGuards:
    """The wallet's limits among all that are set, or what holds when its owner has set nothing."""
    usual = SpendGuards()
    if not key.is_play_money:
        usual = stored.get(ANY_WALLET, SpendGuards(in_flight_cap=_USUAL_IN_FLIGHT))
    return stored.get(_guarded_name(key), usual)


def with_guards(
    stored: "Mapping[str, SpendGuards]", key: "WalletKey", guards: SpendGuards
) -> "dict[str, SpendGuards]":
    """All that are set, with other limits for this wallet."""
    return {**stored, _guarded_name(key): guards}


def _guarded_name(key: "WalletKey") -> str:
    """What a wallet's limits are kept under in the settings: its base, or play money's name."""
    return key.api_base or key.provider


def period_starts(now_ms: int, zone: "tzinfo | None" = None) -> tuple[int, int]:
    """When this day and this month began, in UTC milliseconds; None is the system's zone."""
    from datetime import UTC, datetime

    local = datetime.fromtimestamp(now_ms / 1000, UTC).astimezone(zone)
    # Without an offset, so that midnight gets the one it really had (summer time).
    day = local.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=zone, fold=0)
    return int(day.timestamp() * 1000), int(day.replace(day=1).timestamp() * 1000)
