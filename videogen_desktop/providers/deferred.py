"""A provider that is made at its first call, so that the library opens without waiting for it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from videogen_desktop.domain.errors import (
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
from videogen_desktop.domain.request import VideoRequest


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

    @property
    def capabilities(self) -> Capabilities:
        return self._capabilities

    async def connect(self) -> Provider:
        """The real provider. Raises KeyMissingError, KeyStoreUnavailableError, SandboxError."""
        async with self._one_at_a_time:
            if self._provider is None or not self._still_good():
                if self._provider is not None:
                    await self._provider.close()
                self._provider = await self._make()
            return self._provider

    async def prepare(self) -> None:
        await (await self.connect()).prepare()

    async def ready_to_create(self) -> None:
        """See Provider; one that cannot be made is told by `create`."""
        with contextlib.suppress(VideoGenError):
            await (await self.connect()).ready_to_create()

    async def create(self, request: VideoRequest) -> str:
        """See Provider; what keeps it from being made also proves that nothing was sent."""
        try:
            provider = await self.connect()
        except ProviderError:
            raise
        except VideoGenError as error:
            raise NotSentError(type(error).__name__) from error
        return await provider.create(request)

    async def status(self, task_id: str) -> TaskStatus:
        return await (await self._for_a_free_call()).status(task_id)

    async def balance(self) -> ProviderBalance:
        return await (await self.connect()).balance()

    @asynccontextmanager
    async def open_result(
        self, url: str, *, offset: int = 0, etag: str | None = None
    ) -> AsyncIterator[ResultStream]:
        provider = await self._for_a_free_call()
        async with provider.open_result(url, offset=offset, etag=etag) as stream:
            yield stream

    async def close(self) -> None:
        if self._provider is not None:
            await self._provider.close()

    async def _for_a_free_call(self) -> Provider:
        try:
            return await self.connect()
        except ProviderError:
            raise
        except VideoGenError as error:
            raise ProviderUnavailableError(type(error).__name__) from error
