"""The append-only ledger: one double-entry row per movement over four accounts, and what of it is
shown to the wallet's owner.
"""

import uuid
from dataclasses import dataclass
from enum import StrEnum

from videogen_desktop.domain.reconciliation import Drift

# The `raw` of a reserve whose price nobody knew: the amount is the most that may be held.
AT_MOST = "at most"
_ENTRY_NAMESPACE = uuid.UUID("6f0f8f3e-5b0e-5d0c-9a53-1f5b8a1f6c11")


class Account(StrEnum):
    EXTERNAL = "external"
    AVAILABLE = "available"
    HELD = "held"
    SPENT = "spent"


class EntryKind(StrEnum):
    GRANT = "grant"
    RESERVE = "reserve"
    CAPTURE = "capture"
    VOID = "void"
    REFUND = "refund"
    SETTLE = "settle"
    RECONCILE = "reconcile"


_A = Account


LEGS: dict[EntryKind, frozenset[tuple[Account, Account]]] = {
    EntryKind.GRANT: frozenset({(_A.EXTERNAL, _A.AVAILABLE)}),
    EntryKind.RESERVE: frozenset({(_A.AVAILABLE, _A.HELD)}),
    EntryKind.CAPTURE: frozenset({(_A.HELD, _A.SPENT)}),
    EntryKind.VOID: frozenset({(_A.HELD, _A.AVAILABLE)}),
    EntryKind.REFUND: frozenset({(_A.SPENT, _A.AVAILABLE)}),
    EntryKind.SETTLE: frozenset({(_A.SPENT, _A.AVAILABLE), (_A.AVAILABLE, _A.SPENT)}),
    EntryKind.RECONCILE: frozenset({(_A.EXTERNAL, _A.AVAILABLE), (_A.AVAILABLE, _A.EXTERNAL)}),
}


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One movement of `amount` (hundredths, above zero) from `debit` to `credit`.

    `available_after` and `held_after` are the wallet's balances once it is written; `at` is UTC
    milliseconds; `raw` is the provider's own figure where there was one.
    """

    seq: int
    id: str
    wallet_id: str
    video_id: str | None
    kind: EntryKind
    amount: int
    debit: Account
    credit: Account
    available_after: int
    held_after: int
    at: int
    raw: str | None = None

    @property
    def available_change(self) -> int:
        """What the row did to the available account, in hundredths."""
        return account_change(self.debit, self.credit, self.amount, Account.AVAILABLE)


def account_change(debit: Account, credit: Account, amount: int, account: Account) -> int:
    """The signed change of one account by a movement from `debit` to `credit`."""
    return (amount if credit is account else 0) - (amount if debit is account else 0)


def video_entry_id(video_id: str, kind: EntryKind) -> str:
    """The one id that this movement of this video can have: a second one collides."""
    return str(uuid.uuid5(_ENTRY_NAMESPACE, f"{video_id}/{kind}"))


@dataclass(frozen=True, slots=True)
class Charge:
    """The sums of one video's rows, in hundredths: what is held for it and what is spent on it.

    `is_at_most`: its price was not known, and what was held is the most that it may cost.
    """

    held: int
    spent: int
    is_refunded: bool = False
    is_at_most: bool = False


@dataclass(frozen=True, slots=True)
class Balance:
    """A wallet's money in hundredths, as of ledger row `revision`."""

    wallet_id: str
    available: int
    held: int
    revision: int


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
