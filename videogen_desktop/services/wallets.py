"""The wallets this machine knows, and the keys that open them."""

import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from videogen_desktop.domain.addresses import normalised_api_base
from videogen_desktop.domain.errors import KeyStoreUnavailableError
from videogen_desktop.domain.provider import ProviderBalance
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.wallet import KIE, SANDBOX_WALLET, WalletKey
from videogen_desktop.services.known_bases import active_wallet, forgotten, remembered
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.wallet_choice import WalletChoice
from videogen_desktop.services.webhook.keys import WebhookKeys
from videogen_desktop.storage.key_store import LayeredKeyStore

_SHOWN_CHARACTERS = 4

CheckKey = Callable[[WalletChoice], Awaitable[ProviderBalance]]


@dataclass(frozen=True, slots=True)
class KnownWallet:
    """`key_ends_with` is the last four characters of a key that is long enough to show them;
    `for_this_run`: the key is in memory only."""

    key: WalletKey
    is_active: bool
    has_key: bool
    key_ends_with: str | None = None
    for_this_run: bool = False


class Wallets:
    """Every method runs on the worker's loop; a locked keyring may keep one waiting."""

    def __init__(
        self, preferences: Preferences, key_store: LayeredKeyStore, check_key: CheckKey
    ) -> None:
        self._preferences = preferences
        self._key_store = key_store
        self._check_key = check_key

    async def known(self) -> tuple[KnownWallet, ...]:
        """The sandbox first; a keyring that cannot be read shows no keys."""
        settings = self._preferences.settings
        active = active_wallet(settings)
        bases = (WalletKey(KIE, base) for base in settings.known_api_bases)
        return (
            KnownWallet(SANDBOX_WALLET, active == SANDBOX_WALLET, has_key=False),
            *[await self._kie(key, key == active) for key in bases],
        )

    async def test(self, api_base: str, api_key: str) -> ProviderBalance:
        """A free call with the key. Raises ProviderError, ApiBaseRefusedError."""
        key = WalletKey(KIE, normalised_api_base(api_base))
        return await self._check_key(WalletChoice(key, api_key))

    async def add(self, api_base: str, api_key: str, *, for_this_run: bool = False) -> Settings:
        """Test the key, keep it, and make its wallet the active one of the next opening.

        `for_this_run` keeps it in memory only. Raises as `test`, and KeyStoreUnavailableError
        when the system's keyring cannot be used: nothing was changed then.
        """
        await self.test(api_base, api_key)
        base = normalised_api_base(api_base)
        if for_this_run:
            await self._key_store.put_for_this_run(base, api_key)
        else:
            await self._key_store.put(base, api_key)
        return await self._preferences.edit(lambda settings: remembered(settings, base))

    async def remove(self, api_base: str) -> Settings:
        """Forget the key; the wallet's videos and ledger stay. Raises KeyStoreUnavailableError."""
        await self._key_store.remove(api_base)
        # A key that was in memory only is gone without a keyring; so is its signing key then.
        with contextlib.suppress(KeyStoreUnavailableError):
            await WebhookKeys(self._key_store).remove(api_base)
        return await self._preferences.edit(lambda settings: forgotten(settings, api_base))

    async def activate(self, key: WalletKey) -> Settings:
        """Make the wallet the active one of the next opening."""
        is_kie = key.provider == KIE
        return await self._preferences.edit(
            lambda settings: settings._replace(
                active_provider=KIE if is_kie else None,
                active_api_base=key.api_base if is_kie else None,
            )
        )

    async def _kie(self, key: WalletKey, is_active: bool) -> KnownWallet:
        try:
            api_key = await self._key_store.get(key.api_base)
        except KeyStoreUnavailableError:
            api_key = None
        # Four characters of a short key would be most of it.
        shown = bool(api_key) and len(api_key or "") >= 4 * _SHOWN_CHARACTERS
        ending = (api_key or "")[-_SHOWN_CHARACTERS:] if shown else None
        for_this_run = await self._key_store.is_for_this_run(key.api_base)
        return KnownWallet(key, is_active, api_key is not None, ending, for_this_run)
