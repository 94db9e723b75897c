"""Who makes the video: an engine of this command's own, or the one that already runs here."""

from dataclasses import replace
from pathlib import Path

from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.generating import Generating
from videogen_desktop.cli.outcomes import End, Result, is_final, unknown_outcome, with_copy
from videogen_desktop.cli.output import wallet_name
from videogen_desktop.cli.progress import Progress
from videogen_desktop.cli.running import InterruptedByUserError, Interruption
from videogen_desktop.domain.errors import EngineLockedError
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.engine.options import EngineOptions

_LEFT_TO_IT = "Interrupted. The VideoGen that already ran goes on with it."


class Making:
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
        self._options = options
        self._video_id = video_id
        self._request = request
        self._output = output
        self._progress = progress
        self._confirmed = confirmed
        self._wait = wait
        self._handed: LibraryItem | None = None

    async def run(self, stop: Interruption) -> Result:
        """Raises VideoGenError; whether a video came to be, the library knows."""
        while True:
            try:
                return await self._made_here(stop)
            except EngineLockedError:
                result = await self._handed_over(stop)
            if result is not None:
                return result

    async def _made_here(self, stop: Interruption) -> Result:
        job = Generating(
            self._options,
            self._video_id,
            self._request,
            self._output,
            self._progress,
            confirmed=self._confirmed,
        )
        return await job.run(stop, wait=self._wait)

    async def _handed_over(self, stop: Interruption) -> Result | None:
        """None when the engine that was asked has ended: `_handed` is what it made of it."""
        # It reads the library, which a command that has the engine opens only beside the sandbox.
        from videogen_desktop.cli.handing_over import (
            EngineEndedError,
            HandingOver,
            OutcomeUnknownError,
        )

        job = HandingOver(
            *(self._options, self._video_id, self._request, self._progress),
            confirmed=self._confirmed,
            item=self._handed,
        )
        try:
            item = await job.run(stop, is_final if self._wait else _is_accepted)
        except EngineEndedError:
            self._handed = job.item
            return None
        except InterruptedByUserError:
            return replace(self._result(job.item, End.INTERRUPTED), sentence=_LEFT_TO_IT)
        except OutcomeUnknownError as unknown:
            code = ExitCode.INTERRUPTED if stop.happened else ExitCode.UNCONFIRMED
            sentence = unknown_outcome(unknown.condition)
            return replace(self._result(job.item, End.UNKNOWN), code=code, sentence=sentence)
        if not self._wait and item.video.task_id is not None:
            return self._result(item, End.ACCEPTED)
        if item.clip is None:
            return self._result(item, End.REACHED)
        return await with_copy(self._result(item, End.REACHED), self._output)

    def _result(self, item: LibraryItem | None, end: End) -> Result:
        return Result(item, end, wallet=wallet_name(self._options.wallet.key))


def _is_accepted(item: LibraryItem) -> bool:
    return item.video.task_id is not None or is_final(item)
