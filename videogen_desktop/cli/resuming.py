"""Follows everything in flight to its end; imports the engine."""

import asyncio
import logging

from videogen_desktop.cli.charges import charge_sentence
from videogen_desktop.cli.errors import error_text
from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.generate_result import PLAYS_ELSEWHERE
from videogen_desktop.cli.outcomes import is_final, outcome
from videogen_desktop.cli.progress import Progress
from videogen_desktop.cli.running import InterruptedByUserError, Interruption
from videogen_desktop.domain.errors import KeyRejectedError, ProviderError
from videogen_desktop.domain.events import Event, ProblemReported, VideoChanged
from videogen_desktop.domain.states import VideoState
from videogen_desktop.engine.opening import open_engine
from videogen_desktop.engine.options import EngineOptions
from videogen_desktop.services.wallet_engine import WalletEngine

_log = logging.getLogger(__name__)


class Resuming:
    """Polls and downloads on one loop until nothing is left, or the time is over."""

    def __init__(self, options: EngineOptions, progress: Progress) -> None:
        self._options = options
        self._progress = progress
        self._told: set[str] = set()

    async def run(self, stop: Interruption, timeout_seconds: float | None) -> ExitCode:
        """DONE also at the timeout: the caller looks at what is left. Raises VideoGenError."""
        engine = await open_engine(self._options, self._heard)
        try:
            async with asyncio.timeout(timeout_seconds):
                await stop.unless(self._work(engine))
        except TimeoutError:
            self._progress.note("The time is over.")
        except InterruptedByUserError:
            self._progress.note("Interrupted. Nothing is lost; `videogen resume` goes on.")
            return ExitCode.INTERRUPTED
        finally:
            await stop.closing(engine.close())
        return ExitCode.DONE

    async def _work(self, engine: WalletEngine) -> None:
        try:
            # A key that is missing or wrong would let the polling go on for ever.
            await engine.balance()
        except KeyRejectedError:
            raise
        except ProviderError as error:
            _log.info("the balance could not be read: %s", type(error).__name__)
        await engine.until_idle()

    def _heard(self, event: Event) -> None:
        if isinstance(event, ProblemReported):
            self._progress.note(error_text(event.error))
        elif isinstance(event, VideoChanged):
            video = event.item.video
            if video.id in self._told or not is_final(event.item):
                return
            self._told.add(video.id)
            ended = outcome(event.item)
            where = f": {event.item.clip}" if event.item.clip else ""
            words = ended.sentence or f"{VideoState.COMPLETED.value}{where}."
            if event.item.plays_elsewhere:
                words += f" {PLAYS_ELSEWHERE}"
            cost = charge_sentence(event.item)
            self._progress.note(f"{video.id[:8]} {words} {cost}".rstrip())
