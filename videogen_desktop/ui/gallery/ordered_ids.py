"""Changes of the gallery's order, and the cards that are taken out of it: one that comes back has
its row again."""

import time
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from videogen_desktop.domain.aspect_ratio import UNKNOWN_SHAPE
from videogen_desktop.domain.clock import latest_past
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.domain.video_list import Mark, VideoList

# Each is a signal to the view: more of them cost more than laying all of it out anew.
MOST_SPLICES = 64
_REMEMBERED = 10_000


class Splice(NamedTuple):
    """`gone` ids from `row` on give way to `ids`."""

    row: int
    gone: int
    ids: Sequence[str]


def splices_between(old: VideoList, new: VideoList) -> list[Splice]:
    """What makes `new` of `old`, one change after the other; ids that stay are not touched, unless
    their order changed or too many others came and went."""
    same = old.same_start(new)
    end = old.same_end(new, min(len(old), len(new)) - same)
    before, after = old[same : len(old) - end], new[same : len(new) - end]
    if not before and not after:
        return []
    if not before or not after:
        # The rest of a list after its first page: 100,000 ids are not looked at one by one.
        return [Splice(same, len(before), after)]
    gone, come = _apart(before, after), _apart(after, before)
    stay, stay_new = _without(before, gone), _without(after, come)
    if stay != stay_new or len(gone) + len(come) > MOST_SPLICES:
        return [Splice(same, len(before), after)]
    removals = [Splice(same + first, last + 1 - first, ()) for first, last in reversed(gone)]
    additions = [Splice(same + first, 0, after[first : last + 1]) for first, last in come]
    return removals + additions


def splices_without(videos: VideoList, rows: Sequence[int]) -> list[Splice]:
    """What takes these rows out. What lies between them is not looked at where they are few, and
    only once else."""
    gone = runs(rows)
    if len(gone) <= MOST_SPLICES:
        return [Splice(first, last + 1 - first, ()) for first, last in reversed(gone)]
    first, end = gone[0][0], gone[-1][1] + 1
    stay = videos[first:end]
    for start, last in reversed(gone):
        stay.replace(start - first, last + 1 - first, ())
    return [Splice(first, end - first, stay)]


def _apart(ids: Sequence[str], others: Sequence[str]) -> list[tuple[int, int]]:
    """First and last place of each run of ids that are not among the others."""
    known = set(others)
    return runs(place for place, video_id in enumerate(ids) if video_id not in known)


def _without(ids: Sequence[str], parts: Sequence[tuple[int, int]]) -> list[str]:
    rest = list(ids)
    for first, last in reversed(parts):
        del rest[first : last + 1]
    return rest


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """First and last of each run of neighbouring rows."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows):
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


class _Place(NamedTuple):
    """A row among those that went at once; `gone` are the rows of them that are still away, `mark`
    is what places the card."""

    row: int
    gone: list[int]
    mark: Mark

    def free(self) -> int:
        """The row now: the missing ones above it do not count."""
        above = bisect_left(self.gone, self.row)
        del self.gone[above]
        return self.row - above


class RemovedCards:
    """Cards that the user took out before the engine answered, and those that it removed.

    Where they stood is remembered: an undo brings them back to that row.
    """

    def __init__(self) -> None:
        self._taken_out: dict[str, _Place] = {}
        self._removed: dict[str, tuple[int, _Place | None]] = {}

    def is_removed(self, video_id: str) -> bool:
        return video_id in self._removed

    def is_taken_out(self, video_id: str) -> bool:
        return video_id in self._taken_out

    def drop_gone(self, videos: VideoList) -> None:
        """Take those that have gone out of the list."""
        ids = self._taken_out.keys() | self._removed.keys()
        if videos.stacks is not None and ids:
            videos.stacks.drop(ids, videos)
        gone = videos.rows_of(tuple(ids))
        for row in sorted(gone.values(), reverse=True):
            videos.remove(row)

    def take_out(self, rows: Mapping[str, int], videos: VideoList) -> None:
        """All of these at once."""
        gone = sorted(rows.values())
        self._taken_out.update(
            (video_id, _Place(row, gone, videos.mark(row))) for video_id, row in rows.items()
        )

    def put_back(self, video_id: str) -> tuple[int, Mark] | None:
        """The row that it has again; None when it was not taken out."""
        place = self._taken_out.pop(video_id, None)
        return None if place is None else (place.free(), place.mark)

    def remove(self, video_id: str, revision: int, row: int | None, mark: Mark) -> None:
        """Row None: it was taken out before, or is not in the list."""
        place = self._taken_out.pop(video_id, None) if row is None else _Place(row, [row], mark)
        self._removed[video_id] = (revision, place)
        if len(self._removed) > _REMEMBERED:
            del self._removed[next(iter(self._removed))]

    def revision_of_removal(self, video_id: str) -> int:
        """-1 when it never went."""
        return self._removed.get(video_id, (-1, None))[0]

    def restore(self, video_id: str) -> int | None:
        """The row that it has again; None when it was not removed, or from nowhere."""
        _, place = self._removed.pop(video_id, (-1, None))
        return None if place is None else place.free()

    def forget_places(self) -> None:
        """The rows are those of another list now; what was removed stays away all the same."""
        self._removed = {gone: (revision, None) for gone, (revision, _) in self._removed.items()}


def as_list(ids: Sequence[str]) -> VideoList:
    return ids if isinstance(ids, VideoList) else VideoList(ids)


def better_mark(mark: Mark, item: LibraryItem) -> Mark:
    """What the list says, and what the video itself does where that is known."""
    shape = item.shape_code
    return mark if shape == UNKNOWN_SHAPE else mark._replace(shape=shape)


def latest_now() -> int:
    """The latest date that can be, in UTC milliseconds."""
    return latest_past(time.time_ns() // 1_000_000)
