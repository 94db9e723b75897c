"""What a folder of clips brings into the library, and what one dropped on the window says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from videogen_desktop.domain.request import VideoRequest


@dataclass(frozen=True, slots=True)
class DroppedClip:
    """The request that a clip was made from, to fill the form with.

    `is_offered` False: the active vendor does not have its model. `cost` is in hundredths.
    """

    request: VideoRequest
    is_offered: bool
    cost: int
    video_id: str


class ImportOutcome(StrEnum):
    """What became of one file."""

    ADDED = "added"
    # The video was known; its clip had been missing on this disk.
    FOUND_AGAIN = "found_again"
    KNOWN = "known"
    UNTAGGED = "untagged"
    NOT_PLAYABLE = "not_playable"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """`files` says of each file what became of it, `added` are the ids of new videos.

    `is_stopped`: it was ended early, and `left` files that had been found were not looked at.
    """

    files: Mapping[Path, ImportOutcome] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    is_stopped: bool = False
    left: int = 0

    def count(self, outcome: ImportOutcome) -> int:
        return sum(found is outcome for found in self.files.values())
