"""One video: a frozen snapshot of its row, what this machine has of it, and until when."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from videogen_desktop.domain.aspect_ratio import code_of_shape, code_of_sides
from videogen_desktop.domain.clock import has_date
from videogen_desktop.domain.errors import PROXY_FAILED
from videogen_desktop.domain.ledger import Charge, LedgerEntry
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import (
    TERMINAL_STATES,
    Origin,
    Reason,
    VideoState,
)
from videogen_desktop.domain.text import beginning, only_seen

_HOUR_MS = 3_600_000
EXPIRY_WARNING_MS = 72 * _HOUR_MS
# In code points.
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Video:
    """A video as it was at `revision`, which grows with every change.

    Amounts are hundredths of a credit, times UTC milliseconds. `body` is what a generated one
    sends, frozen when it was reserved (domain.request.PricedRequest); None in what was never sent
    from here. `provider_word` is the provider's own last state word; `request_id` is what a
    generated one was called from the key press on; `sibling_of` is the video whose task brought
    this one too, and `result_number` says which of the task's results the clip is, counted from 1,
    once that is known. `take_group_id` names what was asked for with it at once: takes of the same
    request. `title` is a name of the user's own, `seen_at` when the clip was first watched.
    `batch_id` and `batch_row` (from 1) say with what it was reserved, all or none;
    `queue_position` is its place among what waits to be sent, and None is by its age. `result_url`
    may hold a signature and never leaves the database and the downloader.
    """

    id: str
    wallet_id: str
    request: VideoRequest
    price: int
    request_sha256: str
    state: VideoState
    created_at: int
    updated_at: int
    revision: int
    body: str | None = None
    reason: Reason | None = None
    send_count: int = 0
    task_id: str | None = None
    provider_word: str | None = None
    failure_code: str | None = None
    failure_message: str | None = None
    consumed: int | None = None
    result_url: str | None = None
    requested_by: str | None = None
    origin: Origin = Origin.GENERATED
    request_id: str | None = None
    rescued_from: str | None = None
    sibling_of: str | None = None
    result_number: int | None = None
    sent_at: int | None = None
    accepted_at: int | None = None
    ended_at: int | None = None
    deleted_at: int | None = None
    favourite: bool = False
    take_group_id: str | None = None
    title: str | None = None
    seen_at: int | None = None
    batch_id: str | None = None
    batch_row: int | None = None
    queue_position: int | None = None

    @property
    def prompt(self) -> str:
        return self.request.prompt

    @property
    def name(self) -> str:
        """What it is called: by its user's title, else by its description."""
        return self.title or self.request.prompt

    @property
    def is_new(self) -> bool:
        """Whether it is a finished clip that nobody has watched yet."""
        return self.state is VideoState.COMPLETED and self.seen_at is None

    @property
    def searched_text(self) -> str:
        """All that a search finds it by."""
        request = self.request.searched_text
        return f"{self.title}\n{request}" if self.title else request

    @property
    def parent_id(self) -> str | None:
        """The video that this one continues; it may be deleted, or of another library."""
        return self.request.parent or None

    @property
    def model_id(self) -> str:
        return self.request.model_id

    @property
    def is_terminal(self) -> bool:
        return self.state in TERMINAL_STATES

    @property
    def cost(self) -> int:
        """What the video costs as far as is known: held or spent, less what came back."""
        if self.state is VideoState.CANCELLED:
            return 0
        if self.state is VideoState.FAILED and self.reason is not Reason.USER_CHARGED:
            return self.consumed or 0
        if self.state is VideoState.COMPLETED and self.consumed is not None:
            return self.consumed
        return self.price

    @property
    def progress_percent(self) -> int:
        """The steps that are known, not an estimate: the provider reports no progress."""
        return {
            VideoState.RESERVED: 10,
            VideoState.SENDING: 10,
            VideoState.PENDING: 10,
            VideoState.PROCESSING: 50,
            VideoState.COMPLETED: 100,
        }.get(self.state, 0)

    def __repr__(self) -> str:
        # The default would print the prompt (personal) and the result URL (signed) into logs.
        return f"Video({self.id}, {self.state}, revision={self.revision})"


def clean_title(text: str) -> str | None:
    """One line as a title holds it, of at most 200 characters; None where nothing is left."""
    shown = only_seen(text, lambda character: unicodedata.category(character)[0] != "C")
    return beginning(" ".join(shown.split()), LONGEST_TITLE).rstrip() or None


@dataclass(frozen=True, slots=True)
class HeldAnswer:
    """What the provider answered to the paid POST, while the library cannot be written.

    `condition` is the short name of what is wrong with it, `task_id` the task that the provider
    took the video as (None: it did not take it), `in_journal` whether that stands there.
    """

    condition: str
    task_id: str | None = None
    in_journal: bool = False


