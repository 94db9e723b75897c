"""One clip of an export as the dialog knows it: what it is, and the part of it that is taken."""

from dataclasses import dataclass

from videogen_desktop.domain.export import Bars, ClipCut
from videogen_desktop.domain.video import LibraryItem

# One frame of a slow clip: less than that is nothing.
LEAST_MS = 40


@dataclass
class CutClip:
    """Milliseconds from the clip's beginning; `duration_ms` is 0 until it is known, `end_ms` None
    for the clip's own end."""

    item: LibraryItem
    duration_ms: int = 0
    start_ms: int = 0
    end_ms: int | None = None

    @property
    def last_ms(self) -> int:
        return self.duration_ms if self.end_ms is None else self.end_ms

    @property
    def taken_ms(self) -> int:
        """How much of it goes out."""
        return max(0, self.last_ms - self.start_ms)

    @property
    def is_cut(self) -> bool:
        return self.start_ms > 0 or self.end_ms is not None

    def begin_at(self, moment: int) -> None:
        """As late as that, so that something is left."""
        self.start_ms = max(0, min(moment, self.last_ms - LEAST_MS))

    def end_at(self, moment: int) -> None:
        """As early as that, so that something is left; the clip's own end where it is there."""
        moment = max(moment, self.start_ms + LEAST_MS)
        self.end_ms = None if moment >= self.duration_ms else moment

    def cut(self) -> ClipCut:
        return ClipCut(self.item.video.id, self.start_ms, self.end_ms)


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What an export is to be, beside its clips. `target` is the name of an ExportTarget, empty for
    the clips' own shape; `is_project` makes a folder for an editing program instead of a film."""

    target: str = ""
    is_project: bool = False
    bars: Bars = Bars.BLURRED
    levels_sound: bool = True
    without_prompt: bool = False
