"""What a wallet's owner sees of their money."""

from dataclasses import dataclass

from videogen_desktop.domain.ledger import Balance
from videogen_desktop.domain.reconciliation import Drift


@dataclass(frozen=True, slots=True)
class Movement:
    """A line of the statement with the video it is about; amounts in hundredths, `at` UTC ms."""

    seq: int
    at: int
    kind: str
    amount: int
    available_after: int
    video_id: str | None = None
    prompt: str | None = None


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
