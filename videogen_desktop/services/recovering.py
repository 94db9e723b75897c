"""What a start does with what the last run left: nothing paid is lost, nothing is sent again."""

import logging

from videogen_desktop.domain.addresses import one_spelling
from videogen_desktop.domain.states import ACCEPTED_STATES, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.services.phases import AcceptPhases
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows
from videogen_desktop.storage.task_journal import JournalEntry

# A start looks at no more than these, the newest.
_MOST_TASKS = 2_000
_UNSETTLED = (VideoState.RESERVED, VideoState.SENDING, VideoState.UNCONFIRMED)
_log = logging.getLogger(__name__)


async def recover(
    library: Library,
    phases: AcceptPhases,
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
    unsettled = await library.read(lambda rows: rows.videos.in_states(_UNSETTLED, wallet_id))
    for video in unsettled:
        task_id = tasks.get(video.id)
        if task_id is not None or video.state is VideoState.SENDING:
            await _settle(phases, video, task_id)
    accepted = tuple(ACCEPTED_STATES)
    return await library.read(lambda rows: rows.videos.in_states(accepted, wallet_id))


def unknown_tasks(
    rows: LibraryRows,
    wallet: Wallet,
    journal: tuple[JournalEntry, ...],
    now_ms: int,
    result_kept_ms: int,
) -> tuple[str, ...]:
    """The wallet's paid tasks that the journal has and the library has not, the oldest first, for
    as long as the provider is likely to have their results."""
    tasks = {
        entry.task_id: entry.video_id
        for entry in journal
        if one_spelling(entry.api_base) == wallet.key.api_base
        and entry.at + result_kept_ms > now_ms
    }
    if not tasks:
        return ()
    return rows.videos.lacking(wallet.id, dict(list(tasks.items())[-_MOST_TASKS:]))


async def _settle(phases: AcceptPhases, video: Video, task_id: str | None) -> None:
    now = await phases.recovered(video.id, task_id)
    if now.state in ACCEPTED_STATES:
        _log.warning("video %s was accepted: the journal has its task", video.id)
    elif now.state is not video.state:
        _log.warning("video %s was interrupted while it was sent", video.id)
