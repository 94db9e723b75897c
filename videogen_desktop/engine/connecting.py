"""The provider of a wallet, made at its first call; where its key is, and the test of one."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from videogen_desktop.domain.errors import KeyMissingError, VideoGenError
from videogen_desktop.domain.provider import HttpSettings, ProviderBalance, VendorClient
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.vendor import LocalServer, ReadModels, RequestFacts, Vendor
from videogen_desktop.engine.opening import EngineOptions
from videogen_desktop.providers.deferred import DeferredProvider
from videogen_desktop.services.network import http_settings, network_of
from videogen_desktop.services.system import SystemClock
from videogen_desktop.services.webhook.webhook import WebhookKeys
from videogen_desktop.storage.key_store import LayeredKeyStore
from videogen_desktop.storage.library import Library

if TYPE_CHECKING:
    from videogen_desktop.engine.building import EngineParts
    from videogen_desktop.services.batch.batches import Batches
    from videogen_desktop.services.diagnostics import DiagnosticsBundle
    from videogen_desktop.services.prompts import Writing
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.services.webhook.receiver import FindKey


# Where the models as they are known at any time are to be had.
LiveModels = Callable[[], Awaitable[ReadModels]]


async def check_key(options: EngineOptions, keys: LayeredKeyStore) -> ProviderBalance:
    """Test the key of `options.wallet` with a free call; `keys` has the proxy's password.

    Raises ProviderError.
    """
    key = options.wallet.key
    http = await network_of(options.settings, keys)
    vendor, api_key = options.vendor, options.wallet.api_key or ""
    client = vendor.connect(key.api_base, api_key, http, SystemClock(), vendor.read_models)
    try:
        return await client.balance()
    finally:
        await client.close()


async def known_key(options: EngineOptions, keys: LayeredKeyStore) -> str:
    """The key of `options.wallet`: given for this run, or kept.

    Raises KeyMissingError, also for play money; KeyStoreUnavailableError.
    """
    base = options.wallet.key.api_base
    key = options.wallet.api_key or (await keys.get(base) if base else None)
    if not key:
        raise KeyMissingError(base)
    return key


async def know_spellings(keys: LayeredKeyStore, library: Library, settings: Settings) -> None:
    """A key may have been kept under another spelling of its base, by an earlier version."""
    wallets = await library.read(lambda rows: rows.wallets.every())
    keys.know((*settings.former_api_bases, *(one.key.api_base for one in wallets)))


def provider_of(
    options: EngineOptions,
    vendor: Vendor,
    clock: SystemClock,
    key_store: LayeredKeyStore,
    server: LocalServer | None,
    models: "LiveModels | None" = None,
) -> "tuple[DeferredProvider, FindKey]":
    """The wallet's provider, and where to find what its callbacks are signed with. `server` is the
    vendor's own on this machine, where it has one; `models` are asked for at the first call."""
    key = options.wallet.key

    async def connected(api_base: str, api_key: str, http: HttpSettings) -> VendorClient:
        read_models = vendor.read_models if models is None else await models()
        client = vendor.connect(api_base, api_key, http, clock, read_models)
        await client.prepare()
        return client

    if server is not None:

        async def start_server() -> VendorClient:
            await server.launch()
            # It comes up while this is imported.
            from videogen_desktop.providers import http  # noqa: F401

            await server.start()
            return await connected(server.address, server.key, http_settings(options.settings))

        local = DeferredProvider(vendor, clock, start_server, lambda: server.is_running)

        async def server_webhook_key() -> str:
            await local.connect()
            return server.webhook_key

        return local, server_webhook_key

    async def find_key() -> VendorClient:
        api_key = await known_key(options, key_store)
        http = await network_of(options.settings, key_store)
        return await connected(key.api_base, api_key, http)

    webhook_keys = WebhookKeys(key_store)
    keyed = DeferredProvider(vendor, clock, find_key)
    return keyed, lambda: webhook_keys.get(key.api_base)


async def diagnosis(
    options: EngineOptions, settings: Settings, keys: LayeredKeyStore
) -> "DiagnosticsBundle":
    """What can be said of this installation, without the key. Raises OSError."""
    # 15 ms that no start needs.
    from videogen_desktop.services.diagnostics import diagnostics

    try:
        key = await known_key(options, keys)
    except VideoGenError:
        # A keyring that is locked gave nobody its key in this run either.
        key = ""
    return await diagnostics(options.places, settings, options.vendors, (key,))


def writing_of(parts: "EngineParts") -> "Writing":
    """What helps to write a description, for the library that is open; few hours need it."""
    from videogen_desktop.services.presets import Presets
    from videogen_desktop.services.prompts import Prompts, Writing
    from videogen_desktop.services.text_helper import TextHelper

    server, place = parts.server, (parts.library, parts.clock, parts.new_id)

    async def find_trial() -> str:
        # Its port is another at each start.
        await parts.connect()
        return "" if server is None else f"{server.address}/v1"

    trial = None if server is None else find_trial
    helper = TextHelper(parts.preferences, parts.keys, parts.network, trial)
    return Writing(Presets(*place), Prompts(*place), helper)


def batches_of(parts: "EngineParts", engine: "WalletEngine") -> "Batches":
    """The verbs of batches of this engine; no start needs them."""
    from videogen_desktop.services.batch.batches import Batches
    from videogen_desktop.services.batch.checking import BatchChecker
    from videogen_desktop.services.batch.phases import LibraryBatches
    from videogen_desktop.services.batch.queue import SendQueue
    from videogen_desktop.services.request_facts import request_facts

    place = (parts.library, parts.wallet.id)
    most = engine.vendor.pace.most_running

    def most_at_once() -> int | None:
        """What both the provider and the wallet's owner allow."""
        limits = [one for one in (most, engine.guards.limits.in_flight_cap) if one is not None]
        return min(limits, default=None)

    async def find_facts(request: VideoRequest) -> RequestFacts:
        return await request_facts(request, engine.vendor, engine.inputs, *place)

    return Batches(
        *place,
        LibraryBatches(*place, parts.clock),
        BatchChecker(lambda: engine.vendor, engine.inputs, find_facts, parts.library),
        SendQueue(*place, engine.send, most_at_once, engine.announcer, parts.clock),
        engine,
    )
