"""How the user's settings reach the network."""

from pathlib import Path

from videogen_desktop.domain.settings import Settings
from videogen_desktop.providers.http_settings import HttpSettings


def http_settings(settings: Settings) -> HttpSettings:
    """No proxy, the system's (asked now), or the user's own; and an extra CA file."""
    proxy = None
    if settings.proxy == "manual":
        proxy = settings.proxy_url
    elif settings.proxy == "system":
        from urllib.request import getproxies

        system = getproxies()
        proxy = system.get("https") or system.get("all") or system.get("http")
    extra = Path(settings.extra_ca_file) if settings.extra_ca_file else None
    return HttpSettings(proxy=proxy or None, extra_ca_file=extra)
