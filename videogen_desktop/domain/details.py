"""Everything known of one video, for the viewer."""

from collections.abc import Mapping
from dataclasses import dataclass

from videogen_desktop.domain.ledger import LedgerEntry
from videogen_desktop.domain.video import LibraryItem


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
