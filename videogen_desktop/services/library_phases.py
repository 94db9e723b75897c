"""The atomic phases over a library that this program writes itself; see `phases.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    ImplausibleCostError,
    ProviderError,
    TaskTakenError,
)
from videogen_desktop.domain.input_file import inputs_in
from videogen_desktop.domain.provider import ProviderBalance, TaskPhase, TaskStatus
from videogen_desktop.domain.reconciliation import (
    BalanceReading,
    ExpectedBalance,
    next_reading,
)
from videogen_desktop.domain.request import PricedRequest, take_ids
from videogen_desktop.domain.states import ACCEPTED_STATES, Origin, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services import transitions
from videogen_desktop.services.gallery_phases import GalleryWriting, Removal
from videogen_desktop.services.phases import BalanceNote, Claim, Ending, Phases
from videogen_desktop.services.transitions import LateResults
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

# What a task costs may differ from its price, by twice and more where a quote was of another
# length; a slip of the provider's, such as another unit, is further off than that.
PLAUSIBLE_TIMES = 20
SUCCESS_WITHOUT_RESULT = "success_without_result"


def library_phases(
    library: Library, wallet_id: str, clock: Clock, new_id: Callable[[], str]
) -> Phases:
    """Of one wallet, and of the gallery."""
    return Phases(
        accept=Accepting(library, wallet_id, clock),
        finish=Finishing(library, clock, LateResults(new_id)),
        settle=SettlingTasks(library, clock),
        balance=Balances(library, wallet_id, clock, new_id),
        removal=Removal(library),
        gallery=GalleryWriting(library, clock),
    )


@dataclass(frozen=True, slots=True)
class Accepting:
    """See AcceptPhases."""

    library: Library
    wallet_id: str
    clock: Clock

    async def reserve(
        self,
        request_id: str,
        priced: PricedRequest,
        requested_by: str,
        claim: Claim | None = None,
        *,
        takes: int = 1,
    ) -> tuple[Video, ...]:
        now, ids = self.clock.now_ms(), take_ids(request_id, takes)
        group_id = request_id if takes > 1 else None

        def change(rows: LibraryRows) -> tuple[Video, ...]:
            if claim is not None:
                claim(rows)
            if group_id is not None:
                # The first of them alone may still be paid for.
                rows.ledger.has_for(self.wallet_id, takes * priced.price)
            wanted = [transitions.Reserving(one, priced, group_id) for one in ids]
            said = (requested_by, now)
            return tuple(transitions.reserved(rows, self.wallet_id, one, *said) for one in wanted)

        return await self.library.write(change)

    async def sending(self, video_id: str) -> Video:
        now = self.clock.now_ms()
        return await self.library.write(
            lambda rows: transitions.sending(rows, rows.videos.get(video_id), now)
        )

    async def accepted(self, video_id: str, task_id: str) -> Video:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> Video:
            video = rows.videos.get(video_id)
            if rows.videos.has_task(self.wallet_id, task_id):
                return transitions.unconfirmed(rows, video, f"task {task_id} twice", "", now)
            return transitions.accepted(rows, video, task_id, now)

        return await self.library.write(change)

    async def not_sent(self, video_id: str, error: ProviderError) -> Video:
        now = self.clock.now_ms()
        return await self.library.write(
            lambda rows: transitions.not_sent(rows, rows.videos.get(video_id), error, now)
        )

    async def not_uploaded(self, video_id: str, error: ProviderError) -> Video:
        now = self.clock.now_ms()
        return await self.library.write(
            lambda rows: transitions.not_uploaded(rows, rows.videos.get(video_id), error, now)
        )

    async def refused(self, video_id: str, reason: Reason, error: ProviderError) -> Video:
        now = self.clock.now_ms()
        return await self.library.write(
            lambda rows: transitions.refused(rows, rows.videos.get(video_id), reason, error, now)
        )

    async def unconfirmed(self, video_id: str, message: str, answer: str = "") -> Video:
        now = self.clock.now_ms()
        return await self.library.write(
            lambda rows: transitions.unconfirmed(
                rows, rows.videos.get(video_id), message, answer, now
            )
        )

    async def cancelled(self, video_id: str) -> Video:
        now = self.clock.now_ms()
        return await self.library.write(
            lambda rows: transitions.cancelled(rows, rows.videos.get(video_id), now)
        )

    async def recovered(self, video_id: str, task_id: str | None) -> Video:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> Video:
            video = rows.videos.get(video_id)
            # A task that another video has already says nothing about this one.
            if task_id is not None and not rows.videos.has_task(self.wallet_id, task_id):
                return _brought_up(rows, video, task_id, now)
            if video.state is VideoState.SENDING:
                return transitions.unconfirmed(rows, video, "", "", now)
            return video

        return await self.library.write(change)


def _brought_up(rows: LibraryRows, video: Video, task_id: str, now: int) -> Video:
    if video.state is VideoState.RESERVED:
        video = transitions.sending(rows, video, now)
    if video.state is VideoState.SENDING or video.reason is Reason.SENT_UNKNOWN:
        return transitions.accepted(rows, video, task_id, now)
    return video


@dataclass(frozen=True, slots=True)
class Finishing:
    """See FinishPhases."""

    library: Library
    clock: Clock
    late: LateResults

    async def finish(self, video_id: str, status: TaskStatus, reason: Reason | None) -> Ending:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> Ending:
            video = rows.videos.get(video_id)
            said = _believed(video, status)
            is_end = video.state in ACCEPTED_STATES
            if not is_end:
                changed = self.late.note(rows, video, said, now)
            elif said.phase is TaskPhase.SUCCEEDED and reason is None:
                changed = transitions.completed(rows, video, said, now)
            else:
                why = reason or Reason.PROVIDER_FAILED
                changed = transitions.failed(rows, video, why, said, now)
                # It may not have come by its files: another try uploads them anew.
                rows.uploads.forget(video.wallet_id, inputs_in(video.body or ""))
            if status.consumed is None or said.consumed is not None:
                return Ending(is_end, changed)
            disbelieved = ImplausibleCostError(video_id, status.consumed.amount, video.price)
            return Ending(is_end, changed, disbelieved)

        return await self.library.write(change)

    async def ended_otherwise(
        self, video_id: str, task_id: str, status: TaskStatus
    ) -> Video | None:
        now = self.clock.now_ms()
        return await self.library.write(
            lambda rows: self.late.note(rows, rows.videos.get(video_id), status, now, task_id)
        )

    async def moved(self, video_id: str, status: TaskStatus) -> Video | None:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> Video | None:
            video = rows.videos.get(video_id)
            if video.state not in ACCEPTED_STATES:
                return None
            if status.phase is TaskPhase.RUNNING and video.state is VideoState.PENDING:
                return transitions.processing(rows, video, status.word, now)
            if status.word == video.provider_word:
                return None
            return rows.videos.change(video, now, provider_word=status.word)

        return await self.library.write(change)

    async def first_success(self, video_id: str) -> int:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> int:
            for event in rows.events.of_video(video_id):
                # One that is still to come was noted under another clock.
                if event.kind == SUCCESS_WITHOUT_RESULT and event.at <= now:
                    return event.at
            rows.events.add(video_id, SUCCESS_WITHOUT_RESULT, now)
            return now

        return await self.library.write(change)

    async def record_gone(self, video_id: str) -> Video | None:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> Video | None:
            video = rows.videos.get(video_id)
            if video.state not in ACCEPTED_STATES:
                return None
            return transitions.record_gone(rows, video, now)

        return await self.library.write(change)

    async def found_again(self, video_id: str) -> Video | None:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> Video | None:
            video = rows.videos.get(video_id)
            if video.reason is not Reason.RECORD_GONE:
                return None
            return transitions.found_again(rows, video, now)

        return await self.library.write(change)


def _believed(video: Video, status: TaskStatus) -> TaskStatus:
    """Without a cost that cannot be this video's: the ledger stays with the price, the record is
    kept with the event, and what was really taken shows when the provider's balance is held
    against the ledger, which asks the user."""
    is_ours = video.origin is Origin.GENERATED
    if not is_ours or status.consumed is None:
        return status
    is_plausible = status.consumed.amount <= PLAUSIBLE_TIMES * video.price
    return status if is_plausible else replace(status, consumed=None)


@dataclass(frozen=True, slots=True)
class SettlingTasks:
    """See SettlePhases."""

    library: Library
    clock: Clock

    async def noted(self, video_id: str, kind: str) -> None:
        now = self.clock.now_ms()
        await self.library.write(lambda rows: rows.events.add(video_id, kind, now))

    async def settled(self, video_id: str, reason: Reason) -> Video:
        now = self.clock.now_ms()
        return await self.library.write(
            lambda rows: transitions.settled(rows, rows.videos.get(video_id), reason, now)
        )

    async def joined(
        self, video_id: str, task_id: str, evidence: str, detail: Mapping[str, object]
    ) -> Video:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> Video:
            video = rows.videos.get(video_id)
            other = rows.videos.of_task(video.wallet_id, task_id)
            if other is not None and other.id != video_id:
                raise TaskTakenError(task_id, other.id)
            return transitions.joined(rows, video, task_id, evidence, detail, now)

        return await self.library.write(change)

    async def rescued(self, video: Video) -> Video | None:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> Video | None:
            if rows.videos.of_task(video.wallet_id, video.task_id or "") is not None:
                return None
            rows.videos.add(video)
            rows.events.add(video.id, Origin.RESCUED, now, task_id=video.task_id)
            return video

        return await self.library.write(change)


@dataclass(frozen=True, slots=True)
class Balances:
    """See BalancePhases."""

    library: Library
    wallet_id: str
    clock: Clock
    new_id: Callable[[], str]

    async def opened(self, balance: ProviderBalance) -> bool:
        now, entry_id = self.clock.now_ms(), self.new_id()
        return await self.library.write(lambda rows: self._open(rows, balance, entry_id, now))

    async def noted(self, expected: ExpectedBalance, balance: ProviderBalance) -> BalanceNote:
        now, entry_id = self.clock.now_ms(), self.new_id()

        def change(rows: LibraryRows) -> BalanceNote:
            before = rows.readings.get(self.wallet_id)
            is_opened = self._open(rows, balance, entry_id, now)
            drift = 0 if is_opened else self._drift(rows, expected, balance)
            said = (self.wallet_id, now, balance.amount, balance.raw)
            reading = next_reading(*said, drift, before)
            is_posted = reading.is_confirmed(now)
            if is_posted:
                rows.ledger.reconcile(self.wallet_id, entry_id, drift, now, balance.raw)
                reading = BalanceReading(*said)
            rows.readings.put(reading)
            return BalanceNote(before, reading, is_opened, drift if is_posted else 0)

        return await self.library.write(change)

    def _open(self, rows: LibraryRows, balance: ProviderBalance, entry_id: str, now: int) -> bool:
        # A wallet without credits gets no row, and waits for some.
        if balance.amount <= 0 or self._is_open(rows):
            return False
        rows.ledger.grant(self.wallet_id, entry_id, balance.amount, now, balance.raw)
        return True

    def _drift(self, rows: LibraryRows, expected: ExpectedBalance, balance: ProviderBalance) -> int:
        if not self._is_open(rows):
            return 0
        by_now = rows.spending.expected_balance(self.wallet_id)
        return expected.or_also(by_now).drift(balance.amount)

    def _is_open(self, rows: LibraryRows) -> bool:
        return rows.ledger.balance(self.wallet_id).revision > 0
