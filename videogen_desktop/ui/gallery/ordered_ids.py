"""The gallery's order, newest first, and the cards that are taken out of it.

The row of an id is found without scanning, and a card that comes back has its row again.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil, floor
from struct import unpack
from typing import NamedTuple

# Each is a signal to the view: more of them cost more than laying all of it out anew.
MOST_SPLICES = 64
_CHUNK = 1_024
_REMEMBERED = 10_000
_PAD = b"\0"


class PackedIds:
    """A list of ids, side by side in one block of bytes, each as wide as the longest: as strings
    of their own 10,000 take 1 MB, and so a third of it."""

    def __init__(self, ids: Sequence[str] = ()) -> None:
        self._width = 1
        self._bytes = bytearray()
        self.replace(0, 0, ids)

    def __len__(self) -> int:
        return len(self._bytes) // self._width

    def at(self, place: int) -> str:
        start = place * self._width
        return self._bytes[start : start + self._width].rstrip(_PAD).decode()

    def part(self, first: int, end: int) -> list[str]:
        """From place `first` up to `end`, which is not in it."""
        width = self._width
        part = bytes(self._bytes[first * width : end * width])
        starts = range(0, len(part), width)
        if part.isascii() and _PAD not in part:
            # A string is cut faster than bytes are read.
            text = part.decode()
            return [text[start : start + width] for start in starts]
        return [part[start : start + width].rstrip(_PAD).decode() for start in starts]

    def replace(self, first: int, end: int, ids: Sequence[str]) -> None:
        """Put these in the place of those from `first` up to `end`."""
        new = "".join(ids)
        widest = max(map(len, ids), default=0)
        if not new.isascii():
            widest = max(len(video_id.encode()) for video_id in ids)
        if widest > self._width:
            self._widen(widest)
        width = self._width
        packed = new.encode()
        if len(packed) < width * len(ids):
            packed = b"".join(video_id.encode().ljust(width, _PAD) for video_id in ids)
        self._bytes[first * width : end * width] = packed

    def has_room_for(self, video_id: str) -> bool:
        """Whether no other id becomes wider with it."""
        return len(video_id.encode()) <= self._width

    def key(self, video_id: str) -> bytes:
        """What `keys` has for this id."""
        return video_id.encode().ljust(self._width, _PAD)

    def keys(self) -> tuple[bytes, ...]:
        """All of them as they are kept: half the time of reading them as strings."""
        return unpack(f"{self._width}s" * len(self), self._bytes)

    def _widen(self, width: int) -> None:
        known = self.part(0, len(self))
        self._width = width
        self._bytes = bytearray()
        self.replace(0, 0, known)


class OrderedIds:
    """Ids with row 0 at the top.

    Kept oldest first inside, so that a new video at the top is an append. Each id remembers the
    place it was born at; its place now is that minus the removals below it. What is put between
    two others is born at a fraction, and those below count as well. The index is built at the
    first look-up, not at opening, and again after a rest.
    """

    def __init__(self, newest_first: Sequence[str] = ()) -> None:
        self._ids = PackedIds(newest_first[::-1])
        self._births: dict[bytes, float] | None = None
        self._is_looked_up = False
        self._gone: list[float] = []
        self._between: list[float] = []
        self._next_birth = len(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        return reversed(self._ids.part(0, len(self._ids)))

    def at(self, row: int) -> str:
        return self._ids.at(len(self._ids) - 1 - row)

    def slice(self, first: int, last: int) -> list[str]:
        """The ids of rows first..last inclusive, cut to what exists."""
        top = len(self._ids)
        part = self._ids.part(max(0, top - 1 - last), max(0, top - max(0, first)))
        part.reverse()
        return part

    def row_of(self, video_id: str) -> int | None:
        birth = self._index().get(self._ids.key(video_id))
        if birth is None:
            return None
        place = ceil(birth) - bisect_left(self._gone, birth) + bisect_left(self._between, birth)
        return len(self._ids) - 1 - place

    def insert(self, row: int, video_id: str) -> None:
        place = len(self._ids) - row
        if not self._ids.has_room_for(video_id):
            # The keys of the index are as wide as the ids were.
            self._forget_index()
        if row == 0:
            self._ids.replace(place, place, (video_id,))
            if self._births is not None:
                self._births[self._ids.key(video_id)] = self._next_birth
            self._next_birth += 1
            return
        birth = self._birth_between(row)
        self._ids.replace(place, place, (video_id,))
        if self._births is None or birth is None:
            self._forget_index()
            return
        self._births[self._ids.key(video_id)] = birth
        insort(self._between, birth)

    def remove(self, row: int) -> None:
        births = self._index()
        place = len(self._ids) - 1 - row
        birth = births.pop(self._ids.key(self._ids.at(place)))
        self._ids.replace(place, place + 1, ())
        if isinstance(birth, int):
            insort(self._gone, birth)
        else:
            del self._between[bisect_left(self._between, birth)]

    def _birth_between(self, row: int) -> float | None:
        """For an id above the one of this row; None where no fraction is left between the two."""
        if self._births is None:
            return None
        above = self._births[self._ids.key(self.at(row - 1))]
        is_last = row == len(self._ids)
        below = -1.0 if is_last else self._births[self._ids.key(self.at(row))]
        birth = (below + min(above, floor(below) + 1)) / 2
        return birth if below < birth < above and not birth.is_integer() else None

    def splice(self, row: int, count: int, newest_first: Sequence[str]) -> None:
        """Put these in the place of `count` ids from `row` on."""
        top = len(self._ids) - row
        self._ids.replace(top - count, top, newest_first[::-1])
        self._forget_index()

    def rest(self) -> None:
        """Called now and then: an index that nobody used since the last time is given back. It
        takes four times as much memory as the ids, and 11 ms to be built anew for 100,000."""
        if not self._is_looked_up:
            self._forget_index()
        self._is_looked_up = False

    def _index(self) -> dict[bytes, float]:
        self._is_looked_up = True
        if self._births is None:
            self._births = dict(zip(self._ids.keys(), range(len(self._ids)), strict=True))
        return self._births

    def _forget_index(self) -> None:
        self._births = None
        self._gone = []
        self._between = []
        self._next_birth = len(self._ids)


class Splice(NamedTuple):
    """`gone` ids from `row` on give way to `ids`."""

    row: int
    gone: int
    ids: Sequence[str]


def splices_between(old: Sequence[str], new: Sequence[str]) -> list[Splice]:
    """What makes `new` of `old`, one change after the other; ids that stay are not touched, unless
    their order changed or too many others came and went."""
    same = _same_start(old, new)
    rest = min(len(old), len(new)) - same
    end = min(rest, _same_start(old[::-1], new[::-1]))
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


def _apart(ids: Sequence[str], others: Sequence[str]) -> list[tuple[int, int]]:
    """First and last place of each run of ids that are not among the others."""
    known = set(others)
    return runs(place for place, video_id in enumerate(ids) if video_id not in known)


def _without(ids: Sequence[str], parts: Sequence[tuple[int, int]]) -> list[str]:
    rest = list(ids)
    for first, last in reversed(parts):
        del rest[first : last + 1]
    return rest


def _same_start(old: Sequence[str], new: Sequence[str]) -> int:
    """How many are equal from the beginning; whole chunks are compared without a loop."""
    most = min(len(old), len(new))
    same = 0
    while same < most and old[same : same + _CHUNK] == new[same : same + _CHUNK]:
        same = min(most, same + _CHUNK)
    while same < most and old[same] == new[same]:
        same += 1
    return same


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
    """A row among those that went at once; `gone` are the rows of them that are still away."""

    row: int
    gone: list[int]

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

    def restore(self, video_id: str) -> int | None:
        """The row that it has again; None when it was not removed, or from nowhere."""
        _, place = self._removed.pop(video_id, (-1, None))
        return None if place is None else place.free()

    def forget_places(self) -> None:
        """The rows are those of another list now; what was removed stays away all the same."""
        self._removed = {gone: (revision, None) for gone, (revision, _) in self._removed.items()}
