"""The transactions between a click and an accepted task: each is one atomic phase.

Between two of them stands at most one call to the provider, so that a crash leaves a state that
says exactly what may have happened. What each writes stands in `services/transitions.py`.
"""

from collections.abc import Callable

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import ProviderError
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.states import Reason
from videogen_desktop.domain.video import Video
from videogen_desktop.services import transitions
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

Claim = Callable[[LibraryRows], None]


class Accepting:
    """Moves a video from `reserved` to accepted, refused or unconfirmed, with its money.

    All but `reserve` and `is_taken` raise IllegalTransitionError.
    """

    def __init__(self, library: Library, wallet_id: str, clock: Clock) -> None:
        self._library = library
        self._wallet_id = wallet_id
        self._clock = clock

    def reserve(
        self,
        video_id: str,
        priced: PricedRequest,
        requested_by: str,
        claim: Claim | None = None,
    ) -> Video:
        """Insert the video and hold its price. Raises NotEnoughCreditsError, and what `claim`
        does, which looks in the same transaction whether the request is still wanted.
        """
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            if claim is not None:
                claim(rows)
            return transitions.reserved(rows, self._wallet_id, video_id, priced, requested_by, now)

    def sending(self, video: Video) -> Video:
        """Commit the intent, before the POST may leave."""
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            return transitions.sending(rows, video, now)

    def is_taken(self, task_id: str) -> bool:
        """Whether another video of the wallet is this task already."""
        with self._library.reading() as rows:
            return rows.videos.has_task(self._wallet_id, task_id)

    def accepted(self, video: Video, task_id: str) -> Video:
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            return transitions.accepted(rows, video, task_id, now)

    def not_sent(self, video: Video, error: ProviderError) -> Video:
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            return transitions.not_sent(rows, video, error, now)

    def refused(self, video: Video, reason: Reason, error: ProviderError) -> Video:
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            return transitions.refused(rows, video, reason, error, now)

    def unconfirmed(self, video: Video, message: str, answer: str = "") -> Video:
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            return transitions.unconfirmed(rows, video, message, answer, now)

    def cancelled(self, video: Video) -> Video:
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            return transitions.cancelled(rows, video, now)
