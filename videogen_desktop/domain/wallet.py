"""The wallet, whose money it is: one per provider, API base and unit."""

from dataclasses import dataclass

CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class WalletKey:
    """What makes a wallet the same wallet."""

    provider: str
    api_base: str
    unit: str = CREDIT

    @property
    def is_play_money(self) -> bool:
        """Of a server that we start ourselves: one wallet, whatever port it happens to get."""
        return not self.api_base


@dataclass(frozen=True, slots=True)
class Wallet:
    id: str
    key: WalletKey

    @property
    def is_play_money(self) -> bool:
        return self.key.is_play_money
