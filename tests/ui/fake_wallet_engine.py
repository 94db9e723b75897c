"""An engine without a database or a network: the verbs of services.wallet_engine, in memory."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tests.charges import charge_for
from tests.requests import KIE_WALLET, SANDBOX_WALLET, VENDORS
from tests.ui.fake_batches import FakeBatches, LibraryWithBatches
from tests.ui.fake_gallery import FakeGallery
from videogen_desktop.domain.errors import (
    NotEnoughCreditsError,
    RepeatedRequestError,
    VideoGenError,
)
from videogen_desktop.domain.events import BalanceChanged, Event, VideoChanged, VideoRemoved
from videogen_desktop.domain.gallery import GalleryPage
from videogen_desktop.domain.ledger import Balance
from videogen_desktop.domain.request import PricedRequest, VideoRequest
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.domain.wallet import Wallet

START_OF_TIME = 1_795_000_000_000


@dataclass(frozen=True, slots=True)
class FakeOpened:
    """As services.wallet_engine.Opened."""

    wallet: Wallet
    vendor: Vendor
    wallet_title: str
    balance: Balance
    first_page: GalleryPage
    usual_ms: Mapping[str, int] = field(default_factory=dict)


class FakeWalletEngine:
    """Every method runs on the worker's loop. `gate` holds `create` after the card exists;
    `failure` is raised by it, before the card or after it; `repeats` says that the same was sent
    a moment ago."""

    def __init__(
        self,
        publish: Callable[[Event], None],
        *,
        available: int = 1000_00,
        provider: str = "sandbox",
        items: Sequence[LibraryItem] = (),
    ) -> None:
        self._publish = publish
        self._provider = provider
        self._items = {item.video.id: item for item in items}
        self._available = available
        self._held = 0
        self._revision = 1
        self.gallery = FakeGallery(self._items, publish)
        self.library = LibraryWithBatches()
        self.batches = FakeBatches(lambda: VENDORS.named(provider))
        self.requests: list[VideoRequest] = []
        # With how many takes, and how much may be held, each was asked for.
        self.orders: list[tuple[int, int | None]] = []
        self.calls: list[tuple[str, str]] = []
        self.failure_before_card: VideoGenError | None = None
        self.failure_after_card: VideoGenError | None = None
        self.failure_to_fetch: VideoGenError | None = None
        self.repeats = False
        self.gate: asyncio.Event | None = None
        self.is_closed = False

    async def opened(self) -> FakeOpened:
        key = SANDBOX_WALLET if self._provider == "sandbox" else KIE_WALLET
        return FakeOpened(
            wallet=Wallet("wallet", key),
            wallet_title=VENDORS.wallet_title(key),
            vendor=VENDORS.named(self._provider),
            balance=self._balance(),
            first_page=GalleryPage(tuple(self._items), ()),
        )

    async def items(self, video_ids: Sequence[str]) -> tuple[LibraryItem, ...]:
        return tuple(self._items[video_id] for video_id in video_ids if video_id in self._items)

    async def create(
        self,
        request: VideoRequest,
        *,
        takes: int = 1,
        most: int | None = None,
        confirmed: bool = False,
        request_id: str | None = None,
    ) -> tuple[Video, ...]:
        self.requests.append(request)
        self.orders.append((takes, most))
        if self.repeats and not confirmed:
            raise RepeatedRequestError("0", 4_200)
        if self.failure_before_card is not None:
            raise self.failure_before_card
        price = _priced(request).price
        if price > self._available:
            raise NotEnoughCreditsError(self._available, price)
        self._move(-price, price)
        video = video_for(request, number=len(self.requests))
        video = replace(video, id=request_id or video.id)
        self.show(video)
        if self.gate is not None:
            await self.gate.wait()
        if self.failure_after_card is not None:
            state, reason = VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN
            self.show(replace(video, revision=2, state=state, reason=reason))
            raise self.failure_after_card
        video = replace(video, state=VideoState.PENDING, revision=2, task_id="task")
        self.show(video)
        return (video,)

    async def send(self, video_id: str) -> None:
        self.calls.append(("send", video_id))

    async def fetch_again(self, video_id: str) -> None:
        self.calls.append(("fetch_again", video_id))
        if self.failure_to_fetch is not None:
            raise self.failure_to_fetch

    async def cancel(self, video_id: str) -> None:
        self.calls.append(("cancel", video_id))

    async def delete(self, video_id: str) -> None:
        self.calls.append(("delete", video_id))
        item = self._items.pop(video_id)
        self._publish(VideoRemoved(video_id, item.video.revision + 1))

    async def refresh_balance(self) -> None:
        self._publish(BalanceChanged(self._balance()))

    async def rest(self) -> None:
        """Nothing to give back."""

    async def close(self) -> None:
        if self.gate is not None:
            self.gate.set()
        self.is_closed = True

    def say(self, event: Event) -> None:
        """As if it had happened."""
        self._publish(event)

    def show(self, video: Video) -> None:
        """Its card, new or as it now is."""
        item = LibraryItem(
            video, charge=charge_for(video), model_title=VENDORS.title(video.model_id)
        )
        # In place: the gallery looks at the same items.
        rest = {key: known for key, known in self._items.items() if key != video.id}
        self._items.clear()
        self._items.update({video.id: item}, **rest)
        self._publish(VideoChanged(item))

    def _move(self, available: int, held: int) -> None:
        self._available += available
        self._held += held
        self._revision += 1
        self._publish(BalanceChanged(self._balance()))

    def _balance(self) -> Balance:
        return Balance("wallet", self._available, self._held, self._revision)


def _priced(request: VideoRequest) -> PricedRequest:
    model = VENDORS.model(request.model_id)
    assert model is not None
    return VENDORS.named(model.vendor).priced(request)


def video_for(request: VideoRequest, number: int) -> Video:
    """A reserved video as the engine makes it from a request."""
    priced = _priced(request)
    return Video(
        id=f"00000000-0000-4000-8000-{number:012d}",
        wallet_id="wallet",
        request=priced.request,
        body=priced.body,
        price=priced.price,
        request_sha256=priced.sha256,
        state=VideoState.RESERVED,
        created_at=START_OF_TIME + number,
        updated_at=START_OF_TIME + number,
        revision=1,
    )


__all__ = ["FakeOpened", "FakeWalletEngine", "video_for"]
