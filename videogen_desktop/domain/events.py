"""The events that the engine tells a front end. Drop one whose revision is not newer."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.domain.errors import DiskFullError, VideoGenError
from videogen_desktop.domain.ledger import Balance
from videogen_desktop.domain.reconciliation import Drift
from videogen_desktop.domain.vendor import Vendor
from videogen_desktop.domain.video import LibraryItem

if TYPE_CHECKING:
    from videogen_desktop.domain.export import ExportStage

if TYPE_CHECKING:
    # Nothing of batches is imported before the first one.
    from videogen_desktop.domain.batch_order import BatchStanding


@dataclass(frozen=True, slots=True)
class VideoChanged:
    """A video is new or different; `item.video.revision` orders the changes of one video."""

    item: LibraryItem


@dataclass(frozen=True, slots=True)
class VideoRemoved:
    """A video left the gallery (its row stays)."""

    video_id: str
    revision: int


@dataclass(frozen=True, slots=True)
class BalanceChanged:
    """The wallet's money moved; `balance.revision` is its newest ledger row."""

    balance: Balance


@dataclass(frozen=True, slots=True)
class DownloadProgressed:
    """Bytes received of `total` (None when the server does not say); at most 5 a second."""

    video_id: str
    received: int
    total: int | None


@dataclass(frozen=True, slots=True)
class CopyProgressed:
    """Bytes of the clip copied to where the user chose, of `total`; at most 5 a second."""

    video_id: str
    copied: int
    total: int


@dataclass(frozen=True, slots=True)
class CopyEnded:
    """A copy is whole at `target`, unless it failed with `error` or was cancelled.

    One of several that did not come to be has no name yet: then `target` is their folder.
    `keeps_words` says that it was to be without its description, and that this clip has to stay as
    it is.
    """

    video_id: str
    target: Path
    error: VideoGenError | None = None
    is_cancelled: bool = False
    keeps_words: bool = False


@dataclass(frozen=True, slots=True)
class ExportProgressed:
    """How far a join or an export is: `done` of `total`, in milliseconds of what is made, or in
    clips where they are only copied; clip `number` of `count`."""

    export_id: str
    stage: "ExportStage"
    done: int
    total: int
    number: int = 1
    count: int = 1


@dataclass(frozen=True, slots=True)
class ExportEnded:
    """A join, an export or a project folder is whole at `files`, unless it failed with `error` or
    was cancelled: then `files` are those that came to be before. `keeping_words` of its clips say
    what was asked for, though that was to be left out: they have to stay as they are."""

    export_id: str
    files: tuple[Path, ...] = ()
    error: VideoGenError | None = None
    is_cancelled: bool = False
    keeping_words: int = 0


@dataclass(frozen=True, slots=True)
class OutboxChanged:
    """Downloads wait for space on the disk, or (None) go on; `waiting` is how many are left."""

    paused: DiskFullError | None
    waiting: int


@dataclass(frozen=True, slots=True)
class DriftChanged:
    """The provider's balance does not fit the ledger, or (None) fits again."""

    wallet_id: str
    drift: Drift | None


@dataclass(frozen=True, slots=True)
class ImportProgressed:
    """Files of an import that were looked at, of `total`."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ReadingTrouble:
    """Why the provider's record of a running video cannot be read, or (None) it can again. `since`
    is when that began, in UTC milliseconds."""

    video_id: str
    error: VideoGenError | None
    since: int = 0


@dataclass(frozen=True, slots=True)
class OfferChanged:
    """The vendor's models are others now, or their prices; `vendor` has them."""

    vendor: Vendor


@dataclass(frozen=True, slots=True)
class BatchChanged:
    """A batch is new, or stands otherwise; at most 5 a second for each."""

    standing: "BatchStanding"


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """The videos of batches that wait to be sent, in their order, and those that are sent now."""

    waiting: tuple[str, ...]
    sending: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProblemReported:
    """Something failed that no video of the gallery shows, such as an unreachable provider."""

    error: VideoGenError


Event = (
    VideoChanged
    | VideoRemoved
    | BalanceChanged
    | DownloadProgressed
    | CopyProgressed
    | CopyEnded
    | ExportProgressed
    | ExportEnded
    | OutboxChanged
    | DriftChanged
    | ImportProgressed
    | ReadingTrouble
    | OfferChanged
    | BatchChanged
    | QueueChanged
    | ProblemReported
)
