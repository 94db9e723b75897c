"""A provider that is made at its first call, so that the library opens without waiting for it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager

from videogen_desktop.domain.errors import (
    EngineStoppedError,
    NotSentError,
    ProviderError,
    ProviderUnavailableError,
    VideoGenError,
)
from videogen_desktop.domain.provider import (
    Capabilities,
    Provider,
    ProviderBalance,
    ResultStream,
    TaskStatus,
)
from videogen_desktop.domain.request import PricedRequest

# What is asked when the program ends gets this long to be answered.
_CALL_GRACE_SECONDS = 1.0


class DeferredProvider:
    """Makes the real provider when it is needed, and again once it is no longer good.

    Finding the key may wait for the user to unlock a keyring; the sandbox takes a moment to
    start. Used from the worker's event loop.
    """

    def __init__(
        self,
        capabilities: Capabilities,
        make: Callable[[], Awaitable[Provider]],
        still_good: Callable[[], bool] = lambda: True,
    ) -> None:
        self._capabilities = capabilities
        self._make = make
        self._still_good = still_good
        self._provider: Provider | None = None
        self._one_at_a_time = asyncio.Lock()
        self._closed = False
        self._calling: set[asyncio.Task[object]] = set()
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def capabilities(self) -> Capabilities:
        return self._capabilities

    async def connect(self) -> Provider:
        """The real provider.

        Raises KeyMissingError, KeyStoreUnavailableError, SandboxError; EngineStoppedError once
        this is closed.
        """
        with self._call():
            return await self._connected()

    async def _connected(self) -> Provider:
        async with self._one_at_a_time:
            if self._closed:
                raise EngineStoppedError
            if self._provider is None or not self._still_good():
                if self._provider is not None:
                    await self._provider.close()
                self._provider = await self._make()
            return self._provider

    async def prepare(self) -> None:
        with self._call():
            await (await self.connect()).prepare()

    async def ready_to_create(self) -> None:
        """See Provider; one that cannot be made is told by `create`."""
        with contextlib.suppress(VideoGenError), self._call():
            await (await self.connect()).ready_to_create()

    async def create(self, request: PricedRequest, callback_url: str | None = None) -> str:
        """See Provider; what keeps it from being made also proves that nothing was sent."""
        with self._call():
            try:
                provider = await self.connect()
            except ProviderError:
                raise
            except VideoGenError as error:
                raise NotSentError(type(error).__name__) from error
            return await provider.create(request, callback_url)

    async def status(self, task_id: str) -> TaskStatus:
        with self._call():
            return await (await self._for_a_free_call()).status(task_id)

    async def balance(self) -> ProviderBalance:
        with self._call():
            return await (await self.connect()).balance()

    async def download_link(self, url: str) -> str:
        with self._call():
            return await (await self._for_a_free_call()).download_link(url)

    @asynccontextmanager
    async def open_result(
        self, url: str, *, offset: int = 0, etag: str | None = None
    ) -> AsyncIterator[ResultStream]:
        with self._call():
            provider = await self._for_a_free_call()
            async with provider.open_result(url, offset=offset, etag=etag) as stream:
                yield stream

    async def close(self) -> None:
        """End every call, then free the provider; none is made any more.

        A client that is closed while it connects leaves that connection open.
        """
        self._closed = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_CALL_GRACE_SECONDS):
                await self._idle.wait()
        left = tuple(self._calling)
        for call in left:
            call.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        if self._provider is not None:
            await self._provider.close()

    @contextlib.contextmanager
    def _call(self) -> Iterator[None]:
        task = asyncio.current_task()
        if task is None or task in self._calling:
            yield
            return
        self._calling.add(task)
        self._idle.clear()
        try:
            yield
        finally:
            self._calling.discard(task)
            if not self._calling:
                self._idle.set()

    async def _for_a_free_call(self) -> Provider:
        try:
            return await self.connect()
        except ProviderError:
            raise
        except VideoGenError as error:
            raise ProviderUnavailableError(type(error).__name__) from error