class DownloadFailure(StrEnum):
    """Why a result is not on this disk. What follows a colon in a stored code is a detail.

    The values stand in libraries, also of earlier versions.
    """

    INSIDE_NETWORK = "ResultUrlRefused:address"
    PROXY = f"ProviderUnavailable:{PROXY_FAILED}"
    ADDRESS_REFUSED = "ResultUrlRefused"
    BROKEN_OFF = "ResultTruncated"
    TOO_LARGE = "ResultTooLarge"
    UNREACHABLE = "ProviderUnavailable"
    NOT_PLAYABLE = "not_playable"
    GONE = "gone"
    DISK = "disk"
    DISK_FULL = "disk_full"
    MEDIA_HELPER = "media_helper"
    OTHER = "other"


_DOWNLOAD_FAILURES = {failure.value: failure for failure in DownloadFailure}


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """A video together with what this machine has of it.

    `strip` is the contact strip: domain.clip.STRIP_FRAMES frames in one picture.
    `clip_failure` is the stored code of the last failed download while there is no clip, and
    `clip_attempts` how many there were. `expires_at` (UTC milliseconds) is when the provider is
    likely to delete a result whose clip is not on this disk; see ExpiryStage for its stages.
    `result_gone` says that the provider has no address any more under which the result exists:
    it is not tried again until the user asks. `plays_elsewhere` says that the clip is here and
    nothing in this program decodes it. `held` is an answer that is only in memory so far.
    `charge` is what the ledger says of the video, and None where it has no row of it or cannot
    be read; see domain.charges for what may be said of it. `reported` is what the provider says by
    now that a video costs which has not ended (hundredths): only in memory, never booked.
    `sides` are the clip's width and height in pixels, where they are known.
    `model_title` is what the vendor calls the model, which a newer or older version may not know:
    its id then. `vendor_title` is what the vendor itself is called, "" where that is not known.
    """

    video: Video
    clip: Path | None = None
    poster: Path | None = None
    strip: Path | None = None
    clip_failure: str | None = None
    clip_attempts: int = 0
    expires_at: int | None = None
    result_gone: bool = False
    plays_elsewhere: bool = False
    held: HeldAnswer | None = None
    charge: Charge | None = None
    reported: int | None = None
    model_title: str = ""
    vendor_title: str = ""
    sides: tuple[int, int] | None = None

    @property
    def shape_code(self) -> int:
        """Of domain.aspect_ratio: what the clip really is, else what was asked for."""
        if self.sides is not None:
            return code_of_sides(*self.sides)
        return code_of_shape(self.video.request.aspect_ratio)

    @property
    def download_failure(self) -> DownloadFailure | None:
        """Why the last download failed; None without a failed one."""
        code = self.clip_failure
        if code is None:
            return None
        kind = code if code in _DOWNLOAD_FAILURES else code.partition(":")[0]
        return _DOWNLOAD_FAILURES.get(kind, DownloadFailure.OTHER)


@dataclass(frozen=True, slots=True)
class Family:
    """A video's relatives in the library, without deleted ones. `ancestors` are what it continues,
    the nearest first; `children` continue it, the oldest first; `takes` were asked for with it."""

    ancestors: tuple[LibraryItem, ...] = ()
    children: tuple[LibraryItem, ...] = ()
    takes: tuple[LibraryItem, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One fact as it became known; `at` in UTC milliseconds."""

    seq: int
    kind: str
    at: int
    detail: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class VideoDetails:
    """`record` is the provider's own last word on the task, as it sent it (bounded, redacted)."""

    item: LibraryItem
    timeline: tuple[TimelineEvent, ...]
    entries: tuple[LedgerEntry, ...]
    record: str | None
    duration_ms: int | None = None
    width: int | None = None
    height: int | None = None
    bytes: int | None = None


class ExpiryStage(StrEnum):
    """How urgent it is to bring a result to this disk."""

    FAR = "far"
    SOON = "soon"
    PAST = "past"


def expiry_of(video: Video, kept_ms: int | None, *, has_clip: bool) -> int | None:
    """When the vendor, who keeps results so long, is likely to delete what is not on this disk;
    None where it has nothing for us, where the clip is here, or where nobody knows."""
    if has_clip or video.state is not VideoState.COMPLETED or video.result_url is None:
        return None
    ended_at = video.ended_at or 0
    return ended_at + kept_ms if kept_ms is not None and has_date(ended_at) else None


def expiry_stage(expires_at: int, now_ms: int) -> ExpiryStage:
    """SOON from 72 hours before, PAST from the moment itself."""
    left = expires_at - now_ms
    if left <= 0:
        return ExpiryStage.PAST
    return ExpiryStage.SOON if left <= EXPIRY_WARNING_MS else ExpiryStage.FAR
