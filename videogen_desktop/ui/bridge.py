"""The seam between the window and the engine: the only object that two threads touch."""

import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    # Nothing of this is needed before the first paint.
    import asyncio
    from concurrent.futures import Future

    from videogen_desktop.domain.events import Event
    from videogen_desktop.domain.gallery import GalleryPage, Opened
    from videogen_desktop.domain.request import VideoRequest
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.services.worker import BackgroundWorker

_log = logging.getLogger(__name__)
_Answer = TypeVar("_Answer")

Publish = Callable[["Event"], None]
StartWorker = Callable[[], "BackgroundWorker"]
OpenEngine = Callable[[Publish], Coroutine[Any, Any, "WalletEngine"]]
# The gallery's first cards, without an engine; None where they cannot be had so soon.
FirstLook = Callable[[], "GalleryPage | None"]

# Qt runs all that was posted before it looks at timers, paints or keys: what twenty jobs say at
# once held the window up for 13 ms.
_BUDGET_SECONDS = 0.002


class _Outcome(NamedTuple):
    """How a command ended, and who hears of it: what came of it, or what went wrong."""

    arrived: Callable[[Any], object]
    failed: Callable[[BaseException], object]
    value: Any = None
    error: BaseException | None = None
    is_cancelled: bool = False


class EngineBridge(QObject):
    """Commands go to the worker as coroutines; answers and events come back in turns.

    Made on the main thread, before the worker starts. Everything but `publish` is called on the
    main thread, and every public signal is emitted there. Nothing here waits on the worker.
    """

    firstLookTaken = Signal(object)  # GalleryPage
    opened = Signal(object)  # services.wallet_engine.Opened
    openFailed = Signal(object)  # BaseException
    eventArrived = Signal(object)  # domain.events.Event
    itemsArrived = Signal(object)  # tuple[LibraryItem, ...]
    itemsFailed = Signal(object)  # BaseException
    generateEnded = Signal(object)  # VideoRequest: the provider took it, or its card exists
    generateFailed = Signal(object, str, object)  # VideoRequest, its video's id, BaseException
    commandFailed = Signal(object)  # BaseException

    def __init__(
        self,
        start_worker: StartWorker,
        open_engine: OpenEngine,
        parent: QObject | None = None,
        first_look: FirstLook | None = None,
    ) -> None:
        super().__init__(parent)
        self._start_worker = start_worker
        self._worker: BackgroundWorker | None = None
        self._current = _CurrentEngine(open_engine, self.publish, first_look)
        self._queue = MainThreadQueue(self)
        self._is_closing = False

    # --- commands ---------------------------------------------------------------------------

    def open(self) -> None:
        """Start the worker and open the library on it. Ends in `opened` or `openFailed`; where
        it can, `firstLookTaken` comes long before."""
        self._queue.begin()
        self._worker = self._start_worker()
        self._run(self._current.look(), self._show_first, self._open_without)

    def _show_first(self, page: "GalleryPage | None") -> None:
        if page is not None:
            self.firstLookTaken.emit(page)
        # Its imports compete with the first cards for the processor: those are painted first.
        QTimer.singleShot(0, self, self._open_engine)

    def _open_without(self, _error: BaseException) -> None:
        self._open_engine()

    @Slot()
    def _open_engine(self) -> None:
        self._run(self._current.open(), self.opened.emit, self.openFailed.emit)

    def reopen(self, open_engine: OpenEngine) -> None:
        """Close the engine in order and open another. Ends in `opened` or `openFailed`; what is
        asked meanwhile, or still under way, gets no answer."""
        self._run(self._current.reopen(open_engine), self.opened.emit, self.openFailed.emit)

    def ask(
        self,
        verb: "Callable[[WalletEngine], Awaitable[_Answer]]",
        arrived: Callable[[_Answer], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
    ) -> "Future[_Answer] | None":
        """Run one of the engine's verbs on the worker; one of the two callbacks follows, on the
        main thread (without `failed`: the signal commandFailed).

        The future is for the root, which can wait at the end: it ends however the verb does, and
        is cancelled where there is no engine. None: nothing is run any more.
        """
        call = self._current.call(verb)
        return self._run(call, arrived or _nothing, failed or self.commandFailed.emit)

    def work(
        self,
        verb: Callable[[], Awaitable[_Answer]],
        arrived: Callable[[_Answer], object],
        failed: Callable[[BaseException], object],
        *,
        alone: bool = False,
    ) -> None:
        """Run on the worker what needs no engine; one of the two callbacks follows. `alone`: close
        an open engine in order before; what it is asked from then on gets no answer."""
        self._run(self._current.work(verb, alone), arrived, failed)

    def fetch_items(self, video_ids: Sequence[str]) -> None:
        """Read cards. Ends in `itemsArrived` or `itemsFailed`."""
        ids = tuple(video_ids)
        self.ask(lambda engine: engine.items(ids), self.itemsArrived.emit, self.itemsFailed.emit)

    def generate(
        self,
        request: "VideoRequest",
        video_id: str,
        *,
        takes: int = 1,
        most: int | None = None,
        confirmed: bool = False,
    ) -> None:
        """Reserve and send so many videos of the request, the first as the video of this id. Its
        VideoChanged comes long before the end. `most`: what may be held for all of them, where
        nobody knows the price. `confirmed`: the user wants the very same request again."""
        self.ask(
            lambda engine: engine.create(
                request, takes=takes, most=most, confirmed=confirmed, request_id=video_id
            ),
            lambda _video: self.generateEnded.emit(request),
            partial(self.generateFailed.emit, request, video_id),
        )

    def send(self, video_id: str) -> None:
        """Send a video that was reserved but never sent."""
        self.ask(lambda engine: engine.send(video_id))

    def cancel(self, video_id: str) -> None:
        """Cancel a video that was never sent; its credits come back."""
        self.ask(lambda engine: engine.cancel(video_id))

    def delete(self, video_id: str) -> None:
        """Take a video out of the gallery; its row and its money stay."""
        self.ask(lambda engine: engine.delete(video_id))

    def refresh_balance(self) -> None:
        """Ask the provider for the balance. Ends in a BalanceChanged event."""
        self.ask(lambda engine: engine.refresh_balance())

    def close(self) -> "Future[None] | None":
        """Close the engine in order; for the root, once no window is left to keep alive.

        None when the worker never started.
        """
        self._is_closing = True
        return None if self._worker is None else self._worker.submit(self._current.close())

    # --- worker thread ----------------------------------------------------------------------

    def publish(self, event: "Event") -> None:
        """Hand an event over. The worker's side of the seam."""
        self._queue.put(partial(self._deliver_event, event))

    def _settle(self, outcome: _Outcome, future: "Future[Any]") -> None:
        if future.cancelled():
            ended = outcome._replace(is_cancelled=True)
        elif (error := future.exception()) is not None:
            ended = outcome._replace(error=error)
        else:
            ended = outcome._replace(value=future.result())
        self._queue.put(partial(self._deliver_outcome, ended))

    # --- main thread ------------------------------------------------------------------------

    def _run(
        self,
        coroutine: Coroutine[Any, Any, _Answer],
        arrived: Callable[[_Answer], object],
        failed: Callable[[BaseException], object],
    ) -> "Future[_Answer] | None":
        if self._is_closing or self._worker is None:
            coroutine.close()
            return None
        future = self._worker.submit(coroutine)
        future.add_done_callback(partial(self._settle, _Outcome(arrived, failed)))
        return future

    def _deliver_event(self, event: "Event") -> None:
        if not self._is_closing:
            self.eventArrived.emit(event)

    def _deliver_outcome(self, outcome: _Outcome) -> None:
        from videogen_desktop.domain.errors import VideoGenError

        if self._is_closing or outcome.is_cancelled:
            return
        if outcome.error is None:
            outcome.arrived(outcome.value)
            return
        if not isinstance(outcome.error, VideoGenError):
            _log.error("a command failed", exc_info=outcome.error)
        outcome.failed(outcome.error)


class _CurrentEngine:
    """The engine that is open, at most one. Made on the main thread; every method runs on the
    worker."""

    def __init__(
        self, open_engine: OpenEngine, publish: Publish, first_look: FirstLook | None
    ) -> None:
        self._open_engine = open_engine
        self._first_look = first_look
        self._publish = publish
        self._engine: WalletEngine | None = None
        self._leaving: WalletEngine | None = None
        self._opening: asyncio.Task[Any] | None = None
        # There are cards already, and no engine yet: what they ask for waits for it.
        self._looked: asyncio.Future[None] | None = None

    async def look(self) -> "GalleryPage | None":
        """The gallery's first cards, before there is an engine; None where none can be had."""
        import asyncio

        self._looked = asyncio.get_running_loop().create_future()
        return None if self._first_look is None else self._first_look()

    async def open(self) -> "Opened":
        import asyncio

        self._opening = asyncio.current_task()
        try:
            self._engine = await self._open_engine(self._publish)
        finally:
            if self._looked is not None and not self._looked.done():
                self._looked.set_result(None)
        return await self._engine.opened()

    async def reopen(self, open_engine: OpenEngine) -> "Opened":
        """Close the engine in order and open another."""
        import asyncio

        self._opening = asyncio.current_task()
        self._open_engine = open_engine
        await self._leave()
        return await self.open()

    async def call(self, verb: "Callable[[WalletEngine], Awaitable[_Answer]]") -> _Answer:
        """What the very first cards ask for waits for the engine. Without one it is cancelled:
        nobody waits for the answer any more."""
        import asyncio

        if self._looked is not None and not self._looked.done():
            await asyncio.shield(self._looked)
        if self._engine is None:
            raise asyncio.CancelledError
        return await verb(self._engine)

    async def work(self, verb: Callable[[], Awaitable[_Answer]], alone: bool) -> _Answer:
        """What needs no engine; `alone`: close an open one in order before."""
        if alone:
            await self._leave()
        return await verb()

    async def close(self) -> None:
        import asyncio

        # A window closed while the library opens: what was opened half must be closed as well.
        if self._opening is not None and not self._opening.done():
            self._opening.cancel()
            await asyncio.wait([self._opening])
        engines = (self._leaving, self._engine)
        self._leaving = self._engine = None
        for engine in engines:
            if engine is not None:
                await engine.close()

    async def _leave(self) -> None:
        self._leaving, self._engine = self._engine, None
        if self._leaving is not None:
            await self._leaving.close()
            self._leaving = None


class MainThreadQueue(QObject):
    """What the worker hands over, delivered on the main thread in order, a little at a time.

    Made on the main thread; `put` is called on any. Nothing is delivered before `begin`.
    """

    _crossed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deliveries: deque[Callable[[], None]] = deque()
        self._is_announced = False
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._deliver)

    def begin(self) -> None:
        """From now on each delivery is called in its turn, also what has come already."""
        # Not at the top: ui/theme/icons.py says what this class costs.
        from PySide6.QtCore import Qt

        self._crossed.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._rest.start()

    def put(self, delivery: Callable[[], None]) -> None:
        """Have it called on the main thread, after all that came before it."""
        self._deliveries.append(delivery)
        if self._is_announced:
            return
        self._is_announced = True
        # RuntimeError: the application has gone and took the C++ object with it.
        try:
            self._crossed.emit()
        except RuntimeError:
            _log.debug("something arrived after the window had gone")

    @Slot()
    def _deliver(self) -> None:
        self._is_announced = False
        ends = time.perf_counter() + _BUDGET_SECONDS
        # What comes meanwhile is announced again: each turn ends.
        for _ in range(len(self._deliveries)):
            if not self._deliveries:
                return
            delivery = self._deliveries.popleft()
            if self._deliveries:
                # Already now: this one may open a dialog with a loop of its own, or fail.
                self._rest.start()
            delivery()
            if time.perf_counter() > ends:
                return


def _nothing(_value: object) -> None:
    """For commands whose only effect is an event."""
