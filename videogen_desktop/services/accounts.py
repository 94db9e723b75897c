"""The active wallet's money as its owner sees it."""

from videogen_desktop.domain.account import AccountFacts, Movement
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.provider import Provider, ProviderBalance
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.opening import OpeningBalance
from videogen_desktop.storage.library import Library

PANEL_MOVEMENTS = 6


class Account:
    """Every method runs on the worker's loop."""

    def __init__(
        self,
        library: Library,
        wallet: Wallet,
        provider: Provider,
        opening: OpeningBalance,
        announcer: Announcer,
        clock: Clock,
    ) -> None:
        self._library = library
        self._wallet = wallet
        self._provider = provider
        self._opening = opening
        self._announcer = announcer
        self._clock = clock
        self._confirmed: tuple[int, ProviderBalance] | None = None

    async def balance(self) -> ProviderBalance:
        """What the provider says; opens the wallet's ledger the first time. Raises ProviderError,
        KeyMissingError, SandboxError."""
        balance = await self._provider.balance()
        self._confirmed = (self._clock.now_ms(), balance)
        self._opening.grant(balance)
        return balance

    async def refresh(self) -> None:
        """Ask the provider, and publish what is available or why it cannot be known."""
        try:
            await self.balance()
        except VideoGenError as error:
            self._announcer.problem(error)
        self._announcer.balance(self._wallet.id)

    async def facts(self, since: int) -> AccountFacts:
        """For the badge's panel; `since` in UTC milliseconds, usually today's midnight."""
        with self._library.read() as rows:
            return AccountFacts(
                balance=rows.ledger.balance(self._wallet.id),
                spent_since=rows.ledger.spent_since(self._wallet.id, since),
                movements=rows.ledger.movements(self._wallet.id, PANEL_MOVEMENTS),
                confirmed_at=self._confirmed[0] if self._confirmed else None,
                provider_balance=self._confirmed[1].amount if self._confirmed else None,
            )

    async def statement(self) -> tuple[Movement, ...]:
        """Every movement, newest first; the amounts add up to what is available."""
        with self._library.read() as rows:
            return rows.ledger.movements(self._wallet.id)
