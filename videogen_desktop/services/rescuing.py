"""Brings tasks that the library does not know in by their ids: state, result, cost and file."""

from collections.abc import Callable

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import KeyRejectedError, ProviderError
from videogen_desktop.domain.provider import Provider, TaskPhase, TaskRequest, TaskStatus
from videogen_desktop.domain.request import VideoRequest, as_json, digest, normalised_prompt
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.tasks import (
    Rescue,
    RescueOutcome,
    Uploads,
    is_named,
    task_ids_in,
)
from videogen_desktop.domain.text import beginning
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.phases import SettlePhases
from videogen_desktop.services.polling import Poller, Watched, Watcher
from videogen_desktop.services.settling import Examiner
from videogen_desktop.services.uploading import uploads_named
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.task_journal import TaskJournal

_LONGEST_PROMPT = 20_000
_LONGEST_MODEL = 200


class Rescuer:
    """One wallet's rescues; a rescued video has no rows in the ledger. Worker's loop."""

    def __init__(
        self,
        library: Library,
        phases: SettlePhases,
        wallet_id: str,
        provider: Provider,
        journal: TaskJournal,
        examiner: Examiner,
        watcher: Watcher,
        poller: Poller,
        announcer: Announcer,
        clock: Clock,
        new_id: Callable[[], str],
        api_base: str,
    ) -> None:
        self._library = library
        self._phases = phases
        self._wallet_id = wallet_id
        self._provider = provider
        self._journal = journal
        self._examiner = examiner
        self._watcher = watcher
        self._poller = poller
        self._announcer = announcer
        self._clock = clock
        self._new_id = new_id
        self._api_base = api_base

    async def rescue_all(self, text: str) -> tuple[Rescue, ...]:
        """Every id in a pasted text, in order; one that fails keeps no other from its turn.

        Raises KeyMissingError, LocalServerError and KeyRejectedError: then no record can be read.
        """
        return tuple([await self.rescue(task_id) for task_id in task_ids_in(text)])

    async def rescue(self, task_id: str, *, asks_first: bool = False) -> Rescue:
        """Read the task's record and bring it in, or renew the video that is this task already.

        `asks_first`: a task that resembles an unconfirmed video is not brought in, since entering
        its id there would make two of one. Raises as `rescue_all`; any other failure to read is
        in the answer.
        """
        known = await self._known(task_id)
        try:
            if known is not None:
                video = await self._examiner.check_again(known.id)
                return Rescue(task_id, RescueOutcome.KNOWN, await self._newest(video))
            status = await self._provider.status(task_id)
        except KeyRejectedError:
            raise
        except ProviderError as error:
            return Rescue(task_id, RescueOutcome.UNREADABLE, known, error)
        if status.phase is TaskPhase.RECORD_MISSING:
            return Rescue(task_id, RescueOutcome.UNKNOWN)
        known = await self._known(task_id)
        if known is not None:
            return Rescue(task_id, RescueOutcome.KNOWN, known)
        uploads = await uploads_named(self._library, self._wallet_id, status)
        similar = await self._similar(status, uploads)
        if asks_first and similar:
            return Rescue(task_id, RescueOutcome.RESEMBLES, resembles=similar)
        found = await self._brought_in(task_id, status, uploads)
        if found is None:
            # It came in while its record was read.
            return Rescue(task_id, RescueOutcome.KNOWN, await self._known(task_id))
        return Rescue(task_id, RescueOutcome.RESCUED, found, resembles=similar)

    async def _brought_in(self, task_id: str, status: TaskStatus, uploads: Uploads) -> Video | None:
        now = self._clock.now_ms()
        video = await self._phases.rescued(self._found(task_id, status, uploads, now))
        if video is None:
            return None
        await self._announcer.changed(video)
        await self._journal.record(video.id, self._api_base, task_id, now)
        # From here it ends as every other: a crash leaves it pending, and the next start polls it.
        await self._poller.watch(video)
        await self._watcher.apply(Watched(video.id), status)
        return await self._watcher.current(video.id)

    def _found(self, task_id: str, status: TaskStatus, uploads: Uploads, now: int) -> Video:
        asked = status.asked or TaskRequest(None, None)
        prompt = beginning(normalised_prompt(asked.prompt or ""), _LONGEST_PROMPT)
        model_id = normalised_prompt(asked.model_id or "")[:_LONGEST_MODEL]
        # A place whose files are not all known here is left to whoever makes it again.
        inputs = {
            name: tuple(uploads[address] for address in addresses)
            for name, addresses in asked.slots.items()
            if uploads.keys() >= set(addresses)
        }
        request = VideoRequest(model_id, prompt, asked.options, inputs)
        return Video(
            id=self._new_id(),
            wallet_id=self._wallet_id,
            request=request,
            price=0,
            request_sha256=digest(as_json(request)),
            state=VideoState.PENDING,
            created_at=min(status.created_at or now, now),
            updated_at=now,
            revision=1,
            task_id=task_id,
            origin=Origin.RESCUED,
        )

    async def _known(self, task_id: str) -> Video | None:
        return await self._library.read(lambda rows: rows.videos.of_task(self._wallet_id, task_id))

    async def _newest(self, video: Video) -> Video:
        """The late result that was rescued from the video, if one was."""
        return await self._library.read(lambda rows: rows.videos.rescue_of(video.id)) or video

    async def _similar(self, status: TaskStatus, uploads: Uploads) -> tuple[str, ...]:
        unclear = (VideoState.UNCONFIRMED,)
        waiting = await self._library.read(
            lambda rows: rows.videos.in_states(unclear, self._wallet_id)
        )
        return tuple(
            video.id
            for video in waiting
            if video.reason is Reason.SENT_UNKNOWN and is_named(video, status, uploads)
        )
