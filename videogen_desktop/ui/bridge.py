"""The seam between the window and the engine: the only object that two threads touch."""

import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from videogen_desktop.ui.arrivals import Arrivals
from videogen_desktop.ui.studio_interface import (
    FirstLook,
    OpenEngine,
    StartWorker,
    WalletEngine,
    Worker,
)
from videogen_desktop.ui.worker_side import WorkerSide

if TYPE_CHECKING:
    # Nothing of this is needed before the first paint.
    from concurrent.futures import Future

    from videogen_desktop.domain.events import Event
    from videogen_desktop.domain.request import VideoRequest

_log = logging.getLogger(__name__)


class _Outcome(NamedTuple):
    """How a command ended, and who hears of it: what came of it, or what went wrong."""

    arrived: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    value: Any = None
    error: BaseException | None = None
    is_cancelled: bool = False


class EngineBridge(QObject):
    """Commands go to the worker as coroutines; answers and events come back through `Arrivals`.

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
        self._worker: Worker | None = None
        self._worker_side = WorkerSide(open_engine, self.publish, first_look)
        self._arrivals = Arrivals(self)
        self._is_closing = False

    # --- commands ---------------------------------------------------------------------------

    def open(self) -> None:
        """Start the worker and open the library on it. Ends in `opened` or `openFailed`; where
        it can, `firstLookTaken` comes long before."""
        self._arrivals.begin()
        self._worker = self._start_worker()
        self._run(self._worker_side.look(), self._show_first, self._open_without)

    def _show_first(self, page: Any) -> None:
        if page is not None:
            self.firstLookTaken.emit(page)
        # Its imports compete with the first cards for the processor: those are painted first.
        QTimer.singleShot(0, self, self._open_engine)

    def _open_without(self, _error: BaseException) -> None:
        self._open_engine()

    @Slot()
    def _open_engine(self) -> None:
        self._run(self._worker_side.open(), self.opened.emit, self.openFailed.emit)

    def reopen(self, open_engine: OpenEngine) -> None:
        """Close the engine in order and open another. Ends in `opened` or `openFailed`; what is
        asked meanwhile, or still under way, gets no answer."""
        self._run(self._worker_side.reopen(open_engine), self.opened.emit, self.openFailed.emit)

    def ask(
        self,
        verb: Callable[[WalletEngine], Awaitable[Any]],
        arrived: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> "Future[Any] | None":
        """Run one of the engine's verbs on the worker; one of the two callbacks follows, on the
        main thread (without `failed`: the signal commandFailed).

        The future is for the root, which can wait at the end: it ends however the verb does, and
        is cancelled where there is no engine. None: nothing is run any more.
        """
        call = self._worker_side.call(verb)
        return self._run(call, arrived or _nothing, failed or self.commandFailed.emit)

    def work(
        self,
        verb: Callable[[], Awaitable[Any]],
        arrived: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        *,
        alone: bool = False,
    ) -> None:
        """Run on the worker what needs no engine; one of the two callbacks follows. `alone`: close
        an open engine in order before; what it is asked from then on gets no answer."""
        self._run(self._worker_side.work(verb, alone), arrived, failed)

    def fetch_items(self, video_ids: Sequence[str]) -> None:
        """Read cards. Ends in `itemsArrived` or `itemsFailed`."""
        ids = tuple(video_ids)
        self.ask(lambda engine: engine.items(ids), self.itemsArrived.emit, self.itemsFailed.emit)

    def generate(self, request: "VideoRequest", video_id: str, *, confirmed: bool = False) -> None:
        """Reserve and send, as the video of this id. The card's VideoChanged comes long before the
        end. `confirmed`: the user wants the very same request again."""
        self.ask(
            lambda engine: engine.generate(request, confirmed=confirmed, video_id=video_id),
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
        return None if self._worker is None else self._worker.submit(self._worker_side.close())

    # --- worker thread ----------------------------------------------------------------------

    def publish(self, event: "Event") -> None:
        """Hand an event over. The worker's side of the seam."""
        self._arrivals.put(partial(self._deliver_event, event))

    def _settle(self, outcome: _Outcome, future: "Future[Any]") -> None:
        if future.cancelled():
            ended = outcome._replace(is_cancelled=True)
        elif (error := future.exception()) is not None:
            ended = outcome._replace(error=error)
        else:
            ended = outcome._replace(value=future.result())
        self._arrivals.put(partial(self._deliver_outcome, ended))

    # --- main thread ------------------------------------------------------------------------

    def _run(
        self,
        coroutine: Coroutine[Any, Any, Any],
        arrived: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> "Future[Any] | None":
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


def _nothing(_value: Any) -> None:
    """For commands whose only effect is an event."""
