"""The atomic phases: what is written of a video and its money, each all at once or not at all.

Every method is one transaction of the library, and looks there, not before, whether its time has
come: between the moment when a caller saw a video and the moment when it writes, somebody else may
have written. Whoever calls announces afterwards. Everything is awaited, since a library may be far
away, and runs on the worker's loop. The clock and the ids are the implementation's own.

`library_phases.py` and `gallery_phases.py` have them for a library that this program writes itself;
`transitions.py` says what each one writes. What every implementation promises is held by
`tests/services/contract/`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from videogen_desktop.domain.errors import ImplausibleCostError, ProviderError
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.provider import ProviderBalance, TaskStatus
from videogen_desktop.domain.reconciliation import BalanceReading, ExpectedBalance
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.states import Reason
from videogen_desktop.domain.video import Video
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.library_rows import LibraryRows

# Looks whether a request may still be reserved, and raises where it may not.
Claim = Callable[[LibraryRows], None]


class AcceptPhases(Protocol):
    """One wallet's steps from a click to an accepted task. Between two of them stands at most one
    call to the provider, so that a crash leaves a state that says exactly what may have happened.

    All but `reserve` and `recovered` raise IllegalTransitionError where the video is not what the
    step starts from.
    """

    async def reserve(
        self,
        request_id: str,
        priced: PricedRequest,
        requested_by: str,
        claim: Claim | None = None,
        *,
        takes: int = 1,
    ) -> tuple[Video, ...]:
        """Insert so many videos (domain.request.take_ids) and hold the price of each: all of them
        or none. Several are a take group, named as the request. Raises NotEnoughCreditsError, and
        what `claim` does, which looks in the same transaction."""
        ...

    async def sending(self, video_id: str) -> Video:
        """The intent, durable before the POST may leave."""
        ...

    async def accepted(self, video_id: str, task_id: str) -> Video:
        """What was held is spent. A task that another video of the wallet is already leaves this
        one unconfirmed: which of them was made nobody can say."""
        ...

    async def not_sent(self, video_id: str, error: ProviderError) -> Video:
        """Proof that nothing left: reserved again, and it may be sent again."""
        ...

    async def not_uploaded(self, video_id: str, error: ProviderError) -> Video:
        """A file of a reserved video did not come to the vendor, so nothing of it was sent: the
        price is available again."""
        ...

    async def refused(self, video_id: str, reason: Reason, error: ProviderError) -> Video:
        """Certainly not charged: the price is available again."""
        ...

    async def unconfirmed(self, video_id: str, message: str, answer: str = "") -> Video:
        """It may have been charged: nothing moves, and it is never sent again."""
        ...

    async def cancelled(self, video_id: str) -> Video:
        """Given up before it was sent: the price is available again."""
        ...

    async def recovered(self, video_id: str, task_id: str | None) -> Video:
        """What a start does with a video that the last run left: accepted, where the journal has a
        task for it that no other video is; unconfirmed, where it was being sent. Anything else
        stays as it is."""
        ...


@dataclass(frozen=True, slots=True)
class Ending:
    """The consequence of a word of the provider about the end of a task.

    `is_end`: the video ended by it; False where it had ended before. `changed` is the video as it
    is then, or the one that was rescued by a late word; None where nothing came of it.
    `disbelieved` names a cost that cannot be this video's.
    """

    is_end: bool
    changed: Video | None
    disbelieved: ImplausibleCostError | None = None


class FinishPhases(Protocol):
    """The consequences of a reading of the provider's record, for a video that was accepted."""

    async def finish(self, video_id: str, status: TaskStatus, reason: Reason | None) -> Ending:
        """End the video as the terminal status says, with its money, exactly once; later words
        move nothing. `reason` makes a failure of a success."""
        ...

    async def ended_otherwise(
        self, video_id: str, task_id: str, status: TaskStatus
    ) -> Video | None:
        """What the provider says about the task of a video that ended without ever learning it:
        the video that was rescued by it."""
        ...

    async def moved(self, video_id: str, status: TaskStatus) -> Video | None:
        """A step on the way, or a new word of the provider: no money moves. None where it says
        nothing new, or the video has ended."""
        ...

    async def first_success(self, video_id: str) -> int:
        """When the provider first called it a success without naming a result, in milliseconds;
        noted the first time."""
        ...

    async def record_gone(self, video_id: str) -> Video | None:
        """The provider no longer knows an accepted task; no money moves. None where the video
        waits for no end."""
        ...

    async def found_again(self, video_id: str) -> Video | None:
        """The provider knows the task after all; no money moves. None where it was not gone."""
        ...


