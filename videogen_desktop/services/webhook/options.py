"""How the user's settings become a receiver."""

from videogen_desktop.domain.addresses import host_in, is_loopback_host, public_address
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.services.webhook.receiver import ReceiverOptions


def receiver_options(settings: Settings, wallet: WalletKey) -> ReceiverOptions | None:
    """None while callbacks are off. A provider on this machine needs no tunnel, and any other
    none that ends on this machine."""
    if not settings.webhook:
        return None
    is_local = not wallet.api_base or is_loopback_host(host_in(wallet.api_base))
    address = public_address(settings.webhook_address or "")
    is_usable = address is not None and is_loopback_host(host_in(address)) == is_local
    return ReceiverOptions(settings.webhook_port, address if is_usable else None, is_local)
