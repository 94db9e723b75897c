"""The verbs a front end has; every method runs on the worker's loop."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    EngineStoppedError,
    IllegalTransitionError,
    LibraryReadOnlyError,
)
from videogen_desktop.domain.gallery import GalleryQuery, Opened
from videogen_desktop.domain.provider import ProviderBalance
from videogen_desktop.domain.request import PricedRequest, VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.domain.video import HeldAnswer, LibraryItem, Video
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.services.account import Account, OpeningBalance, Reconciler
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.catalogue import Catalogue
from videogen_desktop.services.downloading import Downloader
from videogen_desktop.services.gallery import Gallery
from videogen_desktop.services.handovers import Handovers, creating
from videogen_desktop.services.inputs import Inputs
from videogen_desktop.services.phases import AcceptPhases, Claim
from videogen_desktop.services.polling import Poller
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.services.removing import Remover
from videogen_desktop.services.request_facts import request_facts
from videogen_desktop.services.run_history import RunHistory
from videogen_desktop.services.safekeeping import Safekeeping
from videogen_desktop.services.sending import Sender
from videogen_desktop.services.settling import Examiner, Settling
from videogen_desktop.services.spend_guards import Guards
from videogen_desktop.services.updates import Updates
from videogen_desktop.services.waiting import Loop, LoopRestarter
from videogen_desktop.services.wallets import Wallets
from videogen_desktop.services.webhook.webhook import Webhook
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

if TYPE_CHECKING:
    from videogen_desktop.services.batch.batches import Batches
    from videogen_desktop.services.copying import Copier
    from videogen_desktop.services.diagnostics import DiagnosticsBundle
    from videogen_desktop.services.exporting import Exporter
    from videogen_desktop.services.importing import Importer
    from videogen_desktop.services.prompts import Writing
    from videogen_desktop.services.rescuing import Rescuer

_log = logging.getLogger(__name__)

# A paid POST under way gets this long to be answered when the program ends.
SEND_GRACE_MS = 15_000
_IDLE_CHECK_MS = 100
# What became of them while nobody looked? The first cards come before that.
_FIRST_SWEEP_MS = 1_000


@dataclass(kw_only=True, eq=False)
class WalletEngine:
    """One wallet's engine, running. Made by engine.opening, ended by `close`.

    `sender` is None where the library may not be written: then everything is shown and nothing is
    made. `loops` run from `start` to the end, by name; `close_parts` ends what was opened for it.
    """

    library: Library
    wallet: Wallet
    catalogue: Catalogue
    clock: Clock
    new_id: Callable[[], str]
    announcer: Announcer
    history: RunHistory
    connect: Callable[[], Awaitable[object]]
    opening: OpeningBalance
    accept: AcceptPhases
    sender: Sender | None
    poller: Poller
    downloader: Downloader
    handovers: Handovers | None
    gallery: Gallery
    account: Account
    examiner: Examiner
    settling: Settling
    make_rescuer: Callable[[], "Rescuer"]
    reconciler: Reconciler
    guards: Guards
    preferences: Preferences
    wallets: Wallets
    remover: Remover
    make_batches: Callable[["WalletEngine"], "Batches"]
    make_copier: Callable[[], "Copier"]
    make_exporter: Callable[[], "Exporter"]
    make_importer: Callable[[], "Importer"]
    make_writing: Callable[[], "Writing"]
    updates: Updates
    inputs: Inputs
    safekeeping: Safekeeping
    diagnose: Callable[[], Coroutine[Any, Any, "DiagnosticsBundle"]]
    webhook: Webhook
    loops: Mapping[str, Loop]
    close_parts: Callable[[], Coroutine[Any, Any, None]]
    _running: list[asyncio.Task[None]] = field(default_factory=list, init=False)
    _makings: set[asyncio.Task[tuple[Video, ...]]] = field(default_factory=set, init=False)
    _sends: dict[str, asyncio.Task[Video]] = field(default_factory=dict, init=False)
    _closing: asyncio.Task[None] | None = field(default=None, init=False)

    async def start(self, in_flight: Sequence[Video]) -> None:
        """Begin to work: the videos are polled, and every loop runs."""
        for video in in_flight:
            await self.poller.watch(video, within_ms=_FIRST_SWEEP_MS)
        await self.remover.remove_left_over()
        restarter = LoopRestarter(self.announcer, self.clock)
        for name, loop in (*self.loops.items(), *self._handover_loop()):
            task = asyncio.create_task(restarter.run(name, loop), name=name)
            task.add_done_callback(self._loop_ended)
            self._running.append(task)

    # What few hours of a window need: 0.2 MB of one at rest.

    @cached_property
    def rescuer(self) -> "Rescuer":
        return self.make_rescuer()

    @cached_property
    def batches(self) -> "Batches":
        return self.make_batches(self)

    @cached_property
    def copier(self) -> "Copier":
        return self.make_copier()

    @cached_property
    def exporter(self) -> "Exporter":
        return self.make_exporter()

    @cached_property
    def importer(self) -> "Importer":
        return self.make_importer()

    @cached_property
    def writing(self) -> "Writing":
        return self.make_writing()

    @property
    def vendor(self) -> Vendor:
        """With the models as they are known now."""
        return self.catalogue.vendor

    async def opened(self) -> Opened:
        """The library as it is now."""
        usual_ms = await self.history.every_usual_ms()
        first_page = await self.gallery.first_page(GalleryQuery())
        wallet, title = self.wallet, self.wallets.title(self.wallet.key)
        balance = await self.library.read(lambda rows: rows.ledger.balance(wallet.id))
        return Opened(wallet, self.vendor, title, balance, first_page, usual_ms)

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
        """One video of the request; see `create`."""
        (video,) = await self.create(
            request, requested_by, confirmed=confirmed, request_id=video_id, claim=claim
        )
        return video

    async def create(
        self,
        request: VideoRequest,
        requested_by: str = "window",
        *,
        takes: int = 1,
        most: int | None = None,
        confirmed: bool = False,
        request_id: str | None = None,
        claim: Claim | None = None,
    ) -> tuple[Video, ...]:
        """Price, reserve so many videos of the request at once, send each once, and return them as
        the provider's answers left them.

        `most` is what may be held for all of them together, in hundredths; it is held where nobody
        knows the price, until the provider's figure settles it. The cards are published before the
        provider answers. `confirmed` says that the user wants the very same request again.
        `request_id` is what it is called from the moment it was made (see
        domain.request.take_ids). For `claim` see AcceptPhases.reserve. Raises
        InvalidRequestError, NotEnoughCreditsError, SpendGuardError, ClipFolderUnusableError (what
        is paid for could not be kept), LibraryReadOnlyError, and ProviderError, KeyMissingError or
        LocalServerError when the provider cannot be reached at all: then nothing was reserved.
        """
        sender = self._sender_here()
        await self.catalogue.load()
        facts = await request_facts(request, self.vendor, self.inputs, self.library, self.wallet.id)
        priced = self.vendor.priced(request, facts, None if most is None else most // takes)
        await self.ready()
        guard = self.guards.claim(priced, takes=takes, confirmed=confirmed)

        def may_be_reserved(rows: LibraryRows) -> None:
            guard(rows)
            if claim is not None:
                claim(rows)

        reserving = self.accept.reserve(
            request_id or self.new_id(), priced, requested_by, may_be_reserved, takes=takes
        )
        # A task of its own: a caller that is cancelled must not cancel a paid POST.
        task = asyncio.create_task(self._made(sender, priced, reserving), name="make")
        self._makings.add(task)
        task.add_done_callback(self._makings.discard)
        return await asyncio.shield(task)

    async def ready(self) -> None:
        """Raises what keeps anything from being paid for: see `create`."""
        self._sender_here()
        await self.connect()
        await self.opening.ensure()
        await self.downloader.can_keep()

    async def send(self, video_id: str) -> Video:
        """Send what was reserved in an earlier run, or join its sending where that goes on already.
        Raises IllegalTransitionError, LibraryReadOnlyError."""
        sender = self._sender_here()
        video = await self.library.read(lambda rows: rows.videos.get(video_id))
        if video.state is not VideoState.RESERVED or video.body is None:
            raise IllegalTransitionError(video.id, video.state, VideoState.SENDING)
        if video.wallet_id != self.wallet.id:
            raise IllegalTransitionError(video.id, "other_wallet", VideoState.SENDING)
        await self.ready()
        priced = PricedRequest(video.request, video.body, video.price)
        # A caller that is cancelled must not cancel a paid POST.
        return await asyncio.shield(self._sent(video_id, sender.send(video, priced)))

    async def cancel(self, video_id: str) -> None:
        """Give up a reserved video; its price is available again. Raises
        IllegalTransitionError for one that may have left."""
        await self._tell(await self.accept.cancelled(video_id))

    async def delete(self, video_id: str) -> None:
        """See Gallery.delete. Raises IllegalTransitionError."""
        for refusal in await self.gallery.delete([video_id]):
            raise refusal

    async def balance(self) -> ProviderBalance:
        """See Account.balance."""
        return await self.account.balance()

    async def refresh_balance(self) -> None:
        """See Account.refresh; nothing where what the provider says could not be written down."""
        if self.sender is not None:
            await self.account.refresh()

    async def fetch_again(self, video_id: str) -> None:
        """Bring a clip that is no longer on this disk, while the provider has it."""
        await self.downloader.fetch_again(video_id)

    async def rest(self) -> None:
        """Give back memory that the start needed and the next hour may not. Raises
        LibraryUnusableError."""
        await self.library.give_memory_back()

    @property
    def unwritten(self) -> Mapping[str, HeldAnswer]:
        """By video, once closed: answers of the provider that could be written nowhere, or into
        the journal alone, where the next start finds them."""
        return {} if self.sender is None else self.sender.unwritten

    async def until_fetched(self, video_id: str) -> None:
        """Return when no result of the video's task is left to try soon."""
        while await self.downloader.tries_soon(video_id) and not self._ended_early():
            await self.clock.sleep(_IDLE_CHECK_MS)

    async def until_idle(self) -> None:
        """Return when nothing is in flight and no download is left to try soon.

        Raises EngineStoppedError when a defect of ours ended the polling or the downloading.
        """
        while self._is_sending or self.poller.in_flight or await self.downloader.busy_soon():
            if self._ended_early():
                raise EngineStoppedError
            await self.clock.sleep(_IDLE_CHECK_MS)

    async def close(self) -> None:
        """Stop in order; a paid POST under way is waited for, at most 15 s. Idempotent."""
        if self._closing is None:
            self._closing = asyncio.create_task(self._close(), name="close")
        await asyncio.shield(self._closing)

    async def _close(self) -> None:
        if self.handovers is not None:
            await self.handovers.stop()
        if self.sender is not None:
            self.sender.stop()
        if "batches" in vars(self):
            await self.batches.close()
        if self._is_sending:
            sending = (*self._makings, *self._sends.values())
            await asyncio.wait(sending, timeout=SEND_GRACE_MS / 1000)
        pending = [*self._running, *self._makings, *self._sends.values()]
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        if self.handovers is not None:
            await self.handovers.close()
        # Before the library and the media helper that they work with.
        if "exporter" in vars(self):
            await self.exporter.close()
        if "copier" in vars(self):
            await self.copier.close()
        if "importer" in vars(self):
            await self.importer.stop()
        await self.catalogue.close()
        await self.remover.close()
        await self.close_parts()

    def _sender_here(self) -> Sender:
        if self.sender is None:
            raise LibraryReadOnlyError
        return self.sender

    @property
    def _is_sending(self) -> bool:
        return bool(self._makings or self._sends)

    async def _made(
        self,
        sender: Sender,
        priced: PricedRequest,
        reserving: Coroutine[Any, Any, tuple[Video, ...]],
    ) -> tuple[Video, ...]:
        videos = await reserving
        await self._tell(*videos)
        sends = [self._sent(video.id, sender.send(video, priced)) for video in videos]
        # Every one of them, whatever happens to another.
        ended = await asyncio.gather(*sends, return_exceptions=True)
        for one in ended:
            if isinstance(one, BaseException):
                raise one
        return tuple(one for one in ended if isinstance(one, Video))

    async def _tell(self, *videos: Video) -> None:
        for video in videos:
            await self.announcer.changed(video)
        await self.announcer.balance(videos[0].wallet_id)

    def _sent(self, video_id: str, sending: Coroutine[Any, Any, Video]) -> asyncio.Task[Video]:
        # Asked again while it waits for its next try, two loops would send it twice as often, and
        # the first would give up what the user just asked for (found by the state machine).
        task = self._sends.get(video_id)
        if task is None:
            task = asyncio.create_task(sending, name="send")
            self._sends[video_id] = task
            task.add_done_callback(lambda _ended: self._sends.pop(video_id))
        else:
            sending.close()
        return task

    def _handover_loop(self) -> list[tuple[str, Loop]]:
        handovers = self.handovers
        if handovers is None:
            return []
        return [("handovers", lambda: handovers.run(creating(self), self.cancel))]

    def _ended_early(self) -> bool:
        return self._closing is None and any(loop.done() for loop in self._running)

    def _loop_ended(self, task: asyncio.Task[None]) -> None:
        if task.cancelled() or (error := task.exception()) is None:
            return
        _log.error("%s ended", task.get_name(), exc_info=error)
        self.announcer.problem(EngineStoppedError())
