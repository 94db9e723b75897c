"""The user's way to the network: proxy, extra certificates, and the proxy's password.

The password is in the system's keyring, never in the settings file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from videogen_desktop.domain.addresses import proxy_address, with_password, without_password
from videogen_desktop.domain.errors import (
    KeyStoreUnavailableError,
    ProxyPasswordNotKeptError,
    VideoGenError,
)
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.redaction import hide_in_logs
from videogen_desktop.domain.settings import Settings
from videogen_desktop.storage.key_store import LayeredKeyStore

IN_KEYRING, FOR_THIS_RUN = "keyring", "this_run"
# Conditions that the owner can end: what stands in the file is not taken out for these.
_FOR_NOW = frozenset({"locked", "failed"})


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


async def network_of(settings: Settings, keys: LayeredKeyStore) -> HttpSettings:
    """The user's network with the password of their proxy. Without one the proxy says so itself."""
    http = http_settings(settings)
    if settings.proxy != "manual" or http.proxy is None:
        return http
    _, password = without_password(http.proxy)
    if password:
        hide_in_logs(password)
    if password is not None or urlsplit(http.proxy).username is None:
        return http
    password = await _kept(_entry(http.proxy), keys)
    return replace(http, proxy=with_password(http.proxy, password)) if password else http


class ProxyPassword:
    """Keeps it out of the settings. Every method runs on the worker's loop; a locked keyring may
    keep one waiting."""

    def __init__(self, keys: LayeredKeyStore, report: Callable[[VideoGenError], None]) -> None:
        self._keys = keys
        self._report = report

    async def taken_out(self, settings: Settings, *, is_new: bool) -> Settings:
        """The settings as they may be written: the password is in the keyring then, or, where that
        keeps none, in memory for this run only, which is reported.

        One that an earlier version wrote stays where it is while the keyring is only locked.
        """
        address, password = _parts(settings)
        if not password:
            return settings
        hide_in_logs(password)
        try:
            await self._keys.put(_entry(address), password)
        except (KeyStoreUnavailableError, ValueError) as error:
            if not is_new and getattr(error, "condition", None) in _FOR_NOW:
                return settings
            await self._keys.put_for_this_run(_entry(address), password)
            self._report(ProxyPasswordNotKeptError())
        return settings._replace(proxy_url=address)

    async def place(self, settings: Settings) -> str | None:
        """Its place: IN_KEYRING, FOR_THIS_RUN, or None for nowhere that can be read."""
        entry = _entry(_parts(settings)[0])
        if await self._keys.is_for_this_run(entry):
            return FOR_THIS_RUN
        return IN_KEYRING if await _kept(entry, self._keys) else None


async def _kept(entry: str, keys: LayeredKeyStore) -> str | None:
    try:
        return await keys.get(entry)
    except KeyStoreUnavailableError:
        return None


def _parts(settings: Settings) -> tuple[str, str | None]:
    url = settings.proxy_url or ""
    return without_password(proxy_address(url) or url)


def _entry(address: str) -> str:
    # No base begins so: neither is ever taken for the other.
    return f"proxy {address}"
