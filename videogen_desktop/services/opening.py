"""A wallet's first row: the balance that the provider says it has."""

import asyncio
from collections.abc import Callable

from videogen_desktop.domain.provider import Provider
from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.phases import BalancePhases
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows


async def find_or_add_wallet(
    library: Library, key: WalletKey, new_id: Callable[[], str], now_ms: int
) -> Wallet:
    """The library's wallet of this key. Worker thread only."""
    wallet_id = new_id()
    return await library.write(lambda rows: wallet_of(rows, key, wallet_id, now_ms))


def wallet_of(rows: LibraryRows, key: WalletKey, new_id: str, now_ms: int) -> Wallet:
    """The same within a transaction; `new_id` is for one that is not there yet."""
    wallet = rows.wallets.find(key)
    if wallet is None:
        wallet = Wallet(new_id, key)
        rows.wallets.add(wallet, now_ms)
    return wallet


class OpeningBalance:
    """Grants the opening balance once, when the provider first says what it is."""

    def __init__(
        self,
        library: Library,
        phases: BalancePhases,
        wallet: Wallet,
        provider: Provider,
        announcer: Announcer,
    ) -> None:
        self._library = library
        self._phases = phases
        self._wallet = wallet
        self._provider = provider
        self._announcer = announcer
        self._one_at_a_time = asyncio.Lock()
        self._is_known_open = False

    async def ensure(self) -> None:
        """Grant unless the wallet has rows already. Raises ProviderError, nothing is written."""
        async with self._one_at_a_time:
            if await self._is_done():
                return
            if await self._phases.opened(await self._provider.balance()):
                await self._announcer.balance(self._wallet.id)

    async def _is_done(self) -> bool:
        """Whether the wallet has rows: its ledger speaks of everything from then on."""
        if not self._is_known_open:
            balance = await self._library.read(lambda rows: rows.ledger.balance(self._wallet.id))
            self._is_known_open = balance.revision > 0
        return self._is_known_open