class SettlePhases(Protocol):
    """Ways out of what is unclear: the owner's word, or the provider's about a task."""

    async def noted(self, video_id: str, kind: str) -> None:
        """An event of the video's, and nothing else."""
        ...

    async def settled(self, video_id: str, reason: Reason) -> Video:
        """The owner's word, USER_CHARGED or USER_NOT_CHARGED, for an unconfirmed video. Raises
        IllegalTransitionError for any other."""
        ...

    async def joined(
        self, video_id: str, task_id: str, evidence: str, detail: Mapping[str, object]
    ) -> Video:
        """The video turned out to be this task: what was held is spent. `evidence` is the kind of
        the event that says why. Raises IllegalTransitionError unless it is `unconfirmed` as
        `sent_unknown`, TaskTakenError where another video of the wallet is that task."""
        ...

    async def rescued(self, video: Video) -> Video | None:
        """Bring in a task that no video of the wallet is; it has no money. None where one is."""
        ...


@dataclass(frozen=True, slots=True)
class BalanceNote:
    """The readings before and after. `is_opened`: the wallet got its opening balance;
    `reconciled` is what the ledger moved by to follow the provider, in hundredths."""

    before: BalanceReading | None
    reading: BalanceReading
    is_opened: bool
    reconciled: int


class BalancePhases(Protocol):
    """One wallet's ledger beside what the provider says it has."""

    async def opened(self, balance: ProviderBalance) -> bool:
        """Grant the opening balance, once in the wallet's life; False where it has rows already,
        or there are no credits yet."""
        ...

    async def noted(self, expected: ExpectedBalance, balance: ProviderBalance) -> BalanceNote:
        """Write the reading down, open the wallet by it, or follow a drift that an earlier reading
        saw too. `expected` is what the ledger allowed before the provider was asked: what it
        allows by now counts beside it."""
        ...


class RemovalPhases(Protocol):
    """Files of deleted videos on this machine."""

    async def left_over(self) -> tuple[str, ...]:
        """Videos that are deleted while their files still lie here."""
        ...

    async def files_of_deleted(self, video_id: str) -> Mapping[FileRole, Path]:
        """Where they lie; nothing for a video that was restored."""
        ...

    async def forget(self, video_id: str, role: FileRole) -> None:
        """The file is no longer ours."""
        ...


@dataclass(frozen=True, slots=True)
class Deletion:
    """`cancelled_in` are the wallets that got a price back; `unsettled` stays."""

    deleted: tuple[Video, ...]
    unsettled: tuple[Video, ...]
    cancelled_in: frozenset[str]


class GalleryPhases(Protocol):
    """All that the gallery writes."""

    async def favourite(self, video_ids: Sequence[str], favourite: bool) -> tuple[Video, ...]:
        """Those that changed."""
        ...

    async def seen(self, video_ids: Sequence[str], seen: bool) -> tuple[Video, ...]:
        """Those of the finished ones that changed."""
        ...

    async def titled(self, titles: Mapping[str, str | None]) -> tuple[Video, ...]:
        """Give each of these videos its title, or none; those that changed."""
        ...

    async def deleted(self, video_ids: Sequence[str]) -> Deletion:
        """Take them out of the gallery; a reserved one is cancelled, and one that may be charged
        stays. Raises VideoNotFoundError: then nothing was deleted."""
        ...

    async def restored(self, video_ids: Sequence[str]) -> tuple[Video, ...]:
        """Those that were deleted, back again."""
        ...

    async def add_collection(self, collection_id: str, name: str) -> bool:
        """False when the name is taken."""
        ...

    async def remove_collection(self, collection_id: str) -> None:
        """Its videos stay."""
        ...

    async def rename_collection(self, collection_id: str, name: str) -> bool:
        """False when the name is another collection's."""
        ...

    async def put(self, collection_id: str, video_ids: Sequence[str]) -> None: ...

    async def take(self, collection_id: str, video_ids: Sequence[str]) -> None: ...

    async def shown(self, query: GalleryQuery, video_id: str) -> bool:
        """Put a new video into the query's collection; whether the query finds it then."""
        ...


@dataclass(frozen=True, slots=True)
class Phases:
    """All that are written of one wallet and the gallery."""

    accept: AcceptPhases
    finish: FinishPhases
    settle: SettlePhases
    balance: BalancePhases
    removal: RemovalPhases
    gallery: GalleryPhases
