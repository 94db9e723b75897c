"""Amounts of money: integers in hundredths of a provider credit."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from videogen_desktop.domain.settings import Settings

HUNDREDTHS_PER_CREDIT = 100
# BIGINT in every database; a provider that says more than this is not believed.
LARGEST_AMOUNT = 10**15
# Of one credit. A rate beyond it is a slip of the hand: too many zeros, or too few.
LIKELY_DONG = (1, 1_000_000)
_ROUND_FROM = 1_000


def hundredths_from_credits(raw: str | int | Decimal) -> int:
    """Round a provider's figure half up to hundredths.

    Raises ValueError for anything that is not a finite number of a believable size.
    """
    try:
        credit = Decimal(raw)
        if not credit.is_finite() or abs(credit) > LARGEST_AMOUNT // HUNDREDTHS_PER_CREDIT:
            raise ValueError(raw)
        scaled = credit * HUNDREDTHS_PER_CREDIT
        return int(scaled.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    except InvalidOperation as error:
        raise ValueError(raw) from error


def credits_as_number(hundredths: int) -> int | float:
    """The amount as JSON shows it: 100 or 14.4, never a rounded figure."""
    whole, rest = divmod(hundredths, HUNDREDTHS_PER_CREDIT)
    return whole if rest == 0 else float(Decimal(hundredths) / HUNDREDTHS_PER_CREDIT)


@dataclass(frozen=True, slots=True)
class CreditRate:
    """What credits cost their owner: so many `dong` for so many `hundredths`, as noted on `day`.

    For the eye only: credits stay the unit of everything that is booked or compared.
    """

    dong: int
    hundredths: int
    day: date

    @property
    def is_likely(self) -> bool:
        """Whether a credit is worth no less and no more than anybody sells one for."""
        if self.dong <= 0 or self.hundredths <= 0:
            return False
        least, most = LIKELY_DONG
        each = self.dong * HUNDREDTHS_PER_CREDIT / self.hundredths
        return self.hundredths <= LARGEST_AMOUNT and least <= each <= most

    def worth(self, hundredths: int) -> int:
        """In đồng, to the hundred from a thousand on: more would be no truer."""
        exact = round(self.dong * hundredths / self.hundredths)
        return exact if abs(exact) < _ROUND_FROM else round(exact, -2)


def credit_rate(settings: "Settings") -> CreditRate | None:
    """What the user noted; None without it, and where the file holds what cannot be."""
    try:
        day = date.fromisoformat(settings.rate_day)
    except ValueError:
        return None
    rate = CreditRate(settings.rate_dong, settings.rate_hundredths, day)
    return rate if rate.is_likely else None
