"""A wallet's figures, here and at the provider; imports the engine."""

from videogen_desktop.cli.library_reading import reading
from videogen_desktop.domain.events import Event
from videogen_desktop.domain.provider import ProviderBalance
from videogen_desktop.engine import EngineOptions, open_studio


async def sandbox_balance(options: EngineOptions) -> ProviderBalance:
    """What the sandbox says; it must be started for that. Raises EngineLockedError."""
    studio = await open_studio(options, _ignore)
    try:
        return await studio.balance()
    finally:
        await studio.close()


def local_balance(options: EngineOptions) -> tuple[int, int]:
    """Available and held in hundredths, as the library has them; zero for a new wallet."""
    with reading(options.places) as library:
        if library is None:
            return (0, 0)
        with library.read() as rows:
            wallet = rows.wallets.find(options.wallet.key)
            if wallet is None:
                return (0, 0)
            balance = rows.ledger.balance(wallet.id)
            return (balance.available, balance.held)


def _ignore(_event: Event) -> None:
    """Nobody watches while a balance is read."""
