"""What both roots decide before anything is opened, and what the start found out by then."""

from dataclasses import dataclass, field

from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.vendor import LocalServer, Vendor, Vendors
from videogen_desktop.providers.vendors import vendors
from videogen_desktop.services.wallets import WalletChoice
from videogen_desktop.storage.directories import Directories


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What both roots decide before anything is opened."""

    places: Directories
    wallet: WalletChoice
    # Further options of the vendor's own server on this machine.
    server_arguments: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)
    # The window serves the terminals beside it; a terminal ends with its own job.
    takes_requests: bool = False
    # A terminal sends at once; in the window the first cards come before the server.
    sends_at_once: bool = False
    vendors: Vendors = field(default_factory=vendors)

    @property
    def vendor(self) -> Vendor:
        """The wallet's."""
        return self.vendors.named(self.wallet.key.provider)

    @property
    def wallet_name(self) -> str:
        """For the command line."""
        return self.vendors.wallet_name(self.wallet.key)

    def local_server(self) -> LocalServer | None:
        """The vendor's own server on this machine, not started; None where it has none."""
        serve = self.vendor.serve
        folder = self.places.local_server(self.vendor.name)
        return None if serve is None else serve(folder, self.server_arguments)


@dataclass(frozen=True, slots=True)
class StartFacts:
    """How the library was met: after a run that was cut off, or too large to be read first."""

    after_crash: bool = False
    is_unchecked: bool = False
