"""The one way a task ends: idempotent, whoever brings the news."""

import logging
from collections.abc import Callable
from dataclasses import replace

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import ImplausibleCostError
from videogen_desktop.domain.provider import TaskPhase, TaskStatus
from videogen_desktop.domain.states import ACCEPTED_STATES, Origin, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services import transitions
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.late_results import LateResults
from videogen_desktop.services.system import random_id
from videogen_desktop.storage.library import Library

_log = logging.getLogger(__name__)


# What a task costs may differ from its price, by twice and more where a quote was of another
# length; a slip of the provider's, such as another unit, is further off than that.
PLAUSIBLE_TIMES = 20


def _nothing() -> None:
    """Nobody waits for the end of a job."""


class Finisher:
    """Writes what a reading of the provider's record means. Worker thread only."""

    def __init__(
        self,
        library: Library,
        announcer: Announcer,
        clock: Clock,
        on_result: Callable[[Video], None],
        on_ended: Callable[[], None] = _nothing,
        new_id: Callable[[], str] = random_id,
    ) -> None:
        self._library = library
        self._announcer = announcer
        self._clock = clock
        self._on_result = on_result
        self._on_ended = on_ended
        self._late = LateResults(new_id)

    def finish(self, video_id: str, status: TaskStatus, reason: Reason | None = None) -> bool:
        """End the video as the terminal status says, with its money, exactly once.

        `reason` RESULT_MISSING turns a success that never showed a file into a failure. False
        when the video had ended before: then nothing moves, a contradiction is recorded, and a
        result that comes too late is rescued as a video of its own.
        """
        with self._library.writing() as rows:
            video, now = rows.videos.get(video_id), self._clock.now_ms()
            claimed, status = status, _believed(video, status)
            is_end = video.state in ACCEPTED_STATES
            if not is_end:
                changed = self._late.note(rows, video, status, now)
            elif status.phase is TaskPhase.SUCCEEDED and reason is None:
                changed = transitions.completed(rows, video, status, now)
            else:
                why = reason or Reason.PROVIDER_FAILED
                changed = transitions.failed(rows, video, why, status, now)
        if changed is not None:
            self._told(changed)
            if claimed.consumed is not None and status.consumed is None:
                self._announcer.problem(
                    ImplausibleCostError(video_id, claimed.consumed.amount, video.price)
                )
        return is_end

    def ended_otherwise(self, video_id: str, task_id: str, status: TaskStatus) -> Video | None:
        """What the provider says about the task of a video that ended without ever learning it:
        a contradiction is recorded, and the video that was rescued by it is returned."""
        with self._library.writing() as rows:
            video, now = rows.videos.get(video_id), self._clock.now_ms()
            rescued = self._late.note(rows, video, status, now, task_id)
        if rescued is not None:
            self._told(rescued)
        return rescued

    def moved(self, video: Video, status: TaskStatus) -> Video:
        """A step on the way, or a new word of the provider: no money moves."""
        running = status.phase is TaskPhase.RUNNING and video.state is VideoState.PENDING
        if not running and status.word == video.provider_word:
            return video
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            if running:
                video = transitions.processing(rows, video, status.word, now)
            else:
                video = rows.videos.change(video, now, provider_word=status.word)
        self._announcer.changed(video)
        return video

    def found_again(self, video: Video) -> Video:
        """The provider knows the task after all: it is polled on, no money moves."""
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            video = transitions.found_again(rows, video, now)
        self._tell(video)
        return video

    def record_gone(self, video: Video) -> Video:
        """The provider no longer knows an accepted task: how it ended cannot be read."""
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            video = transitions.record_gone(rows, video, now)
        self._tell(video)
        return video

    def _told(self, ended: Video) -> None:
        self._tell(ended)
        if ended.state is VideoState.COMPLETED:
            self._on_result(ended)
        self._on_ended()

    def _tell(self, video: Video) -> None:
        _log.info("video %s is %s", video.id, video.state)
        self._announcer.changed(video)
        self._announcer.balance(video.wallet_id)


def _believed(video: Video, status: TaskStatus) -> TaskStatus:
    """Without a cost that cannot be this video's: the ledger stays with the price, the record is
    kept with the event, and what was really taken shows when the provider's balance is held
    against the ledger, which asks the user."""
    is_ours = video.origin is Origin.GENERATED
    if not is_ours or status.consumed is None:
        return status
    is_plausible = status.consumed.amount <= PLAUSIBLE_TIMES * video.price
    return status if is_plausible else replace(status, consumed=None)
