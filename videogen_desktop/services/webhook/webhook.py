"""Callbacks as a front end sees them, on or off, and the key that they are signed with."""

import uuid
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from videogen_desktop.domain.addresses import callback_url
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import ProviderUnavailableError
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.webhook import (
    ReceiverState,
    ReceiverStatus,
    TrialOutcome,
    TrialResult,
)

if TYPE_CHECKING:
    from videogen_desktop.services.waiting import Loop
    from videogen_desktop.services.webhook.inbox import CallbackInbox
    from videogen_desktop.services.webhook.receiver import Receiver
    from videogen_desktop.storage.key_store import LayeredKeyStore

_OK = 200


class Webhook:
    """One wallet's callbacks. Every method runs on the worker's loop.

    `receiver` and `inbox` are None together: then callbacks are off.
    """

    def __init__(
        self,
        receiver: "Receiver | None",
        inbox: "CallbackInbox | None",
        keys: "WebhookKeys",
        api_base: str,
        network: Callable[[], Awaitable[HttpSettings]],
        clock: Clock,
    ) -> None:
        self.receiver = receiver
        self.inbox = inbox
        self._keys = keys
        self._api_base = api_base
        self._network = network
        self._clock = clock

    def loops(self) -> "tuple[tuple[str, Loop], ...]":
        """Loops for as long as the engine runs, by name; none while callbacks are off."""
        parts = (("webhook", self.receiver), ("callbacks", self.inbox))
        return tuple((name, part.run) for name, part in parts if part is not None)

    async def status(self) -> ReceiverStatus:
        """The state of this opening's receiver."""
        if self.receiver is None:
            return ReceiverStatus(ReceiverState.OFF, 0, needs_key=bool(self._api_base))
        return self.receiver.status

    def callback_url(self, video_id: str) -> str | None:
        """The address to be called back at about this video; None while nobody listens."""
        return None if self.receiver is None else self.receiver.callback_url(video_id)

    async def has_key(self) -> bool:
        """Whether a signing key is kept for the wallet. Raises KeyStoreUnavailableError."""
        return await self._keys.get(self._api_base) is not None

    async def keep_key(self, key: str, *, for_this_run: bool = False) -> None:
        """Counts from the next opening. Raises KeyStoreUnavailableError, ValueError."""
        await self._keys.put(self._api_base, key.strip(), for_this_run=for_this_run)

    async def forget_key(self) -> None:
        """Raises KeyStoreUnavailableError."""
        await self._keys.remove(self._api_base)

    async def send_trial(self) -> TrialResult:
        """Send a signed callback to the address that the provider would call, and see whether it
        comes in here. Nothing is written down for it."""
        receiver = self.receiver
        address = None if receiver is None else receiver.status.address
        if receiver is None or address is None:
            return TrialResult(TrialOutcome.NOT_LISTENING)
        # httpx takes a tenth of a second to import.
        from videogen_desktop.providers.callback_post import post_trial_callback

        task_id = f"test-{uuid.uuid4().hex}"
        arrived = receiver.expect_trial(task_id)
        refused = receiver.status.refused
        url = callback_url(address, str(uuid.uuid4()))
        trial = receiver.signed(task_id, self._clock.now_ms())
        try:
            status = await post_trial_callback(url, trial, await self._network())
        except ProviderUnavailableError:
            return TrialResult(TrialOutcome.UNREACHABLE)
        finally:
            receiver.forget_trial(task_id)
        if arrived.is_set() and status == _OK:
            return TrialResult(TrialOutcome.ARRIVED, status)
        came_here = arrived.is_set() or receiver.status.refused > refused
        return TrialResult(TrialOutcome.REFUSED if came_here else TrialOutcome.ELSEWHERE, status)


class WebhookKeys:
    """Keys that callbacks are signed with: in the keyring, bound to the same base as the API key.
    Every method runs on the worker's loop and raises KeyStoreUnavailableError."""

    def __init__(self, key_store: "LayeredKeyStore") -> None:
        self._key_store = key_store

    async def get(self, api_base: str) -> str | None:
        """The key of exactly this base."""
        return await self._key_store.get(_entry(api_base))

    async def put(self, api_base: str, key: str, *, for_this_run: bool = False) -> None:
        """Keep it; `for_this_run` keeps it in memory only. Raises ValueError for one too long."""
        if for_this_run:
            await self._key_store.put_for_this_run(_entry(api_base), key)
        else:
            await self._key_store.put(_entry(api_base), key)

    async def remove(self, api_base: str) -> None:
        """Forget it."""
        await self._key_store.remove(_entry(api_base))


def _entry(api_base: str) -> str:
    # No base begins so: an API key can never be taken for it, nor the other way round.
    return f"webhook {api_base}"
