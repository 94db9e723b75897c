"""A wallet's provider: its client is made at the first call, and asked at the vendor's pace."""

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    EngineStoppedError,
    NotSentError,
    ProviderError,
    ProviderUnavailableError,
    UploadRefusedError,
    VideoGenError,
)
from videogen_desktop.domain.input_file import InputFile
from videogen_desktop.domain.offer import ListedModel
from videogen_desktop.domain.provider import (
    InputTaker,
    OfferTeller,
    ProviderBalance,
    ResultStream,
    TaskStatus,
    UploadedInput,
    VendorClient,
)
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.vendor import Pace, Rate, Vendor

# What is asked when the program ends gets this long to be answered.
_CALL_GRACE_SECONDS = 1.0


class DeferredProvider:
    """Makes the vendor's client when it is needed, and again once it is no longer good; the library
    opens without waiting for it.

    Finding the key may wait for the user to unlock a keyring; a server of our own takes a moment
    to start. The pace is counted here, so that a new client goes on where the old one was. Used
    from the worker's event loop.
    """

    def __init__(
        self,
        vendor: Vendor,
        clock: Clock,
        make: Callable[[], Awaitable[VendorClient]],
        still_good: Callable[[], bool] = lambda: True,
    ) -> None:
        self._vendor = vendor
        pace = vendor.pace
        self._creates = SlidingWindow(clock, pace.creates)
        self._reads = SlidingWindow(clock, pace.reads)
        self._uploads = SlidingWindow(clock, pace.uploads or pace.creates)
        self._offers = SlidingWindow(clock, pace.offers or pace.reads)
        self._make = make
        self._still_good = still_good
        self._client: VendorClient | None = None
        self._one_at_a_time = asyncio.Lock()
        self._closed = False
        self._calling: set[asyncio.Task[object]] = set()
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def pace(self) -> Pace:
        return self._vendor.pace

    async def connect(self) -> VendorClient:
        """The vendor's client.

        Raises KeyMissingError, KeyStoreUnavailableError, LocalServerError; EngineStoppedError once
        this is closed.
        """
        with self._call():
            return await self._connected()

    async def _connected(self) -> VendorClient:
        async with self._one_at_a_time:
            if self._closed:
                raise EngineStoppedError
            if self._client is None or not self._still_good():
                if self._client is not None:
                    await self._client.close()
                self._client = await self._make()
            return self._client

    async def prepare(self) -> None:
        with self._call():
            await (await self.connect()).prepare()

    async def ready_to_create(self) -> None:
        """See Provider; one that cannot be made is told by `create`."""
        with contextlib.suppress(VideoGenError), self._call():
            await self.connect()
            await self._creates.acquire()

    async def create(self, request: PricedRequest, callback_url: str | None = None) -> str:
        """See Provider; what keeps it from being made also proves that nothing was sent."""
        with self._call():
            try:
                client = await self.connect()
            except ProviderError:
                raise
            except VideoGenError as error:
                raise NotSentError(type(error).__name__) from error
            return await client.create(request, callback_url)

    async def upload(self, file: InputFile, path: Path) -> UploadedInput:
        """See InputTaker; UploadRefusedError where the vendor takes no files."""
        with self._call():
            client = await self._for_a_free_call(self._uploads)
            if not isinstance(client, InputTaker):
                raise UploadRefusedError
            return await client.upload(file, path)

    async def listed_models(self) -> tuple[ListedModel, ...]:
        """See OfferTeller; none where the vendor has no list."""
        with self._call():
            teller = await self._teller()
            return () if teller is None else await teller.listed_models()

    async def schema(self, model_id: str) -> str:
        with self._call():
            teller = await self._teller()
            return "" if teller is None else await teller.schema(model_id)

    async def success_rate(self, model_id: str) -> float | None:
        with self._call():
            teller = await self._teller()
            return None if teller is None else await teller.success_rate(model_id)

    async def _teller(self) -> OfferTeller | None:
        client = await self._for_a_free_call(self._offers)
        return client if isinstance(client, OfferTeller) else None

    async def status(self, task_id: str) -> TaskStatus:
        with self._call():
            return await (await self._for_a_free_call(self._reads)).status(task_id)

    async def balance(self) -> ProviderBalance:
        with self._call():
            client = await self.connect()
            await self._reads.acquire()
            return await client.balance()

    async def download_link(self, url: str) -> str:
        with self._call():
            return await (await self._for_a_free_call(self._reads)).download_link(url)

    @asynccontextmanager
    async def open_result(
        self, url: str, *, offset: int = 0, etag: str | None = None
    ) -> AsyncIterator[ResultStream]:
        with self._call():
            client = await self._for_a_free_call()
            async with client.open_result(url, offset=offset, etag=etag) as stream:
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
        if self._client is not None:
            await self._client.close()

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
        except VideoGenError as error:
            error.vendor = self._vendor.short_title
            raise
        finally:
            self._calling.discard(task)
            if not self._calling:
                self._idle.set()

    async def _for_a_free_call(self, paced_by: "SlidingWindow | None" = None) -> VendorClient:
        try:
            client = await self.connect()
        except ProviderError:
            raise
        except VideoGenError as error:
            raise ProviderUnavailableError(type(error).__name__) from error
        if paced_by is not None:
            await paced_by.acquire()
        return client


class SlidingWindow:
    """Paces one kind of call for a whole wallet; used from one event loop.

    Those who wait are served in the order in which they came.
    """

    def __init__(self, clock: Clock, rate: Rate) -> None:
        self._clock = clock
        self._span_ms = rate.span_ms
        self._starts: deque[int] = deque(maxlen=rate.calls)
        self._limit = rate.calls
        self._turn = asyncio.Lock()

    async def acquire(self) -> None:
        """Return when a call may start, and count it. A cancelled wait is not counted."""
        async with self._turn:
            while (wait_ms := self._wait_ms()) > 0:
                await self._clock.sleep(wait_ms)
            self._starts.append(self._clock.monotonic_ms())

    def _wait_ms(self) -> int:
        if len(self._starts) < self._limit:
            return 0
        return self._starts[0] + self._span_ms - self._clock.monotonic_ms()
