"""Whose credits a run spends: decided once at start, by one table."""

from dataclasses import dataclass, field

from videogen_desktop.domain.addresses import normalised_api_base
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.wallet import KIE, KIE_WALLET, SANDBOX, SANDBOX_WALLET, WalletKey


@dataclass(frozen=True, slots=True)
class WalletChoice:
    """The wallet, and the key that was given for this run.

    `api_key` None means: the key store's entry of exactly `key.api_base`, and no other.
    """

    key: WalletKey
    api_key: str | None = field(default=None, repr=False)


def choose_wallet(
    provider: str | None, api_base: str | None, api_key: str | None, settings: Settings
) -> WalletChoice:
    """Decide by the first that is given: provider, base, key, the stored active wallet, sandbox.

    White space around a value is dropped and an empty one counts as not given. Raises
    ApiBaseRefusedError.
    """
    base = (api_base or "").strip()
    given_key = (api_key or "").strip() or None
    if provider == SANDBOX:
        # Also with a base or a key in the environment: play money never sees a real key.
        return WalletChoice(SANDBOX_WALLET)
    if base:
        return WalletChoice(WalletKey(KIE, normalised_api_base(base)), given_key)
    if provider == KIE or given_key is not None:
        return WalletChoice(KIE_WALLET, given_key)
    return WalletChoice(_stored_wallet(settings))


def _stored_wallet(settings: Settings) -> WalletKey:
    if settings.active_provider == KIE and settings.active_api_base:
        return WalletKey(KIE, normalised_api_base(settings.active_api_base))
    return SANDBOX_WALLET
