"""Amounts of money: integers in hundredths of a provider credit."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

HUNDREDTHS_PER_CREDIT = 100
# BIGINT in every database; a provider that says more than this is not believed.
LARGEST_AMOUNT = 10**15


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
