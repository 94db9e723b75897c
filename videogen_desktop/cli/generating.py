"""One video made from the terminal, by an engine of its own or by the one that already runs."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.errors import error_text, exit_code
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.outcomes import End, Result, is_final, unknown_outcome, with_copy
from videogen_desktop.cli.progress import Progress
from videogen_desktop.cli.running import InterruptedByUserError, Interruption
from videogen_desktop.domain.errors import EngineLockedError, VideoGenError
from videogen_desktop.domain.events import (
    DownloadProgressed,
    Event,
    ProblemReported,
    VideoChanged,
)
from videogen_desktop.domain.handover import EngineEndedError, OutcomeUnknownError
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.engine.opening import EngineOptions, open_engine

if TYPE_CHECKING:
    from videogen_desktop.services.handovers import HandoverRequester
    from videogen_desktop.services.wallet_engine import WalletEngine

_log = logging.getLogger(__name__)

# The picture for the window's gallery takes a moment; no result waits longer for it.
_POSTER_SECONDS = 2.0
Reached = Callable[[LibraryItem], bool]
_LEFT_TO_IT = "Interrupted. The VideoGen that already ran goes on with it."
_DEFECT = "Something went wrong inside the program ({name}); details are in its log."


class Generating:
    """One video of one id, whoever holds the engine, and also when that changes meanwhile.

    The id is the request's from the start of the command: whoever makes the video makes the one of
    this id, of which the library takes no second. Everything runs on one loop.
    """

    def __init__(
        self,
        options: EngineOptions,
        video_id: str,
        request: VideoRequest,
        output: Path | None,
        progress: Progress,
        *,
        confirmed: bool,
        wait: bool,
    ) -> None:
        """`wait` until the video is on this disk, else until the provider has taken it."""
        self._options = options
        self._video_id = video_id
        self._request = request
        self._output = output
        self._progress = progress
        self._confirmed = confirmed
        self._wait = wait
        # As the engine of this command has it, and as the one that was asked had it last.
        self._item: LibraryItem | None = None
        self._handed: LibraryItem | None = None
        self._changed = asyncio.Event()

    async def run(self, stop: Interruption) -> Result:
        """Raises VideoGenError; whether a video came to be, the library knows."""
        while True:
            self._item = None
            try:
                return await self._made_here(stop)
            except EngineLockedError:
                result = await self._handed_over(stop)
            if result is not None:
                return result

    # --- by an engine of this command's own -----------------------------------------------------

    async def _made_here(self, stop: Interruption) -> Result:
        """Follow the video of this id where another engine has reserved it, and make no other.
        Raises VideoGenError only when no video came to be."""
        engine = await open_engine(self._options, self._heard)
        try:
            # Before anything can interrupt: an engine that has ended may have paid for it.
            for item in await engine.items([self._video_id]):
                self._heard_of(item)
            return await self._followed(engine, stop)
        except VideoGenError as error:
            if self._item is None:
                raise
            await self._take_back(engine)
            return self._result(End.BROKEN, exit_code(error), error_text(error))
        except InterruptedByUserError:
            await self._take_back(engine)
            return self._result(End.INTERRUPTED, ExitCode.INTERRUPTED)
        except Exception as error:
            if self._item is None:
                raise
            _log.exception("generating %s", self._video_id)
            sentence = _DEFECT.format(name=type(error).__name__)
            return self._result(End.BROKEN, ExitCode.DEFECT, sentence)
        finally:
            # What a paid POST under way was answered decides what can be said.
            await stop.closing(engine.close())
            self._keep_unwritten(engine)

    async def _followed(self, engine: "WalletEngine", stop: Interruption) -> Result:
        await stop.unless(self._begun(engine))
        if self._wait:
            await stop.unless(self._until(is_final))
        if self._item is None:
            raise RuntimeError("the engine accepted a video and did not announce it")
        ended = await self._ended(self._item)
        if ended.end is End.ACCEPTED or self._item.clip is None:
            return ended
        await stop.unless(self._until_poster())
        # Further results of the task are videos too, and paid for.
        await stop.unless(engine.until_fetched(self._item.video.id))
        return ended

    async def _begun(self, engine: "WalletEngine") -> None:
        if self._item is None:
            await engine.generate(
                self._request, "terminal", confirmed=self._confirmed, video_id=self._video_id
            )
        elif self._item.video.state is VideoState.RESERVED:
            # The other engine ended before it sent it, and here somebody waits for it.
            await engine.send(self._video_id)

    async def _until_poster(self) -> None:
        try:
            async with asyncio.timeout(_POSTER_SECONDS):
                await self._until(lambda item: item.poster is not None)
        except TimeoutError:
            return

    async def _until(self, reached: Reached) -> None:
        while self._item is None or not reached(self._item):
            self._changed.clear()
            await self._changed.wait()

    async def _take_back(self, engine: "WalletEngine") -> None:
        """What was not sent yet shall not be sent after the user said stop."""
        if self._item is None or self._item.video.state is not VideoState.RESERVED:
            return
        try:
            await engine.cancel(self._item.video.id)
        except VideoGenError:
            # It was sent in this very moment: closing waits for the answer.
            return

    def _keep_unwritten(self, engine: "WalletEngine") -> None:
        held = engine.unwritten.get(self._video_id)
        if held is not None and self._item is not None:
            self._heard_of(replace(self._item, held=held))

    def _heard(self, event: Event) -> None:
        if isinstance(event, VideoChanged):
            self._heard_of(event.item)
        elif isinstance(event, DownloadProgressed) and event.video_id == self._video_id:
            self._progress.received(event.received, event.total)
        elif isinstance(event, ProblemReported):
            self._progress.note(error_text(event.error))

    def _heard_of(self, item: LibraryItem) -> None:
        if item.video.id != self._video_id:
            return
        self._item = item
        self._progress.show(item)
        self._changed.set()

    # --- by the engine that already runs here ---------------------------------------------------

    async def _handed_over(self, stop: Interruption) -> Result | None:
        """None when the engine that was asked has ended: `_handed` is what it made of it."""
        # It reads the library, which a command that has the engine opens only beside a server.
        from videogen_desktop.services.handovers import HandoverRequester

        requester = HandoverRequester(
            self._options.places,
            self._options.wallet.key,
            self._video_id,
            self._request,
            self._progress,
            confirmed=self._confirmed,
            item=self._handed,
        )
        try:
            with requester:
                item = await self._asked(requester, stop)
            return await self._ended(item)
        except EngineEndedError:
            return None
        except InterruptedByUserError:
            return self._result(End.INTERRUPTED, item=requester.item, sentence=_LEFT_TO_IT)
        except OutcomeUnknownError as unknown:
            code = ExitCode.INTERRUPTED if stop.happened else ExitCode.UNCONFIRMED
            sentence = unknown_outcome(unknown.condition)
            return self._result(End.UNKNOWN, code, sentence, item=requester.item)
        finally:
            self._handed = requester.item

    async def _asked(self, requester: "HandoverRequester", stop: Interruption) -> LibraryItem:
        try:
            return await stop.unless(requester.made(is_final if self._wait else _is_accepted))
        except InterruptedByUserError:
            await stop.closing(requester.take_back())
            if requester.is_laid_down:
                raise OutcomeUnknownError("busy") from None
            raise

    # --- whoever made it ------------------------------------------------------------------------

    async def _ended(self, item: LibraryItem) -> Result:
        """It came as far as it goes, or as far as somebody waits for it."""
        if not self._wait and item.video.task_id is not None:
            return self._result(End.ACCEPTED, item=item)
        return await with_copy(self._result(End.REACHED, item=item), self._output)

    def _result(
        self,
        end: End,
        code: ExitCode = ExitCode.DONE,
        sentence: str = "",
        item: LibraryItem | None = None,
    ) -> Result:
        wallet = self._options.wallet_name
        return Result(item or self._item, end, code, sentence, wallet)


def _is_accepted(item: LibraryItem) -> bool:
    return item.video.task_id is not None or is_final(item)
