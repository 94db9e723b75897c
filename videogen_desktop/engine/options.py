"""What both roots decide before anything is opened."""

from dataclasses import dataclass, field

from videogen_desktop.domain.settings import Settings
from videogen_desktop.services.wallet_choice import WalletChoice
from videogen_desktop.storage.directories import Directories


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What both roots decide before anything is opened."""

    places: Directories
    wallet: WalletChoice
    sandbox_arguments: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)
    # The window serves the terminals beside it; a terminal ends with its own job.
    takes_requests: bool = False
    # A terminal sends at once; in the window the first cards come before the sandbox.
    sends_at_once: bool = False
