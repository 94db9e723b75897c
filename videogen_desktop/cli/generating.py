"""A request made from the terminal, by an engine of its own or by the one that already runs."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.errors import error_text, exit_code
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.outcomes import End, Result, is_final, unknown_outcome, with_copy
from videogen_desktop.cli.progress import Progress
from videogen_desktop.cli.request_options import Asked
from videogen_desktop.cli.running import InterruptedByUserError, Interruption
from videogen_desktop.domain.errors import EngineLockedError, VideoGenError
from videogen_desktop.domain.events import (
    DownloadProgressed,
    Event,
    ProblemReported,
    VideoChanged,
)
from videogen_desktop.domain.handover import EngineEndedError, OutcomeUnknownError
from videogen_desktop.domain.request import VideoRequest, take_ids
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.engine.opening import EngineOptions, open_engine

if TYPE_CHECKING:
    from videogen_desktop.services.handover_requester import HandoverRequester
    from videogen_desktop.services.inputs import Inputs
    from videogen_desktop.services.wallet_engine import WalletEngine

_log = logging.getLogger(__name__)

# The picture for the window's gallery takes a moment; no result waits longer for it.
_POSTER_SECONDS = 2.0
Reached = Callable[[LibraryItem], bool]
_LEFT_TO_IT = "Interrupted. The VideoGen that already ran goes on with it."
_DEFECT = "Something went wrong inside the program ({name}); details are in its log."


class Generating:
    """The takes of one request, whoever holds the engine, and also when that changes meanwhile.

    The id is the request's from the start of the command: whoever makes its videos makes those of
    the ids that follow from it, of which the library takes no second. Everything runs on one loop.
    """

    def __init__(
        self,
        options: EngineOptions,
        request_id: str,
        asked: Asked,
        outputs: Sequence[Path | None],
        progress: Progress,
        *,
        most: int | None = None,
        confirmed: bool,
        wait: bool,
    ) -> None:
        """As many takes as `outputs`, and `most` hundredths held for all of them. `wait` until they
        are on this disk, else until the provider has taken them."""
        self._options = options
        self._request_id = request_id
        self._ids = take_ids(request_id, len(outputs))
        self._asked = asked
        # With its files, once they are in the library.
        self._request: VideoRequest | None = None
        self._most = most
        self._outputs = dict(zip(self._ids, outputs, strict=True))
        self._progress = progress
        self._confirmed = confirmed
        self._wait = wait
        # As the engine of this command has them, and as the one that was asked had them last.
        self._items: dict[str, LibraryItem] = {}
        self._handed: tuple[LibraryItem, ...] = ()
        self._changed = asyncio.Event()

    async def run(self, stop: Interruption) -> tuple[Result, ...]:
        """One for each take. Raises VideoGenError; whether videos came to be, the library knows."""
        while True:
            self._items = {}
            try:
                return await self._made_here(stop)
            except EngineLockedError:
                results = await self._handed_over(stop)
            if results is not None:
                return results

    # --- by an engine of this command's own -----------------------------------------------------

    async def _made_here(self, stop: Interruption) -> tuple[Result, ...]:
        """Follow the videos of these ids where another engine has reserved them, and make no
        others. Raises VideoGenError only when no video came to be."""
        engine = await open_engine(self._options, self._heard)
        try:
            # Before anything can interrupt: an engine that has ended may have paid for them.
            for item in await engine.items(self._ids):
                self._heard_of(item)
            return await self._followed(engine, stop)
        except VideoGenError as error:
            if not self._items:
                raise
            await self._take_back(engine)
            return self._results(End.BROKEN, exit_code(error), error_text(error))
        except InterruptedByUserError:
            await self._take_back(engine)
            return self._results(End.INTERRUPTED, ExitCode.INTERRUPTED)
        except Exception as error:
            if not self._items:
                raise
            _log.exception("generating %s", self._request_id)
            sentence = _DEFECT.format(name=type(error).__name__)
            return self._results(End.BROKEN, ExitCode.DEFECT, sentence)
        finally:
            # What a paid POST under way was answered decides what can be said.
            await stop.closing(engine.close())
            self._keep_unwritten(engine)

    async def _followed(self, engine: "WalletEngine", stop: Interruption) -> tuple[Result, ...]:
        await stop.unless(self._begun(engine))
        if self._wait:
            await stop.unless(self._until(is_final))
        if self._items.keys() != set(self._ids):
            raise RuntimeError("the engine accepted videos and did not announce them")
        ended = await self._ended([self._items[one] for one in self._ids])
        if not self._wait:
            return ended
        await stop.unless(self._until_posters())
        for item in self._items.copy().values():
            if item.clip is not None:
                # Further results of the task are videos too, and paid for.
                await stop.unless(engine.until_fetched(item.video.id))
        return ended

    async def _begun(self, engine: "WalletEngine") -> None:
        if not self._items:
            await engine.create(
                await self._whole_request(engine.inputs),
                "terminal",
                takes=len(self._ids),
                most=self._most,
                confirmed=self._confirmed,
                request_id=self._request_id,
            )
            return
        # The other engine ended before it sent them, and here somebody waits for them.
        await asyncio.gather(*(engine.send(item.video.id) for item in self._waiting))

    async def _whole_request(self, inputs: "Inputs") -> VideoRequest:
        # What was taken in once is not looked for again: the file may be gone by then.
        if self._request is None:
            self._request = await self._asked.taken_in(inputs, self._progress.note)
        return self._request

    @property
    def _waiting(self) -> list[LibraryItem]:
        items = self._items.values()
        return [item for item in items if item.video.state is VideoState.RESERVED]

    async def _until_posters(self) -> None:
        try:
            async with asyncio.timeout(_POSTER_SECONDS):
                await self._until(lambda item: item.clip is None or item.poster is not None)
        except TimeoutError:
            return

    async def _until(self, reached: Reached) -> None:
        while len(self._items) < len(self._ids) or not all(map(reached, self._items.values())):
            self._changed.clear()
            await self._changed.wait()

    async def _take_back(self, engine: "WalletEngine") -> None:
        """What was not sent yet shall not be sent after the user said stop."""
        for item in self._waiting:
            # Else it was sent in this very moment: closing waits for the answer.
            with contextlib.suppress(VideoGenError):
                await engine.cancel(item.video.id)

    def _keep_unwritten(self, engine: "WalletEngine") -> None:
        for video_id, held in engine.unwritten.items():
            if video_id in self._items:
                self._heard_of(replace(self._items[video_id], held=held))

    def _heard(self, event: Event) -> None:
        if isinstance(event, VideoChanged):
            self._heard_of(event.item)
        elif isinstance(event, DownloadProgressed) and event.video_id in self._ids:
            self._progress.received(event.video_id, event.received, event.total)
        elif isinstance(event, ProblemReported):
            self._progress.note(error_text(event.error))

    def _heard_of(self, item: LibraryItem) -> None:
        if item.video.id not in self._ids:
            return
        self._items[item.video.id] = item
        self._progress.show(item)
        self._changed.set()

    # --- by the engine that already runs here ---------------------------------------------------

    async def _handed_over(self, stop: Interruption) -> tuple[Result, ...] | None:
        """None when the engine that was asked has ended: `_handed` is what it made of it."""
        # It reads the library, which a command that has the engine opens only beside a server.
        from videogen_desktop.services.handover_requester import HandoverRequester

        try:
            request = await self._request_beside(stop)
        except InterruptedByUserError:
            return self._results(End.INTERRUPTED, ExitCode.INTERRUPTED)
        requester = HandoverRequester(
            self._options.places,
            self._options.wallet.key,
            self._request_id,
            request,
            self._progress,
            takes=len(self._ids),
            most=self._most,
            confirmed=self._confirmed,
            items=self._handed,
        )
        try:
            with requester:
                items = await self._made_there(requester, stop)
            return await self._ended(items)
        except EngineEndedError:
            return None
        except InterruptedByUserError:
            self._items = {item.video.id: item for item in requester.items}
            return self._results(End.INTERRUPTED, sentence=_LEFT_TO_IT)
        except OutcomeUnknownError as unknown:
            self._items = {item.video.id: item for item in requester.items}
            code = ExitCode.INTERRUPTED if stop.happened else ExitCode.UNCONFIRMED
            return self._results(End.UNKNOWN, code, unknown_outcome(unknown.condition))
        finally:
            self._handed = requester.items

    async def _request_beside(self, stop: Interruption) -> VideoRequest:
        """Its files are taken in here: the engine that is asked knows none of our paths."""
        if self._request is not None or not self._asked.files:
            return self._request or self._asked.request
        from videogen_desktop.engine.starting import inputs_beside

        async with inputs_beside(self._options) as inputs:
            return await stop.unless(self._whole_request(inputs))

    async def _made_there(
        self, requester: "HandoverRequester", stop: Interruption
    ) -> tuple[LibraryItem, ...]:
        try:
            return await stop.unless(requester.made(is_final if self._wait else _is_accepted))
        except InterruptedByUserError:
            await stop.closing(requester.take_back())
            if requester.is_laid_down:
                raise OutcomeUnknownError("busy") from None
            raise

    # --- whoever made it ------------------------------------------------------------------------

    async def _ended(self, items: Sequence[LibraryItem]) -> tuple[Result, ...]:
        """They came as far as they go, or as far as somebody waits for them."""
        wallet, results = self._options.wallet_name, []
        for item in items:
            if not self._wait and item.video.task_id is not None:
                results.append(Result(item, End.ACCEPTED, wallet=wallet))
                continue
            reached = Result(item, End.REACHED, wallet=wallet)
            results.append(await with_copy(reached, self._outputs[item.video.id]))
        return tuple(results)

    def _results(
        self, end: End, code: ExitCode = ExitCode.DONE, sentence: str = ""
    ) -> tuple[Result, ...]:
        """The same for every take."""
        wallet = self._options.wallet_name
        return tuple(Result(self._items.get(one), end, code, sentence, wallet) for one in self._ids)


def _is_accepted(item: LibraryItem) -> bool:
    return item.video.task_id is not None or is_final(item)
