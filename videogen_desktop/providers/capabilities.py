"""What a provider of the catalogue can do; costs no httpx to know."""

from dataclasses import replace

from videogen_desktop.domain.aspect_ratio import AspectRatio
from videogen_desktop.domain.catalogue import SANDBOX, models_of
from videogen_desktop.domain.provider import Capabilities

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
