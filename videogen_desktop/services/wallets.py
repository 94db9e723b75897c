"""The wallets: the one whose credits a run spends, those this machine knows, and their keys."""

import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from videogen_desktop.domain.addresses import normalised_api_base
from videogen_desktop.domain.errors import KeyStoreUnavailableError
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.vendor import Vendor, Vendors
from videogen_desktop.domain.wallet import WalletKey

if TYPE_CHECKING:
    from videogen_desktop.domain.provider import ProviderBalance
    from videogen_desktop.services.preferences import Preferences
    from videogen_desktop.storage.key_store import LayeredKeyStore

_SHOWN_CHARACTERS = 4

# --- whose credits a run spends: decided once at start, by one table ------------------------


@dataclass(frozen=True, slots=True)
class WalletChoice:
    """The wallet, and the key that was given for this run.

    `api_key` None means: the key store's entry of exactly `key.api_base`, and no other.
    """

    key: WalletKey
    api_key: str | None = field(default=None, repr=False)


def choose_wallet(
    provider: str | None,
    api_base: str | None,
    api_key: str | None,
    settings: Settings,
    vendors: Vendors,
) -> WalletChoice:
    """Decide by the first that is given: provider, base, key, the stored active wallet, play money.

    White space around a value is dropped and an empty one counts as not given. Raises
    ApiBaseRefusedError.
    """
    base = (api_base or "").strip()
    given_key = (api_key or "").strip() or None
    vendor = vendors.named(provider) if provider else None
    if vendor is not None and vendor.is_play_money:
        # Also with a base or a key in the environment: play money never sees a real key.
        return WalletChoice(vendor.wallet)
    if base:
        base = normalised_api_base(base)
        vendor = vendor or vendor_of_base(base, settings, vendors)
        return WalletChoice(vendor.wallet_at(base), given_key)
    if vendor is not None or given_key is not None:
        return WalletChoice((vendor or vendors.default).wallet, given_key)
    stored = active_wallet(settings, vendors)
    if stored.is_play_money:
        return WalletChoice(stored)
    return WalletChoice(replace(stored, api_base=normalised_api_base(stored.api_base)))


# --- which bases the settings know -----------------------------------------------------------


def active_wallet(settings: Settings, vendors: Vendors) -> WalletKey:
    """The one that a command without options uses."""
    vendor = vendors.get(settings.active_provider or "")
    if vendor is not None and settings.active_api_base:
        return vendor.wallet_at(settings.active_api_base)
    return vendors.practice.wallet


def vendor_of_base(base: str, settings: Settings, vendors: Vendors) -> Vendor:
    """Whose server it is: the vendor's own, or what its key was kept for, else the default's."""
    own = next((vendor for vendor in vendors if vendor.api_base == base), None)
    named = vendors.get(settings.vendor_of_base.get(base, ""))
    return own or named or vendors.default


def known_keyed_wallets(settings: Settings, vendors: Vendors) -> tuple[WalletKey, ...]:
    """Those that a key was kept for."""
    bases = settings.known_api_bases
    return tuple(vendor_of_base(base, settings, vendors).wallet_at(base) for base in bases)


def is_known(settings: Settings, base: str) -> bool:
    return base in settings.known_api_bases or base == settings.active_api_base


def remembered(settings: Settings, key: WalletKey) -> Settings:
    """With the wallet known and active."""
    base = key.api_base
    return settings._replace(
        active_provider=key.provider,
        active_api_base=base,
        known_api_bases=tuple(dict.fromkeys((*settings.known_api_bases, base))),
        vendor_of_base={**settings.vendor_of_base, base: key.provider},
    )


def forgotten(settings: Settings, base: str) -> Settings:
    """Without `base`; play money becomes active when it was the active one."""
    rest = settings._replace(
        known_api_bases=tuple(other for other in settings.known_api_bases if other != base),
        vendor_of_base={
            other: of for other, of in settings.vendor_of_base.items() if other != base
        },
    )
    if settings.active_api_base != base:
        return rest
    return rest._replace(active_provider=None, active_api_base=None)


# --- the keys --------------------------------------------------------------------------------

