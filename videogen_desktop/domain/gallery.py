"""A query of the gallery: the part of the library that it shows, and in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.take_stacks import TakeStacks
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.domain.video_list import DateOrder, Mark, VideoList

if TYPE_CHECKING:
    from videogen_desktop.domain.ledger import Balance
    from videogen_desktop.domain.vendor import Vendor
    from videogen_desktop.domain.wallet import Wallet

# What a gallery is given before the whole list is there; one screen shows less.
FIRST_PAGE = 120
# How many of them come with their cards.
FIRST_CARDS = 60


class StatusGroup(StrEnum):
    """States as a person looks for them."""

    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"
    CANCELLED = "cancelled"
    # Finished, and not watched yet.
    NEW = "new"


_S = VideoState
STATES_OF: Mapping[StatusGroup, frozenset[VideoState]] = {
    StatusGroup.RUNNING: frozenset({_S.RESERVED, _S.SENDING, _S.PENDING, _S.PROCESSING}),
    StatusGroup.COMPLETED: frozenset({_S.COMPLETED}),
    StatusGroup.FAILED: frozenset({_S.FAILED}),
    StatusGroup.UNCONFIRMED: frozenset({_S.UNCONFIRMED}),
    StatusGroup.CANCELLED: frozenset({_S.CANCELLED}),
    StatusGroup.NEW: frozenset({_S.COMPLETED}),
}


class GallerySort(StrEnum):
    NEWEST = "newest"
    OLDEST = "oldest"
    PROMPT = "prompt"


class Spelling(StrEnum):
    """How the words that are searched for stand in what is found."""

    ANY = "any"
    # With the marks that were typed, where any were.
    AS_TYPED = "as_typed"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class GalleryQuery:
    """Every condition must hold; None and empty mean no condition. `shape` is landscape, portrait
    or square. Times are UTC milliseconds, `created_before` is exclusive. `new_since` is when
    somebody began to look at what is new: what was watched since then is shown with it."""

    text: str = ""
    status: StatusGroup | None = None
    shape: str | None = None
    model_id: str | None = None
    favourites_only: bool = False
    collection_id: str | None = None
    created_from: int | None = None
    created_before: int | None = None
    sort: GallerySort = GallerySort.NEWEST
    new_since: int | None = None
    spelling: Spelling = Spelling.ANY

    @property
    def shows_everything(self) -> bool:
        """Whether nothing is left out; the order does not matter."""
        return self == GalleryQuery(sort=self.sort)

    @property
    def asks_only_for_status(self) -> bool:
        """Whether nothing but its status leaves a video out, if even that."""
        return self == GalleryQuery(status=self.status, sort=self.sort, new_since=self.new_since)


@dataclass(frozen=True, slots=True)
class GalleryCounts:
    """How many videos each status would show under the other conditions."""

    total: int
    by_status: Mapping[StatusGroup, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Collection:
    """A named set of videos; one video may be in several."""

    id: str
    name: str
    videos: int = 0


class GalleryPage(NamedTuple):
    """The beginning of what a query shows; `items` are the first of `ids`, with all they say."""

    ids: Sequence[str]
    items: tuple[LibraryItem, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """All that a front end draws itself from; `first_page` is the newest 120 without deleted ones.

    `usual_ms` is how long a model's run usually takes: the user's own after three, else what the
    catalogue says.
    """

    wallet: "Wallet"
    vendor: "Vendor"
    wallet_title: str
    balance: "Balance"
    first_page: GalleryPage
    usual_ms: Mapping[str, int]


def page_of(items: Sequence[LibraryItem], latest: int) -> GalleryPage:
    """All of these, the newest first; what is dated after `latest` (UTC milliseconds) comes last,
    because that cannot be."""
    videos = VideoList(order=DateOrder.NEWEST_FIRST)
    for item in items:
        videos.insert(len(videos), item.video.id, mark_of(item, latest))
    videos.stacks = TakeStacks()
    videos.stacks.gather(videos, 0, [item.video.take_group_id or "" for item in items])
    return GalleryPage(videos, tuple(items))


def mark_of(item: LibraryItem, latest: int) -> Mark:
    """What places the card of this video."""
    created_at = item.video.created_at
    return Mark(item.shape_code, created_at // 1_000 if 0 < created_at <= latest else 0)
