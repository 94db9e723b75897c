"""Whose money it is: one wallet per provider, API base and unit."""

from dataclasses import dataclass

SANDBOX = "sandbox"
KIE = "kie"
CREDIT = "credit"
KIE_API_BASE = "https://api.kie.ai"


@dataclass(frozen=True, slots=True)
class WalletKey:
    """What makes a wallet the same wallet."""

    provider: str
    api_base: str
    unit: str = CREDIT


# Play money is one wallet whatever port its server happens to listen on.
SANDBOX_WALLET = WalletKey(SANDBOX, "")
KIE_WALLET = WalletKey(KIE, KIE_API_BASE)


@dataclass(frozen=True, slots=True)
class Wallet:
    id: str
    key: WalletKey

    @property
    def is_play_money(self) -> bool:
        return self.key.provider == SANDBOX
