"""Builds the provider of a wallet."""

from videogen_desktop.domain.clock import Clock
from videogen_desktop.providers.capabilities import capabilities_of
from videogen_desktop.providers.http_settings import HttpSettings
from videogen_desktop.providers.kie.client import KieProvider
from videogen_desktop.providers.window import SlidingWindow


def kie_provider(
    api_base: str,
    api_key: str,
    *,
    http: HttpSettings,
    clock: Clock,
    provider_name: str,
    creates: SlidingWindow | None = None,
    reads: SlidingWindow | None = None,
) -> KieProvider:
    """Kie itself, a compatible server, or the sandbox's address with the sandbox's key.

    `provider_name` is a provider of the catalogue. Raises ApiBaseRefusedError.
    """
    return KieProvider(
        api_base,
        api_key,
        capabilities=capabilities_of(provider_name),
        http=http,
        clock=clock,
        creates=creates,
        reads=reads,
    )
