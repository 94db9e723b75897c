"""What the ledger must say of a video in a test that has no ledger: by the table of its states."""

from videogen_desktop.domain.ledger import LEGS, Account, Charge, EntryKind, account_change
from videogen_desktop.domain.states import Origin, allowed_entries
from videogen_desktop.domain.video import Video


def charge_for(video: Video) -> Charge | None:
    """The sums of the fewest rows that the library allows, brought to what was consumed."""
    if video.origin is not Origin.GENERATED:
        return None
    kinds = min(allowed_entries(video.state, video.reason), key=len)

    def total(account: Account) -> int:
        return sum(
            account_change(debit, credit, video.price, account)
            for kind in kinds
            for debit, credit in LEGS[kind]
        )

    spent = total(Account.SPENT)
    if EntryKind.CAPTURE in kinds and video.is_terminal and video.consumed is not None:
        spent = video.consumed
    return Charge(total(Account.HELD), spent, EntryKind.REFUND in kinds)
