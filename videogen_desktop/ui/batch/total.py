"""The sum of a table on its button, and beside it the reason why it cannot be pressed."""

from collections.abc import Sequence

from videogen_desktop.domain.batch import BatchTotal, CheckedRow
from videogen_desktop.ui.batch import wording
from videogen_desktop.ui.batch.dialog import BatchDialog


def show_total(dialog: BatchDialog, rows: Sequence[CheckedRow], available: int | None) -> None:
    """By these rows; `available` in hundredths, None while it is not known. Main thread."""
    total = BatchTotal.of(rows)
    left = None if available is None else available - total.price
    is_short = left is not None and left < 0
    words = wording.create_text(total.videos, total.price, left, is_at_most=total.is_at_most)
    can_create = left is not None and not is_short and not total.wrong and total.videos > 0
    words = words if total.videos else wording.nothing_to_create()
    dialog.show_create(words, can_create=can_create)
    if total.wrong:
        wrong = [row for row in rows if row.priced is None]
        lacks_price = all(row.lacks_price_alone for row in wrong)
        said = wording.problems_text(total.wrong)
        dialog.show_state(said, is_warning=True, has_problem=True, lacks_price=lacks_price)
    elif is_short and available is not None:
        dialog.show_state(wording.shortage_text(available, total.price), is_warning=True)
    else:
        dialog.show_state(wording.rows_text(len(rows)))
