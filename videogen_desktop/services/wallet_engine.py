"""The verbs a front end has; every method runs on the worker's loop."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import EngineStoppedError, IllegalTransitionError
from videogen_desktop.domain.gallery import GalleryPage, GalleryQuery
from videogen_desktop.domain.handover import Handover
from videogen_desktop.domain.ledger import Balance
from videogen_desktop.domain.provider import Provider, ProviderBalance
from videogen_desktop.domain.request import PricedRequest, VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.domain.video import HeldAnswer, LibraryItem, Video
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.services.accepting import Accepting, Claim
from videogen_desktop.services.accounts import Account
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.copying import Copier
from videogen_desktop.services.diagnosing import Diagnosing
from videogen_desktop.services.downloading import Downloader
from videogen_desktop.services.examining import Examiner
from videogen_desktop.services.gallery import Gallery
from videogen_desktop.services.guarding import Guards
from videogen_desktop.services.handovers import Handovers
from videogen_desktop.services.history import RunHistory
from videogen_desktop.services.importing import Importer
from videogen_desktop.services.opening import OpeningBalance
from videogen_desktop.services.persevering import Loop, Perseverance
from videogen_desktop.services.polling import Poller
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.reconciling import Reconciler
from videogen_desktop.services.removing import Remover
from videogen_desktop.services.rescuing import Rescuer
from videogen_desktop.services.safekeeping import Safekeeping
from videogen_desktop.services.sending import Sender
from videogen_desktop.services.settling import Settling
from videogen_desktop.services.still_sweep import StillSweep
from videogen_desktop.services.wallets import Wallets
from videogen_desktop.services.webhook.webhook import Webhook
from videogen_desktop.storage.library import Library

_log = logging.getLogger(__name__)

# A paid POST under way gets this long to be answered when the program ends.
SEND_GRACE_MS = 15_000
_IDLE_CHECK_MS = 100
# What became of them while nobody looked? The first cards come before that.
_FIRST_SWEEP_MS = 1_000


@dataclass(frozen=True, slots=True)
class Opened:
    """What a front end needs to draw itself; `first_page` is the newest 120, deleted ones left out.

    `usual_ms` is how long a model's run usually takes: the user's own after three, else what the
    catalogue says.
    """

    wallet: Wallet
    vendor: Vendor
    balance: Balance
    first_page: GalleryPage
    usual_ms: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class WalletEngineParts:
    """What the engine built for one wallet."""

    library: Library
    wallet: Wallet
    vendor: Vendor
    provider: Provider
    gallery: Gallery
    account: Account
    examiner: Examiner
    settling: Settling
    rescuer: Rescuer
    reconciler: Reconciler
    guards: Guards
    preferences: Preferences
    wallets: Wallets
    remover: Remover
    history: RunHistory
    connect: Callable[[], Awaitable[object]]
    announcer: Announcer
    accepting: Accepting
    opening: OpeningBalance
    sender: Sender
    poller: Poller
    downloader: Downloader
    stills: StillSweep
    copier: Copier
    importer: Importer
    safekeeping: Safekeeping | None
    diagnosing: Diagnosing | None
    handovers: Handovers | None
    webhook: Webhook
    clock: Clock
    new_id: Callable[[], str]
    close: Callable[[], Coroutine[Any, Any, None]]


class WalletEngine:
    """One wallet's engine, running. Made by engine.opening, ended by `close`."""

    def __init__(self, parts: WalletEngineParts) -> None:
        self.gallery = parts.gallery
        self.account = parts.account
        self.examiner = parts.examiner
        self.settling = parts.settling
        self.rescuer = parts.rescuer
        self.reconciler = parts.reconciler
        self.guards = parts.guards
        self.preferences = parts.preferences
        self.wallets = parts.wallets
        self.stills = parts.stills
        self.copier = parts.copier
        self.importer = parts.importer
        self.safekeeping = parts.safekeeping
        self.diagnosing = parts.diagnosing
        self.webhook = parts.webhook
        self._parts = parts
        self._loops: list[asyncio.Task[None]] = []
        self._sends: dict[str, asyncio.Task[Video]] = {}
        self._closing: asyncio.Task[None] | None = None

    def start(self, in_flight: Sequence[Video]) -> None:
        """Begin to poll and to download."""
        for video in in_flight:
            self._parts.poller.watch(video, within_ms=_FIRST_SWEEP_MS)
        self._parts.remover.remove_left_over()
        perseverance = Perseverance(self._parts.announcer, self._parts.clock)
        for name, loop in (
            ("poller", self._parts.poller.run),
            ("downloader", self._parts.downloader.run),
            ("stills", self._parts.stills.run),
            ("reconciler", self._parts.reconciler.run),
            *self._parts.webhook.loops(),
            *self._safekeeping_loop(),
            *self._handover_loop(),
        ):
            task = asyncio.create_task(perseverance.run(name, loop), name=name)
            task.add_done_callback(self._loop_ended)
            self._loops.append(task)

    async def opened(self) -> Opened:
        """The library as it is now."""
        parts = self._parts
        usual_ms = self._usual_ms()
        first_page = await self.gallery.first_page(GalleryQuery())
        with parts.library.reading() as rows:
            return Opened(
                wallet=parts.wallet,
                vendor=parts.vendor,
                balance=rows.ledger.balance(parts.wallet.id),
                first_page=first_page,
                usual_ms=usual_ms,
            )

    async def items(self, video_ids: Sequence[str]) -> tuple[LibraryItem, ...]:
        """See Gallery.items."""
        return await self.gallery.items(video_ids)

    async def generate(
        self,
        request: VideoRequest,
        requested_by: str = "window",
        *,
        confirmed: bool = False,
        video_id: str | None = None,
        claim: Claim | None = None,
    ) -> Video:
        """Price, reserve, send once, and return the video as the provider's answer left it.

        The card is published before the provider answers. `confirmed` says that the user wants
        the very same request again. `video_id` is the request's from the moment it was made.
        For `claim` see Accepting.reserve. Raises InvalidRequestError, NotEnoughCreditsError,
        SpendGuardError, ClipFolderUnusableError (what is paid for could not be kept), and
        ProviderError, KeyMissingError or SandboxError when the provider cannot be reached at all:
        then nothing was reserved.
        """
        priced = self._parts.vendor.priced(request)
        await self._parts.connect()
        await self._parts.opening.ensure()
        await self._parts.downloader.can_keep()
        self.guards.check(priced, confirmed=confirmed)
        video = self._parts.accepting.reserve(
            video_id or self._parts.new_id(), priced, requested_by, claim
        )
        self._parts.announcer.changed(video)
        self._parts.announcer.balance(video.wallet_id)
        return await self._send(video, priced)

    async def send(self, video_id: str) -> Video:
        """Send what was reserved in an earlier run, or join its sending where that goes on already.
        Raises IllegalTransitionError."""
        video = self._video(video_id)
        if video.state is not VideoState.RESERVED or video.body is None:
            raise IllegalTransitionError(video.id, video.state, VideoState.SENDING)
        if video.wallet_id != self._parts.wallet.id:
            raise IllegalTransitionError(video.id, "other_wallet", VideoState.SENDING)
        await self._parts.connect()
        await self._parts.downloader.can_keep()
        return await self._send(video, PricedRequest(video.request, video.body, video.price))

    async def cancel(self, video_id: str) -> None:
        """Give up a reserved video; its price is available again. Raises
        IllegalTransitionError for one that may have left."""
        video = self._parts.accepting.cancelled(self._video(video_id))
        self._parts.announcer.changed(video)
        self._parts.announcer.balance(video.wallet_id)

    async def delete(self, video_id: str) -> None:
        """See Gallery.delete. Raises IllegalTransitionError."""
        for refusal in await self.gallery.delete([video_id]):
            raise refusal

    async def balance(self) -> ProviderBalance:
        """See Account.balance."""
        return await self.account.balance()

    async def refresh_balance(self) -> None:
        """See Account.refresh."""
        await self.account.refresh()

    async def fetch_again(self, video_id: str) -> None:
        """Bring a clip that is no longer on this disk, while the provider has it."""
        self._parts.downloader.fetch_again(video_id)

    async def rest(self) -> None:
        """Give back memory that the start needed and the next hour may not. Raises
        LibraryUnusableError."""
        self._parts.library.give_memory_back()

    @property
    def unwritten(self) -> Mapping[str, HeldAnswer]:
        """By video, once closed: answers of the provider that could be written nowhere, or into
        the journal alone, where the next start finds them."""
        return self._parts.sender.unwritten

    async def until_fetched(self, video_id: str) -> None:
        """Return when no result of the video's task is left to try soon."""
        while self._parts.downloader.tries_soon(video_id) and not self._ended_early():
            await self._parts.clock.sleep(_IDLE_CHECK_MS)

    async def until_idle(self) -> None:
        """Return when nothing is in flight and no download is left to try soon.

        Raises EngineStoppedError when a defect of ours ended the polling or the downloading.
        """
        parts = self._parts
        while self._sends or parts.poller.in_flight or parts.downloader.busy_soon():
            if self._ended_early():
                raise EngineStoppedError
            await parts.clock.sleep(_IDLE_CHECK_MS)

    async def close(self) -> None:
        """Stop in order; a paid POST under way is waited for, at most 15 s. Idempotent."""
        if self._closing is None:
            self._closing = asyncio.create_task(self._close(), name="close")
        await asyncio.shield(self._closing)

    async def _close(self) -> None:
        if self._parts.handovers is not None:
            self._parts.handovers.stop()
        self._parts.sender.stop()
        if self._sends:
            await asyncio.wait(self._sends.values(), timeout=SEND_GRACE_MS / 1000)
        pending = [*self._loops, *self._sends.values()]
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        if self._parts.handovers is not None:
            await self._parts.handovers.close()
        await self.copier.close()
        # Before the library and the media helper that it works with.
        await self.importer.stop()
        await self._parts.remover.close()
        await self._parts.close()

    async def _send(self, video: Video, request: PricedRequest) -> Video:
        # Asked again while it waits for its next try, two loops would send it twice as often, and
        # the first would give up what the user just asked for (found by the state machine).
        task = self._sends.get(video.id)
        if task is None:
            # A task of its own: a caller that is cancelled must not cancel a paid POST.
            task = asyncio.create_task(self._parts.sender.send(video, request), name="send")
            self._sends[video.id] = task
            task.add_done_callback(lambda _ended: self._sends.pop(video.id))
        return await asyncio.shield(task)

    def _safekeeping_loop(self) -> list[tuple[str, Loop]]:
        return [] if self.safekeeping is None else [("safekeeping", self.safekeeping.run)]

    def _handover_loop(self) -> list[tuple[str, Loop]]:
        handovers = self._parts.handovers
        if handovers is None:
            return []
        return [("handovers", lambda: handovers.run(self._generate_for, self.cancel))]

    async def _generate_for(self, request: VideoRequest, asked: Handover, claim: Claim) -> Video:
        return await self.generate(
            request, asked.requested_by, confirmed=asked.confirmed, video_id=asked.id, claim=claim
        )

    def _ended_early(self) -> bool:
        return self._closing is None and any(loop.done() for loop in self._loops)

    def _loop_ended(self, task: asyncio.Task[None]) -> None:
        if task.cancelled() or (error := task.exception()) is None:
            return
        _log.error("%s ended", task.get_name(), exc_info=error)
        self._parts.announcer.problem(EngineStoppedError())

    def _usual_ms(self) -> Mapping[str, int]:
        models = self._parts.vendor.models
        return {model.id: self._parts.history.usual_ms(model.id) for model in models}

    def _video(self, video_id: str) -> Video:
        with self._parts.library.reading() as rows:
            return rows.videos.get(video_id)
