"""Which bases the settings know, and which one a command without options uses."""

from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.wallet import KIE, SANDBOX_WALLET, WalletKey


def active_wallet(settings: Settings) -> WalletKey:
    if settings.active_provider == KIE and settings.active_api_base:
        return WalletKey(KIE, settings.active_api_base)
    return SANDBOX_WALLET


def is_known(settings: Settings, base: str) -> bool:
    return base in settings.known_api_bases or base == settings.active_api_base


def remembered(settings: Settings, base: str) -> Settings:
    """With `base` known and active."""
    known = tuple(dict.fromkeys((*settings.known_api_bases, base)))
    return settings._replace(active_provider=KIE, active_api_base=base, known_api_bases=known)


def forgotten(settings: Settings, base: str) -> Settings:
    """Without `base`; the sandbox becomes active when it was the active one."""
    known = tuple(other for other in settings.known_api_bases if other != base)
    if settings.active_api_base != base:
        return settings._replace(known_api_bases=known)
    return settings._replace(active_provider=None, active_api_base=None, known_api_bases=known)
