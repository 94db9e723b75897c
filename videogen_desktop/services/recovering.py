"""What a start does with what the last run left: nothing paid is lost, nothing is sent again."""

import logging

from videogen_desktop.domain.states import ACCEPTED_STATES, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.accepting import Accepting
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.task_journal import JournalEntry

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
    paid for today. Doing it twice changes nothing.
    """
    tasks = {entry.video_id: entry.task_id for entry in journal}
    with library.read() as rows:
        interrupted = rows.videos.in_states((VideoState.SENDING,), wallet_id)
    for video in interrupted:
        task_id = tasks.get(video.id)
        # A task that another video has already says nothing about this one.
        if task_id is None or accepting.is_taken(task_id):
            accepting.unconfirmed(video, "")
        else:
            accepting.accepted(video, task_id)
        _log.warning("video %s was interrupted while it was sent", video.id)
    with library.read() as rows:
        return rows.videos.in_states(tuple(ACCEPTED_STATES), wallet_id)