CheckKey = Callable[[WalletChoice], Awaitable["ProviderBalance"]]


def shown_ending(api_key: str | None) -> str | None:
    """Enough to tell keys apart and useless to anybody else; None where there is none to show."""
    # Four characters of a short key would be most of it.
    is_long = api_key is not None and len(api_key) >= 4 * _SHOWN_CHARACTERS
    return api_key[-_SHOWN_CHARACTERS:] if api_key is not None and is_long else None


@dataclass(frozen=True, slots=True)
class KnownWallet:
    """`title` is what its vendor, or else its server, is called. `key_ends_with` is the last four
    characters of a key that is long enough to show them; `for_this_run`: the key is in memory
    only."""

    key: WalletKey
    title: str
    is_active: bool
    has_key: bool
    key_ends_with: str | None = None
    for_this_run: bool = False


class Wallets:
    """Every method runs on the worker's loop; a locked keyring may keep one waiting."""

    def __init__(
        self,
        preferences: "Preferences",
        key_store: "LayeredKeyStore",
        check_key: CheckKey,
        vendors: Vendors,
    ) -> None:
        self._preferences = preferences
        self._key_store = key_store
        self._check_key = check_key
        self._vendors = vendors

    async def known(self) -> tuple[KnownWallet, ...]:
        """Play money first; a keyring that cannot be read shows no keys."""
        settings, vendors = self._preferences.settings, self._vendors
        active = active_wallet(settings, vendors)
        practice = vendors.practice.wallet
        title = vendors.wallet_title(practice)
        keyed = known_keyed_wallets(settings, vendors)
        return (
            KnownWallet(practice, title, active == practice, has_key=False),
            *[await self._keyed(key, key == active) for key in keyed],
        )

    def title(self, key: WalletKey) -> str:
        """See Vendors.wallet_title."""
        return self._vendors.wallet_title(key)

    async def test(self, key: WalletKey, api_key: str) -> "ProviderBalance":
        """A free call with the key. Raises ProviderError, ApiBaseRefusedError."""
        return await self._check_key(WalletChoice(_in_one_spelling(key), api_key))

    async def add(self, key: WalletKey, api_key: str, *, for_this_run: bool = False) -> Settings:
        """Test the key, keep it, and make its wallet the active one of the next opening.

        `for_this_run` keeps it in memory only. Raises as `test`, and KeyStoreUnavailableError
        when the system's keyring cannot be used: nothing was changed then.
        """
        await self.test(key, api_key)
        key = _in_one_spelling(key)
        if for_this_run:
            await self._key_store.put_for_this_run(key.api_base, api_key)
        else:
            await self._key_store.put(key.api_base, api_key)
        return await self._preferences.edit(lambda settings: remembered(settings, key))

    async def remove(self, api_base: str) -> Settings:
        """Forget the key; the wallet's videos and ledger stay. Raises KeyStoreUnavailableError."""
        from videogen_desktop.services.webhook.webhook import WebhookKeys

        await self._key_store.remove(api_base)
        # A key that was in memory only is gone without a keyring; so is its signing key then.
        with contextlib.suppress(KeyStoreUnavailableError):
            await WebhookKeys(self._key_store).remove(api_base)
        return await self._preferences.edit(lambda settings: forgotten(settings, api_base))

    async def activate(self, key: WalletKey) -> Settings:
        """Make the wallet the active one of the next opening."""
        is_keyed = not key.is_play_money
        return await self._preferences.edit(
            lambda settings: settings._replace(
                active_provider=key.provider if is_keyed else None,
                active_api_base=key.api_base if is_keyed else None,
            )
        )

    async def _keyed(self, key: WalletKey, is_active: bool) -> KnownWallet:
        try:
            api_key = await self._key_store.get(key.api_base)
        except KeyStoreUnavailableError:
            api_key = None
        return KnownWallet(
            key,
            self._vendors.wallet_title(key),
            is_active,
            has_key=api_key is not None,
            key_ends_with=shown_ending(api_key),
            for_this_run=await self._key_store.is_for_this_run(key.api_base),
        )


def _in_one_spelling(key: WalletKey) -> WalletKey:
    return replace(key, api_base=normalised_api_base(key.api_base))
