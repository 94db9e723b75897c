"""How the user's settings reach the network."""

from pathlib import Path

from videogen_desktop.domain.addresses import proxy_address
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.settings import Settings


def http_settings(settings: Settings) -> HttpSettings:
    """No proxy, the system's (asked now), or the user's own; and an extra CA file.

    One that no spelling explains stays as it is: nothing is sent then, and that is said. Going
    round it would show the owner's address to whom it was hidden from.
    """
    given = None
    if settings.proxy == "manual":
        given = settings.proxy_url
    elif settings.proxy == "system":
        from urllib.request import getproxies

        system = getproxies()
        # Everything asked through it is https: what is for http alone is not for us, as in curl.
        given = system.get("https") or system.get("all") or system.get("socks")
    extra = Path(settings.extra_ca_file) if settings.extra_ca_file else None
    proxy = (proxy_address(given) or given) if given else None
    return HttpSettings(proxy, extra, as_the_system_does=settings.proxy == "system")
