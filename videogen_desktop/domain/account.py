"""A wallet's money as its owner sees it: the lines of the statement and the panel's figures."""

from dataclasses import dataclass

from videogen_desktop.domain.ledger import Balance, EntryKind, LedgerEntry
from videogen_desktop.domain.reconciliation import Drift

_SHOWN_AS = {
    EntryKind.GRANT: "grant",
    EntryKind.RESERVE: "video_generation",
    EntryKind.VOID: "refund",
    EntryKind.REFUND: "refund",
    EntryKind.SETTLE: "settle",
    EntryKind.RECONCILE: "reconcile",
}


@dataclass(frozen=True, slots=True)
class Movement:
    """A line of the statement; the amounts of all lines add up to what is available.

    Amounts are in hundredths, `at` is UTC milliseconds. `prompt` is that of the video it is about,
    where it was asked for.
    """

    seq: int
    at: int
    kind: str
    amount: int
    available_after: int
    video_id: str | None = None
    prompt: str | None = None


def movement_of(entry: LedgerEntry, prompt: str | None = None) -> Movement | None:
    """The entry as a statement shows it; None for a capture, which changes nothing available."""
    shown = _SHOWN_AS.get(entry.kind)
    if shown is None:
        return None
    return Movement(
        seq=entry.seq,
        at=entry.at,
        kind=shown,
        amount=entry.available_change,
        available_after=entry.available_after,
        video_id=entry.video_id,
        prompt=prompt,
    )


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """What the badge's panel shows. `spent_since` is what went out less what came back since the
    moment asked for; `confirmed_at` is when the provider last said its balance. `drift` is what
    the ledger does not explain of it yet."""

    balance: Balance
    spent_since: int
    movements: tuple[Movement, ...]
    confirmed_at: int | None = None
    provider_balance: int | None = None
    drift: Drift | None = None
