"""The active wallet's money as its owner sees it."""

from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.ledger import AccountFacts, Movement
from videogen_desktop.domain.provider import ProviderBalance
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.reconciling import Reconciler
from videogen_desktop.storage.library import Library

PANEL_MOVEMENTS = 6


class Account:
    """Every method runs on the worker's loop."""

    def __init__(
        self,
        library: Library,
        wallet: Wallet,
        reconciler: Reconciler,
        announcer: Announcer,
    ) -> None:
        self._library = library
        self._wallet = wallet
        self._reconciler = reconciler
        self._announcer = announcer

    async def balance(self) -> ProviderBalance:
        """What the provider says; see Reconciler.read. Raises ProviderError, KeyMissingError,
        LocalServerError."""
        return await self._reconciler.read()

    async def refresh(self) -> None:
        """Ask the provider, and publish what is available or why it cannot be known."""
        try:
            await self.balance()
        except VideoGenError as error:
            self._announcer.problem(error)
        await self._announcer.balance(self._wallet.id)

    async def facts(self, since: int) -> AccountFacts:
        """For the badge's panel; `since` in UTC milliseconds, usually today's midnight."""
        reading = await self._reconciler.last()
        wallet_id = self._wallet.id
        return await self._library.read(
            lambda rows: AccountFacts(
                balance=rows.ledger.balance(wallet_id),
                spent_since=rows.ledger.spent_since(wallet_id, since),
                movements=rows.ledger.movements(wallet_id, PANEL_MOVEMENTS),
                confirmed_at=reading.read_at if reading else None,
                provider_balance=reading.amount if reading else None,
                drift=reading.unexplained if reading else None,
            )
        )

    async def statement(self) -> tuple[Movement, ...]:
        """Every movement, newest first; the amounts add up to what is available."""
        return await self._library.read(lambda rows: rows.ledger.movements(self._wallet.id))
