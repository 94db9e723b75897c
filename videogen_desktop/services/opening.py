"""A wallet's first row: the balance that the provider says it has."""

import asyncio
from collections.abc import Callable

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.provider import Provider, ProviderBalance
from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.storage.library import Library


def find_or_add_wallet(
    library: Library, key: WalletKey, new_id: Callable[[], str], now_ms: int
) -> Wallet:
    """The library's wallet of this key. Worker thread only."""
    with library.writing() as rows:
        wallet = rows.wallets.find(key)
        if wallet is None:
            wallet = Wallet(new_id(), key)
            rows.wallets.add(wallet, now_ms)
    return wallet


class OpeningBalance:
    """Grants the opening balance once, when the provider first says what it is."""

    def __init__(
        self,
        library: Library,
        wallet: Wallet,
        provider: Provider,
        announcer: Announcer,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        self._library = library
        self._wallet = wallet
        self._provider = provider
        self._announcer = announcer
        self._clock = clock
        self._new_id = new_id
        self._one_at_a_time = asyncio.Lock()
        self._is_known_open = False

    async def ensure(self) -> None:
        """Grant unless the wallet has rows already. Raises ProviderError, nothing is written."""
        async with self._one_at_a_time:
            if not self.is_done:
                self.grant(await self._provider.balance())

    def grant(self, balance: ProviderBalance) -> None:
        """Write the opening balance; a wallet without credits gets no row, and waits for some."""
        if self.is_done or balance.amount <= 0:
            return
        with self._library.writing() as rows:
            rows.ledger.grant(
                self._wallet.id, self._new_id(), balance.amount, self._clock.now_ms(), balance.raw
            )
        self._announcer.balance(self._wallet.id)

    @property
    def is_done(self) -> bool:
        """Whether the wallet has rows: its ledger speaks of everything from then on."""
        if not self._is_known_open:
            with self._library.reading() as rows:
                self._is_known_open = rows.ledger.balance(self._wallet.id).revision > 0
        return self._is_known_open
