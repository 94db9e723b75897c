"""The wallet's money: its opening balance, the provider's word, and what its owner sees of it."""

import asyncio
import logging
from collections.abc import Callable

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.ledger import AccountFacts, Movement
from videogen_desktop.domain.provider import Provider, ProviderBalance
from videogen_desktop.domain.reconciliation import (
    CONFIRM_AFTER_MS,
    BalanceReading,
    Drift,
    ExpectedBalance,
)
from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.phases import BalancePhases
from videogen_desktop.services.waiting import news_or_time
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

READ_EVERY_MS = 300_000
# Jobs often end together; one reading speaks for all of them.
AFTER_END_MS = 2_000
LEAST_BETWEEN_MS = 10_000
PANEL_MOVEMENTS = 6


class Account:
    """The active wallet's money as its owner sees it. Every method runs on the worker's loop."""

    def __init__(
        self,
        library: Library,
        wallet: Wallet,
        reconciler: "Reconciler",
        announcer: Announcer,
    ) -> None:
        self._library = library
        self._wallet = wallet
        self._reconciler = reconciler
        self._announcer = announcer

    async def balance(self) -> ProviderBalance:
        """The provider's word; see Reconciler.read. Raises ProviderError, KeyMissingError,
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


class Reconciler:
    """Keeps one wallet's ledger beside the provider's balance: what two readings say is followed.
    Every method runs on the worker's loop."""

    def __init__(
        self,
        library: Library,
        phases: BalancePhases,
        wallet_id: str,
        provider: Provider,
        announcer: Announcer,
        clock: Clock,
    ) -> None:
        self._library = library
        self._phases = phases
        self._wallet_id = wallet_id
        self._provider = provider
        self._announcer = announcer
        self._clock = clock
        self._news = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        # The first end of a job waits for no reading before it.
        self._tried_at = clock.monotonic_ms() - LEAST_BETWEEN_MS
        self._wanted_at: int | None = None
        self._has_failed = False

    async def last(self) -> BalanceReading | None:
        """The provider's last word, also of an earlier run."""
        return await self._library.read(lambda rows: rows.readings.get(self._wallet_id))

    async def drift(self) -> Drift | None:
        """The part of the last reading that the ledger does not explain."""
        reading = await self.last()
        return reading.unexplained if reading else None

    async def expected(self) -> ExpectedBalance:
        """What the provider's balance can be if the ledger is right."""
        return await self._library.read(
            lambda rows: rows.spending.expected_balance(self._wallet_id)
        )

    def soon(self) -> None:
        """A job ended: read the balance in a moment."""
        if self._wanted_at is None:
            self._wanted_at = self._clock.monotonic_ms() + AFTER_END_MS
            self._news.set()

    async def read(self) -> ProviderBalance:
        """Ask the provider, open the wallet's ledger the first time, and write what differs.

        A drift that an earlier reading saw too, a minute ago or more, becomes a `reconcile` row.
        Raises ProviderError, KeyMissingError, LocalServerError: then nothing was written.
        """
        async with self._one_at_a_time:
            self._tried_at, self._wanted_at = self._clock.monotonic_ms(), None
            before = await self.expected()
            balance = await self._provider.balance()
            self._has_failed = False
            await self._note(before, balance)
            return balance

    async def run(self) -> None:
        """Read after every end of a job and every few minutes, until cancelled."""
        while True:
            self._news.clear()
            await news_or_time(self._news, self._clock, await self._wait_ms())
            if self._news.is_set():
                continue
            try:
                await self.read()
            except VideoGenError as error:
                # The next reading comes anyway; a badge that asks says why it fails.
                _log.info("the balance could not be read: %s", type(error).__name__)
                self._has_failed = True

    async def _note(self, expected: ExpectedBalance, balance: ProviderBalance) -> None:
        note = await self._phases.noted(expected, balance)
        before, now = note.before, note.reading
        if note.reconciled:
            _log.warning("reconciled by %d hundredths", note.reconciled)
        if note.reconciled or note.is_opened:
            await self._announcer.balance(self._wallet_id)
        if now.unexplained != (before.unexplained if before else None):
            self._news.set()
            self._announcer.drift(self._wallet_id, now.unexplained)

    async def _wait_ms(self) -> int:
        due = self._tried_at + READ_EVERY_MS
        if self._wanted_at is not None:
            due = min(due, max(self._wanted_at, self._tried_at + LEAST_BETWEEN_MS))
        drift = await self.drift()
        if drift is not None:
            age = self._clock.now_ms() - drift.since
            left = CONFIRM_AFTER_MS if self._has_failed else CONFIRM_AFTER_MS - age
            left = min(max(left, AFTER_END_MS), CONFIRM_AFTER_MS)
            due = min(due, self._tried_at + left)
        return max(due - self._clock.monotonic_ms(), 0)


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
