"""The receiver: bound to loopback, started only when the user asked for it, and never needed."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.domain.addresses import (
    callback_url,
    host_in,
    is_loopback_host,
    public_address,
)
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    KeyStoreUnavailableError,
    VideoGenError,
    WebhookUnavailableError,
)
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.vendor import Callbacks
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.domain.webhook import (
    Callback,
    CallbackRefusedError,
    ReceiverState,
    ReceiverStatus,
    SignedCallback,
)
from videogen_desktop.services.webhook.inbox import Intake, Write

if TYPE_CHECKING:
    from videogen_desktop.services.webhook.server import CallbackServer

_log = logging.getLogger(__name__)

_LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost"})
# A flood of forgeries is counted; only some of it is worth a line.
_LOGGED_REFUSALS = 20
FindKey = Callable[[], Awaitable[str | None]]


@dataclass(frozen=True, slots=True)
class ReceiverOptions:
    """`address` None is the receiver's own, for a provider on this machine; `port` 0 is any."""

    port: int
    address: str | None
    is_local: bool


class Receiver:
    """Worker's loop. `key` finds what callbacks are signed with and may wait for the user."""

    def __init__(
        self,
        options: ReceiverOptions,
        key: FindKey,
        write: Write,
        clock: Clock,
        report: Callable[[VideoGenError], None],
        callbacks: Callbacks,
    ) -> None:
        """`callbacks` are the vendor's."""
        self._options = options
        self._find_key = key
        self._intake = Intake(write)
        self._clock = clock
        self._report = report
        self._callbacks = callbacks
        self._key = ""
        self._address: str | None = None
        self._port = options.port
        self._state = ReceiverState.OFF
        self._problem: str | None = None
        self._accepted = 0
        self._refused = 0
        self._trials: dict[str, asyncio.Event] = {}

    @property
    def status(self) -> ReceiverStatus:
        return ReceiverStatus(
            state=self._state,
            port=self._port,
            address=self._address,
            problem=self._problem,
            needs_key=not self._options.is_local,
            accepted=self._accepted,
            refused=self._refused,
        )

    def signed(self, task_id: str, now_ms: int) -> SignedCallback:
        """A callback as the provider would send it. Only while it listens."""
        return self._callbacks.sign(task_id, self._key, now_ms)

    def callback_url(self, video_id: str) -> str | None:
        """The address to be called back at about this video; None while nobody listens."""
        return None if self._address is None else callback_url(self._address, video_id)

    def expect_trial(self, task_id: str) -> asyncio.Event:
        """Set when a test callback about this task arrives; `forget_trial` it afterwards."""
        return self._trials.setdefault(task_id, asyncio.Event())

    def forget_trial(self, task_id: str) -> None:
        """Expect it no more."""
        self._trials.pop(task_id, None)

    async def run(self) -> None:
        """Listen until cancelled. What keeps it from listening is reported, and nothing more:
        everything works without callbacks, by polling."""
        self._state = ReceiverState.STARTING
        server = None
        try:
            server = await self._started()
        except WebhookUnavailableError as error:
            _log.warning("no callbacks: %s", error.condition)
            self._state, self._problem = ReceiverState.FAILED, error.condition
            self._report(error)
        try:
            await asyncio.Event().wait()
        finally:
            self._address = None
            if server is not None:
                await server.stop()

    async def _started(self) -> "CallbackServer":
        options = self._options
        if options.address is None and not options.is_local:
            raise WebhookUnavailableError("no_address", options.port)
        self._key = await self._found_key()
        # Two libraries of a tenth of a second together, for the few who want callbacks.
        from videogen_desktop.services.webhook.server import CallbackServer, Endpoint, listen

        try:
            listener = listen(options.port)
        except OverflowError as error:
            raise WebhookUnavailableError("port_refused", options.port) from error
        except OSError as error:
            condition = "port_refused" if isinstance(error, PermissionError) else "port_taken"
            raise WebhookUnavailableError(condition, options.port) from error
        self._port = listener.getsockname()[1]
        address = options.address or f"http://127.0.0.1:{self._port}"
        hosts = _LOOPBACK_NAMES | {host_in(address)}
        server = CallbackServer(Endpoint(hosts, self._check, self._accept).application())
        server.start(listener)
        self._address, self._state = address, ReceiverState.LISTENING
        _log.info("callbacks are received on port %d", self._port)
        return server

    async def _found_key(self) -> str:
        try:
            key = await self._find_key()
        except KeyStoreUnavailableError as error:
            raise WebhookUnavailableError("no_keyring", self._options.port) from error
        except VideoGenError as error:
            raise WebhookUnavailableError("no_key", self._options.port) from error
        if not key:
            raise WebhookUnavailableError("no_key", self._options.port)
        return key

    def _check(self, body: bytes, headers: Mapping[str, str]) -> Callback:
        try:
            return self._callbacks.check(body, headers, self._key, self._clock.now_ms())
        except CallbackRefusedError as refused:
            self._refused += 1
            if self._refused <= _LOGGED_REFUSALS:
                _log.warning("a callback was refused: %s", refused.reason)
            raise

    async def _accept(self, callback: Callback, reference: str | None) -> None:
        trial = self._trials.get(callback.task_id)
        if trial is not None:
            trial.set()
            return
        await self._intake.take(callback, reference)
        self._accepted += 1


def receiver_options(settings: Settings, wallet: WalletKey) -> ReceiverOptions | None:
    """None while callbacks are off. A provider on this machine needs no tunnel, and any other
    none that ends on this machine."""
    if not settings.webhook:
        return None
    is_local = not wallet.api_base or is_loopback_host(host_in(wallet.api_base))
    address = public_address(settings.webhook_address or "")
    is_usable = address is not None and is_loopback_host(host_in(address)) == is_local
    return ReceiverOptions(settings.webhook_port, address if is_usable else None, is_local)
