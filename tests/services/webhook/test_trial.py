"""A callback of our own: whether it comes back here through the address that was given."""

import asyncio
import socket
from contextlib import AsyncExitStack

import pytest

from tests.requests import KIE_WALLET, SANDBOX_WALLET
from tests.services.webhook.callback_client import KEY
from tests.services.webhook.listening import Listening, listening
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.domain.webhook import ReceiverState, TrialOutcome, TrialResult
from videogen_desktop.services.system import SystemClock
from videogen_desktop.services.webhook.receiver import receiver_options
from videogen_desktop.services.webhook.webhook import Webhook, WebhookKeys
from videogen_desktop.storage.key_store import LayeredKeyStore, MemoryKeyStore


async def directly() -> HttpSettings:
    """No proxy."""
    return HttpSettings()


def webhook_of(one: Listening | None) -> Webhook:
    return Webhook(
        None if one is None else one.receiver,
        None,
        WebhookKeys(LayeredKeyStore(MemoryKeyStore())),
        "https://api.kie.ai",
        directly,
        SystemClock(),
    )


def free_port() -> int:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return int(unused.getsockname()[1])


def tried(first: dict[str, object], second: dict[str, object] | None = None) -> TrialResult:
    """Try the first receiver, while a second one runs."""

    async def story() -> TrialResult:
        async with AsyncExitStack() as stack:
            options = dict(first)
            if second is not None:
                other = await stack.enter_async_context(listening(**second))  # type: ignore[arg-type]
                options["address"] = f"http://127.0.0.1:{other.port}"
            one = await stack.enter_async_context(listening(**options))  # type: ignore[arg-type]
            result = await webhook_of(one).send_trial()
            assert one.taken == []
            return result

    return asyncio.run(story())


def test_it_arrives() -> None:
    assert tried({"address": None, "is_local": True}) == TrialResult(TrialOutcome.ARRIVED, 200)


def test_an_address_where_nobody_answers_is_unreachable() -> None:
    address = f"http://127.0.0.1:{free_port()}"
    assert tried({"address": address}) == TrialResult(TrialOutcome.UNREACHABLE)


def test_an_address_that_leads_elsewhere_is_told_by_who_saw_it() -> None:
    same_key = tried({}, second={"address": None, "is_local": True})
    assert same_key == TrialResult(TrialOutcome.ELSEWHERE, 200)
    other_key = tried({}, second={"address": None, "is_local": True, "key": "another"})
    assert other_key == TrialResult(TrialOutcome.ELSEWHERE, 401)


def test_a_receiver_that_does_not_run_has_nothing_to_try() -> None:
    assert asyncio.run(webhook_of(None).send_trial()) == TrialResult(TrialOutcome.NOT_LISTENING)
    assert tried({"key": None}) == TrialResult(TrialOutcome.NOT_LISTENING)


def test_the_signing_key_is_kept_apart_from_the_api_key() -> None:
    async def story() -> None:
        store = LayeredKeyStore(MemoryKeyStore())
        await store.put("https://api.kie.ai", "api key")
        webhook = Webhook(
            *(None, None, WebhookKeys(store), "https://api.kie.ai"), directly, SystemClock()
        )
        assert not await webhook.has_key()
        await webhook.keep_key(f" {KEY} ")
        assert await webhook.has_key()
        assert await store.get("https://api.kie.ai") == "api key"
        assert await WebhookKeys(store).get("https://other.example") is None
        await webhook.forget_key()
        assert not await webhook.has_key()

    asyncio.run(story())


def test_off_is_off() -> None:
    async def story() -> None:
        webhook = webhook_of(None)
        assert (await webhook.status()).state is ReceiverState.OFF
        assert (webhook.loops(), webhook.callback_url("a")) == ((), None)

    asyncio.run(story())


LOCAL = WalletKey("kie", "http://127.0.0.1:9")
PUBLIC = "https://a.example"


@pytest.mark.parametrize(
    ("wallet", "given", "address", "is_local"),
    [
        (KIE_WALLET, PUBLIC, PUBLIC, False),
        (KIE_WALLET, None, None, False),
        (KIE_WALLET, "http://127.0.0.1:8765", None, False),
        (KIE_WALLET, "https://localhost", None, False),
        (SANDBOX_WALLET, None, None, True),
        # What is on this machine needs no tunnel, and play money shows nobody outside.
        (SANDBOX_WALLET, PUBLIC, None, True),
        (LOCAL, "http://127.0.0.1:7", "http://127.0.0.1:7", True),
    ],
)
def test_the_settings_and_the_wallet_decide_the_address(
    wallet: WalletKey, given: str | None, address: str | None, is_local: bool
) -> None:
    settings = Settings(webhook=True, webhook_address=given)
    options = receiver_options(settings, wallet)
    assert options is not None
    assert (options.address, options.is_local) == (address, is_local)
    assert receiver_options(Settings(webhook_address=given), wallet) is None
