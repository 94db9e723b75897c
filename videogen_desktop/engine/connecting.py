"""The provider of a wallet, made at its first call; and the test of a key."""

from videogen_desktop.domain.errors import KeyMissingError
from videogen_desktop.domain.provider import Provider, ProviderBalance
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.domain.wallet import SANDBOX
from videogen_desktop.engine.options import EngineOptions
from videogen_desktop.providers.deferred import DeferredProvider
from videogen_desktop.providers.http_settings import HttpSettings
from videogen_desktop.providers.kie.limits import create_window, read_window
from videogen_desktop.providers.sandbox.child import SandboxChild
from videogen_desktop.providers.vendors import vendors
from videogen_desktop.services.network_choice import http_settings
from videogen_desktop.services.proxy_password import network_of
from videogen_desktop.services.system import SystemClock
from videogen_desktop.services.webhook.keys import WebhookKeys
from videogen_desktop.services.webhook.receiver import FindKey
from videogen_desktop.storage.key_store import LayeredKeyStore
from videogen_desktop.storage.library import Library


async def check_key(options: EngineOptions, keys: LayeredKeyStore) -> ProviderBalance:
    """Test the key of `options.wallet` with a free call; `keys` has the proxy's password.

    Raises ProviderError.
    """
    from videogen_desktop.providers.factory import kie_provider

    key = options.wallet.key
    provider = kie_provider(
        key.api_base,
        options.wallet.api_key or "",
        http=await network_of(options.settings, keys),
        clock=SystemClock(),
        vendor=vendors().named(key.provider),
    )
    try:
        return await provider.balance()
    finally:
        await provider.close()


def know_spellings(keys: LayeredKeyStore, library: Library, settings: Settings) -> None:
    """A key may have been kept under another spelling of its base, by an earlier version."""
    with library.reading() as rows:
        wallets = rows.wallets.every()
    keys.know((*settings.former_api_bases, *(one.key.api_base for one in wallets)))


def provider_of(
    options: EngineOptions,
    vendor: Vendor,
    clock: SystemClock,
    key_store: LayeredKeyStore,
    child: SandboxChild,
) -> tuple[DeferredProvider, FindKey]:
    """The wallet's provider, and where to find what its callbacks are signed with."""
    key = options.wallet.key
    creates, reads = create_window(clock), read_window(clock)

    async def connected(api_base: str, api_key: str, http: HttpSettings) -> Provider:
        # httpx takes a tenth of a second to import: the first cards do not wait for it.
        from videogen_desktop.providers.factory import kie_provider

        provider = kie_provider(
            api_base,
            api_key,
            http=http,
            clock=clock,
            vendor=vendor,
            creates=creates,
            reads=reads,
        )
        await provider.prepare()
        return provider

    if key.provider == SANDBOX:

        async def start_sandbox() -> Provider:
            await child.launch()
            # It comes up while this is imported.
            from videogen_desktop.providers import factory  # noqa: F401

            await child.start()
            return await connected(child.address, child.key, http_settings(options.settings))

        sandbox = DeferredProvider(vendor.capabilities, start_sandbox, lambda: child.is_running)

        async def sandbox_webhook_key() -> str:
            await sandbox.connect()
            return child.webhook_key

        return sandbox, sandbox_webhook_key

    async def find_key() -> Provider:
        api_key = options.wallet.api_key or await key_store.get(key.api_base)
        if not api_key:
            raise KeyMissingError(key.api_base)
        http = await network_of(options.settings, key_store)
        return await connected(key.api_base, api_key, http)

    webhook_keys = WebhookKeys(key_store)
    return DeferredProvider(vendor.capabilities, find_key), lambda: webhook_keys.get(key.api_base)
