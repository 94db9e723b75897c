"""Which cards have gone, and where they stood: an undo puts them back there."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_REMEMBERED = 10_000


class _Place(NamedTuple):
    """A row among those that went at once; `gone` are the rows of them that are still away."""

    row: int
    gone: list[int]

    def free(self) -> int:
        """The row now: the missing ones above it do not count."""
        above = bisect_left(self.gone, self.row)
        del self.gone[above]
        return self.row - above


class Departures:
    """Cards that the user took out before the engine answered, and those that it removed."""

    def __init__(self) -> None:
        self._taken_out: dict[str, _Place] = {}
        self._removed: dict[str, tuple[int, _Place | None]] = {}

    def is_removed(self, video_id: str) -> bool:
        return video_id in self._removed

    def is_taken_out(self, video_id: str) -> bool:
        return video_id in self._taken_out

    def without_gone(self, ids: Sequence[str]) -> Sequence[str]:
        """The ids without those that have gone."""
        gone = self._taken_out.keys() | self._removed.keys()
        return [video_id for video_id in ids if video_id not in gone] if gone else ids

    def take_out(self, rows: Mapping[str, int]) -> None:
        """All of these at once."""
        gone = sorted(rows.values())
        self._taken_out.update((video_id, _Place(row, gone)) for video_id, row in rows.items())

    def put_back(self, video_id: str) -> int | None:
        """The row that it has again; None when it was not taken out."""
        place = self._taken_out.pop(video_id, None)
        return None if place is None else place.free()

    def remove(self, video_id: str, revision: int, row: int | None) -> None:
        """None: it was taken out before, or is not in the list."""
        place = self._taken_out.pop(video_id, None) if row is None else _Place(row, [row])
        self._removed[video_id] = (revision, place)
        if len(self._removed) > _REMEMBERED:
            del self._removed[next(iter(self._removed))]

    def revision_of_removal(self, video_id: str) -> int:
        """-1 when it never went."""
        return self._removed.get(video_id, (-1, None))[0]

    def come_back(self, video_id: str) -> int | None:
        """The row that it has again; None when it was not removed, or from nowhere."""
        _, place = self._removed.pop(video_id, (-1, None))
        return None if place is None else place.free()

    def forget_places(self) -> None:
        """The rows are those of another list now; what was removed stays away all the same."""
        self._removed = {gone: (revision, None) for gone, (revision, _) in self._removed.items()}
