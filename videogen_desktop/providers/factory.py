"""Builds the provider of a wallet."""

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.providers.http_settings import HttpSettings
from videogen_desktop.providers.kie.client import KieProvider
from videogen_desktop.providers.window import SlidingWindow


def kie_provider(
    api_base: str,
    api_key: str,
    *,
    http: HttpSettings,
    clock: Clock,
    vendor: Vendor,
    creates: SlidingWindow | None = None,
    reads: SlidingWindow | None = None,
) -> KieProvider:
    """Kie itself, a compatible server, or the sandbox's address with the sandbox's key.

    Raises ApiBaseRefusedError.
    """
    return KieProvider(
        api_base,
        api_key,
        vendor=vendor,
        http=http,
        clock=clock,
        creates=creates,
        reads=reads,
    )
