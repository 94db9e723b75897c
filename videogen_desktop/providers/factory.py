"""Builds the provider of a wallet."""

from dataclasses import replace

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.catalogue import SANDBOX, models_of
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.provider import Capabilities
from videogen_desktop.providers.http import HttpSettings
from videogen_desktop.providers.kie.client import KieProvider
from videogen_desktop.providers.window import SlidingWindow

SANDBOX_POLL_INTERVAL_MS = 250


def capabilities_of(provider_name: str) -> Capabilities:
    """What Kie's jobs API can do, with the shapes of the provider's models in the catalogue."""
    models = models_of(provider_name)
    shapes = (shape for shape in AspectRatio if any(shape in m.aspect_values for m in models))
    capabilities = Capabilities(tuple(shapes), reports_cost=True, sends_webhooks=True)
    if provider_name == SANDBOX:
        # Nobody else waits for a server on loopback.
        return replace(capabilities, least_poll_interval_ms=SANDBOX_POLL_INTERVAL_MS)
    return capabilities


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
