"""What a start does with what the last run left: nothing paid is lost, nothing is sent again."""

import logging

from videogen_desktop.domain.addresses import one_spelling
from videogen_desktop.domain.states import ACCEPTED_STATES, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.services.accepting import Accepting
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.task_journal import JournalEntry

# A start looks at no more than these, the newest.
_MOST_TASKS = 2_000
_UNSETTLED = (VideoState.RESERVED, VideoState.SENDING, VideoState.UNCONFIRMED)
_log = logging.getLogger(__name__)


def recover(
    library: Library,
    accepting: Accepting,
    wallet_id: str,
    journal: tuple[JournalEntry, ...],
) -> tuple[Video, ...]:
    """Settle what was being sent and return what is to be polled. Worker thread only.

    `sending` means that the POST may have left: with a task id in the journal it was accepted,
    without one it is unconfirmed. `reserved` waits for the user: nobody wants yesterday's queue
    paid for today. What the journal knows a task of was accepted, whatever an older copy of the
    library says that somebody put back. Doing it twice changes nothing.
    """
    tasks = {entry.video_id: entry.task_id for entry in journal}
    with library.reading() as rows:
        unsettled = rows.videos.in_states(_UNSETTLED, wallet_id)
    for video in unsettled:
        task_id = tasks.get(video.id)
        # A task that another video has already says nothing about this one.
        if task_id is not None and not accepting.is_taken(task_id):
            _bring_up(accepting, video, task_id)
        elif video.state is VideoState.SENDING:
            accepting.unconfirmed(video, "")
            _log.warning("video %s was interrupted while it was sent", video.id)
    with library.reading() as rows:
        return rows.videos.in_states(tuple(ACCEPTED_STATES), wallet_id)


def unknown_tasks(
    library: Library,
    wallet: Wallet,
    journal: tuple[JournalEntry, ...],
    now_ms: int,
    result_kept_ms: int,
) -> tuple[str, ...]:
    """The wallet's paid tasks that the journal has and the library has not, the oldest first, for
    as long as the provider is likely to have their results. Worker thread only."""
    tasks = {
        entry.task_id: entry.video_id
        for entry in journal
        if one_spelling(entry.api_base) == wallet.key.api_base
        and entry.at + result_kept_ms > now_ms
    }
    if not tasks:
        return ()
    with library.reading() as rows:
        return rows.videos.lacking(wallet.id, dict(list(tasks.items())[-_MOST_TASKS:]))


def _bring_up(accepting: Accepting, video: Video, task_id: str) -> None:
    if video.state is VideoState.UNCONFIRMED and video.reason is not Reason.SENT_UNKNOWN:
        return
    if video.state is VideoState.RESERVED:
        video = accepting.sending(video)
    accepting.accepted(video, task_id)
    _log.warning("video %s was accepted: the journal has its task", video.id)
