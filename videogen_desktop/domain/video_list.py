"""The ids of a whole list of videos in its order, with what places their cards: shape and moment.

Side by side in three blocks of bytes, 41 a video: as strings alone a million ids take 85 MB.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import repeat
from struct import unpack
from typing import TYPE_CHECKING, NamedTuple, overload

from videogen_desktop.domain.aspect_ratio import UNKNOWN_SHAPE

if TYPE_CHECKING:
    from videogen_desktop.domain.take_stacks import TakeStacks

_PAD = b"\0"
_REMEMBERED = 4_096
# Looking one up costs 0.7 ms among 100,000; an index of all of them costs 11.
_FEW = 16


class DateOrder(IntEnum):
    """Which way the moments of a list go from its top."""

    NONE = 0
    NEWEST_FIRST = -1
    OLDEST_FIRST = 1


class Mark(NamedTuple):
    """What places a card: a code of domain.aspect_ratio's, and when its video was asked for, in
    seconds of UTC; 0 where its date cannot be."""

    shape: int = UNKNOWN_SHAPE
    second: int = 0


NO_MARK = Mark()


class VideoList(Sequence[str]):
    """Ids from the top, each with its mark. `order` says what `seconds` promise: those without a
    date stand last in either. One thread at a time."""

    def __init__(self, ids: Sequence[str] = (), order: DateOrder = DateOrder.NONE) -> None:
        self.order = order
        # The takes that stand as one card of it.
        self.stacks: TakeStacks | None = None
        self.shapes = bytearray()
        self.seconds = array("I")
        self._width = 1
        self._ids = bytearray()
        # Rows that were looked up, and (None) ids that are not here.
        self._known: dict[str, int | None] = {}
        self.extend(ids)

    def __len__(self) -> int:
        return len(self.shapes)

    def __iter__(self) -> Iterator[str]:
        return iter(self.part(0, len(self)))

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> "VideoList": ...
    def __getitem__(self, row: int | slice) -> "str | VideoList":
        if isinstance(row, slice):
            first, end, _ = row.indices(len(self))
            return self._cut(first, max(first, end))
        return self.at(row if row >= 0 else len(self) + row)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, VideoList):
            return self._same_ids(other, 0, 0, len(other)) and len(self) == len(other)
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __repr__(self) -> str:
        return f"VideoList({len(self)} videos)"

    __hash__ = None  # type: ignore[assignment]

    # --- reading -----------------------------------------------------------------------------

    def at(self, row: int) -> str:
        """Raises IndexError."""
        if not 0 <= row < len(self):
            raise IndexError(row)
        start = row * self._width
        return self._ids[start : start + self._width].rstrip(_PAD).decode()

    def part(self, first: int, end: int) -> list[str]:
        """The ids from row `first` up to `end`, which is not in it; cut to what exists."""
        width = self._width
        part = bytes(self._ids[max(0, first) * width : max(0, end) * width])
        starts = range(0, len(part), width)
        if part.isascii() and _PAD not in part:
            # A string is cut faster than bytes are read.
            text = part.decode()
            return [text[start : start + width] for start in starts]
        return [part[start : start + width].rstrip(_PAD).decode() for start in starts]

    def mark(self, row: int) -> Mark:
        return Mark(self.shapes[row], self.seconds[row])

    def row_of(self, video_id: str, second: int = 0) -> int | None:
        """`second` of its mark, where it is known, finds it at once in a list by date."""
        row = self._known.get(video_id, -1)
        if row == -1:
            row = self._found(video_id, second)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[video_id] = row
        return row

    def rows_of(self, ids: Sequence[str]) -> dict[str, int]:
        """The rows of those that are here."""
        if len(ids) > _FEW:
            rows = dict(zip(self._keys(), range(len(self)), strict=True))
            found: Iterable[tuple[str, int | None]] = (
                (video_id, rows.get(self._key(video_id))) for video_id in ids
            )
        else:
            found = ((video_id, self.row_of(video_id)) for video_id in ids)
        return {video_id: row for video_id, row in found if row is not None}

    def rows_between(self, first: int, last: int) -> tuple[int, int]:
        """The first row and the one behind the last of those between two seconds, both included,
        in a list by date."""
        dated = self.dated
        if self.order is DateOrder.OLDEST_FIRST:
            return bisect_left(self.seconds, first, 0, dated), bisect_right(
                self.seconds, last, 0, dated
            )
        before = bisect_left(self.seconds, -last, 0, dated, key=_negative)
        return before, bisect_right(self.seconds, -first, 0, dated, key=_negative)

    def place_for(self, mark: Mark) -> int:
        """The row of a video that comes to a list: in one from new to old where its date puts it,
        else at the top."""
        if self.order is not DateOrder.NEWEST_FIRST:
            return 0
        return self.rows_between(0, mark.second)[0] if mark.second else self.dated

    @property
    def dated(self) -> int:
        """How many from the top have a date, in a list by date."""
        count = len(self)
        while count and not self.seconds[count - 1]:
            count -= 1
        return count

    def same_start(self, other: "VideoList") -> int:
        """How many ids are the same from the top on."""
        return self._same_run(other, lambda count: self._same_ids(other, 0, 0, count))

    def same_end(self, other: "VideoList", most: int) -> int:
        """How many, up to `most`, are the same at the end."""
        mine, others = len(self), len(other)
        return self._same_run(
            other, lambda count: self._same_ids(other, mine - count, others - count, count), most
        )

    # --- changing ----------------------------------------------------------------------------

    def extend(self, ids: Sequence[str]) -> None:
        self.replace(len(self), len(self), ids)

    def append_marked(self, ids: Sequence[str], shapes: bytes, seconds: "array[int]") -> None:
        """The three are equally long."""
        self._put_ids(len(self), len(self), ids)
        self.shapes += shapes
        self.seconds += seconds
        self._known.clear()

    def replace(self, first: int, end: int, ids: Sequence[str]) -> None:
        """Put these in the place of those from row `first` up to `end`."""
        self._known.clear()
        self._put_ids(first, end, ids)
        if isinstance(ids, VideoList):
            self.shapes[first:end] = ids.shapes
            self.seconds[first:end] = ids.seconds
            return
        self.shapes[first:end] = bytes((NO_MARK.shape,)) * len(ids)
        self.seconds[first:end] = array("I", repeat(NO_MARK.second, len(ids)))

    def insert(self, row: int, video_id: str, mark: Mark = NO_MARK) -> None:
        self.replace(row, row, (video_id,))
        self.set_mark(row, mark)

    def remove(self, row: int) -> None:
        self.replace(row, row + 1, ())

    def set_mark(self, row: int, mark: Mark) -> None:
        self.shapes[row] = mark.shape
        self.seconds[row] = mark.second

    # --- inside ------------------------------------------------------------------------------

    def _put_ids(self, first: int, end: int, ids: Sequence[str]) -> None:
        if isinstance(ids, VideoList) and (ids._width == self._width or not self._ids):
            self._width = ids._width
            self._ids[first * self._width : end * self._width] = ids._ids
            return
        texts = list(ids)
        joined = "".join(texts)
        widest = max(map(len, texts), default=0)
        if not joined.isascii():
            widest = max(len(video_id.encode()) for video_id in texts)
        if widest > self._width:
            self._widen(widest)
        width = self._width
        packed = joined.encode()
        if len(packed) < width * len(texts):
            packed = b"".join(video_id.encode().ljust(width, _PAD) for video_id in texts)
        self._ids[first * width : end * width] = packed

    def _widen(self, width: int) -> None:
        known = self.part(0, len(self))
        self._width = width
        self._ids = bytearray(b"".join(one.encode().ljust(width, _PAD) for one in known))

    def _found(self, video_id: str, second: int) -> int | None:
        key = self._key(video_id)
        if len(key) != self._width:
            return None
        if second and self.order:
            first, end = self.rows_between(second, second)
            row = self._scan(key, first, end)
            if row is not None:
                return row
        return self._scan(key, 0, len(self))

    def _scan(self, key: bytes, first: int, end: int) -> int | None:
        width = self._width
        start = self._ids.find(key, first * width, end * width)
        while start != -1 and start % width:
            start = self._ids.find(key, start + 1, end * width)
        return None if start == -1 else start // width

    def _key(self, video_id: str) -> bytes:
        return video_id.encode().ljust(self._width, _PAD)

    def _keys(self) -> tuple[bytes, ...]:
        return unpack(f"{self._width}s" * len(self), self._ids)

    def _cut(self, first: int, end: int) -> "VideoList":
        part = VideoList(order=self.order)
        part._width = self._width
        part._ids = self._ids[first * self._width : end * self._width]
        part.shapes = self.shapes[first:end]
        part.seconds = self.seconds[first:end]
        return part

    def _same_ids(self, other: "VideoList", mine: int, others: int, count: int) -> bool:
        width = self._width
        if width != other._width:
            return self.part(mine, mine + count) == other.part(others, others + count)
        theirs = memoryview(other._ids)[others * width : (others + count) * width]
        return self._ids.startswith(theirs, mine * width)

    def _same_run(
        self, other: "VideoList", is_same: Callable[[int], bool], most: int | None = None
    ) -> int:
        """The largest count for which it holds, as it holds for all smaller ones."""
        low, high = 0, min(len(self), len(other)) if most is None else most
        if is_same(high):
            return high
        while low < high - 1:
            middle = (low + high) // 2
            low, high = (middle, high) if is_same(middle) else (low, middle)
        return low


def _negative(second: int) -> int:
    return -second
