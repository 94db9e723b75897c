"""One video looked at closely: its details, and reading its record again on demand."""

from videogen_desktop.domain.provider import Provider, TaskPhase
from videogen_desktop.domain.states import ACCEPTED_STATES, Reason
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import Video, VideoDetails
from videogen_desktop.services.announcer import library_items
from videogen_desktop.services.finishing import Finisher
from videogen_desktop.services.polling import Poller
from videogen_desktop.services.watching import Watched, Watcher
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows


class Examiner:
    """Every method runs on the worker's loop."""

    def __init__(
        self,
        library: Library,
        provider: Provider,
        watcher: Watcher,
        finisher: Finisher,
        poller: Poller,
        vendors: Vendors,
    ) -> None:
        self._library = library
        self._provider = provider
        self._watcher = watcher
        self._finisher = finisher
        self._poller = poller
        self._vendors = vendors

    async def details(self, video_id: str) -> VideoDetails:
        """Raises VideoNotFoundError."""
        return await self._library.read(lambda rows: _details(rows, video_id, self._vendors))

    async def check_again(self, video_id: str) -> Video:
        """Read the provider's record now and write what it means.

        A video whose record had gone is polled on when it is there again. Without a task id there
        is nothing to read: the video comes back as it is. Raises ProviderError.
        """
        video = await self._watcher.current(video_id)
        if video.task_id is None:
            return video
        status = await self._provider.status(video.task_id)
        video = await self._watcher.current(video_id)
        if video.reason is Reason.RECORD_GONE and status.phase is not TaskPhase.RECORD_MISSING:
            found = await self._finisher.found_again(video_id)
            if found is not None:
                await self._poller.watch(found)
        if status.phase is TaskPhase.RECORD_MISSING and video.state not in ACCEPTED_STATES:
            return video
        await self._watcher.apply(Watched(video_id), status)
        return await self._watcher.current(video_id)


def _details(rows: LibraryRows, video_id: str, vendors: Vendors) -> VideoDetails:
    video = rows.videos.get(video_id)
    timeline = rows.events.of_video(video_id)
    clip = rows.files.clip_facts(video_id)
    (item,) = library_items(rows, [video], vendors)
    records = [event.detail.get("record") for event in timeline]
    return VideoDetails(
        item=item,
        timeline=timeline,
        entries=rows.ledger.of_video(video_id),
        record=next((str(record) for record in reversed(records) if record), None),
        duration_ms=clip.duration_ms if clip else None,
        width=clip.width if clip else None,
        height=clip.height if clip else None,
        bytes=clip.bytes if clip else None,
    )
