"""A wallet's figures, here and at the provider; imports the engine."""

from dataclasses import dataclass, replace

from videogen_desktop.cli.account import key_store
from videogen_desktop.cli.reading import reading
from videogen_desktop.domain.errors import KeyMissingError
from videogen_desktop.domain.events import Event
from videogen_desktop.domain.provider import ProviderBalance
from videogen_desktop.domain.reconciliation import Drift, next_reading
from videogen_desktop.engine.connecting import check_key
from videogen_desktop.engine.opening import open_engine
from videogen_desktop.engine.options import EngineOptions


async def provider_balance(options: EngineOptions) -> ProviderBalance:
    """What the provider of the wallet says; a free call.

    Raises ProviderError, KeyMissingError, KeyStoreUnavailableError; EngineLockedError for the
    server that we start for this ourselves.
    """
    key = options.wallet.key
    if key.is_play_money:
        return await _local_balance(options)
    keys = key_store(options.settings)
    api_key = options.wallet.api_key or await keys.get(key.api_base)
    if not api_key:
        raise KeyMissingError(key.api_base)
    options = replace(options, wallet=replace(options.wallet, api_key=api_key))
    return await check_key(options, keys)


@dataclass(frozen=True, slots=True)
class LocalBalance:
    """Available and held in hundredths, as the library has them; `drift` is what the provider's
    figure has beyond that."""

    available: int = 0
    held: int = 0
    drift: Drift | None = None


def local_balance(options: EngineOptions, provider: int, now_ms: int) -> LocalBalance:
    """The wallet beside what the provider said just now; zero for a new wallet."""
    with reading(options.places) as library:
        if library is None:
            return LocalBalance()
        with library.reading() as rows:
            wallet = rows.wallets.find(options.wallet.key)
            balance = rows.ledger.balance(wallet.id) if wallet else None
            if wallet is None or balance is None or not balance.revision:
                return LocalBalance()
            drift = rows.spending.expected_balance(wallet.id).drift(provider)
            before = rows.readings.get(wallet.id)
    now = next_reading(wallet.id, now_ms, provider, "", drift, before)
    return LocalBalance(balance.available, balance.held, now.unexplained)


async def _local_balance(options: EngineOptions) -> ProviderBalance:
    engine = await open_engine(options, _ignore)
    try:
        return await engine.balance()
    finally:
        await engine.close()


def _ignore(_event: Event) -> None:
    """Nobody watches while a balance is read."""
